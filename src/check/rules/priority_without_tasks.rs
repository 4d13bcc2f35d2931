//! A priority without tasks says why, and one with tasks does not.
//!
//! A warning: an empty chapter of the site looks like something forgotten.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::Model;
use crate::source::Sources;

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    for (n, priority) in model.priorities.iter().enumerate() {
        let Some(file) = model.directive.file else { return };
        match (&priority.no_tasks, priority.tasks.is_empty()) {
            (None, true) => {
                let place = Place::key(file, format!("priorities[{n}].id"));
                let fault = Diagnostic::warning("priority-without-tasks", place);
                faults.push(fault.arg("id", &priority.id));
            }
            (Some(_), false) => {
                let place = Place::key(file, format!("priorities[{n}].no_tasks"));
                let fault = Diagnostic::warning("no-tasks-but-tasks", place);
                faults.push(fault.arg("id", &priority.id).arg("count", priority.tasks.len()));
            }
            _ => {}
        }
    }
}
