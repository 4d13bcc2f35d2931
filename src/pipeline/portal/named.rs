//! The shared records that a directive names: a change in the others leaves it alone.
//!
//! A directive names a record if the record's id stands anywhere in its files. That is more than it
//! uses, and never less. What cannot be looked for in this way, an id written with escapes, counts as
//! naming every record.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::Loaded;
use super::stamps::stamp_of_file;
use crate::content::files::shown;
use crate::model::{Attachment, Model};
use crate::source::Sources;
use crate::sum::{sha256, sum};

/// The folder of the files that documents and notes link.
const ATTACHMENTS: &str = "attachments/";
/// What a directive names whose texts hide ids.
const ALL: &str = "*";

/// The shared records of a portal, as far as pages of a directive can show them.
#[derive(Debug)]
pub(super) struct SharedRecords {
    records: Vec<SharedRecord>,
    /// The records with an id, or the file with a path: an agency and a place may have one id.
    by_id: BTreeMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct SharedRecord {
    /// The sum of the text of the record, or of size and time of the file.
    sum: [u8; 32],
    /// Its successor and members, and its file.
    leads_to: Vec<String>,
}

impl SharedRecords {
    /// The shared records of a portal that was read without errors.
    pub(super) fn new(root: &Path, model: &Model, sources: &Sources) -> Self {
        let mut shared = SharedRecords { records: Vec::new(), by_id: BTreeMap::new() };
        let text = |list: &str, n: usize| {
            let file = sources.get(sources.find(&shown(root, list))?);
            let range = file.index.get(&format!("[{n}]"))?.value.clone();
            file.text.get(range).map(str::to_owned)
        };
        for (n, agency) in model.agencies.iter().enumerate() {
            let others = agency.successor.iter().chain(&agency.members);
            let leads_to = others.map(|ix| model[*ix].id.to_string()).collect();
            shared.add(agency.id.as_str(), text("agencies.yaml", n), leads_to);
        }
        for (n, place) in model.places.iter().enumerate() {
            let leads_to = place.members.iter().map(|ix| model[*ix].id.to_string()).collect();
            shared.add(place.id.as_str(), text("places.yaml", n), leads_to);
        }
        for (n, document) in model.documents.iter().enumerate() {
            let file = document.attachment.iter().map(|ix| id_of_file(&model[*ix]));
            shared.add(document.id.as_str(), text("documents.yaml", n), file.collect());
        }
        for file in &model.attachments {
            let stamp = stamp_of_file(&root.join(&file.path));
            shared.add(&id_of_file(file), Some(stamp), Vec::new());
        }
        shared
    }

    fn add(&mut self, id: &str, text: Option<String>, leads_to: Vec<String>) {
        self.by_id.entry(id.to_owned()).or_default().push(self.records.len());
        let sum = sum(text.unwrap_or_default().as_bytes());
        self.records.push(SharedRecord { sum, leads_to });
    }

    /// What a directive names: ids that stand in its files, and those of its own documents and files,
    /// which no shared one may have.
    pub(super) fn named_by(&self, folder: &Path, directive: &Loaded) -> Vec<String> {
        let own = shown(folder, "");
        let mut named = BTreeSet::new();
        for (_, file) in directive.sources.iter().filter(|(_, file)| file.path.starts_with(&own)) {
            if hides_ids(&file.text) {
                return vec![ALL.to_owned()];
            }
            let is_of_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
            let words = file.text.split(|c| !is_of_id(c)).map(|word| word.trim_matches(['.', '-']));
            named.extend(words.filter(|word| self.by_id.contains_key(*word)).map(str::to_owned));
            // A note may link a file without its document.
            if file.text.contains(ATTACHMENTS) {
                named.insert(ATTACHMENTS.to_owned());
            }
        }
        let model = &directive.model;
        let documents = model.documents.iter().map(|document| document.id.to_string());
        let files = model.attachments.iter().map(id_of_file);
        named.extend(documents.chain(files).filter(|id| !self.by_id.contains_key(id)));
        named.into_iter().collect()
    }

    /// The sum of the records that are named and of those that they lead to.
    pub(super) fn sum(&self, named: &[String]) -> String {
        let mut left: Vec<usize> = Vec::new();
        for name in named {
            match name.as_str() {
                ALL => left.extend(0..self.records.len()),
                ATTACHMENTS => {
                    let files = self.by_id.range(name.clone()..);
                    let files = files.take_while(|(id, _)| id.starts_with(ATTACHMENTS));
                    left.extend(files.flat_map(|(_, records)| records));
                }
                id => left.extend(self.by_id.get(id).into_iter().flatten()),
            }
        }
        let mut found = BTreeSet::new();
        while let Some(n) = left.pop() {
            if found.insert(n) {
                let ids = self.records[n].leads_to.iter();
                left.extend(ids.filter_map(|id| self.by_id.get(id)).flatten());
            }
        }
        // In the order of the lists, in which pages show them.
        let sums: Vec<u8> = found.into_iter().flat_map(|n| self.records[n].sum).collect();
        sha256(&sums)
    }
}

/// What stands for a file among the ids: its path in the site, which no other file may have.
fn id_of_file(file: &Attachment) -> String {
    [ATTACHMENTS, &file.site_path].concat()
}

/// Whether a text may hold an id that does not stand in it letter by letter: `so\x2dyt`, `so%2Dyt`,
/// `so&#45;yt`.
fn hides_ids(text: &str) -> bool {
    let is_escape = |(at, _): (usize, &str)| {
        let digits = text.as_bytes().get(at + 1..at + 3);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    text.contains(['\\', '&']) || text.match_indices('%').any(is_escape)
}
