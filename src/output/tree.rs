//! Inspects the folder that a build will replace: who made it, and what may be kept or dropped.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{fs, io};

use walkdir::WalkDir;

use super::manifest::{self, Fault, List};
use super::path_rule::{KEEPERS, is_litter};
use super::readable;
use super::{Error, Step, disk};
use crate::disk::tells_changes;

/// The folder before a build.
#[derive(Debug, Default)]
pub(super) struct Old {
    /// Whether the folder exists.
    pub(super) exists: bool,
    /// Its manifest.
    pub(super) list: List,
    /// Whether the manifest itself is a regular file.
    is_ours: bool,
    /// Of each entry of the manifest, whether its file is there. A link in its place does not count,
    /// so that nothing is read through it.
    present: Vec<bool>,
    /// Files at the root that every new tree keeps.
    pub(super) keepers: Vec<&'static str>,
    /// Its folders, each with the time of its last change. None if that tells nothing.
    folders: Option<Vec<(PathBuf, SystemTime)>>,
}

impl Old {
    /// Whether tiendo built the site in this folder.
    pub(super) fn is_ours(&self) -> bool {
        self.is_ours
    }

    /// Whether the file of an entry is there.
    pub(super) fn has(&self, n: usize) -> bool {
        self.present.get(n).copied().unwrap_or_default()
    }

    /// Whether a regular file of the site has this path, manifest included.
    pub(super) fn has_file(&self, path: &str) -> bool {
        match path == manifest::NAME {
            true => self.is_ours,
            false => self.list.find(path).is_some_and(|n| self.has(n)),
        }
    }
}

/// Whether files are there, each with the size that the manifest names, and everybody can read them.
pub(super) fn is_sound(dir: &Path, list: &List, among: Range<usize>) -> bool {
    let mut last = "";
    among.into_iter().all(|n| {
        let line = list.line(n);
        let folder = line.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_new = std::mem::replace(&mut last, folder) != folder;
        let is_open = !is_new
            || fs::symlink_metadata(dir.join(folder))
                .is_ok_and(|found| found.is_dir() && readable::is_readable(&found));
        is_open
            && fs::symlink_metadata(dir.join(line.path)).is_ok_and(|found| {
                found.is_file() && found.len() == line.size && readable::is_readable(&found)
            })
    })
}

/// Maximum number of unknown files that an error names.
const NAMED: usize = 5;

/// Number of files in a folder and below. None if it cannot be read.
pub(super) fn count(dir: &Path) -> Option<usize> {
    let mut count = 0;
    for found in WalkDir::new(dir).min_depth(1) {
        count += usize::from(!found.ok()?.file_type().is_dir());
    }
    Some(count)
}

/// Inspects a folder again. If none of its folders has changed, it is as it was.
pub(super) fn inspect_again(dir: &Path, known: Old) -> Result<Old, Error> {
    let is_same = |(folder, changed): &(PathBuf, SystemTime)| {
        let found = fs::symlink_metadata(folder);
        found.is_ok_and(|found| found.is_dir() && found.modified().ok() == Some(*changed))
    };
    match &known.folders {
        Some(folders) if folders.iter().all(is_same) => Ok(known),
        _ => {
            // The text of its manifest takes much memory.
            drop(known);
            inspect(dir, None)
        }
    }
}

/// Describes a folder, or refuses one that a build may not replace. Follows no link. `now` is the
/// time, if it is to be inspected again.
pub(super) fn inspect(dir: &Path, now: Option<SystemTime>) -> Result<Old, Error> {
    match fs::symlink_metadata(dir) {
        Err(gone) if gone.kind() == io::ErrorKind::NotFound => return Ok(Old::default()),
        Err(other) => return Err(disk(dir, Step::Inspect)(other)),
        Ok(found) if !found.is_dir() => return Err(Error::NotAFolder { dir: dir.to_owned() }),
        Ok(found) if is_mount_point(dir, &found) => {
            return Err(Error::Pinned { dir: dir.to_owned() });
        }
        Ok(_) => {}
    }
    let listed = listed(dir)?;
    let present = vec![false; listed.as_ref().map_or(0, List::len)];
    let mut old = Old { exists: true, present, ..Old::default() };
    // When a folder last changed, and the folder; before its files are looked at.
    let stamp = |path: &Path| {
        if cfg!(not(unix)) {
            // Some file systems do not note when a folder changed.
            return None;
        }
        let changed = fs::symlink_metadata(path).ok()?.modified().ok()?;
        tells_changes(changed, now?).then(|| (path.to_owned(), changed))
    };
    let mut folders = stamp(dir).map(|root| vec![root]);
    let mut strangers = Vec::new();
    // The folder of the last file, and its entries: a walk meets the files of a folder one by one.
    let mut last = (String::new(), 0..listed.as_ref().map_or(0, List::len));
    // Without a manifest the first level decides; a home folder is not walked to its end.
    let depth = if listed.is_some() { usize::MAX } else { 1 };
    for found in WalkDir::new(dir).min_depth(1).max_depth(depth) {
        let found = found.map_err(|err| {
            let path = err.path().unwrap_or(dir).to_owned();
            disk(&path, Step::Inspect)(err.into())
        })?;
        let kind = found.file_type();
        let path = slashed(found.path().strip_prefix(dir).unwrap_or(found.path()));
        let keeper = KEEPERS.into_iter().find(|keeper| path == *keeper);
        let entry = listed.as_ref().filter(|_| !kind.is_dir()).and_then(|listed| {
            let folder = path.rfind('/').map_or("", |slash| &path[..=slash]);
            if folder != last.0 {
                last = (folder.to_owned(), listed.below(folder));
            }
            listed.find_in(&path, last.1.clone())
        });
        if kind.is_dir() && listed.is_some() {
            // Folders are judged by the files in them.
            folders = folders.and_then(|mut all| {
                all.push(stamp(found.path())?);
                Some(all)
            });
        } else if listed.is_some() && path == manifest::NAME {
            old.is_ours = kind.is_file();
        } else if let Some(entry) = entry {
            old.present[entry] = kind.is_file();
        } else if let (true, Some(keeper)) = (kind.is_file(), keeper) {
            old.keepers.push(keeper);
        } else if kind.is_dir() || !found.file_name().to_str().is_some_and(is_litter) {
            strangers.push(path);
        }
    }
    if strangers.is_empty() {
        old.folders = folders.filter(|_| old.is_ours);
        old.list = listed.unwrap_or_default();
        return Ok(old);
    }
    strangers.sort();
    let more = strangers.len().saturating_sub(NAMED);
    strangers.truncate(NAMED);
    let (dir, files) = (dir.to_owned(), strangers);
    Err(if listed.is_some() {
        Error::Strangers { dir, files, more }
    } else {
        Error::NotOurs { dir, files, more }
    })
}

/// The folder's manifest. `None` if there is none.
pub(super) fn listed(dir: &Path) -> Result<Option<List>, Error> {
    let path = dir.join(manifest::NAME);
    match fs::symlink_metadata(&path) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Ok(None),
        Err(gone) if gone.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(other) => return Err(disk(&path, Step::Inspect)(other)),
    }
    let bytes = fs::read(&path).map_err(disk(&path, Step::Inspect))?;
    match List::read(&String::from_utf8_lossy(&bytes)) {
        Ok(list) => Ok(Some(list)),
        Err(Fault::Header) => Ok(None),
        // A damaged manifest must not decide what is deleted.
        Err(Fault::Line(line)) => Err(Error::DamagedManifest { path, line }),
    }
}

/// A path as manifests write it. A name that is not Unicode gets U+FFFD, which no manifest holds,
/// so that such a file counts as unknown.
fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// Whether the folder is a mount point, which cannot be renamed. A bind mount within one file
/// system is not recognised here; the move then fails with the same error.
#[cfg(unix)]
fn is_mount_point(dir: &Path, found: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let parent = dir.parent().map(fs::metadata);
    parent.is_some_and(|parent| parent.is_ok_and(|parent| parent.dev() != found.dev()))
}

#[cfg(not(unix))]
fn is_mount_point(_: &Path, _: &fs::Metadata) -> bool {
    false
}
