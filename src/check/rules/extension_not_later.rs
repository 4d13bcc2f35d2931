//! An extension to a day that is not later than its decision.
//!
//! A warning: a deadline that was past when it was set, or a wrong month.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::Model;
use crate::source::Sources;

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    for task in &model.tasks {
        for extension in &task.extensions {
            let last_good_day = extension.due.last_good_day(extension.decided);
            if let Some(day) = last_good_day.filter(|day| *day <= extension.decided) {
                let place = Place::value(task.file, format!("extensions[{}].due", extension.place));
                let fault = Diagnostic::warning("extension-not-later", place);
                faults.push(fault.arg("day", day).arg("decided", extension.decided));
            }
        }
    }
}
