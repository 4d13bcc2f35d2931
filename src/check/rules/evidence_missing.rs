//! A task that is said to be done without evidence.
//!
//! A warning, never an error: the task shows as "said to be done, waiting for evidence" and does
//! not count as done until an entry cites a document.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::{Kind, Model, State};
use crate::source::Sources;

pub(super) fn check(model: &Model, sources: &Sources, faults: &mut Diagnostics) {
    if !model.settings.thresholds.evidence_required {
        return;
    }
    for task in model.tasks.iter().filter(|task| task.kind == Kind::Deliverable) {
        let last_other = task
            .updates
            .iter()
            .rposition(|update| update.state.is_some_and(|state| state != State::Done));
        let run = &task.updates[last_other.map_or(0, |n| n + 1)..];
        let Some(first) = run.iter().position(|update| update.state == Some(State::Done)) else {
            continue;
        };
        // Evidence that is cited but unknown is a fault of its own.
        let index = &sources.get(task.file).index;
        let cited =
            |place: usize| index.inside(&format!("updates[{place}].evidence")).next().is_some();
        if run[first..].iter().all(|update| update.evidence.is_empty() && !cited(update.place)) {
            let place = Place::key(task.file, format!("updates[{}]", run[first].place));
            faults.push(Diagnostic::warning("evidence-missing", place));
        }
    }
}
