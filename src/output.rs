//! Puts a site on disk: files are staged beside the target folder, then moved into place in one step.
//!
//! [`stage`] opens the write, [`Staging::write`] takes the files from any number of threads,
//! [`Staging::commit`] makes them the site. Until then, and if anything fails, the old site stands
//! untouched: readers see the whole old site or the whole new one.
//!
//! What is promised when things go wrong:
//! - **A build that is killed** (at any moment, by any signal) leaves a whole site, old or new, and
//!   hidden siblings that the next build cleans. Where the file system cannot exchange two folders
//!   (Windows, some network drives) the move is two renames: killed between them, the old site lies
//!   hidden beside its place until the next build puts it back.
//! - **A power cut**: on Linux the new tree's bytes and folders are flushed (one `syncfs`) before the
//!   move, and the move itself before the old tree is deleted, so the same holds as far as the disk
//!   tells the truth. Elsewhere nothing is flushed: flushing thousands of files one by one would
//!   take longer than the build. After a power cut there, build again.

use std::collections::BTreeMap;
use std::fs::{self, File, FileTimes, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

pub use error::{Error, Step};
pub use path_rule::PathFault;

use error::disk;
use manifest::Entry;
use place::Place;
use swap::Exchange;
use tree::Old;

mod error;
pub mod manifest;
mod path_rule;
mod place;
pub mod replace;
mod swap;
mod tree;

#[cfg(test)]
mod tests;

/// Opens a staged write beside `dir`, which need not exist.
///
/// One build at a time works on a folder: if another holds the lock, `on_wait` is called once, and
/// then this blocks until the other is done. (Within one thread, two stagings of one folder would
/// wait for each other for ever.) Then whatever an interrupted build left is mended and cleaned.
///
/// `dir` may be relative, end in a slash, or be a symlink, in which case the work is done beside the
/// real folder. Missing parents are created.
///
/// # Errors
///
/// [`Error`]; among others where `dir` is not a folder that tiendo made ([`Error::NotOurs`]: it holds
/// neither a manifest of ours nor only `.gitkeep`, `.gitignore` and operating systems' litter) or
/// where somebody put files into it ([`Error::Strangers`]). Nothing in `dir` has changed then.
pub fn stage(dir: &Path, on_wait: impl FnOnce()) -> Result<Staging, Error> {
    let place = Place::find(dir)?;
    fs::create_dir_all(&place.parent).map_err(disk(&place.parent, Step::CreateFolder))?;
    let lock = lock(&place.lock, on_wait)?;
    for path in &place.obsolete {
        swap::remove(path)?;
    }
    swap::mend(&place)?;
    let old = tree::inspect(&place.dir)?;
    if old.is_ours() {
        // Else what was set aside may be the only site there is; the commit deletes it.
        swap::remove(&place.aside)?;
    }
    swap::remove(&place.staging)?;
    fs::create_dir(&place.staging).map_err(disk(&place.staging, Step::CreateFolder))?;
    Ok(Staging { place, old, claims: Mutex::default(), _lock: lock })
}

/// Whether every system can hold a path of a site.
///
/// # Errors
///
/// [`PathFault`], where some system would read it otherwise.
pub fn check_path(path: &str) -> Result<(), PathFault> {
    path_rule::check(path)
}

/// Whether a file in a site's folder is git's or an operating system's, and not the site's.
pub fn is_kept_or_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path_rule::KEEPERS.contains(&path) || path_rule::is_litter(name)
}

/// A site being written. Dropped without [`commit`](Self::commit), it leaves no trace but the lock
/// file, and the old site stands.
#[derive(Debug)]
pub struct Staging {
    place: Place,
    old: Old,
    /// Every path that is taken, by its lower-case form: two paths that differ only in case are one
    /// file on Windows and macOS.
    claims: Mutex<BTreeMap<String, Claim>>,
    /// Released when the staging is dropped, after its clean-up.
    _lock: File,
}

/// What a commit did. The manifest itself and the files of git are in no count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Files in the new site.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// How many of them are byte for byte what they were, and have kept their times.
    pub unchanged: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
    /// SHA-256 of `manifest.txt`, in hexadecimal: one value that stands for the whole site.
    pub manifest_sha256: String,
}

impl Staging {
    /// Writes one file of the new site, from any thread. `path` is relative to the site, with forward
    /// slashes; its folders are created.
    ///
    /// A file whose bytes are those of the old site's file keeps its times: web servers then tell
    /// browsers that nothing changed.
    ///
    /// # Errors
    ///
    /// [`Error::Path`] where not every system could hold the path, or where it is taken;
    /// [`Error::Disk`] where the file cannot be written, after which the site cannot be committed.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let refused = |fault| Error::Path { path: path.to_owned(), fault };
        path_rule::check(path).map_err(refused)?;
        let key = path.to_lowercase();
        self.claim(path, &key)?;
        let kept = self.put(path, bytes)?;
        let size = bytes.len() as u64;
        let entry = Entry { sha256: manifest::sha256(bytes), size, path: path.to_owned() };
        self.claims().insert(key, Claim::Sealed { entry, kept });
        Ok(())
    }

    /// Writes `manifest.txt` and moves the new site into place; then deletes the old one. That
    /// deletion cannot fail the build: what it leaves is hidden, and the next build cleans it.
    ///
    /// # Errors
    ///
    /// [`Error::Incomplete`] where a write failed before; else as [`stage`], since the folder is
    /// looked at once more: somebody may have put a file there meanwhile.
    pub fn commit(self) -> Result<Written, Error> {
        self.commit_with(swap::exchange)
    }

    fn commit_with(self, exchange: Exchange) -> Result<Written, Error> {
        let (entries, unchanged) = self.sealed()?;
        let list = manifest::render(&entries);
        self.put(manifest::NAME, list.as_bytes())?;
        let old = tree::inspect(&self.place.dir)?;
        if old.exists {
            take_over(&self.place.dir, &self.place.staging, &old.keepers)?;
        }
        flush(&self.place.staging)?;
        swap::install(&self.place, old.exists, exchange)?;
        // From here on the new site is in place, and nothing may fail the build.
        let _ = sync_folder(&self.place.parent);
        let _ = swap::remove(&self.place.aside);
        let is_gone = |path: &&String| {
            *path != manifest::NAME && entries.binary_search_by(|e| e.path.cmp(path)).is_err()
        };
        Ok(Written {
            files: entries.len(),
            bytes: entries.iter().map(|entry| entry.size).sum(),
            unchanged,
            removed: old.files.iter().filter(is_gone).count(),
            manifest_sha256: manifest::sha256(list.as_bytes()),
        })
    }

    /// Takes a path and creates its folders, once each. The lock is held meanwhile, so whoever finds
    /// a folder claimed finds it on disk.
    fn claim(&self, path: &str, key: &str) -> Result<(), Error> {
        let taken = |by: &Claim| {
            let fault = PathFault::Taken(by.path().to_owned());
            Error::Path { path: path.to_owned(), fault }
        };
        let mut claims = self.claims();
        // Lower case may differ in length, never in the number of slashes.
        for ((end, _), (key_end, _)) in path.match_indices('/').zip(key.match_indices('/')) {
            let (folder, key) = (&path[..end], &key[..key_end]);
            match claims.get(key) {
                Some(Claim::Folder(same)) if same == folder => {}
                Some(other) => return Err(taken(other)),
                None => {
                    let full = self.place.staging.join(folder);
                    fs::create_dir(&full).map_err(disk(&full, Step::CreateFolder))?;
                    claims.insert(key.to_owned(), Claim::Folder(folder.to_owned()));
                }
            }
        }
        match claims.get(key) {
            Some(other) => Err(taken(other)),
            None => {
                claims.insert(key.to_owned(), Claim::Open(path.to_owned()));
                Ok(())
            }
        }
    }

    /// Puts one file into the staged tree; says whether it is the old site's, unchanged.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<bool, Error> {
        let target = self.place.staging.join(path);
        let mut modified = None;
        if self.old.files.contains(path) {
            let old = self.place.dir.join(path);
            modified = modified_if_same(&old, bytes);
            if modified.is_some() && fs::hard_link(&old, &target).is_ok() {
                return Ok(true);
            }
        }
        create(&target, bytes, modified).map_err(disk(&target, Step::Write))?;
        Ok(modified.is_some())
    }

    /// Every file in the manifest's order, and how many of them are unchanged.
    fn sealed(&self) -> Result<(Vec<Entry>, usize), Error> {
        let claims = std::mem::take(&mut *self.claims());
        let mut entries = Vec::with_capacity(claims.len());
        let mut unchanged = 0;
        for claim in claims.into_values() {
            match claim {
                Claim::Folder(_) => {}
                Claim::Open(path) => return Err(Error::Incomplete { path }),
                Claim::Sealed { entry, kept } => {
                    unchanged += usize::from(kept);
                    entries.push(entry);
                }
            }
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok((entries, unchanged))
    }

    /// A thread that panicked while holding the lock leaves a claim open at worst, and an open claim
    /// cannot be committed.
    fn claims(&self) -> MutexGuard<'_, BTreeMap<String, Claim>> {
        self.claims.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Staging {
    /// Deletes what lies at the staging path: the new tree if it was not committed, else the old one
    /// that was exchanged for it. What cannot be deleted is left for the next build.
    fn drop(&mut self) {
        let _ = swap::remove(&self.place.staging);
    }
}

/// Who holds a path of the new site.
#[derive(Debug)]
enum Claim {
    Folder(String),
    /// A file that is being written, or whose write failed.
    Open(String),
    Sealed {
        entry: Entry,
        kept: bool,
    },
}

impl Claim {
    fn path(&self) -> &str {
        match self {
            Self::Folder(path) | Self::Open(path) => path,
            Self::Sealed { entry, .. } => &entry.path,
        }
    }
}

/// Carries over what belongs to the folder and not to the site: git's files and permissions.
fn take_over(from: &Path, to: &Path, keepers: &[&str]) -> Result<(), Error> {
    for keeper in keepers {
        let (old, new) = (from.join(keeper), to.join(keeper));
        if fs::hard_link(&old, &new).is_err() {
            let copied = fs::read(&old).and_then(|bytes| {
                let modified = fs::metadata(&old)?.modified()?;
                create(&new, &bytes, Some(modified))
            });
            copied.map_err(disk(&new, Step::Write))?;
        }
    }
    // A folder's mode is a convenience (a web server's group), not a reason to fail; a folder
    // that nobody may write is not taken over, since it could not be cleaned away again.
    if let Ok(found) = fs::metadata(from)
        && !found.permissions().readonly()
    {
        let _ = fs::set_permissions(to, found.permissions());
    }
    Ok(())
}

/// Waits for the lock; it falls with the file, also when the process is killed.
fn lock(path: &Path, on_wait: impl FnOnce()) -> Result<File, Error> {
    let failed = |source| disk(path, Step::Lock)(source);
    let file = File::options().create(true).truncate(false).write(true).open(path);
    let file = file.map_err(failed)?;
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

/// When a file was last changed, if it holds exactly these bytes. The bytes are compared, not the
/// manifest's hash: the file may have been altered. One that cannot be read counts as different.
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

/// Writes a new file, with the old one's time if the bytes are the same.
fn create(path: &Path, bytes: &[u8], modified: Option<SystemTime>) -> io::Result<()> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    match modified {
        Some(time) => file.set_times(FileTimes::new().set_modified(time)),
        None => Ok(()),
    }
}

/// Flushes a finished tree. One call for the whole file system: it also waits for other programs'
/// writes, but for thousands of files it is far cheaper than one flush each.
///
/// # Errors
///
/// [`Error::Disk`], where the system refuses.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub fn flush(tree: &Path) -> Result<(), Error> {
    let failed = |source: io::Error| disk(tree, Step::Flush)(source);
    let folder = File::open(tree).map_err(failed)?;
    rustix::fs::syncfs(&folder).map_err(|err| failed(err.into()))
}

/// Other systems have no such call.
///
/// # Errors
///
/// Never.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub fn flush(_: &Path) -> Result<(), Error> {
    Ok(())
}

/// Makes a rename inside this folder last; systems other than Unix have no such call.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
