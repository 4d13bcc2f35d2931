//! Joins the stages of a build: load, check, assess, build. Read this file first.
//!
//! [`load`] reads the content folder and links it into a [`Model`], with everything that is wrong
//! with it. [`assess`] judges the model on a date. [`build`] renders the site and moves it into
//! place. Everything else a command can do with the content is in a file below this one.

mod change;
mod document;
mod figures;
mod gate;
pub mod growth;
pub mod ledgers;
mod mend;
mod package;
pub mod portal;
mod preview;
mod propose;
pub mod publications;
mod reasons;
mod recording;
mod render;

use std::borrow::Cow;
use std::path::Path;

use chrono::NaiveDate;

use crate::assess::{self, Assessment, BeforeDirective};
use crate::check;
use crate::content::portal::Layout;
use crate::content::{self, Content, Instead, LoadError, translated};
use crate::diagnostic::Diagnostics;
use crate::model::settings::Twin;
use crate::model::{Language, Model};
use crate::output::{self, Written};
use crate::site::{Site, Templates};
use crate::source::Sources;

pub use change::{ChangeError, longer_record, path_on_disk, read_record};
pub use document::{DocumentError, DocumentFile, NewDocument, attach};
pub use gate::{Verdict, earlier, first_retold, gate, is_current};
pub use mend::{Mended, mend};
pub use package::{PackageOptions, Packaged, package, package_portal};
pub use preview::KeptContent;
pub use propose::{Proposed, new_diagnostics, path_of, propose, propose_all};
pub use reasons::{Input, Reasons};
pub use recording::Recording;
pub use render::{BuildError, Progress};

/// A content folder, read and linked, with everything that is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// The linked records. A reference that leads nowhere is reported and left out, so that there
    /// is always a model.
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
/// When the folder itself cannot be read. Whatever is wrong inside it is a diagnostic.
pub fn load(root: &Path) -> Result<Loaded, LoadError> {
    load_instead(root, &Instead::new())
}

/// Reads and links the content folder as it would be with these texts in place of its files.
///
/// # Errors
///
/// When the folder itself cannot be read.
pub fn load_instead(root: &Path, instead: &Instead) -> Result<Loaded, LoadError> {
    let (content, sources, diagnostics) = content::load_instead(root, instead)?;
    let (mut model, diagnostics) = link(&content, &sources, diagnostics);
    if let Some(language) = second_language(&content, &sources)
        && !diagnostics.has_errors()
    {
        let (content, sources, form) = content::load_in(root, instead, Some(language))?;
        join(&mut model, &content, &sources, form);
    }
    Ok(Loaded { model, sources, diagnostics })
}

/// Reads and links the content folder like [`load_instead`]. At the top of a portal, the diagnostics
/// are those of all its directives too.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn load_whole(root: &Path, instead: &Instead) -> Result<Loaded, LoadError> {
    match portal::is_portal(root) {
        true => portal::check_instead(root, instead).map(Loaded::from),
        false => load_instead(root, instead),
    }
}

/// The second language of the records, if their site gets pages in one. The pages of a portal lead
/// to one another in one language.
fn second_language(content: &Content, sources: &Sources) -> Option<&'static str> {
    let is_single = content.layout == Layout::Single;
    translated::second(sources, content.language).filter(|_| is_single)
}

/// Links what was read in the second language and adds it to the model. Its diagnostics are those
/// of the first reading.
fn join(first: &mut Model, content: &Content, sources: &Sources, form: Diagnostics) {
    let (mut second, _) = link(content, sources, form);
    let known = Language::ALL.into_iter().find(|(tag, _)| *tag == content.language);
    let language = known.map_or(Language::default(), |(_, language)| language);
    second.settings.language = language;
    second.settings.twin = Some(Twin { language: first.settings.language, is_first: true });
    first.settings.twin = Some(Twin { language, is_first: false });
    if let Some(address) = &mut second.settings.base_url {
        address.push_str(language.folder());
    }
    first.second = Some(Box::new(second));
}

/// Links what was read. `diagnostics` are those about the form of the files; what the rules find is
/// added to them.
fn link(
    content: &Content,
    sources: &Sources,
    mut diagnostics: Diagnostics,
) -> (Model, Diagnostics) {
    let (mut model, found) = check::check(content, sources);
    diagnostics.append(found);
    if model.publications.is_some() {
        model.records_sum = publications::records_sum(content, sources);
    }
    if !diagnostics.has_errors() {
        diagnostics.append(figures::check(&model));
    }
    diagnostics.sort(sources);
    (model, diagnostics)
}

/// The as-of date: the one asked for, else that of the settings, else the date of the newest fact.
pub fn as_of(model: &Model, wanted: Option<NaiveDate>) -> NaiveDate {
    wanted.or(model.settings.as_of).unwrap_or_else(|| model.newest_fact().0)
}

/// Judges every task and every group on `as_of`, and leaves in the model what was known on that
/// day.
///
/// # Errors
///
/// When the date lies before the directive's.
pub fn assess(model: &mut Model, as_of: NaiveDate) -> Result<Assessment, BeforeDirective> {
    if let Cow::Owned(known) = model.as_known(as_of, as_of) {
        *model = known;
    }
    if let Some(second) = &mut model.second
        && let Cow::Owned(known) = second.as_known(as_of, as_of)
    {
        **second = known;
    }
    assess::assess(model, as_of)
}

/// The folders of a build.
#[derive(Clone, Copy, Debug)]
pub struct Folders<'a> {
    /// The content folder, from which attachments are copied.
    pub content: &'a Path,
    /// The folder of the site.
    pub output: &'a Path,
}

/// A site that was built.
#[derive(Clone, Debug)]
pub struct Built {
    /// How many of its files are pages for people.
    pub pages: usize,
    /// What reached the disk.
    pub written: Written,
}

/// Renders the site and moves it into place in one step.
///
/// Pages are rendered in parallel and streamed to disk, so that memory does not grow with the size
/// of the site. Nothing is moved if a page fails or a link leads nowhere.
///
/// # Errors
///
/// See [`BuildError`]. The old site is untouched then.
pub fn build(
    model: Model,
    assessment: Assessment,
    templates: &Templates,
    folders: Folders<'_>,
    progress: &dyn Progress,
) -> Result<Built, BuildError> {
    let site = Site::new(model, assessment, templates)?;
    let staging = output::stage(folders.output, || progress.waits())?;
    let earlier = |path: &str| staging.earlier(path);
    render::render(&site, folders.content, progress, earlier, |path, bytes| {
        staging.write(path, bytes)
    })?;
    progress.ends();
    let written = staging.commit()?;
    Ok(Built { pages: render::pages(&site), written })
}
