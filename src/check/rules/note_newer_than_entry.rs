//! A note about a task is newer than the task's last entry.
//!
//! A hint: notes do not end silence; only an entry in the task's record does.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::{Model, Note};
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
        if task.updates.last().is_none_or(|update| update.date < note.date) {
            let fault = Diagnostic::hint("note-newer-than-entry", Place::value(note.file, "date"));
            faults.push(fault.arg("task", &task.number).arg("id", &task.id));
        }
    }
}
