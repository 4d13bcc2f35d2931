//! Builds a portal: each directive is read, judged, written and dropped, and the pages that all
//! share are made from the cards that they leave.
//!
//! A directive with errors stops the build, which names all of them. If it is told to keep going,
//! such a directive keeps its last good pages, and every shared page says at which date it stands.

mod named;
pub mod preview;
mod reuse;
pub mod shared;
mod stamps;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use chrono::NaiveDate;
use serde::Serialize;

use super::render::{self, BuildError, Progress};
use super::{Built, Folders, Loaded, assess, load, load_instead};
use crate::assess::{BeforeDirective, Tally};
use crate::check::{as_of_ahead, as_of_before_directives};
use crate::content::files::shown;
use crate::content::portal::{Layout, entries, folder_of, top_of};
use crate::content::{Instead, LoadError};
use crate::diagnostic::{Diagnostics, Place};
use crate::model::moved::Successor;
use crate::model::{Former, Id, Model};
use crate::output::{self, Staging};
use crate::site::links::BrokenLink;
use crate::site::portal::{Card, Portal, directive_of, path_below};
use crate::site::{Site, Templates};
use crate::source::Sources;
use reuse::{Record, Reuse};

/// Whether a content folder is that of a portal.
pub fn is_portal(root: &Path) -> bool {
    Layout::of(root) == Layout::Top
}

/// The ids of the directives of a portal, sorted.
///
/// # Errors
///
/// If their folder cannot be read.
pub fn directives(root: &Path) -> Result<Vec<String>, LoadError> {
    let failed = |error| LoadError { path: root.display().to_string(), error };
    let folders = entries(root).map_err(failed)?.folders;
    Ok(folders.into_iter().filter(|name| Id::parse(name).is_ok()).collect())
}

/// A portal that was read: what its directives share, and all that is wrong anywhere.
#[derive(Debug)]
pub struct Checked {
    /// What the directives share.
    pub model: Model,
    /// The texts of the files that something is said about.
    pub sources: Sources,
    /// What is wrong, in the order of files and lines.
    pub diagnostics: Diagnostics,
    /// The ids of the directives with errors.
    pub faulty: Vec<String>,
    /// Number of tasks.
    pub tasks: usize,
    /// Number of notes.
    pub notes: usize,
    /// The newest fact of the portal.
    pub newest: Option<NaiveDate>,
}

/// Reads a portal, as many directives at a time as there are threads.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn check(root: &Path) -> Result<Checked, LoadError> {
    check_instead(root, &Instead::new())
}

/// The date on which a directive of a portal is judged, if no settings name one: that of the newest
/// fact of all directives.
pub fn newest_of_all(root: &Path, directive: &Model) -> Option<NaiveDate> {
    let settings = &directive.settings;
    let is_open = settings.portal.is_some() && settings.as_of.is_none();
    let top = top_of(root).filter(|_| is_open)?;
    check(&top).ok()?.newest
}

/// Reads a portal as it would be with these texts in place of its files.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn check_instead(root: &Path, instead: &Instead) -> Result<Checked, LoadError> {
    let ids = directives(root)?;
    let mut checked = Checked::new(load_instead(root, instead)?);
    let read = each(&ids, |id| load_own(root, id, instead).map(Survey::of));
    let read = read.into_iter().collect::<Result<Vec<_>, _>>()?;
    let facts: Vec<_> = read.iter().map(|read| Some(read.newest)).collect();
    checked.date(root, &ids, &facts, instead)?;
    let identities = ids.iter().zip(read.iter().map(|read| read.identity.clone()));
    checked.refuse_copies(root, identities, instead)?;
    let first = read.iter().map(|read| read.identity.1).min();
    checked.compare_date(root, first, read.iter().map(|read| read.newest.0).max());
    for (id, read) in ids.iter().zip(read) {
        checked.tasks += read.tasks;
        checked.notes += read.notes;
        checked.add(id, read.diagnostics, read.sources);
    }
    checked.diagnostics.sort(&checked.sources);
    Ok(checked)
}

impl From<Checked> for Loaded {
    fn from(checked: Checked) -> Self {
        let Checked { model, sources, diagnostics, .. } = checked;
        Loaded { model, sources, diagnostics }
    }
}

impl Checked {
    fn new(top: Loaded) -> Self {
        let Loaded { model, sources, diagnostics } = top;
        let (faulty, newest) = (Vec::new(), None);
        Checked { model, sources, diagnostics, faulty, tasks: 0, notes: 0, newest }
    }

    /// Adds what is wrong in a directive.
    fn add(&mut self, id: &str, diagnostics: Diagnostics, sources: Sources) {
        if diagnostics.has_errors() && !self.is_faulty(id) {
            self.faulty.push(id.to_owned());
        }
        if diagnostics.iter().next().is_some() {
            let count = self.sources.append(sources);
            self.diagnostics.append_behind(count, diagnostics);
        }
    }

    fn is_faulty(&self, id: &str) -> bool {
        self.faulty.iter().any(|faulty| faulty == id)
    }

    /// Finds the newest fact of all directives, and reports one that is far ahead of all others.
    /// Of each directive its two newest facts are given, if it could be read.
    fn date(
        &mut self,
        root: &Path,
        ids: &[String],
        facts: &[Option<(NaiveDate, NaiveDate)>],
        instead: &Instead,
    ) -> Result<(), LoadError> {
        let all = || ids.iter().zip(facts).filter_map(|(id, facts)| Some((id, (*facts)?)));
        let Some((first, (newest, second))) = all().max_by_key(|(_, (newest, _))| *newest) else {
            return Ok(());
        };
        let others = all().filter(|(id, _)| *id != first).map(|(_, (newest, _))| newest);
        let second = others.chain([second]).max().unwrap_or(second);
        self.newest = Some(newest);
        let loaded = load_own(root, first, instead)?;
        let mut ahead = Diagnostics::default();
        ahead.extend(crate::check::ahead_of_portal(&loaded.model, second));
        if ahead.has_errors() {
            // A mistyped year moves the date of no other directive.
            self.newest = Some(second);
        }
        self.add(first, ahead, loaded.sources);
        Ok(())
    }

    /// Reports a data date in the settings that is before all directives, or long after their newest
    /// fact. Returns whether it is before them.
    fn compare_date(
        &mut self,
        root: &Path,
        first: Option<NaiveDate>,
        newest: Option<NaiveDate>,
    ) -> bool {
        let settings = &self.model.settings;
        let site = self.sources.find(&shown(root, "site.yaml"));
        let early = site.zip(settings.as_of).zip(first);
        let early = early
            .and_then(|((site, as_of), first)| as_of_before_directives(as_of, site, first, None));
        let ahead = site
            .zip(newest)
            .and_then(|(site, newest)| as_of_ahead(settings, Place::value(site, "as_of"), newest));
        let is_early = early.is_some();
        self.diagnostics.extend(early.into_iter().chain(ahead));
        is_early
    }

    /// Reports directives that are the same letter: each of their tasks would count twice.
    fn refuse_copies<'i>(
        &mut self,
        root: &Path,
        directives: impl Iterator<Item = (&'i String, Identity)>,
        instead: &Instead,
    ) -> Result<(), LoadError> {
        let mut by_identity: BTreeMap<Identity, Vec<&str>> = BTreeMap::new();
        for (id, identity) in directives.filter(|(_, (number, ..))| !number.is_empty()) {
            by_identity.entry(identity).or_default().push(id);
        }
        for ((number, ..), ids) in by_identity.iter().filter(|(_, ids)| ids.len() > 1) {
            for (n, id) in ids.iter().enumerate() {
                let loaded = load_own(root, id, instead)?;
                let file = shown(&folder_of(root, id), "directive.yaml");
                let Some(file) = loaded.sources.find(&file) else { continue };
                let other = ids[usize::from(n == 0)];
                let mut copy = Diagnostics::default();
                copy.push(crate::check::doubled_directive(file, number, other));
                let (copy, sources) = said(copy, loaded.sources);
                self.add(id, copy, sources);
            }
        }
        Ok(())
    }
}

/// What no two directives have in common: number, date and issuer.
type Identity = (String, NaiveDate, Option<String>);

fn identity(model: &Model) -> Identity {
    let directive = &model.directive;
    (directive.number.clone(), directive.date, directive.issuer.clone())
}

fn identity_of(card: &Card) -> Identity {
    (card.number.clone(), card.date, card.issuer.clone())
}

/// What is kept of a directive that was read.
#[derive(Clone, Debug)]
struct Survey {
    identity: Identity,
    diagnostics: Diagnostics,
    sources: Sources,
    newest: (NaiveDate, NaiveDate),
    tasks: usize,
    notes: usize,
}

impl Survey {
    fn of(directive: Loaded) -> Self {
        let Loaded { model, sources, diagnostics } = directive;
        let (tasks, notes) = (model.tasks().count(), model.notes.len());
        let (diagnostics, sources) = said(diagnostics, sources);
        let (identity, newest) = (identity(&model), model.newest_fact());
        Survey { identity, diagnostics, sources, newest, tasks, notes }
    }
}

fn survey(root: &Path, id: &str) -> Result<Survey, LoadError> {
    load_own(root, id, &Instead::new()).map(Survey::of)
}

/// Keeps the texts of a directive about which something is said: all of them would fill the memory.
fn said(mut diagnostics: Diagnostics, mut sources: Sources) -> (Diagnostics, Sources) {
    if diagnostics.iter().next().is_none() {
        return (diagnostics, Sources::default());
    }
    diagnostics.settle(&sources);
    let second = |second: &Place| second.file;
    let files = diagnostics
        .iter()
        .flat_map(|of| std::iter::once(of.place.file).chain(of.second.as_ref().map(second)))
        .collect();
    sources.keep_texts(&files);
    (diagnostics, sources)
}

/// Reads a directive with what it shares. What is wrong in shared files alone is told by their own
/// check.
fn load_own(root: &Path, id: &str, instead: &Instead) -> Result<Loaded, LoadError> {
    let folder = folder_of(root, id);
    let mut loaded = load_instead(&folder, instead)?;
    let own = shown(&folder, "");
    let Loaded { sources, diagnostics, .. } = &mut loaded;
    let is_own = |place: &Place| sources.get(place.file).path.starts_with(&own);
    diagnostics.retain(|diagnostic| {
        is_own(&diagnostic.place) || diagnostic.second.as_ref().is_some_and(is_own)
    });
    Ok(loaded)
}

/// How a portal is built.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The date on which everything is judged; by default that of the settings, or of the newest
    /// fact.
    pub as_of: Option<NaiveDate>,
    /// Whether directives with errors keep their last good pages.
    pub keep_going: bool,
    /// Whether every directive is built again, also where nothing has changed.
    pub full: bool,
}

/// A portal that was built.
pub struct BuiltPortal {
    /// Its pages and files.
    pub built: Built,
    /// The date on which it was judged.
    pub as_of: NaiveDate,
    /// The sum over its directives.
    pub tally: Tally,
    /// Number of directives that exist on the date.
    pub directives: usize,
    /// How many of them were taken over from the last build.
    pub reused: usize,
    /// The directives with errors, each with the date of the pages that it keeps.
    pub kept: Vec<(String, NaiveDate)>,
    /// The directives that do not exist on the date yet.
    pub later: Vec<Later>,
    /// Pages that are not there, each with the directive whose pages lead to it: kept pages lead to
    /// what is gone, or others to what kept pages do not have yet.
    pub lost: Vec<(String, String)>,
    /// What is wrong.
    pub checked: Checked,
    /// The shared pages.
    pub site: Site,
}

/// A directive that is dated after the as-of date.
#[derive(Clone, Debug, Serialize)]
pub struct Later {
    /// Its id.
    pub id: String,
    /// Its kind and number.
    pub name: String,
    /// Its date.
    pub date: NaiveDate,
}

impl Later {
    fn of(id: &str, made: &Made) -> Option<Self> {
        let Made::Later { identity: (_, date, _), name } = made else { return None };
        Some(Later { id: id.to_owned(), name: name.clone(), date: *date })
    }
}

/// Why no portal was built. The old site is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum PortalError {
    /// A folder cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The content has errors.
    #[error("{} directives have errors", .0.faulty.len())]
    Content(Box<Checked>),
    /// The site cannot be made.
    #[error(transparent)]
    Build(#[from] BuildError),
}

impl From<output::Error> for PortalError {
    fn from(error: output::Error) -> Self {
        PortalError::Build(error.into())
    }
}

/// What became of a directive.
enum Made {
    /// Its site is written, or taken over from the last build.
    Site { record: Box<(Record, Card)>, leads_to: Vec<BrokenLink>, is_new: bool },
    /// It is dated after the as-of date and does not exist yet.
    Later { identity: Identity, name: String },
    /// Its records have errors.
    Faulty,
}

impl Made {
    fn identity(&self) -> Option<Identity> {
        match self {
            Made::Site { record, .. } => Some(identity_of(&record.1)),
            Made::Later { identity, .. } => Some(identity.clone()),
            Made::Faulty => None,
        }
    }

    /// Its newest fact, if it exists.
    fn newest(&self) -> Option<NaiveDate> {
        match self {
            Made::Site { record, .. } => Some(record.0.newest.0),
            Made::Later { .. } | Made::Faulty => None,
        }
    }
}

/// Builds a portal.
///
/// # Errors
///
/// See [`PortalError`].
pub fn build(
    folders: Folders<'_>,
    options: Options,
    templates: &Templates,
    progress: &dyn Progress,
) -> Result<BuiltPortal, PortalError> {
    let root = folders.content;
    let ids = directives(root)?;
    let mut checked = Checked::new(load(root)?);
    if checked.diagnostics.has_errors() {
        // Nothing of the directives can be trusted; what is wrong in them is told all the same.
        return Err(PortalError::Content(Box::new(check(root)?)));
    }
    let staging = output::stage(folders.output, || progress.waits())?;
    let reuse =
        Reuse::new(root, &checked.model, &checked.sources, &staging, templates, options.full);
    let as_of = match options.as_of.or(checked.model.settings.as_of) {
        Some(as_of) => as_of,
        None => {
            let newest = |id: &str| match reuse.newest(id) {
                Some(newest) => Ok(Some(newest)),
                None => survey(root, id).map(|read| match read.diagnostics.has_errors() {
                    false => Some(read.newest),
                    // Its last good pages hold on to the date that they were made for.
                    true => options.keep_going.then(|| reuse.last_newest(id)).flatten(),
                }),
            };
            let facts = each(&ids, newest).into_iter().collect::<Result<Vec<_>, _>>()?;
            checked.date(root, &ids, &facts, &Instead::new())?;
            checked.newest.unwrap_or_default()
        }
    };
    let shared = checked.model.clone();
    let shared = &shared;
    let workshop = Workshop { root, as_of, shared, templates, staging: &staging, reuse: &reuse };
    progress.begins(ids.len() + 1);
    let make = |id: &str| -> Result<(Made, Diagnostics, Sources), PortalError> {
        // Its newest fact is too far ahead.
        let made = if checked.is_faulty(id) {
            Ok((Made::Faulty, Diagnostics::default(), Sources::default()))
        } else {
            workshop.make(id)
        };
        progress.advances();
        made
    };
    let made = each(&ids, make).into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut results = Vec::new();
    for (id, (made, diagnostics, sources)) in ids.iter().zip(made) {
        checked.add(id, diagnostics, sources);
        results.push((id.as_str(), made));
    }
    let identities: Vec<_> = (ids.iter().zip(&results))
        .filter_map(|(id, (_, made))| Some((id, made.identity()?)))
        .collect();
    let first = identities.iter().map(|(_, (_, date, _))| *date).min();
    checked.refuse_copies(root, identities.into_iter(), &Instead::new())?;
    let newest = results.iter().filter_map(|(_, made)| made.newest()).max();
    let is_early = options.as_of.is_none() && checked.compare_date(root, first, newest);
    checked.diagnostics.sort(&checked.sources);
    if is_early {
        return Err(PortalError::Content(Box::new(checked)));
    }
    let mut kept = Vec::new();
    for (id, made) in &mut results {
        if checked.is_faulty(id) {
            let last = options.keep_going.then(|| workshop.last(id)).flatten();
            let Some((last, as_of)) = last else {
                return Err(PortalError::Content(Box::new(checked)));
            };
            kept.push(((*id).to_owned(), as_of));
            *made = last;
        }
    }
    let later = results.iter().filter_map(|(id, made)| Later::of(id, made)).collect();
    let Shared { pages, site, records, reused, lost } = workshop.share(results)?;
    progress.advances();
    progress.ends();
    let directives = records.len();
    let tally = site.assessment().directive.clone();
    let sums: Vec<String> =
        site.cards().map(|card| staging.sum(&path_below(&card.id, ""))).collect();
    let written = staging.commit()?;
    let records = records.iter().zip(site.cards()).zip(&sums);
    reuse.keep(records.map(|((record, card), sum)| (record, card, sum.as_str())));
    let built = Built { pages, written };
    Ok(BuiltPortal { built, as_of, tally, directives, reused, kept, later, lost, checked, site })
}

/// The site of one directive on a date. `None` if the directive is of a later date.
///
/// # Errors
///
/// If its records cannot be read or have errors.
pub fn site_of(root: &Path, id: &str, as_of: NaiveDate) -> Result<Option<Site>, PortalError> {
    let mut loaded = load_own(root, id, &Instead::new())?;
    if loaded.diagnostics.has_errors() {
        let mut checked = Checked::new(load(root)?);
        checked.add(id, loaded.diagnostics, loaded.sources);
        return Err(PortalError::Content(Box::new(checked)));
    }
    let Ok(assessment) = assess(&mut loaded.model, as_of) else { return Ok(None) };
    let site = Site::new(loaded.model, assessment, &Templates::embedded());
    Ok(Some(site.map_err(BuildError::from)?))
}

/// What every directive is made with.
struct Workshop<'w> {
    root: &'w Path,
    as_of: NaiveDate,
    shared: &'w Model,
    templates: &'w Templates,
    staging: &'w Staging,
    reuse: &'w Reuse,
}

/// What the shared pages say of themselves.
struct Shared {
    pages: usize,
    site: Site,
    records: Vec<Record>,
    reused: usize,
    lost: Vec<(String, String)>,
}

impl Workshop<'_> {
    /// Takes over the site of a directive if nothing has changed, or else makes it.
    fn make(&self, id: &str) -> Result<(Made, Diagnostics, Sources), PortalError> {
        let (stamp, stored) = self.reuse.stamp_and_record(id);
        if let Some(stored) = stored
            && let Some(record) = self.reuse.current(stored, self.as_of, &stamp, self.staging)
            && self.staging.keep(&path_below(id, ""))?
        {
            let made = Made::Site { record: Box::new(record), leads_to: Vec::new(), is_new: false };
            return Ok((made, Diagnostics::default(), Sources::default()));
        }
        let mut loaded = load_own(self.root, id, &Instead::new())?;
        if loaded.diagnostics.has_errors() {
            let (diagnostics, sources) = said(loaded.diagnostics, loaded.sources);
            return Ok((Made::Faulty, diagnostics, sources));
        }
        let folder = folder_of(self.root, id);
        let newest = loaded.model.newest_fact();
        let (named, shared) = self.reuse.named_by(&folder, &loaded);
        let cited = loaded.model.tasks.iter().filter_map(|task| task.elsewhere.clone());
        let cited: Vec<_> =
            cited.map(|of| (of.directive.to_string(), of.task.to_string())).collect();
        // As they are now, not when the site is finished.
        let shown = self.reuse.sum_of_cited(&cited);
        let Ok(assessment) = assess(&mut loaded.model, self.as_of) else {
            let (identity, name) = (identity(&loaded.model), loaded.model.directive.name());
            let later = Made::Later { identity, name };
            let (diagnostics, sources) = said(loaded.diagnostics, loaded.sources);
            return Ok((later, diagnostics, sources));
        };
        let site = Site::new(loaded.model, assessment, self.templates).map_err(BuildError::from)?;
        let leads_to = self.render(&site, &folder, &path_below(id, ""))?;
        let (card, pages) = (site.card(id, self.shared), render::pages(&site));
        let key = self.reuse.key(self.as_of);
        let targets: BTreeSet<&String> = leads_to.iter().map(|link| &link.target).collect();
        let targets = targets.into_iter().cloned().collect();
        let record = Record {
            key,
            stamp,
            newest,
            named,
            shared,
            cited,
            shown,
            leads_to: targets,
            pages,
            is_stored: false,
        };
        let made = Made::Site { record: Box::new((record, card)), leads_to, is_new: true };
        let (diagnostics, sources) = said(loaded.diagnostics, loaded.sources);
        Ok((made, diagnostics, sources))
    }

    /// Takes over the last good pages of a directive whose records have errors.
    fn last(&self, id: &str) -> Option<(Made, NaiveDate)> {
        let (record, mut card) = self.reuse.last(id, self.as_of, self.staging)?;
        card.kept = true;
        let as_of = card.as_of;
        self.staging.keep(&path_below(id, "")).ok().filter(|kept| *kept)?;
        // Without its stamp, so that the next build reads the directive again.
        let record = Box::new((Record { stamp: String::new(), ..record }, card));
        Some((Made::Site { record, leads_to: Vec::new(), is_new: false }, as_of))
    }

    /// Renders the shared pages, and checks the links between directives.
    fn share(&self, made: Vec<(&str, Made)>) -> Result<Shared, PortalError> {
        let (mut records, mut cards, mut reused, mut leads_to) =
            (Vec::new(), Vec::new(), 0, Vec::new());
        let mut first: Option<NaiveDate> = None;
        for (_, made) in made {
            match made {
                Made::Site { record, leads_to: links, is_new } => {
                    reused += usize::from(!is_new);
                    leads_to.extend(links);
                    let (record, card) = *record;
                    records.push(record);
                    cards.push(Arc::new(card));
                }
                Made::Later { identity: (_, date, _), .. } => {
                    first = first.into_iter().chain([date]).min();
                }
                Made::Faulty => {}
            }
        }
        if let Some(directive) = first.filter(|_| records.is_empty()) {
            let error = BeforeDirective { as_of: self.as_of, directive };
            return Err(PortalError::Build(error.into()));
        }
        let model = self.with_former_pages(self.shared.clone());
        let folder = self.staging.folder().to_owned();
        let read = move |path: &str| fs::read(folder.join(path)).ok();
        let portal = Portal::new(&model, cards, Box::new(read));
        let site = Site::shared(model, self.as_of, portal, self.templates)
            .map_err(BuildError::from)?
            .with_search();
        leads_to.extend(self.render(&site, self.root, "")?);
        leads_to.retain(|link| !self.staging.has(&link.target));
        // Kept pages stay byte for byte, so a link of theirs may lead nowhere now, and what their
        // directive has since is not among them.
        let kept: BTreeSet<&str> =
            site.cards().filter(|card| card.kept).map(|card| card.id.as_str()).collect();
        let leads_to_kept = |link: &BrokenLink| {
            directive_of(&link.target).is_some_and(|directive| kept.contains(directive))
        };
        let (later, broken): (Vec<_>, Vec<_>) = leads_to.into_iter().partition(leads_to_kept);
        if !broken.is_empty() {
            return Err(PortalError::Build(BuildError::BrokenLinks(broken)));
        }
        let by = |page: &str| directive_of(page).unwrap_or_default().to_owned();
        let later = later.into_iter().map(|link| (by(&link.page), link.target));
        let of_kept = records.iter().zip(site.cards()).filter(|(_, card)| card.kept);
        let of_kept = of_kept.flat_map(|(record, card)| {
            let lost = record.leads_to.iter().filter(|target| !self.staging.has(target));
            lost.map(|target| (card.id.clone(), target.clone()))
        });
        let lost: BTreeSet<(String, String)> = later.chain(of_kept).collect();
        let lost = lost.into_iter().collect();
        let pages = render::pages(&site) + records.iter().map(|record| record.pages).sum::<usize>();
        Ok(Shared { pages, site, records, reused, lost })
    }

    /// The addresses of the single site that the portal replaces, and of a directive that has another
    /// id now: those of the directive that takes its place.
    fn with_former_pages(&self, mut model: Model) -> Model {
        for moved in &mut model.moved {
            if let (
                Former::Site(pages) | Former::Directive(_, pages),
                Some(Successor::Directive(id)),
            ) = (&mut moved.was, &moved.to)
            {
                let below = path_below(id.as_str(), "");
                let paths = self.staging.paths_below(&below).into_iter();
                *pages = paths
                    .filter_map(|path| Some(path.strip_prefix(&below)?.to_owned()))
                    .filter(|path| path.ends_with(".html"))
                    .collect();
            }
        }
        model
    }

    /// Renders a site into the folder `below` of the portal's. Returns the links to other sites of
    /// the portal.
    fn render(
        &self,
        site: &Site,
        content: &Path,
        below: &str,
    ) -> Result<Vec<BrokenLink>, BuildError> {
        let earlier = |path: &str| self.staging.earlier(&[below, path].concat());
        let write = |path: &str, bytes: &[u8]| self.staging.write(&[below, path].concat(), bytes);
        render::render_below(site, content, below, &Quiet, earlier, write)
    }
}

/// The progress of one directive, which nobody watches.
struct Quiet;

impl Progress for Quiet {
    fn waits(&self) {}
    fn begins(&self, _: usize) {}
    fn advances(&self) {}
    fn ends(&self) {}
}

/// Calls `work` for each directive, one a thread, so that no more directives are in memory than
/// there are threads. The results are in the order of the directives.
fn each<T: Send>(ids: &[String], work: impl Fn(&str) -> T + Sync) -> Vec<T> {
    let threads = rayon::current_num_threads().min(ids.len()).max(1);
    let inside = rayon::current_num_threads().div_ceil(threads);
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, T)>> = Mutex::default();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(inside).build();
                while let Some((n, id)) = take(ids, &next) {
                    let result = match &pool {
                        Ok(pool) => pool.install(|| work(id)),
                        // The system has no more threads; those that exist do it.
                        Err(_) => work(id),
                    };
                    held(&results).push((n, result));
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(n, _)| *n);
    results.into_iter().map(|(_, result)| result).collect()
}

fn take<'i>(ids: &'i [String], next: &AtomicUsize) -> Option<(usize, &'i str)> {
    let n = next.fetch_add(1, Ordering::Relaxed);
    ids.get(n).map(|id| (n, id.as_str()))
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
