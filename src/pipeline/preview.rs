//! A content folder that is read once as a whole, and then file by file as files are saved.

use std::path::{Path, PathBuf};

use super::{Loaded, link, load_instead};
use crate::content::{self, Content, Instead, LoadError};
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
        changed.into_iter().all(|path| content.reread(root, &root.join(path), None, sources, form))
    }

    /// Links the records and runs the rules.
    pub fn check(&self) -> (Model, Diagnostics) {
        link(&self.content, &self.sources, self.form.clone())
    }

    /// Links the records and runs the rules, with a copy of the texts.
    pub fn loaded(&self) -> Loaded {
        let (model, diagnostics) = self.check();
        Loaded { model, sources: self.sources.clone(), diagnostics }
    }

    /// Reads the content as it would be with these texts in place of its files. Only these are read,
    /// unless files would come or go.
    ///
    /// # Errors
    ///
    /// When the folder itself cannot be read.
    pub fn judge(&mut self, instead: &Instead) -> Result<Loaded, LoadError> {
        let is_kept = |path: &PathBuf| path.symlink_metadata().is_ok_and(|file| file.is_file());
        if !instead.iter().all(|(path, new)| new.is_some() && is_kept(path)) {
            return load_instead(&self.root, instead);
        }
        let KeptContent { root, content, sources, form } = self;
        let put = (instead.iter())
            .all(|(path, new)| content.reread(root, path, new.as_deref(), sources, form));
        let judged = if put { self.loaded() } else { load_instead(&self.root, instead)? };
        let KeptContent { root, content, sources, form } = self;
        if !instead.keys().all(|path| content.reread(root, path, None, sources, form)) {
            *self = KeptContent::load(&self.root)?;
        }
        Ok(judged)
    }

    /// The texts that were read.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }
}
