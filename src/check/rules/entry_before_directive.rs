//! An entry that is older than the directive.
//!
//! A warning: the work may have begun earlier, but often the year is wrong.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::Model;
use crate::source::Sources;

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    let date = model.directive.date;
    for task in &model.tasks {
        for update in task.updates.iter().filter(|update| update.date < date) {
            let place = Place::value(task.file, format!("updates[{}].date", update.place));
            let fault = Diagnostic::warning("entry-before-directive", place);
            faults.push(fault.arg("read", update.date).arg("date", date));
        }
    }
}
