//! A content folder that is read once as a whole, and then file by file as files are saved.

use std::path::{Path, PathBuf};

use super::link;
use crate::content::{self, Content, LoadError};
use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::source::Sources;

/// The records and texts of a content folder, kept for the next change.
#[derive(Debug)]
pub struct KeptContent {
    root: PathBuf,
    content: Content,
    sources: Sources,
    /// Diagnostics about the form of files.
    form: Diagnostics,
}

impl KeptContent {
    /// Reads the whole folder.
    ///
    /// # Errors
    ///
    /// When the folder itself cannot be read.
    pub fn load(root: &Path) -> Result<Self, LoadError> {
        let (content, sources, form) = content::load(root)?;
        Ok(KeptContent { root: root.to_owned(), content, sources, form })
    }

    /// Reads these files again, named by their paths in the folder. Returns `false` if files came
    /// or went, so that the whole folder has to be read.
    pub fn reread<'p>(&mut self, changed: impl IntoIterator<Item = &'p PathBuf>) -> bool {
        let KeptContent { root, content, sources, form } = self;
        changed.into_iter().all(|path| content.reread(root, &root.join(path), sources, form))
    }

    /// Links the records and runs the rules.
    pub fn check(&self) -> (Model, Diagnostics) {
        link(&self.content, &self.sources, self.form.clone())
    }

    /// The texts that were read.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }
}
