//! A later deadline of a task.

use std::path::PathBuf;

use super::super::Editor;
use super::super::faults::key_in;
use super::super::form::{Choice, Fault, Field, Form};
use super::super::keeper::Records;
use super::days::{day, day_fields, years};
use super::pick::{self, Kind};
use super::report::{added_to, cannot, task, task_file};
use super::{FormParts, Planned, Screen};
use crate::fix::entry::{self, Extension, scalar};
use crate::pipeline;
use crate::reading::deadlines;

pub(super) struct Extend {
    pub(super) task: String,
}

/// The fields of a deadline: whether it is kept on the day or before it, and the day, month, quarter
/// or year.
pub(super) fn due_fields(editor: &Editor, form: &Form, label: String) -> Vec<Field> {
    let is_before = form.raw("han-kieu") == "before";
    let text = |key: &str| editor.locale.text(key);
    let options = vec![
        Choice::new("by", text("edit-due-by"), !is_before),
        Choice::new("before", text("edit-due-before"), is_before),
    ];
    vec![
        Field::line("han", label, &form.line("han")).hint(text("edit-due-hint")).short(),
        Field::radios("han-kieu", text("edit-due-how"), options),
    ]
}

/// A deadline as a record holds it. What cannot be read is written as it was typed, for the rule.
pub(super) fn due(records: &Records, form: &Form) -> String {
    let typed = form.line("han");
    if typed.is_empty() {
        return String::new();
    }
    due_of(records, &typed, form.raw("han-kieu") == "before")
}

/// A typed deadline as a record holds it.
pub(super) fn due_of(records: &Records, typed: &str, is_before: bool) -> String {
    let read = deadlines::deadline(typed, is_before, years(records)).ok();
    read.and_then(|due| deadlines::yaml(&due)).unwrap_or_else(|| scalar(typed, true))
}

impl Screen for Extend {
    fn path(&self) -> String {
        format!("viec/{}/gia-han", self.task)
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let Some((ix, _)) = task(records, &self.task) else { return FormParts::default() };
        let text = |key: &str| editor.locale.text(key);
        let mut fields = day_fields(editor, form, "ngay", text("edit-decided"));
        fields.extend(due_fields(editor, form, text("edit-new-due")));
        let document = ("can-cu", text("edit-deciding"));
        fields.push(pick::field(editor, records, form, document, Kind::Documents, &[]));
        let words = ("edit-extend-title", "edit-save-extension");
        added_to(editor, records, ix, words, "/gia-han", fields)
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let Some((ix, task)) = task(records, &self.task) else { return Err(Vec::new()) };
        let decided = day(editor, records, form, "ngay").map_err(|fault| vec![fault])?;
        let due = due(records, form);
        if due.is_empty() {
            return Err(vec![Fault::of("han", editor.locale.text("edit-due-missing"))]);
        }
        let recorded = decided.parse().map(|day| editor.recording(records).written(day));
        let document = pick::chosen(form, "can-cu").into_iter().next().unwrap_or_default();
        let recorded = recorded.unwrap_or_default();
        let extension = Extension { decided, recorded, due, document };
        let edit = |old: &str| entry::extend(old, &extension);
        let longer =
            pipeline::longer_record(&editor.content, &records.loaded, ix, "extensions", edit);
        let file = editor.inside(&records.sources().get(task.file).path);
        let longer = longer.map_err(|error| cannot(editor, &error, &file))?;
        Ok(Planned {
            files: vec![longer],
            about: vec![self.task.clone()],
            command: "extend",
            faults: Vec::new(),
        })
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        if file != format!("tasks/{}.yaml", self.task) {
            return None;
        }
        let field = match key_in(path, "extensions")? {
            "decided" | "recorded" => "ngay-khac",
            "due" | "" => "han",
            "document" => "can-cu",
            _ => return None,
        };
        Some(field.to_owned())
    }

    fn files(&self) -> Vec<PathBuf> {
        vec![format!("tasks/{}.yaml", self.task).into()]
    }

    fn base(&self, editor: &Editor, records: &Records) -> Option<PathBuf> {
        task(records, &self.task).map(|(ix, _)| task_file(editor, records, ix))
    }

    fn reviews(&self, _form: &Form) -> bool {
        true
    }
}
