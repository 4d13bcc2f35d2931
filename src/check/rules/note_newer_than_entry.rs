//! A note about a task is newer than the task's last entry.
//!
//! A hint: notes do not end silence; only an entry in the task's record does. What is done or
//! stopped, and a general duty, cannot fall silent.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::{Kind, Model, Note, State};
use crate::source::Sources;

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    let mut newest: BTreeMap<usize, &Note> = BTreeMap::new();
    for note in model.notes.iter().rev() {
        for task in &note.tasks {
            newest.insert(task.0, note);
        }
    }
    for (task, note) in newest {
        let task = &model.tasks[task];
        let state = task.updates.iter().rev().find_map(|update| update.state);
        let is_over = state.is_some_and(|state| state == State::Done || state.is_stop());
        if is_over || task.kind == Kind::Duty {
            continue;
        }
        if task.updates.last().is_none_or(|update| update.date < note.date) {
            let fault = Diagnostic::hint("note-newer-than-entry", Place::value(note.file, "date"));
            faults.push(fault.arg("task", &task.number).arg("id", &task.id));
        }
    }
}
