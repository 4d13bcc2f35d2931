//! Finds the files of a content folder and reads their text, within limits.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fs::{self, DirEntry};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Instead;
use super::magic::{HEAD_BYTES, Looks};
use super::open::{self, Refusal};
use super::rules::{
    file_name_not_utf8, file_too_large, ignored_file, invisible_character, legacy_encoding,
    link_outside, no_regular_file, not_nfc, not_utf8, old_line_ends, unreadable_file,
    wrong_capitals, wrong_ending, yaml_nul,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest};
use crate::source::{FileId, SourceFile};
use crate::vietnamese::{self, SuspicionKind};

/// Largest record file, in bytes.
pub const MAX_RECORD_BYTES: u64 = 1024 * 1024;
/// Largest note, in bytes.
pub const MAX_NOTE_BYTES: u64 = 256 * 1024;
/// Largest attachment, in bytes.
pub const MAX_ATTACHMENT_BYTES: u64 = 20 * 1024 * 1024;
/// Most records in a content folder.
pub const MAX_RECORDS: usize = 100_000;
/// Most complaints about the characters of one file.
const MAX_SUSPICIONS: usize = 5;

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `site.yaml`
    Site,
    /// `directive.yaml`
    Directive,
    /// `agencies.yaml`
    Agencies,
    /// `places.yaml`
    Places,
    /// `documents.yaml`
    Documents,
    /// `moved.yaml`
    Moved,
    /// `tasks/*.yaml`
    Task,
    /// `notes/*.md`
    Note,
    /// `attachments/*`
    Attachment,
}

/// Names of the files at the top of a content folder.
const TOP: [(&str, FileKind); 6] = [
    ("site.yaml", FileKind::Site),
    ("directive.yaml", FileKind::Directive),
    ("agencies.yaml", FileKind::Agencies),
    ("places.yaml", FileKind::Places),
    ("documents.yaml", FileKind::Documents),
    ("moved.yaml", FileKind::Moved),
];
/// Its folders, and the ending that their files have.
const FOLDERS: [(&str, FileKind, &str); 3] = [
    ("tasks", FileKind::Task, "yaml"),
    ("notes", FileKind::Note, "md"),
    ("attachments", FileKind::Attachment, ""),
];

/// Endings of files of Word, Excel and the like.
const OFFICE: [&str; 7] = ["doc", "docx", "odt", "ods", "xls", "xlsm", "xlsx"];

/// A file that is part of the content.
#[derive(Debug)]
pub struct Found {
    /// What it is for.
    pub kind: FileKind,
    /// Where to read it.
    pub path: PathBuf,
    /// Its path in the content folder, with forward slashes.
    pub relative: String,
    /// Its path as complaints show it.
    pub shown: String,
    /// Its name without the ending.
    pub stem: String,
    /// Its size in bytes.
    pub size: u64,
    /// What to read instead of what is on the disk: a text that may be written later.
    pub instead: Option<Vec<u8>>,
}

/// Something in the folder that is not read.
#[derive(Debug)]
pub struct Stray {
    /// Its path as complaints show it.
    pub shown: String,
    /// Why.
    pub complaint: StrayKind,
    /// The record that it was meant to be, if that can be told, and its name.
    pub meant: Option<(FileKind, String)>,
}

/// Why something in the folder is not read.
#[derive(Debug)]
pub enum StrayKind {
    /// No part of the format; with the name that may have been meant.
    Unknown(Option<&'static str>),
    /// A file of Word or Excel where records belong; its ending.
    Office(String),
    /// A name of the format with wrong capitals, which would be missed in silence; with the right one.
    Capitals(&'static str),
    /// A record with the wrong ending, which would be missed in silence; with the right one.
    Ending(&'static str),
    /// A link that leads outside the content folder, or nowhere.
    LinkOutside,
    /// A pipe, a socket or a device.
    NoFile,
    /// A name that is not UTF-8.
    Name,
    /// The system refused.
    Unreadable(String),
}

impl StrayKind {
    /// The complaint about it.
    pub fn at(self, place: Place) -> Diagnostic {
        match self {
            StrayKind::Unknown(meant) => {
                Diagnostic::of(&ignored_file::RULE, place).arg("kind", "other").suggest(meant)
            }
            StrayKind::Office(ending) => {
                let kind =
                    if ending.starts_with("xls") || ending == "ods" { "sheet" } else { "text" };
                Diagnostic::of(&ignored_file::RULE, place).arg("kind", kind)
            }
            StrayKind::Capitals(right) => {
                Diagnostic::of(&wrong_capitals::RULE, place).arg("right", right)
            }
            StrayKind::Ending(ending) => {
                Diagnostic::of(&wrong_ending::RULE, place).arg("ending", ending)
            }
            StrayKind::LinkOutside => Diagnostic::of(&link_outside::RULE, place),
            StrayKind::NoFile => Diagnostic::of(&no_regular_file::RULE, place),
            StrayKind::Name => Diagnostic::of(&file_name_not_utf8::RULE, place),
            StrayKind::Unreadable(reason) => {
                Diagnostic::of(&unreadable_file::RULE, place).arg("reason", reason)
            }
        }
    }
}

/// Lists the files of the content folder in the order of their paths, and what is no part of it.
///
/// # Errors
///
/// When `root` itself cannot be read as a folder.
pub fn find(root: &Path) -> io::Result<(Vec<Found>, Vec<Stray>)> {
    fs::read_dir(root)?;
    let canonical = root.canonicalize()?;
    let (mut found, mut strays) = (Vec::new(), Vec::new());
    // One folder open at a time, and each file looked at from its folder: that costs the system
    // less than the whole path.
    let mut folders =
        vec![Folder { path: root.to_owned(), relative: String::new(), is_named: true }];
    while let Some(folder) = folders.pop() {
        let unreadable = |error: io::Error| {
            let relative = folder.relative.trim_end_matches('/');
            let complaint = StrayKind::Unreadable(error.to_string());
            Stray { shown: shown(root, relative), complaint, meant: None }
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
                Ok(entry) => folder.meet(&entry, root, &canonical),
                Err(error) => Met { stray: Some(unreadable(error)), ..Met::default() },
            })
            .collect();
        for one in met {
            folders.extend(one.folder);
            found.extend(one.found);
            strays.extend(one.stray);
        }
    }
    // Folder by folder, as a walk in the order of names would meet them.
    found.sort_by(|a, b| in_folders(&a.relative, &b.relative));
    strays.sort_by(|a, b| in_folders(&a.shown, &b.shown));
    Ok((found, strays))
}

/// A folder of the content that has not been read yet.
struct Folder {
    path: PathBuf,
    /// Its path in the content folder with a slash at the end; of the content folder itself empty.
    relative: String,
    /// Whether all names on the way to it are UTF-8.
    is_named: bool,
}

/// What an entry of a folder is.
#[derive(Default)]
struct Met {
    folder: Option<Folder>,
    found: Option<Found>,
    stray: Option<Stray>,
}

impl Folder {
    /// Looks at one of its entries.
    fn meet(&self, entry: &DirEntry, root: &Path, canonical: &Path) -> Met {
        let mut met = Met::default();
        let name = entry.file_name();
        let is_named = self.is_named && name.to_str().is_some();
        let name = name.to_string_lossy();
        if is_litter(&name) {
            return met;
        }
        let relative = [&self.relative, &*name].concat();
        let path = entry.path();
        let kind = match entry.file_type() {
            _ if !is_named => Err(StrayKind::Name),
            Ok(kind) => classify(entry, kind, &path, &relative, canonical),
            Err(error) => Err(StrayKind::Unreadable(error.to_string())),
        };
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let relative = [&relative, "/"].concat();
            met.folder = Some(Folder { path: path.clone(), relative, is_named });
        }
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
            Err(complaint) => {
                let meant = meant(&relative);
                met.stray = Some(Stray { shown: shown(root, &relative), complaint, meant });
            }
        }
        met
    }
}

/// The order of two paths by the names that they consist of.
fn in_folders(a: &str, b: &str) -> Ordering {
    let eights = a.as_bytes().chunks(8).zip(b.as_bytes().chunks(8));
    let same = 8 * eights.take_while(|(a, b)| a.len() == 8 && a == b).count();
    let rest = a.bytes().skip(same).zip(b.bytes().skip(same));
    let same = same + rest.take_while(|(a, b)| a == b).count();
    // A name ends before every other that begins with it.
    let rank = |path: &str| path.as_bytes().get(same).map(|b| if *b == b'/' { 0 } else { *b });
    rank(a).cmp(&rank(b))
}

impl From<Refusal> for StrayKind {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::LinkOutside => StrayKind::LinkOutside,
            Refusal::NoFile => StrayKind::NoFile,
            Refusal::System(error) => StrayKind::Unreadable(error.to_string()),
        }
    }
}

impl Found {
    /// Opens what is on the disk now, if it still is a file inside the folder.
    ///
    /// # Errors
    ///
    /// When it is something else, or the system refuses.
    pub fn open(&self) -> Result<fs::File, Refusal> {
        open::regular(self.root(), &self.path)
    }

    /// Reads it whole, if it is no larger than `limit`.
    ///
    /// # Errors
    ///
    /// As [`Found::open`].
    pub fn read(&self, limit: u64) -> Result<Vec<u8>, Refusal> {
        open::whole(self.root(), &self.path, limit)
    }

    /// The content folder.
    fn root(&self) -> &Path {
        let below = Path::new(&self.relative).components().count();
        self.path.ancestors().nth(below).unwrap_or(Path::new(""))
    }

    /// A text of this kind that is on no disk.
    pub fn text(kind: FileKind, text: &str) -> Self {
        Found {
            kind,
            path: PathBuf::new(),
            relative: String::new(),
            shown: String::new(),
            stem: String::new(),
            size: text.len() as u64,
            instead: Some(text.as_bytes().to_vec()),
        }
    }
}

/// Puts texts in the place of what is on the disk, and among the files those that are not there.
pub fn put_instead(root: &Path, found: &mut Vec<Found>, instead: &Instead) {
    for file in found.iter_mut() {
        file.instead = instead.get(&file.path).cloned();
    }
    let there: BTreeSet<PathBuf> = found.iter().map(|file| file.path.clone()).collect();
    for (path, bytes) in instead.iter().filter(|(path, _)| !there.contains(*path)) {
        let Ok(relative) = path.strip_prefix(root) else { continue };
        let relative = slashed(relative);
        let folder = relative.split('/').next().unwrap_or_default();
        let Some((_, kind, _)) = FOLDERS.iter().find(|(name, ..)| *name == folder) else {
            continue;
        };
        let at = found.iter().position(|file| file.path > *path).unwrap_or(found.len());
        let file = Found {
            kind: *kind,
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

/// A file as [`find`] would find it, from its name alone; none if it has not the name of a record.
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

/// Whether a path in the content folder is, or lies in, what systems and editors leave behind.
pub fn is_litter_below(relative: &Path) -> bool {
    relative.components().any(|part| is_litter(&part.as_os_str().to_string_lossy()))
}

/// How complaints show a path inside the content folder: no name in it can steer the terminal.
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

/// Reads a text: UTF-8 within the limits, without a byte order mark, in normal form C,
/// with line ends that editors of our day write.
///
/// `None` when there is nothing to show; what is wrong with it is in the list.
pub fn read_text(found: &Found, file: FileId) -> (Option<String>, Diagnostics) {
    let mut faults = Diagnostics::default();
    let limit = match found.kind {
        FileKind::Note => MAX_NOTE_BYTES,
        FileKind::Attachment => MAX_ATTACHMENT_BYTES,
        _ => MAX_RECORD_BYTES,
    };
    let read = match &found.instead {
        Some(instead) => Ok(instead[..instead.len().min(limit as usize + 1)].to_vec()),
        None => open::beginning(found.root(), &found.path, limit + 1),
    };
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(refusal) => {
            faults.push(StrayKind::from(refusal).at(Place::file(file)));
            return (None, faults);
        }
    };
    if bytes.len() as u64 > limit {
        let size = found.size.max(bytes.len() as u64);
        faults.push(
            Diagnostic::of(&file_too_large::RULE, Place::file(file))
                .arg("size", size.div_ceil(1024))
                .arg("limit", limit / 1024),
        );
        return (None, faults);
    }
    if not_utf8::is_utf16(&bytes) {
        faults.push(Diagnostic::of(&not_utf8::RULE, Place::file(file)).arg("read", "UTF-16"));
        return (None, faults);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            // The text before the fault is right, so its line and column can be told.
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let place = Place::bytes(file, at..at + '\u{fffd}'.len_utf8());
            faults
                .push(Diagnostic::of(&not_utf8::RULE, place).arg("read", format!("0x{byte:02X}")));
            return (Some(text), faults);
        }
    };
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let text = match old_line_ends::mend(&text, file) {
        Some((mended, fault)) => {
            faults.push(fault);
            mended
        }
        None => text,
    };
    let text = match not_nfc::mend(&text, file) {
        Some((mended, fault)) => {
            faults.push(fault);
            mended
        }
        None => text,
    };
    suspicions(&text, file, &mut faults);
    (Some(text), faults)
}

/// What an attachment is by its first bytes; nobody reads more of it before it is copied.
pub fn look_at(found: &Found, file: FileId) -> (Looks, Diagnostics) {
    let mut faults = Diagnostics::default();
    let mut head = Vec::new();
    let read = found.open().and_then(|f| Ok(f.take(HEAD_BYTES).read_to_end(&mut head)?));
    if let Err(refusal) = read {
        faults.push(StrayKind::from(refusal).at(Place::file(file)));
        return (Looks::Other, faults);
    }
    (Looks::of(&head), faults)
}

fn suspicions(text: &str, file: FileId, faults: &mut Diagnostics) {
    let mut from = 0;
    for _ in 0..MAX_SUSPICIONS {
        let Some(suspicion) = vietnamese::suspicious(&text[from..]) else { return };
        let range = from + suspicion.range.start..from + suspicion.range.end;
        let place = Place::bytes(file, range.clone());
        faults.push(match suspicion.kind {
            SuspicionKind::LegacyEncoding => Diagnostic::of(&legacy_encoding::RULE, place)
                .arg("read", &text[range.clone()])
                .arg("cause", "old-font"),
            SuspicionKind::MisreadUtf8 => Diagnostic::of(&legacy_encoding::RULE, place)
                .arg("read", &text[range.clone()])
                .arg("cause", "misread"),
            SuspicionKind::Invisible('\0') => Diagnostic::of(&yaml_nul::RULE, place),
            SuspicionKind::Invisible(c) => Diagnostic::of(&invisible_character::RULE, place)
                .arg("read", format!("U+{:04X}", u32::from(c))),
        });
        // The rest of a line in the wrong encoding is wrong in the same way.
        from = text[range.end..].find('\n').map_or(text.len(), |n| range.end + n);
    }
}

impl SourceFile {
    /// A file that is named in a complaint but holds no text to show.
    pub fn without_text(path: String) -> Self {
        SourceFile::new(path, String::new(), crate::source::Index::default())
    }
}

/// What the file is for and its size; `None` for a folder that is walked.
fn classify(
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
        let metadata = fs::metadata(&target).map_err(|e| StrayKind::Unreadable(e.to_string()))?;
        if metadata.is_dir() {
            // Its files are read where they are; a second way to them would double them.
            return Err(StrayKind::Unknown(None));
        }
        kind = metadata.file_type();
        size = metadata.len();
    }
    let folder = relative.split('/').next().unwrap_or_default();
    let known_folder = FOLDERS.iter().find(|(name, ..)| *name == folder);
    if kind.is_dir() {
        let top = !relative.contains('/');
        let poses = match known_folder {
            Some((_, _, ending)) if !top => {
                !ending.is_empty() && relative.ends_with(&format!(".{ending}"))
            }
            _ => TOP.iter().any(|(name, _)| *name == relative),
        };
        return match known_folder {
            _ if poses => Err(StrayKind::NoFile),
            None if top && FOLDERS.iter().any(|(name, ..)| name.eq_ignore_ascii_case(folder)) => {
                let same = FOLDERS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(folder));
                Err(same.map_or(StrayKind::Unknown(None), |(name, ..)| StrayKind::Capitals(name)))
            }
            None if top => {
                Err(StrayKind::Unknown(nearest(folder, FOLDERS.iter().map(|(name, ..)| *name))))
            }
            // What lies in an unknown folder is not complained of one by one.
            _ => Ok(None),
        };
    }
    match known_folder {
        Some(_) if !kind.is_file() => Err(StrayKind::NoFile),
        Some((_, FileKind::Attachment, _)) => Ok(Some((FileKind::Attachment, size))),
        Some((_, kind, ending)) => {
            let found = relative.rsplit_once('.').map_or("", |(_, ending)| ending);
            match found.to_ascii_lowercase().as_str() {
                _ if found == *ending => Ok(Some((*kind, size))),
                "yaml" | "yml" | "md" | "markdown" | "txt" | "" => Err(StrayKind::Ending(ending)),
                // The end of an id, not of a name: tasks/1.3
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
            None => {
                let same = |(name, _): &&(&str, _)| name.eq_ignore_ascii_case(relative);
                if let Some((name, _)) = TOP.iter().find(same) {
                    return Err(StrayKind::Capitals(name));
                }
                if top_kind(relative).is_some() {
                    return Err(StrayKind::Ending("yaml"));
                }
                let (stem, ending) = relative.rsplit_once('.').unwrap_or((relative, ""));
                let office = ending.to_ascii_lowercase();
                if OFFICE.contains(&office.as_str()) {
                    return Err(StrayKind::Office(office));
                }
                let names = TOP.iter().map(|(name, _)| *name);
                Err(StrayKind::Unknown(nearest(&format!("{stem}.yaml"), names)))
            }
        },
    }
}

/// The list that a file of the wrong ending was meant to be: `site.yml`, `site.yaml.txt`.
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

/// The record that a stray was meant to be, and its name.
fn meant(relative: &str) -> Option<(FileKind, String)> {
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

/// What systems and editors leave behind.
fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name, "Thumbs.db" | "desktop.ini" | "README.md")
}

/// A path with forward slashes.
pub fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn stem(relative: &str) -> String {
    let name = relative.rsplit('/').next().unwrap_or(relative);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
