//! Reads a task's ledger and deadlines as known on a date.
//!
//! Entries, extensions and events dated later are ignored.

use chrono::{NaiveDate, NaiveTime};

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
/// there is none. Extensions that name a part leave the deadline of the whole alone.
pub fn in_force(task: &Task, on: NaiveDate) -> Option<InForce<'_>> {
    let decided = decided(task, on);
    let (deadline, origin) = match decided.iter().rposition(|e| e.parts.is_empty()) {
        None => (task.due.as_ref()?, Origin::First),
        Some(last) => (&decided[last].due, Origin::Extension(last)),
    };
    Some(InForce { deadline, origin, last_good_day: deadline.last_good_day(on) })
}

/// Returns the stretches of days before `end` on which a task, or a part of it, was overdue by the
/// deadline and the settlement as known on each day. Each is its first day and the day after its
/// last.
///
/// Nothing changes between two recorded dates, so each stretch is found at once.
pub(super) fn overdue_spans(
    task: &Task,
    end: NaiveDate,
    last_good_day: impl Fn(NaiveDate) -> Option<NaiveDate>,
    is_settled: impl Fn(NaiveDate) -> bool,
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
        let Some(last_good_day) = last_good_day(*start) else { continue };
        let from = last_good_day.succ_opt().unwrap_or(NaiveDate::MAX).max(*start);
        if from >= until || is_settled(*start) {
            continue;
        }
        match spans.last_mut() {
            Some(span) if span.1 == from => span.1 = until,
            _ => spans.push((from, until)),
        }
    }
    spans
}

/// Counts the days of stretches.
pub(super) fn days_in(spans: &[(NaiveDate, NaiveDate)]) -> u32 {
    let days = spans.iter().map(|(from, until)| (*until - *from).num_days()).sum::<i64>();
    u32::try_from(days).unwrap_or(u32::MAX)
}

/// The point at which a task was reported done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The date of the first `done` after the last other state.
    pub on: NaiveDate,
    /// The time of day of that entry, if it has one.
    pub time: Option<NaiveTime>,
    /// Index of that entry in the task's updates.
    pub entry: usize,
    /// Index of the first entry, from that one on, that cites evidence.
    pub evidence: Option<usize>,
}

/// Returns the completion if the last state among these entries is `done`.
///
/// Entries without a state do not undo a completion, and may supply its evidence.
pub fn completion(entries: &[Update]) -> Option<Completion> {
    completion_of(entries.iter().enumerate())
}

/// Like [`completion`], of entries that are given with their indices.
pub(super) fn completion_of<'t>(
    entries: impl Iterator<Item = (usize, &'t Update)>,
) -> Option<Completion> {
    let mut run: Option<Completion> = None;
    for (n, entry) in entries {
        run = match entry.state {
            Some(State::Done) => run.or(Some(Completion {
                on: entry.date,
                time: entry.time,
                entry: n,
                evidence: None,
            })),
            Some(_) => None,
            None => run,
        };
        if let Some(run) = run.as_mut().filter(|_| !entry.evidence.is_empty()) {
            run.evidence = run.evidence.or(Some(n));
        }
    }
    run
}

/// Whether a completion was in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lateness {
    /// No calendar deadline was in force.
    NoDeadline,
    /// On or before the last good day, and not after its hour.
    InTime,
    /// This number of days after the last good day; 0 after its hour.
    Late(u32),
}

/// Judges a completion by the deadline in force on its day. An hour decides only on the last good
/// day itself, and only if the hour of the completion is known.
pub(super) fn lateness(
    due: Option<InForce<'_>>,
    on: NaiveDate,
    time: Option<NaiveTime>,
) -> Lateness {
    let hour = due.and_then(|due| due.deadline.hour());
    match due.and_then(|due| due.last_good_day) {
        None => Lateness::NoDeadline,
        Some(due) if on < due => Lateness::InTime,
        Some(due) if on == due => match hour.zip(time) {
            Some((hour, time)) if !hour.is_kept(time) => Lateness::Late(0),
            _ => Lateness::InTime,
        },
        Some(due) => Lateness::Late(days_between(due, on)),
    }
}

/// Returns the number of days from one day to a later one.
pub(super) fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}
