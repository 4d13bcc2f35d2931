//! `done` on a task that has no end.
//!
//! An error: an ongoing task is kept up, it is never done. Whoever finished something writes a
//! plain report, or the task is a deliverable.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::{Kind, Model, State};
use crate::source::Sources;

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    for task in model.tasks.iter().filter(|task| task.kind != Kind::Deliverable) {
        for update in task.updates.iter().filter(|update| update.state == Some(State::Done)) {
            let place = Place::value(task.file, format!("updates[{}].state", update.place));
            faults.push(match task.kind {
                Kind::Ongoing => Diagnostic::error("done-on-ongoing", place),
                Kind::Duty | Kind::Deliverable => Diagnostic::warning("done-on-duty", place),
            });
        }
    }
}
