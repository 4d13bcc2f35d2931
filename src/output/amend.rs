//! Puts a few new files into a built site, again in one move, without writing the others anew.
//!
//! Beside the site lies its spare, a second tree of folders with the same files (links to them, so
//! it takes no room of its own). The new files are put into the spare, which then changes places
//! with the site and is made its mirror again. Whoever kills it leaves a whole site, old or new;
//! what the spare holds then does not matter, since it is compared with the site, file by file,
//! before it is used.
//!
//! Where a system cannot link files or exchange folders, or does not tell when a file was changed,
//! none of this is done: every build there is a whole one.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry, File};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::last::{self, Last, Leaving, Left};
use super::manifest::{self, Entry};
use super::path_rule::{KEEPERS, is_litter};
use super::place::Place;
use super::{Error, Written, create, flush, lock, swap, sync_folder};
use crate::stamp::Stamp;

/// A built site that nobody touched since, held against other builds.
#[derive(Debug)]
pub struct Reopened {
    place: Place,
    last: Last,
    /// What the manifest lists, in its order.
    entries: Vec<Entry>,
    _lock: File,
}

/// Reopens the site in `dir` as the last build left it, waiting for other builds as
/// [`stage`](super::stage) does. None where there is nothing to go by; a whole build then says
/// what is wrong, if anything is.
pub fn reopen(dir: &Path, on_wait: impl FnOnce()) -> Option<Reopened> {
    let place = Place::find(dir).ok()?;
    // Without it there is no need to wait for anybody.
    fs::symlink_metadata(&place.last).ok()?;
    let lock = lock(&place.lock, on_wait).ok()?;
    let last = Last::open(&place)?;
    // An interrupted build has to be mended first.
    if place.aside.exists() || place.staging.exists() {
        return None;
    }
    let path = place.dir.join(manifest::NAME);
    fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
    let list = fs::read(&path).ok()?;
    if manifest::sha256(&list) != last.left.manifest_sha256 {
        return None;
    }
    let entries = manifest::parse_own(str::from_utf8(&list).ok()?).ok()?;
    let known = entries.len() + 1 == last.left.stamps.len();
    (known && entries.is_sorted_by(|a, b| a.path < b.path)).then_some(Reopened {
        place,
        last,
        entries,
        _lock: lock,
    })
}

impl Reopened {
    /// The n-th of the pieces that the last build left, whichever kind of build it was.
    pub fn often(&self, n: usize) -> Option<Vec<u8>> {
        self.last.often(n)
    }

    /// The n-th of the pieces that the last whole build left.
    pub fn once(&self, n: usize) -> Option<Vec<u8>> {
        self.last.once(n)
    }

    /// A range of such a piece, as it lies on the disk: no sum of its own proves it.
    pub fn once_in(&self, n: usize, range: Range<usize>) -> Option<Vec<u8>> {
        self.last.once_in(n, range)
    }

    /// Whether the site lies there as it was left: every file by its stamp, and none beside them.
    pub fn is_untouched(&self) -> bool {
        self.look().is_ok()
    }

    /// Whether the site has a file.
    pub fn holds(&self, path: &str) -> bool {
        self.entry(path).is_some()
    }

    /// The bytes of a file of the site.
    pub fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.entry(path)?;
        fs::read(self.place.dir.join(path)).ok()
    }

    /// How many bytes a file of the site has.
    pub fn size(&self, path: &str) -> Option<u64> {
        self.entry(path).map(|n| self.entries[n].size)
    }

    /// What the manifest says of the site as it stands.
    pub fn written(&self) -> Written {
        Written {
            files: self.entries.len(),
            bytes: self.entries.iter().map(|entry| entry.size).sum(),
            unchanged: self.entries.len(),
            removed: 0,
            manifest_sha256: self.last.left.manifest_sha256.clone(),
        }
    }

    fn entry(&self, path: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| entry.path.as_str().cmp(path)).ok()
    }

    /// The place of a path among the stamps.
    fn stamp_of(&self, path: &str) -> Option<usize> {
        if path == manifest::NAME { Some(self.entries.len()) } else { self.entry(path) }
    }

    /// Fails where the site is not as it was left.
    fn look(&self) -> io::Result<()> {
        let touched = || io::Error::other("the site was touched");
        let Left { stamps, seen: then, .. } = &self.last.left;
        let mut seen = 0;
        walk(&self.place.dir, &mut String::new(), &mut |path, entry| {
            let is_file = entry.file_type()?.is_file();
            let Some(n) = self.stamp_of(path) else {
                let left_alone = is_file && KEEPERS.contains(&path)
                    || entry.file_name().to_str().is_some_and(is_litter);
                return if left_alone { Ok(()) } else { Err(touched()) };
            };
            if !is_file || Stamp::of(&entry.metadata()?).as_ref() != Some(&stamps[n]) {
                return Err(touched());
            }
            // The manifest's bytes were compared already.
            if let Some(listed) = self.entries.get(n).filter(|_| !stamps[n].is_settled_at(*then))
                && manifest::sha256(&fs::read(entry.path())?) != listed.sha256
            {
                return Err(touched());
            }
            seen += 1;
            Ok(())
        })?;
        if seen == stamps.len() { Ok(()) } else { Err(touched()) }
    }

    /// Replaces files of the site, adds and removes some (`None`), and leaves these pieces for the
    /// next build beside those of the last whole one. Files that are the same already are left
    /// alone.
    ///
    /// Call it only where the site [is untouched](Self::is_untouched).
    ///
    /// # Errors
    ///
    /// `Ok(None)`: nothing has changed, and this system wants a whole build. An error came after
    /// the site had changed, or while it was about to: it is whole, the old one or the new.
    pub fn amend(
        mut self,
        mut changes: BTreeMap<String, Option<Vec<u8>>>,
        pieces: &[Vec<u8>],
    ) -> Result<Option<Written>, Error> {
        changes.retain(|path, bytes| {
            let old = self.entry(path).map(|n| &self.entries[n]);
            match (old, bytes) {
                (Some(old), Some(new)) => old.sha256 != manifest::sha256(new),
                (None, None) => false,
                _ => true,
            }
        });
        let files = self.entries.len();
        let removed = changes.values().filter(|bytes| bytes.is_none()).count();
        let changed = changes.iter().filter(|(path, _)| self.entry(path).is_some()).count();
        if !changes.is_empty() {
            let Some(list) = self.prepare(&changes) else {
                let _ = swap::remove(&self.place.spare);
                return Ok(None);
            };
            flush(&self.place.spare)?;
            match swap::exchange(&self.place.spare, &self.place.dir) {
                Ok(true) => {}
                // The whole build says what is wrong.
                Ok(false) | Err(_) => return Ok(None),
            }
            let _ = sync_folder(&self.place.parent);
            self.last.left.manifest_sha256 = manifest::sha256(list.as_bytes());
        }
        // From here on the new site stands, and nothing may call the build a failure.
        let mirrored = self.catch_up(&changes);
        if mirrored.is_err() || self.last.renew(&self.place, pieces).is_err() {
            let _ = swap::remove(&self.place.spare);
            let _ = swap::remove(&self.place.last);
        }
        Ok(Some(Written { unchanged: files - changed, removed, ..self.written() }))
    }

    /// Makes the new site of the spare; gives its manifest. None where that cannot be done.
    fn prepare(&mut self, changes: &BTreeMap<String, Option<Vec<u8>>>) -> Option<String> {
        self.mirror().ok()?;
        for (path, bytes) in changes {
            super::path_rule::check(path).ok()?;
            let place = self.entries.binary_search_by(|entry| entry.path.as_str().cmp(path));
            let entry = bytes.as_ref().map(|bytes| {
                let (sha256, size) = (manifest::sha256(bytes), bytes.len() as u64);
                Entry { sha256, size, path: path.clone() }
            });
            // Stamps move with their files; those of new ones are taken when all is done.
            let stamps = &mut self.last.left.stamps;
            match (place, entry) {
                (Ok(n), Some(entry)) => self.entries[n] = entry,
                (Err(n), Some(entry)) => {
                    stamps.insert(n, *stamps.last()?);
                    self.entries.insert(n, entry);
                }
                (Ok(n), None) => {
                    stamps.remove(n);
                    self.entries.remove(n);
                }
                (Err(_), None) => {}
            }
            self.put(path, bytes.as_deref()).ok()?;
        }
        let list = manifest::render(&self.entries);
        self.put(manifest::NAME, Some(list.as_bytes())).ok()?;
        Some(list)
    }

    /// Puts a file into the spare.
    fn put(&self, path: &str, bytes: Option<&[u8]>) -> io::Result<()> {
        let to = self.place.spare.join(path);
        gone(fs::remove_file(&to))?;
        let Some(bytes) = bytes else { return Ok(()) };
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        create(&to, bytes, None)
    }

    /// Makes the spare a mirror of the site: the same files, with what belongs to the folder.
    fn mirror(&mut self) -> io::Result<()> {
        let (site, spare) = (self.place.dir.clone(), self.place.spare.clone());
        if !fs::symlink_metadata(&spare).is_ok_and(|found| found.is_dir()) {
            swap::remove(&spare).map_err(io::Error::other)?;
            fs::create_dir(&spare)?;
        }
        let mut there = vec![false; self.last.left.stamps.len()];
        walk(&spare, &mut String::new(), &mut |path, entry| {
            let same = self.stamp_of(path).filter(|n| {
                entry.file_type().is_ok_and(|kind| kind.is_file())
                    && inode(entry) == Some(self.last.left.stamps[*n].inode())
            });
            match same {
                Some(n) => there[n] = true,
                None => fs::remove_file(entry.path())?,
            }
            Ok(())
        })?;
        let mut folder = PathBuf::new();
        let mut linked = Vec::new();
        let paths = self.entries.iter().map(|entry| entry.path.as_str()).chain([manifest::NAME]);
        for (n, path) in paths.enumerate().filter(|(n, _)| !there[*n]) {
            let to = spare.join(path);
            if to.parent().is_some_and(|parent| parent != folder) {
                folder = to.parent().unwrap_or(&spare).to_owned();
                fs::create_dir_all(&folder)?;
            }
            fs::hard_link(site.join(path), &to)?;
            linked.push((n, to));
        }
        // A link counts as a change of the file.
        for (n, path) in linked {
            self.last.left.stamps[n] = stamp(&path)?;
        }
        let is_there = |keeper: &&str| site.join(keeper).symlink_metadata().is_ok();
        let keepers: Vec<&str> = KEEPERS.into_iter().filter(is_there).collect();
        super::take_over(&site, &spare, &keepers).map_err(io::Error::other)
    }

    /// After the exchange: the spare, which is the old site now, becomes the mirror of the new one.
    fn catch_up(&mut self, changes: &BTreeMap<String, Option<Vec<u8>>>) -> io::Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        let paths = changes.iter().map(|(path, bytes)| (path.as_str(), bytes.is_some()));
        for (path, is_there) in paths.chain([(manifest::NAME, true)]) {
            let (from, to) = (self.place.dir.join(path), self.place.spare.join(path));
            gone(fs::remove_file(&to))?;
            if is_there {
                if let Some(folder) = to.parent() {
                    fs::create_dir_all(folder)?;
                }
                fs::hard_link(&from, &to)?;
                let n = self.stamp_of(path).ok_or(io::ErrorKind::NotFound)?;
                self.last.left.stamps[n] = stamp(&from)?;
            }
        }
        Ok(())
    }
}

/// Leaves beside a new site what the next build needs. Where that is not possible the next build
/// is a whole one, so nobody is told.
pub(super) fn leave(place: &Place, entries: &[Entry], list: &str, leaving: &Leaving) {
    let paths = entries.par_iter().map(|entry| entry.path.as_str());
    let paths = paths.chain(rayon::iter::once(manifest::NAME));
    let stamps: io::Result<Vec<Stamp>> = paths.map(|path| stamp(&place.dir.join(path))).collect();
    let sha256 = manifest::sha256(list.as_bytes());
    let written = stamps.and_then(|stamps| last::write(place, sha256, stamps, leaving));
    if written.is_err() {
        for path in [&place.last, &place.once, &place.next] {
            let _ = swap::remove(path);
        }
    }
}

fn stamp(path: &Path) -> io::Result<Stamp> {
    Stamp::of(&fs::symlink_metadata(path)?).ok_or(io::ErrorKind::Unsupported.into())
}

/// Nothing to delete is as good as deleted.
fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// The number of the file behind a name, without a look at the file.
#[cfg(unix)]
fn inode(entry: &DirEntry) -> Option<u64> {
    use std::os::unix::fs::DirEntryExt as _;
    Some(entry.ino())
}

#[cfg(not(unix))]
fn inode(_: &DirEntry) -> Option<u64> {
    None
}

/// Tells everything below a folder that is no folder, with its path: forward slashes, no link
/// followed.
fn walk(
    folder: &Path,
    path: &mut String,
    told: &mut impl FnMut(&str, &DirEntry) -> io::Result<()>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let length = path.len();
        path.push_str(name.to_str().ok_or(io::ErrorKind::InvalidFilename)?);
        if entry.file_type()?.is_dir() {
            path.push('/');
            walk(&entry.path(), path, told)?;
        } else {
            told(path, &entry)?;
        }
        path.truncate(length);
    }
    Ok(())
}
