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
use super::targets::{self, LevelStanding, turned};
use crate::model::{Amended, Kind, Model, Task, Update};

/// Something that happened to a task, or became known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day on which the event became known: that of the event, unless it was recorded later.
    pub date: NaiveDate,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The task was added to the directive.
    Added,
    /// The standing differs from that of the day before.
    Standing {
        /// The standing of the day before, with its days.
        from: (Standing, Option<u32>),
        /// The standing of this day, with its days.
        to: (Standing, Option<u32>),
        /// What caused the change.
        why: Why,
    },
    /// The handover at this index of the task's handovers took place.
    Handover(usize),
    /// The last value of a target reached a level, or the level was missed.
    Level {
        /// The index of the target.
        target: usize,
        /// The index of the level.
        level: usize,
        /// How the values stand against it on this day.
        standing: LevelStanding,
    },
    /// The extension at this index of the task's extensions was decided.
    Deadline(usize),
    /// The entry at this index of the task's updates was made.
    Report(usize),
    /// The correction at this index of the task's corrections was made.
    Correction(usize),
}

/// The cause of a change of standing. The first that applies is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The last entry of the day, at this index.
    Entry(usize),
    /// The last extension decided on the day, at this index.
    Extension(usize),
    /// The last correction of the day, at this index.
    Correction(usize),
    /// An event that a deadline depends on happened.
    Happened,
    /// Only time passed: a deadline passed or came near, a cycle ended, or silence exceeded the
    /// threshold.
    Day,
}

/// Returns the newest events of a task up to `until`, inclusive, newest first, at most `limit`.
///
/// Within a day, the change of standing comes first, then the handovers, the levels, the decisions,
/// the entries and the corrections, each in reverse order. The standing of a day is judged by what was known on that
/// day, so that an event never changes when an older fact is recorded later.
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
    let entries = indices(task.updates.iter().map(|update| update.recorded), date);
    let extensions = indices(task.extensions.iter().map(|extension| extension.recorded), date);
    let corrections = indices(task.corrections.iter().map(|c| c.recorded), date);
    if task.since == Some(date) {
        events.push(Event { date, what: What::Added });
    } else if let Some(before) = date.pred_opt().filter(|before| *before >= model.directive.date) {
        let stood = |on| label(model, &task.as_known(model, on, on), on);
        let (from, to) = (stood(before), stood(date));
        if from.0 != to.0 {
            let why = match (entries.last(), extensions.last(), corrections.last()) {
                (Some(entry), ..) => Why::Entry(*entry),
                (None, Some(extension), _) => Why::Extension(*extension),
                (None, None, Some(correction)) => Why::Correction(*correction),
                _ if task.happened().any(|day| day == date) => Why::Happened,
                _ => Why::Day,
            };
            events.push(Event { date, what: What::Standing { from, to, why } });
        }
    }
    let handed_over = indices(task.handovers.iter().map(|handover| handover.recorded), date);
    events.extend(handed_over.into_iter().rev().map(|n| Event { date, what: What::Handover(n) }));
    if !task.targets.is_empty() {
        events.extend(levels(model, task, date));
    }
    events.extend(extensions.into_iter().rev().map(|n| Event { date, what: What::Deadline(n) }));
    events.extend(entries.into_iter().rev().map(|n| Event { date, what: What::Report(n) }));
    let corrected = corrections.into_iter().rev();
    events.extend(corrected.map(|n| Event { date, what: What::Correction(n) }));
}

/// Returns the levels that were reached or missed on a day, and were not on the day before.
fn levels(model: &Model, task: &Task, date: NaiveDate) -> Vec<Event> {
    let stood = |on: NaiveDate| targets::judge(&task.as_known(model, on, on), on);
    let now = stood(date);
    let exists = |before: &NaiveDate| {
        *before >= model.directive.date && task.since.is_none_or(|since| since <= *before)
    };
    let then = date.pred_opt().filter(exists).map(stood).unwrap_or_default();
    turned(&then, &now)
        .map(|(target, level, standing)| Event {
            date,
            what: What::Level { target, level, standing },
        })
        .collect()
}

/// Returns the indices at which `date` occurs.
fn indices(dates: impl Iterator<Item = NaiveDate>, date: NaiveDate) -> Vec<usize> {
    dates.enumerate().filter(|(_, known)| *known == date).map(|(n, _)| n).collect()
}

/// Returns every day up to `until`, inclusive, on which something may happen, in order.
fn critical_dates(model: &Model, task: &Task, until: NaiveDate) -> Vec<NaiveDate> {
    let thresholds = &model.settings.thresholds;
    let withdrawn = task.corrections.iter().filter_map(|correction| correction.published.as_ref());
    let entries: Vec<&Update> = ledger::known(task, until).iter().chain(withdrawn).collect();
    let mut dates: Vec<NaiveDate> = entries.iter().map(|entry| entry.recorded).collect();
    dates.extend(ledger::decided(task, until).iter().map(|extension| extension.recorded));
    dates.extend(task.corrections.iter().map(|correction| correction.recorded));
    dates.extend(task.since);
    dates.extend(task.handovers.iter().map(|handover| handover.recorded));
    for target in &task.targets {
        dates.extend(targets::known(target, until).iter().map(|value| value.recorded));
        let dues = target.levels.iter().filter_map(|level| level.due.as_ref());
        dates.extend(dues.filter_map(|due| due.last_good_day(until)?.succ_opt()));
    }
    match task.kind {
        Kind::Deliverable => {
            let silence = Days::new(u64::from(thresholds.stale_after_days) + 1);
            let soon = Days::new(thresholds.due_soon_days.into());
            dates.extend(entries.iter().filter_map(|e| e.date.checked_add_days(silence)));
            dates.extend(task.happened());
            let corrected = task.corrections.iter().filter_map(|correction| match correction.was {
                Amended::Deadline(day) => Some(day),
                _ => None,
            });
            let last_days = task.deadlines().filter_map(|due| due.last_good_day(until));
            for last in last_days.chain(corrected) {
                dates.extend(last.succ_opt());
                dates.extend(last.checked_sub_days(soon));
            }
        }
        Kind::Ongoing if task.reports.is_some() => {
            dates.extend(super::parts::turns(model, task, until));
        }
        Kind::Ongoing => {
            let known = entries.iter().map(|entry| entry.date);
            let first = model.directive.date.pred_opt();
            dates.extend(known.chain(first).filter_map(|day| first_end_after(model, task, day)));
        }
        Kind::Duty => {}
    }
    let first = task.since.unwrap_or(NaiveDate::MIN);
    dates.retain(|date| (first..=until).contains(date));
    dates.sort_unstable();
    dates.dedup();
    dates
}
