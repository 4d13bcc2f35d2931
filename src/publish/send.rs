//! Sends a site to a target that holds files: only what differs, in an order that readers can bear.
//!
//! The order is: new files; changed files that are not pages; changed pages; `index.html`;
//! deletions; and `manifest.txt`, last of all. So a page never links to a file that is not there
//! yet, and the manifest of an interrupted run is still the old one: `verify` reports the
//! difference, and the next run continues from there, even to another site.
//!
//! If the store can rename, changed files are first sent to the hidden folder and then moved into
//! place together, so that readers see a mixture of both sites for the shortest possible time.
//! Replaced bytes are compared with the old manifest and kept for a rollback.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::archive::{Archive, kept_release};
use super::error::PublishError;
use super::hidden;
use super::history::Release;
use super::lease::Lease;
use super::options::SendOptions;
use super::plan::{INDEX, Plan, Wave, plan};
use super::site::{Site, Source};
use super::snapshot::StoreSnapshot;
use super::store::{Store, in_parallel};
use crate::output::manifest::{self, Entry};

/// What a run works with, whatever it sends.
pub struct Session<'a> {
    /// What the operator decided.
    pub options: SendOptions,
    /// The right to write.
    pub lease: &'a Lease,
    /// The time of the run, in UTC as in RFC 3339, for the list of releases. May be empty.
    pub time: &'a str,
    /// Called for every file that was sent or deleted.
    pub on_file: &'a (dyn Fn() + Sync),
}

/// What a run did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// The number of new files.
    pub new: usize,
    /// The number of files whose bytes changed.
    pub changed: usize,
    /// The number of files that were deleted.
    pub removed: usize,
    /// The number of files that stayed as they were.
    pub same: usize,
    /// The size of all files that were sent, without the manifest and other lists.
    pub bytes: u64,
    /// The number of published files that somebody had altered. They were replaced.
    pub altered: usize,
    /// The number of the release that is shown now.
    pub release: u32,
    /// Foreign files in the release that was shown before, if releases are switched: they are no
    /// longer shown.
    pub left_behind: Vec<String>,
}

impl Sent {
    /// The counts of a plan that was carried out.
    pub(super) fn counts(plan: &Plan) -> Self {
        Sent {
            new: plan.new.len(),
            changed: plan.changed.len(),
            removed: plan.removed.len(),
            same: plan.same,
            ..Sent::default()
        }
    }
}

/// Sends a site.
///
/// # Errors
///
/// [`PublishError`]; the next run continues from there.
pub(super) fn send(
    snapshot: &StoreSnapshot<'_>,
    plan: &Plan,
    site: &Site,
    source: &dyn Source,
    session: &Session<'_>,
) -> Result<Sent, PublishError> {
    let run = Run::new(snapshot, session);
    let mut sent = Sent::counts(plan);
    if !plan.is_empty() || !plan.is_listed {
        run.replace(plan, site, source, &mut sent)?;
    }
    make_readable(snapshot.store, site)?;
    let mut history = snapshot.history.clone();
    let sha256 = site.sha256();
    sent.release = match history.of(&sha256).filter(|_| snapshot.is_listed(&sha256)) {
        Some(known) => known.number,
        None => {
            let release = Release { time: session.time.to_owned(), ..site.release() };
            history.add(snapshot.release(), release)
        }
    };
    run.archive.finish(&mut history, site, session.options.keep)?;
    Ok(sent)
}

/// Sends an earlier release again. It keeps its place in the history.
///
/// # Errors
///
/// [`PublishError::NotKept`] if files of it are no longer kept; nothing was changed then. Otherwise
/// as for [`send`].
pub(super) fn roll_back(
    snapshot: &StoreSnapshot<'_>,
    release: &Release,
    session: &Session<'_>,
) -> Result<Sent, PublishError> {
    let (site, source) = kept_release(snapshot, release)?;
    let plan = plan(snapshot, &site, session.options)?;
    // Kept bytes may have been altered, and so may a file that both releases share. A rollback that
    // could not be finished is not begun.
    let wanted: Vec<&Entry> = plan.sent().collect();
    let lost = Mutex::new(Vec::new());
    in_parallel(&wanted, session.options.jobs, |entry| match source.bytes(entry) {
        Err(PublishError::NotKept { .. }) => {
            lost.lock().unwrap_or_else(PoisonError::into_inner).push(entry.path.clone());
            Ok(())
        }
        bytes => bytes.map(drop),
    })?;
    let mut lost = lost.into_inner().unwrap_or_else(PoisonError::into_inner);
    lost.sort_unstable();
    PublishError::not_kept(lost)?;

    let run = Run::new(snapshot, session);
    let mut sent = Sent { release: release.number, ..Sent::counts(&plan) };
    run.replace(&plan, &site, &source, &mut sent)?;
    make_readable(snapshot.store, &site)?;
    // The release that was shown until now must stay within reach.
    run.archive.finish(&mut snapshot.history.clone(), &site, session.options.keep.max(1))?;
    Ok(sent)
}

/// Makes every file of a site readable, also those that were sent under a strict umask long ago.
fn make_readable(store: &dyn Store, site: &Site) -> Result<(), PublishError> {
    let paths = site.entries.iter().map(|entry| entry.path.as_str());
    paths.chain([manifest::NAME]).try_for_each(|path| Ok(store.make_readable(path)?))
}

/// One run of publishing.
struct Run<'a> {
    snapshot: &'a StoreSnapshot<'a>,
    store: &'a dyn Store,
    session: &'a Session<'a>,
    archive: Archive<'a>,
}

impl<'a> Run<'a> {
    fn new(snapshot: &'a StoreSnapshot<'a>, session: &'a Session<'a>) -> Self {
        let (store, lease, jobs) = (snapshot.store, session.lease, session.options.jobs);
        Run { snapshot, store, session, archive: Archive { store, lease, jobs } }
    }

    /// Replaces the published site with another one, its manifest last.
    fn replace(
        &self,
        plan: &Plan,
        site: &Site,
        source: &dyn Source,
        sent: &mut Sent,
    ) -> Result<(), PublishError> {
        self.make_folders(plan)?;
        let pending = hidden(&format!("pending/{}.txt", site.sha256()));
        self.archive.write_list(&pending, &site.manifest)?;
        // Even if no release is to be kept: until the end, an interrupted run can be rolled back.
        sent.altered = self.archive.keep_replaced(self.snapshot, plan)?;
        sent.bytes = self.send_files(plan, source)?;
        self.delete_files(plan)?;
        self.session.lease.check()?;
        self.archive.write_list(manifest::NAME, &site.manifest)
    }

    /// Creates the folders of new files, if the store does not do so by itself.
    fn make_folders(&self, plan: &Plan) -> Result<(), PublishError> {
        if !self.store.needs_folders() {
            return Ok(());
        }
        let mut folders: BTreeSet<String> =
            ["pending", "objects", "releases"].map(hidden).into_iter().collect();
        for entry in &plan.new {
            if let Some((folder, _)) = entry.path.rsplit_once('/') {
                folders.insert(folder.to_owned());
            }
        }
        folders.iter().try_for_each(|folder| Ok(self.store.make_folder(folder)?))
    }

    /// Sends new and changed files; returns the number of bytes.
    fn send_files(&self, plan: &Plan, source: &dyn Source) -> Result<u64, PublishError> {
        let Session { options, lease, on_file, .. } = *self.session;
        let bytes = AtomicU64::new(0);
        let write = |entry: &Entry, path: &str| -> Result<(), PublishError> {
            lease.check()?;
            self.store.write(path, &source.bytes(entry)?)?;
            bytes.fetch_add(entry.size, Ordering::Relaxed);
            Ok(())
        };
        let (new, index): (Vec<&Entry>, Vec<&Entry>) =
            plan.new.iter().partition(|entry| entry.path != INDEX);
        in_parallel(&new, options.jobs, |entry| {
            write(entry, &entry.path)?;
            on_file();
            Ok::<(), PublishError>(())
        })?;
        if self.store.renames() {
            let changed: Vec<&Entry> = plan.changed.iter().map(|(entry, _)| entry).collect();
            let arrived = self.staged(&changed)?;
            in_parallel(&changed, options.jobs, |entry| {
                if self.has_arrived(&arrived, entry)? {
                    Ok(())
                } else {
                    write(entry, &staged(entry))
                }
            })?;
        }
        for wave in Wave::ALL {
            let files: Vec<&Entry> = wave.of(plan).collect();
            in_parallel(&files, options.jobs, |entry| {
                lease.check()?;
                if self.store.renames() {
                    self.store.rename(&staged(entry), &entry.path)?;
                } else {
                    write(entry, &entry.path)?;
                }
                on_file();
                Ok::<(), PublishError>(())
            })?;
        }
        for entry in index {
            write(entry, &entry.path)?;
            on_file();
        }
        Ok(bytes.into_inner())
    }

    /// The files that an interrupted run may have staged, with their sizes.
    fn staged(&self, changed: &[&Entry]) -> Result<BTreeMap<String, u64>, PublishError> {
        if changed.is_empty() {
            return Ok(BTreeMap::new());
        }
        Ok(self.store.list(&hidden("new"))?.into_iter().collect())
    }

    /// Whether an interrupted run has staged a file already.
    fn has_arrived(
        &self,
        arrived: &BTreeMap<String, u64>,
        entry: &Entry,
    ) -> Result<bool, PublishError> {
        let path = staged(entry);
        if arrived.get(&path) != Some(&entry.size) {
            return Ok(false);
        }
        Ok(self.store.read(&path, entry.size)?.is_some_and(|bytes| entry.describes(&bytes)))
    }

    /// Deletes the files that a site no longer has, and the folders that are empty then.
    fn delete_files(&self, plan: &Plan) -> Result<(), PublishError> {
        in_parallel(&plan.removed, self.session.options.jobs, |entry| {
            self.session.lease.check()?;
            self.store.delete(&entry.path)?;
            (self.session.on_file)();
            Ok::<(), PublishError>(())
        })?;
        let folders: BTreeSet<&str> = (plan.removed.iter())
            .filter_map(|entry| entry.path.rsplit_once('/').map(|(folder, _)| folder))
            .collect();
        folders.iter().rev().for_each(|folder| self.store.delete_empty_folder(folder));
        Ok(())
    }
}

/// Where a changed file waits until all of them have arrived.
fn staged(entry: &Entry) -> String {
    let path = manifest::sha256(entry.path.as_bytes());
    hidden(&format!("new/{}-{}", entry.sha256, &path[..16]))
}
