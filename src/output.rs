//! Puts a site on disk: files are staged beside the target folder, then moved into place in one step.
//!
//! [`stage`] opens the write, [`Staging::write`] takes the files from any number of threads,
//! [`Staging::commit`] makes them the site. Until then, and if anything fails, the old site stands
//! untouched: readers see the whole old site or the whole new one.
//!
//! What holds when things go wrong:
//! - **A build that is killed** (at any moment, by any signal) leaves a whole site, old or new, and
//!   hidden siblings that the next build cleans. Where the file system cannot exchange two folders
//!   (Windows, some network drives) the move is two renames: killed between them, the old site lies
//!   hidden beside its place until the next build puts it back.
//! - **A build that takes folders over** ([`Staging::keep`]) keeps the tree before the new site as a
//!   hidden sibling, and the next one moves unchanged folders out of it. Its manifest is removed
//!   before anything else, so what a killed build leaves of it is not used again. With it lies what is
//!   known of the folders of both trees: those that have not changed are not looked through again.
//! - **A power cut**: on Linux the new tree's bytes and folders are flushed (one `syncfs`) before the
//!   move, and the move itself before the old tree is deleted, so the same holds as far as the disk
//!   tells the truth. Elsewhere nothing is flushed: flushing thousands of files one by one would
//!   take longer than the build. After a power cut there, build again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, FileTimes, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::ops::Range;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

pub use error::{Error, Step};
pub use path_rule::PathFault;

use error::disk;
use folders::Folders;
use interrupt::Temporary;
use manifest::{Entry, HEADER};
use place::Place;
use spare::Spare;
use swap::Exchange;
use tree::Old;

use crate::disk::lock_file;
use crate::sum::hex;

mod error;
mod folders;
pub mod interrupt;
pub mod journal;
pub mod manifest;
mod path_rule;
pub mod patience;
mod place;
pub mod readable;
pub mod replace;
mod spare;
mod swap;
mod tree;

#[cfg(test)]
mod tests;

/// Opens a staged write beside `dir`, which need not exist.
///
/// One build at a time works on a folder. If another holds the lock, `on_wait` is called once and
/// the call blocks until the other is done. (Two stagings of one folder within one thread would
/// wait for each other forever.) Whatever an interrupted build left is then repaired and removed.
///
/// `dir` may be relative, end in a slash, or be a symlink; the work is then done beside the real
/// folder. Missing parents are created.
///
/// # Errors
///
/// [`Error`]. Among others, `dir` is not a folder that tiendo made ([`Error::NotOurs`]: it has no
/// manifest and holds more than `.gitkeep`, `.gitignore` and system files), or someone put files
/// into it ([`Error::Strangers`]). Nothing in `dir` has changed then.
pub fn stage(dir: &Path, on_wait: impl FnOnce()) -> Result<Staging, Error> {
    let place = Place::find(dir)?;
    fs::create_dir_all(&place.parent).map_err(disk(&place.parent, Step::CreateFolder))?;
    let lock = lock(&place.lock, on_wait)?;
    for path in &place.obsolete {
        swap::remove(path)?;
    }
    swap::mend(&place)?;
    swap::remove(&place.staging)?;
    fs::create_dir(&place.staging).map_err(disk(&place.staging, Step::CreateFolder))?;
    let temporary = interrupt::temporary(place.staging.clone());
    // The time when the folder is inspected, by the clock of its disk.
    let now = fs::metadata(&place.staging).and_then(|created| created.modified()).ok();
    let known = Folders::read(&place.folders_of_site(), &place.dir);
    let mut old = tree::inspect(&place.dir, known, now).inspect_err(|_| {
        let _ = swap::remove(&place.staging);
    })?;
    if old.is_ours() {
        // Otherwise the folder set aside may be the only site there is; the commit deletes it.
        swap::remove(&place.aside)?;
    }
    let spare = Spare::take(&place, std::mem::take(&mut old.folders.taken_over));
    let (claims, kept) = (Mutex::default(), Mutex::default());
    Ok(Staging { place, old, spare, now, claims, kept, _temporary: temporary, _lock: lock })
}

/// Checks that every system can hold a path of a site.
///
/// # Errors
///
/// [`PathFault`], if some system could not hold it or would read it differently.
pub fn check_path(path: &str) -> Result<(), PathFault> {
    path_rule::check(path)
}

/// Whether a file in a site's folder belongs to git or to the operating system, and not to the
/// site.
pub fn is_kept_or_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path_rule::KEEPERS.contains(&path) || path_rule::is_litter(name)
}

/// A site being written. Dropped without [`commit`](Self::commit), it leaves the old site in place,
/// the lock file, and what the next build may use.
#[derive(Debug)]
pub struct Staging {
    place: Place,
    old: Old,
    spare: Spare,
    /// When the old site was inspected, by the clock of its disk.
    now: Option<SystemTime>,
    /// Every path in use, by its lower-case form: two paths that differ only in case are one file
    /// on Windows and macOS.
    claims: Mutex<BTreeMap<String, Claim>>,
    /// The folders that were taken over, each with its entries in the old manifest.
    kept: Mutex<BTreeMap<String, Range<usize>>>,
    _temporary: Temporary,
    /// Released when the staging is dropped, after its clean-up.
    _lock: File,
}

/// What a commit did. The manifest and git's files are not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Files in the new site.
    pub files: usize,
    /// Their total size in bytes.
    pub bytes: u64,
    /// How many files are byte for byte the same as before and kept their times.
    pub unchanged: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
    /// SHA-256 of `manifest.txt` in hexadecimal: one value that stands for the whole site.
    pub manifest_sha256: String,
}

impl Staging {
    /// Writes one file of the new site, from any thread. `path` is relative to the site, with forward
    /// slashes; its folders are created.
    ///
    /// A file with the same bytes as in the old site keeps its times, so that web servers can tell
    /// browsers that nothing changed.
    ///
    /// # Errors
    ///
    /// [`Error::Path`] if some system could not hold the path, or if it is taken. [`Error::Disk`]
    /// if the file cannot be written; the site cannot be committed then.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let refused = |fault| Error::Path { path: path.to_owned(), fault };
        path_rule::check(path).map_err(refused)?;
        let key = path.to_lowercase();
        self.claim(path, &key)?;
        let kept = self.put(path, bytes)?;
        let (name, sum, size) = (name(path, &key), manifest::sum(bytes), bytes.len() as u64);
        self.claims().insert(key, Claim { name, what: What::File { sum, size, kept } });
        Ok(())
    }

    /// The bytes of a file of the old site, if they are those that its manifest names.
    pub fn earlier(&self, path: &str) -> Option<Vec<u8>> {
        let entry = self.old.list.find(path).filter(|n| self.old.has(*n))?;
        let bytes = fs::read(self.place.dir.join(path)).ok()?;
        self.old.list.line(entry).describes(&bytes).then_some(bytes)
    }

    /// Takes over the files of the old site below a folder, if they are still those that its manifest
    /// names: none is missing, each has the size that it had, and none was written since the site was
    /// finished. Returns false, and takes nothing, if not.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn keep(&self, folder: &str) -> Result<bool, Error> {
        let list = &self.old.list;
        let below = list.below(folder);
        if below.is_empty() {
            return Ok(false);
        }
        let above = folder.trim_end_matches('/');
        self.make_folders(&mut self.claims(), above, &above.to_lowercase())?;
        if !self.spare.give(&self.place, folder, list, below.clone()) {
            if !self.old.is_sound(&self.place.dir, below.clone()) {
                return Ok(false);
            }
            let mut last = "";
            for n in below.clone() {
                let path = list.path(n);
                let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
                if parent != last {
                    self.make_folders(&mut self.claims(), path, &path.to_lowercase())?;
                    last = parent;
                }
                link_or_copy(&self.place.dir.join(path), &self.place.staging.join(path))?;
            }
        }
        self.kept().insert(folder.to_owned(), below);
        Ok(true)
    }

    /// The SHA-256 of what the old site's manifest says of the files below a folder. `None` if it
    /// names none.
    pub fn earlier_sum(&self, folder: &str) -> Option<String> {
        let below = self.old.list.below(folder);
        (!below.is_empty()).then(|| sum_of(self.old.list.text_of(below)))
    }

    /// The SHA-256 of what the new site's manifest says of the files below a folder.
    pub fn sum(&self, folder: &str) -> String {
        let below = self.old.list.below(folder);
        if self.kept().contains_key(folder) {
            return sum_of(self.old.list.text_of(below));
        }
        let written: Vec<Entry> = written_below(&self.claims(), folder).collect();
        manifest::sha256(manifest::render(&written).as_bytes())
    }

    /// The files of the new site below a folder, sorted.
    pub fn paths_below(&self, folder: &str) -> Vec<String> {
        let claims = self.claims();
        let written = written_below(&claims, folder).map(|entry| entry.path);
        let kept = self.kept().clone().into_values().flatten();
        let kept = kept.map(|n| self.old.list.path(n)).filter(|path| path.starts_with(folder));
        let mut paths: Vec<String> = written.chain(kept.map(str::to_owned)).collect();
        paths.sort();
        paths
    }

    /// Whether the new site has a file.
    pub fn has(&self, path: &str) -> bool {
        let kept = || self.old.list.find(path);
        self.claims().get(&path.to_lowercase()).is_some_and(Claim::is_written)
            || kept().is_some_and(|n| self.kept().values().any(|range| range.contains(&n)))
    }

    /// The folder in which the new site is written.
    pub fn folder(&self) -> &Path {
        &self.place.staging
    }

    /// The folder beside the site in which a build keeps what the next one may use. Nothing else
    /// reads it, and it can be deleted.
    pub fn store(&self) -> &Path {
        &self.place.store
    }

    /// Writes `manifest.txt`, moves the new site into place, and deletes the old one. That deletion
    /// cannot fail the build: what it leaves is hidden, and the next build removes it.
    ///
    /// # Errors
    ///
    /// [`Error::Incomplete`] if a write failed before. Otherwise as [`stage`], since the folder is
    /// inspected once more: someone may have put a file there meanwhile.
    pub fn commit(self) -> Result<Written, Error> {
        self.commit_with(swap::exchange)
    }

    fn commit_with(mut self, exchange: Exchange) -> Result<Written, Error> {
        let _hold = interrupt::hold();
        self.spare.forget();
        let taken_over: BTreeSet<String> = self.kept().keys().cloned().collect();
        self.make_readable()?;
        let (text, written) = self.sealed();
        let list = self.place.staging.join(manifest::NAME);
        // Never the old file: its time tells when the site was finished.
        create(&list, text.as_bytes(), None).map_err(disk(&list, Step::Write))?;
        readable::make_readable(&list).map_err(disk(&list, Step::Write))?;
        let folders = (!taken_over.is_empty()).then(|| self.folders(&text, taken_over));
        drop(text);
        let old = tree::inspect_again(&self.place.dir, std::mem::take(&mut self.old), self.now)?;
        if old.exists {
            take_over(&self.place.dir, &self.place.staging, &old.keepers)?;
        }
        flush(&self.place.staging)?;
        swap::install(&self.place, old.exists, exchange)?;
        // From here on the new site is in place, and nothing may fail the build.
        let _ = sync_folder(&self.place.parent);
        match folders {
            Some(folders) => Spare::keep(&self.place, &old.folders, &folders),
            None => drop(swap::remove(&self.place.spare)),
        }
        let _ = swap::remove(&self.place.aside);
        Ok(written)
    }

    /// The folders of the new tree, whose manifest is written.
    fn folders(&self, manifest: &str, taken_over: BTreeSet<String>) -> Folders {
        let dir = &self.place.staging;
        let now = fs::metadata(dir).and_then(|written| written.modified()).ok();
        Folders::of(dir, manifest, taken_over, now)
    }

    /// Makes what was written readable for everybody. What was taken over is so already. Fails if a
    /// file was claimed and not written.
    fn make_readable(&self) -> Result<(), Error> {
        let claims = self.claims();
        let open = claims.iter().find(|(_, claim)| matches!(claim.what, What::Open));
        if let Some((key, open)) = open {
            return Err(Error::Incomplete { path: open.path(key).to_owned() });
        }
        for path in claims.iter().map(|(key, claim)| claim.path(key)).chain([""]) {
            let full = self.place.staging.join(path);
            readable::make_readable(&full).map_err(disk(&full, Step::Write))?;
        }
        Ok(())
    }

    /// Claims a path and creates its folders, once each. The lock is held meanwhile, so that a
    /// folder found claimed is found on disk.
    fn claim(&self, path: &str, key: &str) -> Result<(), Error> {
        let mut claims = self.claims();
        self.make_folders(&mut claims, path, key)?;
        match claims.get(key) {
            Some(other) => Err(taken(path, other.path(key))),
            None => {
                let claim = Claim { name: name(path, key), what: What::Open };
                claims.insert(key.to_owned(), claim);
                Ok(())
            }
        }
    }

    /// Creates the folders of a path, once each.
    fn make_folders(
        &self,
        claims: &mut BTreeMap<String, Claim>,
        path: &str,
        key: &str,
    ) -> Result<(), Error> {
        // Lower case may differ in length, but never in the number of slashes.
        for ((end, _), (key_end, _)) in path.match_indices('/').zip(key.match_indices('/')) {
            let (folder, key) = (&path[..end], &key[..key_end]);
            match claims.get(key) {
                Some(same) if matches!(same.what, What::Folder) && same.path(key) == folder => {}
                Some(other) => return Err(taken(path, other.path(key))),
                None => {
                    let full = self.place.staging.join(folder);
                    fs::create_dir(&full).map_err(disk(&full, Step::CreateFolder))?;
                    let claim = Claim { name: name(folder, key), what: What::Folder };
                    claims.insert(key.to_owned(), claim);
                }
            }
        }
        Ok(())
    }

    /// Puts one file into the staged tree. Returns whether it is the old site's file, unchanged.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<bool, Error> {
        let target = self.place.staging.join(path);
        let mut modified = None;
        if self.old.has_file(path) {
            let old = self.place.dir.join(path);
            modified = modified_if_same(&old, bytes);
            if modified.is_some() && fs::hard_link(&old, &target).is_ok() {
                return Ok(true);
            }
        }
        create(&target, bytes, modified).map_err(disk(&target, Step::Write))?;
        Ok(modified.is_some())
    }

    /// The text of the manifest, and what the commit is about to do.
    fn sealed(&self) -> (String, Written) {
        let claims = std::mem::take(&mut *self.claims());
        let old = &self.old.list;
        let mut files: Vec<(&str, &Claim)> = (claims.iter())
            .filter(|(_, claim)| claim.is_written())
            .map(|(key, claim)| (claim.path(key), claim))
            .collect();
        files.sort_by_key(|(path, _)| *path);
        // In the order of the manifest: no folder that is taken over lies in another.
        let kept: Vec<Range<usize>> = self.kept().values().cloned().collect();
        let is_kept = |n: usize| {
            let at = kept.partition_point(|range| range.end <= n);
            kept.get(at).is_some_and(|range| range.contains(&n))
        };
        let is_gone = |n: &usize| {
            let path = old.path(*n);
            self.old.has(*n)
                && !is_kept(*n)
                && files.binary_search_by_key(&path, |(path, _)| path).is_err()
        };
        let removed = (0..old.len()).filter(is_gone).count();
        let kept_files = || kept.iter().cloned().flatten();
        let (mut bytes, mut unchanged) = (0, 0);
        for (_, claim) in &files {
            if let What::File { size, kept, .. } = claim.what {
                bytes += size;
                unchanged += usize::from(kept);
            }
        }
        let mut written = Written {
            files: files.len() + kept_files().count(),
            bytes: bytes + kept_files().map(|n| old.line(n).size).sum::<u64>(),
            unchanged: unchanged + kept_files().count(),
            removed,
            manifest_sha256: String::new(),
        };
        let mut text = format!("{HEADER}\n");
        let mut kept = kept.into_iter().peekable();
        let mut take_over = |text: &mut String, before: Option<&str>| {
            let is_before =
                |range: &Range<usize>| before.is_none_or(|path| old.path(range.start) < path);
            while let Some(range) = kept.next_if(is_before) {
                text.push_str(old.text_of(range));
            }
        };
        for (path, claim) in &files {
            take_over(&mut text, Some(path));
            if let Some(entry) = claim.entry(path) {
                entry.line().write_to(&mut text);
            }
        }
        take_over(&mut text, None);
        written.manifest_sha256 = manifest::sha256(text.as_bytes());
        (text, written)
    }

    fn kept(&self) -> MutexGuard<'_, BTreeMap<String, Range<usize>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A thread that panics while it holds the lock leaves a claim open at worst, and an open claim
    /// cannot be committed.
    fn claims(&self) -> MutexGuard<'_, BTreeMap<String, Claim>> {
        self.claims.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Staging {
    /// Deletes the folder at the staging path: the new tree if it was not committed, otherwise the
    /// old one that was exchanged for it. What cannot be deleted is left for the next build.
    fn drop(&mut self) {
        let _ = swap::remove(&self.place.staging);
    }
}

/// A path of the new site that is used.
#[derive(Debug)]
struct Claim {
    /// The path, if it is not in lower case. Nearly all are, and of hundreds of thousands a copy would
    /// fill the memory.
    name: Option<Box<str>>,
    what: What,
}

/// What a path is used for.
#[derive(Debug)]
enum What {
    Folder,
    /// A file that is being written, or whose write failed.
    Open,
    /// A file that is written: SHA-256 and size of its bytes, and whether it is the old site's.
    File {
        sum: [u8; 32],
        size: u64,
        kept: bool,
    },
}

/// What has to be noted of a path besides its lower-case form.
fn name(path: &str, key: &str) -> Option<Box<str>> {
    (path != key).then(|| path.into())
}

impl Claim {
    fn path<'c>(&'c self, key: &'c str) -> &'c str {
        self.name.as_deref().unwrap_or(key)
    }

    fn is_written(&self) -> bool {
        matches!(self.what, What::File { .. })
    }

    /// The entry of a file that is written, with its path.
    fn entry(&self, path: &str) -> Option<Entry> {
        let What::File { sum, size, .. } = self.what else { return None };
        Some(Entry { sha256: hex(&sum), size, path: path.to_owned() })
    }
}

/// The error for a path that something else has already.
fn taken(path: &str, by: &str) -> Error {
    Error::Path { path: path.to_owned(), fault: PathFault::Taken(by.to_owned()) }
}

/// The SHA-256 of lines of a manifest, with its first line.
fn sum_of(lines: &str) -> String {
    manifest::sha256(format!("{HEADER}\n{lines}").as_bytes())
}

/// Carries over what belongs to the folder and not to the site: git's files and permissions.
fn take_over(from: &Path, to: &Path, keepers: &[&str]) -> Result<(), Error> {
    for keeper in keepers {
        let (old, new) = (from.join(keeper), to.join(keeper));
        link_or_copy(&old, &new)?;
    }
    // A folder's mode is a convenience (a web server's group), not a reason to fail. A read-only
    // folder is not copied, since it could not be removed again.
    if let Ok(found) = fs::metadata(from)
        && !found.permissions().readonly()
    {
        let _ = fs::set_permissions(to, found.permissions());
    }
    Ok(())
}

/// The files below a folder that are written.
fn written_below<'c>(
    claims: &'c BTreeMap<String, Claim>,
    folder: &'c str,
) -> impl Iterator<Item = Entry> {
    let from = claims.range(folder.to_owned()..);
    let below = from.take_while(move |(key, _)| key.starts_with(folder));
    below.filter_map(|(key, claim)| claim.entry(claim.path(key)))
}

/// Puts a file into the new tree as it is in the old one, with its time.
fn link_or_copy(old: &Path, new: &Path) -> Result<(), Error> {
    if fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    let copied = fs::read(old).and_then(|bytes| {
        let modified = fs::metadata(old)?.modified()?;
        create(new, &bytes, Some(modified))
    });
    copied.map_err(disk(new, Step::Write))
}

/// Takes the lock, waiting if necessary. It is released with the file, also when the process is
/// killed.
fn lock(path: &Path, on_wait: impl FnOnce()) -> Result<File, Error> {
    let failed = |source| disk(path, Step::Lock)(source);
    let file = lock_file(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => on_wait(),
        Err(TryLockError::Error(source)) => return Err(failed(source)),
    }
    loop {
        match file.lock() {
            Ok(()) => return Ok(file),
            Err(signal) if signal.kind() == io::ErrorKind::Interrupted => {}
            Err(source) => return Err(failed(source)),
        }
    }
}

/// The time of a file's last change, if it holds exactly these bytes. The bytes are compared and
/// not the manifest's hash, since the file may have been altered. An unreadable file counts as
/// different.
fn modified_if_same(path: &Path, bytes: &[u8]) -> Option<SystemTime> {
    let mut file = File::open(path).ok()?;
    let found = file.metadata().ok()?;
    if found.len() != bytes.len() as u64 {
        return None;
    }
    let mut chunk = vec![0; bytes.len().min(256 * 1024)];
    for expected in bytes.chunks(chunk.len().max(1)) {
        let read = &mut chunk[..expected.len()];
        file.read_exact(read).ok()?;
        if read != expected {
            return None;
        }
    }
    found.modified().ok()
}

/// Writes a new file, with the old file's time if the bytes are the same.
fn create(path: &Path, bytes: &[u8], modified: Option<SystemTime>) -> io::Result<()> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    match modified {
        Some(time) => file.set_times(FileTimes::new().set_modified(time)),
        None => Ok(()),
    }
}

/// Flushes a finished tree to disk. One call for the whole file system also waits for the writes of
/// other programs, but for thousands of files it is far cheaper than one flush each.
///
/// # Errors
///
/// [`Error::Disk`], if the system refuses.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub fn flush(tree: &Path) -> Result<(), Error> {
    let failed = |source: io::Error| disk(tree, Step::Flush)(source);
    let folder = File::open(tree).map_err(failed)?;
    rustix::fs::syncfs(&folder).map_err(|err| failed(err.into()))
}

/// Flushes nothing: other systems have no such call.
///
/// # Errors
///
/// Never.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub fn flush(_: &Path) -> Result<(), Error> {
    Ok(())
}

/// Makes a rename inside this folder durable. Systems other than Unix have no such call.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
