//! The newest entry is more than a month later than all others, and decides the site's date.
//!
//! A warning: without `as_of` everything is judged on the newest date, so one wrong year would
//! make every task overdue. `as_of` in `site.yaml` settles it.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::Model;
use crate::source::Sources;

/// Days by which the newest date may run ahead.
const LIMIT_DAYS: i64 = 31;

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    if model.settings.as_of.is_some() {
        return;
    }
    let (newest, second) = model.newest_fact();
    if (newest - second).num_days() <= LIMIT_DAYS {
        return;
    }
    let in_tasks = model.tasks.iter().flat_map(|task| {
        let updates = task.updates.iter().map(|u| (u.date, format!("updates[{}].date", u.place)));
        let extensions =
            task.extensions.iter().map(|e| (e.decided, format!("extensions[{}].decided", e.place)));
        updates.chain(extensions).map(|(date, path)| (date, Place::value(task.file, path)))
    });
    let in_notes = model.notes.iter().map(|note| (note.date, Place::value(note.file, "date")));
    if let Some((_, place)) = in_tasks.chain(in_notes).find(|(date, _)| *date == newest) {
        let fault = Diagnostic::warning("newest-fact-alone", place);
        faults.push(fault.arg("date", newest).arg("second", second));
    }
}
