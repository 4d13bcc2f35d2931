//! Sentences, lists, pictures and tables of every page against the counts beside them: what a reader
//! adds up on a page comes to what the page says.

use tiendo::assess::{self, Standing};
use tiendo::model::Kind;
use tiendo::site::{Route, Site, Templates};
use tiendo::{check, content};

use crate::project::day;

/// The sites of both content folders on several dates, and of a random ledger.
fn sites() -> Vec<Site> {
    let mut sites = Vec::new();
    for (folder, dates) in [
        ("content", ["2021-07-31", "2021-09-30", "2021-12-31"]),
        ("tests/province/content", ["2024-02-20", "2024-07-01", "2024-10-15"]),
        ("tests/ledger/content", ["2024-04-01", "2024-08-01", "2024-12-31"]),
    ] {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let (records, sources, _) = content::load(&root).unwrap();
        let model = check::check(&records, &sources).0;
        for date in dates {
            let Ok(assessment) = assess::assess(&model, day(date)) else { continue };
            let model = check::check(&records, &sources).0;
            sites.push(Site::new(model, assessment, &Templates::embedded()).unwrap());
        }
    }
    assert!(sites.len() >= 7, "{}", sites.len());
    sites
}

/// A page with its path.
struct Page {
    path: String,
    html: String,
}

fn pages(site: &Site) -> Vec<Page> {
    let routes = site.routes().iter().filter(|route| route.is_page());
    routes.map(|route| page(site, *route)).collect()
}

fn page(site: &Site, route: Route) -> Page {
    let html = String::from_utf8(site.render(route).unwrap()).unwrap();
    Page { path: route.path(site.model()), html }
}

/// The pieces of a text between two marks, without the marks.
fn between<'t>(text: &'t str, from: &str, to: &str) -> Vec<&'t str> {
    let after = text.split(from).skip(1);
    after.map(|rest| rest.split_once(to).map_or(rest, |(piece, _)| piece)).collect()
}

/// The text without its tags.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

/// The numbers in a text, in order. Dots part thousands.
fn numbers(text: &str) -> Vec<u64> {
    let joined: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut digits = String::new();
    for (n, c) in joined.iter().enumerate() {
        let thousands = *c == '.' && joined.get(n + 1).is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() {
            digits.push(*c);
        } else if digits.is_empty() || !thousands {
            found.extend(std::mem::take(&mut digits).parse::<u64>());
        }
    }
    found.extend(digits.parse::<u64>());
    found
}

fn first(text: &str) -> u64 {
    *numbers(text).first().unwrap_or_else(|| panic!("no number in “{text}”"))
}

#[test]
fn every_bar_adds_up_to_its_head_and_shows_one_kind() {
    let mut bars = 0;
    for site in sites() {
        for Page { path, html } in pages(&site) {
            for chart in between(&html, "<p class=\"of\">", "</div>") {
                let Some((head, rest)) = chart.split_once("</p>") else { continue };
                // A bar of 24 pixels with a legend of numbers; other charts have other sentences.
                if !rest.contains("height=\"24\" role") {
                    continue;
                }
                let legend = between(rest, "</svg> ", "</li>");
                let sum: u64 = legend.iter().map(|item| first(item)).sum();
                assert_eq!(first(head), sum, "{path}: {head}");
                let title = plain(between(rest, "<title>", "</title>")[0]);
                let said = numbers(&title);
                assert_eq!(said[0], said[1..].iter().sum::<u64>(), "{path}: {title}");
                let widths: f64 = between(rest, "%\" width=\"", "%\"")
                    .iter()
                    .map(|width| width.parse::<f64>().unwrap())
                    .sum();
                assert!((98.0..=100.01).contains(&widths), "{path}: {widths}");
                bars += 1;
            }
        }
    }
    assert!(bars > 300, "{bars}");
}

#[test]
fn the_tables_of_series_add_up() {
    let mut columns = 0;
    for site in sites() {
        let Page { path, html } = page(&site, Route::Progress);
        let section = between(&html, "id=\"h-series\"", "</section>").first().copied();
        for table in between(section.unwrap_or_default(), "<table class=\"numbers\">", "</table>") {
            let rows: Vec<Vec<u64>> = between(table, "<tr><th scope=\"row\">", "</tr>")
                .iter()
                .map(|row| between(row, "\">", "</td>").iter().map(|cell| first(cell)).collect())
                .collect();
            let (total, parts) = rows.split_last().unwrap();
            for (n, whole) in total.iter().enumerate() {
                let sum: u64 = parts.iter().map(|row| row[n]).sum();
                assert_eq!(sum, *whole, "{path}, column {n} of {table}");
                columns += 1;
            }
        }
    }
    assert!(columns > 20, "{columns}");
}

#[test]
fn the_sentence_about_deadlines_counts_the_marks() {
    for site in sites() {
        let Page { path, html } = page(&site, Route::Deadlines(1));
        let Some((_, rest)) = html.split_once("<div class=\"chart\">") else { continue };
        let sentence = plain(between(rest, "<title>", "</title>")[0]);
        // From two days on: all, done, overdue, open, and those stopped if there are any.
        let told = numbers(&sentence)[6..].to_vec();
        let (all, parts) = told.split_first().unwrap();
        let width = parts[parts.len() - 1];
        let parts = &parts[..parts.len() - 1];
        assert_eq!(parts.iter().sum::<u64>(), *all, "{path}: {sentence} ({width})");
        let chart = rest.split("</div>").next().unwrap();
        let marks = between(chart, "<use href=\"#m-", "x=\"7\"").len();
        if marks > 0 && html.contains("y=\"7\"") {
            let drawn = chart.matches("%\" y=\"").count() as u64;
            assert_eq!(drawn, *all, "{path}: {sentence}");
        }
    }
}

#[test]
fn the_overview_lists_what_it_counts() {
    for site in sites() {
        let Page { path, html } = page(&site, Route::Overview);
        let tally = &site.assessment().directive;
        let listed = |id: &str| {
            let section = between(&html, &format!("id=\"{id}\""), "</section>")[0];
            // Overdue parts stand below the tasks, under a heading of their own.
            let section = section.split("<h3>").next().unwrap_or(section);
            let more = between(section, "<p class=\"more\">", "</p>");
            let rest =
                more.first().map_or(0, |text| numbers(&plain(text)).first().copied().unwrap_or(0));
            section.matches("<li>").count() as u64 + rest
        };
        assert_eq!(listed("h-overdue"), u64::from(tally.overdue()), "{path}");
        assert_eq!(listed("h-priorities"), site.model().priorities.len() as u64, "{path}");
        let readouts: Vec<Vec<u64>> =
            between(&html, "<b>", "</b>").iter().take(3).map(|b| numbers(b)).collect();
        assert_eq!(readouts[1], [u64::from(tally.overdue())], "{path}");
        let scope = plain(between(&html, "<p class=\"aside\">", "<a ")[0]);
        let said = numbers(&scope);
        let kinds = [Kind::Deliverable, Kind::Ongoing, Kind::Duty].map(|kind| tally.kind(kind));
        assert_eq!(said[1], kinds.iter().map(|n| u64::from(*n)).sum::<u64>(), "{path}: {scope}");
        assert_eq!(said[1], said[2..5].iter().sum::<u64>(), "{path}: {scope}");
    }
}

#[test]
fn the_agencies_and_their_words_agree() {
    for site in sites() {
        let Page { path, html } = page(&site, Route::Agencies);
        let Some(table) = between(&html, "<table class=\"numbers wide brief\">", "</table>").pop()
        else {
            continue;
        };
        let mut order: Vec<(u64, u64)> = Vec::new();
        for row in between(table, "<tr><th scope=\"row\">", "</tr>") {
            let overdue = first(&plain(between(row, "data-label=\"Quá hạn\">", "</td>")[0]));
            let longest = between(row, "data-label=\"Lâu nhất\">", "</td>");
            let longest = longest.first().map_or(0, |cell| first(cell));
            assert_eq!(overdue > 0, longest > 0, "{path}: {row}");
            let word =
                plain(between(row, "<span class=\"tag", "</span>")[0].split_once('>').unwrap().1);
            // "Có 1 việc có phần việc hoặc kỳ báo cáo quá hạn" counts no overdue task.
            let whole = Some(&word).filter(|word| !word.contains("phần việc"));
            let overdue_tasks = whole.and_then(|word| word.strip_prefix("Có "));
            if let Some(n) = overdue_tasks.and_then(|rest| rest.split_once(" quá hạn")) {
                assert_eq!(first(n.0), overdue, "{path}: {word}");
            }
            order.push((overdue, longest));
        }
        assert!(order.is_sorted_by(|a, b| a >= b), "{path}: {order:?}");
        // The cells of the matrix count every task once, by their totals.
        let (model, assessment) = (site.model(), site.assessment());
        let led: usize = assessment.agencies.iter().map(|group| group.tasks.len()).sum();
        let cells: u64 = between(&html, "<table class=\"matrix wide\">", "</table>")
            .iter()
            .flat_map(|table| between(table, "<span class=\"tag", "<span class=\"quiet\">"))
            .map(|cell| *numbers(&plain(&format!("<{cell}"))).last().unwrap())
            .sum();
        if model.agencies.len() <= 30 && model.priorities.len() <= 30 && cells > 0 {
            assert_eq!(cells, led as u64, "{path}");
        }
    }
}

#[test]
fn the_grid_of_reports_adds_up() {
    let mut grids = 0;
    for site in sites() {
        let Page { path, html } = page(&site, Route::Reports(1));
        if html.contains("class=\"pager\"") {
            continue;
        }
        for grid in between(&html, "<table class=\"cells\">", "</table>") {
            let sums = between(grid, "<tr class=\"sums\">", "</tr>")[0];
            let sums: Vec<Vec<u64>> =
                between(sums, "<td", "</td>").iter().map(|c| numbers(c)).collect();
            let body = grid.split_once("<tbody>").unwrap().1;
            let rows: Vec<Vec<bool>> = between(body, "<span class=\"no\">", "</tr>")
                .iter()
                .map(|row| {
                    let cells = between(row, "<td class=\"", "</td>").into_iter();
                    cells.filter(|c| !c.starts_with("sum")).map(|c| c.starts_with("yes")).collect()
                })
                .collect();
            for (n, sum) in sums.iter().filter(|sum| !sum.is_empty()).enumerate() {
                let reported = rows.iter().filter(|row| row[n]).count() as u64;
                assert_eq!(*sum, [reported, rows.len() as u64], "{path}, column {n}");
            }
            grids += 1;
        }
    }
    assert!(grids > 3, "{grids}");
}

#[test]
fn what_changed_is_listed_or_said_to_be_left_out() {
    let mut restricted = 0;
    for site in sites() {
        let Page { path, html } = page(&site, Route::Progress);
        let Some(section) = between(&html, "id=\"h-changes\"", "</section>").pop() else {
            continue;
        };
        let (said, table) = section.rsplit_once("<table class=\"wide\">").unwrap_or((section, ""));
        let sentence = plain(said.rsplit_once("<p>").map_or(said, |(_, rest)| rest));
        let rows = table.matches("<tr><td class=\"no\"").count() as u64;
        let more = between(table, "<p class=\"more\">", "</p>");
        let rest = more.first().map_or(0, |text| first(&plain(text)));
        // The sentence begins with the date of the comparison.
        let told = numbers(sentence.split("đến nay").nth(1).unwrap_or_default());
        assert_eq!(told.first().copied().unwrap_or(0), rows + rest, "{path}: {sentence}");
        restricted += u64::from(told.len() > 1);
        for flow in between(section, "<table class=\"wide\">", "</table>") {
            let Some(caption) = between(flow, "<caption>", "</caption>").pop() else { continue };
            if !caption.contains("cả hai ngày") {
                continue;
            }
            let sum: u64 = between(flow, "<td class=\"n\"", "</td>")
                .iter()
                .map(|cell| first(cell.split_once('>').unwrap().1))
                .sum();
            assert_eq!(first(caption), sum, "{path}: {caption}");
        }
    }
    assert!(restricted > 0, "no restricted task changed");
}

#[test]
fn a_lede_says_the_days_of_the_standing() {
    for site in sites() {
        let (model, assessment) = (site.model(), site.assessment());
        for (ix, task) in model.tasks() {
            let Page { path, html } = page(&site, Route::Task(ix));
            let lede = plain(between(&html, "<p class=\"lead\">", "</p>")[0]);
            let assessed = &assessment[ix];
            let days = u64::from(assessed.days.unwrap_or(0));
            match assessed.standing {
                Standing::Overdue => {
                    assert!(
                        lede.starts_with(&format!("Quá hạn {days} ngày (hạn ")),
                        "{path}: {lede}"
                    );
                }
                Standing::DoneLate if !task.restricted => {
                    assert!(lede.contains(&format!("muộn {days} ngày")), "{path}: {lede}");
                }
                Standing::DueSoon if days > 0 => {
                    assert!(lede.contains(&format!("còn {days} ngày")), "{path}: {lede}");
                }
                Standing::DoneOnTime if !task.restricted => {
                    assert!(lede.contains("trong hạn"), "{path}: {lede}");
                }
                _ => {}
            }
        }
    }
}
