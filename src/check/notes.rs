//! Links `notes/*.md`: the front matter, and every link in the body.

use std::sync::Arc;

use super::linker::Linker;
use super::rules;
use super::whole::Body;
use crate::content::{Content, LoadedNote};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::link::Target;
use crate::model::{Id, Model, Note, NoteIx};
use crate::source::FileId;
use crate::vietnamese;

impl Linker<'_> {
    /// Registers the ids of notes, newest first, then by id.
    pub(super) fn register_notes(&mut self, content: &Content) {
        let mut order = Vec::new();
        let mut seen: std::collections::BTreeMap<&str, &LoadedNote> = Default::default();
        for loaded in &content.notes {
            let Ok(id) = Id::parse(&loaded.stem) else {
                self.define(|l| &mut l.notes, &loaded.stem, NoteIx(0), Place::file(loaded.file));
                continue;
            };
            if let Some(first) = seen.insert(&loaded.stem, loaded) {
                let (place, first) = (Place::file(loaded.file), Place::file(first.file));
                self.faults.push(rules::doubled_id::complaint(&loaded.stem, place, first));
                continue;
            }
            if loaded.is_draft() {
                let place = Place::file(loaded.file);
                self.define(|l| &mut l.drafts, id.as_str(), (), place);
                continue;
            }
            let date = loaded.record.date.as_deref().map(str::trim);
            match date.map(vietnamese::parse_date) {
                Some(Ok(date)) => order.push((std::cmp::Reverse(date), id, loaded)),
                // `notes` complains of the date.
                _ => self.notes.faulty(&loaded.stem),
            }
        }
        order.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        for (n, (_, id, loaded)) in order.into_iter().enumerate() {
            let place = Place::file(loaded.file);
            self.define(|l| &mut l.notes, id.as_str(), NoteIx(n), place);
        }
    }

    pub(super) fn notes(&mut self, content: &Content) -> Vec<Note> {
        let mut notes: Vec<(NoteIx, Note)> = Vec::new();
        for loaded in &content.notes {
            let (file, record) = (loaded.file, &loaded.record);
            let date = self.required_date(&record.date, file, "", "date");
            let title = self.required(&record.title, file, "", "title").unwrap_or_default();
            let author = self.optional_reference(|l| &l.agencies, &record.author, file, "author");
            let tasks = self.references(|l| &l.tasks, &record.tasks, file, "tasks");
            let priorities =
                self.references(|l| &l.priorities, &record.priorities, file, "priorities");
            let places = self.references(|l| &l.places, &record.places, file, "places");
            let evidence = self.references(|l| &l.documents, &record.evidence, file, "evidence");
            let draft = self.yes_or_no(&record.draft, file, "draft").unwrap_or_default();
            let written = [&record.tasks, &record.priorities, &record.places];
            if !draft && written.iter().all(|list| list.as_ref().is_none_or(Vec::is_empty)) {
                self.note_names_nothing(file);
            }
            let Some(handle) = self.notes.get_in(&loaded.stem, file) else { continue };
            let (Some(date), Ok(id)) = (date, Id::parse(&loaded.stem)) else { continue };
            let text = Arc::clone(&loaded.text);
            let note =
                Note { id, date, title, author, tasks, priorities, places, evidence, text, file };
            notes.push((handle, note));
        }
        notes.sort_by_key(|(handle, _)| *handle);
        notes.into_iter().map(|(_, note)| note).collect()
    }

    /// Complains at the empty list, if there is one.
    fn note_names_nothing(&mut self, file: FileId) {
        let fields = ["tasks", "priorities", "places"];
        if fields.iter().any(|field| self.was_left_out(file, "", field)) {
            return;
        }
        let index = &self.sources.get(file).index;
        let field = fields.iter().find(|field| index.get(field).is_some());
        let place = Place::key(file, *field.unwrap_or(&""));
        self.complain(&rules::note_names_nothing::RULE, place);
    }

    /// Checks the links and the computed figures in the bodies, drafts included: a draft is
    /// published one day.
    pub(super) fn note_links(&mut self, content: &Content, model: &Model) -> Vec<Body> {
        let mut bodies = Vec::new();
        for (n, loaded) in content.notes.iter().enumerate() {
            let (text, start) = (&loaded.text, loaded.text.start());
            if let Some(deep) = text.too_deep() {
                let range = deep.range.start + start..deep.range.end + start;
                let place = Place::bytes(loaded.file, range);
                self.faults.push(rules::note_too_deep::complaint(place));
                continue;
            }
            let body = Body { note: n, file: loaded.file, text: Arc::clone(text) };
            for link in &body.text.facts().links {
                self.note_link(&link.target, body.link(link), model);
            }
            let faults = &mut *self.faults;
            rules::unknown_quantity::look(text.source(), loaded.file, start, model, faults);
            bodies.push(body);
        }
        bodies
    }

    fn note_link(&mut self, target: &str, place: Place, model: &Model) {
        match Target::parse(target) {
            Target::Task(id) => drop(self.reference(|l| &l.tasks, id, place)),
            Target::Priority(id) => drop(self.reference(|l| &l.priorities, id, place)),
            Target::Document(id) => drop(self.reference(|l| &l.documents, id, place)),
            Target::Agency(id) => drop(self.reference(|l| &l.agencies, id, place)),
            Target::Place(id) => drop(self.reference(|l| &l.places, id, place)),
            Target::Attachment(path) => drop(self.reference(|l| &l.attachments, path, place)),
            Target::Note(id) if self.drafts.get(id).is_some() => {
                self.faults.push(Diagnostic::of(&rules::link_to_draft::RULE, place).arg("id", id));
            }
            Target::Note(id) => {
                let note = self.reference(|l| &l.notes, id, place.clone());
                if note.is_some_and(|note| model.is_hidden(&model[note])) {
                    self.faults.push(
                        Diagnostic::of(&rules::link_to_hidden_note::RULE, place).arg("id", id),
                    );
                }
            }
            Target::Outside(_) => {}
            Target::Unknown => self.faults.push(rules::broken_link::complaint(target, place)),
        }
    }
}

impl LoadedNote {
    fn is_draft(&self) -> bool {
        self.record.draft.as_deref().map(str::trim) == Some("true")
    }
}
