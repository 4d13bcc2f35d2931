//! A content folder that is read once, and then file by file as somebody saves them.

use std::path::{Path, PathBuf};

use super::link;
use crate::content::{self, Content, LoadError};
use crate::diagnostic::Diagnostics;
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
