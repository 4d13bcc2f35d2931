//! What is published at a target that holds files.
//!
//! Until the last step of a run the target has the old manifest, and `.tiendo/pending/` has the
//! manifest of the site that is being sent. That is how the next run knows that this one was
//! interrupted: it looks at the files in which the two lists differ, and continues from there.

use std::collections::BTreeSet;

use super::error::{FileList, PublishError};
use super::history::{History, Release};
use super::store::Store;
use super::{HIDDEN, hidden};
use crate::output::manifest::{self, Entry, Fault};

/// The largest manifest that is read.
pub(super) const MAX_MANIFEST: u64 = 64 * 1024 * 1024;
/// The largest list of releases that is read.
const MAX_HISTORY: u64 = 1024 * 1024;

/// What is published in a store.
pub struct StoreSnapshot<'a> {
    pub(super) store: &'a dyn Store,
    /// The SHA-256 of the manifest and what it lists; none if nothing is published.
    published: Option<(String, Vec<Entry>)>,
    /// The lists of sites that were being sent when a run was interrupted.
    pub(super) pending: Vec<Vec<Entry>>,
    /// Whether the manifest was altered. If so, the last release counts as published, and every
    /// file is read.
    pub(super) is_distrusted: bool,
    /// The lists of all releases but the last, if the manifest was altered.
    pub(super) other_releases: Vec<Vec<Entry>>,
    pub(super) history: History,
    /// Whether the target has only hidden files.
    pub(super) is_empty: bool,
}

impl<'a> StoreSnapshot<'a> {
    /// Reads what is published.
    ///
    /// # Errors
    ///
    /// [`PublishError`], if it cannot be read, or if its manifest is damaged or not of tiendo.
    pub fn read(store: &'a dyn Store) -> Result<Self, PublishError> {
        let list = store.read(manifest::NAME, MAX_MANIFEST)?;
        let sha256 = list.as_deref().map(manifest::sha256);
        let (pending, pending_sums) = read_pending(store)?;
        let history = store.read(&hidden("releases.txt"), MAX_HISTORY)?.unwrap_or_default();
        let mut snapshot = StoreSnapshot {
            store,
            published: None,
            pending,
            is_distrusted: false,
            other_releases: Vec::new(),
            history: History::parse(&history),
            is_empty: false,
        };
        let is_known = sha256.as_ref().is_some_and(|sha256| {
            snapshot.history.of(sha256).is_some() || pending_sums.contains(sha256)
        });
        if !is_known && !snapshot.history.releases().is_empty() {
            let mut lists = snapshot.release_lists()?;
            if let Some(last) = lists.pop() {
                snapshot.other_releases = lists.into_iter().map(|(_, entries)| entries).collect();
                snapshot.published = Some(last);
                snapshot.is_distrusted = true;
                return Ok(snapshot);
            }
        }
        snapshot.published = match (list, sha256) {
            (Some(bytes), Some(sha256)) => match parse_list(&bytes) {
                Ok(entries) => Some((sha256, entries)),
                Err(Fault::Header) => return Err(foreign_manifest()),
                Err(Fault::Line(line)) => return Err(PublishError::DamagedManifest { line }),
            },
            _ if store.size(manifest::NAME)?.is_some() => return Err(foreign_manifest()),
            _ => None,
        };
        snapshot.is_empty = snapshot.published.is_none()
            && snapshot.pending.is_empty()
            && store.list("")?.iter().all(|(path, _)| path.starts_with('.'));
        Ok(snapshot)
    }

    /// The SHA-256 and the entries of the published manifest.
    pub(super) fn manifest(&self) -> Option<(&str, &[Entry])> {
        self.published.as_ref().map(|(sha256, entries)| (sha256.as_str(), entries.as_slice()))
    }

    /// The entries of the published manifest; none if nothing is published.
    pub(super) fn entries(&self) -> &[Entry] {
        self.manifest().map(|(_, entries)| entries).unwrap_or_default()
    }

    /// Whether the published manifest has this SHA-256.
    pub(super) fn is_listed(&self, sha256: &str) -> bool {
        self.manifest().is_some_and(|(published, _)| published == sha256)
    }

    /// The release that is published now; without a number if the history does not know it.
    pub(super) fn release(&self) -> Option<Release> {
        let (sha256, entries) = self.published.as_ref()?;
        let known = self.history.of(sha256).cloned();
        Some(known.unwrap_or_else(|| Release::new(sha256.clone(), entries, "")))
    }

    /// Reads a file of the published site from where it lies, or from where it is kept.
    pub(super) fn read_file(&self, path: &str) -> Result<Option<Vec<u8>>, PublishError> {
        let Some(entry) = self.entries().iter().find(|entry| entry.path == path) else {
            return Ok(None);
        };
        // An interrupted run may have replaced it, but kept it first.
        for at in [path.to_owned(), object(&entry.sha256)] {
            let bytes = self.store.read(&at, entry.size)?;
            if let Some(bytes) = bytes.filter(|bytes| entry.describes(bytes)) {
                return Ok(Some(bytes));
            }
        }
        Ok(None)
    }

    /// The lists of the releases, oldest first. Each is named by its SHA-256, so no other file
    /// passes for one.
    fn release_lists(&self) -> Result<Vec<(String, Vec<Entry>)>, PublishError> {
        let mut lists = Vec::new();
        for release in self.history.releases() {
            let bytes = self.store.read(&release_list(&release.sha256), MAX_MANIFEST)?;
            let bytes = bytes.unwrap_or_default();
            if manifest::sha256(&bytes) == release.sha256
                && let Ok(entries) = parse_list(&bytes)
            {
                lists.push((release.sha256.clone(), entries));
            }
        }
        Ok(lists)
    }
}

/// The lists of sites that were being sent, and their SHA-256 sums.
fn read_pending(store: &dyn Store) -> Result<(Vec<Vec<Entry>>, BTreeSet<String>), PublishError> {
    let (mut lists, mut sums) = (Vec::new(), BTreeSet::new());
    for (path, _) in store.list(&hidden("pending"))? {
        if path.ends_with('/') {
            continue;
        }
        let bytes = store.read(&path, MAX_MANIFEST)?.unwrap_or_default();
        let sum = manifest::sha256(&bytes);
        // Nothing was sent yet if the list itself is incomplete.
        let is_whole = path.ends_with(&format!("/{sum}.txt"));
        if let Some(entries) = parse_list(&bytes).ok().filter(|_| is_whole) {
            lists.push(entries);
            sums.insert(sum);
        }
    }
    Ok((lists, sums))
}

/// Parses a manifest. One that names files of tiendo's hidden folder was not written by tiendo.
pub(super) fn parse_list(bytes: &[u8]) -> Result<Vec<Entry>, Fault> {
    let entries = manifest::parse(&String::from_utf8_lossy(bytes))?;
    let is_hidden =
        |path: &str| path.split('/').next().is_some_and(|f| f.eq_ignore_ascii_case(HIDDEN));
    match entries.iter().position(|entry| is_hidden(&entry.path)) {
        Some(at) => Err(Fault::Line(at + 2)),
        None => Ok(entries),
    }
}

/// Where the bytes with this SHA-256 are kept.
pub(super) fn object(sha256: &str) -> String {
    hidden(&format!("objects/{sha256}"))
}

/// Where the manifest of a release is kept.
pub(super) fn release_list(sha256: &str) -> String {
    hidden(&format!("releases/{sha256}.txt"))
}

fn foreign_manifest() -> PublishError {
    PublishError::InTheWay { files: FileList::of(manifest::NAME) }
}
