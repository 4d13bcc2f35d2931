//! Lists what happened to a task: reports, moved deadlines, and every change of its standing,
//! including changes caused only by the passing of time.
//!
//! A standing changes only on critical dates: those of entries and decisions, around deadlines, at
//! the ends of cycles, and when a threshold is passed. Only these days are judged, starting with
//! the newest, so a short list is cheap even for a long ledger.

use chrono::{Days, NaiveDate};

use super::cycles::first_end_after;
use super::ledger;
use super::standing::{Standing, label};
use crate::model::{Deadline, Kind, Model, Task};

/// Something that happened to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day of the event.
    pub date: NaiveDate,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The standing differs from that of the day before.
    Standing {
        /// The standing of the day before, with its days.
        from: (Standing, Option<u32>),
        /// The standing of this day, with its days.
        to: (Standing, Option<u32>),
        /// What caused the change.
        why: Why,
    },
    /// The extension at this index of the task's extensions was decided.
    Deadline(usize),
    /// The entry at this index of the task's updates was made.
    Report(usize),
}

/// The cause of a change of standing. The first that applies is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The last entry of the day, at this index.
    Entry(usize),
    /// The last extension decided on the day, at this index.
    Extension(usize),
    /// An event that a deadline depends on happened.
    Happened,
    /// Only time passed: a deadline passed or came near, a cycle ended, or silence exceeded the
    /// threshold.
    Day,
}

/// Returns the newest events of a task up to `until`, inclusive, newest first, at most `limit`.
///
/// Within a day, the change of standing comes first, then the decisions, then the entries, each in
/// reverse order.
pub fn newest(model: &Model, task: &Task, until: NaiveDate, limit: usize) -> Vec<Event> {
    let mut events = Vec::new();
    for date in critical_dates(model, task, until).into_iter().rev() {
        if events.len() >= limit {
            break;
        }
        on(model, task, date, &mut events);
    }
    events.truncate(limit);
    events
}

/// Appends the events of one day.
fn on(model: &Model, task: &Task, date: NaiveDate, events: &mut Vec<Event>) {
    let entries = indices(task.updates.iter().map(|update| update.date), date);
    let extensions = indices(task.extensions.iter().map(|extension| extension.decided), date);
    if let Some(before) = date.pred_opt().filter(|before| *before >= model.directive.date) {
        let (from, to) = (label(model, task, before), label(model, task, date));
        if from.0 != to.0 {
            let why = match (entries.last(), extensions.last()) {
                (Some(entry), _) => Why::Entry(*entry),
                (None, Some(extension)) => Why::Extension(*extension),
                (None, None) if happened(task).any(|day| day == date) => Why::Happened,
                (None, None) => Why::Day,
            };
            events.push(Event { date, what: What::Standing { from, to, why } });
        }
    }
    events.extend(extensions.into_iter().rev().map(|n| Event { date, what: What::Deadline(n) }));
    events.extend(entries.into_iter().rev().map(|n| Event { date, what: What::Report(n) }));
}

/// Returns the indices at which `date` occurs.
fn indices(dates: impl Iterator<Item = NaiveDate>, date: NaiveDate) -> Vec<usize> {
    dates.enumerate().filter(|(_, known)| *known == date).map(|(n, _)| n).collect()
}

/// Returns every day up to `until`, inclusive, on which something may happen, in order.
fn critical_dates(model: &Model, task: &Task, until: NaiveDate) -> Vec<NaiveDate> {
    let thresholds = &model.settings.thresholds;
    let entries = ledger::known(task, until);
    let mut dates: Vec<NaiveDate> = entries.iter().map(|entry| entry.date).collect();
    dates.extend(ledger::decided(task, until).iter().map(|extension| extension.decided));
    match task.kind {
        Kind::Deliverable => {
            let silence = Days::new(u64::from(thresholds.stale_after_days) + 1);
            let soon = Days::new(thresholds.due_soon_days.into());
            dates.extend(entries.iter().filter_map(|e| e.date.checked_add_days(silence)));
            dates.extend(happened(task));
            for last in deadlines(task).filter_map(|due| due.last_good_day(until)) {
                dates.extend(last.succ_opt());
                dates.extend(last.checked_sub_days(soon));
            }
        }
        Kind::Ongoing => {
            let known = entries.iter().map(|entry| entry.date);
            let first = model.directive.date.pred_opt();
            dates.extend(known.chain(first).filter_map(|day| first_end_after(model, task, day)));
        }
        Kind::Duty => {}
    }
    dates.retain(|date| *date <= until);
    dates.sort_unstable();
    dates.dedup();
    dates
}

fn deadlines(task: &Task) -> impl Iterator<Item = &Deadline> {
    task.due.iter().chain(task.extensions.iter().map(|extension| &extension.due))
}

/// Returns the days on which events happened that the task's deadlines depend on.
fn happened(task: &Task) -> impl Iterator<Item = NaiveDate> {
    deadlines(task).filter_map(|due| match due {
        Deadline::After { happened, .. } => *happened,
        _ => None,
    })
}
