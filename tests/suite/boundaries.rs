//! The day before, the day, and the day after, for everything that depends on a date.

use crate::project::Project;

/// Checks the standing of a deliverable with these lines on each date.
fn expect(lines: &str, dates: &[(&str, &str)]) {
    let project = Project::new().task("1.1", &format!("kind: deliverable\n{lines}"));
    for (date, expected) in dates {
        assert_eq!(project.standing(date), *expected, "{lines}\non {date}");
    }
}

/// Monthly reports, so that the task never counts as silent.
const BUSY: &str = "updates:
  - {date: 2024-03-01, state: in_progress}
  - {date: 2024-05-01}
  - {date: 2024-07-01}
  - {date: 2024-09-01}
  - {date: 2024-11-01}
  - {date: 2025-01-01}
";

#[test]
fn every_form_of_deadline_turns_late_on_its_own_day() {
    for (due, soon, last, late) in [
        ("2024-06-10", "2024-06-03", "2024-06-10", "2024-06-11"),
        ("10/6/2024", "2024-06-03", "2024-06-10", "2024-06-11"),
        ("{by: 2024-06-10}", "2024-06-03", "2024-06-10", "2024-06-11"),
        ("{before: 2024-06-10}", "2024-06-02", "2024-06-09", "2024-06-10"),
        ("{month: 2024-06}", "2024-06-23", "2024-06-30", "2024-07-01"),
        ("{quarter: 2024-Q2}", "2024-06-23", "2024-06-30", "2024-07-01"),
        ("{year: 2024}", "2024-12-24", "2024-12-31", "2025-01-01"),
        ("{before: {month: 2024-07}}", "2024-06-23", "2024-06-30", "2024-07-01"),
        ("{before: {quarter: 2024-Q3}}", "2024-06-23", "2024-06-30", "2024-07-01"),
        ("{before: {year: 2025}}", "2024-12-24", "2024-12-31", "2025-01-01"),
        ("{by: {month: 2024-06}}", "2024-06-23", "2024-06-30", "2024-07-01"),
        (
            "{days: 15, after: hướng dẫn, happened: 2024-06-01}",
            "2024-06-09",
            "2024-06-16",
            "2024-06-17",
        ),
    ] {
        let yesterday = crate::project::day(soon).pred_opt().unwrap().to_string();
        expect(
            &format!("due: {due}\n{BUSY}"),
            &[
                (&yesterday, "in_progress"),
                (soon, "due_soon 7"),
                (last, "due_soon 0"),
                (late, "overdue 1"),
            ],
        );
    }
}

#[test]
fn an_event_is_never_late_by_itself() {
    expect(&format!("due: {{event: mùa mưa}}\n{BUSY}"), &[("2025-02-01", "in_progress")]);
    expect(
        &format!("due: {{days: 3, after: hướng dẫn}}\n{BUSY}"),
        &[("2025-02-01", "in_progress")],
    );
    expect(
        &format!("due: {{days: 3, after: x, happened: 2024-06-10}}\n{BUSY}"),
        &[("2024-06-09", "in_progress"), ("2024-06-10", "due_soon 3"), ("2024-06-14", "overdue 1")],
    );
}

#[test]
fn an_extension_counts_from_the_day_of_its_decision() {
    let late = "due: 2024-06-10\nextensions:\n  - {decided: 2024-06-15, due: 2024-07-20}\n";
    expect(
        &format!("{late}{BUSY}"),
        &[
            ("2024-06-14", "overdue 4"),
            ("2024-06-15", "in_progress"),
            ("2024-07-20", "due_soon 0"),
            ("2024-07-21", "overdue 1"),
        ],
    );
    let project = Project::new().task("1.1", &format!("kind: deliverable\n{late}{BUSY}"));
    assert_eq!(project.judge("2024-06-14").slip_days, 0);
    assert_eq!(project.judge("2024-06-15").slip_days, 4, "11, 12, 13 and 14 June");
    assert_eq!(project.judge("2024-07-30").slip_days, 4, "what is overdue now is no slip");
}

#[test]
fn a_completion_is_judged_by_the_deadline_in_force_on_its_day() {
    let done = |on: &str| {
        format!(
            "due: 2024-06-10\nextensions:\n  - {{decided: 2024-06-15, due: 2024-07-20}}\n\
             updates:\n  - {{date: {on}, state: done, evidence: [bc-1]}}\n"
        )
    };
    for (on, expected) in [
        ("2024-06-10", "done_on_time"),
        ("2024-06-11", "done_late 1"),
        ("2024-06-14", "done_late 4"),
        ("2024-06-15", "done_on_time"),
        ("2024-07-20", "done_on_time"),
        ("2024-07-21", "done_late 1"),
    ] {
        expect(&done(on), &[("2024-12-31", expected)]);
    }
}

#[test]
fn evidence_may_come_later_in_the_run_and_keeps_the_first_day() {
    expect(
        "due: 2024-06-10\nupdates:\n  - {date: 2024-06-10, state: done}\n  - {date: 2024-06-20, evidence: [bc-1]}\n",
        &[
            ("2024-06-09", "no_report"),
            ("2024-06-10", "awaiting_evidence"),
            ("2024-06-11", "overdue 1"),
            ("2024-06-19", "overdue 9"),
            ("2024-06-20", "done_on_time"),
        ],
    );
}

#[test]
fn silence_begins_after_the_threshold() {
    expect(
        "updates:\n  - {date: 2024-03-01, state: in_progress}\n",
        &[("2024-05-30", "in_progress"), ("2024-05-31", "stale 91")],
    );
    expect("", &[("2024-03-01", "no_report")]);
    let project = Project::new()
        .file("site.yaml", "title: T\nstale_after_days: 10\n")
        .task("1.1", "kind: deliverable\nupdates:\n  - {date: 2024-03-01, state: blocked}");
    assert_eq!(project.judge("2024-03-11").causes.stale, None);
    assert_eq!(project.judge("2024-03-12").causes.stale, Some(11));
    assert_eq!(project.standing("2024-03-12"), "blocked", "silence stands beside it");
}

#[test]
fn a_cycle_has_ended_on_its_last_day() {
    let project = Project::new()
        .task("1.1", "kind: ongoing\nupdates:\n  - {date: 2024-04-30, state: in_progress}");
    for (date, expected, cycles) in [
        ("2024-03-01", "not_yet_due", (0, 0)),
        ("2024-03-30", "not_yet_due", (0, 0)),
        ("2024-03-31", "no_report", (0, 1)),
        ("2024-04-29", "no_report", (0, 1)),
        ("2024-04-30", "reported", (1, 2)),
        ("2024-05-30", "reported", (1, 2)),
        ("2024-05-31", "report_missing", (1, 3)),
        ("2024-12-31", "report_missing", (1, 10)),
        ("2025-06-30", "report_missing", (1, 10)),
    ] {
        let assessed = project.judge(date);
        let counted = assessed.cycles.map(|c| (c.reported, c.ended)).unwrap();
        assert_eq!((assessed.standing.name(), counted), (expected, cycles), "on {date}");
    }
}

#[test]
fn weeks_quarters_and_months_from_another_day() {
    // 1 March 2024 is a Friday: the first week begins on the 4th.
    let weekly = Project::new().task("1.1", "kind: ongoing\nreport_every: week");
    assert_eq!(weekly.standing("2024-03-09"), "not_yet_due");
    assert_eq!(weekly.standing("2024-03-10"), "no_report");
    // The first quarter that begins after the directive is the second.
    let quarterly = Project::new().task("1.1", "kind: ongoing\nreport_every: quarter");
    assert_eq!(quarterly.standing("2024-06-29"), "not_yet_due");
    assert_eq!(quarterly.standing("2024-06-30"), "no_report");
    let from_the_15th =
        Project::new().file("site.yaml", "title: T\ncycle_day: 15\n").task("1.1", "kind: ongoing");
    assert_eq!(from_the_15th.standing("2024-04-13"), "not_yet_due");
    assert_eq!(from_the_15th.standing("2024-04-14"), "no_report");
}

#[test]
fn a_group_is_seriously_late_above_the_threshold() {
    let project =
        Project::new().task("1.1", &format!("kind: deliverable\ndue: 2024-06-01\n{BUSY}"));
    for (date, expected) in
        [("2024-06-01", "in_time"), ("2024-07-01", "has_overdue"), ("2024-07-02", "seriously_late")]
    {
        assert_eq!(project.assess(date).priorities[0].word.name(), expected, "on {date}");
    }
}

#[test]
fn an_agency_hands_over_on_the_day_after_its_last() {
    let project = Project::new()
        .file(
            "agencies.yaml",
            "- {id: so-a, name: Sở A, valid_until: 2024-06-30, successor: so-b}\n\
             - {id: so-b, name: Sở B}\n",
        )
        .task("1.1", &format!("kind: deliverable\nlead: so-a\n{BUSY}"));
    for (date, a, b) in [("2024-06-30", 1, 0), ("2024-07-01", 0, 1)] {
        let assessment = project.assess(date);
        let led: Vec<usize> = assessment.agencies.iter().map(|group| group.tasks.len()).collect();
        assert_eq!(led, [a, b], "on {date}");
    }
}

#[test]
fn the_past_before_the_directive_is_refused() {
    let model = Project::new().model();
    assert!(tiendo::assess::assess(&model, crate::project::day("2024-02-29")).is_err());
    assert!(tiendo::assess::assess(&model, crate::project::day("2024-03-01")).is_ok());
}
