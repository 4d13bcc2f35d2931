//! Joins the stages: content, check, assess, site, output. The file to read first.

mod figures;

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::assess::{self, Assessment, BeforeDirective};
use crate::check;
use crate::content::{self, LoadError};
use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::output::{self, Written};
use crate::site::links::{BrokenLink, LinkCheck};
use crate::site::{RenderError, Site, TemplateError, Templates};
use crate::source::Sources;

/// A content folder, read and linked, with everything that is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// What it says; always there, however much is wrong.
    pub model: Model,
    /// The texts that were read.
    pub sources: Sources,
    /// What is wrong, in the order of files and lines.
    pub diagnostics: Diagnostics,
}

/// Reads and links the content folder `root`.
///
/// # Errors
///
/// When the folder itself cannot be read.
pub fn load(root: &Path) -> Result<Loaded, LoadError> {
    let (content, sources, mut diagnostics) = content::load(root)?;
    let (model, faults) = check::check(&content, &sources);
    diagnostics.append(faults);
    if !diagnostics.has_errors() {
        diagnostics.append(figures::check(&model, &sources));
    }
    diagnostics.sort(&sources);
    Ok(Loaded { model, sources, diagnostics })
}

/// The date to judge on: the one wanted, else the settings', else that of the newest fact.
pub fn as_of(model: &Model, wanted: Option<NaiveDate>) -> NaiveDate {
    wanted.or(model.settings.as_of).unwrap_or_else(|| model.newest_fact().0)
}

/// How everything stands on `as_of`.
///
/// # Errors
///
/// When the date lies before the directive's.
pub fn assess(model: &Model, as_of: NaiveDate) -> Result<Assessment, BeforeDirective> {
    assess::assess(model, as_of)
}

/// How everything will stand on `as_of` from what is dated up to `known`.
///
/// # Errors
///
/// When `known` lies before the directive's date.
pub fn forecast(
    model: &Model,
    known: NaiveDate,
    as_of: NaiveDate,
) -> Result<Assessment, BeforeDirective> {
    assess::forecast(model, known, as_of)
}

/// Where a site comes from and goes to.
#[derive(Clone, Copy, Debug)]
pub struct Folders<'a> {
    /// The content folder.
    pub content: &'a Path,
    /// The folder of the site.
    pub output: &'a Path,
}

/// What an onlooker is told while a site is built; called from several threads.
pub trait Progress: Sync {
    /// Another build holds the folder; this one waits for it.
    fn waits(&self);
    /// So many files will be written.
    fn begins(&self, files: usize);
    /// One more file is written.
    fn advances(&self);
    /// All files are written and will be moved into place.
    fn ends(&self);
}

/// A site that was built.
#[derive(Clone, Debug)]
pub struct Built {
    /// How many of its files are pages for people.
    pub pages: usize,
    /// What reached the disk.
    pub written: Written,
}

/// Why no site was built. The old one stands untouched.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The date lies before the directive's.
    #[error(transparent)]
    Date(#[from] BeforeDirective),
    /// A template cannot be read.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// A page cannot be rendered.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// Pages link to what is not there.
    #[error("{} links lead nowhere, the first: {} in {}", .0.len(), .0[0].target, .0[0].page)]
    BrokenLinks(Vec<BrokenLink>),
    /// An attachment cannot be read.
    #[error("cannot read {path}: {error}")]
    Attachment {
        /// Its path.
        path: String,
        /// What the system said.
        error: std::io::Error,
    },
    /// The site cannot be written.
    #[error(transparent)]
    Output(#[from] output::Error),
}

/// Renders the site and moves it into place in one step.
///
/// Pages are rendered side by side and streamed to disk, so memory does not grow with the bytes
/// of the site. Nothing is moved when a page fails or a link leads nowhere.
///
/// # Errors
///
/// See [`BuildError`].
pub fn build(
    model: Model,
    assessment: Assessment,
    templates: Templates,
    folders: Folders<'_>,
    progress: &dyn Progress,
) -> Result<Built, BuildError> {
    let site = Site::new(model, assessment, templates)?;
    let staging = output::stage(folders.output, || progress.waits())?;
    let links = LinkCheck::new();
    let copies = site.copies();
    progress.begins(site.routes().len() + copies.len());
    site.routes().par_iter().try_for_each(|route| -> Result<(), BuildError> {
        let path = site.path(*route);
        let bytes = site.render(*route)?;
        links.page(&path, &bytes);
        staging.write(&path, &bytes)?;
        progress.advances();
        Ok(())
    })?;
    copies.par_iter().try_for_each(|(from, to)| -> Result<(), BuildError> {
        let from = folders.content.join(from);
        let bytes = fs::read(&from)
            .map_err(|error| BuildError::Attachment { path: from.display().to_string(), error })?;
        links.page(to, &bytes);
        staging.write(to, &bytes)?;
        progress.advances();
        Ok(())
    })?;
    let broken = links.finish();
    if !broken.is_empty() {
        return Err(BuildError::BrokenLinks(broken));
    }
    progress.ends();
    let pages = site.routes().iter().filter(|route| site.path(**route).ends_with(".html")).count();
    Ok(Built { pages, written: staging.commit()? })
}
