//! What a target keeps of earlier releases, in its hidden folder.
//!
//! Bytes that a site replaces are kept in `.tiendo/objects/` under their SHA-256, and the manifests
//! of releases in `.tiendo/releases/`, so a rollback restores the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::error::{FileList, PublishError};
use super::hidden;
use super::history::{History, Release};
use super::lease::Lease;
use super::plan::Plan;
use super::site::{Site, Source};
use super::snapshot::{MAX_MANIFEST, StoreSnapshot, object, parse_list, release_list};
use super::store::{Store, in_parallel};
use crate::output::manifest::{self, Entry};

/// The files of an earlier release, which lie somewhere at the target.
pub(super) struct KeptFiles<'a> {
    store: &'a dyn Store,
    /// Where the bytes of each SHA-256 lie.
    paths: BTreeMap<String, String>,
}

impl Source for KeptFiles<'_> {
    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, PublishError> {
        let lost = || PublishError::NotKept { files: FileList::of(&entry.path) };
        let path = self.paths.get(&entry.sha256).ok_or_else(lost)?;
        // This run may have replaced the file already, but kept it first.
        for path in [path, &object(&entry.sha256)] {
            let bytes = self.store.read(path, entry.size)?;
            if let Some(bytes) = bytes.filter(|bytes| entry.describes(bytes)) {
                return Ok(bytes);
            }
        }
        Err(lost())
    }
}

/// Returns an earlier release as a site, with its files.
///
/// # Errors
///
/// [`PublishError::NotKept`], if some of them are not kept.
pub(super) fn kept_release<'a>(
    snapshot: &StoreSnapshot<'a>,
    release: &Release,
) -> Result<(Site, KeptFiles<'a>), PublishError> {
    let store = snapshot.store;
    let path = release_list(&release.sha256);
    let list = store.read(&path, MAX_MANIFEST)?;
    let list = list.filter(|bytes| manifest::sha256(bytes) == release.sha256);
    let entries = list.as_deref().and_then(|bytes| parse_list(bytes).ok());
    let (Some(list), Some(entries)) = (list, entries) else {
        return Err(PublishError::NotKept { files: FileList::of(&path) });
    };
    let mut paths: BTreeMap<String, String> = BTreeMap::new();
    for entry in snapshot.entries() {
        paths.insert(entry.sha256.clone(), entry.path.clone());
    }
    // Kept bytes are preferred: a published file may have been altered.
    for (path, _) in store.list(&hidden("objects"))? {
        if let Some(sha256) = path.rsplit('/').next() {
            paths.insert(sha256.to_owned(), path.clone());
        }
    }
    let lost = entries.iter().filter(|entry| !paths.contains_key(&entry.sha256));
    PublishError::not_kept(lost.map(|entry| entry.path.clone()).collect())?;
    let site = Site { manifest: list, entries, label: release.label.clone() };
    Ok((site, KeptFiles { store, paths }))
}

/// Writes the hidden folder of a target, while the lease holds.
pub(super) struct Archive<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) lease: &'a Lease,
    pub(super) jobs: usize,
}

impl Archive<'_> {
    /// Writes a list, whole or not at all if the store can rename.
    pub(super) fn write_list(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.lease.check()?;
        if self.store.renames() {
            let staged = hidden(&format!("new/{}", manifest::sha256(path.as_bytes())));
            self.store.write(&staged, bytes)?;
            return Ok(self.store.rename(&staged, path)?);
        }
        Ok(self.store.write(path, bytes)?)
    }

    /// Keeps the files that a plan replaces or deletes. Returns how many of the published files
    /// had been altered.
    pub(super) fn keep_replaced(
        &self,
        snapshot: &StoreSnapshot<'_>,
        plan: &Plan,
    ) -> Result<usize, PublishError> {
        let Some((published, entries)) = snapshot.manifest() else { return Ok(0) };
        self.keep_manifest(published)?;
        let listed: BTreeMap<&str, &Entry> =
            entries.iter().map(|entry| (entry.path.as_str(), entry)).collect();
        let changed = plan.changed.iter().map(|(entry, found)| (&entry.path, found.as_deref()));
        let removed = plan.removed.iter().map(|entry| (&entry.path, Some(entry.sha256.as_str())));
        let mut wanted: BTreeMap<&str, &Entry> = BTreeMap::new();
        let mut altered = 0;
        for (path, found) in changed.chain(removed) {
            let Some(entry) = listed.get(path.as_str()).copied() else { continue };
            if found == Some(entry.sha256.as_str()) {
                wanted.insert(&entry.sha256, entry);
            } else if snapshot.pending.is_empty() && found.is_none_or(str::is_empty) {
                altered += 1;
            }
        }
        for (sha256, _) in self.objects()? {
            wanted.remove(sha256.as_str());
        }
        let wanted: Vec<&Entry> = wanted.into_values().collect();
        let altered = AtomicUsize::new(altered);
        in_parallel(&wanted, self.jobs, |entry| {
            self.lease.check()?;
            let bytes = self.store.read(&entry.path, entry.size)?;
            match bytes.filter(|bytes| entry.describes(bytes)) {
                Some(bytes) => self.write_list(&object(&entry.sha256), &bytes),
                None => {
                    altered.fetch_add(1, Ordering::Relaxed);
                    Ok(())
                }
            }
        })?;
        Ok(altered.into_inner())
    }

    /// Keeps the published manifest, unless it is kept already.
    fn keep_manifest(&self, sha256: &str) -> Result<(), PublishError> {
        let list = release_list(sha256);
        if self.store.size(&list)?.is_none()
            && let Some(bytes) = self.store.read(manifest::NAME, MAX_MANIFEST)?
            && manifest::sha256(&bytes) == sha256
        {
            self.write_list(&list, &bytes)?;
        }
        Ok(())
    }

    /// Writes the list of releases, and deletes what no kept release needs.
    pub(super) fn finish(
        &self,
        history: &mut History,
        site: &Site,
        keep: usize,
    ) -> Result<(), PublishError> {
        let sha256 = site.sha256();
        self.lease.check()?;
        history.forget(keep, &sha256);
        if self.store.needs_folders() {
            self.store.make_folder(&hidden("releases"))?;
        }
        self.write_list(&release_list(&sha256), &site.manifest)?;
        self.write_list(&hidden("releases.txt"), history.render().as_bytes())?;
        for folder in ["pending", "new", "up"] {
            for (path, _) in self.store.list(&hidden(folder))? {
                if !path.ends_with('/') {
                    self.store.delete(&path)?;
                }
            }
        }
        let mut needed = self.prune_lists(history, &sha256)?;
        for entry in &site.entries {
            needed.remove(&entry.sha256);
        }
        let unneeded: Vec<String> = (self.objects()?.into_iter())
            .filter(|(sha256, _)| !needed.contains(sha256))
            .map(|(_, path)| path)
            .collect();
        in_parallel(&unneeded, self.jobs, |path| Ok(self.store.delete(path)?))
    }

    /// Deletes the lists of releases that are not in the history. Returns the SHA-256 sums that the
    /// others name, except those of the release that is shown.
    fn prune_lists(
        &self,
        history: &History,
        shown: &str,
    ) -> Result<BTreeSet<String>, PublishError> {
        let mut needed = BTreeSet::new();
        for (path, _) in self.store.list(&hidden("releases"))? {
            if path.ends_with('/') {
                continue;
            }
            let is_of = |release: &&Release| path == release_list(&release.sha256);
            match history.releases().iter().find(is_of) {
                None => self.store.delete(&path)?,
                Some(release) if release.sha256 == shown => {}
                Some(_) => {
                    let list = self.store.read(&path, MAX_MANIFEST)?.unwrap_or_default();
                    let entries = parse_list(&list).unwrap_or_default();
                    needed.extend(entries.into_iter().map(|entry| entry.sha256));
                }
            }
        }
        Ok(needed)
    }

    /// The SHA-256 and the path of everything that is kept.
    fn objects(&self) -> Result<Vec<(String, String)>, PublishError> {
        let listed = self.store.list(&hidden("objects"))?.into_iter();
        let named = listed.filter_map(|(path, _)| {
            let sha256 = path.rsplit('/').next()?.to_owned();
            manifest::is_sha256(&sha256).then_some((sha256, path))
        });
        Ok(named.collect())
    }
}
