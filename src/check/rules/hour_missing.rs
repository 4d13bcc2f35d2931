//! A task due at an hour was done that day, and nobody knows when.
//!
//! Without the hour, the completion is judged by its day and counts as in time.
//!
//! Wrong:
//!
//! ```yaml
//! due: {by: 2023-06-30T17:00}
//! updates:
//!   - {date: 2023-06-30, state: done, evidence: [bc-1]}
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: {by: 2023-06-30T17:00}
//! updates:
//!   - {date: 2023-06-30T16:45, state: done, evidence: [bc-1]}
//! ```
//!
//! Add the hour at which it was handed in, if it is known.
//!
//! # Tiếng Việt
//!
//! Việc có hạn theo giờ, hoàn thành đúng ngày nhưng không ghi giờ.
//!
//! Không có giờ thì tính theo ngày, tức là được coi là đúng hạn.
//!
//! Sai:
//!
//! ```yaml
//! due: {by: 2023-06-30T17:00}
//! updates:
//!   - {date: 2023-06-30, state: done, evidence: [bc-1]}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: {by: 2023-06-30T17:00}
//! updates:
//!   - {date: 2023-06-30T16:45, state: done, evidence: [bc-1]}
//! ```
//!
//! Ghi thêm giờ nộp nếu biết.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Model, State};
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::warning("hour-missing", include_str!("hour_missing.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for (_, task) in model.tasks() {
        let hours: Vec<_> = task
            .deadlines()
            .filter(|due| due.hour().is_some())
            .filter_map(|due| due.last_good_day(chrono::NaiveDate::MAX))
            .collect();
        for entry in task.updates.iter().filter(|entry| {
            entry.state == Some(State::Done) && entry.time.is_none() && hours.contains(&entry.date)
        }) {
            let place = Place::value(task.file, format!("updates[{}].date", entry.place));
            diagnostics.push(Diagnostic::of(&RULE, place));
        }
    }
}
