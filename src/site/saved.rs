//! A site as it is kept on disk for the next build: what its pages look up, without the texts of
//! notes, and which files show words of which note. When only the words of notes change, the files
//! that show them are made again from this, and no other record has to be read.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Site;
use super::data::Files;
use super::index::{Index, beginning};
use super::readers::{Extent, Reader};
use super::render::{Engine, TemplateError};
use super::route::Route;
use super::search::{Search, Written};
use super::templates::Templates;
use super::words::Words;
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
    /// Which files show words of which note, by note.
    readers: Vec<Reader>,
}

/// What is kept of a note's text.
#[derive(Serialize, Deserialize)]
struct Known<'k> {
    /// The targets of its links in their order, a line each.
    #[serde(borrow)]
    targets: Cow<'k, str>,
    /// Where in the other piece it stands, and a hash of it.
    body: Range<usize>,
    sum: u64,
    /// Whether it names a record of which only the status is public.
    restricted: bool,
}

/// What there still is of the site that was saved.
pub trait Before {
    /// A range of the second piece.
    fn texts(&self, range: Range<usize>) -> Option<Vec<u8>>;

    /// The bytes of a file of the site.
    fn file(&self, path: &str) -> Option<Vec<u8>>;

    /// How many bytes a file of the site has.
    fn size(&self, path: &str) -> Option<u64>;
}

/// A site that was kept, while texts of notes are being replaced.
pub struct Saved<'k> {
    kept: Kept<'k, Model>,
    before: &'k dyn Before,
    /// The texts of notes that were rewritten before.
    since: Rewritten,
    /// The notes with new texts, and the words that they had, in one line.
    lines: BTreeMap<NoteIx, Arc<str>>,
}

/// The texts of rewritten notes, for who keeps the same site again.
pub type Rewritten = BTreeMap<NoteIx, String>;

/// What must be made again of a site that was kept.
pub struct Stale {
    /// The site as it is now, of which only these files can be asked for.
    pub site: Site,
    /// The files to be made again.
    pub routes: Vec<Route>,
    /// The paths of files that there are no more.
    pub removed: Vec<String>,
    /// The texts of all notes that were rewritten since the site was saved.
    pub rewritten: Rewritten,
}

impl Site {
    /// The site for [`Saved::read`], when all its files were rendered. Texts of which only the
    /// status is public are left out: nothing of them would be shown.
    ///
    /// The first piece is a single chunk. The second has the texts of notes, a chunk each, of which
    /// only some are asked for ([`Before::texts`]).
    pub fn save(mut self) -> [Vec<Vec<u8>>; 2] {
        // Room first: nothing of this is kept.
        self.search = OnceLock::new();
        self.files = Files::default();
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
        let bodies: Vec<String> =
            self.model.notes.iter_mut().map(|note| std::mem::take(&mut note.body)).collect();
        let (model, index) = (&self.model, &self.index);
        let (mut texts, mut end) = (Vec::new(), 0);
        let known = |((n, note), body): ((usize, &Note), String)| {
            let gist = index.gist(NoteIx(n))?;
            let begin = end;
            end += body.len();
            let known = Known {
                targets: gist.targets.join("\n").into(),
                body: begin..end,
                sum: hash(&body),
                restricted: names_restricted(model, index, note, gist),
            };
            texts.push(body.into_bytes());
            Some(known)
        };
        let keeping = Kept {
            model,
            as_of: self.assessment.as_of,
            known: model.notes.iter().enumerate().zip(bodies).map(known).collect(),
            computed: index.computed.clone(),
            readers: index.readers.by_note(),
        };
        let kept = postcard::to_stdvec(&keeping)
            .unwrap_or_else(|_| unreachable!("numbers, texts and lists can always be written"));
        [vec![kept], texts]
    }
}

impl<'k> Saved<'k> {
    /// Reads a site that was saved, of which these notes were rewritten since. None where it is
    /// none.
    pub fn read(bytes: &'k [u8], since: Rewritten, before: &'k dyn Before) -> Option<Self> {
        let kept: Kept<'k, Model> = postcard::from_bytes(bytes).ok()?;
        let lines = BTreeMap::new();
        (kept.known.len() == kept.model.notes.len()).then_some(Saved { kept, before, since, lines })
    }

    /// The records, notes without their texts.
    pub fn model(&self) -> &Model {
        &self.kept.model
    }

    /// The date on which the site is judged.
    pub fn as_of(&self) -> NaiveDate {
        self.kept.as_of
    }

    /// Replaces the text of a note. None, and nothing is done, where more than the note's own words
    /// may follow from it: other links between records, computed figures, complaints that only some
    /// notes get.
    pub fn rewrite(&mut self, ix: NoteIx, body: String) -> Option<()> {
        let Kept { known, computed, .. } = &self.kept;
        let known = known.get(ix.0)?.as_ref()?;
        if known.restricted || computed.contains(&ix) || markdown::may_compute(&body) {
            return None;
        }
        let facts = markdown::facts(&body).ok()?;
        let targets: Vec<String> = facts.targets().map(str::to_owned).collect();
        if targets.join("\n") != known.targets {
            return None;
        }
        self.lines.insert(ix, self.line(ix)?);
        self.kept.model.notes[ix.0].gist = Some(Gist { targets, line: facts.line });
        self.since.insert(ix, body);
        Some(())
    }

    /// The text of a note.
    fn body(&self, ix: NoteIx) -> Option<Cow<'_, str>> {
        if let Some(body) = self.since.get(&ix) {
            return Some(body.into());
        }
        let known = self.kept.known.get(ix.0)?.as_ref()?;
        let body = String::from_utf8(self.before.texts(known.body.clone())?).ok()?;
        (hash(&body) == known.sum).then_some(body.into())
    }

    /// Its words in one line.
    fn line(&self, ix: NoteIx) -> Option<Arc<str>> {
        markdown::facts(&self.body(ix)?).ok().map(|facts| facts.line)
    }

    /// The site with the new texts, judged as it was, and what of it must be made again. None where
    /// what there is of the old one is not as we write it.
    ///
    /// # Errors
    ///
    /// When a template cannot be read.
    pub fn restore(
        mut self,
        assessment: Assessment,
        templates: Templates,
    ) -> Result<Option<Stale>, TemplateError> {
        let mut routes: BTreeSet<Route> = BTreeSet::new();
        for (note, file, extent) in &self.kept.readers {
            if self.lines.contains_key(note)
                && (*extent == Extent::Whole || self.begins_otherwise(*note))
            {
                routes.insert(*file);
            }
        }
        // Nothing here corrects what the index of words might tell beside the notes themselves.
        if routes.contains(&Route::Search) {
            return Ok(None);
        }
        if self.recall(&routes).is_none() {
            return Ok(None);
        }
        let Saved { kept: Kept { mut model, computed, .. }, before, since, lines } = self;
        let words = Arc::new(Words::new(&model, model.settings.language.tag()));
        let mut index = Index::new(&model, &assessment);
        index.computed = computed;
        model.notes.iter_mut().for_each(|note| note.gist = None);
        let engine = Engine::new(templates, words.table())?;
        let search = OnceLock::new();
        let files = Files::default();
        let mut site =
            Site { model, assessment, words, index, files, engine, search, routes: Vec::new() };
        let path = |route: Route| route.path(&site.model);
        let Some(written) = Written::open(before, path) else { return Ok(None) };
        let Some(search) = Search::replaced(&site.ctx(Route::Search), &written, &lines) else {
            return Ok(None);
        };
        routes.insert(Route::SearchDirectory);
        routes.extend(search.changed_parts().map(Route::SearchPart));
        let removed = (search.parts_count() + 1..=written.count()).map(Route::SearchPart);
        let removed = removed.map(path).collect();
        drop(written);
        site.search = OnceLock::from(search);
        let routes = routes.into_iter().collect();
        Ok(Some(Stale { site, routes, removed, rewritten: since }))
    }

    /// Fills in what these files show of notes. None where it cannot be read.
    fn recall(&mut self, routes: &BTreeSet<Route>) -> Option<()> {
        let (mut shown, mut whole) = (BTreeSet::new(), BTreeSet::new());
        for (note, file, extent) in &self.kept.readers {
            if routes.contains(file) {
                shown.insert(*note);
                whole.extend((*extent == Extent::Whole).then_some(*note));
            }
        }
        for ix in whole {
            self.kept.model.notes[ix.0].body = self.body(ix)?.into_owned();
        }
        let nothing: Arc<str> = "".into();
        for n in 0..self.kept.known.len() {
            let is_known = self.kept.model.notes[n].gist.is_some();
            let Some(known) = self.kept.known[n].as_ref().filter(|_| !is_known) else { continue };
            let targets = known.targets.lines().filter(|target| matters(target));
            let targets = targets.map(str::to_owned).collect();
            let line = if shown.contains(&NoteIx(n)) {
                beginning(&self.line(NoteIx(n))?).into()
            } else {
                Arc::clone(&nothing)
            };
            self.kept.model.notes[n].gist = Some(Gist { targets, line });
        }
        Some(())
    }

    /// Whether the words of a rewritten note begin otherwise than before.
    fn begins_otherwise(&self, ix: NoteIx) -> bool {
        let now = self.kept.model.notes[ix.0].gist.as_ref().map(|gist| beginning(&gist.line));
        self.lines.get(&ix).map(|line| beginning(line)) != now
    }
}

/// Tells whether a text is what it was, for one and the same program.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
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
