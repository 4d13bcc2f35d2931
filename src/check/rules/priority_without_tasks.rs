//! A priority without tasks says why, and one with tasks does not.
//!
//! A warning: an empty chapter of the site looks like something forgotten.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::Model;
use crate::source::Sources;

pub(super) fn check(model: &Model, sources: &Sources, faults: &mut Diagnostics) {
    let Some(file) = model.directive.file else { return };
    let source = sources.get(file);
    // Priorities that could not be linked are in the file, but not in the model.
    let written: Vec<&str> = (0..source.index.inside("priorities").count())
        .map(|n| source.text_at(&format!("priorities[{n}].id")))
        .collect();
    for priority in &model.priorities {
        let Some(n) = written.iter().position(|id| *id == priority.id.as_str()) else { continue };
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
