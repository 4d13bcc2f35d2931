//! Finds the records that references mean.

use std::collections::BTreeMap;

use super::context::{Context, Known};
use super::names::Names;
use super::{fields, rules};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::AttachmentIx;
use crate::source::FileId;

/// The handle that a reference means.
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
    if let Some(found) = alike.filter(|found| names.get(&found.text).is_some()) {
        let fault = rules::look_alike_letter::complaint(text, found, place, cx.sources);
        cx.faults.push(fault);
        return None;
    }
    let known = |bare: &str| names.get(bare).is_some().then(|| bare.to_owned());
    let fault = names.unknown(text, place);
    let fault = fields::fixed_quotes(cx, fault, text, known);
    cx.faults.push(fault);
    None
}

/// The handles of a list of references, each once.
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
            let fault = Diagnostic::of(&rules::doubled_reference::RULE, place);
            cx.faults.push(fault.also(first.clone()).arg("id", text.trim()));
        } else {
            seen.insert(handle, place);
            handles.push(handle);
        }
    }
    handles
}

/// The handle of an optional reference.
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

/// The attachment that a path means.
pub(super) fn attachment(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<AttachmentIx> {
    let text = fields::trimmed(text)?;
    one(cx, |known| &known.attachments, &text, Place::value(file, path))
}
