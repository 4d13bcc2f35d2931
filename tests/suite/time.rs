//! What changes between two dates, what a future day brings, and computed figures in prose.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use tiendo::assess::changes::{Changes, Event};
use tiendo::assess::{self, Assessment, Outlook, Standing, assess_as_known};
use tiendo::model::{Kind, Model, State, TaskIx};
use tiendo::pipeline;
use tiendo::site::{Site, Templates};

use crate::golden;
use crate::project::{Project, day};

fn province() -> Project {
    let project = Project::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/province/content");
    fs::remove_dir_all(project.content()).unwrap();
    for (path, bytes) in golden::files(&from) {
        project.write(&path, bytes);
    }
    project
}

fn on(model: &Model, date: NaiveDate) -> Assessment {
    assess::assess(model, date).unwrap()
}

/// An event as the reference table writes it: task, event, detail.
fn row(model: &Model, changes: &Changes, n: usize, event: &Event) -> [String; 3] {
    let change = &changes.tasks[n];
    let dash = |day: &Option<NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
    let ids = |agencies: &[tiendo::model::AgencyIx]| {
        let ids: Vec<&str> = agencies.iter().map(|a| model[*a].id.as_str()).collect();
        if ids.is_empty() { "-".to_owned() } else { ids.join("+") }
    };
    let detail = match event {
        Event::Done(on) => format!("{on} {}", change.labels[1].standing.name()),
        Event::NoLongerOverdue(relief) => relief.name().to_owned(),
        Event::Redated(redated) => format!("{} {}", dash(&redated.from), dash(&redated.to)),
        Event::Led { from, to } => format!("{} {}", ids(from), ids(to)),
        Event::PartsDone(parts) => {
            parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        }
        Event::PartsMoved(moves) => {
            let one = |m: &tiendo::assess::changes::PartMove| {
                format!("{} {} {}", m.part, dash(&m.from), dash(&m.to))
            };
            moves.iter().map(one).collect::<Vec<_>>().join(", ")
        }
        Event::Levels(levels) => {
            let one =
                |(target, level, standing): &(usize, usize, tiendo::assess::LevelStanding)| {
                    format!("{}.{} {}", target + 1, level + 1, standing.reach.name())
                };
            levels.iter().map(one).collect::<Vec<_>>().join(", ")
        }
        _ => "-".to_owned(),
    };
    [model[change.task].id.to_string(), event.name().to_owned(), detail]
}

#[test]
fn what_changed_is_what_the_table_says() {
    changes_are_those_of_the_table(&province().model(), "province");
    changes_are_those_of_the_table(&ledger(), "ledger");
}

/// Compares what became known between the dates of a table with its rows. The tables know nothing
/// of corrections as such, only of what they change.
fn changes_are_those_of_the_table(model: &Model, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = path.join(format!("tests/{name}/expected/changes.tsv"));
    let text = fs::read_to_string(path).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|l| l.split('\t').collect()).collect();
    let pairs: BTreeSet<(&str, &str)> = rows.iter().map(|row| (row[0], row[1])).collect();
    assert!(pairs.len() > 5 && rows.len() > 100, "the table was cut");
    for (from, to) in pairs {
        let known = |date| assess_as_known(model, day(date), day(date)).unwrap();
        let (before, after) = (known(from), known(to));
        let changes = Changes::between(before.both(), after.both());
        let mut found: Vec<[String; 3]> = Vec::new();
        for (n, change) in changes.tasks.iter().enumerate() {
            let events = change.events.iter().filter(|event| event.name() != "corrected");
            found.extend(events.map(|event| row(model, &changes, n, event)));
        }
        let mut expected: Vec<[String; 3]> = rows
            .iter()
            .filter(|row| (row[0], row[1]) == (from, to))
            .map(|row| [row[2], row[3], row[4]].map(str::to_owned))
            .collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{name}: {from} to {to}");
    }
}

/// The facts that events can change, on one date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Facts {
    done: Option<NaiveDate>,
    overdue: bool,
    silent: bool,
    blocked: bool,
    stopped: Option<Standing>,
}

fn facts(model: &Model, assessment: &Assessment) -> Vec<Facts> {
    (model.tasks.iter().enumerate())
        .map(|(n, task)| {
            if task.is_absent {
                return Facts::default();
            }
            let ix = TaskIx(n);
            let assessed = &assessment[ix];
            let standing = assessed.standing;
            let stopped = standing.is_stopped();
            let unreported = matches!(standing, Standing::NoReport | Standing::ReportMissing);
            let done = assessed.completion.map(|c| c.on).filter(|_| standing.is_done());
            Facts {
                done,
                overdue: standing == Standing::Overdue,
                silent: match task.kind {
                    Kind::Duty => false,
                    Kind::Ongoing => unreported,
                    Kind::Deliverable => assessed.silent && done.is_none() && !stopped,
                },
                blocked: !stopped && assessed.state(task) == Some(State::Blocked),
                stopped: stopped.then_some(standing),
            }
        })
        .collect()
}

/// Applies changes to facts, using the events alone. Whether an added task is silent is no event.
fn applied(mut facts: Vec<Facts>, changes: &Changes) -> Vec<Facts> {
    for change in &changes.tasks {
        let fact = &mut facts[change.task.0];
        let was_done = fact.done;
        for event in &change.events {
            match event {
                Event::Done(on) => *fact = Facts { done: Some(*on), ..Facts::default() },
                Event::Reopened => fact.done = None,
                Event::Overdue => fact.overdue = true,
                Event::NoLongerOverdue(_) => fact.overdue = false,
                Event::Silent(_) => fact.silent = true,
                Event::HeardAgain => fact.silent = false,
                Event::Blocked => fact.blocked = true,
                Event::Unblocked => fact.blocked = false,
                Event::AwaitingEvidence => fact.done = fact.done.filter(|on| was_done != Some(*on)),
                Event::Cancelled(_) => {
                    *fact = Facts { stopped: Some(Standing::Cancelled), ..Facts::default() };
                }
                Event::Superseded(_) => {
                    *fact = Facts { stopped: Some(Standing::Superseded), ..Facts::default() };
                }
                Event::Resumed => fact.stopped = None,
                Event::Added => *fact = Facts::default(),
                Event::Redated(_)
                | Event::Led { .. }
                | Event::Corrected(_)
                | Event::PartsDone(_)
                | Event::PartsMoved(_)
                | Event::Levels(_) => {}
            }
        }
    }
    facts
}

/// Holds for any model and any two dates, the earlier one first. `properties.rs` tries many.
pub(crate) fn changes_lead_from_one_date_to_the_other(
    model: &Model,
    from: NaiveDate,
    to: NaiveDate,
) {
    let (before, after) = (on(model, from), on(model, to));
    let changes = Changes::between((model, &before), (model, &after));
    assert_eq!(applied(facts(model, &before), &changes), facts(model, &after), "{from} to {to}");
    let mut standings: Vec<Standing> = before.tasks.iter().map(|task| task.standing).collect();
    for change in &changes.tasks {
        assert_eq!(standings[change.task.0], change.labels[0].standing);
        standings[change.task.0] = change.labels[1].standing;
    }
    let then: Vec<Standing> = after.tasks.iter().map(|task| task.standing).collect();
    assert_eq!(standings, then, "{from} to {to}");
    for assessment in [&before, &after] {
        let same = Changes::between((model, assessment), (model, assessment));
        assert!(same.is_empty(), "nothing changes from a day to itself");
    }
}

#[test]
fn changes_of_the_province_lead_from_any_date_to_any_other() {
    let model = province().model();
    let dates = ["2024-01-10", "2024-02-29", "2024-03-01", "2024-06-30", "2024-08-31"];
    let dates = [&dates[..], &["2024-09-30", "2024-10-15", "2024-12-31", "2025-03-31"]].concat();
    for (n, from) in dates.iter().enumerate() {
        for to in &dates[n..] {
            changes_lead_from_one_date_to_the_other(&model, day(from), day(to));
        }
    }
}

#[test]
fn a_forecast_knows_no_more_than_its_own_date() {
    let task = "kind: deliverable\ndue: 2024-06-10\n\
                extensions:\n  - {decided: 2024-06-05, due: 2024-08-01}\n\
                updates:\n  - {date: 2024-03-10}\n  - {date: 2024-06-08, state: done, evidence: [bc-1]}";
    let model = Project::new()
        .task("1.1", task)
        .task("1.2", "kind: ongoing\nupdates:\n  - {date: 2024-03-20}")
        .model();
    let today = on(&model, day("2024-04-15"));
    for (date, expected) in [
        ("2024-04-15", ""),
        ("2024-04-29", ""),
        ("2024-04-30", "1.2 unreported"),
        ("2024-06-02", "1.2 unreported"),
        ("2024-06-03", "1.1 due_soon 2024-06-10 1.2 unreported"),
        ("2024-06-10", "1.1 due_soon 2024-06-10 stale 92 1.2 unreported"),
        ("2024-06-11", "1.1 overdue 2024-06-10 stale 93 1.2 unreported"),
    ] {
        let later = assess::assess_as_known(&model, day(date), today.as_of).unwrap();
        let outlook = Outlook::between(&today, later.both());
        let mut said = Vec::new();
        for turn in &outlook.tasks {
            said.push(model[turn.task].id.to_string());
            for into in &turn.into {
                use tiendo::assess::outlook::Prospect;
                said.push(into.name().to_owned());
                match into {
                    Prospect::Overdue(day) | Prospect::DueSoon(day) => said.push(day.to_string()),
                    Prospect::PartOverdue(_, day) | Prospect::PartDueSoon(_, day) => {
                        said.push(day.to_string());
                    }
                    Prospect::Stale(days) => said.push(days.to_string()),
                    Prospect::Unreported => {}
                }
            }
        }
        assert_eq!(said.join(" "), expected, "{date}");
    }
}

fn with_note(body: &str) -> Project {
    let done = "kind: deliverable\ndue: 2024-06-10\nupdates:\n  - {date: 2024-05-10, state: done, evidence: [bc-1]}";
    Project::new()
        .task("1.1", done)
        .task("1.2", "kind: deliverable\ndue: 2024-05-20\nlead: so-a")
        .note("2024-05-01-a", "date: 2024-05-01\ntitle: Ghi\ntasks: [\"1.1\"]", body)
}

fn page(project: &Project, date: &str, path: &str) -> String {
    let model = project.model();
    let assessment = on(&model, day(date));
    let site = Site::new(model, assessment, &Templates::embedded()).unwrap();
    let route = site.routes().iter().find(|route| site.path(**route) == path).unwrap();
    String::from_utf8(site.render(*route).unwrap()).unwrap()
}

#[test]
fn figures_in_a_note_are_those_of_the_date_that_is_shown() {
    let project = with_note(
        "Xong {{hoan-thanh}}; mục {{Hoàn thành muc: 1}}, {{qua-han co-quan:so-a}} quá hạn.\n\n\
         {{qua-han}}. Không phải danh sách. `{{hoan-thanh}}` \\{{hoan-thanh}} {{hoan-thanh = 0/2}}",
    );
    assert_eq!(project.diagnostics(), [""; 0]);
    let note = page(&project, "2024-05-25", "ghi-chep/2024-05-01-a.html");
    assert!(note.contains("<p>Xong 1/2; mục 1/2, 1 quá hạn.</p>"), "{note}");
    assert!(note.contains(
        "<p>1. Không phải danh sách. <code>{{hoan-thanh}}</code> {{hoan-thanh}} 0/2</p>"
    ));
    assert!(note.contains("số đến ngày 25 tháng 5 năm 2024"), "the date of the figures is told");
    let list = page(&project, "2024-05-12", "ghi-chep.html");
    assert!(list.contains("Xong 1/2; mục 1/2, 0 quá hạn."), "excerpts say the same");
}

#[test]
fn a_page_of_a_reporting_date_shows_that_day_and_nothing_later() {
    let project = province();
    let page = |path| page(&project, "2024-10-15", path);
    let september = page("ky-bao-cao/2024-09-30.html");
    assert!(september.contains("ngày 30 tháng 9 năm 2024") && september.contains("15 tháng 10"));
    assert!(september.contains("<b>17/39</b>") && september.contains("Hoàn thành (5)"));
    assert!(
        september.contains("href=\"2024-06-30.html\"") && september.contains("2024-10-15.html")
    );
    // 6.1 and 6.3 are restricted and changed.
    let october = page("ky-bao-cao/2024-10-15.html");
    assert!(october.contains("Mới quá hạn (4)"), "one of the five is restricted");
    for text in [&september, &october] {
        assert!(!text.contains("nhiem-vu/6.") && !text.to_uppercase().contains("BIMAT"));
    }
    // A future reporting date has no page.
    let model = project.model();
    let assessment = on(&model, day("2024-10-15"));
    let site = Site::new(model, assessment, &Templates::embedded()).unwrap();
    let paths: Vec<String> = site.routes().iter().map(|route| site.path(*route)).collect();
    assert!(!paths.iter().any(|path| path == "ky-bao-cao/2024-12-31.html"));
}

#[test]
fn many_reporting_dates_each_have_a_page_and_the_table_leads_to_the_earlier_ones() {
    let dates: Vec<String> =
        (0..20).map(|n| (day("2024-03-05") + chrono::Days::new(7 * n)).to_string()).collect();
    let settings = format!("title: Thử\nas_of: 2024-08-01\nperiods: [{}]\n", dates.join(", "));
    let project = Project::new().file("site.yaml", settings).task("1.1", "kind: ongoing");
    let table = page(&project, "2024-08-01", "dien-bien.html");
    assert_eq!(table.matches("href=\"ky-bao-cao/").count(), 13, "twelve rows, and one way back");
    assert!(table.contains("ky-bao-cao/2024-04-30.html\">Còn 9 kỳ trước nữa</a>"), "{table}");
    let first = page(&project, "2024-08-01", "ky-bao-cao/2024-03-05.html");
    assert!(first.contains("Thay đổi từ ngày ban hành 01/3/2024 đến 05/3/2024"));
    assert!(first.contains("2024-03-12.html") && !first.contains("rel=\"prev\""));
}

#[test]
fn a_fragment_is_no_page_names_whole_addresses_and_keeps_its_text_out_of_markup() {
    let project = province();
    let box_ = page(&project, "2024-10-15", "nhung/tong-hop.html");
    assert!(!box_.contains("<html") && !box_.contains("<script") && !box_.contains("style=\""));
    for link in box_.split("href=\"").skip(1) {
        assert!(link.starts_with("https://tiendo.songlamthuong.example/kh07/"), "{link}");
    }
    for class in box_.split("class=\"").skip(1) {
        assert!(class.starts_with("tiendo-"), "{class}");
    }
    assert!(page(&project, "2024-10-15", "nhung.html").contains("&lt;div class=&quot;tiendo-box"));
    assert!(!page(&project, "2024-10-15", "sitemap.xml").contains("/nhung/"));
    assert!(page(&project, "2024-10-15", "robots.txt").contains("Disallow: /kh07/nhung/\n"));
    let hostile = Project::new().task("1.1", "kind: deliverable").file(
        "directive.yaml",
        "number: '<b>&\"1'\ndate: 2024-03-01\nsubject: Thử\nperiod: {from: 2024-03-01, to: 2024-12-31}\n\
         priorities:\n  - {id: \"1\", title: Một}\n",
    );
    let badge = page(&hostile, "2024-03-05", "nhung/huy-hieu.svg");
    assert!(!badge.contains("<b>") && badge.contains("&lt;b&gt;"), "{badge}");
}

#[test]
fn what_diff_and_forecast_print() {
    let project = province();
    for language in ["vi", "en"] {
        let mut said = String::new();
        for command in [
            &["diff", "--from", "2024-06-30", "--to", "2024-09-30"][..],
            &["diff", "--from", "30/9/2024", "--format", "markdown"],
            &["diff", "--from", "2024-02-29", "--to", "2024-03-01", "--agency", "chi-cuc-ben-do"],
            &["diff", "--from", "2024-09-30", "--priority", "1"],
            &["diff", "--from", "2024-09-30", "--format", "json", "--priority", "6"],
            &["diff", "--from", "2024-10-15"],
            &["diff", "--from", "2024-10-16"],
            &["diff", "--from", "2024-09-30", "--agency", "so-ket-no"],
            &["diff"],
            &["forecast", "--as-of", "2024-11-01"],
            &["forecast", "--as-of", "2024-12-31", "--format", "markdown", "--priority", "1"],
            &["forecast", "--as-of", "2024-11-01", "--format", "json", "--agency", "so-ket-noi"],
            &["forecast", "--as-of", "2024-10-15"],
            &["forecast", "--as-of", "2024-10-14"],
            &["diff", "--help"],
            &["forecast", "--help"],
        ] {
            let arguments = [command, &["--lang", language]].concat();
            let answer = project.run(&arguments);
            said.push_str(&format!("$ tiendo {}\n{}", arguments.join(" "), answer.stdout));
            if !answer.stderr.is_empty() {
                said.push_str(&format!("--- stderr\n{}", answer.stderr));
            }
            said.push_str(&format!("[{}]\n", answer.code));
        }
        golden::text(&format!("transcripts/time.{language}.txt"), &said);
    }
}

/// The ledger with late recordings, corrections, a merger of agencies and replaced tasks.
fn ledger() -> Model {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ledger/content");
    pipeline::load(&root).unwrap().model
}

#[test]
fn weekly_changes_as_published_sum_up_to_the_whole() {
    let model = ledger();
    let first = day("2024-02-12");
    let weeks: Vec<NaiveDate> = first.iter_weeks().take(48).collect();
    let on = |date| assess_as_known(&model, date, date).unwrap();
    let mut before = on(weeks[0]);
    let mut facts_now = facts(&before.model, &before.assessment);
    let (mut entries, mut named) = (BTreeSet::new(), BTreeSet::new());
    for date in &weeks[1..] {
        let after = on(*date);
        let changes = Changes::between(before.both(), after.both());
        facts_now = applied(facts_now, &changes);
        let then = facts(&after.model, &after.assessment);
        for change in changes.tasks.iter().filter(|change| change.event("added").is_some()) {
            facts_now[change.task.0].silent = then[change.task.0].silent;
        }
        for (n, (told, is)) in facts_now.iter().zip(&then).enumerate() {
            assert_eq!(told, is, "week to {date}, {}", model.tasks[n].id);
        }
        for change in &changes.tasks {
            named.extend(change.events.iter().map(Event::name));
            for entry in &change.entries {
                let entry = &after.model[change.task].updates[*entry];
                let is_kept = model[change.task].updates.iter().any(|u| u.place == entry.place);
                if !is_kept {
                    continue; // It was withdrawn by a correction later.
                }
                assert!(entries.insert((change.task, entry.place)), "an entry is new once");
                assert!(entry.recorded <= *date);
            }
        }
        before = after;
    }
    for name in ["added", "corrected", "led", "superseded", "done", "overdue", "redated"] {
        assert!(named.contains(name), "{name} does not occur");
    }
    let (start, end) = (on(weeks[0]), before);
    let whole = Changes::between(start.both(), end.both());
    let all: BTreeSet<(TaskIx, usize)> = (whole.tasks.iter())
        .flat_map(|change| {
            let updates = &end.model[change.task].updates;
            change.entries.iter().map(|entry| (change.task, updates[*entry].place))
        })
        .filter(|(task, place)| model[*task].updates.iter().any(|u| u.place == *place))
        .collect();
    assert_eq!(entries, all, "what was new in some week is what was new in all of them");
    assert!(entries.iter().any(|(task, place)| {
        let entry = model[*task].updates.iter().find(|update| update.place == *place);
        entry.is_some_and(|entry| (entry.recorded - entry.date).num_days() > 7)
    }));
}

#[test]
fn what_was_published_never_changes_by_what_is_recorded_later() {
    let model = ledger();
    let dates: Vec<NaiveDate> = day("2024-02-12").iter_weeks().step_by(3).take(16).collect();
    for (n, later) in dates.iter().enumerate() {
        // The records as the office had them on that day: nothing recorded later is in them.
        let then = model.as_known(*later, *later);
        for date in &dates[..=n] {
            let told = assess_as_known(&then, *date, *date).unwrap();
            let again = assess_as_known(&model, *date, *date).unwrap();
            assert_eq!(
                format!("{:?}", told.assessment),
                format!("{:?}", again.assessment),
                "{date}, as published on {later} and as told at the end"
            );
        }
    }
}
