//! A content folder that is read once as a whole, and then file by file as files are saved.

use std::path::{Path, PathBuf};

use super::{Loaded, join, link, load_instead, second_language};
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
    /// The same files, with their texts in the second language. Read when it is first needed.
    second: Option<Box<KeptContent>>,
}

impl KeptContent {
    /// Reads the whole folder.
    ///
    /// # Errors
    ///
    /// When the folder itself cannot be read.
    pub fn load(root: &Path) -> Result<Self, LoadError> {
        Self::load_in(root, None)
    }

    fn load_in(root: &Path, language: Option<&'static str>) -> Result<Self, LoadError> {
        let (content, sources, form) = content::load_in(root, &Instead::new(), language)?;
        Ok(KeptContent { root: root.to_owned(), content, sources, form, second: None })
    }

    /// Reads these files again, named by their paths in the folder. Returns `false` if files came
    /// or went, so that the whole folder has to be read.
    pub fn reread<'p>(&mut self, changed: impl IntoIterator<Item = &'p PathBuf>) -> bool {
        changed.into_iter().all(|path| self.reread_one(path))
    }

    fn reread_one(&mut self, path: &PathBuf) -> bool {
        let KeptContent { root, content, sources, form, second } = self;
        if second.as_mut().is_some_and(|second| !second.reread_one(path)) {
            // Read again when it is next needed.
            *second = None;
        }
        content.reread(root, &root.join(path), None, sources, form)
    }

    /// Links the records and runs the rules.
    pub fn check(&self) -> (Model, Diagnostics) {
        link(&self.content, &self.sources, self.form.clone())
    }

    /// Links the records and runs the rules like [`KeptContent::check`], and links them in their
    /// second language, if they have one and no errors.
    ///
    /// # Errors
    ///
    /// When the folder itself cannot be read.
    pub fn check_languages(&mut self) -> Result<(Model, Diagnostics), LoadError> {
        let (mut model, diagnostics) = self.check();
        let language = second_language(&self.content, &self.sources);
        let kept = self.second.take().filter(|kept| Some(kept.content.language) == language);
        if let Some(language) = language.filter(|_| !diagnostics.has_errors()) {
            let kept = match kept {
                Some(kept) => kept,
                None => Box::new(KeptContent::load_in(&self.root, Some(language))?),
            };
            join(&mut model, &kept.content, &kept.sources, kept.form.clone());
            self.second = Some(kept);
        } else {
            // Files may lack a text in one language until the errors are mended.
            self.second = kept;
        }
        Ok((model, diagnostics))
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
        let KeptContent { root, content, sources, form, .. } = self;
        let put = (instead.iter())
            .all(|(path, new)| content.reread(root, path, new.as_deref(), sources, form));
        let judged = if put { self.loaded() } else { load_instead(&self.root, instead)? };
        let KeptContent { root, content, sources, form, .. } = self;
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
