//! Joins the stages: content, check, assess, site, output. The file to read first.

mod again;
mod figures;
mod kept;
pub mod ledgers;

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::assess::{self, Assessment, BeforeDirective};
use crate::check;
use crate::content::files::MAX_ATTACHMENT_BYTES;
use crate::content::{self, Content, Instead, LoadError, open};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::fix::{self, Draft};
use crate::gate::{self, Changed, Earlier, Finding, Gone, Unreadable};
use crate::model::Model;
use crate::output::manifest;
use crate::output::{self, Written};
use crate::publish::package::{self, Packing, Since};
use crate::publish::published::{self, Published};
use crate::site::links::{BrokenLink, LinkCheck};
use crate::site::{Handover, RenderError, Retold, Route, Site, TemplateError, Templates, former};
use crate::source::Sources;

pub use again::{Again, Memory, build_again};
pub use kept::Kept;

/// A content folder, read and linked, with everything that is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// What it says; always there, however much is wrong.
    pub model: Model,
    /// The texts that were read.
    pub sources: Sources,
    /// What is wrong, in the order of files and lines.
    pub diagnostics: Diagnostics,
    /// When reading began, since 1970.
    pub began: Duration,
}

/// The time since 1970.
#[expect(
    clippy::disallowed_methods,
    reason = "tells only which files are too young to be known by their times; nothing written depends on it"
)]
fn now() -> Duration {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

/// Reads and links the content folder `root`.
///
/// # Errors
///
/// When the folder itself cannot be read.
pub fn load(root: &Path) -> Result<Loaded, LoadError> {
    load_instead(root, &Instead::new())
}

/// Reads and links the content folder as it would be with these texts in place of its own.
///
/// # Errors
///
/// When the folder itself cannot be read.
pub fn load_instead(root: &Path, instead: &Instead) -> Result<Loaded, LoadError> {
    let began = now();
    let (content, sources, faults) = content::load_instead(root, instead)?;
    let (model, diagnostics) = link(&content, &sources, faults);
    Ok(Loaded { model, sources, diagnostics, began })
}

/// Links what was read and looks it over; `diagnostics` are the complaints about its form.
fn link(
    content: &Content,
    sources: &Sources,
    mut diagnostics: Diagnostics,
) -> (Model, Diagnostics) {
    let (model, faults) = check::check(content, sources);
    diagnostics.append(faults);
    if !diagnostics.has_errors() {
        diagnostics.append(figures::check(&model, sources));
    }
    diagnostics.sort(sources);
    (model, diagnostics)
}

/// A content folder with everything mended that has one right answer; nothing is written yet.
#[derive(Debug)]
pub struct Mended {
    /// Its texts, mended or left alone.
    pub drafts: Vec<Draft>,
    /// The content as it will be.
    pub loaded: Loaded,
    /// Whether the content as it is has errors.
    pub had_errors: bool,
}

/// Most times that a content folder is read while it is mended; each reading may uncover more.
const MAX_ROUNDS: usize = 8;

/// Mends, in memory, what has one right answer.
///
/// # Errors
///
/// When the folder itself cannot be read.
pub fn mend(root: &Path) -> Result<Mended, LoadError> {
    let failed = |error| LoadError { path: root.display().to_string(), error };
    let mut drafts = fix::drafts(root).map_err(failed)?;
    let before = load_instead(root, &fix::unmended(&drafts))?;
    let had_errors = before.diagnostics.has_errors();
    let mut after = None;
    for _ in 0..MAX_ROUNDS {
        let now = after.as_ref().unwrap_or(&before);
        if !fix::mend(&mut drafts, &now.sources, &now.diagnostics, after.is_none()) {
            break;
        }
        after = Some(load_instead(root, &fix::mended(&drafts))?);
    }
    let mut after = match after {
        Some(after) => after,
        None if drafts.iter().any(Draft::is_changed) => load_instead(root, &fix::mended(&drafts))?,
        None => return Ok(Mended { drafts, loaded: before, had_errors }),
    };
    // Each failure leaves one more file alone, which may be what another one's names need.
    let seen = (&before.sources, &before.diagnostics);
    while !fix::verify(&mut drafts, seen, (&after.sources, &after.diagnostics)) {
        after = load_instead(root, &fix::mended(&drafts))?;
    }
    Ok(Mended { drafts, loaded: after, had_errors })
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
        error: io::Error,
    },
    /// The site cannot be written.
    #[error(transparent)]
    Output(#[from] output::Error),
    /// The package cannot be written.
    #[error(transparent)]
    Package(#[from] package::Error),
    /// What was published cannot be compared with the records.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// Published facts are told otherwise, or no longer, and the records do not say why.
    #[error("{} published facts are told otherwise without a reason", .0.findings.len())]
    Held(Box<Verdict>),
}

/// How a new site stands against the published one.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// What stops the publication; empty: nothing does.
    pub findings: Vec<Finding>,
    /// What is told otherwise, with or without a reason.
    pub changed: Changed,
}

/// Most bytes of a published file of data.
const MAX_DATA_BYTES: u64 = 512 * 1024 * 1024;

/// What the gate needs of a site in a folder or a zip.
///
/// # Errors
///
/// When it cannot be read or holds no manifest.
pub fn earlier(site: &Published) -> Result<Earlier, published::Error> {
    let mut earlier = Earlier { entries: site.manifest()?.entries, ..Earlier::default() };
    for (path, bytes) in gate::DATA.into_iter().zip(&mut earlier.data) {
        *bytes = site.read(path, MAX_DATA_BYTES)?;
    }
    Ok(earlier)
}

/// Holds a new site against the published one: call it before anything is sent or packed, and stop
/// where [`Verdict::findings`] holds something. The published files that are needed are the
/// manifest and [`gate::DATA`].
///
/// # Errors
///
/// Where what was published cannot be compared; that stops the publication too.
pub fn gate(earlier: &Earlier, site: &Site) -> Result<Verdict, Unreadable> {
    let before = gate::read(earlier)?;
    let now = site.paths();
    // The page about the newest figures goes with their date, unless that is a reporting date.
    let newest = site.path(Route::Period(before.as_of));
    let gone: Vec<Gone> = (before.paths.iter())
        .filter(|path| !now.contains(*path) && **path != newest)
        .filter_map(|path| Some(Gone { path: path.clone(), was: former::about(path)? }))
        .collect();
    let (model, assessment) = (site.model(), site.assessment());
    Ok(Verdict {
        findings: gate::findings(&before, model, assessment, &gone)?,
        changed: gate::changed(&before, model, assessment),
    })
}

/// Whether a site that was built (`read` gives its files) tells what the records tell now.
///
/// # Errors
///
/// When a file of the data cannot be rendered.
pub fn is_current(
    site: &Site,
    read: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<bool, RenderError> {
    for route in site.routes() {
        let path = site.path(*route);
        if gate::DATA.contains(&path.as_str()) && read(&path) != Some(site.render(*route)?) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What changed in content, under the keys of its words.
fn retold(changed: &Changed) -> Retold<'_> {
    Retold {
        from: changed.from,
        gone: &changed.gone,
        tasks: vec![
            ("handover-done", &changed.done),
            ("handover-overdue", &changed.overdue),
            ("handover-redated", &changed.redated),
            ("handover-reopened", &changed.reopened),
            ("handover-stopped", &changed.stopped),
            ("handover-added", &changed.added),
        ],
    }
}

/// Renders the site and moves it into place in one step.
///
/// Pages are rendered side by side and streamed to disk, so memory does not grow with the bytes
/// of the site. Nothing is moved when a page fails or a link leads nowhere. With a `memory`, what
/// [`build_again`] needs is left beside the site.
///
/// # Errors
///
/// See [`BuildError`].
pub fn build(
    model: Model,
    assessment: Assessment,
    templates: Templates,
    folders: Folders<'_>,
    memory: Option<Memory>,
    progress: &dyn Progress,
) -> Result<Built, BuildError> {
    let site = Site::new(model, assessment, templates)?;
    let staging = output::stage(folders.output, || progress.waits())?;
    render(&site, folders.content, progress, |path, bytes| staging.write(path, bytes))?;
    progress.ends();
    let pages = pages(&site);
    let written = staging.commit_leaving(|| memory?.leaving(pages, site))?;
    Ok(Built { pages, written })
}

/// A package that was made.
#[derive(Clone, Debug)]
pub struct Packaged {
    /// How many of the site's files are pages for people.
    pub pages: usize,
    /// All files of the site but its manifest.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// The bytes of the zip.
    pub zipped: u64,
    /// SHA-256 of the site's manifest.
    pub manifest_sha256: String,
    /// What is new against the earlier site, if one was named.
    pub since: Option<Since>,
    /// What its tasks tell otherwise.
    pub changed: Option<Changed>,
}

/// Renders the site into one zip at `to`, with what its publisher needs: a hand-over sheet, sums,
/// the files to be deleted, samples for web servers.
///
/// # Errors
///
/// See [`BuildError`]. A package of that name that was there stands untouched.
pub fn package(
    model: Model,
    assessment: Assessment,
    templates: Templates,
    content: &Path,
    to: &Path,
    earlier: Option<&Earlier>,
    progress: &dyn Progress,
) -> Result<Packaged, BuildError> {
    let site = Site::new(model, assessment, templates)?;
    let verdict = earlier.map(|earlier| gate(earlier, &site)).transpose()?;
    if let Some(verdict) = verdict.as_ref().filter(|verdict| !verdict.findings.is_empty()) {
        return Err(BuildError::Held(Box::new(verdict.clone())));
    }
    let packing = Packing::default();
    render(&site, content, progress, |path, bytes| packing.add(path, bytes))?;
    progress.ends();
    let filled = packing.fill();
    let mut packaged = Packaged {
        pages: pages(&site),
        files: filled.entries().count(),
        bytes: filled.entries().map(|entry| entry.size).sum(),
        zipped: 0,
        manifest_sha256: manifest::sha256(filled.manifest.as_bytes()),
        since: earlier.map(|earlier| filled.since(&earlier.entries)),
        changed: verdict.map(|verdict| verdict.changed),
    };
    let since = packaged.since.as_ref();
    let sheet = site.handover(&Handover {
        pages: packaged.pages,
        files: packaged.files,
        bytes: packaged.bytes,
        manifest_sha256: &packaged.manifest_sha256,
        since: since.map(|since| (since.added, since.changed, since.removed.len())),
        retold: packaged.changed.as_ref().map(retold),
    })?;
    let removed: String =
        since.iter().flat_map(|since| &since.removed).map(|path| format!("{path}\r\n")).collect();
    let mut beside = vec![
        ("phieu-ban-giao.html", sheet),
        ("SHA256SUMS", filled.sums().into_bytes()),
        ("da-xoa.txt", removed.into_bytes()),
    ];
    beside.extend(site.hosting_samples());
    packaged.zipped = filled.write(to, &beside)?;
    Ok(packaged)
}

/// Renders every file, side by side, and hands it on; a link that leads nowhere is a failure.
fn render<E>(
    site: &Site,
    content: &Path,
    progress: &dyn Progress,
    take: impl Fn(&str, &[u8]) -> Result<(), E> + Sync,
) -> Result<(), BuildError>
where
    BuildError: From<E>,
{
    let links = LinkCheck::new();
    let copies = site.copies();
    progress.begins(site.routes().len() + copies.len());
    let put = |path: &str, bytes: &[u8]| -> Result<(), BuildError> {
        links.page(path, bytes);
        take(path, bytes)?;
        progress.advances();
        Ok(())
    };
    (site.routes().par_iter())
        .try_for_each(|route| put(&site.path(*route), &site.render(*route)?))?;
    copies.par_iter().try_for_each(|(from, to)| -> Result<(), BuildError> {
        let from = content.join(from);
        let bytes = open::whole(content, &from, MAX_ATTACHMENT_BYTES)
            .map_err(io::Error::from)
            .map_err(|error| BuildError::Attachment { path: from.display().to_string(), error })?;
        put(to, &bytes)
    })?;
    let broken = links.finish();
    if broken.is_empty() { Ok(()) } else { Err(BuildError::BrokenLinks(broken)) }
}

fn pages(site: &Site) -> usize {
    site.routes().iter().filter(|route| site.path(**route).ends_with(".html")).count()
}

/// What a change of one text does to the whole.
#[derive(Debug)]
pub struct Proposed {
    /// The content as it would be.
    pub loaded: Loaded,
    /// Errors that there were not before.
    pub new_errors: Diagnostics,
}

/// Reads the content folder as it would be with this text at `path`, and says which errors that
/// would bring beside those of `before`.
///
/// # Errors
///
/// When the folder itself cannot be read.
pub fn propose(
    root: &Path,
    path: PathBuf,
    text: &str,
    before: &Loaded,
) -> Result<Proposed, LoadError> {
    let loaded = load_instead(root, &Instead::from([(path, text.as_bytes().to_vec())]))?;
    let new_errors = new_errors(before, &loaded);
    Ok(Proposed { loaded, new_errors })
}

/// The errors that `loaded` has beside those of `before`.
fn new_errors(before: &Loaded, loaded: &Loaded) -> Diagnostics {
    let key = |diagnostic: &Diagnostic, sources: &Sources| {
        (sources.get(diagnostic.place.file).path.clone(), diagnostic.code, diagnostic.args.clone())
    };
    let mut known: Vec<_> =
        before.diagnostics.iter().map(|fault| key(fault, &before.sources)).collect();
    let mut new_errors = Diagnostics::default();
    for fault in loaded.diagnostics.iter().filter(|fault| fault.severity == Severity::Error) {
        let key = key(fault, &loaded.sources);
        match known.iter().position(|old| *old == key) {
            Some(at) => drop(known.swap_remove(at)),
            None => new_errors.push(fault.clone()),
        }
    }
    new_errors
}

/// Where the file lies that complaints show as `shown`.
pub fn path_of(root: &Path, shown: &str) -> Option<PathBuf> {
    let (found, _) = content::files::find(root).ok()?;
    found.into_iter().find(|file| file.shown == shown).map(|file| file.path)
}
