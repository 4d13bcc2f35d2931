//! What has to be sent and deleted to bring a target from one site to another.
//!
//! Names and sizes at the target are always compared with what was published there, and bytes if
//! the operator asks for it: a manifest alone would call a defaced site right.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use super::error::{FileList, PublishError};
use super::listing::Listing;
use super::options::SendOptions;
use super::site::Site;
use super::snapshot::StoreSnapshot;
use super::store::{Store, in_parallel};
use crate::output::manifest::{self, Entry};

/// The page at which a site opens. It changes last.
pub(super) const INDEX: &str = "index.html";

/// What differs between a target and a site.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Files that the target does not have.
    pub new: Vec<Entry>,
    /// Files with other bytes at the target, and the SHA-256 of those, if known.
    pub changed: Vec<(Entry, Option<String>)>,
    /// Files to delete, as they were last published.
    pub removed: Vec<Entry>,
    /// The number of files that stay as they are.
    pub same: usize,
    /// The number of published files that were compared with the target, by their sizes or bytes.
    pub compared: usize,
    /// Published files that somebody altered or deleted at the target.
    pub damaged: Vec<String>,
    /// Files and folders at the target that tiendo did not publish.
    pub strange: Vec<String>,
    /// Whether an earlier run was interrupted.
    pub resumes: bool,
    /// Whether the manifest at the target was altered or deleted since tiendo published there.
    pub distrusts: bool,
    /// Whether the target already has the manifest of the site.
    pub(super) is_listed: bool,
}

impl Plan {
    /// Compares two manifests, for a target whose files need not be looked at.
    pub(super) fn between(published: Option<(&str, &[Entry])>, site: &Site) -> Self {
        let (sha256, entries) = published.unzip();
        let mut old: BTreeMap<&str, &Entry> = (entries.unwrap_or_default().iter())
            .map(|entry| (entry.path.as_str(), entry))
            .collect();
        let is_listed = sha256 == Some(site.sha256().as_str());
        let mut plan = Plan { is_listed, ..Plan::default() };
        for entry in &site.entries {
            match old.remove(entry.path.as_str()) {
                None => plan.new.push(entry.clone()),
                Some(found) if found.sha256 == entry.sha256 => plan.same += 1,
                Some(found) => plan.changed.push((entry.clone(), Some(found.sha256.clone()))),
            }
        }
        plan.removed = old.into_values().cloned().collect();
        plan
    }

    /// Whether no file has to be sent or deleted.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    /// Whether the target has the whole site already, its manifest included.
    pub fn is_done(&self) -> bool {
        self.is_empty() && self.is_listed && !self.resumes
    }

    /// The number of files to send or delete.
    pub fn steps(&self) -> usize {
        self.new.len() + self.changed.len() + self.removed.len()
    }

    /// The number of bytes to send.
    pub fn bytes(&self) -> u64 {
        self.sent().map(|entry| entry.size).sum()
    }

    /// The files to send.
    pub(super) fn sent(&self) -> impl Iterator<Item = &Entry> {
        self.new.iter().chain(self.changed.iter().map(|(entry, _)| entry))
    }

    /// The paths to send, in order.
    pub fn order(&self) -> Vec<&str> {
        let (first, last): (Vec<&str>, Vec<&str>) =
            self.new.iter().map(|entry| entry.path.as_str()).partition(|path| *path != INDEX);
        let changed = Wave::ALL.iter().flat_map(|wave| wave.of(self)).map(|e| e.path.as_str());
        first.into_iter().chain(changed).chain(last).collect()
    }
}

/// The order in which changed files are moved into place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wave {
    /// What pages need: styles, scripts, data.
    Assets,
    /// Pages.
    Pages,
    /// The page at which the site opens.
    Index,
}

impl Wave {
    /// All waves, in order.
    pub(super) const ALL: [Wave; 3] = [Wave::Assets, Wave::Pages, Wave::Index];

    /// The changed files of this wave.
    pub(super) fn of(self, plan: &Plan) -> impl Iterator<Item = &Entry> {
        let wave = |path: &str| match path {
            INDEX => Wave::Index,
            page if page.ends_with(".html") => Wave::Pages,
            _ => Wave::Assets,
        };
        (plan.changed.iter())
            .filter(move |(entry, _)| wave(&entry.path) == self)
            .map(|(entry, _)| entry)
    }
}

/// Compares a target that is published to file by file with a site. Writes nothing.
///
/// # Errors
///
/// [`PublishError`], among others if foreign files are in the way.
pub(super) fn plan(
    snapshot: &StoreSnapshot<'_>,
    site: &Site,
    options: SendOptions,
) -> Result<Plan, PublishError> {
    let is_distrusted = snapshot.is_distrusted;
    let options = SendOptions { reads_all: options.reads_all || is_distrusted, ..options };
    let listing = list(snapshot, site, options)?;
    let present = present(snapshot, &listing, options)?;
    let mut plan = Plan {
        compared: snapshot.entries().len(),
        resumes: !snapshot.pending.is_empty(),
        distrusts: is_distrusted,
        is_listed: !is_distrusted && snapshot.is_listed(&site.sha256()),
        ..Plan::default()
    };
    for entry in &site.entries {
        match present.get(&entry.path) {
            Some(Some(found)) if found.sha256 == entry.sha256 => plan.same += 1,
            Some(found) => {
                let known = found.as_ref().map(|found| found.sha256.clone());
                plan.changed.push((entry.clone(), known));
            }
            None => plan.new.push(entry.clone()),
        }
    }
    // What an interrupted run replaced or deleted, nobody damaged.
    if snapshot.pending.is_empty() {
        // Without its manifest, a missing file may belong to another release than the one shown.
        let is_damaged = |path: &str| match present.get(path) {
            Some(found) => found.is_none(),
            None => !is_distrusted,
        };
        let published = snapshot.entries().iter().map(|entry| entry.path.as_str());
        plan.damaged = published.filter(|path| is_damaged(path)).map(str::to_owned).collect();
    }
    let known = known(snapshot, site).map(|entry| entry.path.as_str());
    plan.strange = listing.strange(snapshot.store, known)?;
    if !snapshot.is_empty {
        adopt_present(snapshot.store, &mut plan, options)?;
    }
    // Some systems cannot tell two paths apart that differ only in case.
    let wanted: BTreeSet<String> =
        site.entries.iter().map(|entry| entry.path.to_lowercase()).collect();
    for (path, found) in present {
        if !wanted.contains(&path.to_lowercase()) {
            let unknown = Entry { sha256: String::new(), size: 0, path };
            plan.removed.push(found.unwrap_or(unknown));
        }
    }
    Ok(plan)
}

/// The files that were published, were being sent, or will be sent.
fn known<'a>(
    snapshot: &'a StoreSnapshot<'_>,
    site: &'a Site,
) -> impl Iterator<Item = &'a Entry> + Clone {
    let lists = snapshot.pending.iter().chain(&snapshot.other_releases).flatten();
    lists.chain(snapshot.entries()).chain(&site.entries)
}

/// Lists the folders of a site at the target.
fn list(
    snapshot: &StoreSnapshot<'_>,
    site: &Site,
    options: SendOptions,
) -> Result<Listing, PublishError> {
    if snapshot.is_empty {
        return Ok(Listing::default());
    }
    let paths = known(snapshot, site).map(|entry| entry.path.as_str());
    Listing::read(snapshot.store, paths, options.jobs)
}

/// Looks for files that no manifest lists where the site has new ones. Those with the same bytes
/// are adopted; others are in the way.
fn adopt_present(
    store: &dyn Store,
    plan: &mut Plan,
    options: SendOptions,
) -> Result<(), PublishError> {
    let found = Mutex::new(BTreeMap::new());
    in_parallel(&plan.new, options.jobs, |entry| {
        if let Some(size) = store.size(&entry.path)? {
            let is_same = size == entry.size
                && store.read(&entry.path, size)?.is_some_and(|bytes| entry.describes(&bytes));
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            found.insert(entry.path.clone(), is_same);
        }
        Ok::<(), PublishError>(())
    })?;
    let found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    let foreign = found.iter().filter(|(_, is_same)| !**is_same).map(|(path, _)| path.clone());
    if let Some(files) = FileList::new(foreign.collect()).filter(|_| !options.overwrites) {
        return Err(PublishError::InTheWay { files });
    }
    for entry in std::mem::take(&mut plan.new) {
        match found.get(&entry.path) {
            None => plan.new.push(entry),
            Some(true) => plan.same += 1,
            Some(false) => plan.changed.push((entry, None)),
        }
    }
    Ok(())
}

/// Returns which files of tiendo are at the target, by path: with their entry, or with none if
/// their bytes are neither those that were published nor those that were being sent.
fn present(
    snapshot: &StoreSnapshot<'_>,
    listing: &Listing,
    options: SendOptions,
) -> Result<BTreeMap<String, Option<Entry>>, PublishError> {
    let entries = snapshot.entries();
    let mut present: BTreeMap<String, Option<Entry>> =
        entries.iter().map(|entry| (entry.path.clone(), Some(entry.clone()))).collect();
    let is_doubtful =
        |entry: &Entry| options.reads_all || listing.size(&entry.path) != Some(entry.size);
    let doubtful: Vec<(&str, Vec<&Entry>)> = doubtful(snapshot, is_doubtful).into_iter().collect();
    let states = Mutex::new(Vec::new());
    in_parallel(&doubtful, options.jobs, |(path, candidates)| {
        let state = state(snapshot.store, path, candidates, options.reads_all)?;
        states.lock().unwrap_or_else(PoisonError::into_inner).push(((*path).to_owned(), state));
        Ok::<(), PublishError>(())
    })?;
    let own: BTreeSet<&str> = (snapshot.pending.iter().flatten().chain(entries))
        .map(|entry| entry.path.as_str())
        .collect();
    for (path, state) in states.into_inner().unwrap_or_else(PoisonError::into_inner) {
        match state {
            // Listed by an old release only, and with other bytes: it is somebody else's by now.
            State::Unknown if !own.contains(path.as_str()) => {}
            State::Absent => drop(present.remove(&path)),
            State::Known(entry) => drop(present.insert(path, Some(entry))),
            State::Unknown => drop(present.insert(path, None)),
        }
    }
    Ok(present)
}

/// The files whose state the lists alone cannot tell, and the published ones that are doubtful, each
/// with the entries that it may have.
fn doubtful<'a>(
    snapshot: &'a StoreSnapshot<'_>,
    is_doubtful: impl Fn(&Entry) -> bool,
) -> BTreeMap<&'a str, Vec<&'a Entry>> {
    let published = snapshot.entries();
    let listed: BTreeMap<&str, &str> =
        (published.iter()).map(|entry| (entry.path.as_str(), entry.sha256.as_str())).collect();
    let mut doubtful: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in snapshot.pending.iter().chain(&snapshot.other_releases).flatten() {
        if listed.get(entry.path.as_str()) != Some(&entry.sha256.as_str()) {
            doubtful.entry(&entry.path).or_default().push(entry);
        }
    }
    // What an interrupted run may have deleted.
    for list in &snapshot.pending {
        let pending: BTreeSet<&str> = list.iter().map(|entry| entry.path.as_str()).collect();
        for entry in published.iter().filter(|entry| !pending.contains(entry.path.as_str())) {
            doubtful.entry(&entry.path).or_default();
        }
    }
    for entry in published {
        if let Some(candidates) = doubtful.get_mut(entry.path.as_str()) {
            candidates.push(entry);
        } else if is_doubtful(entry) {
            doubtful.insert(&entry.path, vec![entry]);
        }
    }
    doubtful
}

/// The state of a doubtful file.
enum State {
    Absent,
    Known(Entry),
    Unknown,
}

/// Finds out which of some entries describes a file: by its size if that is enough, else by its
/// bytes.
fn state(
    store: &dyn Store,
    path: &str,
    candidates: &[&Entry],
    reads: bool,
) -> Result<State, PublishError> {
    let Some(size) = store.size(path)? else { return Ok(State::Absent) };
    let mut fitting = candidates.iter().filter(|entry| entry.size == size);
    let (Some(first), second) = (fitting.next(), fitting.next()) else {
        return Ok(State::Unknown);
    };
    if second.is_none() && !reads {
        return Ok(State::Known((*first).clone()));
    }
    let Some(bytes) = store.read(path, size)? else { return Ok(State::Absent) };
    let sha256 = manifest::sha256(&bytes);
    let known = candidates.iter().find(|entry| entry.sha256 == sha256);
    Ok(known.map_or(State::Unknown, |entry| State::Known((*entry).clone())))
}
