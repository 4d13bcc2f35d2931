//! Lookup tables for the pages: what cites what, and what is public on the as-of date.
//!
//! The tables are built once, so that no page has to go through all records. They hold only public
//! data. This is the one place that leaves out notes which only restricted records name, facts
//! dated after the as-of date, and whatever only those cite.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::history::History;
use super::naming;
use super::quantities::FilledNote;
use crate::assess::{Assessment, Event, Standing, events, ledger, parts, targets};
use crate::markdown::{self, MarkdownText};
use crate::model::link::decoded_path;
use crate::model::moved::Successor;
use crate::model::{
    AgencyIx, AttachmentIx, DocumentIx, Handover, Kind, Model, NoteIx, PlaceIx, PriorityIx, Task,
    TaskIx, Uses,
};
use crate::vietnamese::nfc;

/// Notes per page of the list.
pub(super) const NOTES_PER_PAGE: usize = 50;
/// Tasks per page of the list, and rows on any page that links to it.
pub(super) const TASKS_PER_PAGE: usize = 100;
/// Tasks per file of the data that the script filters.
pub(super) const TASKS_PER_PART: usize = 2000;
/// Ledger entries per page.
pub(super) const ENTRIES_PER_PAGE: usize = 40;
/// Parts or periods of a task per page.
pub(super) const PARTS_PER_PAGE: usize = 30;
/// Documents per page of the list.
pub(super) const DOCUMENTS_PER_PAGE: usize = 100;
/// Names per page of the alphabetical index.
pub(super) const NAMES_PER_PAGE: usize = 150;
/// Maximum number of entries in a feed. Older events are on the pages.
pub(super) const FEED_ENTRIES: usize = 100;
/// Maximum number of recent ledger entries that are kept.
const MAX_CHANGES: usize = 20;

/// A source that cites a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Citation {
    /// The directive, which names the document as its basis.
    Basis,
    /// A public task.
    Task(TaskIx),
    /// A public note.
    Note(NoteIx),
    /// A record that was published and removed.
    Former,
}

/// A record that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    Priority(PriorityIx),
    Task(TaskIx),
    Agency(AgencyIx),
    Place(PlaceIx),
    Document(DocumentIx),
}

impl Named {
    pub(super) fn name(self, model: &Model) -> &str {
        match self {
            Named::Priority(ix) => &model[ix].title,
            Named::Task(ix) => &model[ix].title,
            Named::Agency(ix) => &model[ix].name,
            Named::Place(ix) => &model[ix].name,
            Named::Document(ix) => &model[ix].title,
        }
    }
}

/// An entry in the ledger of a public task.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    /// The day since which the entry is known.
    date: NaiveDate,
    pub(super) task: TaskIx,
    pub(super) entry: usize,
}

/// The lookup tables.
#[derive(Debug)]
pub(super) struct Index {
    /// Public notes up to the as-of date, newest first.
    pub(super) notes: Vec<NoteIx>,
    /// The notes that have placeholders, with figures filled in.
    filled: BTreeMap<NoteIx, FilledNote>,
    pub(super) notes_of_task: Vec<Vec<NoteIx>>,
    pub(super) notes_of_priority: Vec<Vec<NoteIx>>,
    pub(super) notes_of_place: Vec<Vec<NoteIx>>,
    pub(super) notes_of_agency: Vec<Vec<NoteIx>>,
    /// The public tasks that each agency supports.
    pub(super) supported: Vec<Vec<TaskIx>>,
    /// Agencies that something public names, in file order.
    pub(super) agencies: Vec<AgencyIx>,
    /// Places that something public names, in file order.
    pub(super) places: Vec<PlaceIx>,
    /// The standings that occur, each with its tasks.
    by_standing: BTreeMap<Standing, Vec<TaskIx>>,
    /// Number of public ledger entries by task. 0 if only the status of the task is public.
    ledger_lengths: Vec<usize>,
    /// Number of public parts or periods by task.
    part_counts: Vec<usize>,
    /// The sources that cite each document.
    pub(super) citations: Vec<Vec<Citation>>,
    /// Documents that something public cites, in file order.
    pub(super) documents: Vec<DocumentIx>,
    /// The latest ledger entries of public tasks, newest first.
    pub(super) changes: Vec<Change>,
    /// Tasks whose deadline in force is a calendar day, by the last day that counts as on time.
    pub(super) due: Vec<(NaiveDate, TaskIx)>,
    /// Those tasks, and the parts and reports with a day of their own, in the same order: a part by
    /// its index in the task's assessed parts.
    pub(super) dated: Vec<(NaiveDate, TaskIx, Option<usize>)>,
    /// Tasks whose deadline in force has no calendar day.
    pub(super) due_without_day: Vec<TaskIx>,
    /// Ongoing tasks that are not stopped, without the restricted ones.
    pub(super) reporting: Vec<TaskIx>,
    /// The corrections of public tasks, each by its place in the record, newest first.
    pub(super) corrections: Vec<(TaskIx, usize)>,
    /// The keys that only some directives need and a public record uses.
    pub(super) uses: Uses,
    /// Identifies the directive in feeds and calendars.
    pub(super) urn: String,
    /// The state of the directive at its reporting dates.
    pub(super) history: History,
    /// All named records in alphabetical order, sorted when a page first needs them.
    lookup: OnceLock<Vec<Named>>,
    /// Attachments that are copied into the site.
    pub(super) attachments: BTreeSet<AttachmentIx>,
    task_ids: FxHashMap<String, TaskIx>,
    /// Tasks of other directives of the portal.
    cited_ids: FxHashMap<String, TaskIx>,
    note_ids: FxHashMap<String, NoteIx>,
    document_ids: FxHashMap<String, DocumentIx>,
    priority_ids: FxHashMap<String, PriorityIx>,
    agency_ids: FxHashMap<String, AgencyIx>,
    place_ids: FxHashMap<String, PlaceIx>,
    attachment_paths: FxHashMap<String, AttachmentIx>,
    document_places: BTreeMap<DocumentIx, usize>,
    /// The latest events of each task, collected when a feed first needs them.
    events: Vec<OnceLock<Vec<Event>>>,
}

impl Index {
    pub(super) fn new(
        model: &Model,
        assessment: &Assessment,
        filled: BTreeMap<NoteIx, FilledNote>,
    ) -> Self {
        Self::with(model, assessment, filled, History::new(model, assessment))
    }

    /// An index for the open data of a past date.
    pub(super) fn without_history(model: &Model, assessment: &Assessment) -> Self {
        Self::with(model, assessment, BTreeMap::new(), History::default())
    }

    fn with(
        model: &Model,
        assessment: &Assessment,
        filled: BTreeMap<NoteIx, FilledNote>,
        history: History,
    ) -> Self {
        let as_of = assessment.as_of;
        let public = |note: &crate::model::Note| note.recorded <= as_of && !model.is_hidden(note);
        let notes: Vec<NoteIx> =
            model.notes().filter(|(_, note)| public(note)).map(|(ix, _)| ix).collect();
        let mut index = Index {
            filled,
            notes_of_task: vec![Vec::new(); model.tasks.len()],
            notes_of_priority: vec![Vec::new(); model.priorities.len()],
            notes_of_place: vec![Vec::new(); model.places.len()],
            notes_of_agency: vec![Vec::new(); model.agencies.len()],
            supported: vec![Vec::new(); model.agencies.len()],
            agencies: Vec::new(),
            places: Vec::new(),
            by_standing: BTreeMap::new(),
            ledger_lengths: vec![0; model.tasks.len()],
            part_counts: vec![0; model.tasks.len()],
            citations: vec![Vec::new(); model.documents.len()],
            documents: Vec::new(),
            changes: Vec::new(),
            due: Vec::new(),
            dated: Vec::new(),
            due_without_day: Vec::new(),
            reporting: (model.tasks())
                .filter(|(ix, task)| {
                    let stopped = assessment[*ix].standing.is_stopped();
                    task.kind == Kind::Ongoing && !stopped && !task.restricted
                })
                .map(|(ix, _)| ix)
                .collect(),
            corrections: corrections(model, assessment.as_of),
            uses: model.uses(),
            urn: naming::directive_urn(model),
            history,
            lookup: OnceLock::new(),
            attachments: model.settings.logo.into_iter().collect(),
            cited_ids: (model.tasks.iter().enumerate())
                .filter(|(_, task)| task.elsewhere.is_some())
                .map(|(n, task)| (task.id.to_string(), TaskIx(n)))
                .collect(),
            task_ids: model.tasks().map(|(ix, task)| (task.id.to_string(), ix)).collect(),
            note_ids: notes.iter().map(|ix| (model[*ix].id.to_string(), *ix)).collect(),
            document_ids: ids(model.documents.iter().map(|document| &document.id), DocumentIx),
            priority_ids: ids(model.priorities.iter().map(|priority| &priority.id), PriorityIx),
            agency_ids: ids(model.agencies.iter().map(|agency| &agency.id), AgencyIx),
            place_ids: ids(model.places.iter().map(|place| &place.id), PlaceIx),
            attachment_paths: (model.attachments.iter().enumerate())
                .map(|(n, file)| (nfc(&file.path).into_owned(), AttachmentIx(n)))
                .collect(),
            document_places: BTreeMap::new(),
            events: model.tasks.iter().map(|_| OnceLock::new()).collect(),
            notes,
        };
        index.read_tasks(model, as_of);
        index.read_parts(model, assessment);
        index.read_notes(model);
        for document in &model.directive.basis {
            index.citations[document.0].push(Citation::Basis);
        }
        for moved in &model.moved {
            let to = match &moved.to {
                Some(Successor::Document(to)) => Some(to),
                _ => None,
            };
            for document in moved.document.iter().chain(to) {
                index.citations[document.0].push(Citation::Former);
            }
        }
        for (ix, _) in model.tasks() {
            index.by_standing.entry(assessment[ix].standing).or_default().push(ix);
        }
        index.collect_agencies(model, assessment);
        index.collect_places(model, assessment);
        index.collect_documents(model);
        index
    }

    /// The latest events of a task, newest first, as many as a feed can hold.
    pub(super) fn events(&self, model: &Model, as_of: NaiveDate, task: TaskIx) -> &[Event] {
        let newest = || events::newest(model, &model[task], as_of, FEED_ENTRIES);
        self.events[task.0].get_or_init(newest)
    }

    /// The text of a note, with its figures filled in.
    pub(super) fn text<'i>(&'i self, model: &'i Model, note: NoteIx) -> &'i MarkdownText {
        self.filled.get(&note).map_or(&*model[note].text, |filled| &filled.text)
    }

    /// Whether a note holds figures that were computed for the as-of date.
    pub(super) fn is_computed(&self, note: NoteIx) -> bool {
        self.filled.get(&note).is_some_and(|filled| filled.is_computed)
    }

    /// The beginning of a public note, at most `max_chars` characters long.
    pub(super) fn excerpt(&self, model: &Model, note: NoteIx, max_chars: usize) -> String {
        markdown::shortened(&self.text(model, note).facts().line, max_chars)
    }

    pub(super) fn lookup_pages(&self, model: &Model) -> usize {
        pages(self.named(model).count(), NAMES_PER_PAGE)
    }

    /// All named records, by letter and then in CLDR order.
    ///
    /// Names that begin with neither a letter nor a digit come first, then those that begin with a
    /// digit.
    pub(super) fn lookup(&self, model: &Model) -> &[Named] {
        self.lookup.get_or_init(|| {
            let mut all: Vec<Named> = self.named(model).collect();
            all.sort_by_cached_key(|named| {
                let name = named.name(model).trim_start_matches(|c: char| !c.is_alphanumeric());
                (crate::vietnamese::sort_key(name), *named)
            });
            all
        })
    }

    fn named(&self, model: &Model) -> impl Iterator<Item = Named> {
        (0..model.priorities.len())
            .map(|n| Named::Priority(PriorityIx(n)))
            .chain(model.tasks().map(|(ix, _)| Named::Task(ix)))
            .chain(self.agencies.iter().map(|ix| Named::Agency(*ix)))
            .chain(self.places.iter().map(|ix| Named::Place(*ix)))
            .chain(self.documents.iter().map(|ix| Named::Document(*ix)))
    }

    pub(super) fn notes_pages(&self) -> usize {
        pages(self.notes.len(), NOTES_PER_PAGE)
    }

    /// Number of pages of a task's ledger, including the task's own page.
    pub(super) fn ledger_pages(&self, task: TaskIx) -> usize {
        pages(self.ledger_lengths[task.0], ENTRIES_PER_PAGE)
    }

    /// Number of pages of a task's parts or periods, including the task's own page.
    pub(super) fn part_pages(&self, task: TaskIx) -> usize {
        pages(self.part_counts[task.0], PARTS_PER_PAGE)
    }

    pub(super) fn tasks_pages(&self) -> usize {
        pages(self.task_ids.len(), TASKS_PER_PAGE)
    }

    pub(super) fn task_data_parts(&self) -> usize {
        pages(self.task_ids.len(), TASKS_PER_PART)
    }

    /// The standings that occur, in order.
    pub(super) fn standings(&self) -> impl Iterator<Item = Standing> {
        self.by_standing.keys().copied()
    }

    /// The tasks with a standing, in the order of the model.
    pub(super) fn with_standing(&self, standing: Standing) -> &[TaskIx] {
        self.by_standing.get(&standing).map_or(&[], Vec::as_slice)
    }

    /// Number of pages of a standing, at least one.
    pub(super) fn standing_pages(&self, standing: Standing) -> usize {
        pages(self.with_standing(standing).len(), TASKS_PER_PAGE)
    }

    pub(super) fn deadlines_pages(&self) -> usize {
        pages(self.dated.len(), TASKS_PER_PAGE)
    }

    pub(super) fn reports_pages(&self) -> usize {
        pages(self.reporting.len(), TASKS_PER_PAGE)
    }

    pub(super) fn corrections_pages(&self) -> usize {
        pages(self.corrections.len(), NOTES_PER_PAGE)
    }

    pub(super) fn documents_pages(&self) -> usize {
        pages(self.documents.len(), DOCUMENTS_PER_PAGE)
    }

    /// The page of the list of documents that shows a document. `None` if nothing public cites it.
    pub(super) fn page_of(&self, document: DocumentIx) -> Option<usize> {
        self.document_places.get(&document).map(|place| place / DOCUMENTS_PER_PAGE + 1)
    }

    /// The task with this id.
    pub(super) fn task(&self, id: &str) -> Option<TaskIx> {
        self.task_ids.get(id).or_else(|| self.cited_ids.get(id)).copied()
    }

    /// The public note with this id.
    pub(super) fn note(&self, id: &str) -> Option<NoteIx> {
        self.note_ids.get(id).copied()
    }

    /// The document with this id.
    pub(super) fn document(&self, id: &str) -> Option<DocumentIx> {
        self.document_ids.get(id).copied()
    }

    /// The priority with this id.
    pub(super) fn priority(&self, id: &str) -> Option<PriorityIx> {
        self.priority_ids.get(id).copied()
    }

    /// The agency with this id.
    pub(super) fn agency(&self, id: &str) -> Option<AgencyIx> {
        self.agency_ids.get(id).copied()
    }

    /// The place with this id.
    pub(super) fn place(&self, id: &str) -> Option<PlaceIx> {
        self.place_ids.get(id).copied()
    }

    /// The attachment at a path of the content folder.
    pub(super) fn attachment(&self, path: &str) -> Option<AttachmentIx> {
        let exact = self.attachment_paths.get(path);
        exact.or_else(|| self.attachment_paths.get(&decoded_path(path)?)).copied()
    }

    fn read_tasks(&mut self, model: &Model, as_of: NaiveDate) {
        for (ix, task) in model.tasks() {
            if let Some(due) = ledger::in_force(task, as_of) {
                match due.last_good_day {
                    Some(day) => self.due.push((day, ix)),
                    None => self.due_without_day.push(ix),
                }
            }
            if task.restricted {
                continue;
            }
            for agency in &task.support {
                self.supported[agency.0].push(ix);
            }
            let entries = ledger::known(task, as_of);
            self.ledger_lengths[ix.0] = entries.len();
            let cited = (task.documents.iter())
                .chain(
                    entries.iter().flat_map(|entry| entry.evidence.iter().chain(&entry.document)),
                )
                .chain(ledger::decided(task, as_of).iter().flat_map(|e| &e.document))
                .chain(task.added.iter().flat_map(|added| &added.document))
                .chain(task.corrections.iter().flat_map(|correction| &correction.document))
                .chain(task.targets.iter().flat_map(|target| {
                    targets::known(target, as_of).iter().flat_map(|value| &value.source)
                }))
                .chain(handed_over(task, as_of).flat_map(|handover| &handover.document));
            for document in cited {
                self.citations[document.0].push(Citation::Task(ix));
            }
            self.changes.extend((entries.iter().enumerate()).map(|(entry, update)| Change {
                date: update.recorded,
                task: ix,
                entry,
            }));
        }
        self.due.sort();
        self.changes
            .sort_by_key(|c| (std::cmp::Reverse(c.date), c.task, std::cmp::Reverse(c.entry)));
        self.changes.truncate(MAX_CHANGES);
    }

    fn read_parts(&mut self, model: &Model, assessment: &Assessment) {
        self.dated = self.due.iter().map(|(day, ix)| (*day, *ix, None)).collect();
        for (ix, task) in model.tasks().filter(|(_, task)| !task.restricted) {
            self.part_counts[ix.0] = assessment[ix].parts.list.len();
            let parts = parts::dated(task, &assessment[ix].parts, assessment.as_of);
            self.dated.extend(parts.map(|(day, n, _)| (day, ix, Some(n))));
        }
        self.dated.sort_unstable();
    }

    fn read_notes(&mut self, model: &Model) {
        for ix in self.notes.clone() {
            let note = &model[ix];
            let tasks = note.tasks.iter().filter(|task| !model[**task].restricted);
            let mut priorities: BTreeSet<PriorityIx> =
                note.priorities.iter().copied().filter(|p| !model[*p].restricted).collect();
            for task in tasks {
                self.notes_of_task[task.0].push(ix);
                priorities.insert(model[*task].priority);
            }
            for priority in priorities.into_iter().filter(|p| !model[*p].restricted) {
                self.notes_of_priority[priority.0].push(ix);
            }
            for place in &note.places {
                self.notes_of_place[place.0].push(ix);
            }
            if let Some(author) = note.author {
                self.notes_of_agency[author.0].push(ix);
            }
            for document in &note.evidence {
                self.citations[document.0].push(Citation::Note(ix));
            }
            let (mut documents, mut attachments) = (Vec::new(), Vec::new());
            for target in self.text(model, ix).facts().targets() {
                match target.strip_prefix("doc:") {
                    Some(id) => documents.extend(self.document(id)),
                    None => attachments.extend(self.attachment(target)),
                }
            }
            for document in documents {
                self.citations[document.0].push(Citation::Note(ix));
            }
            self.attachments.extend(attachments);
        }
    }

    fn collect_agencies(&mut self, model: &Model, assessment: &Assessment) {
        let mut seen = BTreeSet::new();
        for (n, group) in assessment.agencies.iter().enumerate() {
            let named = !group.tasks.is_empty()
                || !group.parts.is_empty()
                || !group.via.is_empty()
                || !self.supported[n].is_empty()
                || !self.notes_of_agency[n].is_empty();
            seen.extend(named.then_some(AgencyIx(n)));
        }
        for (ix, task) in model.tasks().filter(|(_, task)| !task.restricted) {
            seen.extend(task.leads.iter().copied());
            let handed_over = assessment[ix].handed_over.iter();
            seen.extend(handed_over.flat_map(|n| task.handovers[*n].leads.iter().copied()));
            seen.extend(assessment[ix].leads.iter().flat_map(|lead| lead.formerly.iter().copied()));
        }
        self.agencies = seen.into_iter().collect();
    }

    fn collect_places(&mut self, model: &Model, assessment: &Assessment) {
        self.places = (0..model.places.len())
            .map(PlaceIx)
            .filter(|place| {
                let group = &assessment[*place];
                !group.tasks.is_empty()
                    || !group.parts.is_empty()
                    || !self.notes_of_place[place.0].is_empty()
            })
            .collect();
    }

    fn collect_documents(&mut self, model: &Model) {
        for (n, citations) in self.citations.iter_mut().enumerate() {
            citations.sort();
            citations.dedup();
            if !citations.is_empty() {
                let document = DocumentIx(n);
                self.document_places.insert(document, self.documents.len());
                self.documents.push(document);
                self.attachments.extend(model[document].attachment);
            }
        }
    }
}

/// The handovers of a task that have taken place by a date.
fn handed_over(task: &Task, as_of: NaiveDate) -> impl Iterator<Item = &Handover> {
    task.handovers.iter().filter(move |handover| handover.date <= as_of)
}

/// The corrections of public tasks that are known on a date, newest first.
fn corrections(model: &Model, as_of: NaiveDate) -> Vec<(TaskIx, usize)> {
    let made = |(ix, task): (TaskIx, &Task)| -> Vec<(NaiveDate, TaskIx, usize)> {
        let known = task.corrections.iter().enumerate().filter(|(_, c)| c.date <= as_of);
        known.map(|(place, correction)| (correction.date, ix, place)).collect()
    };
    let public = model.tasks().filter(|(_, task)| !task.restricted);
    let mut all: Vec<_> = public.flat_map(made).collect();
    all.sort_by_key(|(date, ix, place)| (std::cmp::Reverse(*date), *ix, *place));
    all.into_iter().map(|(_, ix, place)| (ix, place)).collect()
}

/// Number of pages of a list. An empty list has one page.
fn pages(items: usize, per_page: usize) -> usize {
    items.div_ceil(per_page).max(1)
}

fn ids<'m, H>(
    ids: impl Iterator<Item = &'m crate::model::Id>,
    handle: impl Fn(usize) -> H,
) -> FxHashMap<String, H> {
    ids.enumerate().map(|(n, id)| (id.to_string(), handle(n))).collect()
}
