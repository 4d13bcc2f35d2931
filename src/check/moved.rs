//! Links `moved.yaml` and the `corrections` of tasks: what was published and is told no longer.

use super::linker::{Linker, join};
use super::rules;
use crate::content::Content;
use crate::content::records::AmendmentRecord;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::link::Target;
use crate::model::moved::{Successor, is_address};
use crate::model::{Amended, Amendment, Former, Id, Model, Moved};
use crate::source::FileId;

impl Linker<'_> {
    pub(super) fn moved(&mut self, content: &Content, model: &Model) -> Vec<Moved> {
        let mut moved: Vec<(Moved, usize)> = Vec::new();
        let Some(list) = &content.moved else { return Vec::new() };
        let file = list.file;
        for (n, record) in list.record.iter().enumerate() {
            let path = format!("[{n}]");
            let field = |name: &str| join(&path, name);
            let was = self.required(&record.was, file, &path, "was");
            let title = self.told(&record.title, file, &path, "title");
            let date = self.required_date(&record.date, file, &path, "date");
            let reason = self.told(&record.reason, file, &path, "reason");
            let document = self.optional_reference(
                |l| &l.documents,
                &record.document,
                file,
                &field("document"),
            );
            let to = Self::text(&record.to)
                .and_then(|to| self.successor(&to, Place::value(file, field("to")), model));
            let place = Place::value(file, field("was"));
            let Some(was) = was else { continue };
            let Some(was) = Former::parse(&was) else {
                let base = model.settings.base_url.as_deref();
                self.faults.push(rules::moved_unclear::complaint(&was, base, place));
                continue;
            };
            self.faults.extend(rules::moved_still_there::complaint(&was, model, place.clone()));
            if let Some((_, first)) = moved.iter().find(|(other, _)| other.was == was) {
                let first = Place::value(file, format!("[{first}].was"));
                self.faults.push(rules::moved_twice::complaint(&was, place, first));
                continue;
            }
            if let (Some(title), Some(date), Some(reason)) = (title, date, reason) {
                moved.push((Moved { was, title, to, date, reason, document }, n));
            }
        }
        moved.into_iter().map(|(moved, _)| moved).collect()
    }

    /// A text that must be there and say something: the gap of a form is none.
    fn told(
        &mut self,
        text: &Option<String>,
        file: FileId,
        record: &str,
        field: &'static str,
    ) -> Option<String> {
        let says = text.as_ref().filter(|text| text.chars().any(char::is_alphanumeric)).cloned();
        self.required(&says, file, record, field)
    }

    /// What takes the place of something: a record that has a page, or an address.
    fn successor(&mut self, to: &str, place: Place, model: &Model) -> Option<Successor> {
        match Target::parse(to) {
            Target::Task(id) => self.reference(|l| &l.tasks, id, place).map(Successor::Task),
            Target::Priority(id) => {
                self.reference(|l| &l.priorities, id, place).map(Successor::Priority)
            }
            Target::Agency(id) => self.reference(|l| &l.agencies, id, place).map(Successor::Agency),
            Target::Place(id) => self.reference(|l| &l.places, id, place).map(Successor::Place),
            Target::Document(id) => {
                self.reference(|l| &l.documents, id, place).map(Successor::Document)
            }
            Target::Note(id) if self.drafts.get(id).is_some() => {
                self.faults.push(Diagnostic::of(&rules::link_to_draft::RULE, place).arg("id", id));
                None
            }
            Target::Note(id) => {
                let note = self.reference(|l| &l.notes, id, place.clone())?;
                if model.is_hidden(&model[note]) {
                    let fault = Diagnostic::of(&rules::link_to_hidden_note::RULE, place);
                    self.faults.push(fault.arg("id", id));
                    return None;
                }
                Some(Successor::Note(note))
            }
            Target::Outside(address) if !address.starts_with("mailto:") => {
                let fault = rules::bad_url::complaint(address, place);
                let fine = fault.is_none();
                self.faults.extend(fault);
                fine.then(|| Successor::Outside(address.to_owned()))
            }
            Target::Attachment(path) if is_address(path) => {
                Some(Successor::Address(path.to_owned()))
            }
            Target::Unknown if is_address(to) => Some(Successor::Address(to.to_owned())),
            Target::Outside(_) | Target::Attachment(_) | Target::Unknown => {
                let base = model.settings.base_url.as_deref();
                self.faults.push(rules::moved_unclear::complaint(to, base, place));
                None
            }
        }
    }

    pub(super) fn corrections(
        &mut self,
        records: Option<&[AmendmentRecord]>,
        file: FileId,
    ) -> Vec<Amendment> {
        let mut corrections = Vec::new();
        for (n, record) in records.unwrap_or_default().iter().enumerate() {
            let path = format!("corrections[{n}]");
            let field = |name: &str| join(&path, name);
            let date = self.required_date(&record.date, file, &path, "date");
            let of = self.required(&record.of, file, &path, "of");
            let of = self.choice(&of, &Amended::NAMES, file, &field("of"));
            let was = self.required(&record.was, file, &path, "was");
            let reason = self.told(&record.reason, file, &path, "reason");
            let document = self.optional_reference(
                |l| &l.documents,
                &record.document,
                file,
                &field("document"),
            );
            let (Some(of), Some(was)) = (of, was) else { continue };
            let place = Place::value(file, field("was"));
            let was = if of == "evidence" {
                match Id::parse(&was) {
                    Ok(id) => Some(Amended::Evidence(id)),
                    Err(_) => {
                        self.faults.push(rules::bad_id::complaint(&was, place));
                        None
                    }
                }
            } else {
                self.read_date(&was, place).map(|day| match of {
                    "deadline" => Amended::Deadline(day),
                    "entry" => Amended::Entry(day),
                    _ => Amended::Done(day),
                })
            };
            if let (Some(date), Some(was), Some(reason)) = (date, was, reason) {
                corrections.push(Amendment { date, was, reason, document });
            }
        }
        corrections
    }
}
