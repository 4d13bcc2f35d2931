//! What a directive leaves for the next build, so that one in which nothing has changed is neither
//! read nor rendered again.
//!
//! A record is believed only if it is whole, was written by this program with these templates for
//! this date and these settings, the files of the directive and the shared records that it names are
//! those that it was made from, and the site of the directive is the one that it describes. In any doubt the directive is built
//! again: the outcome is the same, byte for byte.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::Loaded;
use super::named::SharedRecords;
use super::stamps::stamps;
use crate::content::cited;
use crate::content::files::names_of_lists;
use crate::content::portal::folder_of;
use crate::disk::tells_changes;
use crate::model::Model;
use crate::output::Staging;
use crate::site::Templates;
use crate::site::portal::{Card, path_below};
use crate::source::Sources;
use crate::sum::sha256;

/// The form of the records. A record of another form is not believed.
const FORM: u32 = 11;
/// The lists of which a directive depends on what it names.
const LISTS: [&str; 3] = ["agencies.yaml", "places.yaml", "documents.yaml"];

/// What a directive leaves.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Record {
    /// Program, templates, date and settings.
    pub(super) key: String,
    /// The files of the directive. Empty: not to be believed.
    pub(super) stamp: String,
    /// Its two newest facts.
    pub(super) newest: (NaiveDate, NaiveDate),
    /// The shared records that it names, and their sum.
    pub(super) named: Vec<String>,
    pub(super) shared: String,
    /// The tasks of other directives that it cites, by directive and task.
    pub(super) cited: Vec<(String, String)>,
    /// The sum of what is shown of them.
    pub(super) shown: String,
    /// The files of other sites of the portal that its pages lead to.
    pub(super) leads_to: Vec<String>,
    /// Number of its pages for people.
    pub(super) pages: usize,
    /// Whether it is in the store just so.
    #[serde(skip)]
    pub(super) is_stored: bool,
}

/// A record as it is stored.
#[derive(Debug, Deserialize)]
pub(super) struct Stored {
    /// The sum of the directive's part of the site.
    site: String,
    record: Record,
    /// What shared pages show of it.
    card: Card,
}

/// A record that is about to be stored.
#[derive(Serialize)]
struct Storing<'r> {
    site: &'r str,
    record: &'r Record,
    card: &'r Card,
}

/// The records of the last build.
#[derive(Debug)]
pub(super) struct Reuse {
    root: PathBuf,
    store: PathBuf,
    /// Program, templates and settings.
    base: String,
    shared: SharedRecords,
    full: bool,
    /// When the build began, by the clock of the disk: files are compared with it.
    begun: Option<SystemTime>,
    /// Stamps and records that were read to find the date, and are wanted once more.
    read: Mutex<BTreeMap<String, (String, Option<Stored>)>>,
}

impl Reuse {
    /// Prepares the reuse in a portal whose shared records were read without errors.
    pub(super) fn new(
        root: &Path,
        model: &Model,
        sources: &Sources,
        staging: &Staging,
        templates: &Templates,
        full: bool,
    ) -> Self {
        let mut text = format!("{FORM}\n{}\n{}\n", env!("CARGO_PKG_VERSION"), program());
        for (name, template) in templates.texts() {
            let _ = writeln!(text, "{name} {}", sha256(template.as_bytes()));
        }
        // Of the lists, a directive depends on what it names.
        for name in names_of_lists().map(|(name, _)| name).filter(|name| !LISTS.contains(name)) {
            let bytes = fs::read(root.join(name)).unwrap_or_default();
            let _ = writeln!(text, "{name} {}", sha256(&bytes));
        }
        let base = sha256(text.as_bytes());
        let begun = fs::metadata(staging.folder()).and_then(|folder| folder.modified()).ok();
        let (root, store) = (root.to_owned(), staging.store().to_owned());
        let shared = SharedRecords::new(&root, model, sources);
        Reuse { root, store, base, shared, full, begun, read: Mutex::default() }
    }

    /// The shared records that a directive names, and their sum.
    pub(super) fn named_by(&self, folder: &Path, directive: &Loaded) -> (Vec<String>, String) {
        let named = self.shared.named_by(folder, directive);
        let sum = self.shared.sum(&named);
        (named, sum)
    }

    /// What a record of this build must agree with.
    pub(super) fn key(&self, as_of: NaiveDate) -> String {
        sha256(format!("{} {as_of}", self.base).as_bytes())
    }

    /// The stamp of a directive, and its record if there is one to be used.
    pub(super) fn stamp_and_record(&self, id: &str) -> (String, Option<Stored>) {
        let read = self.held().remove(id);
        read.unwrap_or_else(|| (self.stamp(id), self.read(id).filter(|_| !self.full)))
    }

    fn held(&self) -> MutexGuard<'_, BTreeMap<String, (String, Option<Stored>)>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The stamp of the files of a directive: names, sizes, times. Empty if one of them is so fresh
    /// that its time tells nothing.
    fn stamp(&self, id: &str) -> String {
        let (text, newest) = stamps(&folder_of(&self.root, id));
        let is_old =
            newest.zip(self.begun).is_some_and(|(newest, begun)| tells_changes(newest, begun));
        if is_old { sha256(text.as_bytes()) } else { String::new() }
    }

    /// The newest facts of a directive that has not changed.
    pub(super) fn newest(&self, id: &str) -> Option<(NaiveDate, NaiveDate)> {
        let (stamp, stored) = self.stamp_and_record(id);
        let is_same = |Stored { record, card, .. }: &&Stored| {
            // Which date it was judged on does not matter here.
            let is_same = !stamp.is_empty() && record.stamp == stamp;
            let is_same = is_same && record.key == self.key(card.as_of);
            is_same && record.shared == self.shared.sum(&record.named)
        };
        let newest = stored.as_ref().filter(is_same).map(|stored| stored.record.newest);
        self.held().insert(id.to_owned(), (stamp, stored));
        newest
    }

    /// The newest facts of a directive when it was last sound.
    pub(super) fn last_newest(&self, id: &str) -> Option<(NaiveDate, NaiveDate)> {
        self.read(id).map(|stored| stored.record.newest)
    }

    /// The record of a directive if it has not changed since, nor anything that it depends on.
    pub(super) fn current(
        &self,
        stored: Stored,
        as_of: NaiveDate,
        stamp: &str,
        staging: &Staging,
    ) -> Option<(Record, Card)> {
        let Stored { site, mut record, card } = stored;
        let is_same = !stamp.is_empty()
            && record.stamp == stamp
            && record.key == self.key(as_of)
            && record.shared == self.shared.sum(&record.named)
            && record.shown == self.sum_of_cited(&record.cited)
            && staging.earlier_sum(&path_below(&card.id, "")) == Some(site);
        // It need not be written again; what it names fills the memory.
        (record.is_stored, record.named, record.cited) = (true, Vec::new(), Vec::new());
        is_same.then_some((record, card))
    }

    /// The last record of a directive, whatever has changed since, if it is not of a later date.
    pub(super) fn last(
        &self,
        id: &str,
        as_of: NaiveDate,
        staging: &Staging,
    ) -> Option<(Record, Card)> {
        let Stored { site, record, card } = self.read(id)?;
        let is_there = staging.earlier_sum(&path_below(id, "")) == Some(site);
        (is_there && card.as_of <= as_of).then_some((record, card))
    }

    /// Reads a record. `None` if there is none, or if it is damaged.
    fn read(&self, id: &str) -> Option<Stored> {
        let text = fs::read(self.path(id)).ok()?;
        let (sum, body) = text.split_at_checked(text.iter().position(|byte| *byte == b'\n')?)?;
        let body = &body[1..];
        let is_whole = sha256(body).as_bytes() == sum;
        let stored: Stored = is_whole.then(|| postcard::from_bytes(body).ok()).flatten()?;
        (stored.card.id == id).then_some(stored)
    }

    fn path(&self, id: &str) -> PathBuf {
        self.store.join(format!("{id}.card"))
    }

    /// Keeps the records of a build, each with the card and the sum of its part of the site. What
    /// cannot be written is built again next time.
    pub(super) fn keep<'r>(&self, records: impl Iterator<Item = (&'r Record, &'r Card, &'r str)>) {
        let _ = fs::create_dir_all(&self.store);
        let mut known = BTreeSet::new();
        for (record, card, site) in records {
            known.insert(format!("{}.card", card.id));
            if record.is_stored {
                continue;
            }
            let stored = Storing { site, record, card };
            let Ok(body) = postcard::to_stdvec(&stored) else { continue };
            // A record that was only half written has another sum.
            let text = [sha256(&body).as_bytes(), b"\n", &body].concat();
            let _ = fs::write(self.path(&card.id), text);
        }
        for entry in fs::read_dir(&self.store).into_iter().flatten().flatten() {
            if !known.contains(&*entry.file_name().to_string_lossy()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// The sum of what pages show of the tasks of other directives that are cited.
    pub(super) fn sum_of_cited(&self, cited: &[(String, String)]) -> String {
        let mut text = String::new();
        for (directive, task) in cited {
            let shown = cited::read_task(&self.root, directive, task).map(|mut cited| {
                // Its progress stands on its own page.
                let replaced_by = cited.replaced_by();
                cited.record.updates = None;
                format!("{cited:?} {replaced_by:?}")
            });
            let _ = writeln!(text, "{directive}/{task} {}", shown.unwrap_or_default());
        }
        sha256(text.as_bytes())
    }
}

/// Tells one build of the program from another.
fn program() -> String {
    let found = std::env::current_exe().and_then(fs::metadata);
    found.map_or_else(
        |_| String::new(),
        |found| format!("{} {:?}", found.len(), found.modified().ok()),
    )
}
