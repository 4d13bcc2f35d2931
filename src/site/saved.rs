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
use super::search::Search;
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
    /// Where in the other piece it stands how its words begin, and a hash of that.
    line: Range<usize>,
    begins: u64,
    /// Whether it names a record of which only the status is public.
    restricted: bool,
}

/// A site that was kept, while texts of notes are being replaced.
pub struct Saved<'k> {
    kept: Kept<'k, Model>,
    /// How the words of notes begin that were rewritten before.
    since: Rewritten,
    /// The notes with new texts, and whether their words begin otherwise now.
    rewritten: BTreeMap<NoteIx, bool>,
}

/// How the words of rewritten notes begin, for who keeps the same site again.
pub type Rewritten = BTreeMap<NoteIx, String>;

/// What must be made again of a site that was kept.
pub struct Stale {
    /// The site as it is now, of which only these files can be asked for.
    pub site: Site,
    /// The files to be made again.
    pub routes: Vec<Route>,
    /// The paths of files that there are no more.
    pub removed: Vec<String>,
    /// How the words of all notes begin that were rewritten since the site was saved.
    pub rewritten: Rewritten,
}

impl Site {
    /// The site for [`Saved::read`], when all its files were rendered. Texts of which only the
    /// status is public are left out: nothing of them would be shown.
    ///
    /// The second piece is for [`Saved::restore`], which seldom asks for it.
    pub fn save(mut self) -> [Vec<u8>; 2] {
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
        let mut lines = String::new();
        let known = |(n, note): (usize, &Note)| {
            let gist = index.gist(NoteIx(n))?;
            let from = lines.len();
            lines.push_str(&gist.line);
            Some(Known {
                targets: gist.targets.join("\n").into(),
                line: from..lines.len(),
                begins: hash(&gist.line),
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
        let kept = postcard::to_stdvec(&keeping)
            .unwrap_or_else(|_| unreachable!("numbers, texts and lists can always be written"));
        [kept, lines.into_bytes()]
    }
}

impl<'k> Saved<'k> {
    /// Reads a site that was saved, of which these notes were rewritten since. None where it is
    /// none.
    pub fn read(bytes: &'k [u8], since: &Rewritten) -> Option<Self> {
        let mut kept: Kept<'k, Model> = postcard::from_bytes(bytes).ok()?;
        for (note, line) in since {
            kept.known.get_mut(note.0)?.as_mut()?.begins = hash(line);
        }
        let since = since.clone();
        (kept.known.len() == kept.model.notes.len()).then_some(Saved {
            kept,
            since,
            rewritten: BTreeMap::new(),
        })
    }

    /// The records, notes without their texts.
    pub fn model(&self) -> &Model {
        &self.kept.model
    }

    /// The date on which the site is judged.
    pub fn as_of(&self) -> NaiveDate {
        self.kept.as_of
    }

    /// Replaces the text of a note. False, and nothing is done, where more than the note's own
    /// words may follow from it: other links between records, computed figures, complaints that
    /// only some notes get.
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
        let begins_otherwise = known.begins != hash(beginning(&facts.line));
        let note = &mut self.kept.model.notes[ix.0];
        (note.body, note.gist) = (body.to_owned(), Some(Gist { targets, line: facts.line }));
        self.rewritten.insert(ix, begins_otherwise);
        true
    }

    /// The site with the new texts, judged as it was, and what of it must be made again. `lines`
    /// gives the second piece that was saved, `old` the files of the old site. None where those
    /// are not as we write them.
    ///
    /// # Errors
    ///
    /// When a template cannot be read.
    pub fn restore(
        self,
        assessment: Assessment,
        templates: Templates,
        lines: impl FnOnce() -> Option<Vec<u8>>,
        old: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    ) -> Result<Option<Stale>, TemplateError> {
        let Saved { kept: Kept { mut model, known, computed, readers, .. }, mut since, rewritten } =
            self;
        let mut routes: BTreeSet<Route> = BTreeSet::new();
        for (note, file, extent) in &readers {
            let begins_otherwise = rewritten.get(note);
            if begins_otherwise.is_some_and(|begins| *begins || *extent == Extent::Whole) {
                routes.insert(*file);
            }
        }
        // Nothing here corrects what the index of words might tell beside the notes themselves.
        if routes.contains(&Route::Search) {
            return Ok(None);
        }
        // The beginnings of other notes that the same files show.
        let mut shown = BTreeSet::new();
        for (note, file, _) in &readers {
            let is_other = || !rewritten.contains_key(note) && !since.contains_key(note);
            if routes.contains(file) && is_other() {
                shown.insert(*note);
            }
        }
        let nothing: Arc<str> = "".into();
        let lines = if shown.is_empty() { Some(Vec::new()) } else { lines() };
        let Some(lines) = lines else { return Ok(None) };
        for (n, (note, known)) in model.notes.iter_mut().zip(known).enumerate() {
            let Some(known) = known.filter(|_| note.gist.is_none()) else { continue };
            let line = match since.get(&NoteIx(n)) {
                Some(line) => Some(line.as_bytes()),
                None if shown.contains(&NoteIx(n)) => lines.get(known.line),
                None => Some(&b""[..]),
            };
            let Some(Ok(line)) = line.map(str::from_utf8) else { return Ok(None) };
            let targets = known.targets.lines().filter(|target| matters(target));
            let targets = targets.map(str::to_owned).collect();
            let line = if line.is_empty() { Arc::clone(&nothing) } else { line.into() };
            note.gist = Some(Gist { targets, line });
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
        for note in notes {
            since.insert(note, beginning(site.index.line(note)).to_owned());
        }
        site.search = OnceLock::from(search);
        let routes = routes.into_iter().collect();
        Ok(Some(Stale { site, routes, removed, rewritten: since }))
    }
}

/// Tells two beginnings apart, for one and the same program.
fn hash(line: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    line.hash(&mut hasher);
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
