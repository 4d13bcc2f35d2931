//! Every standing and every tally of the test province, on fifteen dates, and of a ledger with late
//! recordings and corrections, on twenty-four, each as published, compared with tables that were
//! derived from the design alone (see `tests/province/README.md` and `tests/README.md`).

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use tiendo::assess::{Assessed, Standing, Tally, assess_as_known, ledger};
use tiendo::model::{Kind, Model, Task};
use tiendo::{check, content};

/// A table: a header, then rows with all cells as text.
struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned).collect());
        Table { header: lines.next().unwrap(), rows: lines.collect() }
    }

    fn dates(&self) -> Vec<NaiveDate> {
        let mut dates: Vec<NaiveDate> =
            self.rows.iter().map(|row| row[0].parse().unwrap()).collect();
        dates.dedup();
        dates
    }
}

fn province() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/province")
}

fn model_of(content: &Path) -> Model {
    let (records, sources, diagnostics) = content::load(content).unwrap();
    let (model, more) = check::check(&records, &sources);
    let errors: Vec<String> = diagnostics
        .iter()
        .chain(more.iter())
        .filter(|d| d.severity == tiendo::diagnostic::Severity::Error)
        .map(|d| {
            let position = d.position(&sources);
            let path = &sources.get(d.place.file).path;
            format!("{path}:{}:{} {} {:?}", position.line, position.column, d.code, d.args)
        })
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    model
}

/// Folders with `content/` and, in `expected/`, the two tables. `TIENDO_TABLES` may add others,
/// separated by colons.
fn folders() -> Vec<PathBuf> {
    let mut folders = vec![
        province(),
        province().with_file_name("ledger"),
        province().with_file_name("records").join("random"),
    ];
    #[expect(clippy::disallowed_methods, reason = "a test may ask its runner")]
    if let Ok(more) = std::env::var("TIENDO_TABLES") {
        folders.extend(more.split(':').map(PathBuf::from));
    }
    folders
}

#[test]
fn every_task_stands_as_the_table_says() {
    for folder in folders() {
        let model = model_of(&folder.join("content"));
        let table = Table::read(&folder.join("expected/standings.tsv"));
        let mut wrong = Vec::new();
        for date in table.dates() {
            let published = assess_as_known(&model, date, date).unwrap();
            let (records, assessment) = published.both();
            for (ix, task) in records.tasks() {
                let row = task_row(date, task, &assessment[ix]);
                let expected = table
                    .rows
                    .iter()
                    .find(|row| row[0] == date.to_string() && row[1] == task.id.as_str())
                    .unwrap_or_else(|| panic!("no row for {date} {}", task.id));
                for ((name, cell), wanted) in table.header.iter().zip(&row).zip(expected) {
                    if cell != wanted {
                        wrong.push(format!("{date} {}: {name} {cell}, not {wanted}", task.id));
                    }
                }
            }
            let rows = table.rows.iter().filter(|row| row[0] == date.to_string()).count();
            assert_eq!(rows, records.tasks().count(), "tasks on {date}");
        }
        assert!(wrong.is_empty(), "{} differ:\n{}", folder.display(), wrong.join("\n"));
    }
}

#[test]
fn every_group_adds_up_as_the_table_says() {
    for folder in folders() {
        let model = model_of(&folder.join("content"));
        let table = Table::read(&folder.join("expected/groups.tsv"));
        let mut wrong = Vec::new();
        for date in table.dates() {
            let published = assess_as_known(&model, date, date).unwrap();
            let assessment = &published.assessment;
            let mut groups = vec![("directive".to_owned(), &assessment.directive)];
            for (priority, tally) in model.priorities.iter().zip(&assessment.priorities) {
                groups.push((format!("priority:{}", priority.id), tally));
            }
            for (priority, tallies) in model.priorities.iter().zip(&assessment.sections) {
                for (section, tally) in priority.sections.iter().zip(tallies) {
                    groups.push((format!("section:{}", section.id), tally));
                }
            }
            for (agency, group) in model.agencies.iter().zip(&assessment.agencies) {
                groups.push((format!("agency:{}", agency.id), &group.tally));
            }
            for (place, group) in model.places.iter().zip(&assessment.places) {
                groups.push((format!("place:{}", place.id), &group.tally));
            }
            for (name, tally) in groups {
                let expected = table
                    .rows
                    .iter()
                    .find(|row| row[0] == date.to_string() && row[1] == name)
                    .unwrap_or_else(|| panic!("no row for {date} {name}"));
                for (column, wanted) in table.header.iter().zip(expected).skip(2) {
                    let cell = group_cell(tally, column);
                    if cell != *wanted {
                        wrong.push(format!("{date} {name}: {column} {cell}, not {wanted}"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{} differ:\n{}", folder.display(), wrong.join("\n"));
    }
}

/// Parts, periods, levels and leads after handovers, and the two lines of groups, in the folders that
/// have tables of them.
#[test]
fn parts_and_lines_are_what_the_tables_say() {
    let mut compared = 0;
    for folder in folders() {
        let path = folder.join("expected/parts.tsv");
        if !path.exists() {
            continue;
        }
        let model = model_of(&folder.join("content"));
        let (parts, lines) = (Table::read(&path), Table::read(&folder.join("expected/lines.tsv")));
        let mut wrong = Vec::new();
        for date in Table::read(&folder.join("expected/standings.tsv")).dates() {
            let published = assess_as_known(&model, date, date).unwrap();
            let (records, assessment) = published.both();
            let found: Vec<Vec<String>> = records
                .tasks()
                .flat_map(|(ix, task)| part_rows(date, records, task, &assessment[ix]))
                .collect();
            let mut groups = vec![("directive".to_owned(), &assessment.directive)];
            for (n, priority) in records.priorities.iter().enumerate() {
                groups.push((format!("priority:{}", priority.id), &assessment.priorities[n]));
                for (section, tally) in priority.sections.iter().zip(&assessment.sections[n]) {
                    groups.push((format!("section:{}", section.id), tally));
                }
            }
            for (agency, group) in records.agencies.iter().zip(&assessment.agencies) {
                groups.push((format!("agency:{}", agency.id), &group.tally));
            }
            for (place, group) in records.places.iter().zip(&assessment.places) {
                groups.push((format!("place:{}", place.id), &group.tally));
            }
            let sums: Vec<Vec<String>> = groups
                .into_iter()
                .filter_map(|(name, tally)| line_row(date, name, tally))
                .collect();
            for (what, table, found) in [("parts", &parts, found), ("lines", &lines, sums)] {
                let of_day = |row: &&Vec<String>| row[0] == date.to_string();
                let expected: Vec<&Vec<String>> = table.rows.iter().filter(of_day).collect();
                compared += expected.len();
                for row in expected.iter().filter(|row| !found.contains(row)) {
                    wrong.push(format!("{what} missing: {row:?}"));
                }
                for row in found.iter().filter(|row| !expected.contains(row)) {
                    wrong.push(format!("{what} not expected: {row:?}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{} differ:\n{}", folder.display(), wrong.join("\n"));
    }
    assert!(compared > 1000, "{compared}");
}

fn part_rows(date: NaiveDate, model: &Model, task: &Task, assessed: &Assessed) -> Vec<Vec<String>> {
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let row = |part: &str, standing: String, days: Option<u32>, causes: &[&str], slip: u32| {
        vec![
            date.to_string(),
            task.id.to_string(),
            part.to_owned(),
            standing,
            or_dash(days.map(|days| days.to_string())),
            or_dash((!causes.is_empty()).then(|| causes.join("+"))),
            or_dash((slip > 0).then(|| slip.to_string())),
        ]
    };
    let mut rows = Vec::new();
    for part in &assessed.parts.list {
        let causes = [("blocked", part.blocked), ("awaiting_evidence", part.awaiting_evidence)];
        let causes: Vec<&str> = causes.iter().filter(|(_, is)| *is).map(|(n, _)| *n).collect();
        let standing = part.standing.name().to_owned();
        rows.push(row(part.id.as_str(), standing, part.days, &causes, part.slip_days));
    }
    for (n, level) in assessed.levels.iter().flatten().enumerate() {
        rows.push(row(&format!("level:{n}"), level.reach.name().to_owned(), level.days, &[], 0));
    }
    if task.handovers.iter().any(|handover| handover.recorded <= date) {
        let leads = assessed.leads.iter().map(|lead| model[lead.agency].id.as_str());
        let leads = leads.collect::<Vec<_>>().join(",");
        let leads = if leads.is_empty() { "-".to_owned() } else { leads };
        rows.push(row("leads", leads, None, &[], 0));
    }
    rows
}

fn line_row(date: NaiveDate, name: String, tally: &Tally) -> Option<Vec<String>> {
    let mut parts: Vec<String> = tiendo::assess::PartStanding::ALL
        .into_iter()
        .filter(|standing| tally.part(*standing) > 0)
        .map(|standing| format!("{}={}", standing.name(), tally.part(standing)))
        .collect();
    parts.sort();
    let reports = tally.reports;
    if parts.is_empty() && reports.total() == 0 {
        return None;
    }
    let parts = if parts.is_empty() { "-".to_owned() } else { parts.join(",") };
    let reports = format!("{}/{}/{}", reports.on_time, reports.late, reports.missing);
    Some(vec![date.to_string(), name, parts, reports])
}

fn task_row(date: NaiveDate, task: &Task, assessed: &Assessed) -> Vec<String> {
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let causes = [
        ("blocked", assessed.causes.blocked),
        ("awaiting_evidence", assessed.causes.awaiting_evidence),
        ("no_report", assessed.causes.no_report),
        ("stale", assessed.causes.stale.is_some()),
    ];
    let causes: Vec<&str> = causes.iter().filter(|(_, is)| *is).map(|(name, _)| *name).collect();
    let deadline = ledger::in_force(task, date).and_then(|due| due.last_good_day);
    vec![
        date.to_string(),
        task.id.to_string(),
        assessed.standing.name().to_owned(),
        or_dash(assessed.days.map(|days| days.to_string())),
        or_dash((!causes.is_empty()).then(|| causes.join("+"))),
        or_dash(assessed.causes.stale.map(|days| days.to_string())),
        or_dash((assessed.slip_days > 0).then(|| assessed.slip_days.to_string())),
        or_dash(deadline.map(|day| day.to_string())),
        or_dash(assessed.last_entry.map(|day| day.to_string())),
        or_dash(assessed.cycles.map(|cycles| format!("{}/{}", cycles.reported, cycles.ended))),
    ]
}

fn group_cell(tally: &Tally, column: &str) -> String {
    match column {
        "total" => tally.total().to_string(),
        "completion_done" => tally.completion.part.to_string(),
        "completion_high" => tally.completion_high.to_string(),
        "completion_whole" => tally.completion.whole.to_string(),
        "on_time" => tally.on_time.part.to_string(),
        "on_time_whole" => tally.on_time.whole.to_string(),
        "slips" => tally.slips.to_string(),
        "reported_ratio" | "reporting_part" => tally.reporting.part.to_string(),
        "reporting_whole" => tally.reporting.whole.to_string(),
        "word" => tally.word.name().to_owned(),
        "overdue" => tally.overdue().to_string(),
        "no_report_deliverable" => tally.count(Kind::Deliverable, Standing::NoReport).to_string(),
        "no_report_ongoing" => tally.count(Kind::Ongoing, Standing::NoReport).to_string(),
        standing => Standing::ALL
            .iter()
            .find(|known| known.name() == standing)
            .map(|standing| tally.standing(*standing).to_string())
            .unwrap_or_else(|| panic!("unknown column {standing}")),
    }
}
