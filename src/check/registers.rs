//! Links `agencies.yaml`, `places.yaml`, `documents.yaml` and the attachments.

use super::context::{Context, Known};
use super::fields::{self, join};
use super::names::Names;
use super::{references, rules};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, Place as Spot};
use crate::model::{
    Agency, AgencyIx, Attachment, AttachmentIx, Correction, Document, DocumentIx, Id, Place,
    PlaceIx, Printed,
};
use crate::source::FileId;
use crate::vietnamese;

/// Registers the ids of all lists, so that records may refer to each other in any order.
pub(super) fn register(cx: &mut Context<'_>, content: &Content) {
    if let Some(list) = &content.agencies {
        for (n, record) in list.record.iter().enumerate() {
            let handle = AgencyIx(cx.known.agencies.len());
            let id = list_id(cx, &record.id, list.file, n, handle, |known| &mut known.agencies);
            if let Some(id) = id {
                let names = [&record.name, &record.short].into_iter().flatten();
                for name in names.chain(record.aliases.iter().flatten()) {
                    cx.known.agencies.alias(name, &id);
                }
            }
        }
    }
    if let Some(list) = &content.places {
        for (n, record) in list.record.iter().enumerate() {
            let handle = PlaceIx(cx.known.places.len());
            let id = list_id(cx, &record.id, list.file, n, handle, |known| &mut known.places);
            if let (Some(id), Some(name)) = (id, &record.name) {
                cx.known.places.alias(name, &id);
            }
        }
    }
    for list in &content.documents {
        for (n, record) in list.record.iter().enumerate() {
            let handle = DocumentIx(cx.known.documents.len());
            let id = list_id(cx, &record.id, list.file, n, handle, |known| &mut known.documents);
            if let (Some(id), Some(symbol)) = (id, &record.symbol) {
                cx.known.documents.alias(symbol, &id);
            }
        }
    }
    attachments_of(cx, content);
}

fn list_id<T: Copy>(
    cx: &mut Context<'_>,
    id: &Option<String>,
    file: FileId,
    n: usize,
    handle: T,
    names: impl Fn(&mut Known) -> &mut Names<T>,
) -> Option<Id> {
    let record = format!("[{n}]");
    let id = fields::required(cx, id, file, &record, "id")?;
    let place = Spot::value(file, join(&record, "id"));
    names(&mut cx.known).define(&id, handle, place, cx.diagnostics)
}

pub(super) fn agencies(cx: &mut Context<'_>, content: &Content) -> Vec<Agency> {
    let mut agencies: Vec<Agency> = Vec::new();
    let Some(list) = &content.agencies else { return agencies };
    let file = list.file;
    for (n, record) in list.record.iter().enumerate() {
        let path = format!("[{n}]");
        let name = fields::required(cx, &record.name, file, &path, "name").unwrap_or_default();
        let field = |name: &str| join(&path, name);
        let valid_from = fields::date(cx, &record.valid_from, file, &field("valid_from"));
        let valid_until = fields::date(cx, &record.valid_until, file, &field("valid_until"));
        let successor = references::optional(
            cx,
            |known| &known.agencies,
            &record.successor,
            file,
            &field("successor"),
        );
        let day = |day, key: &'static str| (day, key, Spot::value(file, field(key)));
        let (from, until) = (day(valid_from, "valid_from"), day(valid_until, "valid_until"));
        cx.diagnostics.extend(rules::dates_reversed::diagnostic(from, until));
        if successor.is_some() && record.valid_until.is_none() {
            let place = Spot::key(file, field("successor"));
            cx.report(&rules::successor_without_end::RULE, place);
        }
        let members =
            references::all(cx, |known| &known.agencies, &record.members, file, &field("members"));
        let Some(id) = next_id(&record.id, agencies.len(), |id| {
            cx.known.agencies.get(id).map(|handle| handle.0)
        }) else {
            continue;
        };
        agencies.push(Agency {
            id,
            name,
            short: fields::trimmed(&record.short),
            aliases: record.aliases.clone().unwrap_or_default(),
            kind: fields::trimmed(&record.kind),
            valid_from,
            valid_until,
            successor,
            members,
        });
    }
    rules::successor_loop::check(&agencies, list, cx.diagnostics);
    let groups = list.record.iter().map(|record| record.members.as_deref());
    let ids = list.record.iter().map(|record| record.id.as_deref());
    rules::members_form::check(ids.zip(groups), file, cx.diagnostics);
    for n in 0..agencies.len() {
        let is_plain = |member: &AgencyIx| member.0 != n && agencies[member.0].members.is_empty();
        let members = agencies[n].members.iter().copied().filter(is_plain).collect();
        agencies[n].members = members;
    }
    agencies
}

pub(super) fn places(cx: &mut Context<'_>, content: &Content) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let Some(list) = &content.places else { return places };
    for (n, record) in list.record.iter().enumerate() {
        let path = format!("[{n}]");
        let name = fields::required(cx, &record.name, list.file, &path, "name").unwrap_or_default();
        let members = references::all(
            cx,
            |known| &known.places,
            &record.members,
            list.file,
            &join(&path, "members"),
        );
        let Some(id) =
            next_id(&record.id, places.len(), |id| cx.known.places.get(id).map(|handle| handle.0))
        else {
            continue;
        };
        places.push(Place { id, name, kind: fields::trimmed(&record.kind), members });
    }
    let groups = list.record.iter().map(|record| record.members.as_deref());
    let ids = list.record.iter().map(|record| record.id.as_deref());
    rules::members_form::check(ids.zip(groups), list.file, cx.diagnostics);
    for n in 0..places.len() {
        let is_plain = |member: &PlaceIx| member.0 != n && places[member.0].members.is_empty();
        let members = places[n].members.iter().copied().filter(is_plain).collect();
        places[n].members = members;
    }
    places
}

pub(super) fn documents(cx: &mut Context<'_>, content: &Content) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    let lists = content.documents.iter();
    let records =
        lists.flat_map(|list| list.record.iter().enumerate().map(move |of| (list.file, of)));
    for (file, (n, record)) in records {
        let path = format!("[{n}]");
        let field = |name: &str| join(&path, name);
        let title = fields::required(cx, &record.title, file, &path, "title").unwrap_or_default();
        let date = fields::date(cx, &record.date, file, &field("date"));
        let url = fields::url(cx, &record.url, file, &field("url"));
        let attachment = references::attachment(cx, &record.file, file, &field("file"));
        let printed = record.printed.as_ref().map(|printed| Printed {
            symbol: fields::trimmed(&printed.symbol),
            title: fields::trimmed(&printed.title),
            date: fields::trimmed(&printed.date),
            issuer: fields::trimmed(&printed.issuer),
        });
        let correction = record.correction.as_ref().map(|correction| Correction {
            symbol: fields::trimmed(&correction.symbol),
            title: fields::trimmed(&correction.title),
            date: fields::date(cx, &correction.date, file, &field("correction.date")),
            issuer: fields::trimmed(&correction.issuer),
            note: fields::trimmed(&correction.note),
        });
        let Some(id) = next_id(&record.id, documents.len(), |id| {
            cx.known.documents.get(id).map(|handle| handle.0)
        }) else {
            continue;
        };
        documents.push(Document {
            id,
            symbol: fields::trimmed(&record.symbol),
            title,
            date,
            issuer: fields::trimmed(&record.issuer),
            kind: fields::trimmed(&record.kind),
            url,
            attachment,
            printed,
            correction,
        });
    }
    documents
}

/// Returns the id of a record if it was registered as the `n`-th. A duplicate was not.
fn next_id(id: &Option<String>, n: usize, handle: impl Fn(&str) -> Option<usize>) -> Option<Id> {
    let id = id.as_deref()?.trim();
    (handle(id) == Some(n)).then(|| Id::parse(id).ok()).flatten()
}

fn attachments_of(cx: &mut Context<'_>, content: &Content) {
    let mut taken: std::collections::BTreeMap<String, FileId> = Default::default();
    for found in &content.attachments {
        // A file system may decompose accented letters in file names. Records are in normal form C.
        let known = vietnamese::nfc(&found.path);
        let name = found.path.rsplit('/').next().unwrap_or(&found.path);
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let ending = ending.to_ascii_lowercase();
        let place = Spot::file(found.file);
        let of_type = rules::attachment_type::diagnostic(&ending, place.clone());
        let of_size = || rules::attachment_too_large::diagnostic(found.size, place.clone());
        if let Some(diagnostic) = of_type.or_else(of_size) {
            cx.diagnostics.push(diagnostic);
            cx.known.attachments.unlinked(&known);
            continue;
        }
        let folders: Vec<String> =
            found.path.split('/').rev().skip(1).map(vietnamese::slug).collect();
        let folder: Vec<&str> = folders.iter().rev().map(String::as_str).collect();
        let site_path = format!("{}/{}.{ending}", folder.join("/"), vietnamese::slug(stem));
        if let Some(first) = taken.insert(site_path.clone(), found.file) {
            cx.diagnostics.push(
                Diagnostic::of(&rules::attachment_collision::RULE, place)
                    .arg("path", &site_path)
                    .also(Spot::file(first)),
            );
            cx.known.attachments.unlinked(&known);
            continue;
        }
        let handle = AttachmentIx(cx.attachment_list.len());
        cx.known.attachments.add_path(&known, handle, place);
        cx.attachment_list.push(Attachment {
            path: found.path.clone(),
            site_path,
            size: found.size,
        });
    }
}
