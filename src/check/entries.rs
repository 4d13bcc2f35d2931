//! Links the `updates` of tasks: the entries of the ledger.

use super::context::Context;
use super::divided::{self, Nameable};
use super::fields::{self, join};
use super::{references, rules};
use crate::content::records::{OneOrMany, UpdateRecord};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{State, Update};
use crate::source::FileId;

pub(super) fn link(
    cx: &mut Context<'_>,
    records: Option<&[UpdateRecord]>,
    file: FileId,
    nameable: &Nameable<'_>,
) -> Vec<Update> {
    let mut updates = Vec::new();
    for (place, record) in records.unwrap_or_default().iter().enumerate() {
        updates.extend(update(cx, record, file, nameable, &format!("updates[{place}]"), place));
    }
    // The sort is stable: entries of one day keep their order in the file.
    updates.sort_by_key(|update: &Update| update.date);
    updates
}

/// Links one entry. `place` is its place in the list.
pub(super) fn update(
    cx: &mut Context<'_>,
    record: &UpdateRecord,
    file: FileId,
    nameable: &Nameable<'_>,
    path: &str,
    place: usize,
) -> Option<Update> {
    let field = |name: &str| join(path, name);
    let (date, time) = divided::moment(cx, &record.date, file, path, "date");
    let parts = nameable.link(cx, &record.part, file, &field("part"), true);
    let state = fields::choice(cx, &record.state, &State::ALL, file, &field("state"));
    let percent = fields::number(cx, &record.percent, 0..=100, file, &field("percent"));
    let evidence =
        references::all(cx, |known| &known.documents, &record.evidence, file, &field("evidence"));
    let document = references::document(cx, &record.document, file, &field("document"));
    let superseded_by = references::one_or_many(
        cx,
        |known| &known.tasks,
        record.superseded_by.as_ref(),
        file,
        &field("superseded_by"),
    );
    let stops = state.is_some_and(State::is_stop);
    let written = |cx: &Context<'_>, field| fields::was_left_out(cx, file, path, field);
    if stops && fields::trimmed(&record.document).is_none() && !written(cx, "document") {
        let place = Place::value(file, field("state"));
        let diagnostic = Diagnostic::of(&rules::stop_without_document::RULE, place);
        cx.diagnostics.push(diagnostic.arg("state", state.map_or("", State::name)));
    }
    let spot = Place::value(file, field("state"));
    let is_refused = divided::refuse_superseded(cx, parts.as_ref(), state, spot);
    if state == Some(State::Superseded)
        && !is_refused
        && is_blank(record.superseded_by.as_ref())
        && !written(cx, "superseded_by")
    {
        let place = Place::value(file, field("state"));
        cx.report(&rules::superseded_by_nothing::RULE, place);
    }
    if record.superseded_by.is_some() && state != Some(State::Superseded) {
        let place = Place::key(file, field("superseded_by"));
        cx.report(&rules::replacement_without_state::RULE, place);
    }
    if record.document.is_some() && !stops {
        let place = Place::key(file, field("document"));
        let diagnostic = Diagnostic::of(&rules::document_without_stop::RULE, place);
        let id = fields::trimmed(&record.document).unwrap_or_default();
        cx.diagnostics.push(diagnostic.arg("id", id));
    }
    let recorded = fields::recorded(cx, &record.recorded, file, &field("recorded"), date);
    if is_refused {
        return None;
    }
    Some(Update {
        date: date?,
        time,
        parts: parts?,
        recorded: recorded?,
        state,
        text: fields::trimmed(&record.text),
        percent: percent.and_then(|n| u8::try_from(n).ok()),
        evidence,
        document,
        superseded_by,
        place,
    })
}

/// Whether a field names nothing.
fn is_blank(texts: Option<&OneOrMany>) -> bool {
    texts.is_none_or(|texts| texts.values.iter().all(|text| text.trim().is_empty()))
}
