//! A content folder that is read once, and then file by file as somebody saves them.

use std::path::{Path, PathBuf};

use super::link;
use crate::content::{self, Content, LoadError, LoadedNote, files};
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::Model;
use crate::source::Sources;

/// What was read of a content folder, kept for the next change.
#[derive(Debug)]
pub struct Kept {
    root: PathBuf,
    content: Content,
    sources: Sources,
    /// Complaints about the form of files.
    form: Diagnostics,
}

impl Kept {
    /// Reads the whole folder.
    ///
    /// # Errors
    ///
    /// When the folder itself cannot be read.
    pub fn load(root: &Path) -> Result<Self, LoadError> {
        let (content, sources, form) = content::load(root)?;
        Ok(Kept { root: root.to_owned(), content, sources, form })
    }

    /// Reads a note again, of which only the body changed and in whose form no error was found:
    /// its id and its body. None where that is not so; whatever was read is kept all the same.
    pub fn reread_body(&mut self, changed: &PathBuf) -> Option<(&str, &str)> {
        let before = self.front(changed)?.to_owned();
        if !self.reread([changed]) || self.front(changed)? != before {
            return None;
        }
        let note = self.note(changed)?;
        let mut faults = self.form.iter().filter(|fault| fault.place.file == note.file);
        if faults.any(|fault| fault.severity == Severity::Error) {
            return None;
        }
        Some((&note.stem, self.sources.get(note.file).text.get(note.body.clone())?))
    }

    /// What stands before the body of a note.
    fn front(&self, path: &Path) -> Option<&str> {
        let note = self.note(path)?;
        self.sources.get(note.file).text.get(..note.body.start)
    }

    fn note(&self, path: &Path) -> Option<&LoadedNote> {
        let file = self.sources.find(&files::shown(&self.root, &files::slashed(path)))?;
        self.content.notes.iter().find(|note| note.file == file)
    }

    /// Reads files again, named by their paths in the folder. False where that is not enough:
    /// files came or went, and the whole folder has to be read.
    pub fn reread<'p>(&mut self, changed: impl IntoIterator<Item = &'p PathBuf>) -> bool {
        let Kept { root, content, sources, form } = self;
        changed.into_iter().all(|path| content.reread(root, &root.join(path), sources, form))
    }

    /// Links what was read, and says what is wrong with it.
    pub fn check(&self) -> (Model, Diagnostics) {
        link(&self.content, &self.sources, self.form.clone())
    }

    /// The texts.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }
}
