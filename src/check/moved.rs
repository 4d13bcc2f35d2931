//! Links `moved.yaml`: what was published and is gone, and why.

use super::context::Context;
use super::fields::{self, join};
use super::{references, rules};
use crate::content::Content;
use crate::content::portal::Layout;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::link::Target;
use crate::model::moved::{Successor, is_address};
use crate::model::{Former, Id, Model, Moved};
use crate::source::FileId;

pub(super) fn link(cx: &mut Context<'_>, content: &Content, model: &Model) -> Vec<Moved> {
    let mut moved: Vec<(Moved, usize)> = Vec::new();
    let Some(list) = &content.moved else { return Vec::new() };
    let file = list.file;
    for (n, record) in list.record.iter().enumerate() {
        let path = format!("[{n}]");
        let field = |name: &str| join(&path, name);
        let was = fields::required(cx, &record.was, file, &path, "was");
        let title = filled_in(cx, &record.title, file, &path, "title");
        let date = fields::required_date(cx, &record.date, file, &path, "date");
        let reason = filled_in(cx, &record.reason, file, &path, "reason");
        let document = references::document(cx, &record.document, file, &field("document"));
        let to = fields::trimmed(&record.to)
            .and_then(|to| successor(cx, &to, Place::value(file, field("to")), model, content));
        let place = Place::value(file, field("was"));
        let Some(was) = was else { continue };
        let Some(was) = Former::parse(&was) else {
            let base = model.settings.base_url.as_deref();
            cx.diagnostics.push(rules::moved_unclear::diagnostic(&was, base, place));
            continue;
        };
        let of_portal = matches!(was, Former::Directive(..) | Former::Site(_));
        let to_directive = matches!(to, Some(Successor::Directive(_)));
        let is_whole = matches!(was, Former::Site(_));
        if of_portal && content.layout != Layout::Top || is_whole && !to_directive {
            cx.diagnostics.push(rules::moved_unclear::diagnostic(&was.name(), None, place));
            continue;
        }
        let directives = &content.directives;
        let there = rules::moved_still_there::diagnostic(&was, model, directives, place.clone());
        cx.diagnostics.extend(there);
        if let Some((_, first)) = moved.iter().find(|(other, _)| other.was == was) {
            let first = Place::value(file, format!("[{first}].was"));
            cx.diagnostics.push(rules::moved_twice::diagnostic(&was, place, first));
            continue;
        }
        if let (Some(title), Some(date), Some(reason)) = (title, date, reason) {
            moved.push((Moved { was, title, to, date, reason, document }, n));
        }
    }
    moved.into_iter().map(|(moved, _)| moved).collect()
}

/// Reads a required text and rejects the placeholder of a form.
pub(super) fn filled_in(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    record: &str,
    field: &'static str,
) -> Option<String> {
    let says = text.as_ref().filter(|text| text.chars().any(char::is_alphanumeric)).cloned();
    fields::required(cx, &says, file, record, field)
}

/// Links what replaces a withdrawn page: a record that has a page, or an address.
fn successor(
    cx: &mut Context<'_>,
    to: &str,
    place: Place,
    model: &Model,
    content: &Content,
) -> Option<Successor> {
    let directive = to.strip_prefix("directive:").and_then(|id| Id::parse(id).ok());
    if let Some(id) =
        directive.filter(|id| content.directives.iter().any(|(_, name)| name == id.as_str()))
    {
        return Some(Successor::Directive(id));
    }
    match Target::parse(to) {
        Target::Task(id) => {
            references::one(cx, |known| &known.tasks, id, place).map(Successor::Task)
        }
        Target::Priority(id) => {
            references::one(cx, |known| &known.priorities, id, place).map(Successor::Priority)
        }
        Target::Agency(id) => {
            references::one(cx, |known| &known.agencies, id, place).map(Successor::Agency)
        }
        Target::Place(id) => {
            references::one(cx, |known| &known.places, id, place).map(Successor::Place)
        }
        Target::Document(id) => {
            references::one(cx, |known| &known.documents, id, place).map(Successor::Document)
        }
        Target::Note(id) if cx.known.drafts.get(id).is_some() => {
            cx.diagnostics.push(Diagnostic::of(&rules::link_to_draft::RULE, place).arg("id", id));
            None
        }
        Target::Note(id) => {
            let note = references::one(cx, |known| &known.notes, id, place.clone())?;
            if model.is_hidden(&model[note]) {
                let diagnostic = Diagnostic::of(&rules::link_to_hidden_note::RULE, place);
                cx.diagnostics.push(diagnostic.arg("id", id));
                return None;
            }
            Some(Successor::Note(note))
        }
        Target::Outside(address) if !address.starts_with("mailto:") => {
            let diagnostic = rules::bad_url::diagnostic(address, place);
            let fine = diagnostic.is_none();
            cx.diagnostics.extend(diagnostic);
            fine.then(|| Successor::Outside(address.to_owned()))
        }
        Target::Attachment(path) if is_address(path) => Some(Successor::Address(path.to_owned())),
        Target::Unknown if is_address(to) => Some(Successor::Address(to.to_owned())),
        Target::Outside(_) | Target::Attachment(_) | Target::Unknown => {
            let base = model.settings.base_url.as_deref();
            cx.diagnostics.push(rules::moved_unclear::diagnostic(to, base, place));
            None
        }
    }
}
