//! Links `agencies.yaml`, `places.yaml`, `documents.yaml` and the attachments.

use super::linker::{Linker, join};
use super::rules;
use crate::content::Content;
use crate::diagnostic::{Diagnostic, Place as Spot};
use crate::model::{
    Agency, AgencyIx, Attachment, AttachmentIx, Correction, Document, DocumentIx, Id, Place,
    PlaceIx, Printed,
};
use crate::source::FileId;
use crate::vietnamese;

impl Linker<'_> {
    /// Registers every id of the lists, so that they may name each other in any order.
    pub(super) fn registers(&mut self, content: &Content) {
        if let Some(list) = &content.agencies {
            for (n, record) in list.record.iter().enumerate() {
                let handle = AgencyIx(self.agencies.len());
                let id = self.list_id(&record.id, list.file, n, handle, |l| &mut l.agencies);
                if let Some(id) = id {
                    let names = [&record.name, &record.short].into_iter().flatten();
                    for name in names.chain(record.aliases.iter().flatten()) {
                        self.agencies.alias(name, &id);
                    }
                }
            }
        }
        if let Some(list) = &content.places {
            for (n, record) in list.record.iter().enumerate() {
                let handle = PlaceIx(self.places.len());
                let id = self.list_id(&record.id, list.file, n, handle, |l| &mut l.places);
                if let (Some(id), Some(name)) = (id, &record.name) {
                    self.places.alias(name, &id);
                }
            }
        }
        if let Some(list) = &content.documents {
            for (n, record) in list.record.iter().enumerate() {
                let handle = DocumentIx(self.documents.len());
                let id = self.list_id(&record.id, list.file, n, handle, |l| &mut l.documents);
                if let (Some(id), Some(symbol)) = (id, &record.symbol) {
                    self.documents.alias(symbol, &id);
                }
            }
        }
        self.attachments_of(content);
    }

    fn list_id<T: Copy>(
        &mut self,
        id: &Option<String>,
        file: FileId,
        n: usize,
        handle: T,
        names: impl Fn(&mut Self) -> &mut super::linker::Names<T>,
    ) -> Option<Id> {
        let record = format!("[{n}]");
        let id = self.required(id, file, &record, "id")?;
        self.define(names, &id, handle, Spot::value(file, join(&record, "id")))
    }

    pub(super) fn agencies(&mut self, content: &Content) -> Vec<Agency> {
        let mut agencies: Vec<Agency> = Vec::new();
        let Some(list) = &content.agencies else { return agencies };
        let file = list.file;
        for (n, record) in list.record.iter().enumerate() {
            let path = format!("[{n}]");
            let name = self.required(&record.name, file, &path, "name").unwrap_or_default();
            let field = |name: &str| join(&path, name);
            let valid_from = self.date(&record.valid_from, file, &field("valid_from"));
            let valid_until = self.date(&record.valid_until, file, &field("valid_until"));
            let successor = self.optional_reference(
                |l| &l.agencies,
                &record.successor,
                file,
                &field("successor"),
            );
            let day = |day, key: &'static str| (day, key, Spot::value(file, field(key)));
            let (from, until) = (day(valid_from, "valid_from"), day(valid_until, "valid_until"));
            self.faults.extend(rules::dates_reversed::complaint(from, until));
            if successor.is_some() && record.valid_until.is_none() {
                let place = Spot::key(file, field("successor"));
                self.complain(&rules::successor_without_end::RULE, place);
            }
            let Some(id) = self.next_id(&record.id, agencies.len(), |l, id| {
                l.agencies.get(id).map(|handle| handle.0)
            }) else {
                continue;
            };
            agencies.push(Agency {
                id,
                name,
                short: Self::text(&record.short),
                aliases: record.aliases.clone().unwrap_or_default(),
                kind: Self::text(&record.kind),
                valid_from,
                valid_until,
                successor,
            });
        }
        rules::successor_loop::check(&agencies, list, self.faults);
        agencies
    }

    pub(super) fn places(&mut self, content: &Content) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        let Some(list) = &content.places else { return places };
        for (n, record) in list.record.iter().enumerate() {
            let path = format!("[{n}]");
            let name = self.required(&record.name, list.file, &path, "name").unwrap_or_default();
            let Some(id) = self
                .next_id(&record.id, places.len(), |l, id| l.places.get(id).map(|handle| handle.0))
            else {
                continue;
            };
            places.push(Place { id, name, kind: Self::text(&record.kind) });
        }
        places
    }

    pub(super) fn documents(&mut self, content: &Content) -> Vec<Document> {
        let mut documents: Vec<Document> = Vec::new();
        let Some(list) = &content.documents else { return documents };
        let file = list.file;
        for (n, record) in list.record.iter().enumerate() {
            let path = format!("[{n}]");
            let field = |name: &str| join(&path, name);
            let title = self.required(&record.title, file, &path, "title").unwrap_or_default();
            let date = self.date(&record.date, file, &field("date"));
            let url = self.url(&record.url, file, &field("url"));
            let attachment = self.attachment(&record.file, file, &field("file"));
            let printed = record.printed.as_ref().map(|printed| Printed {
                symbol: Self::text(&printed.symbol),
                title: Self::text(&printed.title),
                date: Self::text(&printed.date),
                issuer: Self::text(&printed.issuer),
            });
            let correction = record.correction.as_ref().map(|correction| Correction {
                symbol: Self::text(&correction.symbol),
                title: Self::text(&correction.title),
                date: self.date(&correction.date, file, &field("correction.date")),
                issuer: Self::text(&correction.issuer),
                note: Self::text(&correction.note),
            });
            let Some(id) = self.next_id(&record.id, documents.len(), |l, id| {
                l.documents.get(id).map(|handle| handle.0)
            }) else {
                continue;
            };
            documents.push(Document {
                id,
                symbol: Self::text(&record.symbol),
                title,
                date,
                issuer: Self::text(&record.issuer),
                kind: Self::text(&record.kind),
                url,
                attachment,
                printed,
                correction,
            });
        }
        documents
    }

    /// The id of a record, if it is the one registered as the `n`-th: a doubled one is not.
    fn next_id(
        &self,
        id: &Option<String>,
        n: usize,
        handle: impl Fn(&Self, &str) -> Option<usize>,
    ) -> Option<Id> {
        let id = id.as_deref()?.trim();
        (handle(self, id) == Some(n)).then(|| Id::parse(id).ok()).flatten()
    }

    fn attachments_of(&mut self, content: &Content) {
        let mut taken: std::collections::BTreeMap<String, FileId> = Default::default();
        for found in &content.attachments {
            // A file system may write names with letters and accents apart; records never do.
            let known = vietnamese::nfc(&found.path);
            let name = found.path.rsplit('/').next().unwrap_or(&found.path);
            let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
            let ending = ending.to_ascii_lowercase();
            let place = Spot::file(found.file);
            let of_type = rules::attachment_type::complaint(&ending, place.clone());
            let of_size = || rules::attachment_too_large::complaint(found.size, place.clone());
            if let Some(fault) = of_type.or_else(of_size) {
                self.faults.push(fault);
                self.attachments.faulty(&known);
                continue;
            }
            let folders: Vec<String> =
                found.path.split('/').rev().skip(1).map(vietnamese::slug).collect();
            let folder: Vec<&str> = folders.iter().rev().map(String::as_str).collect();
            let site_path = format!("{}/{}.{ending}", folder.join("/"), vietnamese::slug(stem));
            if let Some(first) = taken.insert(site_path.clone(), found.file) {
                self.faults.push(
                    Diagnostic::of(&rules::attachment_collision::RULE, place)
                        .arg("path", &site_path)
                        .also(Spot::file(first)),
                );
                self.attachments.faulty(&known);
                continue;
            }
            let handle = AttachmentIx(self.attachment_list.len());
            self.attachments.add_path(&known, handle, place);
            self.attachment_list.push(Attachment {
                path: found.path.clone(),
                site_path,
                size: found.size,
            });
        }
    }

    pub(super) fn take_attachments(&mut self) -> Vec<Attachment> {
        std::mem::take(&mut self.attachment_list)
    }
}
