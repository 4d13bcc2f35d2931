//! A task: a new one, and the lasting facts of one that is there.

use std::path::PathBuf;

use super::super::Editor;
use super::super::form::{Choice, Fault, Field, Form, Section};
use super::super::keeper::Records;
use super::extend::{due, due_fields};
use super::languages::Text;
use super::pick::{self, Kind};
use super::report::{blocked, cannot, intro, links, name, task, task_file};
use super::{FormParts, Planned, Screen};
use crate::content::records::TaskRecord;
use crate::fix::value::{self, Value, record};
use crate::fix::{apply, says_only};
use crate::model::{Frequency, Id, Kind as TaskKind, Model, Task};
use crate::output::journal::FileChange;
use crate::pipeline::{self, ChangeError};
use crate::reading::names::id_of_number;

/// A new task.
pub(super) struct New;

/// The lasting facts of a task.
pub(super) struct Edit {
    pub(super) task: String,
}

/// The lists of ids that both forms have: field, label, kind, key of the record.
const LISTS: [(&str, &str, Kind, &str); 5] = [
    ("chu-tri", "edit-leads", Kind::Agencies, "lead"),
    ("phoi-hop", "edit-support", Kind::Agencies, "support"),
    ("dia-ban", "edit-places", Kind::Places, "places"),
    ("van-ban", "edit-documents", Kind::Documents, "documents"),
    ("lien-quan", "edit-related", Kind::Tasks, "related"),
];

/// The ids of a list of a task.
fn ids(model: &Model, task: &Task, key: &str) -> Vec<String> {
    match key {
        "lead" => task.leads.iter().map(|ix| model[*ix].id.to_string()).collect(),
        "support" => task.support.iter().map(|ix| model[*ix].id.to_string()).collect(),
        "places" => task.places.iter().map(|ix| model[*ix].id.to_string()).collect(),
        "documents" => task.documents.iter().map(|ix| model[*ix].id.to_string()).collect(),
        _ => task.related.iter().map(|ix| model[*ix].id.to_string()).collect(),
    }
}

fn lists(editor: &Editor, records: &Records, form: &Form, task: Option<&Task>) -> Vec<Field> {
    let of = |(field, label, kind, key): (&str, &str, Kind, &str)| {
        let there = task.map(|task| ids(records.model(), task, key)).unwrap_or_default();
        pick::field(editor, records, form, (field, editor.locale.text(label)), kind, &there)
    };
    LISTS.into_iter().map(of).collect()
}

/// The texts of a task that can be in two languages, with their keys.
fn texts(editor: &Editor, records: &Records, task: Option<&Task>) -> [(&'static str, Text); 2] {
    let label = |key: &str| editor.locale.text(key);
    let Some(task) = task else {
        return [
            ("title", Text::new(records, "ten", label("edit-task-title"))),
            ("product", Text::new(records, "san-pham", label("edit-product"))),
        ];
    };
    let yaml = &records.sources().get(task.file).text;
    let product = task.product.as_deref().unwrap_or_default();
    [
        ("ten", "edit-task-title", "title", &*task.title),
        ("san-pham", "edit-product", "product", product),
    ]
    .map(|(field, name, key, shown)| {
        (key, Text::of(records, (field, label(name)), yaml, key, shown))
    })
}

/// The field that holds a key of a task.
fn input_of(path: &str) -> Option<String> {
    let key = path.split(['.', '[']).next().unwrap_or_default();
    let field = match key {
        "title" | "" => "ten",
        "product" => "san-pham",
        "priority" => "muc",
        "number" => "ma",
        "kind" => "loai",
        "due" => "han",
        "report_every" => "ky",
        key => LISTS.iter().find(|(.., known)| *known == key)?.0,
    };
    Some(field.to_owned())
}

impl Screen for Edit {
    fn path(&self) -> String {
        format!("viec/{}/sua", self.task)
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let Some((ix, task)) = task(records, &self.task) else { return FormParts::default() };
        let text = |key: &str| editor.locale.text(key);
        let is_sent = form.has("ten");
        let texts = texts(editor, records, Some(task));
        let [(_, title), (_, product)] = &texts;
        let mut fields = title.fields(editor, form, 2);
        fields.extend(product.fields(editor, form, 0));
        fields.extend(lists(editor, records, form, Some(task)));
        let (intro, why) = intro(editor, records, ix);
        let mut on_disk: Vec<(String, String)> =
            texts.iter().flat_map(|(_, text)| text.on_disk(editor, form)).collect();
        for (field, label, _, key) in LISTS {
            let there = ids(records.model(), task, key);
            if is_sent && pick::chosen(form, field) != there {
                on_disk.push((text(label), there.join(", ")));
            }
        }
        FormParts {
            title: editor.locale.format("edit-task-edit-title", &[("task", name(task).into())]),
            intro,
            why,
            sections: vec![Section::of(fields)],
            save: text("edit-save"),
            links: links(editor, task, "/sua"),
            on_disk,
            blocked: blocked(editor, records, task.file, format!("/tep/viec/{}", task.id)),
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let Some((ix, task)) = task(records, &self.task) else { return Err(Vec::new()) };
        let model = records.model();
        let mut changes: Vec<(&str, Value)> = Vec::new();
        for (key, text) in texts(editor, records, Some(task)) {
            if text.is_changed(form) {
                changes.push((key, text.value(form)));
            }
        }
        for (field, _, _, key) in LISTS {
            let chosen = pick::chosen(form, field);
            let there = ids(model, task, key);
            let same = chosen.len() == there.len() && chosen.iter().all(|id| there.contains(id));
            if !same {
                changes.push((
                    key,
                    if key == "lead" { Value::OneOrMany(chosen) } else { Value::Ids(chosen) },
                ));
            }
        }
        if changes.is_empty() {
            return Err(vec![Fault::of("ten", editor.locale.text("edit-nothing-changed"))]);
        }
        let path = task_file(editor, records, ix);
        let file = editor.inside(&records.sources().get(task.file).path);
        let changed = changed::<TaskRecord>(editor, path, &changes, ORDER);
        let changed = changed.map_err(|error| cannot(editor, &error, &file))?;
        Ok(Planned {
            files: vec![changed],
            about: vec![self.task.clone()],
            command: "edit",
            faults: Vec::new(),
        })
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        if file == format!("tasks/{}.yaml", self.task) { input_of(path) } else { None }
    }

    fn files(&self) -> Vec<PathBuf> {
        vec![format!("tasks/{}.yaml", self.task).into()]
    }

    fn base(&self, editor: &Editor, records: &Records) -> Option<PathBuf> {
        task(records, &self.task).map(|(ix, _)| task_file(editor, records, ix))
    }

    fn adds(&self) -> bool {
        false
    }

    fn after(&self) -> String {
        format!("viec/{}", self.task)
    }
}

/// The keys of a task in the order in which offices write them.
const ORDER: &[&str] = &[
    "priority",
    "number",
    "title",
    "kind",
    "product",
    "lead",
    "lead_source",
    "support",
    "places",
    "due",
    "documents",
    "related",
];

/// A record of which some keys get other values. A new key is put behind those that stand before it
/// in `order`.
pub(super) fn changed<T: serde::de::DeserializeOwned>(
    editor: &Editor,
    path: PathBuf,
    changes: &[(&str, Value)],
    order: &[&str],
) -> Result<FileChange, ChangeError> {
    let raw = pipeline::read_record(&editor.content, &path)?;
    let old = std::str::from_utf8(&raw).map_err(|_| ChangeError::Style)?;
    let mut new = old.to_owned();
    for (key, value) in changes {
        let before: Vec<&str> = order.iter().take_while(|known| *known != key).copied().collect();
        let after: Vec<&str> = before.into_iter().rev().collect();
        let edit = value::set::<T>(&new, 0..new.len(), key, value, &after);
        new = apply(&new, vec![edit.ok_or(ChangeError::Style)?]);
    }
    let keys: Vec<&str> = changes.iter().map(|(key, _)| *key).collect();
    if !says_only(old, &new, &keys) {
        return Err(ChangeError::Style);
    }
    Ok(FileChange { path, old: Some(raw), new: Some(new.into_bytes()) })
}

impl Screen for New {
    fn path(&self) -> String {
        "viec/moi".to_owned()
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let text = |key: &str| editor.locale.text(key);
        let kind = if form.has("loai") { form.raw("loai") } else { "deliverable" };
        let kinds = TaskKind::ALL
            .iter()
            .map(|(word, known)| Choice::new(word, records.words.kind(*known), kind == *word));
        let every = form.raw("ky");
        let mut often = vec![Choice::new("", text("edit-every-default"), every.is_empty())];
        often.extend(Frequency::ALL.iter().map(|(word, known)| {
            Choice::new(word, records.words.frequency(*known), every == *word)
        }));
        let priority = ("muc", records.words.say("edit-priority", &[]));
        let [(_, title), (_, product)] = texts(editor, records, None);
        let mut fields = title.fields(editor, form, 2);
        fields.extend([
            pick::field(editor, records, form, priority, Kind::Priorities, &[]),
            Field::line("ma", text("edit-task-id"), &form.line("ma"))
                .hint(text("edit-task-id-hint"))
                .short(),
            Field::radios("loai", text("edit-kind"), kinds.collect()),
        ]);
        fields.extend(due_fields(editor, form, text("edit-first-due")));
        fields.push(Field::radios("ky", text("edit-every"), often));
        fields.extend(product.fields(editor, form, 0));
        fields.extend(lists(editor, records, form, None));
        FormParts {
            title: text("edit-task-new-title"),
            sections: vec![Section::of(fields)],
            save: text("edit-save-task"),
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let locale = editor.locale;
        let model = records.model();
        let mut faults = Vec::new();
        let priority = pick::chosen(form, "muc").into_iter().next();
        let typed = match (form.line("ma"), &priority) {
            (typed, Some(priority)) if typed.is_empty() => next_id(model, priority),
            (typed, _) => typed,
        };
        let (id, number) = match (Id::parse(&typed), id_of_number(&typed)) {
            (Ok(id), _) => (id.to_string(), String::new()),
            (_, Some(id)) => (id.to_string(), typed.clone()),
            _ => {
                let args = [("value", (&typed).into())];
                faults.push(Fault::of("ma", locale.format("edit-bad-id", &args)));
                (String::new(), String::new())
            }
        };
        let path = editor.content.join("tasks").join(format!("{id}.yaml"));
        if !id.is_empty() && (model.task_by_id(&id).is_some() || path.symlink_metadata().is_ok()) {
            let args = [("id", (&id).into()), ("value", (&typed).into())];
            faults.push(Fault::of("ma", locale.format("new-task-is-there", &args)));
        }
        if form.line("ten").is_empty() {
            faults.push(Fault::of("ten", locale.text("edit-title-missing-field")));
        }
        if priority.is_none() {
            faults.push(Fault::of("muc", locale.text("edit-priority-missing")));
        }
        let Some(priority) = priority.filter(|_| faults.is_empty()) else { return Err(faults) };
        let known = |word: &str| TaskKind::ALL.iter().any(|(kind, _)| *kind == word);
        let kind = Some(form.raw("loai")).filter(|kind| known(kind)).unwrap_or("deliverable");
        let often = Frequency::ALL.iter().find(|(word, _)| *word == form.raw("ky"));
        let list = |field: &str| pick::chosen(form, field);
        let lead = list("chu-tri");
        let [(_, title), (_, product)] = texts(editor, records, None);
        let source = if lead.is_empty() { "" } else { "office" };
        let text = record(&[
            ("priority", Value::Id(priority)),
            ("number", Value::Id(number)),
            ("title", title.value(form)),
            ("kind", Value::Yaml(kind.to_owned())),
            ("product", product.value(form)),
            ("lead", Value::OneOrMany(lead)),
            ("lead_source", Value::Yaml(source.to_owned())),
            ("support", Value::Ids(list("phoi-hop"))),
            ("places", Value::Ids(list("dia-ban"))),
            ("due", Value::Yaml(due(records, form))),
            ("documents", Value::Ids(list("van-ban"))),
            ("related", Value::Ids(list("lien-quan"))),
            ("report_every", Value::Yaml(often.map_or("", |(word, _)| *word).to_owned())),
        ]);
        let file = FileChange { path, old: None, new: Some(text.into_bytes()) };
        Ok(Planned { files: vec![file], about: vec![id], command: "new", faults: Vec::new() })
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        if file.starts_with("tasks/") { input_of(path) } else { None }
    }

    fn reviews(&self, _form: &Form) -> bool {
        true
    }
}

/// The id that follows the last one of a priority: 15.4 after 15.3.
fn next_id(model: &Model, priority: &str) -> String {
    let of = |task: &&Task| model[task.priority].id.as_str() == priority;
    let Some(last) = model.own_tasks().rfind(of) else { return format!("{priority}.1") };
    let id = last.id.as_str();
    let (front, number) = id.rsplit_once('.').unwrap_or(("", id));
    let Ok(number) = number.parse::<u32>() else { return String::new() };
    let next = number.saturating_add(1);
    if front.is_empty() { next.to_string() } else { format!("{front}.{next}") }
}
