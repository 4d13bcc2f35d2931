//! The records that the directives of a portal share, with what is wrong in any directive and how
//! each directive stands. Whoever changes them sees the whole portal.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::preview::directives_of;
use super::{Checked, Survey, directives, each, load_own};
use crate::assess::{Tally, assess_as_known};
use crate::content::{Instead, LoadError};
use crate::pipeline::{Loaded, load_instead};

/// The directives of a portal as they were read, kept for the next change.
#[derive(Clone, Debug, Default)]
pub struct Directives {
    /// The date on which they are judged: that of the settings, or of the newest fact.
    pub as_of: NaiveDate,
    read: BTreeMap<String, Arc<Read>>,
}

/// How a directive stands.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Its id: the name of its folder.
    pub id: String,
    /// Kind and number.
    pub name: String,
    /// What it is about.
    pub subject: String,
    /// Its date.
    pub date: NaiveDate,
    /// Whether its records have errors.
    pub is_faulty: bool,
    /// The tally of its tasks. `None` if it is dated after the as-of date.
    pub tally: Option<Tally>,
}

/// A directive that was read.
#[derive(Debug)]
struct Read {
    survey: Survey,
    summary: Summary,
    /// The documents that it has or shares: id, and number and symbol.
    documents: BTreeMap<String, Option<String>>,
    /// The date on which it was judged, if it is known.
    as_of: Option<NaiveDate>,
}

impl Read {
    fn new(
        root: &Path,
        id: &str,
        instead: &Instead,
        as_of: Option<NaiveDate>,
    ) -> Result<Self, LoadError> {
        let loaded = load_own(root, id, instead)?;
        let judged = as_of.and_then(|as_of| assess_as_known(&loaded.model, as_of, as_of).ok());
        let directive = &loaded.model.directive;
        let summary = Summary {
            id: id.to_owned(),
            name: directive.name(),
            subject: directive.subject.clone(),
            date: directive.date,
            is_faulty: loaded.diagnostics.has_errors(),
            tally: judged.map(|judged| judged.assessment.directive),
        };
        let documents = loaded.model.documents.iter();
        let documents =
            documents.map(|document| (document.id.to_string(), document.symbol.clone())).collect();
        Ok(Read { survey: Survey::of(loaded), summary, documents, as_of })
    }
}

impl Directives {
    /// How each directive stands, in the order of their ids.
    pub fn summaries(&self) -> impl Iterator<Item = &Summary> {
        self.read.values().map(|read| &read.summary)
    }

    /// Whether a directive has a document with this id.
    pub fn has_document(&self, id: &str) -> bool {
        self.read.values().any(|read| read.documents.contains_key(id))
    }

    /// The directive that has a document with this number and symbol, and its id there.
    pub fn with_document(&self, symbol: &str) -> Option<(&Summary, &str)> {
        let is_same = |known: &Option<String>| known.as_deref() == Some(symbol);
        self.read.values().find_map(|read| {
            let (id, _) = read.documents.iter().find(|(_, known)| is_same(known))?;
            Some((&read.summary, id.as_str()))
        })
    }

    /// How a directive stands.
    pub fn summary(&self, id: &str) -> Option<&Summary> {
        self.read.get(id).map(|read| &read.summary)
    }
}

/// Reads a portal as it would be with these texts in place of its files. The model is that of the
/// shared records; the diagnostics are those of the whole portal.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn read(root: &Path, instead: &Instead) -> Result<(Loaded, Directives), LoadError> {
    complete(root, instead, Directives::default())
}

/// Reads a portal again of which these files have changed, named by their paths in the folder. Of
/// directives, only those to which the files belong are read.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn reread(
    root: &Path,
    mut known: Directives,
    changed: &BTreeSet<PathBuf>,
) -> Result<(Loaded, Directives), LoadError> {
    match directives_of(changed) {
        Some(changed) => known.read.retain(|id, _| !changed.contains(id)),
        None => known.read.clear(),
    }
    complete(root, &Instead::new(), known)
}

/// Reads the shared records, and the directives that are not known.
fn complete(
    root: &Path,
    instead: &Instead,
    mut known: Directives,
) -> Result<(Loaded, Directives), LoadError> {
    let ids = directives(root)?;
    let mut checked = Checked::new(load_instead(root, instead)?);
    let settled = checked.model.settings.as_of;
    known.read.retain(|id, _| ids.contains(id));
    known.read_missing(root, instead, &ids, settled)?;
    let facts: Vec<_> = ids.iter().map(|id| Some(known.read.get(id)?.survey.newest)).collect();
    checked.date(root, &ids, &facts, instead)?;
    known.as_of = settled.or(checked.newest).unwrap_or_default();
    // Without a date in the settings, it is known only now.
    known.read.retain(|_, read| read.as_of == Some(known.as_of));
    known.read_missing(root, instead, &ids, Some(known.as_of))?;
    let identities = known.read.iter().map(|(id, read)| (id, read.survey.identity.clone()));
    checked.refuse_copies(root, identities, instead)?;
    let surveys = || known.read.values().map(|read| &read.survey);
    let first = surveys().map(|survey| survey.identity.1).min();
    checked.compare_date(root, first, surveys().map(|survey| survey.newest.0).max());
    for (id, read) in &known.read {
        let Survey { diagnostics, sources, .. } = read.survey.clone();
        checked.add(id, diagnostics, sources);
    }
    checked.diagnostics.sort(&checked.sources);
    Ok((checked.into(), known))
}

impl Directives {
    fn read_missing(
        &mut self,
        root: &Path,
        instead: &Instead,
        ids: &[String],
        as_of: Option<NaiveDate>,
    ) -> Result<(), LoadError> {
        let missing = ids.iter().filter(|id| !self.read.contains_key(*id));
        let missing: Vec<String> = missing.cloned().collect();
        let read = each(&missing, |id| Read::new(root, id, instead, as_of));
        for (id, read) in missing.into_iter().zip(read) {
            self.read.insert(id, Arc::new(read?));
        }
        Ok(())
    }
}
