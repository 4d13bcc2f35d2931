//! The files of a content folder, and other things found in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::super::open::{self, Refusal};
use super::super::rules::{
    file_name_not_utf8, ignored_file, link_outside, no_regular_file, unreadable_file,
    wrong_capitals, wrong_ending, wrong_level,
};
use crate::diagnostic::{Diagnostic, Place, system_word};

/// The purpose of a file.
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
    /// `publications.yaml`
    Publications,
    /// `tasks/*.yaml`
    Task,
    /// `notes/*.md`
    Note,
    /// `attachments/*`
    Attachment,
}

/// A file that is part of the content.
#[derive(Debug)]
pub struct Found {
    /// The purpose of the file.
    pub kind: FileKind,
    /// The path to read it from.
    pub path: PathBuf,
    /// The file's path in the content folder, with forward slashes.
    pub relative: String,
    /// The file's path as diagnostics show it.
    pub shown: String,
    /// The file's name without its extension.
    pub stem: String,
    /// The file's size in bytes.
    pub size: u64,
    /// A text to read instead of the file on disk.
    pub instead: Option<Vec<u8>>,
}

impl Found {
    /// Opens the file on disk, if it still is a regular file inside the folder.
    ///
    /// # Errors
    ///
    /// If it is anything else, or the system refuses.
    pub fn open(&self) -> Result<fs::File, Refusal> {
        open::regular(self.root(), &self.path)
    }

    /// Reads the whole file, if it is at most `limit` bytes long.
    ///
    /// # Errors
    ///
    /// See [`Found::open`].
    pub fn read(&self, limit: u64) -> Result<Vec<u8>, Refusal> {
        open::whole(self.root(), &self.path, limit)
    }

    /// The content folder.
    pub(in crate::content) fn root(&self) -> &Path {
        let below = Path::new(&self.relative).components().count();
        self.path.ancestors().nth(below).unwrap_or(Path::new(""))
    }

    /// Creates a file of this kind that exists only in memory.
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

/// Something in the content folder that is not read.
#[derive(Debug)]
pub struct Stray {
    /// The path as diagnostics show it.
    pub shown: String,
    /// The path in the content folder, with forward slashes.
    pub relative: String,
    /// Why it is not read.
    pub kind: StrayKind,
    /// The kind and name of the record that was probably meant.
    pub meant: Option<(FileKind, String)>,
}

/// Why something in the content folder is not read.
#[derive(Debug)]
pub enum StrayKind {
    /// Not part of the format. Holds the name that may have been meant.
    Unknown(Option<&'static str>),
    /// A Word or Excel file in place of a record. Holds its extension.
    Office(String),
    /// A name of the format with wrong capitals, which would be silently missed. Holds the right
    /// name.
    Capitals(&'static str),
    /// A record with the wrong extension, which would be silently missed. Holds the right
    /// extension.
    Ending(&'static str),
    /// A link that leads outside the content folder, or nowhere.
    LinkOutside,
    /// A link in place of the folder of a directive.
    LinkedFolder,
    /// A pipe, a socket or a device.
    NoFile,
    /// A name that is not UTF-8.
    Name,
    /// In the shared folder of a portal: it belongs to one directive.
    BelongsBelow,
    /// In the folder of a directive: it belongs to the whole portal.
    BelongsAbove,
    /// The system refused; the kind and the text of its error.
    Unreadable(&'static str, String),
}

impl StrayKind {
    /// Returns the diagnostic.
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
            StrayKind::LinkOutside => {
                Diagnostic::of(&link_outside::RULE, place).arg("kind", "file")
            }
            StrayKind::LinkedFolder => {
                Diagnostic::of(&link_outside::RULE, place).arg("kind", "directive")
            }
            StrayKind::NoFile => Diagnostic::of(&no_regular_file::RULE, place),
            StrayKind::BelongsBelow => {
                Diagnostic::of(&wrong_level::RULE, place).arg("where", "below")
            }
            StrayKind::BelongsAbove => {
                Diagnostic::of(&wrong_level::RULE, place).arg("where", "above")
            }
            StrayKind::Name => Diagnostic::of(&file_name_not_utf8::RULE, place),
            StrayKind::Unreadable(why, reason) => {
                let diagnostic = Diagnostic::of(&unreadable_file::RULE, place);
                diagnostic.arg("why", why).arg("reason", reason)
            }
        }
    }
}

impl From<Refusal> for StrayKind {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::LinkOutside => StrayKind::LinkOutside,
            Refusal::NoFile => StrayKind::NoFile,
            Refusal::System(error) => StrayKind::unreadable(&error),
        }
    }
}

impl StrayKind {
    /// Something that the system does not let us read.
    pub fn unreadable(error: &io::Error) -> Self {
        StrayKind::Unreadable(system_word(error), error.to_string())
    }
}
