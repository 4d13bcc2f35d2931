//! Inspects the folder that a build will replace: who made it, and what may be kept or dropped.

use std::ops::Range;
use std::path::Path;
use std::time::SystemTime;
use std::{fs, io};

use walkdir::WalkDir;

use super::folders::{Folders, time};
use super::manifest::{self, Fault, List};
use super::path_rule::{KEEPERS, is_litter};
use super::readable;
use super::{Error, Step, disk};

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
    /// When the site was finished. Its manifest is written last.
    finished: Option<SystemTime>,
    /// Files at the root that every new tree keeps.
    pub(super) keepers: Vec<&'static str>,
    /// Its folders.
    pub(super) folders: Folders,
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

    /// Whether the files of these entries are those of the site: see [`is_sound`].
    pub(super) fn is_sound(&self, dir: &Path, among: Range<usize>) -> bool {
        is_sound(dir, &self.list, among, self.finished)
    }

    /// Whether a regular file of the site has this path.
    pub(super) fn has_file(&self, path: &str) -> bool {
        self.list.find(path).is_some_and(|n| self.has(n))
    }
}

/// When the tree of a site was finished: the time of its manifest, which is written last.
pub(super) fn finished(dir: &Path) -> Option<SystemTime> {
    fs::symlink_metadata(dir.join(manifest::NAME)).ok()?.modified().ok()
}

/// Whether files are there, each with the size that the manifest names and not written since their
/// tree was finished, and everybody can read them.
pub(super) fn is_sound(
    dir: &Path,
    list: &List,
    among: Range<usize>,
    finished: Option<SystemTime>,
) -> bool {
    let is_old =
        |found: &fs::Metadata| found.modified().ok().is_some_and(|at| Some(at) <= finished);
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
                found.is_file()
                    && found.len() == line.size
                    && is_old(&found)
                    && readable::is_readable(&found)
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
pub(super) fn inspect_again(dir: &Path, old: Old, now: Option<SystemTime>) -> Result<Old, Error> {
    if !old.folders.is_empty() && old.folders.changed(dir).is_empty() {
        return Ok(old);
    }
    // The text of its manifest takes much memory.
    drop(old);
    inspect(dir, Folders::default(), now)
}

/// Describes a folder, or refuses one that a build may not replace. Follows no link. Of the folders in
/// it, those that have not changed since they were noted are not looked through. `now` is the time by
/// the clock of the disk.
pub(super) fn inspect(
    dir: &Path,
    mut folders: Folders,
    now: Option<SystemTime>,
) -> Result<Old, Error> {
    match fs::symlink_metadata(dir) {
        Err(gone) if gone.kind() == io::ErrorKind::NotFound => return Ok(Old::default()),
        Err(other) => return Err(disk(dir, Step::Inspect)(other)),
        Ok(found) if !found.is_dir() => return Err(Error::NotAFolder { dir: dir.to_owned() }),
        Ok(found) if is_mount_point(dir, &found) => {
            return Err(Error::Pinned { dir: dir.to_owned() });
        }
        Ok(_) => {}
    }
    folders.belong_to(dir);
    let finished = finished(dir);
    let listed = listed(dir)?;
    let is_ours = listed.is_some();
    let list = listed.unwrap_or_default();
    let changed = match folders.is_empty() || !is_ours {
        true => vec![String::new()],
        false => folders.changed(dir),
    };
    let mut present = vec![true; list.len()];
    let mut strangers = Vec::new();
    // The folder of the last file, and its entries: a walk meets the files of a folder one by one.
    let mut last = (String::new(), 0..list.len());
    // Without a manifest the first level decides; a home folder is not walked to its end.
    let depth = if is_ours { usize::MAX } else { 1 };
    for folder in changed {
        let is_noted = folders.has(&folder);
        let inside = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        for n in list.below(&inside) {
            // Other folders that are noted tell of their own files.
            present[n] &= is_noted && list.path(n)[inside.len()..].contains('/');
        }
        let root = dir.join(&folder);
        let mut met = vec![(folder.clone(), time(dir, &folder, now))];
        let is_there = fs::symlink_metadata(&root).is_ok_and(|found| found.is_dir());
        let walk = WalkDir::new(&root).min_depth(1).max_depth(depth).into_iter();
        let walk = walk.filter_entry(|found| {
            !found.file_type().is_dir() || !folders.has(&path_in(dir, found.path()))
        });
        for found in walk.take_while(|_| is_there) {
            let found = found.map_err(|err| {
                let path = err.path().unwrap_or(dir).to_owned();
                disk(&path, Step::Inspect)(err.into())
            })?;
            let kind = found.file_type();
            let path = path_in(dir, found.path());
            let entry = Some(&list).filter(|_| !kind.is_dir()).and_then(|list| {
                let folder = path.rfind('/').map_or("", |slash| &path[..=slash]);
                if folder != last.0 {
                    last = (folder.to_owned(), list.below(folder));
                }
                list.find_in(&path, last.1.clone())
            });
            if kind.is_dir() && is_ours {
                // Folders are judged by the files in them.
                met.push((path.clone(), time(dir, &path, now)));
            } else if let Some(entry) = entry {
                present[entry] = kind.is_file();
            } else if !is_apart(&path, kind, is_ours) {
                strangers.push(path);
            }
        }
        folders.note(met.into_iter().filter(|_| is_there));
        if !is_there {
            folders.forget(&folder);
        }
    }
    if strangers.is_empty() {
        let is_there = |keeper: &&str| {
            fs::symlink_metadata(dir.join(keeper)).is_ok_and(|found| found.is_file())
        };
        let keepers = KEEPERS.into_iter().filter(is_there).collect();
        return Ok(Old { exists: true, list, is_ours, present, finished, keepers, folders });
    }
    strangers.sort();
    let more = strangers.len().saturating_sub(NAMED);
    strangers.truncate(NAMED);
    let (dir, files) = (dir.to_owned(), strangers);
    Err(if is_ours {
        Error::Strangers { dir, files, more }
    } else {
        Error::NotOurs { dir, files, more }
    })
}

/// Whether a file belongs to git, to the operating system or, in a folder of ours, to the build, and
/// not to the site.
fn is_apart(path: &str, kind: fs::FileType, is_ours: bool) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_named = KEEPERS.contains(&path) || (is_ours && path == manifest::NAME);
    !kind.is_dir() && (is_litter(name) || (kind.is_file() && is_named))
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
    match List::read(bytes) {
        Ok(list) => Ok(Some(list)),
        Err(Fault::Header) => Ok(None),
        // A damaged manifest must not decide what is deleted.
        Err(Fault::Line(line)) => Err(Error::DamagedManifest { path, line }),
    }
}

/// A path in a site as manifests write it. A name that is not Unicode gets U+FFFD, which no manifest
/// holds, so that such a file counts as unknown.
fn path_in(dir: &Path, path: &Path) -> String {
    let path = path.strip_prefix(dir).unwrap_or(path);
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
