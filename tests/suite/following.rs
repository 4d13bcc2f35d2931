//! Feeds and calendars: what happened, on which day, under which name.

use chrono::NaiveDate;
use tiendo::assess::{self, Event, Standing, What, Why, events, standing};
use tiendo::model::{Model, TaskIx};
use tiendo::site::{Route, Scope, Site, Templates};
use tiendo::{check, content};

use crate::project::{Project, day};

fn model_of(folder: &str) -> Model {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (records, sources, _) = content::load(&root).unwrap();
    check::check(&records, &sources).0
}

/// Starts with the standing on the directive's day, applies the events one by one, and compares the
/// standing of every day with the assessment.
pub(crate) fn replay(model: &Model, task: TaskIx, until: NaiveDate) {
    let task = &model[task];
    let first = task.since.unwrap_or(model.directive.date);
    let mut newest_first = events::newest(model, task, until, usize::MAX);
    newest_first.reverse();
    let mut coming = newest_first.into_iter().peekable();
    let mut stands = standing::label(model, &task.as_known(model, first, first), first).0;
    for date in first.iter_days().take_while(|date| *date <= until) {
        while let Some(event) = coming.next_if(|event| event.date <= date) {
            if let What::Standing { from, to, .. } = event.what {
                assert_eq!(event.date, date);
                assert_eq!(from.0, stands, "{} on {date}", task.id);
                stands = to.0;
            }
        }
        let known = task.as_known(model, date, date);
        let judged = standing::judge(model, &known, date);
        assert_eq!(stands, judged.standing, "{} on {date}", task.id);
        let label = standing::label(model, &known, date);
        assert_eq!(label, (judged.standing, judged.days), "{} on {date}", task.id);
    }
}

/// The events of the only task, oldest first, such as `2024-06-11 in_progress>overdue day`.
fn told(project: &Project, until: &str) -> Vec<String> {
    let model = project.model();
    let mut newest = events::newest(&model, &model.tasks[0], day(until), usize::MAX);
    newest.reverse();
    newest.iter().map(|event| format!("{} {}", event.date, what(event))).collect()
}

fn what(event: &Event) -> String {
    let name = |(standing, _): (Standing, Option<u32>)| standing.name();
    match event.what {
        What::Standing { from, to, why } => {
            let why = match why {
                Why::Entry(_) => "entry",
                Why::Extension(_) => "extension",
                Why::Happened => "happened",
                Why::Correction(_) => "correction",
                Why::Day => "day",
            };
            format!("{}>{} {why}", name(from), name(to))
        }
        What::Deadline(n) => format!("deadline {n}"),
        What::Report(n) => format!("report {n}"),
        What::Added => "added".to_owned(),
        What::Handover(n) => format!("handover {n}"),
        What::Level { target, level, standing } => {
            format!("level {target}.{level} {}", standing.reach.name())
        }
        What::Correction(n) => format!("correction {n}"),
    }
}

#[test]
fn every_day_of_the_directives_follows_from_the_events() {
    for folder in [
        "content",
        "tests/province/content",
        "tests/ledger/content",
        "tests/records/random/content",
    ] {
        let model = model_of(folder);
        let until = model.newest_fact().0 + chrono::Days::new(150);
        for (ix, _) in model.tasks() {
            replay(&model, ix, until);
        }
    }
}

#[test]
fn a_day_passes_and_a_task_is_late() {
    let project = Project::new().task(
        "1.1",
        "kind: deliverable\ndue: {before: 2024-06-11}\nupdates:\n  - {date: 2024-06-01, state: in_progress}",
    );
    assert_eq!(
        told(&project, "2024-12-31"),
        [
            "2024-06-01 report 0",
            "2024-06-01 no_report>in_progress entry",
            "2024-06-03 in_progress>due_soon day",
            "2024-06-11 due_soon>overdue day",
        ]
    );
}

#[test]
fn silence_extensions_and_evidence_are_events() {
    let project = Project::new().task(
        "1.1",
        "kind: deliverable\ndue: 2024-08-31\nextensions:\n  - {decided: 2024-09-10, due: 2024-12-31}\n\
         updates:\n  - {date: 2024-04-01}\n  - {date: 2024-10-01, state: done}\n  - {date: 2024-10-05, evidence: [bc-1]}",
    );
    assert_eq!(
        told(&project, "2024-12-31"),
        [
            "2024-04-01 report 0",
            "2024-04-01 no_report>in_progress entry",
            "2024-07-01 in_progress>stale day",
            "2024-09-01 stale>overdue day",
            "2024-09-10 deadline 0",
            "2024-09-10 overdue>stale extension",
            "2024-10-01 report 1",
            "2024-10-01 stale>awaiting_evidence entry",
            "2024-10-05 report 2",
            "2024-10-05 awaiting_evidence>done_on_time entry",
        ]
    );
}

#[test]
fn the_end_of_a_cycle_is_an_event_once() {
    let project = Project::new().task("1.1", "kind: ongoing\nupdates:\n  - {date: 2024-03-20}");
    assert_eq!(
        told(&project, "2024-12-31"),
        [
            "2024-03-20 report 0",
            "2024-03-20 not_yet_due>reported entry",
            "2024-04-30 reported>report_missing day",
        ]
    );
}

#[test]
fn few_events_are_the_newest_of_all() {
    let model = model_of("tests/province/content");
    let until = model.newest_fact().0;
    for task in &model.tasks {
        let all = events::newest(&model, task, until, usize::MAX);
        for few in [0, 1, 3, 100] {
            assert_eq!(events::newest(&model, task, until, few), all[..few.min(all.len())]);
        }
    }
}

/// A feed or calendar of a project's site.
fn file(project: &Project, date: &str, route: Route) -> String {
    let model = project.model();
    let assessment = assess::assess(&model, day(date)).unwrap();
    let site = Site::new(model, assessment, &Templates::embedded()).unwrap();
    String::from_utf8(site.render(route).unwrap()).unwrap()
}

/// The entries of a feed by their ids.
fn entries(feed: &str) -> Vec<(String, String)> {
    let entry = |text: &str| {
        let text = text.split("</entry>").next().unwrap();
        let id = text.split("<id>").nth(1).unwrap().split("</id>").next().unwrap();
        (id.to_owned(), text.to_owned())
    };
    feed.split("<entry>").skip(1).map(entry).collect()
}

fn lively() -> Project {
    Project::new()
        .task(
            "1.1",
            "kind: deliverable\nlead: so-a\ndue: 2024-06-10\nextensions:\n  - {decided: 2024-06-20, due: 2024-09-30, document: qd-1}\n\
             updates:\n  - {date: 2024-04-01, state: in_progress, text: Khởi động}\n  - {date: 2024-04-01, text: Lần hai}",
        )
        .task(
            "1.2",
            "kind: deliverable\nlead: so-a\nvisibility: status_only\ndue: 2024-06-10\nupdates:\n  - {date: 2024-04-02, text: KIN}",
        )
        .note("2024-05-01-a", "date: 2024-05-01\ntitle: Ghi chép\ntasks: [\"1.1\"]", "Nội dung <b>")
}

#[test]
fn a_feed_entry_keeps_its_id_and_words() {
    let project = lively();
    let early = entries(&file(&project, "2024-06-15", Route::Feed(Scope::All)));
    project.write(
        "site.yaml",
        "title: Tiến độ\npublisher: Văn phòng\ncontact: a@b.example\nbase_url: https://moi.example/x/\n",
    );
    let late = entries(&file(&project, "2024-12-01", Route::Feed(Scope::All)));
    assert!(early.len() >= 5 && late.len() > early.len());
    for (id, text) in &early {
        let (_, now) = late.iter().find(|(known, _)| known == id).unwrap_or_else(|| panic!("{id}"));
        let without_links = |text: &str| {
            text.lines().filter(|line| !line.contains("<link")).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(without_links(text), without_links(now));
    }
    let ids: std::collections::BTreeSet<&String> = late.iter().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), late.len(), "two entries have one name");
}

#[test]
fn a_feed_is_dated_by_what_happened_and_silent_on_the_restricted() {
    let project = lively();
    for scope in [
        Scope::All,
        Scope::Priority(tiendo::model::PriorityIx(0)),
        Scope::Agency(tiendo::model::AgencyIx(0)),
    ] {
        let feed = file(&project, "2024-12-01", Route::Feed(scope));
        assert!(!feed.contains("KIN") && !feed.contains("1.2"), "{feed}");
        assert!(feed.contains(":task:1.1:report:2024-04-01<"), "{feed}");
        assert!(feed.contains(":task:1.1:report:2024-04-01:2<"), "the second of a day");
        assert!(feed.contains(":task:1.1:deadline:2024-06-20<"));
        assert!(feed.contains(":task:1.1:standing:2024-06-11<"), "overdue by the mere day");
        assert!(feed.contains(":note:2024-05-01-a:note:2024-05-01<"));
        assert!(feed.contains("<updated>2024-06-20T00:00:00+07:00</updated>"));
        assert!(
            feed.contains("Thời hạn đổi từ “ngày 10/6/2024” thành “ngày 30/9/2024”")
                || feed.contains("10/6/2024")
        );
        assert!(feed.contains("Nội dung &lt;b&gt;"));
        assert!(!feed.contains("xml:base"), "there is no address yet");
    }
    let early = file(&project, "2024-06-20", Route::Feed(Scope::All));
    assert!(!early.contains("2024-10-01"), "the future is not told");
}

#[test]
fn a_calendar_shows_the_last_good_day() {
    let due = |due: &str| {
        Project::new().task("1.1", &format!("kind: deliverable\nlead: so-a\ndue: {due}"))
    };
    for (written, start, end, words) in [
        ("2024-07-25", "20240725", "20240726", "25/7/2024"),
        ("{before: 2024-07-25}", "20240724", "20240725", "trước ngày 25/7/2024"),
        ("{month: 2024-10}", "20241031", "20241101", "tháng 10"),
        ("{before: {month: 2024-10}}", "20240930", "20241001", "trước tháng 10"),
        ("{quarter: 2024-Q3}", "20240930", "20241001", "quý III"),
        ("{year: 2024}", "20241231", "20250101", "2024"),
    ] {
        for scope in [Scope::All, Scope::Agency(tiendo::model::AgencyIx(0))] {
            let text = file(&due(written), "2024-04-01", Route::Calendar(scope));
            let text = text.replace("\r\n ", "");
            assert!(text.contains(&format!("DTSTART;VALUE=DATE:{start}\r\n")), "{written} {text}");
            assert!(text.contains(&format!("DTEND;VALUE=DATE:{end}\r\n")), "{written} {text}");
            let summary = text.lines().find(|line| line.starts_with("SUMMARY")).unwrap();
            assert!(summary.contains(words), "{written}: {summary}");
        }
    }
    let open = file(&due("{event: trước mùa mưa}"), "2024-04-01", Route::Calendar(Scope::All));
    assert!(!open.contains("VEVENT"), "a deadline without a day is in no calendar");
    let other = Scope::Agency(tiendo::model::AgencyIx(1));
    assert!(!file(&due("2024-07-25"), "2024-04-01", Route::Calendar(other)).contains("VEVENT"));
}

#[test]
fn hostile_words_stay_words_in_feeds_and_calendars() {
    let title = r#""</title>\x01\x1f\r\nBEGIN:VEVENT; x, \\n ]]> <script>""#;
    let project = Project::new().file(
        "tasks/1.1.yaml",
        format!("priority: \"1\"\nkind: deliverable\ndue: 2024-06-10\ntitle: {title}\n"),
    );
    let (model, ..) = project.load();
    if model.tasks.is_empty() {
        return;
    }
    let assessment = assess::assess(&model, day("2024-07-01")).unwrap();
    let site = Site::new(model, assessment, &Templates::embedded()).unwrap();
    let text = |route| String::from_utf8(site.render(route).unwrap()).unwrap();
    let feed = text(Route::Feed(Scope::All));
    assert!(!feed.contains("<script>") && !feed.contains('\u{1}') && !feed.contains("]]>"));
    let calendar = text(Route::Calendar(Scope::All));
    assert_eq!(calendar.matches("\r\nBEGIN:VEVENT").count(), 1);
    assert!(calendar.chars().all(|c| !c.is_control() || c == '\r' || c == '\n'));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\r')));
}
