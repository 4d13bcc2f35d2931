//! Properties of any directive: parts add up, and the future changes nothing.

use proptest::prelude::*;
use tiendo::assess::{Standing, Tally};
use tiendo::model::Kind;

use crate::project::{Project, day};

const STATES: [&str; 7] =
    ["", "not_started", "in_progress", "blocked", "done", "cancelled", "superseded"];

/// A day of 2024, from 1 March.
fn date(n: u32) -> String {
    (day("2024-03-01") + chrono::Days::new(u64::from(n))).to_string()
}

#[derive(Clone, Debug)]
struct Entry {
    day: u32,
    state: usize,
    evidence: bool,
}

#[derive(Clone, Debug)]
struct Promise {
    kind: usize,
    due: Option<u32>,
    extension: Option<(u32, u32)>,
    entries: Vec<Entry>,
    lead: usize,
}

fn promise() -> impl Strategy<Value = Promise> {
    let entry = (0..300u32, 0..STATES.len(), any::<bool>())
        .prop_map(|(day, state, evidence)| Entry { day, state, evidence });
    (
        0..3usize,
        proptest::option::of(0..300u32),
        proptest::option::of((0..300u32, 0..300u32)),
        proptest::collection::vec(entry, 0..6),
        0..4usize,
    )
        .prop_map(|(kind, due, extension, entries, lead)| Promise {
            kind,
            due,
            extension,
            entries,
            lead,
        })
}

/// The record of a promise, without facts after `until`.
fn record(promise: &Promise, until: u32) -> String {
    let kind = ["deliverable", "ongoing", "duty"][promise.kind];
    let mut text =
        format!("kind: {kind}\nlead: {}\n", ["[]", "so-a", "so-b", "[so-a, so-b]"][promise.lead]);
    if promise.kind == 0 {
        if let Some(due) = promise.due {
            text.push_str(&format!("due: {}\n", date(due)));
        }
        if let Some((decided, due)) = promise.extension.filter(|(decided, _)| *decided <= until) {
            let (decided, due) = (date(decided), date(due));
            text.push_str(&format!("extensions:\n  - {{decided: {decided}, due: {due}}}\n"));
        }
    }
    let entries: Vec<&Entry> = promise.entries.iter().filter(|e| e.day <= until).collect();
    if !entries.is_empty() {
        text.push_str("updates:\n");
    }
    for entry in entries {
        let state = match STATES[entry.state] {
            "" => String::new(),
            "done" if promise.kind == 1 => ", state: blocked".to_owned(),
            "cancelled" => ", state: cancelled, document: qd-1".to_owned(),
            "superseded" => {
                ", state: superseded, document: qd-1, superseded_by: \"1.0\"".to_owned()
            }
            state => format!(", state: {state}"),
        };
        let evidence = if entry.evidence { ", evidence: [bc-1]" } else { "" };
        text.push_str(&format!("  - {{date: {}{state}{evidence}}}\n", date(entry.day)));
    }
    text
}

fn project(promises: &[Promise], until: u32) -> Project {
    let mut project = Project::new().task("1.0", "kind: duty");
    for (n, promise) in promises.iter().enumerate() {
        project = project.task(&format!("1.{}", n + 1), &record(promise, until));
    }
    project
}

fn sums_hold(tally: &Tally) {
    let total: u32 = Standing::ALL.iter().map(|standing| tally.standing(*standing)).sum();
    assert_eq!(total, tally.total());
    let kinds = [Kind::Deliverable, Kind::Ongoing, Kind::Duty];
    assert_eq!(kinds.iter().map(|kind| tally.kind(*kind)).sum::<u32>(), tally.total());
    let deliverable = |standing| tally.count(Kind::Deliverable, standing);
    let done: u32 = Standing::ALL.iter().filter(|s| s.is_done()).map(|s| deliverable(*s)).sum();
    let stopped: u32 =
        Standing::ALL.iter().filter(|s| s.is_stopped()).map(|s| deliverable(*s)).sum();
    assert_eq!(tally.completion.part, done);
    assert_eq!(tally.completion.whole, tally.kind(Kind::Deliverable) - stopped);
    assert!(done <= tally.completion_high && tally.completion_high <= tally.completion.whole);
    assert_eq!(tally.on_time.part, deliverable(Standing::DoneOnTime));
    assert!(tally.on_time.part <= tally.on_time.whole);
    assert!(tally.reporting.part <= tally.reporting.whole);
    assert!(tally.reporting.whole <= tally.kind(Kind::Ongoing));
    assert!(tally.slips <= tally.total());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_always_sum_to_the_whole(promises in proptest::collection::vec(promise(), 0..6), on in 0..330u32) {
        let assessment = project(&promises, 400).assess(&date(on));
        sums_hold(&assessment.directive);
        for tally in &assessment.priorities {
            sums_hold(tally);
        }
        for group in assessment.agencies.iter().chain(&assessment.places) {
            sums_hold(&group.tally);
            prop_assert_eq!(group.tally.total() as usize, group.tasks.len());
        }
        let by_priority: u32 = assessment.priorities.iter().map(Tally::total).sum();
        prop_assert_eq!(by_priority, assessment.directive.total());
    }

    #[test]
    fn the_events_give_the_standing_of_every_day(promises in proptest::collection::vec(promise(), 1..4)) {
        let model = project(&promises, 400).model();
        for (ix, _) in model.tasks() {
            crate::following::replay(&model, ix, day(&date(420)));
        }
    }

    #[test]
    fn a_fact_dated_after_as_of_changes_nothing(promises in proptest::collection::vec(promise(), 1..5), on in 0..330u32) {
        let as_of = date(on);
        let today = project(&promises, 400).assess(&as_of);
        let then = project(&promises, on).assess(&as_of);
        prop_assert_eq!(format!("{:?}", today.tasks), format!("{:?}", then.tasks));
        prop_assert_eq!(today.directive, then.directive);
    }

    #[test]
    fn changes_applied_to_the_earlier_date_give_the_later_one(promises in proptest::collection::vec(promise(), 1..5), from in 0..330u32, later in 0..200u32) {
        let model = project(&promises, 400).model();
        let (from, to) = (day(&date(from)), day(&date(from + later)));
        crate::time::changes_lead_from_one_date_to_the_other(&model, from, to);
    }

    #[test]
    fn a_forecast_is_what_the_records_of_its_date_say_later(promises in proptest::collection::vec(promise(), 1..5), known in 0..330u32, later in 0..200u32) {
        let then = date(known + later);
        let model = project(&promises, 400).model();
        let forecast = tiendo::assess::assess_as_known(&model, day(&then), day(&date(known))).unwrap().assessment;
        let told = project(&promises, known).assess(&then);
        prop_assert_eq!(format!("{:?}", forecast.tasks), format!("{:?}", told.tasks));
        prop_assert_eq!(forecast.directive, told.directive);
    }
}
