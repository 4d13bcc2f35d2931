//! A site as it is kept on disk for the next build: what its pages look up, without the texts of
//! notes, and which files show words of which note. When only the words of notes change, the files
//! that show them are made again from this, and no other record has to be read.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize, Serializer};

use super::data::Files;
use super::index::{Index, beginning};
use super::readers::Extent;
use super::render::{Engine, TemplateError};
use super::route::Route;
use super::search::Search;
use super::templates::Templates;
use super::words::Words;
use super::{Site, index};
use crate::assess::Assessment;
use crate::markdown;
use crate::model::link::Target;
use crate::model::{Gist, Model, Note, NoteIx};

/// A site without the texts of its notes, as it is written and read back.
#[derive(Serialize, Deserialize)]
struct Kept<'k, M> {
    model: M,
    as_of: NaiveDate,
    /// By note; none for those that are not public.
    #[serde(borrow)]
    known: Vec<Option<Known<'k>>>,
    computed: BTreeSet<NoteIx>,
    readers: BTreeMap<NoteIx, Vec<(Route, Extent)>>,
}

/// What is kept of a note's text.
#[derive(Serialize, Deserialize)]
struct Known<'k> {
    /// The targets of its links in their order, a line each.
    #[serde(borrow)]
    targets: Cow<'k, str>,
    /// How its words begin, in UTF-8: bytes, since few are ever looked at.
    #[serde(serialize_with = "as_bytes")]
    line: &'k [u8],
    /// Whether it names a record of which only the status is public.
    restricted: bool,
}

/// A site that was kept, while texts of notes are being replaced.
pub struct Saved<'k> {
    kept: Kept<'k, Model>,
    /// The notes with new texts, and whether their words begin otherwise now.
    rewritten: BTreeMap<NoteIx, bool>,
}

/// How the words of rewritten notes begin, for who keeps the same site again.
pub type Rewritten = Vec<(NoteIx, String)>;

/// What must be made again of a site that was kept.
pub struct Stale {
    /// The site as it is now, of which only these files can be asked for.
    pub site: Site,
    /// The files to be made again.
    pub routes: Vec<Route>,
    /// The paths of files that there are no more.
    pub removed: Vec<String>,
    /// How the words of the rewritten notes begin.
    pub rewritten: Rewritten,
}

impl Site {
    /// From now on it is remembered which file shows which note, so that the site can be
    /// [saved](Self::save).
    pub fn remember_readers(&mut self) {
        self.index.readers.remember();
    }

    /// The site for [`Saved::read`], when all its files were rendered. Texts of which only the
    /// status is public are left out: nothing of them would be shown.
    pub fn save(mut self) -> Vec<u8> {
        // Room first: nothing of this is kept.
        self.search = OnceLock::new();
        self.index.data = Files::default();
        self.model.notes.iter_mut().for_each(|note| note.body = String::new());
        for task in self.model.tasks.iter_mut().filter(|task| task.restricted) {
            task.product = None;
            task.updates.iter_mut().for_each(|update| update.text = None);
        }
        let hidden = |model: &Model, n: usize| model.is_hidden(&model.notes[n]);
        for n in 0..self.model.notes.len() {
            if hidden(&self.model, n) {
                self.model.notes[n].title.clear();
            }
        }
        let (model, index) = (&self.model, &self.index);
        let known = |(n, note): (usize, &Note)| {
            let gist = index.gist(NoteIx(n))?;
            Some(Known {
                targets: gist.targets.join("\n").into(),
                line: gist.line.as_bytes(),
                restricted: names_restricted(model, index, note, gist),
            })
        };
        let keeping = Kept {
            model,
            as_of: self.assessment.as_of,
            known: model.notes.iter().enumerate().map(known).collect(),
            computed: index.computed.clone(),
            readers: index.readers.by_note(),
        };
        postcard::to_stdvec(&keeping)
            .unwrap_or_else(|_| unreachable!("numbers, texts and lists can always be written"))
    }
}

impl<'k> Saved<'k> {
    /// Reads a site that was saved and the beginnings of notes that were rewritten since. None
    /// where it is none.
    pub fn read(bytes: &'k [u8], since: &'k Rewritten) -> Option<Self> {
        let mut kept: Kept<'k, Model> = postcard::from_bytes(bytes).ok()?;
        for (note, line) in since {
            kept.known.get_mut(note.0)?.as_mut()?.line = line.as_bytes();
        }
        (kept.known.len() == kept.model.notes.len())
            .then_some(Saved { kept, rewritten: BTreeMap::new() })
    }

    /// The records, notes without their texts.
    pub fn model(&self) -> &Model {
        &self.kept.model
    }

    /// The date on which the site is judged.
    pub fn as_of(&self) -> NaiveDate {
        self.kept.as_of
    }

    /// Replaces the text of a note. False, and nothing is done, where more than the note's own words may follow from it: other links between records, computed
    /// figures, complaints that only some notes get.
    pub fn rewrite(&mut self, ix: NoteIx, body: &str) -> bool {
        let Kept { known, computed, .. } = &self.kept;
        let Some(Some(known)) = known.get(ix.0) else { return false };
        if known.restricted || computed.contains(&ix) || markdown::may_compute(body) {
            return false;
        }
        let Ok(facts) = markdown::facts(body) else { return false };
        let targets: Vec<String> = facts.targets().map(str::to_owned).collect();
        if targets.join("\n") != known.targets {
            return false;
        }
        let begins_otherwise = known.line != beginning(&facts.line).as_bytes();
        let note = &mut self.kept.model.notes[ix.0];
        (note.body, note.gist) = (body.to_owned(), Some(Gist { targets, line: facts.line }));
        self.rewritten.insert(ix, begins_otherwise);
        true
    }

    /// The site with the new texts, judged as it was, and what of it must be made again. `old`
    /// gives the files of the old site. None where those are not as we write them.
    ///
    /// # Errors
    ///
    /// When a template cannot be read.
    pub fn restore(
        self,
        assessment: Assessment,
        templates: Templates,
        old: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    ) -> Result<Option<Stale>, TemplateError> {
        let Saved { kept: Kept { mut model, known, computed, readers, .. }, rewritten } = self;
        let mut routes: BTreeSet<Route> = BTreeSet::new();
        for (note, begins_otherwise) in &rewritten {
            let files = readers.get(note).into_iter().flatten();
            let shows = |extent: Extent| *begins_otherwise || extent == Extent::Whole;
            routes.extend(files.filter(|(_, extent)| shows(*extent)).map(|(file, _)| *file));
        }
        let nothing: Arc<str> = "".into();
        for (n, (note, known)) in model.notes.iter_mut().zip(known).enumerate() {
            let Some(known) = known.filter(|_| note.gist.is_none()) else { continue };
            let mut files = readers.get(&NoteIx(n)).into_iter().flatten();
            let is_shown = files.any(|(file, _)| routes.contains(file));
            let targets = known.targets.lines().filter(|target| matters(target));
            note.gist = Some(Gist {
                targets: targets.map(str::to_owned).collect(),
                line: if is_shown {
                    String::from_utf8_lossy(known.line).into()
                } else {
                    Arc::clone(&nothing)
                },
            });
        }
        let words = Arc::new(Words::new(&model, model.settings.language.tag()));
        let mut index = Index::new(&model, &assessment);
        index.computed = computed;
        model.notes.iter_mut().for_each(|note| note.gist = None);
        let engine = Engine::new(templates, words.table())?;
        let search = OnceLock::new();
        let mut site = Site { model, assessment, words, index, engine, search, routes: Vec::new() };
        let path = |route: Route| route.path(&site.model);
        let Some(parts) = Search::read(|part| old(&path(Route::SearchPart(part)))) else {
            return Ok(None);
        };
        let notes: Vec<NoteIx> = rewritten.keys().copied().collect();
        let Some(search) = Search::replaced(&site.sheet(Route::Search), &parts, &notes) else {
            return Ok(None);
        };
        routes.insert(Route::SearchDirectory);
        routes.extend(search.changed_parts(&parts).map(Route::SearchPart));
        let removed = (search.parts_count() + 1..=parts.len()).map(Route::SearchPart);
        let removed = removed.map(path).collect();
        let line = |note: &NoteIx| (*note, index::beginning(site.index.line(*note)).to_owned());
        let rewritten = notes.iter().map(line).collect();
        site.search = OnceLock::from(search);
        Ok(Some(Stale { site, routes: routes.into_iter().collect(), removed, rewritten }))
    }
}

fn as_bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

/// Whether the pages look up who links to a target.
fn matters(target: &str) -> bool {
    matches!(Target::parse(target), Target::Document(_) | Target::Attachment(_))
}

/// Whether a note names a record of which only the status is public; then rules look at its words
/// that look at no others.
fn names_restricted(model: &Model, index: &Index, note: &Note, gist: &Gist) -> bool {
    let task = |id: &str| index.task(id).is_some_and(|ix| model[ix].restricted);
    let priority = |id: &str| {
        model.priorities.iter().any(|priority| priority.id.as_str() == id && priority.restricted)
    };
    note.tasks.iter().any(|ix| model[*ix].restricted)
        || note.priorities.iter().any(|ix| model[*ix].restricted)
        || gist.targets.iter().any(|target| match Target::parse(target) {
            Target::Task(id) => task(id.trim()),
            Target::Priority(id) => priority(id.trim()),
            _ => false,
        })
}
