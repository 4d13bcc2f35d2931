//! The names in a content folder: the purpose of each file, and what a wrong name probably meant.

use std::fs::{self, DirEntry};
use std::path::Path;

use super::found::{FileKind, Found, StrayKind};
use crate::diagnostic::nearest;

/// The files at the top of a content folder.
const TOP: [(&str, FileKind); 7] = [
    ("site.yaml", FileKind::Site),
    ("directive.yaml", FileKind::Directive),
    ("agencies.yaml", FileKind::Agencies),
    ("places.yaml", FileKind::Places),
    ("documents.yaml", FileKind::Documents),
    ("moved.yaml", FileKind::Moved),
    ("publications.yaml", FileKind::Publications),
];

/// Returns the names of the files at the top, with their kinds.
pub fn names_of_lists() -> impl Iterator<Item = (&'static str, FileKind)> {
    TOP.into_iter()
}

/// The folders of a content folder, and the extension of their files.
pub(super) const FOLDERS: [(&str, FileKind, &str); 3] = [
    ("tasks", FileKind::Task, "yaml"),
    ("notes", FileKind::Note, "md"),
    ("attachments", FileKind::Attachment, ""),
];

/// Extensions of office documents.
const OFFICE: [&str; 7] = ["doc", "docx", "odt", "ods", "xls", "xlsm", "xlsx"];

/// Returns the purpose and size of a file, or `None` for a folder that is walked.
pub(super) fn classify(
    entry: &DirEntry,
    mut kind: fs::FileType,
    path: &Path,
    relative: &str,
    canonical: &Path,
) -> Result<Option<(FileKind, u64)>, StrayKind> {
    let mut size = entry.metadata().map(|metadata| metadata.len()).unwrap_or(0);
    if kind.is_symlink() {
        let target = path.canonicalize().map_err(|_| StrayKind::LinkOutside)?;
        if !target.starts_with(canonical) {
            return Err(StrayKind::LinkOutside);
        }
        let metadata = fs::metadata(&target).map_err(|error| StrayKind::unreadable(&error))?;
        if metadata.is_dir() {
            // The files of the linked folder are already read at their own path.
            return Err(StrayKind::Unknown(None));
        }
        kind = metadata.file_type();
        size = metadata.len();
    }
    if kind.is_dir() { folder(relative).map(|()| None) } else { file(kind, size, relative) }
}

/// Whether a folder is walked.
fn folder(relative: &str) -> Result<(), StrayKind> {
    let (folder, known) = known_folder(relative);
    let top = !relative.contains('/');
    let poses = match known {
        Some((_, _, ending)) if !top => {
            !ending.is_empty() && relative.ends_with(&format!(".{ending}"))
        }
        _ => TOP.iter().any(|(name, _)| *name == relative),
    };
    if poses {
        return Err(StrayKind::NoFile);
    }
    // The contents of an unknown folder are not reported one by one.
    if known.is_some() || !top {
        return Ok(());
    }
    let mut names = FOLDERS.iter().map(|(name, ..)| *name);
    Err(match names.find(|name| name.eq_ignore_ascii_case(folder)) {
        Some(name) => StrayKind::Capitals(name),
        None => StrayKind::Unknown(nearest(folder, FOLDERS.iter().map(|(name, ..)| *name))),
    })
}

/// Returns the purpose of a file, if it is in the right folder.
fn file(
    kind: fs::FileType,
    size: u64,
    relative: &str,
) -> Result<Option<(FileKind, u64)>, StrayKind> {
    match known_folder(relative).1 {
        Some(_) if !kind.is_file() => Err(StrayKind::NoFile),
        Some((_, FileKind::Attachment, _)) => Ok(Some((FileKind::Attachment, size))),
        Some((_, kind, ending)) => {
            let found = relative.rsplit_once('.').map_or("", |(_, ending)| ending);
            match found.to_ascii_lowercase().as_str() {
                _ if found == *ending => Ok(Some((*kind, size))),
                "yaml" | "yml" | "md" | "markdown" | "txt" | "" => Err(StrayKind::Ending(ending)),
                // The end of an id and not an extension, as in tasks/1.3.
                digits if digits.bytes().all(|b| b.is_ascii_digit()) => {
                    Err(StrayKind::Ending(ending))
                }
                office if OFFICE.contains(&office) => Err(StrayKind::Office(office.to_owned())),
                _ => Err(StrayKind::Unknown(None)),
            }
        }
        None if relative.contains('/') => Ok(None),
        None => match TOP.iter().find(|(name, _)| *name == relative) {
            Some(_) if !kind.is_file() => Err(StrayKind::NoFile),
            Some((_, kind)) => Ok(Some((*kind, size))),
            None => Err(stray_at_top(relative)),
        },
    }
}

/// Returns why a file at the top with an unknown name is not read.
fn stray_at_top(name: &str) -> StrayKind {
    let same = |(known, _): &&(&str, _)| known.eq_ignore_ascii_case(name);
    if let Some((known, _)) = TOP.iter().find(same) {
        return StrayKind::Capitals(known);
    }
    if top_kind(name).is_some() {
        return StrayKind::Ending("yaml");
    }
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let office = ending.to_ascii_lowercase();
    if OFFICE.contains(&office.as_str()) {
        return StrayKind::Office(office);
    }
    let names = TOP.iter().map(|(name, _)| *name);
    StrayKind::Unknown(nearest(&format!("{stem}.yaml"), names))
}

/// Returns the first folder of a path, and its entry in the format if it has one.
fn known_folder(relative: &str) -> (&str, Option<&'static (&'static str, FileKind, &'static str)>) {
    let folder = relative.split('/').next().unwrap_or_default();
    (folder, FOLDERS.iter().find(|(name, ..)| *name == folder))
}

/// Returns the list that a file with the wrong extension was meant to be: `site.yml`,
/// `site.yaml.txt`.
fn top_kind(name: &str) -> Option<FileKind> {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    let plain = matches!(
        ending.to_ascii_lowercase().as_str(),
        "" | "yml" | "yaml" | "txt" | "yaml.txt" | "yml.txt"
    );
    let same = |known: &str| known.eq_ignore_ascii_case(stem);
    let known = TOP.iter().find(|(name, _)| name.strip_suffix(".yaml").is_some_and(same));
    known.filter(|_| plain).map(|(_, kind)| *kind)
}

/// Returns the kind and name of the record that a stray file was meant to be.
pub(super) fn meant(relative: &str) -> Option<(FileKind, String)> {
    let Some((folder, rest)) = relative.split_once('/') else {
        return top_kind(relative).map(|kind| (kind, String::new()));
    };
    let (_, kind, _) = FOLDERS.iter().find(|(name, ..)| *name == folder)?;
    let mut name = rest.rsplit('/').next().unwrap_or(rest);
    for ending in [".txt", ".yaml", ".yml", ".md", ".YAML", ".MD"] {
        name = name.strip_suffix(ending).unwrap_or(name);
    }
    Some((*kind, name.to_owned()))
}

/// Returns the file that [`find`] would find under this name, or `None` if it is not the name of a
/// record.
pub fn named(root: &Path, relative: &Path, size: u64) -> Option<Found> {
    relative.to_str()?;
    let (path, relative) = (root.join(relative), slashed(relative));
    let kind = match relative.split_once('/') {
        None => TOP.iter().find(|(name, _)| *name == relative).map(|(_, kind)| *kind),
        Some((folder, rest)) => {
            let known = FOLDERS.iter().find(|(name, ..)| *name == folder);
            let ending = rest.rsplit_once('.').map_or("", |(_, ending)| ending);
            known.filter(|known| !ending.is_empty() && known.2 == ending).map(|known| known.1)
        }
    }?;
    let (shown, stem) = (shown(root, &relative), stem(&relative));
    Some(Found { kind, path, relative, shown, stem, size, instead: None })
}

/// Whether the name is that of a file which systems and editors leave behind.
pub(super) fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name, "Thumbs.db" | "desktop.ini" | "README.md")
}

/// Whether any component of a path is something that systems and editors leave behind.
pub fn is_litter_below(relative: &Path) -> bool {
    relative.components().any(|part| is_litter(&part.as_os_str().to_string_lossy()))
}

/// Returns a path inside the content folder as diagnostics show it, without control characters.
pub fn shown(root: &Path, relative: &str) -> String {
    let root = root.to_string_lossy().replace('\\', "/");
    let root = root.trim_end_matches('/');
    if relative.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return [root, "/", relative].concat();
    }
    let visible = |c: char| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c };
    let relative: String = relative.chars().map(visible).collect();
    [root, "/", &relative].concat()
}

/// Writes a path with forward slashes.
pub fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

pub(super) fn stem(relative: &str) -> String {
    let name = relative.rsplit('/').next().unwrap_or(relative);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
