//! Brings a target from one site to another: only what differs, in an order that readers can bear.
//!
//! A run is [`look`] (what is there), [`plan`] (what differs) and [`send`]. The order is: new files;
//! changed files that are no pages; changed pages; `index.html`; deletions; `manifest.txt`, last of
//! all. Until then the target's manifest is the old one, and `.tiendo/pending/` holds the list of
//! the site that is on its way: a run that was cut is known by it, the next run looks at the very
//! files in which the two lists differ, and goes on from there.
//!
//! Files that no manifest of ours lists are never overwritten or deleted. What a site replaces is
//! kept in `.tiendo/objects/` under its sum, so that a [`rollback`](Kept) brings the same bytes back.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use super::HIDDEN;
use super::history::{History, Release};
use super::lease::Lease;
use super::published::{self, Published};
use super::store::{Store, Trouble, side_by_side};
use crate::output::manifest::{self, Entry, Fault};

/// A manifest that is longer lists more files than a site has.
const MAX_MANIFEST: u64 = 64 * 1024 * 1024;
/// A list of releases that is longer is none of ours.
const MAX_HISTORY: u64 = 1024 * 1024;
/// The page at which a site opens.
const INDEX: &str = "index.html";
/// So many names stand in an error.
const NAMED: usize = 5;

/// A site that is to be shown.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its manifest, as it is written.
    pub manifest: Vec<u8>,
    /// What the manifest lists.
    pub entries: Vec<Entry>,
    /// What people call it: the date of its figures.
    pub label: String,
}

/// Where the bytes of a site come from.
pub trait Source: Sync {
    /// The bytes of a file, which are those that the entry names.
    ///
    /// # Errors
    ///
    /// [`SendError`], where they are not.
    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, SendError>;
}

/// Why a site was not sent, or not to its end.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// The target refused.
    #[error(transparent)]
    Store(#[from] Trouble),
    /// This machine refused.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The site that is to be sent cannot be read.
    #[error(transparent)]
    Source(#[from] published::Error),
    /// A file is not what its manifest says.
    #[error("{path} is not what the manifest says")]
    Altered {
        /// The file.
        path: String,
    },
    /// Files that tiendo did not publish stand in the way.
    #[error("files that tiendo did not publish are in the way: {}", files.join(", "))]
    InTheWay {
        /// Up to five of them.
        files: Vec<String>,
        /// How many there are beside those.
        more: usize,
    },
    /// The manifest at the target was altered, so it does not say which files are ours.
    #[error("line {line} of the published manifest is damaged")]
    DamagedManifest {
        /// The first line that does not read, counted from 1.
        line: usize,
    },
    /// There is no site of ours at the target.
    #[error("nothing is published there")]
    NothingPublished,
    /// Another publisher took over; what was sent so far is mended by the next run.
    #[error("another publisher took over")]
    LostLease,
    /// Files of an earlier release are no longer kept.
    #[error("files of that release are no longer kept: {}", files.join(", "))]
    NotKept {
        /// Up to five of them.
        files: Vec<String>,
        /// How many there are beside those.
        more: usize,
    },
    /// A folder stands where the link to a release should be.
    #[error("{} is a folder with files, not a link to a release", path.display())]
    NoLink {
        /// The folder.
        path: PathBuf,
    },
    /// This system has no links that a release could be switched by.
    #[error("this system cannot switch releases by a link")]
    NoSwitch,
}

/// What is at a target.
#[derive(Debug)]
pub struct Look {
    /// The sum of its manifest, and what that lists; none where nothing is published.
    published: Option<(String, Vec<Entry>)>,
    /// The lists of sites that were on their way when a run was cut.
    pending: Vec<Vec<Entry>>,
    /// Whether the manifest there is none that was published there: what is taken for published is
    /// then the last release, no file is believed, and these are the lists of the others.
    is_distrusted: bool,
    others: Vec<Vec<Entry>>,
    /// The releases so far.
    history: History,
    /// Whether the folder is empty but for what nobody would miss.
    is_empty: bool,
}

/// What has to happen.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Files that are not there.
    pub new: Vec<Entry>,
    /// Files with other bytes, and the sum of those that are there, where that is known.
    pub changed: Vec<(Entry, Option<String>)>,
    /// Files that go, as last published.
    pub removed: Vec<Entry>,
    /// Files that stay as they are.
    pub same: usize,
    /// Whether an earlier run was cut.
    pub resumes: bool,
    /// Whether somebody altered or deleted the manifest there: it is none that was published there.
    pub distrusts: bool,
    /// Whether the manifest there is that of the site already.
    is_named: bool,
}

/// How to look and plan.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// So many calls at a time.
    pub jobs: usize,
    /// Read every published file instead of believing the manifest.
    pub reads_all: bool,
    /// Files in the way that nobody lists may be overwritten.
    pub overwrites: bool,
    /// So many earlier releases are kept.
    pub keep: usize,
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Files that were not there.
    pub new: usize,
    /// Files with other bytes.
    pub changed: usize,
    /// Files that went.
    pub removed: usize,
    /// Files that stayed.
    pub same: usize,
    /// Bytes of files that were sent; the manifest and lists of ours are in no count.
    pub bytes: u64,
    /// Published files that had been altered by somebody since; they were replaced.
    pub altered: usize,
    /// The number of the release that is shown now.
    pub release: u32,
    /// Where releases are switched: files in the one that was shown that nobody published, and that
    /// are not shown any more.
    pub left_behind: Vec<String>,
}

impl Look {
    /// What the published manifest lists.
    pub fn entries(&self) -> Option<&[Entry]> {
        self.published.as_ref().map(|(_, entries)| entries.as_slice())
    }

    /// The sum of the published manifest.
    pub fn sha256(&self) -> Option<&str> {
        self.published.as_ref().map(|(sha256, _)| sha256.as_str())
    }

    /// The releases so far.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The bytes of a published file, if the manifest lists it and they are what it says: where it
    /// lies, or where it was kept.
    ///
    /// # Errors
    ///
    /// What the target says.
    pub fn file(&self, store: &dyn Store, path: &str) -> Result<Option<Vec<u8>>, SendError> {
        let entry = self.entries().unwrap_or_default().iter().find(|entry| entry.path == path);
        let Some(entry) = entry else { return Ok(None) };
        // A run that was cut may have replaced it, and then kept it first.
        for at in [path.to_owned(), hidden(&format!("objects/{}", entry.sha256))] {
            let bytes = store.read(&at, entry.size)?;
            if let Some(bytes) = bytes.filter(|bytes| manifest::sha256(bytes) == entry.sha256) {
                return Ok(Some(bytes));
            }
        }
        Ok(None)
    }

    /// The release that is shown now, as it is noted or would be.
    fn current(&self) -> Option<Release> {
        let (sha256, entries) = self.published.as_ref()?;
        Some(match self.history.of(sha256) {
            Some(known) => known.clone(),
            None => release(sha256, entries, ""),
        })
    }
}

impl Plan {
    /// What differs between a site of which everything is known, and another.
    pub(super) fn between(old: &[Entry], sha256: Option<&str>, site: &Site) -> Self {
        let mut there: BTreeMap<&str, &Entry> =
            old.iter().map(|entry| (entry.path.as_str(), entry)).collect();
        let is_named = sha256 == Some(manifest::sha256(&site.manifest).as_str());
        let mut plan = Plan { is_named, ..Plan::default() };
        for entry in &site.entries {
            match there.remove(entry.path.as_str()) {
                None => plan.new.push(entry.clone()),
                Some(found) if found.sha256 == entry.sha256 => plan.same += 1,
                Some(found) => plan.changed.push((entry.clone(), Some(found.sha256.clone()))),
            }
        }
        plan.removed = there.into_values().cloned().collect();
        plan
    }

    /// Whether nothing is to be sent and nothing to be deleted.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    /// Whether the target is what is wanted, to the last list.
    pub fn is_done(&self) -> bool {
        self.is_empty() && self.is_named && !self.resumes
    }

    /// Files to be sent.
    pub fn files(&self) -> usize {
        self.new.len() + self.changed.len()
    }

    /// Files to be sent or deleted.
    pub fn steps(&self) -> usize {
        self.files() + self.removed.len()
    }

    /// Bytes to be sent.
    pub fn bytes(&self) -> u64 {
        let changed = self.changed.iter().map(|(entry, _)| entry.size);
        self.new.iter().map(|entry| entry.size).chain(changed).sum()
    }

    /// The paths to be sent, in the order in which they are.
    pub fn order(&self) -> Vec<&str> {
        let new = self.new.iter().map(|entry| entry.path.as_str());
        let changed = Wave::ALL.iter().flat_map(|wave| {
            let of = self.changed.iter().map(|(entry, _)| entry.path.as_str());
            of.filter(|path| Wave::of(path) == *wave)
        });
        // A new overview is the last of all too.
        let (first, last): (Vec<&str>, Vec<&str>) = new.partition(|path| *path != INDEX);
        first.into_iter().chain(changed).chain(last).collect()
    }
}

/// In which order changed files are moved into place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wave {
    /// What pages need.
    Parts,
    /// Pages.
    Pages,
    /// The first page.
    Index,
}

impl Wave {
    const ALL: [Wave; 3] = [Wave::Parts, Wave::Pages, Wave::Index];

    fn of(path: &str) -> Wave {
        match path {
            INDEX => Wave::Index,
            page if page.ends_with(".html") => Wave::Pages,
            _ => Wave::Parts,
        }
    }
}

/// A folder that was built.
impl Source for Published {
    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, SendError> {
        let bytes = self.read(&entry.path, entry.size)?;
        bytes
            .filter(|bytes| manifest::sha256(bytes) == entry.sha256)
            .ok_or_else(|| SendError::Altered { path: entry.path.clone() })
    }
}

/// Earlier bytes that the target itself keeps.
pub struct Kept<'a> {
    store: &'a dyn Store,
    /// Where bytes of a sum lie.
    at: BTreeMap<String, String>,
}

impl Source for Kept<'_> {
    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, SendError> {
        let lost = || SendError::NotKept { files: vec![entry.path.clone()], more: 0 };
        let path = self.at.get(&entry.sha256).ok_or_else(lost)?;
        // What stood there may have been replaced meanwhile, and then was kept first.
        for path in [path, &hidden(&format!("objects/{}", entry.sha256))] {
            let bytes = self.store.read(path, entry.size)?;
            if let Some(bytes) = bytes.filter(|bytes| manifest::sha256(bytes) == entry.sha256) {
                return Ok(bytes);
            }
        }
        Err(lost())
    }
}

/// Looks at a target.
///
/// # Errors
///
/// [`SendError`], where it cannot be read, or its manifest was altered.
pub fn look(store: &dyn Store) -> Result<Look, SendError> {
    let list = store.read(manifest::NAME, MAX_MANIFEST)?;
    let sha256 = list.as_deref().map(manifest::sha256);
    let (mut pending, mut on_their_way) = (Vec::new(), BTreeSet::new());
    for (path, _) in store.list(&hidden("pending"))? {
        if path.ends_with('/') {
            continue;
        }
        // A list that was cut itself names nothing: it is written before anything is sent.
        let bytes = store.read(&path, MAX_MANIFEST)?.unwrap_or_default();
        let sum = manifest::sha256(&bytes);
        let whole = path.ends_with(&format!("/{sum}.txt"));
        if let Some(entries) = listed(&bytes).ok().filter(|_| whole) {
            pending.push(entries);
            on_their_way.insert(sum);
        }
    }
    let history = store.read(&hidden("releases.txt"), MAX_HISTORY)?.unwrap_or_default();
    let history = History::parse(&history);
    let is_ours = |sha256: &String| history.of(sha256).is_some() || on_their_way.contains(sha256);
    if !history.releases().is_empty() && !sha256.as_ref().is_some_and(is_ours) {
        let mut kept = kept_lists(store, &history)?;
        if let Some(last) = kept.pop() {
            let others = kept.into_iter().map(|(_, entries)| entries).collect();
            let published = Some(last);
            let is_empty = false;
            return Ok(Look { published, pending, is_distrusted: true, others, history, is_empty });
        }
    }
    let published = match (list, sha256) {
        (Some(bytes), Some(sha256)) => match listed(&bytes) {
            Ok(entries) => Some((sha256, entries)),
            Err(Fault::Header) => return Err(another_manifest()),
            Err(Fault::Line(line)) => return Err(SendError::DamagedManifest { line }),
        },
        _ if store.size(manifest::NAME)?.is_some() => return Err(another_manifest()),
        _ => None,
    };
    let is_empty = published.is_none()
        && pending.is_empty()
        && store.list("")?.iter().all(|(path, _)| path.starts_with('.'));
    let (is_distrusted, others) = (false, Vec::new());
    Ok(Look { published, pending, is_distrusted, others, history, is_empty })
}

fn another_manifest() -> SendError {
    SendError::InTheWay { files: vec![manifest::NAME.to_owned()], more: 0 }
}

/// The lists of the releases that are still what they were, in the order of the history: each is
/// named by its sum, so nothing else passes for one.
fn kept_lists(
    store: &dyn Store,
    history: &History,
) -> Result<Vec<(String, Vec<Entry>)>, SendError> {
    let mut lists = Vec::new();
    for release in history.releases() {
        let path = hidden(&format!("releases/{}.txt", release.sha256));
        let bytes = store.read(&path, MAX_MANIFEST)?.unwrap_or_default();
        if manifest::sha256(&bytes) == release.sha256
            && let Ok(entries) = listed(&bytes)
        {
            lists.push((release.sha256.clone(), entries));
        }
    }
    Ok(lists)
}

/// What differs between a target and a site. Writes nothing.
///
/// # Errors
///
/// [`SendError`], among others where files that nobody lists stand in the way.
pub fn plan(
    store: &dyn Store,
    look: &Look,
    site: &Site,
    manner: Manner,
) -> Result<Plan, SendError> {
    let manner = Manner { reads_all: manner.reads_all || look.is_distrusted, ..manner };
    let there = there(store, look, manner)?;
    let is_named = look.sha256() == Some(manifest::sha256(&site.manifest).as_str());
    let mut plan = Plan {
        resumes: !look.pending.is_empty(),
        distrusts: look.is_distrusted,
        is_named: is_named && !look.is_distrusted,
        ..Plan::default()
    };
    for entry in &site.entries {
        match there.get(&entry.path) {
            Some(Some(found)) if found.sha256 == entry.sha256 => plan.same += 1,
            Some(found) => {
                let known = found.as_ref().map(|found| found.sha256.clone());
                plan.changed.push((entry.clone(), known));
            }
            None => plan.new.push(entry.clone()),
        }
    }
    if !look.is_empty {
        make_way(store, &mut plan, manner)?;
    }
    let wanted: BTreeSet<String> =
        site.entries.iter().map(|entry| entry.path.to_lowercase()).collect();
    for (path, found) in there {
        // Some systems cannot tell two paths that differ only in case.
        if !wanted.contains(&path.to_lowercase()) {
            let unknown = Entry { sha256: String::new(), size: 0, path };
            plan.removed.push(found.unwrap_or(unknown));
        }
    }
    Ok(plan)
}

/// Files that are new to us, but stand there: the same bytes are taken over, others are in the way.
fn make_way(store: &dyn Store, plan: &mut Plan, manner: Manner) -> Result<(), SendError> {
    let found = Mutex::new(Vec::new());
    side_by_side(&plan.new, manner.jobs, |entry| {
        if let Some(size) = store.size(&entry.path)? {
            let same = size == entry.size && is_same(store, entry)?;
            found.lock().unwrap_or_else(PoisonError::into_inner).push((entry.path.clone(), same));
        }
        Ok::<(), SendError>(())
    })?;
    let found: BTreeMap<String, bool> =
        found.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().collect();
    let strangers: Vec<String> =
        found.iter().filter(|(_, same)| !**same).map(|(path, _)| path.clone()).collect();
    if !strangers.is_empty() && !manner.overwrites {
        let (files, more) = some_of(strangers);
        return Err(SendError::InTheWay { files, more });
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

/// Which of our files are there: with their sums, or with nothing where they are neither of what
/// was published nor of what was on its way.
fn there(
    store: &dyn Store,
    look: &Look,
    manner: Manner,
) -> Result<BTreeMap<String, Option<Entry>>, SendError> {
    let published = look.entries().unwrap_or_default();
    let mut there: BTreeMap<String, Option<Entry>> =
        published.iter().map(|entry| (entry.path.clone(), Some(entry.clone()))).collect();
    let mut doubts: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in look.pending.iter().chain(&look.others).flatten() {
        let known = there.get(&entry.path).and_then(Option::as_ref);
        if known.is_none_or(|known| known.sha256 != entry.sha256) {
            doubts.entry(&entry.path).or_default().push(entry);
        }
    }
    for list in &look.pending {
        let listed: BTreeSet<&str> = list.iter().map(|entry| entry.path.as_str()).collect();
        for entry in published.iter().filter(|entry| !listed.contains(entry.path.as_str())) {
            doubts.entry(&entry.path).or_default();
        }
    }
    for entry in published {
        if let Some(forms) = doubts.get_mut(entry.path.as_str()) {
            forms.push(entry);
        } else if manner.reads_all {
            doubts.insert(&entry.path, vec![entry]);
        }
    }
    let doubts: Vec<(&str, Vec<&Entry>)> = doubts.into_iter().collect();
    let found = Mutex::new(Vec::new());
    side_by_side(&doubts, manner.jobs, |(path, forms)| {
        let form = form(store, path, forms, manner.reads_all)?;
        found.lock().unwrap_or_else(PoisonError::into_inner).push(((*path).to_owned(), form));
        Ok::<(), SendError>(())
    })?;
    let ours: BTreeSet<&str> =
        (look.pending.iter().flatten().chain(published)).map(|entry| entry.path.as_str()).collect();
    for (path, form) in found.into_inner().unwrap_or_else(PoisonError::into_inner) {
        match form {
            // Listed long ago, and other bytes: somebody's own file by now.
            Form::Unknown if !ours.contains(path.as_str()) => {}
            Form::Absent => drop(there.remove(&path)),
            Form::Known(entry) => drop(there.insert(path, Some(entry))),
            Form::Unknown => drop(there.insert(path, None)),
        }
    }
    Ok(there)
}

/// What a file in doubt turns out to be.
enum Form {
    Absent,
    Known(Entry),
    Unknown,
}

/// Which of its forms a file has: by its size where that tells, else by its bytes.
fn form(store: &dyn Store, path: &str, forms: &[&Entry], reads: bool) -> Result<Form, SendError> {
    let Some(size) = store.size(path)? else { return Ok(Form::Absent) };
    let mut fitting = forms.iter().filter(|form| form.size == size);
    let (Some(first), second) = (fitting.next(), fitting.next()) else { return Ok(Form::Unknown) };
    if second.is_none() && !reads {
        return Ok(Form::Known((*first).clone()));
    }
    let Some(bytes) = store.read(path, size)? else { return Ok(Form::Absent) };
    let sha256 = manifest::sha256(&bytes);
    let known = forms.iter().find(|form| form.sha256 == sha256);
    Ok(known.map_or(Form::Unknown, |form| Form::Known((*form).clone())))
}

/// Sends a site. `on_file` is called for every file that arrived or went.
///
/// # Errors
///
/// [`SendError`]; the next run goes on from there.
#[expect(clippy::too_many_arguments, reason = "each is one thing that the caller decided")]
pub fn send(
    store: &dyn Store,
    look: &Look,
    plan: &Plan,
    site: &Site,
    source: &dyn Source,
    manner: Manner,
    lease: &Lease<'_>,
    on_file: &(dyn Fn() + Sync),
) -> Result<Sent, SendError> {
    let sha256 = manifest::sha256(&site.manifest);
    let shelf = Shelf { store, lease, jobs: manner.jobs };
    let mut sent = Sent {
        new: plan.new.len(),
        changed: plan.changed.len(),
        removed: plan.removed.len(),
        same: plan.same,
        ..Sent::default()
    };
    if !plan.is_empty() || !plan.is_named {
        shelf.folders(plan)?;
        shelf.put(&hidden(&format!("pending/{sha256}.txt")), &site.manifest)?;
        // Also where no release is kept: until the end, what is replaced may still be asked for.
        sent.altered = shelf.keep(look, plan)?;
        sent.bytes = shelf.files(plan, source, on_file)?;
        lease.check()?;
        shelf.put(manifest::NAME, &site.manifest)?;
    }
    let mut history = look.history.clone();
    let shown = release(&sha256, &site.entries, &site.label);
    let known = history.of(&sha256).filter(|_| look.sha256() == Some(sha256.as_str()));
    sent.release = match known {
        Some(known) => known.number,
        None => history.add(look.current(), shown),
    };
    shelf.settle(&mut history, site, &sha256, manner.keep)?;
    Ok(sent)
}

/// What a rollback needs: the site as it was, and where its bytes are kept.
///
/// # Errors
///
/// [`SendError::NotKept`], where some of them are not.
pub fn kept<'a>(
    store: &'a dyn Store,
    look: &Look,
    release: &Release,
) -> Result<(Site, Kept<'a>), SendError> {
    let path = hidden(&format!("releases/{}.txt", release.sha256));
    let list = store.read(&path, MAX_MANIFEST)?;
    let list = list.filter(|bytes| manifest::sha256(bytes) == release.sha256);
    let entries = list.as_deref().and_then(|bytes| listed(bytes).ok());
    let (Some(list), Some(entries)) = (list, entries) else {
        return Err(SendError::NotKept { files: vec![path], more: 0 });
    };
    let mut at: BTreeMap<String, String> = BTreeMap::new();
    for entry in look.entries().unwrap_or_default() {
        at.insert(entry.sha256.clone(), entry.path.clone());
    }
    // What was kept is what it was; what is shown may have been altered.
    for (path, _) in store.list(&hidden("objects"))? {
        if let Some(sha256) = path.rsplit('/').next() {
            at.insert(sha256.to_owned(), path.clone());
        }
    }
    let lost = entries.iter().filter(|entry| !at.contains_key(&entry.sha256));
    let (files, more) = some_of(lost.map(|entry| entry.path.clone()).collect());
    if !files.is_empty() {
        return Err(SendError::NotKept { files, more });
    }
    let site = Site { manifest: list, entries, label: release.label.clone() };
    Ok((site, Kept { store, at }))
}

/// After a rollback nothing is noted: the release that is shown is one of those that there were.
///
/// # Errors
///
/// As [`send`].
pub fn go_back(
    store: &dyn Store,
    look: &Look,
    release: &Release,
    manner: Manner,
    lease: &Lease<'_>,
    on_file: &(dyn Fn() + Sync),
) -> Result<Sent, SendError> {
    let (site, source) = kept(store, look, release)?;
    let plan = plan(store, look, &site, manner)?;
    // What cannot be ended is not begun: somebody may have altered what is kept, or a page that both
    // have alike and of which nothing is kept.
    let wanted: Vec<&Entry> =
        plan.new.iter().chain(plan.changed.iter().map(|(entry, _)| entry)).collect();
    let lost = Mutex::new(Vec::new());
    side_by_side(&wanted, manner.jobs, |entry| match source.bytes(entry) {
        Err(SendError::NotKept { files, .. }) => {
            lost.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
            Ok(())
        }
        bytes => bytes.map(drop),
    })?;
    let mut lost = lost.into_inner().unwrap_or_else(PoisonError::into_inner);
    lost.sort_unstable();
    let (files, more) = some_of(lost);
    if !files.is_empty() {
        return Err(SendError::NotKept { files, more });
    }
    let shelf = Shelf { store, lease, jobs: manner.jobs };
    let mut sent = Sent {
        new: plan.new.len(),
        changed: plan.changed.len(),
        removed: plan.removed.len(),
        same: plan.same,
        release: release.number,
        ..Sent::default()
    };
    shelf.folders(&plan)?;
    shelf.put(&hidden(&format!("pending/{}.txt", release.sha256)), &site.manifest)?;
    sent.altered = shelf.keep(look, &plan)?;
    sent.bytes = shelf.files(&plan, &source, on_file)?;
    lease.check()?;
    shelf.put(manifest::NAME, &site.manifest)?;
    let mut history = look.history.clone();
    shelf.settle(&mut history, &site, &release.sha256, manner.keep.max(1))?;
    Ok(sent)
}

/// A store that is written to while the lease holds.
struct Shelf<'a> {
    store: &'a dyn Store,
    lease: &'a Lease<'a>,
    jobs: usize,
}

impl Shelf<'_> {
    /// Makes the folders of new files, where a store does not do so by itself.
    fn folders(&self, plan: &Plan) -> Result<(), SendError> {
        if !self.store.has_folders() {
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

    /// Writes one of our lists, whole or not at all.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), SendError> {
        self.lease.check()?;
        if self.store.renames() {
            let aside = hidden(&format!("new/{}", manifest::sha256(path.as_bytes())));
            self.store.write(&aside, bytes)?;
            return Ok(self.store.rename(&aside, path)?);
        }
        Ok(self.store.write(path, bytes)?)
    }

    /// Keeps what will be replaced or deleted; says how many files are not what was published.
    fn keep(&self, look: &Look, plan: &Plan) -> Result<usize, SendError> {
        let Some((published, entries)) = &look.published else { return Ok(0) };
        let list = hidden(&format!("releases/{published}.txt"));
        if self.store.size(&list)?.is_none()
            && let Some(bytes) = self.store.read(manifest::NAME, MAX_MANIFEST)?
            && manifest::sha256(&bytes) == *published
        {
            self.put(&list, &bytes)?;
        }
        let have: BTreeSet<String> =
            self.objects()?.into_iter().map(|(sha256, _)| sha256).collect();
        let listed: BTreeMap<&str, &Entry> =
            entries.iter().map(|entry| (entry.path.as_str(), entry)).collect();
        let replaced = plan.changed.iter().map(|(entry, found)| (&entry.path, found.as_deref()));
        let removed = plan.removed.iter().map(|entry| (&entry.path, Some(entry.sha256.as_str())));
        let mut wanted: Vec<&Entry> = Vec::new();
        let mut altered = 0;
        for (path, found) in replaced.chain(removed) {
            let Some(entry) = listed.get(path.as_str()).copied() else { continue };
            if found == Some(entry.sha256.as_str()) {
                wanted.push(entry);
            } else if look.pending.is_empty() && found.is_none_or(str::is_empty) {
                altered += 1;
            }
        }
        wanted.retain(|entry| !have.contains(&entry.sha256));
        wanted.sort_by(|a, b| a.sha256.cmp(&b.sha256));
        wanted.dedup_by(|a, b| a.sha256 == b.sha256);
        let altered = AtomicUsize::new(altered);
        side_by_side(&wanted, self.jobs, |entry| {
            self.lease.check()?;
            let bytes = self.store.read(&entry.path, entry.size)?;
            match bytes.filter(|bytes| manifest::sha256(bytes) == entry.sha256) {
                Some(bytes) => self.put(&hidden(&format!("objects/{}", entry.sha256)), &bytes),
                None => {
                    altered.fetch_add(1, Ordering::Relaxed);
                    Ok(())
                }
            }
        })?;
        Ok(altered.into_inner())
    }

    /// Sends and deletes, in the order that this module promises; gives the bytes sent.
    fn files(
        &self,
        plan: &Plan,
        source: &dyn Source,
        on_file: &(dyn Fn() + Sync),
    ) -> Result<u64, SendError> {
        let bytes = AtomicU64::new(0);
        let write = |entry: &Entry, path: &str| -> Result<(), SendError> {
            self.lease.check()?;
            self.store.write(path, &source.bytes(entry)?)?;
            bytes.fetch_add(entry.size, Ordering::Relaxed);
            Ok(())
        };
        let (new, index): (Vec<&Entry>, Vec<&Entry>) =
            plan.new.iter().partition(|entry| entry.path != INDEX);
        side_by_side(&new, self.jobs, |entry| {
            write(entry, &entry.path)?;
            on_file();
            Ok::<(), SendError>(())
        })?;
        let changed: Vec<&Entry> = plan.changed.iter().map(|(entry, _)| entry).collect();
        let aside = |entry: &Entry| {
            let path = manifest::sha256(entry.path.as_bytes());
            hidden(&format!("new/{}-{}", entry.sha256, &path[..16]))
        };
        if self.store.renames() {
            let there: BTreeMap<String, u64> = match changed.is_empty() {
                true => BTreeMap::new(),
                false => self.store.list(&hidden("new"))?.into_iter().collect(),
            };
            side_by_side(&changed, self.jobs, |entry| {
                let path = aside(entry);
                let arrived = there.get(&path) == Some(&entry.size)
                    && is_same(self.store, &Entry { path: path.clone(), ..(*entry).clone() })?;
                if arrived { Ok(()) } else { write(entry, &path) }
            })?;
        }
        for wave in Wave::ALL {
            let these: Vec<&Entry> =
                changed.iter().copied().filter(|entry| Wave::of(&entry.path) == wave).collect();
            side_by_side(&these, self.jobs, |entry| {
                self.lease.check()?;
                if self.store.renames() {
                    self.store.rename(&aside(entry), &entry.path)?;
                } else {
                    write(entry, &entry.path)?;
                }
                on_file();
                Ok::<(), SendError>(())
            })?;
        }
        for entry in index {
            write(entry, &entry.path)?;
            on_file();
        }
        side_by_side(&plan.removed, self.jobs, |entry| {
            self.lease.check()?;
            self.store.delete(&entry.path)?;
            on_file();
            Ok::<(), SendError>(())
        })?;
        let folders: BTreeSet<&str> = (plan.removed.iter())
            .filter_map(|entry| entry.path.rsplit_once('/').map(|(folder, _)| folder))
            .collect();
        folders.iter().rev().for_each(|folder| self.store.delete_empty_folder(folder));
        Ok(bytes.into_inner())
    }

    /// Notes the release and deletes what no kept release needs.
    fn settle(
        &self,
        history: &mut History,
        site: &Site,
        sha256: &str,
        keep: usize,
    ) -> Result<(), SendError> {
        self.lease.check()?;
        history.forget(keep, sha256);
        if self.store.has_folders() {
            self.store.make_folder(&hidden("releases"))?;
        }
        self.put(&hidden(&format!("releases/{sha256}.txt")), &site.manifest)?;
        self.put(&hidden("releases.txt"), history.render().as_bytes())?;
        for folder in ["pending", "new", "up"] {
            for (path, _) in self.store.list(&hidden(folder))? {
                if !path.ends_with('/') {
                    self.store.delete(&path)?;
                }
            }
        }
        let mut needed: BTreeSet<String> = BTreeSet::new();
        for (path, _) in self.store.list(&hidden("releases"))? {
            if path.ends_with('/') {
                continue;
            }
            let named = |release: &&Release| path.ends_with(&format!("/{}.txt", release.sha256));
            match history.releases().iter().find(named) {
                None => self.store.delete(&path)?,
                Some(release) if release.sha256 == sha256 => {}
                Some(_) => {
                    let list = self.store.read(&path, MAX_MANIFEST)?.unwrap_or_default();
                    let entries = listed(&list).unwrap_or_default();
                    needed.extend(entries.into_iter().map(|entry| entry.sha256));
                }
            }
        }
        for entry in &site.entries {
            needed.remove(&entry.sha256);
        }
        let gone: Vec<String> = (self.objects()?.into_iter())
            .filter(|(sha256, _)| !needed.contains(sha256))
            .map(|(_, path)| path)
            .collect();
        side_by_side(&gone, self.jobs, |path| Ok(self.store.delete(path)?))
    }

    /// What is kept, by sum.
    fn objects(&self) -> Result<Vec<(String, String)>, SendError> {
        let listed = self.store.list(&hidden("objects"))?.into_iter();
        let named = listed.filter_map(|(path, _)| {
            let sha256 = path.rsplit('/').next()?.to_owned();
            manifest::is_sha256(&sha256).then_some((sha256, path))
        });
        Ok(named.collect())
    }
}

/// What a manifest lists. One that names files of our own folder is not one that we wrote.
fn listed(bytes: &[u8]) -> Result<Vec<Entry>, Fault> {
    let entries = manifest::parse(&String::from_utf8_lossy(bytes))?;
    let own = |path: &str| path.split('/').next().is_some_and(|f| f.eq_ignore_ascii_case(HIDDEN));
    match entries.iter().position(|entry| own(&entry.path)) {
        Some(at) => Err(Fault::Line(at + 2)),
        None => Ok(entries),
    }
}

/// A site as a release that has no number yet.
pub(super) fn release(sha256: &str, entries: &[Entry], label: &str) -> Release {
    Release {
        number: 0,
        sha256: sha256.to_owned(),
        files: entries.len() as u64,
        bytes: entries.iter().map(|entry| entry.size).sum(),
        label: label.to_owned(),
    }
}

fn is_same(store: &dyn Store, entry: &Entry) -> Result<bool, Trouble> {
    let bytes = store.read(&entry.path, entry.size)?;
    Ok(bytes.is_some_and(|bytes| manifest::sha256(&bytes) == entry.sha256))
}

fn hidden(path: &str) -> String {
    format!("{HIDDEN}/{path}")
}

/// The first few names, and how many there are beside those.
fn some_of(mut names: Vec<String>) -> (Vec<String>, usize) {
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    (names, more)
}
