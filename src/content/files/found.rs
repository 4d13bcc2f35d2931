//! A file of the content folder, and what lies there and is none.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::open::{self, Refusal};
use super::super::rules::{
    file_name_not_utf8, ignored_file, link_outside, no_regular_file, unreadable_file,
    wrong_capitals, wrong_ending,
};
use crate::diagnostic::{Diagnostic, Place};

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
    pub(super) fn root(&self) -> &Path {
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

impl From<Refusal> for StrayKind {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::LinkOutside => StrayKind::LinkOutside,
            Refusal::NoFile => StrayKind::NoFile,
            Refusal::System(error) => StrayKind::Unreadable(error.to_string()),
        }
    }
}
