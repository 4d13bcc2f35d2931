//! A task that is said to be replaced by itself.
//!
//! An error: nobody could find the work again.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::{Model, TaskIx};
use crate::source::Sources;

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    for (n, task) in model.tasks.iter().enumerate() {
        for update in task.updates.iter().filter(|u| u.superseded_by == Some(TaskIx(n))) {
            let path = format!("updates[{}].superseded_by", update.place);
            let place = Place::value(task.file, path);
            faults.push(Diagnostic::error("superseded-by-itself", place).arg("id", &task.id));
        }
    }
}
