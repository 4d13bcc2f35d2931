//! Reads a content folder: records exactly as written, and every diagnostic about their form.
//!
//! All files are read in parallel. A file that cannot be read is reported and left out, and the
//! others are still read. Ids and dates are not looked at here: `check` does that.

mod again;
pub mod cited;
mod conflicts;
pub mod copies;
pub mod files;
pub mod magic;
pub mod notes;
pub mod open;
pub mod portal;
pub mod records;
pub mod rules;
pub mod translated;
pub mod yaml;

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::markdown::MarkdownText;
use crate::source::{FileId, Index, SourceFile, Sources};
use files::{FileKind, Found, MAX_RECORDS, StrayKind};
use magic::Looks;
use portal::{CitedTask, Layout};
use records::{
    AgencyRecord, DirectiveRecord, DocumentRecord, MovedRecord, NoteRecord, PlaceRecord,
    PublicationRecord, SiteRecord, TaskRecord,
};
use rules::{missing_file, too_many_records};
use yaml::{Choice, LANGUAGES};

pub use files::Instead;

/// The records of a content folder, as written.
#[derive(Debug, Default)]
pub struct Content {
    /// The language in which texts were read that are written in two.
    pub language: &'static str,
    /// How the records lie in the folder.
    pub layout: Layout,
    /// The name of the folder, if it is that of a directive of a portal.
    pub id: Option<String>,
    /// The folders of the directives, at the top of a portal, each with its name.
    pub directives: Vec<(FileId, String)>,
    /// Tasks of other directives of the portal that these records cite.
    pub elsewhere: Vec<CitedTask>,
    /// `site.yaml`.
    pub site: Option<Loaded<SiteRecord>>,
    /// `directive.yaml`.
    pub directive: Option<Loaded<DirectiveRecord>>,
    /// `agencies.yaml`.
    pub agencies: Option<Loaded<Vec<AgencyRecord>>>,
    /// `places.yaml`.
    pub places: Option<Loaded<Vec<PlaceRecord>>>,
    /// `documents.yaml`: the directive's own, and in a portal the one that directives share.
    pub documents: Vec<Loaded<Vec<DocumentRecord>>>,
    /// `moved.yaml`.
    pub moved: Option<Loaded<Vec<MovedRecord>>>,
    /// `publications.yaml`.
    pub publications: Option<Loaded<Vec<PublicationRecord>>>,
    /// `tasks/*.yaml`, by path.
    pub tasks: Vec<Loaded<TaskRecord>>,
    /// `notes/*.md`, by path.
    pub notes: Vec<LoadedNote>,
    /// `attachments/*`, by path.
    pub attachments: Vec<FoundAttachment>,
    /// Records that exist but could not be read: their kind and the name of their file. References
    /// to them are not reported.
    pub unread: Vec<(FileKind, String)>,
}

/// A record and the file that it was read from.
#[derive(Debug)]
pub struct Loaded<T> {
    /// The name of the file without its ending: the id of a task.
    pub stem: String,
    /// The file.
    pub file: FileId,
    /// The record.
    pub record: T,
}

/// A note: front matter and body.
#[derive(Debug)]
pub struct LoadedNote {
    /// The name of the file without its ending: the note's id.
    pub stem: String,
    /// The file.
    pub file: FileId,
    /// The front matter.
    pub record: NoteRecord,
    /// The body and what it holds.
    pub text: Arc<MarkdownText>,
}

/// A file below `attachments/`.
#[derive(Debug)]
pub struct FoundAttachment {
    /// Its path in the content folder, `attachments/…`, with forward slashes.
    pub path: String,
    /// The file's handle, for diagnostics.
    pub file: FileId,
    /// Its size in bytes.
    pub size: u64,
    /// The type of file that its first bytes indicate.
    pub looks: Looks,
}

/// The content folder itself cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read the content folder {path}: {error}")]
pub struct LoadError {
    /// The folder.
    pub path: String,
    /// The error that the system reported.
    pub error: std::io::Error,
}

/// Reads the content folder `root`.
///
/// # Errors
///
/// If `root` cannot be read as a folder. Anything wrong inside it becomes a diagnostic.
pub fn load(root: &Path) -> Result<(Content, Sources, Diagnostics), LoadError> {
    load_instead(root, &Instead::new())
}

/// Reads the content folder as it would be with these texts in place of the files on disk.
///
/// # Errors
///
/// See [`load`].
pub fn load_instead(
    root: &Path,
    instead: &Instead,
) -> Result<(Content, Sources, Diagnostics), LoadError> {
    load_in(root, instead, None)
}

/// Reads the content folder like [`load_instead`], and texts that are written in two languages in
/// this one, or else in that of the site.
///
/// # Errors
///
/// See [`load`].
pub fn load_in(
    root: &Path,
    instead: &Instead,
    language: Option<&'static str>,
) -> Result<(Content, Sources, Diagnostics), LoadError> {
    let failed = |error| LoadError { path: root.display().to_string(), error };
    let (mut found, strays) = files::find(root).map_err(failed)?;
    files::put_instead(root, &mut found, instead);
    let language = language.unwrap_or_else(|| translated::language_of(&found));
    let mut read: Vec<Read> = (found.par_iter().enumerate())
        .map(|(n, found)| read(found, FileId::nth(n), language))
        .collect();
    copies::leave_out(&found, &mut read);
    let first_stray = found.len();
    let copied: Vec<Option<Diagnostic>> = (strays.iter().enumerate())
        .map(|(n, stray)| copies::stray(stray, FileId::nth(first_stray + n), &found, &read))
        .collect();

    let layout = Layout::of(root);
    let id = portal::id_of(root).filter(|_| layout == Layout::Directive);
    let mut content = Content { language, layout, id, ..Content::default() };
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    for (read, found) in read.into_iter().zip(found) {
        let source = SourceFile::new(found.shown, read.text, read.index);
        let file = sources.add(source);
        diagnostics.append(read.diagnostics);
        if matches!(read.record, Record::Nothing) {
            content.unread.push((found.kind, found.stem.clone()));
        }
        content.take(read.record, found.stem, found.relative, file);
    }
    for (stray, copied) in strays.into_iter().zip(copied) {
        let file = sources.add(SourceFile::without_text(stray.shown));
        diagnostics.push(copied.unwrap_or_else(|| stray.kind.at(Place::file(file))));
        content.unread.extend(stray.meant);
    }
    if content.layout == Layout::Top {
        let entries = portal::entries(root).map_err(failed)?;
        let mut place = |name: &str| {
            let path = files::shown(root, &format!("{}/{name}", portal::FOLDER));
            sources.add(SourceFile::without_text(path))
        };
        for name in &entries.links {
            diagnostics.push(StrayKind::LinkedFolder.at(Place::file(place(name))));
        }
        for name in &entries.files {
            let is_record = [".yaml", ".yml", ".md"].iter().any(|ending| name.ends_with(ending));
            let stray = if is_record { StrayKind::BelongsBelow } else { StrayKind::Unknown(None) };
            diagnostics.push(stray.at(Place::file(place(name))));
        }
        let names = entries.folders.into_iter();
        content.directives = names.map(|name| (place(&name), name)).collect();
    }
    content.cite(root, &mut sources);
    content.report_missing_files(root, &mut sources, &mut diagnostics);
    let count = content.count();
    if count > MAX_RECORDS {
        let file = sources.add(SourceFile::without_text(root.display().to_string()));
        let diagnostic = Diagnostic::of(&too_many_records::RULE, Place::file(file));
        diagnostics.push(diagnostic.arg("count", count).arg("limit", MAX_RECORDS));
    }
    Ok((content, sources, diagnostics))
}

/// Reads one text alone. Returns the index of its values and the diagnostics about its form.
pub fn read_alone(kind: FileKind, text: &str) -> (Index, Diagnostics) {
    let read = read(&Found::text(kind, text), FileId::nth(0), LANGUAGES[0]);
    (read.index, read.diagnostics)
}

/// The result of reading one file.
#[derive(Default)]
struct Read {
    text: Arc<str>,
    index: Index,
    diagnostics: Diagnostics,
    record: Record,
}

/// The record that a file contains.
#[derive(Default)]
enum Record {
    #[default]
    Nothing,
    Site(SiteRecord),
    Directive(DirectiveRecord),
    Agencies(Vec<AgencyRecord>),
    Places(Vec<PlaceRecord>),
    Documents(Vec<DocumentRecord>),
    Moved(Vec<MovedRecord>),
    Publications(Vec<PublicationRecord>),
    Task(Box<TaskRecord>),
    Note(NoteRecord, Arc<MarkdownText>),
    Attachment(u64, Looks),
}

fn read(found: &Found, file: FileId, language: &'static str) -> Read {
    if found.kind == FileKind::Attachment {
        let (looks, mut diagnostics) = files::look_at(found, file);
        let record = Record::Attachment(found.size, looks);
        let Some((text, conflicts)) = conflicts::of_attachment(found, file) else {
            return Read { record, diagnostics, ..Read::default() };
        };
        diagnostics.append(conflicts);
        return Read { record, diagnostics, text: text.into(), ..Read::default() };
    }
    let (text, mut diagnostics) = files::read_text(found, file);
    let Some(text) = text.map(Arc::<str>::from) else {
        return Read { diagnostics, ..Read::default() };
    };
    // Other files are looked at by `yaml`. In a note, a conflict may begin in the front matter.
    if found.kind == FileKind::Note {
        diagnostics.append(conflicts::find(&text, file));
    }
    if diagnostics.has_errors() {
        return Read { text, diagnostics, ..Read::default() };
    }
    let choice = translated::choice(found.kind, language);
    let (record, index, more) = match found.kind {
        FileKind::Site => whole(&text, file, choice, Record::Site),
        FileKind::Directive => whole(&text, file, choice, Record::Directive),
        FileKind::Agencies => whole(&text, file, choice, Record::Agencies),
        FileKind::Places => whole(&text, file, choice, Record::Places),
        FileKind::Documents => whole(&text, file, choice, Record::Documents),
        FileKind::Moved => whole(&text, file, choice, Record::Moved),
        // Before the first publication the file holds only its heading.
        FileKind::Publications if text.lines().all(is_remark) => {
            (Record::Publications(Vec::new()), Index::default(), Diagnostics::default())
        }
        FileKind::Publications => whole(&text, file, choice, Record::Publications),
        FileKind::Task => whole(&text, file, choice, |record| Record::Task(Box::new(record))),
        FileKind::Note => match notes::split(&text) {
            Ok(parts) => {
                let (record, index, diagnostics) = yaml::read(&text, parts.front, file);
                let record = record.map_or(Record::Nothing, |record| {
                    let text = MarkdownText::new(Arc::clone(&text), parts.body.start);
                    Record::Note(record, Arc::new(text))
                });
                (record, index, diagnostics)
            }
            Err(diagnostic) => {
                diagnostics.push(diagnostic.at(file));
                (Record::Nothing, Index::default(), Diagnostics::default())
            }
        },
        FileKind::Attachment => (Record::Nothing, Index::default(), Diagnostics::default()),
    };
    diagnostics.append(more);
    Read { text, index, diagnostics, record }
}

fn is_remark(line: &str) -> bool {
    line.trim().is_empty() || line.trim_start().starts_with('#')
}

fn whole<T: DeserializeOwned>(
    text: &str,
    file: FileId,
    choice: Choice,
    record: impl Fn(T) -> Record,
) -> (Record, Index, Diagnostics) {
    let (read, index, diagnostics) = yaml::read_in(text, 0..text.len(), file, choice);
    (read.map_or(Record::Nothing, record), index, diagnostics)
}

impl Content {
    /// The records in files of their own at the top of the folder, except the publications: name
    /// without its ending, and file.
    pub fn top(&self) -> Vec<(&str, FileId)> {
        fn one<T>(loaded: Option<&Loaded<T>>) -> Option<(&str, FileId)> {
            loaded.map(|loaded| (loaded.stem.as_str(), loaded.file))
        }
        let files = [
            one(self.site.as_ref()),
            one(self.directive.as_ref()),
            one(self.agencies.as_ref()),
            one(self.places.as_ref()),
            one(self.documents.first()),
            one(self.moved.as_ref()),
        ];
        files.into_iter().flatten().collect()
    }

    fn take(&mut self, record: Record, stem: String, path: String, file: FileId) {
        match record {
            Record::Nothing => {}
            Record::Site(record) => self.site = Some(Loaded { stem, file, record }),
            Record::Directive(record) => self.directive = Some(Loaded { stem, file, record }),
            Record::Agencies(record) => self.agencies = Some(Loaded { stem, file, record }),
            Record::Places(record) => self.places = Some(Loaded { stem, file, record }),
            Record::Documents(record) => self.documents.push(Loaded { stem, file, record }),
            Record::Moved(record) => self.moved = Some(Loaded { stem, file, record }),
            Record::Publications(record) => {
                self.publications = Some(Loaded { stem, file, record });
            }
            Record::Task(record) => self.tasks.push(Loaded { stem, file, record: *record }),
            Record::Note(record, text) => {
                self.notes.push(LoadedNote { stem, file, record, text });
            }
            Record::Attachment(size, looks) => {
                self.attachments.push(FoundAttachment { path, file, size, looks });
            }
        }
    }

    /// Reports a missing `site.yaml` or `directive.yaml`. The other lists are optional. The top of a
    /// portal has no directive, and its own check reports `site.yaml`.
    fn report_missing_files(
        &mut self,
        root: &Path,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) {
        let needed = [
            ("site.yaml", FileKind::Site, Layout::Directive),
            ("directive.yaml", FileKind::Directive, Layout::Top),
        ];
        let layout = self.layout;
        for (name, kind, _) in needed.into_iter().filter(|(.., without)| *without != layout) {
            let shown = files::shown(root, name);
            let stray = self.unread.iter().any(|(unread, _)| *unread == kind);
            if !stray && !sources.iter().any(|(_, file)| file.path == shown) {
                self.unread.push((kind, String::new()));
                let file = sources.add(SourceFile::without_text(shown));
                let diagnostic = Diagnostic::of(&missing_file::RULE, Place::file(file));
                let place = if layout == Layout::Directive { "directive" } else { "content" };
                diagnostics.push(diagnostic.arg("file", name).arg("place", place));
            }
        }
    }

    fn count(&self) -> usize {
        self.tasks.len()
            + self.notes.len()
            + self.attachments.len()
            + self.agencies.as_ref().map_or(0, |list| list.record.len())
            + self.places.as_ref().map_or(0, |list| list.record.len())
            + self.documents.iter().map(|list| list.record.len()).sum::<usize>()
            + self.moved.as_ref().map_or(0, |list| list.record.len())
    }
}
