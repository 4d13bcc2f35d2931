//! Links `notes/*.md`: the front matter and every link in the body.

use std::sync::Arc;

use super::context::Context;
use super::whole::Body;
use super::{fields, references, rules};
use crate::content::{Content, LoadedNote};
use crate::diagnostic::{Diagnostic, Place};
use crate::markdown::Limit;
use crate::model::link::Target;
use crate::model::{Id, Model, Note, NoteIx, TaskIx};
use crate::source::FileId;
use crate::vietnamese;

/// Registers the ids of notes, newest first, then by id.
pub(super) fn register(cx: &mut Context<'_>, content: &Content) {
    let mut order = Vec::new();
    let mut seen: std::collections::BTreeMap<&str, &LoadedNote> = Default::default();
    for loaded in &content.notes {
        let Ok(id) = Id::parse(&loaded.stem) else {
            cx.known.notes.define(
                &loaded.stem,
                NoteIx(0),
                Place::file(loaded.file),
                cx.diagnostics,
            );
            continue;
        };
        if let Some(first) = seen.insert(&loaded.stem, loaded) {
            let (place, first) = (Place::file(loaded.file), Place::file(first.file));
            cx.diagnostics.push(rules::doubled_id::diagnostic(&loaded.stem, place, first));
            continue;
        }
        if loaded.is_draft() {
            let place = Place::file(loaded.file);
            cx.known.drafts.define(id.as_str(), (), place, cx.diagnostics);
            continue;
        }
        let date = loaded.record.date.as_deref().map(str::trim);
        match date.map(vietnamese::parse_date) {
            Some(Ok(date)) => order.push((std::cmp::Reverse(date), id, loaded)),
            // `link` reports the invalid date.
            _ => cx.known.notes.unlinked(&loaded.stem),
        }
    }
    order.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    for (n, (_, id, loaded)) in order.into_iter().enumerate() {
        let place = Place::file(loaded.file);
        cx.known.notes.define(id.as_str(), NoteIx(n), place, cx.diagnostics);
    }
}

pub(super) fn link(cx: &mut Context<'_>, content: &Content) -> Vec<Note> {
    let mut notes: Vec<(NoteIx, Note)> = Vec::new();
    for loaded in &content.notes {
        let (file, record) = (loaded.file, &loaded.record);
        let date = fields::required_date(cx, &record.date, file, "", "date");
        let recorded = fields::recorded(cx, &record.recorded, file, "recorded", date);
        let title = fields::required(cx, &record.title, file, "", "title").unwrap_or_default();
        let author =
            references::optional(cx, |known| &known.agencies, &record.author, file, "author");
        let tasks = references::all(cx, |known| &known.tasks, &record.tasks, file, "tasks");
        let own = |task: &TaskIx| task.0 < content.tasks.len();
        for (n, text) in record.tasks.iter().flatten().enumerate() {
            // A note is about its own directive; it may link to others.
            let names = &cx.known.tasks;
            if names.get(text.trim()).is_some_and(|task| !own(&task)) {
                let place = Place::value(file, format!("tasks[{n}]"));
                let diagnostic = names.unknown(text.trim(), place);
                cx.diagnostics.push(diagnostic);
            }
        }
        let tasks: Vec<TaskIx> = tasks.into_iter().filter(own).collect();
        let priorities =
            references::all(cx, |known| &known.priorities, &record.priorities, file, "priorities");
        let places = references::all(cx, |known| &known.places, &record.places, file, "places");
        let evidence =
            references::all(cx, |known| &known.documents, &record.evidence, file, "evidence");
        let draft = fields::yes_or_no(cx, &record.draft, file, "draft").unwrap_or_default();
        let written = [&record.tasks, &record.priorities, &record.places];
        if !draft && written.iter().all(|list| list.as_ref().is_none_or(Vec::is_empty)) {
            note_names_nothing(cx, file);
        }
        let Some(handle) = cx.known.notes.get_in(&loaded.stem, file) else { continue };
        let (Some(date), Some(recorded)) = (date, recorded) else { continue };
        let Ok(id) = Id::parse(&loaded.stem) else { continue };
        notes.push((
            handle,
            Note {
                id,
                date,
                recorded,
                title,
                author,
                tasks,
                priorities,
                places,
                evidence,
                text: Arc::clone(&loaded.text),
                file,
            },
        ));
    }
    notes.sort_by_key(|(handle, _)| *handle);
    notes.into_iter().map(|(_, note)| note).collect()
}

/// Reports a note that names nothing, at its empty list if there is one.
fn note_names_nothing(cx: &mut Context<'_>, file: FileId) {
    let fields = ["tasks", "priorities", "places"];
    if fields.iter().any(|field| fields::was_left_out(cx, file, "", field)) {
        return;
    }
    let index = &cx.sources.get(file).index;
    let field = fields.iter().find(|field| index.get(field).is_some());
    let place = Place::key(file, *field.unwrap_or(&""));
    cx.report(&rules::note_names_nothing::RULE, place);
}

/// Checks links and computed figures in the bodies of notes. Drafts are included, because they will
/// be published later.
pub(super) fn note_links(cx: &mut Context<'_>, content: &Content, model: &Model) -> Vec<Body> {
    let mut bodies = Vec::new();
    for (n, loaded) in content.notes.iter().enumerate() {
        let (text, start) = (&loaded.text, loaded.text.start());
        if let Some(over) = text.over_limit() {
            let range = over.range.start + start..over.range.end + start;
            let place = Place::bytes(loaded.file, range);
            cx.diagnostics.push(match over.limit {
                Limit::Depth => rules::note_too_deep::diagnostic(place),
                Limit::Columns(count) => rules::table_too_wide::diagnostic(count, place),
            });
            continue;
        }
        let body = Body { note: n, file: loaded.file, text: Arc::clone(text) };
        for link in &body.text.facts().links {
            note_link(cx, &link.target, body.link(link), model);
        }
        let diagnostics = &mut *cx.diagnostics;
        rules::unknown_quantity::look(text.source(), loaded.file, start, model, diagnostics);
        bodies.push(body);
    }
    bodies
}

fn note_link(cx: &mut Context<'_>, target: &str, place: Place, model: &Model) {
    match Target::parse(target) {
        Target::Task(id) => {
            references::one(cx, |known| &known.tasks, id, place);
        }
        Target::Priority(id) => {
            references::one(cx, |known| &known.priorities, id, place);
        }
        Target::Document(id) => {
            references::one(cx, |known| &known.documents, id, place);
        }
        Target::Agency(id) => {
            references::one(cx, |known| &known.agencies, id, place);
        }
        Target::Place(id) => {
            references::one(cx, |known| &known.places, id, place);
        }
        Target::Attachment(path) => {
            references::attachment_at(cx, path, place);
        }
        Target::Note(id) if cx.known.drafts.get(id).is_some() => {
            cx.diagnostics.push(Diagnostic::of(&rules::link_to_draft::RULE, place).arg("id", id));
        }
        Target::Note(id) => {
            let note = references::one(cx, |known| &known.notes, id, place.clone());
            if note.is_some_and(|note| model.is_hidden(&model[note])) {
                cx.diagnostics
                    .push(Diagnostic::of(&rules::link_to_hidden_note::RULE, place).arg("id", id));
            }
        }
        Target::Outside(_) => {}
        Target::Unknown => cx.diagnostics.push(rules::broken_link::diagnostic(target, place)),
    }
}

impl LoadedNote {
    fn is_draft(&self) -> bool {
        self.record.draft.as_deref().map(str::trim) == Some("true")
    }
}
