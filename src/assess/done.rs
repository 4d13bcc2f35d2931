//! Whether a task as a whole was done on a day, and for how long it stood overdue before.

use chrono::NaiveDate;

use super::ledger::{self, Completion};
use super::parts;
use crate::model::{Kind, State, Task};

/// Returns the completion of a task on a day, if it counts: with evidence, where that is required.
/// A deliverable with parts is done by its parts alone.
pub(super) fn proven(task: &Task, on: NaiveDate, evidence_required: bool) -> Option<Completion> {
    if task.kind == Kind::Deliverable && task.split.is_some() {
        return parts::whole_of(task, on, evidence_required).completion;
    }
    ledger::completion(ledger::known(task, on))
        .filter(|c| c.evidence.is_some() || !evidence_required)
}

/// Counts the days on which the task was overdue before its last extension, cancellation or
/// replacement known on `as_of`. The day of that decision is not counted.
///
/// A later decision does not erase these days. What names a part leaves the whole alone.
pub fn slip_days(task: &Task, as_of: NaiveDate, evidence_required: bool) -> u32 {
    let stops = ledger::known(task, as_of).iter();
    let stops = stops.filter(|e| !e.parts.is_of_parts() && e.state.is_some_and(State::is_stop));
    let extensions = ledger::decided(task, as_of).iter().filter(|e| e.parts.is_empty());
    let extensions = extensions.map(|extension| extension.decided);
    let Some(end) = stops.map(|e| e.date).chain(extensions).max() else { return 0 };
    let spans = overdue_spans(task, end, evidence_required);
    let days = spans.iter().map(|(from, until)| (*until - *from).num_days()).sum::<i64>();
    u32::try_from(days).unwrap_or(u32::MAX)
}

/// Returns the stretches of days before `end` on which the task was overdue, as known on each day.
/// Each is its first day and the day after its last.
///
/// Nothing changes between two recorded dates, so each stretch is found at once.
pub fn overdue_spans(
    task: &Task,
    end: NaiveDate,
    evidence_required: bool,
) -> Vec<(NaiveDate, NaiveDate)> {
    let mut events: Vec<NaiveDate> = (task.updates.iter().map(|e| e.date))
        .chain(task.extensions.iter().map(|e| e.decided))
        .chain(task.happened())
        .filter(|date| *date < end)
        .collect();
    events.push(NaiveDate::MIN);
    events.sort_unstable();
    events.dedup();

    let mut spans: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (n, start) in events.iter().enumerate() {
        let until = events.get(n + 1).copied().unwrap_or(end);
        let Some(last_good_day) = ledger::in_force(task, *start).and_then(|due| due.last_good_day)
        else {
            continue;
        };
        let from = last_good_day.succ_opt().unwrap_or(NaiveDate::MAX).max(*start);
        if from >= until {
            continue;
        }
        let entries = parts::whole(task, *start);
        let stopped =
            ledger::last_state(&entries).and_then(|n| entries[n].state).is_some_and(State::is_stop);
        if stopped || proven(task, *start, evidence_required).is_some() {
            continue;
        }
        match spans.last_mut() {
            Some(span) if span.1 == from => span.1 = until,
            _ => spans.push((from, until)),
        }
    }
    spans
}
