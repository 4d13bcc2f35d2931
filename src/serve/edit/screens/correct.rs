//! A correction of a fact that was published: what it said, and why it was wrong.

use std::path::PathBuf;

use super::super::Editor;
use super::super::faults::key_in;
use super::super::form::{Choice, Fault, Field, Form, Section};
use super::super::keeper::Records;
use super::days::{day, day_fields};
use super::pick::{self, Kind};
use super::report::{blocked, cannot, intro, ledger, links, name, task, task_file};
use super::{FormParts, Planned, Screen};
use crate::content::records::TaskRecord;
use crate::fix::list;
use crate::fix::value::{Value, record};
use crate::model::{Model, Task};
use crate::pipeline;

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
    label: String,
}

/// The facts of a task that can have been published, in the order of its record.
fn facts(editor: &Editor, records: &Records, task: &Task) -> Vec<Fact> {
    let (model, words): (&Model, _) = (records.model(), &records.words);
    let locale = editor.locale;
    let as_of = pipeline::as_of(model, None);
    let mut facts = Vec::new();
    let mut add = |of: &'static str, was: Value, entry, decided, shown: String| {
        let args = [("what", shown.into())];
        let label = locale.format(&format!("edit-fact-{of}"), &args);
        let key = format!("{of}-{}", facts.len());
        facts.push(Fact { key, of, was, entry, decided, label });
    };
    let day = |day: chrono::NaiveDate| Value::Yaml(day.to_string());
    add("text", Value::Text(task.title.clone()), None, None, task.title.clone());
    if !task.leads.is_empty() {
        let ids = task.leads.iter().map(|lead| model[*lead].id.to_string()).collect();
        let names: Vec<&str> = task.leads.iter().map(|lead| model[*lead].name.as_str()).collect();
        add("lead", Value::OneOrMany(ids), None, None, names.join("; "));
    }
    if let Some(product) = &task.product {
        add("product", Value::Text(product.clone()), None, None, product.clone());
    }
    if let Some((due, last)) =
        task.due.as_ref().and_then(|due| Some((due, due.last_good_day(as_of)?)))
    {
        add("deadline", day(last), None, None, words.deadline(due, as_of));
    }
    for extension in task.extensions.iter().filter(|extension| extension.parts.is_empty()) {
        if let Some(last) = extension.due.last_good_day(as_of) {
            let decided = Some(extension.decided.to_string());
            add("deadline", day(last), None, decided, words.deadline(&extension.due, as_of));
        }
    }
    for (n, update) in task.updates.iter().enumerate() {
        let on = words.short(update.date);
        let said = format!("{on}, {}", words.state(task, n));
        add("entry", day(update.date), None, None, said);
        let entry = Some(update.date.to_string());
        if let Some(text) = &update.text {
            let shown = format!("{on}: {text}");
            add("text", Value::Text(text.clone()), entry.clone(), None, shown);
        }
        if let Some(percent) = update.percent {
            let was = Value::Yaml(percent.to_string());
            add("percent", was, entry.clone(), None, format!("{on}: {percent} %"));
        }
        for document in &update.evidence {
            let document = &model[*document];
            let shown = document.symbol.as_ref().unwrap_or(&document.title);
            let was = Value::Id(document.id.to_string());
            add("evidence", was, entry.clone(), None, format!("{on}: {shown}"));
        }
    }
    facts
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
        let mut fields = vec![fact.hint(text("edit-fact-hint"))];
        fields.extend(day_fields(editor, form, "ngay", text("edit-corrected-on")));
        fields.push(Field::area("ly-do", text("edit-reason"), form.raw("ly-do"), 3));
        let document = ("can-cu", text("edit-document-optional"));
        fields.push(pick::field(editor, records, form, document, Kind::Documents, &[]));
        let (intro, why) = intro(editor, records, ix);
        let title = editor.locale.format("edit-correct-title", &[("task", name(task).into())]);
        FormParts {
            title,
            intro,
            why,
            sections: vec![Section::of(fields)],
            save: text("edit-save-correction"),
            ledger: ledger(records, task),
            links: links(editor, task, "/dinh-chinh"),
            blocked: blocked(editor, records, task.file, format!("/tep/viec/{}", task.id)),
            ..FormParts::default()
        }
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
        let date = day(editor, records.model(), form, "ngay");
        let date = date.unwrap_or_else(|fault| {
            faults.push(fault);
            String::new()
        });
        let Some(fact) = chosen.filter(|_| faults.is_empty()) else { return Err(faults) };
        let recorded = date.parse().map(|day| editor.recording(records).written(day));
        let document = pick::chosen(form, "can-cu").into_iter().next().unwrap_or_default();
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
        let longer = longer.map_err(|error| cannot(editor, &error, &file))?;
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
        let field = match key_in(path, "corrections")? {
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
