//! A small hand-made directive that shows every standing, and what must hold on all its pages.

use std::sync::Arc;

use chrono::NaiveDate;

use tiendo::assess::{Standing, assess};
use tiendo::markdown::MarkdownText;
use tiendo::model::settings::Thresholds;
use tiendo::model::{
    Agency, AgencyIx, Attachment, AttachmentIx, Deadline, Directive, Document, DocumentIx,
    Extension, Frequency, Id, Kind, Language, LeadSource, Model, Note, Period, Place, PlaceIx,
    Priority, PriorityIx, Settings, State, Task, TaskIx, Term, Update,
};
use tiendo::site::links::LinkCheck;
use tiendo::site::{Route, Site, Templates};
use tiendo::source::FileId;

const AS_OF: &str = "2024-06-30";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn by(text: &str) -> Option<Deadline> {
    Some(Deadline::By(Term::Day(day(text))))
}

fn entry(date: &str, state: Option<State>) -> Update {
    Update {
        time: None,
        parts: tiendo::model::Named::Whole,
        date: day(date),
        recorded: day(date),
        state,
        text: Some(format!("Entry of {date} <b>&")),
        percent: Some(40),
        evidence: Vec::new(),
        document: None,
        superseded_by: Vec::new(),
        place: 0,
    }
}

fn proven(date: &str) -> Update {
    Update { evidence: vec![DocumentIx(0)], ..entry(date, Some(State::Done)) }
}

fn task(number: &str, kind: Kind, due: Option<Deadline>, updates: Vec<Update>) -> Task {
    Task {
        split: None,
        parts: Vec::new(),
        reports: None,
        targets: Vec::new(),
        handovers: Vec::new(),
        section: None,
        id: id(number),
        number: number.into(),
        title: format!("Title {number}"),
        priority: PriorityIx(0),
        kind,
        product: None,
        clause: None,
        leads: vec![AgencyIx(0)],
        lead_source: LeadSource::Directive,
        support: vec![AgencyIx(1)],
        places: vec![PlaceIx(0)],
        due,
        extensions: Vec::new(),
        documents: vec![DocumentIx(1)],
        related: Vec::new(),
        restricted: false,
        report_every: Frequency::Month,
        since: None,
        added: None,
        is_absent: false,
        elsewhere: None,
        updates,
        corrections: Vec::new(),
        file: FileId::nth(0),
    }
}

fn tasks() -> Vec<Task> {
    use Kind::{Deliverable, Duty, Ongoing};
    let (done, going) = (Some(State::Done), Some(State::InProgress));
    let mut tasks = vec![
        task("1.1", Deliverable, by("2024-05-31"), vec![proven("2024-05-20")]),
        task("1.2", Deliverable, by("2024-05-31"), vec![proven("2024-06-02")]),
        task("1.3", Deliverable, None, vec![proven("2024-06-02")]),
        task("1.4", Deliverable, by("2024-12-31"), vec![entry("2024-06-20", going)]),
        task("1.5", Deliverable, by("2024-06-30"), vec![entry("2024-06-20", going)]),
        task("1.6", Deliverable, by("2024-12-31"), vec![entry("2024-06-20", done)]),
        task("1.7", Deliverable, by("2024-12-31"), vec![entry("2024-06-20", Some(State::Blocked))]),
        task("1.8", Deliverable, None, vec![entry("2024-06-20", Some(State::NotStarted))]),
        task("1.9", Deliverable, by("2024-03-01"), vec![entry("2024-02-20", done)]),
        task("1.10", Deliverable, by("2024-12-31"), vec![entry("2024-02-20", going)]),
        task("1.11", Deliverable, Some(Deadline::Event("the flood".into())), vec![]),
        task("1.12", Ongoing, None, vec![entry("2024-06-20", None)]),
        task("1.13", Ongoing, None, vec![]),
        task("1.14", Ongoing, None, vec![entry("2024-02-20", None)]),
        task("1.15", Duty, None, vec![]),
        task("1.16", Deliverable, None, vec![entry("2024-02-20", Some(State::Cancelled))]),
        task("1.17", Deliverable, None, vec![entry("2024-02-20", Some(State::Superseded))]),
    ];
    tasks[15].updates[0].document = Some(DocumentIx(0));
    tasks[16].updates[0].superseded_by = vec![TaskIx(0)];
    tasks[3].extensions = vec![
        extension("2024-04-01", "2024-12-31"),
        Extension { document: Some(DocumentIx(2)), ..extension("2024-07-15", "2030-01-01") },
    ];
    tasks[3].due = by("2024-03-01");
    tasks[3].related = vec![TaskIx(0)];
    tasks[10].leads.clear();
    tasks[12].report_every = Frequency::Quarter;
    tasks[0].updates.push(Update { text: Some("FUTURE".into()), ..entry("2024-07-01", None) });
    let mut secret = task("2.1", Deliverable, by("2024-03-01"), vec![entry("2024-02-20", done)]);
    secret.priority = PriorityIx(1);
    secret.restricted = true;
    secret.product = Some("SECRET".into());
    secret.places = vec![PlaceIx(1)];
    secret.documents = vec![DocumentIx(2)];
    secret.support = vec![AgencyIx(2)];
    secret.updates[0].text = Some("SECRET".into());
    let proof = Update { evidence: vec![DocumentIx(2)], ..entry("2024-02-01", None) };
    secret.updates.insert(0, Update { text: None, ..proof });
    tasks.push(secret);
    tasks
}

fn extension(decided: &str, due: &str) -> Extension {
    Extension {
        parts: Vec::new(),
        reason: None,
        decided: day(decided),
        recorded: day(decided),
        due: Deadline::By(Term::Day(day(due))),
        document: Some(DocumentIx(0)),
        place: 0,
    }
}

fn note(name: &str, date: &str, tasks: Vec<TaskIx>, body: &str) -> Note {
    Note {
        id: id(name),
        date: day(date),
        recorded: day(date),
        title: format!("Note {name}"),
        author: Some(AgencyIx(0)),
        tasks,
        priorities: Vec::new(),
        places: Vec::new(),
        evidence: Vec::new(),
        text: Arc::new(MarkdownText::new(body.into(), 0)),
        file: FileId::nth(0),
    }
}

fn agency(name: &str, title: &str) -> Agency {
    Agency {
        members: Vec::new(),
        id: id(name),
        name: title.into(),
        short: None,
        aliases: Vec::new(),
        kind: None,
        valid_from: None,
        valid_until: None,
        successor: None,
    }
}

fn document(name: &str, title: &str, attachment: Option<AttachmentIx>) -> Document {
    Document {
        id: id(name),
        symbol: None,
        title: title.into(),
        date: None,
        issuer: None,
        kind: None,
        url: None,
        attachment,
        printed: None,
        correction: None,
    }
}

fn priority(name: &str, tasks: Vec<TaskIx>) -> Priority {
    Priority {
        sections: Vec::new(),
        id: id(name),
        number: name.into(),
        title: format!("Priority {name}"),
        summary: Some("Summary".into()),
        restricted: false,
        no_tasks: None,
        tasks,
    }
}

fn model(language: Language, base_url: Option<&str>) -> Model {
    let tasks = tasks();
    let body = "# A\n\n[one](task:1.1) [hidden](task:2.1) [d](doc:proof) [f](attachments/a.pdf) \
                [x](note:secret)\n\n### B\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nx[^1]\n\n[^1]: y";
    let attachment = |name: &str| Attachment {
        path: format!("attachments/{name}"),
        site_path: format!("attachments/{name}"),
        size: 1_234_567,
    };
    let file = |n| Some(AttachmentIx(n));
    let mut secret_note = note("secret", "2024-06-01", vec![TaskIx(17)], "SECRET");
    secret_note.places = vec![PlaceIx(1)];
    Model {
        second: None,
        settings: Settings {
            twin: None,
            portal: None,
            title: "Site".into(),
            publisher: Some("Office".into()),
            contact: Some("us".into()),
            base_url: base_url.map(str::to_owned),
            language,
            notice: Some("Not real".into()),
            logo: None,
            as_of: None,
            next_update: Some(day("2024-07-31")),
            periods: Vec::new(),
            synonyms: Vec::new(),
            thresholds: Thresholds::default(),
            licence: None,
            targets: Vec::new(),
        },
        directive: Directive {
            section_label: None,
            number: "1/QD".into(),
            date: day("2024-01-10"),
            place: None,
            subject: "Subject".into(),
            kind: None,
            issuer: None,
            signer: None,
            period: Period::default(),
            recipients: vec!["All".into()],
            basis: vec![DocumentIx(0)],
            priority_label: None,
            task_label: None,
            file: None,
        },
        priorities: vec![
            priority("1", (0..17).map(TaskIx).collect()),
            Priority {
                restricted: true,
                summary: Some("SECRET".into()),
                ..priority("2", vec![TaskIx(17)])
            },
            Priority { no_tasks: Some("Because".into()), ..priority("3", vec![]) },
        ],
        tasks,
        agencies: vec![agency("a", "Alpha"), agency("b", "Beta"), agency("c", "SECRET")],
        places: vec![
            Place { id: id("p"), name: "Place".into(), kind: None, members: Vec::new() },
            Place { id: id("q"), name: "SECRET".into(), kind: None, members: Vec::new() },
        ],
        documents: vec![
            document("proof", "Proof", file(1)),
            document("basis", "Basis", None),
            document("hidden", "SECRET", file(2)),
        ],
        notes: vec![
            note("future", "2024-07-01", vec![TaskIx(0)], "FUTURE"),
            note("open", "2024-06-20", vec![TaskIx(0), TaskIx(17)], body),
            secret_note,
        ],
        attachments: vec![attachment("a.pdf"), attachment("b.pdf"), attachment("secret.pdf")],
        publications: None,
        records_sum: String::new(),
        moved: Vec::new(),
    }
}

fn site(model: Model) -> Site {
    let assessment = assess(&model, day(AS_OF)).unwrap();
    Site::new(model, assessment, &Templates::embedded()).unwrap()
}

fn pages(site: &Site) -> Vec<(String, String)> {
    let page = |route: &Route| {
        let bytes = site.render(*route).unwrap_or_else(|error| panic!("{error}"));
        (site.path(*route), String::from_utf8(bytes).unwrap())
    };
    // The workbook and pictures are not text. `data.rs` and `cards.rs` check them.
    let is_text = |route: &&Route| **route != Route::Workbook && !route.is_card();
    site.routes().iter().filter(is_text).map(page).collect()
}

#[test]
fn the_hand_made_directive_shows_every_standing() {
    let model = model(Language::Vi, None);
    let assessment = assess(&model, day(AS_OF)).unwrap();
    for standing in Standing::ALL.into_iter().filter(|s| *s != Standing::NotYetDue) {
        let shown = assessment.tasks.iter().any(|task| task.standing == standing);
        assert!(shown, "{standing:?}");
    }
}

#[test]
fn every_page_renders_and_every_link_holds() {
    for language in [Language::Vi, Language::En] {
        for base in [None, Some("https://example.com/x/")] {
            let site = site(model(language, base));
            let check = LinkCheck::new();
            for (path, text) in pages(&site) {
                check.page(&path, text.as_bytes());
            }
            for (_, path) in site.copies() {
                check.page(path, b"");
            }
            check.page(&site.path(Route::Workbook), b"");
            assert_eq!(check.finish(), []);
        }
    }
}

#[test]
fn early_in_the_period_everything_still_renders() {
    let model = model(Language::Vi, None);
    let assessment = assess(&model, day("2024-01-10")).unwrap();
    assert!(assessment.tasks.iter().any(|task| task.standing == Standing::NotYetDue));
    let site = Site::new(model, assessment, &Templates::embedded()).unwrap();
    assert!(!pages(&site).is_empty());
}

#[test]
fn restricted_texts_and_later_facts_are_nowhere() {
    for (path, text) in pages(&site(model(Language::Vi, None))) {
        for word in ["SECRET", "FUTURE", "secret", "future", "01/2030"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
    }
}

#[test]
fn a_restricted_task_shows_its_status_alone() {
    let site = site(model(Language::En, None));
    let bytes = site.render(Route::Task(TaskIx(17))).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let main = text.split("<main").nth(1).unwrap();
    assert!(main.contains("Overdue by 121 days") && main.contains("by 1 Mar 2024"), "{main}");
    for word in ["awaiting evidence", "self-assessed", "Why this", "Ledger", "no update for"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn paths_are_safe_sorted_and_unique() {
    let site = site(model(Language::Vi, Some("https://example.com/x/")));
    let paths: Vec<String> = site.routes().iter().map(|route| site.path(*route)).collect();
    assert!(paths.is_sorted_by(|a, b| a < b), "{paths:?}");
    let safe = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"./-".contains(&b);
    assert!(paths.iter().all(|path| path.bytes().all(safe)));
}

#[test]
fn no_page_needs_more_than_its_own_files() {
    for (path, text) in pages(&site(model(Language::Vi, None))) {
        if !path.ends_with(".html") {
            continue;
        }
        // Embeds load nothing at all. Only the one for a frame is a page. Short addresses lead on.
        if path.starts_with("nhung/") || path.starts_with("n/") {
            for word in ["<script", " style=", "<style", "src=\"http", "href=\"http", " onclick="] {
                assert!(!text.contains(word), "{word} in {path}");
            }
            let framed = usize::from(path == "nhung/khung.html" || path.starts_with("n/"));
            assert_eq!(
                (text.matches("<h1").count(), text.matches("<html").count()),
                (framed, framed),
                "{path}"
            );
        } else {
            let scripts = text.matches("<script").count();
            let data = text.matches("<script type=\"application/ld+json\">").count();
            let file = text.matches("site.js\" defer></script>").count();
            // Only the search page loads the search script.
            let search = text.matches("search.js\" defer></script>").count();
            assert_eq!(search, usize::from(path == "tim-kiem.html"), "{path}");
            assert_eq!((scripts, file), (1 + data + search, 1), "{path}");
            for word in [" style=", "<style", "src=\"http", "href=\"http", " onclick="] {
                assert!(!text.contains(word), "{word} in {path}");
            }
            assert_eq!(text.matches("<h1").count(), 1, "{path}");
        }
    }
}

#[test]
fn only_cited_files_are_copied() {
    let site = site(model(Language::Vi, None));
    let from: Vec<&str> = site.copies().iter().map(|(from, _)| *from).collect();
    assert_eq!(from, ["attachments/a.pdf", "attachments/b.pdf"]);
}

#[test]
fn the_page_for_missing_addresses_links_from_the_root() {
    let at = |base| {
        let site = site(model(Language::Vi, base));
        String::from_utf8(site.render(Route::NotFound).unwrap()).unwrap()
    };
    assert!(
        at(Some("https://example.com/x/")).contains("\"https://example.com/x/assets/site.css\"")
    );
    assert!(at(None).contains("\"assets/site.css\""));
}

#[test]
fn no_page_grows_with_the_number_of_records() {
    let mut model = model(Language::Vi, None);
    let first = model.tasks.len();
    for n in 0..700 {
        model.tasks.insert(17, task(&format!("9.{n}"), Kind::Ongoing, None, vec![]));
    }
    for task in &mut model.tasks {
        task.related.clear();
        task.updates.iter_mut().for_each(|update| update.superseded_by = Vec::new());
    }
    let last = TaskIx(first + 699);
    model.priorities[0].tasks = (0..last.0).map(TaskIx).collect();
    model.priorities[1].tasks = vec![last];
    model.notes.retain(|note| note.id.as_str() != "open" && note.id.as_str() != "secret");
    for n in 0..300 {
        model.notes.push(note(&format!("n-{n}"), "2024-06-01", vec![TaskIx(0)], "Text"));
    }
    // The rows that the script filters come in parts, loaded on demand. Tables and calendars have
    // to hold everything.
    let whole = |path: &str| {
        path.contains("/tasks") || path.starts_with("du-lieu/") || path.starts_with("lich/")
    };
    for (path, text) in pages(&site(model)).iter().filter(|(path, _)| !whole(path)) {
        assert!(text.len() < 80_000, "{path}: {}", text.len());
    }
}

#[test]
fn a_template_that_does_not_fit_is_named() {
    let mut templates = Templates::embedded();
    templates.replace("task.html", "{{ view.nothing }}".into());
    let model = model(Language::Vi, None);
    let assessment = assess(&model, day(AS_OF)).unwrap();
    let site = Site::new(model, assessment, &templates).unwrap();
    let error = site.render(Route::Task(TaskIx(0))).unwrap_err();
    assert!(error.to_string().contains("task.html"), "{error}");
}

/// The data that the script of the list gets.
fn task_data(site: &Site) -> serde_json::Value {
    let text = String::from_utf8(site.render(Route::TaskData(1)).unwrap()).unwrap();
    let json = text.strip_prefix("tiendo.tasks(").and_then(|t| t.strip_suffix(");\n")).unwrap();
    serde_json::from_str(json).unwrap()
}

#[test]
fn the_data_of_a_restricted_task_is_that_of_its_row() {
    let data = task_data(&site(model(Language::En, None)));
    let rows = data["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 18);
    let urgency = data["standings"].as_array().unwrap();
    assert_eq!(urgency[0], serde_json::json!(["overdue", "overdue", true, "qua-han"]));
    let expected = serde_json::json!([
        "2.1",
        "2.1",
        "Title 2.1",
        "2.1 title 2.1",
        0,
        "Overdue by 121 days",
        "Alpha · Due: by 1 Mar 2024",
        "",
        1,
        [0],
        [],
        [],
        "2024-03-01",
        "2024-02-20"
    ]);
    assert_eq!(rows[17], expected);
}

#[test]
fn the_data_of_a_public_task_has_what_can_be_filtered() {
    let data = task_data(&site(model(Language::En, None)));
    assert_eq!(data["agencies"], serde_json::json!([["a", "alpha"], ["b", "beta"]]));
    assert_eq!(data["places"], serde_json::json!([["p", "place"]]));
    let expected = serde_json::json!([
        "1.4",
        "1.4",
        "Title 1.4",
        "1.4 title 1.4",
        8,
        "In progress",
        "Alpha · Due: by 31 Dec 2024 · was overdue 30 days before the extension",
        "deliverable",
        0,
        [0],
        [1],
        [0],
        "2024-12-31",
        "2024-06-20"
    ]);
    assert_eq!(data["rows"][3], expected);
    // A deadline without a calendar day, and no agency in charge.
    assert_eq!(data["rows"][10][12], "?");
    assert_eq!(data["rows"][10][9], serde_json::json!([]));
}

#[test]
fn every_choice_of_the_filter_is_in_its_data() {
    let site = site(model(Language::Vi, None));
    let page = String::from_utf8(site.render(Route::Tasks(1)).unwrap()).unwrap();
    let data = task_data(&site);
    for (list, at) in [("agencies", "co-quan"), ("places", "dia-ban")] {
        let select = page.split(&format!("name=\"{at}\"")).nth(1).unwrap();
        let select = select.split("</select>").next().unwrap();
        for entry in data[list].as_array().unwrap() {
            let option = format!("<option value=\"{}\">", entry[0].as_str().unwrap());
            assert!(select.contains(&option), "{option} in {select}");
        }
        assert_eq!(select.matches("<option").count(), 1 + data[list].as_array().unwrap().len());
    }
}

#[test]
fn each_standing_has_its_page_and_its_tasks() {
    let site = site(model(Language::Vi, None));
    let routes: Vec<_> = (site.routes().iter())
        .filter_map(|route| match route {
            Route::Standing(standing, 1) => Some((*standing, *route)),
            _ => None,
        })
        .collect();
    assert_eq!(routes.len(), Standing::ALL.len());
    for (standing, route) in routes {
        let path = site.path(route);
        assert_eq!(path, format!("tinh-trang/{}.html", standing.name().replace('_', "-")));
        let text = String::from_utf8(site.render(route).unwrap()).unwrap();
        let main = text.split("<main").nth(1).unwrap();
        let rows = main.matches("href=\"../nhiem-vu/").count();
        assert_eq!(rows, site.assessment().directive.standing(standing) as usize, "{path}");
    }
}

#[test]
fn long_lists_of_an_agency_lead_to_the_filtered_list() {
    let mut model = model(Language::Vi, None);
    for n in 0..130 {
        model.tasks.insert(17, task(&format!("9.{n}"), Kind::Ongoing, None, vec![]));
    }
    for task in &mut model.tasks {
        task.related.clear();
        task.updates.iter_mut().for_each(|update| update.superseded_by = Vec::new());
    }
    model.priorities[0].tasks = (0..147).map(TaskIx).collect();
    model.priorities[1].tasks = vec![TaskIx(147)];
    model.notes.clear();
    let site = site(model);
    let pages = pages(&site);
    let page = |name: &str| &pages.iter().find(|(path, _)| path == name).unwrap().1;
    assert!(page("co-quan/a.html").contains("href=\"../nhiem-vu.html?co-quan=a\""));
    let supports = "href=\"../nhiem-vu.html?co-quan=b&amp;vai-tro=phoi-hop\"";
    assert!(page("co-quan/b.html").contains(supports));
    assert!(page("dia-ban/p.html").contains("href=\"../nhiem-vu.html?dia-ban=p\""));
    assert!(page("nhiem-vu.html").contains("id=\"filter\""));
    assert!(!page("nhiem-vu-2.html").contains("id=\"filter\""));
    assert!(page("tinh-trang/no-report-2.html").contains("rel=\"prev\" href=\"no-report.html\""));
}

#[test]
fn previews_and_linked_data_say_what_the_page_says() {
    let mut model = model(Language::Vi, Some("https://example.com/x/"));
    model.tasks[0].title = "A </script> & \"B\"".into();
    model.attachments[0].site_path = "attachments/a.png".into();
    model.settings.logo = Some(AttachmentIx(0));
    let site = site(model);
    // Embeds are shown by other websites, and short addresses lead on.
    let is_page = |path: &str| {
        path.ends_with(".html") && !path.starts_with("nhung/") && !path.starts_with("n/")
    };
    for (path, text) in pages(&site).iter().filter(|(path, _)| is_page(path)) {
        let title = text.split("og:title\" content=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(title.chars().count() < 75, "{title}");
        let image = "og:image\" content=\"https://example.com/x/chia-se/";
        assert_eq!(text.contains(image), path != "404.html", "{path}");
        assert_eq!(text.contains("og:url"), path != "404.html", "{path}");
        let data = text.split("<script type=\"application/ld+json\">").nth(1);
        let expected =
            path == "index.html" || path.contains("nhiem-vu/") || path.contains("ghi-chep/");
        assert_eq!(data.is_some(), expected, "{path}");
        if let Some(data) = data {
            let data = data.split("</script>").next().unwrap();
            let data: serde_json::Value = serde_json::from_str(data).unwrap();
            assert_eq!(data["inLanguage"], "vi");
            let file = if path == "index.html" { "" } else { path };
            assert_eq!(data["url"], format!("https://example.com/x/{file}"));
            if path == "nhiem-vu/1.1.html" {
                assert_eq!(data["name"], "1.1 A </script> & \"B\"");
                let crumbs = &data["breadcrumb"]["itemListElement"];
                assert_eq!(crumbs[0]["item"], "https://example.com/x/");
                assert_eq!(crumbs[1]["item"], "https://example.com/x/muc/1.html");
            }
        }
    }
}

/// The script of the pages folds what readers type. `tests/browser/filters.test.mjs` compares it
/// with this table, line by line.
#[test]
fn the_table_of_folded_syllables_is_that_of_the_script() {
    use unicode_normalization::UnicodeNormalization;
    let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
    let mut syllables = Vec::new();
    for vowel in "aăâeêioôơuưy".chars() {
        for tone in tones {
            let rime: String = format!("{vowel}{tone}n").nfc().collect();
            syllables.extend(["đ", "Ng", "TH"].map(|onset| format!("{onset}{rime}")));
            syllables.push(rime.to_uppercase());
            syllables.push(rime.nfd().collect());
        }
    }
    let others =
        "hoà hòa thuỷ thủy Uỷ Ủy Ðồng ĐỒNG ɖ Ɖ İ ẞ ß ΑΣ Ж Й ﬁ m² １ 10.1 II.3.đ vắc-xin Krông-Pắk";
    syllables.extend(others.split(' ').map(str::to_owned));
    let line = |text: &String| format!("{text}\t{}\n", tiendo::vietnamese::fold(text));
    crate::golden::text("folding.tsv", &syllables.iter().map(line).collect::<String>());
}

#[test]
fn progress_over_time_equals_the_assessment_of_each_date() {
    let model = model(Language::En, None);
    let dates = ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", AS_OF];
    let then: Vec<_> = dates.iter().map(|date| assess(&model, day(date)).unwrap()).collect();
    let site = site(model);
    let text = String::from_utf8(site.render(Route::Progress).unwrap()).unwrap();
    let rows: Vec<&str> = text.split("<time datetime=").skip(2).collect();
    assert_eq!(rows.len(), dates.len());
    for ((date, assessment), row) in dates.iter().zip(&then).rev().zip(rows) {
        let completion = assessment.directive.completion;
        let (done, overdue) = (completion.part, assessment.directive.overdue());
        assert!(row.starts_with(&format!("\"{date}\"")), "{date}: {row}");
        assert!(row.contains(&format!(">{done}/{}<", completion.whole)), "{date}: {row}");
        assert!(row.contains(&format!(">{overdue}</td>")), "{date}: {row}");
    }
    assert!(text.contains("role=\"img\"") && text.contains("<title>6 dates from"), "{text}");
}

#[test]
fn reporting_dates_of_the_settings_are_used_up_to_the_date() {
    let mut model = model(Language::Vi, None);
    model.settings.periods =
        ["2023-12-31", "2024-03-31", "2024-06-30", "2024-09-30"].map(day).to_vec();
    let text = site(model).render(Route::Progress).unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains("2 mốc từ 31/3/2024 đến 30/6/2024"), "{text}");
}

#[test]
fn the_report_holds_every_part_and_says_no_more_of_the_restricted() {
    let site = site(model(Language::En, None));
    let text = String::from_utf8(site.render(Route::Report).unwrap()).unwrap();
    let main = text.split("<main").nth(1).unwrap();
    let headings: Vec<&str> =
        main.split("<h2>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    let expected = [
        "Status",
        "Overdue",
        "Changes since",
        "Due in the next two weeks",
        "Agencies without a recent report",
        "Obstacles",
    ];
    assert_eq!(headings.len(), 9, "{headings:?}");
    for (heading, expected) in headings.iter().zip(expected) {
        assert!(heading.starts_with(expected), "{headings:?}");
    }
    let overdue = main.split("2.1</td>").nth(1).unwrap().split("</tr>").next().unwrap();
    assert!(overdue.contains("data-label=\"Days\">121<"), "{overdue}");
    assert!(!overdue.contains("evidence"), "{overdue}");
    assert!(main.contains("only the status is public"), "{main}");
}

/// Short and long texts, stacked accents, an unbreakable word, characters that change the
/// direction.
const TEXTS: [&str; 4] = [
    "ĐẨY NHANH ỔN ĐỊNH — Ẫ Ỡ Ữ Ặ Ệ nghiêng, quỹ, thuỷ/thủy",
    "Rà soát, hoàn thiện, trình cấp có thẩm quyền ban hành quy định về phân công, phân cấp, ủy \
     quyền gắn với kiểm tra, giám sát và trách nhiệm của người đứng đầu từng cơ quan, đơn vị, địa \
     phương trong toàn bộ thời gian thực hiện văn bản này và những năm tiếp theo",
    "Nghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêngngh",
    "Trước \u{202e}đảo chiều\u{202d} sau",
];

/// Writes pages for visual checks: every page of the hand-made directive in difficult words, and
/// one page with all components.
#[test]
fn every_component_on_one_page() {
    let mut model = model(Language::Vi, Some("https://example.com/x/"));
    let text = |n: usize| TEXTS[n % TEXTS.len()].to_owned();
    for (n, task) in model.tasks.iter_mut().enumerate().filter(|(_, task)| !task.restricted) {
        task.title = text(n);
        task.updates.iter_mut().filter(|update| update.date <= day(AS_OF)).for_each(|update| {
            update.text = Some(text(n + 1));
        });
    }
    model.tasks[3].leads.push(AgencyIx(1));
    model.agencies[1].name = text(1);
    model.priorities[0].title = text(1);
    model.priorities[2].title = text(2);
    model.directive.subject = text(0);
    model.directive.issuer = Some(text(3));
    model.settings.notice = Some(text(0));
    let note = model.notes.iter_mut().find(|note| note.id.as_str() == "open").unwrap();
    note.title = text(2);
    for n in 0..60 {
        model.notes.push(self::note(&format!("n-{n}"), "2024-06-01", vec![TaskIx(0)], &text(n)));
    }
    let site = site(model);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/components");
    let mut middles = String::new();
    let mut shell = String::new();
    for route in site.routes() {
        let (path, bytes) = (site.path(*route), site.render(*route).unwrap());
        let file = folder.join(&path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, &bytes).unwrap();
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if let Some((_, rest)) = text.split_once("<main id=\"main\">") {
            let middle = rest.split("</main>").next().unwrap();
            let middle = middle.replace("<h1", "<h2").replace("</h1>", "</h2>");
            middles.push_str(&format!("<hr>\n<p><code>{path}</code></p>\n{middle}"));
        }
        if *route == Route::Method {
            shell = text;
        }
    }
    let (before, rest) = shell.split_once("<main id=\"main\">").unwrap();
    let (_, after) = rest.split_once("</main>").unwrap();
    let whole = format!(
        "{before}<main id=\"main\"><h1>Thành phần</h1>{}</main>{after}",
        middles.replace("=\"../", "=\"")
    );
    std::fs::write(folder.join("thanh-phan.html"), &whole).unwrap();
    let classes = "readouts answer chart legend bar series timeline matrix crumbs notice contact \
                   pager neighbours facts ratios numbers wide lineage ledger rows excerpt why \
                   restricted report t-done t-done-late t-going t-soon t-waiting t-blocked t-idle \
                   t-overdue t-silent t-reported t-duty t-stopped cause";
    for class in classes.split_whitespace() {
        let shown = [format!("\"{class}\""), format!("\"{class} "), format!(" {class}\"")];
        let shown =
            shown.iter().any(|text| whole.contains(text)) || whole.contains(&format!(" {class} "));
        assert!(shown, "{class}");
    }
}

/// The search script splits and folds what readers type as the index does.
/// `tests/browser/parts/search.mjs` compares it with this table, line by line.
#[test]
fn the_table_of_words_is_that_of_the_search() {
    use tiendo::vietnamese::words;
    use unicode_normalization::UnicodeNormalization;
    let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
    let rimes = "a ac ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo \
         ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oai oan oang \
         oanh oao oat oay oăn oe oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uât uây uê uênh \
         ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uơ ư ưa ưc ưi ưng ươc ươi ươm ươn ương \
         ươp ươt ưt ưu y yêm yên yêt yêu";
    let marked = |letter: char| "ăâêôơư".contains(letter);
    let mut texts = Vec::new();
    for (n, rime) in rimes.split_whitespace().enumerate() {
        let vowels = || rime.char_indices().filter(|(_, c)| "aăâeêioôơuưy".contains(*c));
        // The tone is on the letter that has a mark of its own, else on each vowel in turn: old and
        // new placement.
        let carriers: Vec<usize> = match vowels().rfind(|(_, c)| marked(*c)) {
            Some((at, c)) => vec![at + c.len_utf8()],
            None => vowels().map(|(at, c)| at + c.len_utf8()).collect(),
        };
        for tone in tones {
            for at in &carriers {
                let onset = ["đ", "ngh", "Tr", "", "KH", "Đ", "qu"][n % 7];
                let text = format!("{onset}{}{tone}{}", &rime[..*at], &rime[*at..]);
                texts.push(text.nfc().collect::<String>());
                if n % 3 == 0 {
                    texts.push(text.nfd().collect());
                }
                if n % 5 == 0 {
                    texts.push(text.nfc().collect::<String>().to_uppercase());
                }
            }
        }
    }
    let others = [
        "hoà hòa hoạ họa thuỷ thủy Uỷ Ủy khoẻ khỏe quý qúy",
        "Ðồng ĐỒNG ɖ Ɖ ð Đ đ",
        "İ ẞ ß straße ΑΣ Ж Й ﬁ ﬃ Ǆ",
        "m² km³ ½ ① ２０２１ ＵＢＮＤ Ｔｉêｍ",
        "1.3 10.1. .5 1..2 1.a II.3.đ v1.2.3 1.300.000",
        "3413/UBND-TH 43/2021/QĐ-TTg KH&ĐT (Sở) “Đề án”",
        "vắc-xin vắc\u{2011}xin tiêm,chủng a_b a'b",
        "👍 👨‍👩‍👧 1️⃣ ☎️ tiêm💉chủng",
        "\u{301}a a\u{301}\u{302} e\u{323}\u{302} o\u{31b}\u{301} \u{301}",
        "ê\u{301} ệ e\u{302}\u{323} ợ o\u{323}\u{31b}",
        "क्षेत्र 日本語 한국어 עברית العربية ไทย",
        "\u{a0}một\u{3000}hai\u{200b}ba\u{feff}bốn",
        "__proto__ constructor <b>đậm</b> %20 \\u0041",
    ];
    texts.extend(others.map(str::to_owned));
    let line = |text: &String| {
        let found = words(text);
        let found: Vec<String> =
            found.iter().map(|word| format!("{}/{}", word.folded, word.exact)).collect();
        format!("{text}\t{}\n", found.join(" "))
    };
    crate::golden::text("words.tsv", &texts.iter().map(line).collect::<String>());
}

/// Texts that must not be found: those of restricted records and of facts after the date.
#[test]
fn the_index_of_words_holds_nothing_that_the_pages_hide() {
    let model = model(Language::Vi, None);
    let site = site(model);
    let mut files = 0;
    for route in site.routes().iter().copied() {
        let path = site.path(route);
        if path.starts_with("assets/search") {
            let text = String::from_utf8(site.render(route).unwrap()).unwrap().to_lowercase();
            assert!(!text.contains("secret") && !text.contains("future"), "{path}: {text}");
            files += 1;
        }
    }
    assert!(files > 3, "{files}");
}

/// Every key of the index is in the part that the directory names.
#[test]
fn the_directory_of_the_index_fits_its_parts() {
    let site = site(model(Language::Vi, None));
    let render = |path: &str| {
        let route = site.routes().iter().find(|route| site.path(**route) == path).unwrap();
        let text = String::from_utf8(site.render(*route).unwrap()).unwrap();
        let json = text.split_once('(').unwrap().1.trim_end().trim_end_matches(");").to_owned();
        serde_json::from_str::<serde_json::Value>(&json).unwrap()
    };
    let directory = render("assets/search/directory.js");
    let firsts: Vec<&str> =
        directory["parts"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
    assert!(firsts.is_sorted());
    for (n, first) in firsts.iter().enumerate() {
        let part = render(&format!("assets/search/words-{}.js", n + 1));
        assert_eq!(part[0], n + 1);
        let keys =
            part[1].as_str().unwrap().split(';').map(|entry| entry.split(',').next().unwrap());
        for key in keys {
            assert!(key >= *first && firsts.get(n + 1).is_none_or(|next| key < *next), "{key}");
        }
    }
    let subjects = usize::try_from(directory["subjects"].as_u64().unwrap()).unwrap();
    let rows: usize = (1..=subjects.div_ceil(12))
        .map(|n| render(&format!("assets/search/rows-{n}.js"))[1].as_array().unwrap().len())
        .sum();
    assert_eq!(rows, subjects);
}
