//! The open data: the figures in the files equal those on the pages and in the assessment.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tiendo::assess::{self, Assessment, PartStanding, Standing};
use tiendo::locale::Locale;
use tiendo::model::{AgencyIx, Kind, Model, PlaceIx, PriorityIx};
use tiendo::site::data::table::{Form, Table};
use tiendo::site::words::Words;
use tiendo::site::{Route, Site, Templates};
use tiendo::{check, content};

use crate::project::{Project, day};

/// A row of a CSV file by column, as a reader sees it who removes the guard against formulas.
type Record = BTreeMap<String, String>;

fn sites() -> Vec<Site> {
    let mut sites: Vec<Site> =
        ["content", "tests/province/content"].map(|folder| built(folder, None)).into();
    sites.push(divided());
    sites
}

/// A directive that uses parts, periodic reports, hours, targets, handovers and groups.
fn divided() -> Site {
    built("tests/records/random/content", Some("2024-03-31"))
}

fn tables(site: &Site) -> Vec<Table> {
    Table::of(site.model().uses()).collect()
}

fn built(folder: &str, date: Option<&str>) -> Site {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (records, sources, _) = content::load(&root).unwrap();
    let model = check::check(&records, &sources).0;
    let as_of = date.map(day).or(model.settings.as_of).unwrap();
    of(model, as_of)
}

fn of(model: Model, as_of: chrono::NaiveDate) -> Site {
    let assessment = assess::assess(&model, as_of).unwrap();
    Site::new(model, assessment, &Templates::embedded()).unwrap()
}

fn text(site: &Site, route: Route) -> String {
    String::from_utf8(site.render(route).unwrap()).unwrap()
}

fn csv(site: &Site, table: Table) -> Vec<Record> {
    let text = text(site, Route::DataTable(table, Form::Csv));
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let cell = |text: &str| text.strip_prefix('\'').unwrap_or(text).to_owned();
    let record = |row: csv::StringRecord| {
        header.iter().map(str::to_owned).zip(row.iter().map(cell)).collect()
    };
    reader.records().map(|row| record(row.unwrap())).collect()
}

fn json(site: &Site, table: Table) -> Value {
    serde_json::from_str(&text(site, Route::DataTable(table, Form::Json))).unwrap()
}

fn number(row: &Record, column: &str) -> u32 {
    row[column].parse().unwrap_or_else(|_| panic!("{column}: {}", row[column]))
}

#[test]
fn csv_and_json_hold_the_same() {
    for site in sites() {
        for table in tables(&site) {
            let whole = json(&site, table);
            assert_eq!(whole["version"], 1);
            assert_eq!(whole["as_of"], site.assessment().as_of.to_string());
            assert_eq!(whole["notice"].as_str(), site.model().settings.notice.as_deref());
            let rows = whole["rows"].as_array().unwrap();
            let records = csv(&site, table);
            assert_eq!(rows.len(), records.len(), "{table:?}");
            for (row, record) in rows.iter().zip(&records) {
                // Only CSV has the date in every row.
                assert_eq!(row.as_object().unwrap().len() + 1, record.len());
                assert_eq!(record["as_of"], site.assessment().as_of.to_string());
                for (column, value) in row.as_object().unwrap() {
                    let said = match value {
                        Value::Null => String::new(),
                        Value::String(text) => text.clone(),
                        Value::Array(list) => {
                            list.iter().map(|v| v.as_str().unwrap()).collect::<Vec<_>>().join(";")
                        }
                        other => other.to_string(),
                    };
                    // Only free text is guarded. No other value begins with the mark.
                    let said = said.strip_prefix('\'').map_or(said.clone(), str::to_owned);
                    assert_eq!(record[column], said, "{table:?} {column}");
                }
            }
        }
    }
}

/// Every public task on every reporting date, judged anew by what was known then.
#[test]
fn history_and_progress_hold_what_was_published_on_each_date() {
    for site in sites() {
        let model = site.model();
        let (mut history, mut progress) = (BTreeMap::new(), BTreeMap::<_, u32>::new());
        for row in csv(&site, Table::History) {
            let said = (row["standing"].clone(), row["standing_days"].clone());
            assert!(history.insert((row["date"].clone(), row["task"].clone()), said).is_none());
        }
        for row in csv(&site, Table::Progress) {
            let group = format!("{} {}", row["group_type"], row["group"]);
            let key = (row["date"].clone(), group, row["kind"].clone(), row["standing"].clone());
            assert!(progress.insert(key, number(&row, "tasks")).is_none());
        }
        let dates: BTreeSet<String> = history.keys().map(|(date, _)| date.clone()).collect();
        assert!(dates.len() > 2 && dates.contains(&site.assessment().as_of.to_string()));
        for date in dates {
            let then = assess::assess_as_known(model, day(&date), day(&date)).unwrap();
            for (ix, task) in then.model.tasks() {
                let said = history.remove(&(date.clone(), task.id.to_string()));
                let assessed = &then.assessment[ix];
                let days = assessed.days.map_or_else(String::new, |days| days.to_string());
                let expected = (!task.restricted && !task.is_absent)
                    .then(|| (assessed.standing.name().to_owned(), days));
                assert_eq!(said, expected, "{date} {}", task.id);
            }
            let priorities = model.priorities.iter().zip(&then.assessment.priorities);
            let groups = priorities.map(|(p, tally)| (format!("priority {}", p.id), tally));
            for (group, tally) in groups.chain([("all all".to_owned(), &then.assessment.directive)])
            {
                for kind in [Kind::Deliverable, Kind::Ongoing, Kind::Duty] {
                    for standing in Standing::ALL {
                        let key = (date.clone(), group.clone(), kind.name(), standing.name());
                        let key = (key.0, key.1, key.2.to_owned(), key.3.to_owned());
                        let said = progress.remove(&key).unwrap_or(0);
                        assert_eq!(said, tally.count(kind, standing), "{key:?}");
                    }
                }
            }
        }
        assert!(history.is_empty() && progress.is_empty(), "{history:?} {progress:?}");
    }
}

/// The changes of a date are those on its page, and lead from the standings before to those after.
#[test]
fn changes_are_those_of_the_pages() {
    let mut seen = BTreeSet::new();
    for site in sites() {
        let mut by_date: BTreeMap<String, Vec<Record>> = BTreeMap::new();
        for row in csv(&site, Table::Changes) {
            by_date.entry(row["date"].clone()).or_default().push(row);
        }
        let history: BTreeMap<(String, String), String> = csv(&site, Table::History)
            .into_iter()
            .map(|row| ((row["date"].clone(), row["task"].clone()), row["standing"].clone()))
            .collect();
        for (date, rows) in &by_date {
            let page = text(&site, Route::Period(day(date)));
            for row in rows {
                seen.insert(row["change"].clone());
                let key = (date.clone(), row["task"].clone());
                assert_eq!(history[&key], row["standing"], "{key:?}");
                let before = history.get(&(row["since"].clone(), row["task"].clone()));
                assert_eq!(
                    before.map_or("", String::as_str),
                    if row["since"] == site.model().directive.date.to_string() {
                        ""
                    } else {
                        &row["standing_before"]
                    },
                    "{key:?}"
                );
                if row["change"] == "standing" {
                    assert_ne!(row["standing"], row["standing_before"]);
                    continue;
                }
                let section = format!("id=\"h-{}\"", row["change"].replace('_', "-"));
                let list = page.split(&section).nth(1).unwrap_or_else(|| panic!("{row:?}"));
                let list = list.split("</ul>").next().unwrap();
                let path = format!("nhiem-vu/{}.html", row["task"]);
                assert!(list.contains(&path) || list.contains("class=\"more\""), "{row:?}");
            }
        }
    }
    for change in ["done", "standing", "redated"] {
        assert!(seen.contains(change), "{change} in {seen:?}");
    }
}

#[test]
fn lateness_against_the_first_deadline_ignores_extensions() {
    let moved = "due: {by: 2024-03-31}\nextensions: [{decided: 2024-03-20, due: 2024-06-30}]\n";
    let ledger = |entries: &str| format!("kind: deliverable\n{moved}updates: [{entries}]\n");
    let project = Project::new()
        .file("documents.yaml", "- {id: bc-1, title: Báo cáo, symbol: 1/BC, date: 2024-01-02}\n")
        .task("1.1", &ledger("{date: 2024-04-25, state: done, evidence: [bc-1]}"))
        .task("1.2", &ledger("{date: 2024-03-31, state: done, evidence: [bc-1]}"))
        .task("1.3", &ledger("{date: 2024-03-31, state: in_progress}"))
        .task("1.4", "kind: deliverable\ndue: {by: 2024-05-31}")
        .task("1.5", &ledger("{date: 2024-04-25, state: cancelled, document: bc-1}"))
        .task("1.6", "kind: deliverable")
        .task("1.7", "kind: ongoing");
    let site = of(project.model(), day("2024-05-01"));
    let days: Vec<String> =
        csv(&site, Table::Tasks).iter().map(|row| row["days_after_first"].clone()).collect();
    assert_eq!(days, ["25", "0", "31", "0", "", "", ""]);
}

#[test]
fn every_entry_names_the_leads_of_its_day() {
    let project = Project::new()
        .file("agencies.yaml", "- {id: so-a, name: Sở A}\n- {id: so-b, name: Sở B}\n")
        .task(
            "1.1",
            "kind: deliverable\nlead: so-a\nhandovers: [{date: 2024-03-01, lead: so-b}]\n\
             updates: [{date: 2024-02-29, text: x}, {date: 2024-03-01, text: y}]",
        );
    let site = of(project.model(), day("2024-05-01"));
    let leads: Vec<String> =
        csv(&site, Table::Updates).iter().map(|row| row["leads"].clone()).collect();
    assert_eq!(leads, ["so-a", "so-b"]);
}

#[test]
fn corrections_are_told_as_data_and_on_their_page() {
    let project = Project::new().task(
        "1.1",
        "kind: deliverable\nupdates: [{date: 2024-02-28, text: x}]\n\
         corrections: [{date: 2024-04-01, of: entry, was: 2024-02-29, reason: \"Gõ <b>nhầm\"}]",
    );
    let site = of(project.model(), day("2024-05-01"));
    let rows = csv(&site, Table::Corrections);
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!((row["of"].as_str(), row["was"].as_str()), ("entry", "2024-02-29"));
    let page = text(&site, Route::Corrections(1));
    assert!(page.contains("Gõ &lt;b&gt;nhầm") && page.contains("29/02/2024"), "{page}");
    let before = of(project.model(), day("2024-03-31"));
    assert!(csv(&before, Table::Corrections).is_empty());
    assert!(text(&before, Route::Corrections(1)).contains("Chưa có số liệu nào"));
}

/// The tally of a row, from the assessment. A section is shown on the page of its priority.
fn tally<'a>(site: &'a Site, row: &Record) -> (&'a assess::Tally, Route) {
    let (model, assessment): (&Model, &Assessment) = (site.model(), site.assessment());
    let place_of = |ids: Vec<&str>| ids.iter().position(|id| **id == row["group"]).unwrap();
    match row["group_type"].as_str() {
        "all" => (&assessment.directive, Route::Overview),
        "priority" => {
            let ids = model.priorities.iter().map(|p| p.id.as_str()).collect();
            let ix = PriorityIx(place_of(ids));
            (&assessment[ix], Route::Priority(ix))
        }
        "section" => {
            let all = model.priorities.iter().enumerate().flat_map(|(n, priority)| {
                priority.sections.iter().enumerate().map(move |(at, section)| (n, at, section))
            });
            let (n, at, _) = all.into_iter().find(|(.., s)| s.id.as_str() == row["group"]).unwrap();
            (&assessment.sections[n][at], Route::Priority(PriorityIx(n)))
        }
        "agency" => {
            let ids = model.agencies.iter().map(|a| a.id.as_str()).collect();
            let ix = AgencyIx(place_of(ids));
            (&assessment[ix].tally, Route::Agency(ix))
        }
        "place" => {
            let ids = model.places.iter().map(|p| p.id.as_str()).collect();
            let ix = PlaceIx(place_of(ids));
            (&assessment[ix].tally, Route::Place(ix))
        }
        other => panic!("{other}"),
    }
}

#[test]
fn tallies_are_those_of_the_engine_and_sum_to_their_total() {
    for site in sites() {
        for row in csv(&site, Table::Tallies) {
            let (tally, _) = tally(&site, &row);
            let columns = [
                ("total", tally.total()),
                ("deliverables", tally.kind(Kind::Deliverable)),
                ("ongoing", tally.kind(Kind::Ongoing)),
                ("duties", tally.kind(Kind::Duty)),
                ("completion_part", tally.completion.part),
                ("completion_high", tally.completion_high),
                ("completion_whole", tally.completion.whole),
                ("on_time_part", tally.on_time.part),
                ("on_time_whole", tally.on_time.whole),
                ("reporting_part", tally.reporting.part),
                ("reporting_whole", tally.reporting.whole),
                ("slips", tally.slips),
                ("parts", tally.parts()),
                ("reports", tally.reports.total()),
                ("reports_on_time", tally.reports.on_time),
                ("reports_late", tally.reports.late),
                ("reports_missing", tally.reports.missing),
            ];
            let columns = columns.into_iter().filter(|(column, _)| row.contains_key(*column));
            for (column, n) in columns {
                assert_eq!(number(&row, column), n, "{} {column}", row["group"]);
            }
            let mut sum = 0;
            for standing in Standing::ALL {
                assert_eq!(number(&row, standing.name()), tally.standing(standing));
                sum += tally.standing(standing);
            }
            assert_eq!(sum, number(&row, "total"), "{}", row["group"]);
            if row.contains_key("parts") {
                let counted =
                    PartStanding::ALL.into_iter().filter(|s| *s != PartStanding::Cancelled);
                let parts = counted.map(|s| number(&row, &format!("parts_{}", s.name())));
                assert_eq!(parts.sum::<u32>(), number(&row, "parts"), "{}", row["group"]);
            }
            assert_eq!(row["word"], tally.word.name());
        }
    }
}

/// A fraction such as "3/12", as the pages write it.
fn fraction(words: &Words, row: &Record, name: &str) -> String {
    match number(row, &format!("{name}_whole")) {
        0 => words.text("not-applicable"),
        whole => format!(
            "{}/{}",
            words.number(number(row, &format!("{name}_part"))),
            words.number(whole)
        ),
    }
}

#[test]
fn every_page_of_a_group_shows_the_figures_of_the_files() {
    let mut pages = 0;
    for site in sites() {
        let words = Words::new(site.model(), "vi");
        let alone = |row: &&Record| !matches!(row["group_type"].as_str(), "all" | "section");
        for row in csv(&site, Table::Tallies).iter().filter(alone) {
            let (_, route) = tally(&site, row);
            let page = text(&site, route);
            let Some(ratios) = page.split("<dl class=\"ratios\">").nth(1) else {
                assert!(number(row, "total") == 0 || row["group_type"] == "place", "{route:?}");
                continue;
            };
            let ratios = ratios.split("</dl>").next().unwrap();
            let shown: Vec<&str> = ratios
                .split("<dd><b>")
                .skip(1)
                .map(|part| part.split("</b>").next().unwrap())
                .collect();
            let expected: Vec<String> = ["completion", "on_time", "reporting"]
                .map(|name| fraction(&words, row, name))
                .into();
            assert_eq!(shown, expected, "{}", site.path(route));
            if number(row, "total") == 0 {
                continue;
            }
            pages += 1;
            let table = page.split("<table class=\"numbers\">").nth(1).unwrap();
            let table = table.split("</table>").next().unwrap();
            for standing in Standing::ALL.into_iter().filter(|s| number(row, s.name()) > 0) {
                let label = format!(">{}</span></th>", words.standing_alone(standing));
                let line = table.lines().find(|line| line.contains(&label));
                let line = line.unwrap_or_else(|| panic!("{label} in {}", site.path(route)));
                let total = format!(">{}</td></tr>", words.number(number(row, standing.name())));
                assert!(line.ends_with(&total), "{line} {total}");
            }
            let total = format!(">{}</td></tr></tfoot>", words.number(number(row, "total")));
            assert!(table.contains(&total), "{total} {table}");
        }
    }
    assert!(pages > 30, "the test no longer finds the figures: {pages}");
}

#[test]
fn the_overview_shows_the_figures_of_the_files() {
    for site in sites() {
        let words = Words::new(site.model(), "vi");
        let rows = csv(&site, Table::Tallies);
        let all = &rows[0];
        let page = text(&site, Route::Overview);
        for expected in [
            fraction(&words, all, "completion"),
            words.number(number(all, "overdue")),
            fraction(&words, all, "reporting"),
        ] {
            assert!(page.contains(&format!(">{expected}<")), "{expected}");
        }
        let tasks = csv(&site, Table::Tasks);
        for standing in Standing::ALL {
            let n = tasks.iter().filter(|row| row["standing"] == standing.name()).count();
            assert_eq!(n as u32, number(all, standing.name()), "{standing:?}");
        }
        for priority in rows.iter().filter(|row| row["group_type"] == "priority") {
            let own = tasks.iter().filter(|task| task["priority"] == priority["group"]).count();
            assert_eq!(own as u32, number(priority, "total"));
        }
        for agency in rows.iter().filter(|row| row["group_type"] == "agency") {
            let leads = |task: &&Record| task["leads"].split(';').any(|id| id == agency["group"]);
            let own = tasks.iter().filter(leads).count();
            assert_eq!(own as u32, number(agency, "total"), "{}", agency["group"]);
        }
    }
}

#[test]
fn the_data_of_every_task_equal_its_page() {
    for site in sites() {
        let tasks = csv(&site, Table::Tasks);
        for ((ix, task), row) in site.model().tasks().zip(&tasks) {
            let page = text(&site, Route::Task(ix));
            let main = page.split("<main").nth(1).unwrap();
            assert_eq!(row["id"], task.id.as_str());
            assert!(row["url"].ends_with(&site.path(Route::Task(ix))));
            let label = format!(">{}</span>", row["standing_label"]);
            assert!(main.contains(&label), "{} {label}", task.id);
            if !row["deadline"].is_empty() {
                assert!(main.contains(&row["deadline"]), "{} {}", task.id, row["deadline"]);
            }
        }
    }
}

#[test]
fn only_the_status_of_a_restricted_record_is_in_the_data() {
    let open = [
        "id",
        "number",
        "title",
        "priority",
        "visibility",
        "leads",
        "standing",
        "standing_days",
        "standing_label",
        "cycles_ended",
        "cycles_reported",
        "deadline",
        "last_good_day",
        "last_change",
        "url",
        "section",
        "due_time",
        "parts_total",
        "parts_done",
        "parts_overdue",
        "as_of",
    ];
    let mut found = 0;
    for site in sites() {
        let tasks = csv(&site, Table::Tasks);
        for row in tasks.iter().filter(|row| row["visibility"] == "status_only") {
            found += 1;
            for (column, cell) in row.iter().filter(|(column, _)| !open.contains(&column.as_str()))
            {
                assert_eq!(cell, "", "{} {column}", row["id"]);
            }
        }
        let public: BTreeSet<&String> = tasks
            .iter()
            .filter(|row| row["visibility"] == "public")
            .map(|row| &row["id"])
            .collect();
        for table in tables(&site) {
            for row in csv(&site, table) {
                let task = row.get("task").filter(|task| !public.contains(task));
                assert_eq!(task, None, "{table:?}");
            }
        }
    }
    assert!(found > 10);
}

#[test]
fn no_cell_is_a_formula_and_texts_come_back() {
    let titles = ["=1+1", "+84 280", "-5", "@SUM(A1)", "'=1", "a,\"b\"\nc", "＝1"];
    let mut project = Project::new();
    for (n, title) in titles.iter().enumerate() {
        let title = serde_json::to_string(title).unwrap();
        project = project.file(
            &format!("tasks/1.{}.yaml", n + 1),
            format!("priority: \"1\"\nkind: duty\ntitle: {title}\n"),
        );
    }
    let site = of(project.model(), day("2024-05-01"));
    let raw = text(&site, Route::DataTable(Table::Tasks, Form::Csv));
    for risky in [",=", ",+", ",-", ",@", ",\"=", ",\"+", ",\"-", ",\"@", ",＝"] {
        assert!(!raw.contains(risky), "{risky} in {raw}");
    }
    let read: Vec<String> = csv(&site, Table::Tasks).iter().map(|r| r["title"].clone()).collect();
    let expected: Vec<String> = site.model().tasks.iter().map(|task| task.title.clone()).collect();
    assert_eq!(read, expected);
}

#[test]
fn the_files_are_the_same_bytes_every_time() {
    for (one, other) in sites().into_iter().zip(sites()) {
        for route in one.routes().iter().filter(|route| route.is_data()) {
            assert!(one.render(*route).unwrap() == other.render(*route).unwrap(), "{route:?}");
        }
    }
}

#[test]
fn data_of_a_past_date_hold_nothing_later() {
    let site = built("tests/province/content", Some("2024-05-01"));
    for update in csv(&site, Table::Updates) {
        assert!(update["date"].as_str() <= "2024-05-01", "{update:?}");
    }
    for task in csv(&site, Table::Tasks) {
        assert!(task["last_change"].as_str() <= "2024-05-01");
    }
}

#[test]
fn the_descriptor_and_the_page_name_every_column_of_every_file() {
    for site in sites() {
        let package: Value = serde_json::from_str(&text(&site, Route::DataPackage)).unwrap();
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len(), tables(&site).len() * 3);
        let page = text(&site, Route::Data);
        let locale = Locale::of("vi");
        for table in tables(&site) {
            let raw = text(&site, Route::DataTable(table, Form::Csv));
            let header: Vec<&str> =
                raw.trim_start_matches('\u{feff}').lines().next().unwrap().split(',').collect();
            let schema = |name: String| {
                let resource = resources.iter().find(|r| r["name"] == name.as_str()).unwrap();
                resource["schema"]["fields"].as_array().unwrap().clone()
            };
            let names = |fields: &[Value], key: &str| {
                fields.iter().map(|f| f[key].as_str().unwrap().to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(names(&schema(table.name().into()), "name"), header);
            let (last, columns) = header.split_last().unwrap();
            assert_eq!(*last, "as_of");
            assert_eq!(names(&schema(format!("{}-json", table.name())), "name"), columns);
            let sheet = schema(format!("{}-xlsx", table.name()));
            assert_eq!(names(&sheet, "column"), columns);
            let titles: BTreeSet<String> = names(&sheet, "name").into_iter().collect();
            assert_eq!(titles.len(), columns.len(), "two columns of {table:?} have one title");
            let part = page.split(&format!("id=\"bang-{}\"", table.name())).nth(1).unwrap();
            let part = part.split("</table>").next().unwrap();
            for column in header {
                assert!(part.contains(&format!("<code>{column}</code>")), "{table:?} {column}");
            }
            assert!(page.contains(&locale.text(&format!("data-{}", table.name()))));
        }
    }
}

#[test]
fn the_licence_or_its_absence_is_shown() {
    let project = Project::new().task("1.1", "kind: duty");
    let without = of(project.model(), day("2024-05-01"));
    assert!(text(&without, Route::Data).contains("chưa nêu giấy phép"));
    assert!(!text(&without, Route::DataPackage).contains("licenses"));
    project.write(
        "site.yaml",
        "title: Tiến độ\nlicence: {name: CC BY 4.0, url: \"https://creativecommons.org/licenses/by/4.0/\"}\n",
    );
    let with = of(project.model(), day("2024-05-01"));
    for route in [Route::Data, Route::DataPackage, Route::Catalog] {
        let text = text(&with, route);
        assert!(text.contains("https://creativecommons.org/licenses/by/4.0/"), "{route:?}");
    }
    assert_eq!(json(&with, Table::Tasks)["licence"]["name"], "CC BY 4.0");
    project.write("site.yaml", "title: T\npublisher: P\ncontact: c\nlicence: {name: CC}\n");
    assert_eq!(project.diagnostics(), ["site.yaml:4:1 missing-field"]);
}

/// The columns and tables that a task adds to the smallest content.
fn added(key: &str, task: &str) -> Vec<String> {
    let columns = |project: &Project| {
        let site = of(project.model(), day("2024-05-01"));
        let header = |table: Table| {
            let text = text(&site, Route::DataTable(table, Form::Csv));
            let line = text.trim_start_matches('\u{feff}').lines().next().unwrap().to_owned();
            line.split(',').map(|c| format!("{}.{c}", table.name())).collect::<Vec<_>>()
        };
        let tables = || tables(&site).into_iter();
        let further = tables().filter(|table| Table::ALL[..7].iter().all(|known| known != table));
        let mut names: Vec<String> = further.map(|table| table.name().to_owned()).collect();
        names.extend(tables().filter(|table| Table::ALL[..7].contains(table)).flat_map(header));
        names
    };
    let plain = Project::new().task("1.1", "kind: deliverable\ndue: 2024-05-10");
    let known = columns(&plain);
    let with = columns(&Project::new().task("1.1", task));
    let added = with.into_iter().filter(|name| !known.contains(name)).collect();
    let restricted = Project::new().task("1.1", &format!("{task}\nvisibility: status_only"));
    assert_eq!(columns(&restricted), known, "{key} of a restricted task");
    added
}

#[test]
fn columns_and_tables_of_a_key_are_there_only_if_a_public_record_uses_it() {
    let due = "kind: deliverable\ndue: 2024-05-10";
    let counts = ["total", "done", "late", "overdue"].map(|n| format!("tasks.parts_{n}"));
    let parts = added("parts", &format!("{due}\nparts: [{{id: a, title: A}}]"));
    assert!(parts.starts_with(&["parts".to_owned()]) && counts.iter().all(|n| parts.contains(n)));
    assert!(parts.contains(&"updates.part".to_owned()));
    assert!(parts.contains(&"tallies.parts_overdue".to_owned()));
    assert!(!parts.contains(&"tallies.reports_missing".to_owned()));
    let reports = added("reports", "kind: ongoing\nreports: {every: month, by: 25}");
    assert!(
        reports.starts_with(&["parts".to_owned()]) && counts.iter().all(|n| reports.contains(n))
    );
    assert!(reports.contains(&"tallies.reports_missing".to_owned()));
    assert!(!reports.contains(&"tallies.parts_overdue".to_owned()));
    for (key, task, expected) in [
        (
            "targets",
            "targets: [{title: T, at_least: \"1,5\"}]",
            &["targets", "values", "tasks.targets_total", "tasks.targets_reached"][..],
        ),
        ("handovers", "lead: so-a\nhandovers: [{date: 2024-04-01, lead: so-b}]", &["handovers"]),
        (
            "reason",
            "extensions: [{decided: 2024-05-01, due: 2024-05-20, document: qd-1, reason: Mưa}]",
            &["updates.reason"],
        ),
    ] {
        assert_eq!(added(key, &format!("{due}\n{task}")), expected, "{key}");
    }
    assert_eq!(
        added("hours", "kind: deliverable\ndue: 2024-05-10T17:00"),
        ["tasks.due_time", "tasks.completed_time", "updates.time"]
    );
}

#[test]
fn parts_targets_and_handovers_are_those_of_the_engine() {
    let site = divided();
    let (model, assessment) = (site.model(), site.assessment());
    let public = || model.tasks().filter(|(_, task)| !task.restricted);
    let tasks = csv(&site, Table::Tasks);
    let of = |table: Table, id: &str| -> Vec<Record> {
        csv(&site, table).into_iter().filter(|row| row["task"] == id).collect()
    };
    let mut seen = [0; 3];
    for (ix, task) in public() {
        let row = tasks.iter().find(|row| row["id"] == task.id.as_str()).unwrap();
        let parts = of(Table::Parts, task.id.as_str());
        let judged = &assessment[ix].parts;
        assert_eq!(parts.len(), judged.list.len());
        for (row, part) in parts.iter().zip(&judged.list) {
            assert_eq!(
                (row["part"].as_str(), row["standing"].as_str()),
                (part.id.as_str(), part.standing.name())
            );
            assert_eq!(row["days"], part.days.map(|n| n.to_string()).unwrap_or_default());
        }
        if task.is_divided() {
            seen[0] += 1;
            assert_eq!(number(row, "parts_total"), judged.counts.total);
            assert_eq!(number(row, "parts_overdue"), judged.counts.overdue);
        }
        let levels: Vec<_> = assessment[ix].levels.iter().flatten().collect();
        let rows = of(Table::Targets, task.id.as_str());
        let reached = levels.iter().filter(|level| level.reach.is_reached()).count();
        assert_eq!(rows.len(), levels.len());
        if !levels.is_empty() {
            seen[1] += 1;
            assert_eq!(number(row, "targets_reached") as usize, reached);
        }
        let handed_over = of(Table::Handovers, task.id.as_str());
        assert_eq!(handed_over.len(), assessment[ix].handed_over.len());
        seen[2] += handed_over.len();
        assert!(handed_over.iter().all(|row| row["date"].as_str() <= "2024-03-31"));
    }
    assert!(seen.iter().all(|n| *n > 3), "{seen:?}");
    let restricted = csv(&site, Table::Tasks);
    let divided = restricted.iter().filter(|r| r["visibility"] == "status_only");
    assert!(divided.clone().count() > 0);
    assert!(divided.into_iter().all(|row| row["parts_late"].is_empty()));
}
