//! A portal as its preview shows it: nothing is written. A directive is read when its files change,
//! and its site is prepared when one of its pages is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;

use super::{Checked, directives, each, held, identity_of, load_own, said, survey};
use crate::assess::BeforeDirective;
use crate::content::portal::{folder_of, holder_of};
use crate::content::{Instead, LoadError};
use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::pipeline::{assess, load};
use crate::site::portal::{Card, Portal, below};
use crate::site::{Site, TemplateError, Templates};
use crate::source::Sources;

/// Number of directives whose sites are kept for the next request.
const RECENT: usize = 8;

/// What was read of a portal, kept for the next change.
#[derive(Debug, Default)]
pub struct KeptPortal {
    root: PathBuf,
    /// The date that was asked for.
    asked: Option<NaiveDate>,
    /// The date of the cards.
    as_of: Option<NaiveDate>,
    read: BTreeMap<String, Read>,
}

/// What is kept of a directive.
#[derive(Debug, Default)]
struct Read {
    newest: Option<(NaiveDate, NaiveDate)>,
    diagnostics: Diagnostics,
    sources: Sources,
    /// What the shared pages show of it: of its last state without errors.
    card: Option<Arc<Card>>,
    /// Its date, if it does not exist yet.
    later: Option<NaiveDate>,
    /// Whether the card is that of its files and of the date.
    is_current: bool,
}

/// A portal that is ready to be shown.
pub struct ShownPortal {
    /// The shared pages.
    pub shared: Site,
    /// The directives.
    pub sites: Arc<Sites>,
    /// What is wrong.
    pub checked: Checked,
}

/// Why a portal cannot be shown.
#[derive(Debug)]
pub enum NotShown {
    /// A folder cannot be read.
    Load(LoadError),
    /// All directives are of a later date.
    Date(BeforeDirective),
    /// A template cannot be read.
    Template(TemplateError),
}

/// The sites of the directives, each prepared when it is asked for.
pub struct Sites {
    root: PathBuf,
    as_of: NaiveDate,
    templates: Templates,
    /// The sites that were asked for last, the newest at the end.
    recent: Mutex<Vec<(String, Arc<Site>)>>,
}

impl KeptPortal {
    /// Prepares to read the portal `root`, to be judged on a date or on that of its settings or of its
    /// newest fact.
    pub fn new(root: &Path, asked: Option<NaiveDate>) -> Self {
        KeptPortal { root: root.to_owned(), asked, ..KeptPortal::default() }
    }

    /// Reads what has changed: these files, named by their paths in the folder, or everything.
    ///
    /// # Errors
    ///
    /// See [`NotShown`].
    pub fn follow(
        &mut self,
        changed: Option<&BTreeSet<PathBuf>>,
        templates: &Templates,
    ) -> Result<ShownPortal, NotShown> {
        let ids = directives(&self.root).map_err(NotShown::Load)?;
        let changed = changed.and_then(directives_of);
        for (id, read) in &mut self.read {
            let stays = changed.as_ref().is_some_and(|changed| !changed.contains(id.as_str()));
            read.is_current &= stays;
            read.newest = read.newest.filter(|_| stays);
        }
        self.read.retain(|id, _| ids.contains(id));
        let mut checked = Checked::new(load(&self.root).map_err(NotShown::Load)?);
        let as_of = match self.asked.or(checked.model.settings.as_of) {
            Some(as_of) => as_of,
            None => self.date(&ids, &mut checked)?,
        };
        if self.as_of != Some(as_of) {
            self.read.values_mut().for_each(|read| read.is_current = false);
            self.as_of = Some(as_of);
        }
        self.judge(&ids, as_of, &checked.model, templates)?;
        let mut cards = Vec::new();
        for (id, read) in &self.read {
            cards.extend(read.card.clone());
            checked.add(id, read.diagnostics.clone(), read.sources.clone());
        }
        let identities = cards.iter().map(|card: &Arc<Card>| (&card.id, identity_of(card)));
        checked.refuse_copies(&self.root, identities, &Instead::new()).map_err(NotShown::Load)?;
        checked.diagnostics.sort(&checked.sources);
        let first = self.read.values().filter_map(|read| read.later).min();
        if let Some(directive) = first.filter(|_| cards.is_empty()) {
            return Err(NotShown::Date(BeforeDirective { as_of, directive }));
        }
        let (root, recent) = (self.root.clone(), Mutex::default());
        let sites = Arc::new(Sites { root, as_of, templates: templates.clone(), recent });
        let of_directive = Arc::clone(&sites);
        let portal =
            Portal::new(&checked.model, cards, Box::new(move |path| of_directive.file(path)));
        let shared = Site::shared(checked.model.clone(), as_of, portal, templates);
        Ok(ShownPortal { shared: shared.map_err(NotShown::Template)?, sites, checked })
    }

    /// The date of the newest fact.
    fn date(&mut self, ids: &[String], checked: &mut Checked) -> Result<NaiveDate, NotShown> {
        let known = |id: &String| self.read.get(id).is_some_and(|read| read.newest.is_some());
        let unknown: Vec<String> = ids.iter().filter(|id| !known(id)).cloned().collect();
        for (id, read) in unknown.iter().zip(each(&unknown, |id| survey(&self.root, id))) {
            let newest = read.map_err(NotShown::Load)?.newest;
            self.read.entry(id.clone()).or_default().newest = Some(newest);
        }
        let facts: Vec<_> = ids.iter().map(|id| self.read.get(id)?.newest).collect();
        checked.date(&self.root, ids, &facts, &Instead::new()).map_err(NotShown::Load)?;
        Ok(checked.newest.unwrap_or_default())
    }

    /// Reads and judges the directives whose cards are not current.
    fn judge(
        &mut self,
        ids: &[String],
        as_of: NaiveDate,
        shared: &Model,
        templates: &Templates,
    ) -> Result<(), NotShown> {
        let is_old = |id: &&String| !self.read.get(*id).is_some_and(|read| read.is_current);
        let old: Vec<String> = ids.iter().filter(is_old).cloned().collect();
        let root = &self.root;
        let judged = each(&old, |id| {
            let mut loaded = load_own(root, id, &Instead::new()).map_err(NotShown::Load)?;
            let (mut card, mut later) = (None, None);
            if !loaded.diagnostics.has_errors() {
                match assess(&mut loaded.model, as_of) {
                    Ok(assessment) => {
                        let site = Site::preview(loaded.model, assessment, templates);
                        card = Some(site.map_err(NotShown::Template)?.card(id, shared));
                    }
                    Err(_) => later = Some(loaded.model.directive.date),
                }
            }
            let (diagnostics, sources) = said(loaded.diagnostics, loaded.sources);
            Ok((card, later, diagnostics, sources))
        });
        for (id, judged) in old.iter().zip(judged) {
            let (card, later, diagnostics, sources) = judged?;
            let read = self.read.entry(id.clone()).or_default();
            // A directive with errors keeps what was shown of it.
            if !diagnostics.has_errors() {
                (read.card, read.later) = (card.map(Arc::new), later);
            }
            (read.diagnostics, read.sources, read.is_current) = (diagnostics, sources, true);
        }
        Ok(())
    }
}

impl Sites {
    /// The site of a directive. `None` if there is none on the date.
    pub fn site(&self, id: &str) -> Option<Arc<Site>> {
        let known = |recent: &mut Vec<(String, Arc<Site>)>| {
            let at = recent.iter().position(|(known, _)| known == id)?;
            let found = recent.remove(at);
            recent.push(found.clone());
            Some(found.1)
        };
        if let Some(site) = known(&mut held(&self.recent)) {
            return Some(site);
        }
        let is_one = directives(&self.root).is_ok_and(|ids| ids.iter().any(|known| known == id));
        let mut loaded =
            is_one.then(|| load_own(&self.root, id, &Instead::new()).ok()).flatten()?;
        // Records with errors are shown as far as possible.
        let assessment = assess(&mut loaded.model, self.as_of).ok()?;
        let site = Site::preview(loaded.model, assessment, &self.templates).ok()?;
        let site = Arc::new(site);
        let mut recent = held(&self.recent);
        recent.push((id.to_owned(), Arc::clone(&site)));
        if recent.len() > RECENT {
            recent.remove(0);
        }
        Some(site)
    }

    /// The folder of a directive's records.
    pub fn folder(&self, id: &str) -> PathBuf {
        folder_of(&self.root, id)
    }

    /// A file of the site of a directive, by its path in the portal's site.
    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let (id, inside) = below(path)?;
        let site = self.site(id)?;
        let route = site.routes().iter().find(|route| site.path(**route) == inside)?;
        site.render(*route).ok()
    }
}

/// The directives to which all of these files belong. `None` if one of them is shared.
pub(super) fn directives_of(files: &BTreeSet<PathBuf>) -> Option<BTreeSet<String>> {
    files.iter().map(|file| holder_of(file)).collect()
}
