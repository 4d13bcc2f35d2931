//! Resolves references to records.

use std::collections::BTreeMap;

use super::context::{Context, Known};
use super::names::Names;
use super::{fields, rules};
use crate::content::records::OneOrMany;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::link::decoded_path;
use crate::model::{AgencyIx, AttachmentIx, DocumentIx};
use crate::source::FileId;

/// Returns the handle that a reference means.
pub(super) fn one<T: Copy>(
    cx: &mut Context<'_>,
    names: impl Fn(&Known) -> &Names<T>,
    text: &str,
    place: Place,
) -> Option<T> {
    let text = text.trim();
    let names = names(&cx.known);
    if let Some(handle) = names.get(text) {
        return Some(handle);
    }
    if names.may_exist(text) {
        return None;
    }
    let alike = rules::look_alike_letter::find(text);
    let alike = alike.filter(|found| names.get(&found.text).is_some());
    if let Some(found) = alike.filter(|_| names.called(text).is_none()) {
        let diagnostic = rules::look_alike_letter::diagnostic(text, found, place, cx.sources);
        cx.diagnostics.push(diagnostic);
        return None;
    }
    let known = |bare: &str| names.get(bare).is_some().then(|| bare.to_owned());
    let diagnostic = names.unknown(text, place);
    let diagnostic = match names.called(text) {
        Some(id) => fields::fixed_value(cx, diagnostic, text, id),
        None => fields::fixed_quotes(cx, diagnostic, text, known),
    };
    cx.diagnostics.push(diagnostic);
    None
}

/// Returns the handles of a list of references, without duplicates.
pub(super) fn all<T: Copy + Ord>(
    cx: &mut Context<'_>,
    names: impl Fn(&Known) -> &Names<T> + Copy,
    texts: &Option<Vec<String>>,
    file: FileId,
    path: &str,
) -> Vec<T> {
    let mut handles = Vec::new();
    let mut seen: BTreeMap<T, Place> = BTreeMap::new();
    for (n, text) in texts.iter().flatten().enumerate() {
        let place = Place::value(file, format!("{path}[{n}]"));
        let Some(handle) = one(cx, names, text, place.clone()) else { continue };
        if let Some(first) = seen.get(&handle) {
            let diagnostic = Diagnostic::of(&rules::doubled_reference::RULE, place);
            cx.diagnostics.push(diagnostic.also(first.clone()).arg("id", text.trim()));
        } else {
            seen.insert(handle, place);
            handles.push(handle);
        }
    }
    handles
}

/// Returns the handle of an optional reference.
pub(super) fn optional<T: Copy>(
    cx: &mut Context<'_>,
    names: impl Fn(&Known) -> &Names<T>,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<T> {
    let text = fields::trimmed(text)?;
    one(cx, names, &text, Place::value(file, path))
}

/// Returns the document that an optional field names.
pub(super) fn document(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<DocumentIx> {
    optional(cx, |known| &known.documents, text, file, path)
}

/// Returns the attachment at a path.
pub(super) fn attachment(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<AttachmentIx> {
    let text = fields::trimmed(text)?;
    attachment_at(cx, &text, Place::value(file, path))
}

/// Returns the attachment at a path, which may be written as in an address: `Bao%20cao.pdf`.
pub(super) fn attachment_at(
    cx: &mut Context<'_>,
    path: &str,
    place: Place,
) -> Option<AttachmentIx> {
    let decoded = decoded_path(path).filter(|_| cx.known.attachments.get(path.trim()).is_none());
    let path = decoded.as_deref().unwrap_or(path);
    one(cx, |known| &known.attachments, path, place)
}

/// Links the agencies in charge at a path.
pub(super) fn agencies(
    cx: &mut Context<'_>,
    lead: Option<&OneOrMany>,
    file: FileId,
    path: &str,
) -> Vec<AgencyIx> {
    one_or_many(cx, |known| &known.agencies, lead, file, path)
}

/// Links the records that a field names, one or a list.
pub(super) fn one_or_many<T: Copy + Ord>(
    cx: &mut Context<'_>,
    names: impl Fn(&Known) -> &Names<T> + Copy,
    texts: Option<&OneOrMany>,
    file: FileId,
    path: &str,
) -> Vec<T> {
    let Some(texts) = texts else { return Vec::new() };
    if texts.is_list {
        return all(cx, names, &Some(texts.values.clone()), file, path);
    }
    let one = texts.values.first().cloned();
    optional(cx, names, &one, file, path).into_iter().collect()
}
