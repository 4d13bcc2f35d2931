//! A deadline on a task that has no end.
//!
//! An error: only deliverables are due; an ongoing task has reporting cycles, a duty has neither.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::{Kind, Model};
use crate::source::Sources;

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    for task in model.tasks.iter().filter(|task| task.kind != Kind::Deliverable) {
        let fields = [("due", task.due.is_some()), ("extensions", !task.extensions.is_empty())];
        for (field, _) in fields.into_iter().filter(|(_, there)| *there) {
            let fault = Diagnostic::error("due-without-end", Place::key(task.file, field));
            faults.push(fault.arg("kind", task.kind.name()).arg("field", field));
        }
    }
}
