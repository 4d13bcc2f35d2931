//! Finds the files of a content folder and reads their text, within limits.

pub(super) mod found;
pub(super) mod names;
mod text;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::portal::{self, Layout};
use crate::disk::real_path;
use crate::source::SourceFile;
use names::{FOLDERS, classify, is_litter, meant, stem};

pub use found::{FileKind, Found, Stray, StrayKind};
pub use names::{is_litter_below, named, names_of_lists, shown, slashed};
pub use text::{MAX_ATTACHMENT_BYTES, MAX_NOTE_BYTES, MAX_RECORD_BYTES, look_at, read_text};

/// Maximum number of records in a content folder.
pub const MAX_RECORDS: usize = 100_000;

/// Texts to be read in place of files, by the paths that [`find`] returns. A path that does not
/// exist on disk is read as a new file, and a file with `None` as if it did not exist.
pub type Instead = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// Lists the files of the content folder in the order of their paths, and everything else in it.
///
/// # Errors
///
/// If `root` cannot be read as a folder.
///
/// The files that a directive of a portal shares with others are listed with its own.
pub fn find(root: &Path) -> io::Result<(Vec<Found>, Vec<Stray>)> {
    let layout = Layout::of(root);
    let (mut found, mut strays) = walk(root, layout)?;
    for stray in &mut strays {
        stray.meant = stray.meant.take().filter(|(kind, _)| layout.refuses(*kind).is_none());
    }
    if let Some(top) = portal::top_of(root).filter(|_| layout == Layout::Directive) {
        let (shared, _) = walk(&top, Layout::Top)?;
        found.extend(shared.into_iter().filter(|file| portal::is_shared(file.kind)));
        // The directive's own file first, where both have one.
        found.sort_by(|a, b| in_folders(&a.relative, &b.relative));
    }
    Ok((found, strays))
}

/// Lists the files of one folder, and everything else in it.
fn walk(root: &Path, layout: Layout) -> io::Result<(Vec<Found>, Vec<Stray>)> {
    fs::read_dir(root)?;
    let canonical = real_path(root)?;
    let (mut found, mut strays) = (Vec::new(), Vec::new());
    // Each file is looked up relative to its open folder, which is cheaper than resolving the whole
    // path.
    let mut folders =
        vec![Folder { path: root.to_owned(), relative: String::new(), is_named: true }];
    while let Some(folder) = folders.pop() {
        let unreadable = |error: io::Error| {
            let relative = folder.relative.trim_end_matches('/');
            let kind = StrayKind::unreadable(&error);
            let (shown, relative) = (shown(root, relative), relative.to_owned());
            Stray { shown, relative, kind, meant: None }
        };
        let entries = match fs::read_dir(&folder.path) {
            Ok(entries) => entries,
            Err(error) => {
                strays.push(unreadable(error));
                continue;
            }
        };
        let entries: Vec<io::Result<DirEntry>> = entries.collect();
        let met: Vec<Met> = (entries.into_par_iter())
            .map(|entry| match entry {
                Ok(entry) => folder.meet(&entry, root, &canonical, layout),
                Err(error) => Met { stray: Some(unreadable(error)), ..Met::default() },
            })
            .collect();
        for one in met {
            folders.extend(one.folder);
            found.extend(one.found);
            strays.extend(one.stray);
        }
    }
    // A walk in the order of names would find the files in this order.
    found.sort_by(|a, b| in_folders(&a.relative, &b.relative));
    strays.sort_by(|a, b| in_folders(&a.shown, &b.shown));
    Ok((found, strays))
}

/// A folder of the content that still has to be read.
struct Folder {
    path: PathBuf,
    /// The folder's path in the content folder, with a slash at the end. Empty for the content
    /// folder.
    relative: String,
    /// Whether all names on the path are UTF-8.
    is_named: bool,
}

/// What an entry of a folder turned out to be.
#[derive(Default)]
struct Met {
    folder: Option<Folder>,
    found: Option<Found>,
    stray: Option<Stray>,
}

impl Folder {
    /// Classifies an entry of the folder.
    fn meet(&self, entry: &DirEntry, root: &Path, canonical: &Path, layout: Layout) -> Met {
        let mut met = Met::default();
        let name = entry.file_name();
        let is_named = self.is_named && name.to_str().is_some();
        let name = name.to_string_lossy();
        if is_litter(&name) {
            return met;
        }
        let relative = [&self.relative, &*name].concat();
        let path = entry.path();
        if layout == Layout::Top && relative == portal::FOLDER {
            return met;
        }
        let of_directive = FOLDERS.iter().find(|(folder, ..)| *folder == relative);
        if let Some(refusal) = of_directive.and_then(|(_, kind, _)| layout.refuses(*kind)) {
            let shown = shown(root, &relative);
            met.stray = Some(Stray { shown, relative, kind: refusal, meant: None });
            return met;
        }
        let kind = match entry.file_type() {
            _ if !is_named => Err(StrayKind::Name),
            Ok(kind) => classify(entry, kind, &path, &relative, canonical),
            Err(error) => Err(StrayKind::unreadable(&error)),
        };
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let relative = [&relative, "/"].concat();
            met.folder = Some(Folder { path: path.clone(), relative, is_named });
        }
        let kind = kind.and_then(|found| match found {
            Some((kind, _)) => layout.refuses(kind).map_or(Ok(found), Err),
            None => Ok(None),
        });
        match kind {
            Ok(Some((kind, size))) => {
                met.found = Some(Found {
                    kind,
                    path,
                    shown: shown(root, &relative),
                    stem: stem(&relative),
                    relative,
                    size,
                    instead: None,
                });
            }
            Ok(None) => {}
            Err(kind) => {
                let meant = meant(&relative);
                met.stray = Some(Stray { shown: shown(root, &relative), relative, kind, meant });
            }
        }
        met
    }
}

/// Compares two paths component by component.
fn in_folders(a: &str, b: &str) -> Ordering {
    let eights = a.as_bytes().chunks(8).zip(b.as_bytes().chunks(8));
    let same = 8 * eights.take_while(|(a, b)| a.len() == 8 && a == b).count();
    let rest = a.bytes().skip(same).zip(b.bytes().skip(same));
    let same = same + rest.take_while(|(a, b)| a == b).count();
    // A name sorts before all names that begin with it.
    let rank = |path: &str| path.as_bytes().get(same).map(|b| if *b == b'/' { 0 } else { *b });
    rank(a).cmp(&rank(b))
}

/// Replaces the contents of files with the given texts, and adds the files that do not exist yet.
pub fn put_instead(root: &Path, found: &mut Vec<Found>, instead: &Instead) {
    found.retain(|file| !matches!(instead.get(&file.path), Some(None)));
    for file in found.iter_mut() {
        file.instead = instead.get(&file.path).cloned().flatten();
    }
    let there: BTreeSet<PathBuf> = found.iter().map(|file| file.path.clone()).collect();
    let top = portal::top_of(root);
    for (path, bytes) in instead.iter().filter(|(path, _)| !there.contains(*path)) {
        let Some(bytes) = bytes else { continue };
        let own = path.strip_prefix(root).ok().map(|relative| (root, relative));
        let shared = || top.as_deref().and_then(|top| Some((top, path.strip_prefix(top).ok()?)));
        let Some((root, relative)) = own.or_else(shared) else { continue };
        let relative = slashed(relative);
        let kind = match relative.split_once('/') {
            Some((folder, _)) => {
                FOLDERS.iter().find(|(name, ..)| *name == folder).map(|(_, kind, _)| *kind)
            }
            None => names_of_lists().find(|(name, _)| *name == relative).map(|(_, kind)| kind),
        };
        let Some(kind) = kind else { continue };
        let at = found.iter().position(|file| file.path > *path).unwrap_or(found.len());
        let file = Found {
            kind,
            path: path.clone(),
            shown: shown(root, &relative),
            stem: stem(&relative),
            relative,
            size: bytes.len() as u64,
            instead: Some(bytes.clone()),
        };
        found.insert(at, file);
    }
}

impl SourceFile {
    /// A file that diagnostics name but whose text cannot be shown.
    pub fn without_text(path: String) -> Self {
        SourceFile::new(path, String::new(), crate::source::Index::default())
    }
}
