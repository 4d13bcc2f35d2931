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
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

pub use amend::{Reopened, reopen};
pub use last::Leaving;
pub use path_rule::PathFault;

use manifest::Entry;
use place::Place;
use swap::Exchange;
use tree::Old;

mod amend;
mod last;
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

/// The operator's trouble with the output folder. In every case the old site is whole.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system refused a step.
    #[error("{}: cannot {step}: {source}", path.display())]
    Disk {
        /// The file or folder at which it happened.
        path: PathBuf,
        /// What was being done.
        step: Step,
        /// What the system says.
        source: io::Error,
    },
    /// The folder has no name of its own (`/`, `C:\`), so nothing can lie beside it.
    #[error("{}: name a folder, not the root of a disk", dir.display())]
    NoName {
        /// The folder as given.
        dir: PathBuf,
    },
    /// A file stands where the folder should be.
    #[error("{}: is not a folder; name another, or move it away", dir.display())]
    NotAFolder {
        /// What stands there.
        dir: PathBuf,
    },
    /// The folder is a mount point or part of a container's image: it cannot be replaced in one move.
    #[error("{}: is a mount point, or part of a container image, and cannot be replaced in one move; name a folder inside it", dir.display())]
    Pinned {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder is not empty, and tiendo did not make it.
    #[error("{}: was not made by tiendo and is not empty ({}); name another folder", dir.display(), Names(files, *more))]
    NotOurs {
        /// The folder.
        dir: PathBuf,
        /// Up to five of the files and folders in it.
        files: Vec<String>,
        /// How many there are beside those.
        more: usize,
    },
    /// The folder is ours, but holds files that tiendo did not write and will not delete.
    #[error("{}: holds files that tiendo did not write ({}); move them away", dir.display(), Names(files, *more))]
    Strangers {
        /// The folder.
        dir: PathBuf,
        /// Up to five of the files, relative to the folder.
        files: Vec<String>,
        /// How many there are beside those.
        more: usize,
    },
    /// The old site's manifest was altered, so it does not say which files are ours.
    #[error("{}: line {line} is damaged; restore the file, or move the folder away", path.display())]
    DamagedManifest {
        /// The manifest.
        path: PathBuf,
        /// The first line that does not read, counted from 1.
        line: usize,
    },
    /// A path that a site cannot hold was written.
    #[error("{path:?} cannot be a path in the site: {fault}")]
    Path {
        /// The path as given.
        path: String,
        /// What is wrong with it.
        fault: PathFault,
    },
    /// A commit was asked for although the write of this file failed or never ended.
    #[error("{path}: was not written to its end, so the site is not complete")]
    Incomplete {
        /// The first such file.
        path: String,
    },
    /// The move failed halfway and the old site could not be put back; the next build tries again.
    #[error("{}: cannot move the new site here: {source}; the old one is whole and lies at {}, build again to put it back", dir.display(), aside.display())]
    Stranded {
        /// Where the site should be.
        dir: PathBuf,
        /// Where the old site is.
        aside: PathBuf,
        /// Why the new one could not be moved.
        source: io::Error,
    },
}

/// What was being done when the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Find the folder behind a name.
    Resolve,
    /// Create a folder.
    CreateFolder,
    /// Take the lock that keeps two builds apart.
    Lock,
    /// Look at what is there.
    Inspect,
    /// Delete what an earlier build left.
    CleanUp,
    /// Put the old site back after an interruption.
    PutBack,
    /// Write a file.
    Write,
    /// Flush the new site to disk.
    Flush,
    /// Move the new site into place.
    Move,
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
        self.commit_leaving(|| None)
    }

    /// Commits, and leaves pieces for the next build beside the site, which finds them again by
    /// [`reopen`]. They are made while the disk is waited for.
    ///
    /// # Errors
    ///
    /// As [`commit`](Self::commit).
    pub fn commit_leaving(
        self,
        leaving: impl FnOnce() -> Option<Leaving> + Send,
    ) -> Result<Written, Error> {
        self.commit_by(swap::exchange, leaving)
    }

    fn commit_by(
        self,
        exchange: Exchange,
        leaving: impl FnOnce() -> Option<Leaving> + Send,
    ) -> Result<Written, Error> {
        let (installed, leaving) = rayon::join(|| self.install(exchange), leaving);
        let Installed { entries, list, unchanged, old } = installed?;
        if let Some(leaving) = leaving {
            // The old tree is deleted first: that takes a link from the files that stay, which
            // counts as a change.
            let _ = swap::remove(&self.place.staging);
            amend::leave(&self.place, &entries, &list, &leaving);
        }
        let gone = |path: &&String| {
            *path != manifest::NAME && entries.binary_search_by(|e| e.path.cmp(path)).is_err()
        };
        Ok(Written {
            files: entries.len(),
            bytes: entries.iter().map(|entry| entry.size).sum(),
            unchanged,
            removed: old.files.iter().filter(gone).count(),
            manifest_sha256: manifest::sha256(list.as_bytes()),
        })
    }

    /// Moves the new site into place.
    fn install(&self, exchange: Exchange) -> Result<Installed, Error> {
        let (entries, unchanged) = self.sealed()?;
        let list = manifest::render(&entries);
        self.put(manifest::NAME, list.as_bytes())?;
        let old = tree::inspect(&self.place.dir)?;
        if old.exists {
            take_over(&self.place.dir, &self.place.staging, &old.keepers)?;
        }
        flush(&self.place.staging)?;
        swap::install(&self.place, old.exists, exchange)?;
        // From here on the new site stands, and nothing may call the build a failure.
        let _ = sync_folder(&self.place.parent);
        let Place { aside, spare, last, once, .. } = &self.place;
        for of_the_old in [aside, spare, last, once] {
            let _ = swap::remove(of_the_old);
        }
        Ok(Installed { entries, list, unchanged, old })
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

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Resolve => "find the folder",
            Self::CreateFolder => "create the folder",
            Self::Lock => "lock the folder for this build",
            Self::Inspect => "look at what is there",
            Self::CleanUp => "delete what an earlier build left",
            Self::PutBack => "put the old site back",
            Self::Write => "write",
            Self::Flush => "flush to disk",
            Self::Move => "move the new site into place",
        })
    }
}

/// A new site that stands.
struct Installed {
    /// What its manifest lists, and that as it is written.
    entries: Vec<Entry>,
    list: String,
    /// How many of its files are those of the old site.
    unchanged: usize,
    old: tree::Old,
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

/// Names in a sentence: `a, b, and 3 more`.
struct Names<'a>(&'a [String], usize);

impl std::fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join(", "))?;
        if self.1 > 0 { write!(f, ", and {} more", self.1) } else { Ok(()) }
    }
}

/// Adds the place and the step to what the system says.
fn disk(path: &Path, step: Step) -> impl FnOnce(io::Error) -> Error {
    move |source| Error::Disk { path: path.to_owned(), step, source }
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
