//! Reads a task's ledger and deadlines as known on a date.
//!
//! Entries, extensions and events dated later are ignored.

use chrono::NaiveDate;

use crate::model::{Deadline, Extension, State, Task, Update};

/// Returns the entries dated on or before `on`. Relies on updates being sorted by date.
pub fn known(task: &Task, on: NaiveDate) -> &[Update] {
    &task.updates[..task.updates.partition_point(|update| update.date <= on)]
}

/// Returns the extensions decided on or before `on`. Relies on extensions being sorted by day of
/// decision.
pub fn decided(task: &Task, on: NaiveDate) -> &[Extension] {
    &task.extensions[..task.extensions.partition_point(|extension| extension.decided <= on)]
}

/// Returns the index of the last entry that names a state.
pub fn last_state(entries: &[Update]) -> Option<usize> {
    entries.iter().rposition(|entry| entry.state.is_some())
}

/// Where the deadline in force comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The task's first deadline.
    First,
    /// The extension at this index of the task's extensions.
    Extension(usize),
}

/// The deadline in force on a day.
#[derive(Clone, Copy, Debug)]
pub struct InForce<'m> {
    /// The deadline.
    pub deadline: &'m Deadline,
    /// Where it comes from.
    pub origin: Origin,
    /// The last day on which the task is in time, inclusive. `None` if that is not a known calendar
    /// day.
    pub last_good_day: Option<NaiveDate>,
}

/// Returns the deadline of the last extension decided on or before `on`, or the first deadline if
/// there is none.
pub fn in_force(task: &Task, on: NaiveDate) -> Option<InForce<'_>> {
    let (deadline, origin) = match decided(task, on) {
        [] => (task.due.as_ref()?, Origin::First),
        [.., last] => (&last.due, Origin::Extension(decided(task, on).len() - 1)),
    };
    Some(InForce { deadline, origin, last_good_day: deadline.last_good_day(on) })
}

/// The point at which a task was reported done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The date of the first `done` after the last other state.
    pub on: NaiveDate,
    /// Index of that entry in the task's updates.
    pub entry: usize,
    /// Index of the first entry, from that one on, that cites evidence.
    pub evidence: Option<usize>,
}

/// Returns the completion if the last state among these entries is `done`.
///
/// Entries without a state do not undo a completion, and may supply its evidence.
pub fn completion(entries: &[Update]) -> Option<Completion> {
    let mut first = None;
    for (n, entry) in entries.iter().enumerate() {
        match entry.state {
            Some(State::Done) => first = first.or(Some(n)),
            Some(_) => first = None,
            None => {}
        }
    }
    let entry = first?;
    let evidence = entries[entry..].iter().position(|e| !e.evidence.is_empty()).map(|n| entry + n);
    Some(Completion { on: entries[entry].date, entry, evidence })
}

/// Counts the days on which the task was overdue before its last extension, cancellation or
/// replacement known on `as_of`. The day of that decision is not counted.
///
/// A later decision does not erase these days.
pub fn slip_days(task: &Task, as_of: NaiveDate, evidence_required: bool) -> u32 {
    let stops = known(task, as_of).iter().filter(|e| e.state.is_some_and(State::is_stop));
    let extensions = decided(task, as_of).iter().map(|extension| extension.decided);
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
        let Some(last_good_day) = in_force(task, *start).and_then(|due| due.last_good_day) else {
            continue;
        };
        let entries = known(task, *start);
        let stopped =
            last_state(entries).and_then(|n| entries[n].state).is_some_and(State::is_stop);
        let done = completion(entries).is_some_and(|c| c.evidence.is_some() || !evidence_required);
        let from = last_good_day.succ_opt().unwrap_or(NaiveDate::MAX).max(*start);
        if stopped || done || from >= until {
            continue;
        }
        match spans.last_mut() {
            Some(span) if span.1 == from => span.1 = until,
            _ => spans.push((from, until)),
        }
    }
    spans
}
