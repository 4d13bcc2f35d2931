//! Everything linked: the directive with its priorities, tasks, agencies, documents and notes.
//!
//! A [`Model`] is timeless. It holds what the records say, with every reference turned into a
//! handle. How a task stands on a date is decided in `assess`. The model knows no content folder:
//! of files it keeps only handles, so that an explanation can name them.

pub mod amendment;
pub mod chain;
pub mod deadline;
mod entry;
pub mod figure;
pub mod id;
mod known;
pub mod link;
pub mod moved;
mod part;
pub mod quantity;
pub mod reports;
pub mod settings;
pub mod target;
mod task;

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use amendment::{Amended, Amendment};
pub use chain::Publication;
pub use deadline::{Deadline, Hour, Term};
pub use entry::{State, Update};
pub use figure::Figure;
pub use id::Id;
pub use moved::{Former, Moved};
pub use part::{Bound, Handover, Level, Named, Part, Split, TaskTarget, Value};
pub use reports::{ReportPeriod, Reports};
pub use settings::{Frequency, Language, Membership, Settings};
pub use task::{Added, Elsewhere, Extension, Kind, LeadSource, Strand, Task, VISIBILITY};

use crate::markdown::MarkdownText;
use crate::source::FileId;

macro_rules! handles {
    ($($(#[$doc:meta])* $name:ident => $field:ident: $item:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);

        impl std::ops::Index<$name> for Model {
            type Output = $item;
            fn index(&self, handle: $name) -> &$item {
                &self.$field[handle.0]
            }
        }
    )*};
}

handles! {
    /// Handle of a [`Priority`].
    PriorityIx => priorities: Priority;
    /// Handle of a [`Task`].
    TaskIx => tasks: Task;
    /// Handle of an [`Agency`].
    AgencyIx => agencies: Agency;
    /// Handle of a [`Place`].
    PlaceIx => places: Place;
    /// Handle of a [`Document`].
    DocumentIx => documents: Document;
    /// Handle of a [`Note`].
    NoteIx => notes: Note;
    /// Handle of an [`Attachment`].
    AttachmentIx => attachments: Attachment;
}

/// The records of one content folder, linked.
#[derive(Clone, Debug)]
pub struct Model {
    /// `site.yaml`.
    pub settings: Settings,
    /// `directive.yaml` without its priorities.
    pub directive: Directive,
    /// In the directive's order.
    pub priorities: Vec<Priority>,
    /// By priority, then in the order of their ids.
    pub tasks: Vec<Task>,
    /// In the order of the file.
    pub agencies: Vec<Agency>,
    /// In the order of the file.
    pub places: Vec<Place>,
    /// In the order of the file.
    pub documents: Vec<Document>,
    /// Without drafts; newest first, then by id.
    pub notes: Vec<Note>,
    /// By path.
    pub attachments: Vec<Attachment>,
    /// What was published and is gone, in the order of the file.
    pub moved: Vec<Moved>,
    /// The publications before this one, first to last. `None` if they are not kept.
    pub publications: Option<Vec<Publication>>,
    /// SHA-256 of the records, in hexadecimal. Computed only if publications are kept.
    pub records_sum: String,
    /// The same records with their texts in the second language, if any text is written in one.
    /// All handles are the same.
    pub second: Option<Box<Model>>,
}

impl Model {
    /// All texts that pages show as the records have them: titles, names, what was reported.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let Model { settings, directive, .. } = self;
        let labels = [&directive.priority_label, &directive.task_label, &directive.section_label];
        let labels = labels.into_iter().flatten().flat_map(|label| [&label.one, &label.many]);
        let signer = directive.signer.iter().flat_map(|signer| [&signer.title, &signer.name]);
        let optional = [
            &settings.publisher,
            &settings.contact,
            &settings.notice,
            &directive.place,
            &directive.kind,
            &directive.issuer,
        ];
        let optional = optional.into_iter().chain(signer).flatten();
        let heads = [&settings.title, &directive.subject].into_iter().chain(&directive.recipients);
        let priorities = self.priorities.iter().flat_map(|priority| {
            let sections = priority.sections.iter().map(|section| &section.title);
            let optional = priority.summary.iter().chain(&priority.no_tasks);
            std::iter::once(&priority.title).chain(optional).chain(sections)
        });
        let tasks = self.tasks.iter().flat_map(|task| {
            let updates = task.updates.iter().flat_map(|update| &update.text);
            let events = task.deadlines().filter_map(Deadline::event);
            let parts = task.parts.iter().flat_map(|part| &part.title);
            let targets = task.targets.iter();
            let targets =
                targets.flat_map(|target| std::iter::once(&target.title).chain(&target.unit));
            let own = std::iter::once(&task.title).chain(&task.product).chain(&task.clause);
            own.chain(updates).chain(events).chain(parts).chain(targets)
        });
        let agencies = self.agencies.iter().flat_map(|agency| {
            std::iter::once(&agency.name).chain(&agency.short).chain(&agency.kind)
        });
        let places = self.places.iter().flat_map(|p| std::iter::once(&p.name).chain(&p.kind));
        let documents = self.documents.iter().flat_map(|document| {
            std::iter::once(&document.title).chain(&document.issuer).chain(&document.kind)
        });
        let notes = self.notes.iter().map(|note| &note.title);
        let all = heads.chain(optional).chain(labels).chain(priorities).chain(tasks);
        all.chain(agencies).chain(places).chain(documents).chain(notes).map(String::as_str)
    }

    /// The tasks of the model with their handles.
    pub fn tasks(&self) -> impl Iterator<Item = (TaskIx, &Task)> {
        let all = self.tasks.iter().enumerate().map(|(n, task)| (TaskIx(n), task));
        all.filter(|(_, task)| !task.is_absent)
    }

    /// The tasks of the directive, also those that did not exist on the as-of date, without those of
    /// other directives that it cites.
    pub fn own_tasks(&self) -> impl DoubleEndedIterator<Item = &Task> {
        self.tasks.iter().filter(|task| task.elsewhere.is_none())
    }

    /// The notes of the model with their handles.
    pub fn notes(&self) -> impl Iterator<Item = (NoteIx, &Note)> {
        self.notes.iter().enumerate().map(|(n, note)| (NoteIx(n), note))
    }

    /// The task with this id.
    pub fn task_by_id(&self, id: &str) -> Option<TaskIx> {
        self.tasks().find(|(_, task)| task.id.as_str() == id).map(|(ix, _)| ix)
    }

    /// The priority with this id.
    pub fn priority_by_id(&self, id: &Id) -> Option<PriorityIx> {
        self.priorities.iter().position(|priority| priority.id == *id).map(PriorityIx)
    }

    /// The agency with this id.
    pub fn agency_by_id(&self, id: &Id) -> Option<AgencyIx> {
        self.agencies.iter().position(|agency| agency.id == *id).map(AgencyIx)
    }

    /// The document with this id.
    pub fn document_by_id(&self, id: &Id) -> Option<DocumentIx> {
        self.documents.iter().position(|document| document.id == *id).map(DocumentIx)
    }

    /// Whether only a status may be published of a note: everything that it names is restricted.
    pub fn is_hidden(&self, note: &Note) -> bool {
        let names_something = !note.tasks.is_empty() || !note.priorities.is_empty();
        names_something
            && note.tasks.iter().all(|task| self[*task].restricted)
            && note.priorities.iter().all(|priority| self[*priority].restricted)
    }

    /// Returns true if records use parts, periodic reports, targets, handovers, half-years or years.
    /// Only then do the method page and the vocabularies of the data speak of them.
    pub fn is_extended(&self) -> bool {
        let long = |every| matches!(every, Frequency::Half | Frequency::Year);
        long(self.settings.thresholds.report_every)
            || self.tasks().any(|(_, task)| {
                task.is_divided()
                    || !task.targets.is_empty()
                    || !task.handovers.is_empty()
                    || task.kind == Kind::Ongoing && long(task.report_every)
            })
    }

    /// Returns which keys of their own public records use.
    pub fn uses(&self) -> Uses {
        let mut uses = Uses {
            sections: self.priorities.iter().any(|p| !p.restricted && !p.sections.is_empty()),
            ..Uses::default()
        };
        for (_, task) in self.tasks().filter(|(_, task)| !task.restricted) {
            uses.parts |= task.split.is_some();
            uses.reports |= task.reports.is_some();
            uses.targets |= !task.targets.is_empty();
            uses.handovers |= !task.handovers.is_empty();
            uses.reasons |= task.extensions.iter().any(|extension| extension.reason.is_some());
            uses.hours |= task.deadlines().any(|due| due.hour().is_some())
                || task.updates.iter().any(|update| update.time.is_some());
            let of_parts = task.parts.iter();
            let mut agencies = (task.leads.iter())
                .chain(&task.support)
                .chain(task.handovers.iter().flat_map(|handover| &handover.leads))
                .chain(of_parts.clone().flat_map(|part| &part.agency));
            let mut places = task.places.iter().chain(of_parts.flat_map(|part| &part.place));
            uses.members |= agencies.any(|agency| !self[*agency].members.is_empty())
                || places.any(|place| !self[*place].members.is_empty());
        }
        uses
    }

    /// The day on which the newest entry, decision, correction, task or note became known, or the
    /// directive's date: the default as-of date. Also returns the second newest date.
    pub fn newest_fact(&self) -> (NaiveDate, NaiveDate) {
        let first = self.directive.date;
        let (mut newest, mut second) = (first, first);
        let facts = self.tasks.iter().flat_map(|task| {
            let updates = task.updates.iter().map(|update| update.recorded);
            let extensions = task.extensions.iter().map(|extension| extension.recorded);
            let corrections = task.corrections.iter().map(|correction| correction.recorded);
            let values = task.targets.iter().flat_map(|target| &target.values);
            let values = values.map(|value| value.recorded);
            updates.chain(extensions).chain(corrections).chain(values).chain(task.since)
        });
        for date in facts.chain(self.notes.iter().map(|note| note.recorded)) {
            if date >= newest {
                second = newest;
                newest = date;
            } else if date > second {
                second = date;
            }
        }
        (newest, second)
    }
}

/// Keys that only some directives need. Pages and data speak of what a public record uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uses {
    /// Deliverables have parts.
    pub parts: bool,
    /// Ongoing tasks have periodic reports.
    pub reports: bool,
    /// Tasks have targets.
    pub targets: bool,
    /// Tasks were handed over.
    pub handovers: bool,
    /// Extensions give a reason.
    pub reasons: bool,
    /// Deadlines or entries name a time of day.
    pub hours: bool,
    /// Tasks name groups of agencies or places.
    pub members: bool,
    /// Priorities have sections.
    pub sections: bool,
}

impl Uses {
    /// The keys that one or the other uses.
    pub fn or(self, other: Uses) -> Self {
        Uses {
            parts: self.parts || other.parts,
            reports: self.reports || other.reports,
            targets: self.targets || other.targets,
            handovers: self.handovers || other.handovers,
            reasons: self.reasons || other.reasons,
            hours: self.hours || other.hours,
            members: self.members || other.members,
            sections: self.sections || other.sections,
        }
    }
}

/// The official letter, resolution or plan whose progress is published.
#[derive(Clone, Debug)]
pub struct Directive {
    /// Number and symbol.
    pub number: String,
    /// Date of issue; nothing is judged before it.
    pub date: NaiveDate,
    /// Place of issue.
    pub place: Option<String>,
    /// What it is about.
    pub subject: String,
    /// Official letter, resolution, plan: free text.
    pub kind: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Who signed it.
    pub signer: Option<Signer>,
    /// First and last day of the time that it is about.
    pub period: Period,
    /// To whom it went.
    pub recipients: Vec<String>,
    /// Documents that it rests on.
    pub basis: Vec<DocumentIx>,
    /// What a priority is called, one and many; absent: the language's own words.
    pub priority_label: Option<Label>,
    /// What a task is called.
    pub task_label: Option<Label>,
    /// What a section is called.
    pub section_label: Option<Label>,
    /// Where it was read; absent only when there was nothing to read.
    pub file: Option<FileId>,
}

impl Directive {
    /// Its kind and number, "Công văn 3413/UBND-TH".
    pub fn name(&self) -> String {
        match &self.kind {
            Some(kind) => format!("{kind} {}", self.number),
            None => self.number.clone(),
        }
    }
}

/// First and last day of a time; either may be open.
#[derive(Clone, Copy, Debug, Default)]
pub struct Period {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// Who signed.
#[derive(Clone, Debug)]
pub struct Signer {
    /// Office held.
    pub title: Option<String>,
    /// Name; may be missing.
    pub name: Option<String>,
}

/// What one thing and many of them are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// One.
    pub one: String,
    /// Many.
    pub many: String,
}

/// First level of a directive.
#[derive(Clone, Debug)]
pub struct Priority {
    /// Id.
    pub id: Id,
    /// Number as shown.
    pub number: String,
    /// Title.
    pub title: String,
    /// What it asks for, in plain words.
    pub summary: Option<String>,
    /// Only statuses are published.
    pub restricted: bool,
    /// Why it has no tasks.
    pub no_tasks: Option<String>,
    /// Its sections, in the order of the file.
    pub sections: Vec<Section>,
    /// Its tasks, in the order of their ids.
    pub tasks: Vec<TaskIx>,
}

/// A level between a priority and its tasks.
#[derive(Clone, Debug)]
pub struct Section {
    /// Id, unique in the directive.
    pub id: Id,
    /// Number as shown.
    pub number: String,
    /// Title.
    pub title: String,
}

/// Who can be responsible.
#[derive(Clone, Debug)]
pub struct Agency {
    /// Id.
    pub id: Id,
    /// Full name.
    pub name: String,
    /// Abbreviation.
    pub short: Option<String>,
    /// Other ways to write it.
    pub aliases: Vec<String>,
    /// Department, district, …: free text.
    pub kind: Option<String>,
    /// First day on which it existed.
    pub valid_from: Option<NaiveDate>,
    /// Last day on which it existed.
    pub valid_until: Option<NaiveDate>,
    /// Who took over.
    pub successor: Option<AgencyIx>,
    /// The agencies that it stands for, if it is a group.
    pub members: Vec<AgencyIx>,
}

/// A district, a commune, whatever units tasks and notes name.
#[derive(Clone, Debug)]
pub struct Place {
    /// Id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// District, town, commune: free text.
    pub kind: Option<String>,
    /// The places that it stands for, if it is a group.
    pub members: Vec<PlaceIx>,
}

/// A cited document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Id.
    pub id: Id,
    /// Number and symbol.
    pub symbol: Option<String>,
    /// What it is about.
    pub title: String,
    /// Date.
    pub date: Option<NaiveDate>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Resolution, report, …: free text.
    pub kind: Option<String>,
    /// Where it can be read: an http(s) address.
    pub url: Option<String>,
    /// The file that goes with it.
    pub attachment: Option<AttachmentIx>,
    /// How the directive prints it.
    pub printed: Option<Printed>,
    /// What is right.
    pub correction: Option<Correction>,
}

/// A document as printed, right or wrong; nothing here is interpreted.
#[derive(Clone, Debug)]
pub struct Printed {
    /// Number and symbol.
    pub symbol: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Date, as text: it may not exist.
    pub date: Option<String>,
    /// Issuer.
    pub issuer: Option<String>,
}

/// What is right where the print is wrong.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Number and symbol.
    pub symbol: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Date.
    pub date: Option<NaiveDate>,
    /// Issuer.
    pub issuer: Option<String>,
    /// How it is known.
    pub note: Option<String>,
}

/// A progress note.
#[derive(Clone, Debug)]
pub struct Note {
    /// Id; the name of its file.
    pub id: Id,
    /// Date.
    pub date: NaiveDate,
    /// The day since which it is known; never before `date`.
    pub recorded: NaiveDate,
    /// Title.
    pub title: String,
    /// The agency that wrote it.
    pub author: Option<AgencyIx>,
    /// Tasks that it is about.
    pub tasks: Vec<TaskIx>,
    /// Priorities that it is about.
    pub priorities: Vec<PriorityIx>,
    /// Places that it is about.
    pub places: Vec<PlaceIx>,
    /// Documents that prove it.
    pub evidence: Vec<DocumentIx>,
    /// Its Markdown, with the links and words in it.
    pub text: Arc<MarkdownText>,
    /// Where it was read.
    pub file: FileId,
}

/// An evidence file.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its path in the content folder, `attachments/…`.
    pub path: String,
    /// Its path in the site, ASCII and lower case.
    pub site_path: String,
    /// Its size in bytes.
    pub size: u64,
}
