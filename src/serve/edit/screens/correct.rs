//! A correction of a fact that was published: what it said, and why it was wrong.

use std::path::PathBuf;

use super::super::Editor;
use super::super::faults::key_in;
use super::super::form::{Choice, Fault, Field, Form};
use super::super::keeper::Records;
use super::days::{day, day_fields, typed_day};
use super::extend::due_of;
use super::languages;
use super::pick::{self, Kind};
use super::report::{added_to, cannot, percent, task, task_file};
use super::{FormParts, Planned, Screen};
use crate::content::records::TaskRecord;
use crate::fix::value::{Value, record, set_at};
use crate::fix::{apply, list, says_only};
use crate::model::{Deadline, Model, Task};
use crate::output::journal::FileChange;
use crate::pipeline::{self, ChangeError};

pub(super) struct Correct {
    pub(super) task: String,
}

/// A fact that can have been published.
struct Fact {
    /// How the form names it.
    key: String,
    of: &'static str,
    was: Value,
    /// The day of the entry that it belongs to.
    entry: Option<String>,
    /// The day of the decision whose deadline it is.
    decided: Option<String>,
    /// Where it stands in the record, if a text can take its place.
    path: Option<String>,
    label: String,
}

/// The facts of a task that can have been published, in the order of its record.
fn facts(editor: &Editor, records: &Records, task: &Task) -> Vec<Fact> {
    let (model, words): (&Model, _) = (records.model(), &records.words);
    let locale = editor.locale;
    let as_of = pipeline::as_of(model, None);
    let mut facts = Vec::new();
    let mut add =
        |of: &'static str, was: Value, entry, decided, path: Option<String>, shown: String| {
            let args = [("what", shown.into())];
            let label = locale.format(&format!("edit-fact-{of}"), &args);
            let key = format!("{of}-{}", facts.len());
            facts.push(Fact { key, of, was, entry, decided, path, label });
        };
    let day = |day: chrono::NaiveDate| Value::Yaml(day.to_string());
    let at = |path: &str| Some(path.to_owned());
    let yaml = &records.sources().get(task.file).text;
    let text_at = |key: &str| Some(languages::path(records, yaml, key));
    add("text", Value::Text(task.title.clone()), None, None, text_at("title"), task.title.clone());
    if !task.leads.is_empty() {
        let ids = task.leads.iter().map(|lead| model[*lead].id.to_string()).collect();
        let names: Vec<&str> = task.leads.iter().map(|lead| model[*lead].name.as_str()).collect();
        add("lead", Value::OneOrMany(ids), None, None, None, names.join("; "));
    }
    if let Some(product) = &task.product {
        add(
            "product",
            Value::Text(product.clone()),
            None,
            None,
            text_at("product"),
            product.clone(),
        );
    }
    if let Some((due, last)) =
        task.due.as_ref().and_then(|due| Some((due, due.last_good_day(as_of)?)))
    {
        add("deadline", day(last), None, None, at("due"), words.deadline(due, as_of));
    }
    for extension in task.extensions.iter().filter(|extension| extension.parts.is_empty()) {
        if let Some(last) = extension.due.last_good_day(as_of) {
            let decided = Some(extension.decided.to_string());
            let path = Some(format!("extensions[{}].due", extension.place));
            add("deadline", day(last), None, decided, path, words.deadline(&extension.due, as_of));
        }
    }
    for (n, update) in task.updates.iter().enumerate() {
        let on = words.short(update.date);
        let said = format!("{on}, {}", words.state(task, n));
        let inside = |key: &str| Some(format!("updates[{}].{key}", update.place));
        add("entry", day(update.date), None, None, inside("date"), said);
        let entry = Some(update.date.to_string());
        if let Some(text) = &update.text {
            let shown = format!("{on}: {text}");
            add("text", Value::Text(text.clone()), entry.clone(), None, inside("text"), shown);
        }
        if let Some(percent) = update.percent {
            let was = Value::Yaml(percent.to_string());
            let shown = format!("{on}: {percent} %");
            add("percent", was, entry.clone(), None, inside("percent"), shown);
        }
        for document in &update.evidence {
            let document = &model[*document];
            let shown = document.symbol.as_ref().unwrap_or(&document.title);
            let was = Value::Id(document.id.to_string());
            add("evidence", was, entry.clone(), None, None, format!("{on}: {shown}"));
        }
    }
    facts
}

/// What takes the place of a fact. What cannot be read is written as it was typed, for the rule.
fn right_value(records: &Records, task: &Task, fact: &Fact, typed: &str) -> Value {
    let is_before = fact.decided.is_none() && matches!(task.due, Some(Deadline::Before(_)));
    match fact.of {
        "entry" => Value::Yaml(typed_day(records, typed)),
        "deadline" => Value::Yaml(due_of(records, typed, is_before)),
        "percent" => Value::Yaml(percent(typed)),
        _ => Value::Text(typed.to_owned()),
    }
}

/// The bytes of a record in which one value was changed.
fn set(change: &FileChange, path: &str, value: &Value) -> Option<Vec<u8>> {
    let old = std::str::from_utf8(change.new.as_ref()?).ok()?;
    let new = apply(old, vec![set_at::<TaskRecord>(old, path, value)?]);
    let key = path.split(['[', '.']).next().unwrap_or_default();
    says_only(old, &new, &[key]).then(|| new.into_bytes())
}

impl Screen for Correct {
    fn path(&self) -> String {
        format!("viec/{}/dinh-chinh", self.task)
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let Some((ix, task)) = task(records, &self.task) else { return FormParts::default() };
        let text = |key: &str| editor.locale.text(key);
        let facts = facts(editor, records, task);
        let chosen = form.raw("dieu");
        let options =
            facts.into_iter().map(|fact| Choice::new(&fact.key, fact.label, fact.key == chosen));
        let fact = Field::radios("dieu", text("edit-fact"), options.collect());
        let fact = Field { is_column: true, ..fact };
        let right = Field::area("dung", text("edit-right"), form.raw("dung"), 2);
        let mut fields = vec![fact, right.hint(text("edit-right-hint"))];
        fields.extend(day_fields(editor, form, "ngay", text("edit-corrected-on")));
        fields.push(Field::area("ly-do", text("edit-reason"), form.raw("ly-do"), 3));
        let document = ("can-cu", text("edit-document-optional"));
        fields.push(pick::field(editor, records, form, document, Kind::Documents, &[]));
        let words = ("edit-correct-title", "edit-save-correction");
        added_to(editor, records, ix, words, "/dinh-chinh", fields)
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let Some((ix, task)) = task(records, &self.task) else { return Err(Vec::new()) };
        let mut faults = Vec::new();
        let chosen = facts(editor, records, task).into_iter().find(|f| f.key == form.raw("dieu"));
        if chosen.is_none() {
            faults.push(Fault::of("dieu", editor.locale.text("edit-fact-missing")));
        }
        let reason = form.text("ly-do");
        if reason.is_empty() {
            faults.push(Fault::of("ly-do", editor.locale.text("edit-reason-missing")));
        }
        let date = day(editor, records, form, "ngay");
        let date = date.unwrap_or_else(|fault| {
            faults.push(fault);
            String::new()
        });
        let Some(fact) = chosen.filter(|_| faults.is_empty()) else { return Err(faults) };
        let recorded = date.parse().map(|day| editor.recording(records).written(day));
        let document = pick::chosen(form, "can-cu").into_iter().next().unwrap_or_default();
        let right = form.text("dung").replace('\n', " ");
        let (value, path) = (right_value(records, task, &fact, &right), fact.path.clone());
        let lines = record(&[
            ("date", Value::Yaml(date)),
            ("recorded", Value::Yaml(recorded.unwrap_or_default())),
            ("of", Value::Yaml(fact.of.to_owned())),
            ("was", fact.was),
            ("entry", Value::Yaml(fact.entry.unwrap_or_default())),
            ("decided", Value::Yaml(fact.decided.unwrap_or_default())),
            ("reason", Value::Text(reason.replace('\n', " "))),
            ("document", Value::Id(document)),
        ]);
        let items = [lines];
        let edit = |old: &str| list::append::<TaskRecord>(old, "corrections", &items);
        let longer =
            pipeline::longer_record(&editor.content, &records.loaded, ix, "corrections", edit);
        let file = editor.inside(&records.sources().get(task.file).path);
        let mut longer = longer.map_err(|error| cannot(editor, &error, &file))?;
        if !right.is_empty() {
            let Some(path) = path else {
                return Err(vec![Fault::of("dung", editor.locale.text("edit-right-elsewhere"))]);
            };
            let set = set(&longer, &path, &value);
            longer.new = Some(set.ok_or_else(|| cannot(editor, &ChangeError::Style, &file))?);
        }
        Ok(Planned {
            files: vec![longer],
            about: vec![self.task.clone()],
            command: "correct",
            faults: Vec::new(),
        })
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        if file != format!("tasks/{}.yaml", self.task) {
            return None;
        }
        let Some(key) = key_in(path, "corrections") else { return Some("dung".to_owned()) };
        let field = match key {
            "date" | "recorded" => "ngay-khac",
            "reason" => "ly-do",
            "document" => "can-cu",
            _ => "dieu",
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
