//! A task: what it promises, its deadlines, and the ledger of what was reported.

use chrono::NaiveDate;

use super::{
    AgencyIx, Amendment, Deadline, DocumentIx, Frequency, Handover, Id, Named, Part, PlaceIx,
    PriorityIx, Reports, Split, TaskIx, TaskTarget, Update,
};
use crate::source::FileId;

/// What a task promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Has an end.
    Deliverable,
    /// Has reporting cycles.
    Ongoing,
    /// A general duty without progress of its own.
    Duty,
}

impl Kind {
    /// Every kind under its word.
    pub const ALL: [(&'static str, Kind); 3] =
        [("deliverable", Kind::Deliverable), ("ongoing", Kind::Ongoing), ("duty", Kind::Duty)];

    /// The word in records and data.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Deliverable => "deliverable",
            Kind::Ongoing => "ongoing",
            Kind::Duty => "duty",
        }
    }
}

/// Who named the agency in charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadSource {
    /// The directive itself.
    Directive,
    /// The office that keeps the records.
    Office,
}

impl LeadSource {
    /// Each under its word.
    pub const ALL: [(&'static str, LeadSource); 2] =
        [("directive", LeadSource::Directive), ("office", LeadSource::Office)];
}

/// Words for `visibility:`; the value says whether it is restricted.
pub const VISIBILITY: [(&str, bool); 2] = [("public", false), ("status_only", true)];

/// A promise and its ledger.
#[derive(Clone, Debug)]
pub struct Task {
    /// Id; the name of its file.
    pub id: Id,
    /// Number as shown.
    pub number: String,
    /// Title.
    pub title: String,
    /// The priority that it belongs to.
    pub priority: PriorityIx,
    /// What it promises.
    pub kind: Kind,
    /// What the task must deliver.
    pub product: Option<String>,
    /// The directive's own sentence that orders the task, as quoted in the records.
    pub clause: Option<String>,
    /// Agencies in charge; empty: the directive names nobody.
    pub leads: Vec<AgencyIx>,
    /// Who named them.
    pub lead_source: LeadSource,
    /// Agencies that help.
    pub support: Vec<AgencyIx>,
    /// Places that it is about.
    pub places: Vec<PlaceIx>,
    /// The first deadline.
    pub due: Option<Deadline>,
    /// Later deadlines, by the day of the decision, then by place in the file.
    pub extensions: Vec<Extension>,
    /// Documents cited.
    pub documents: Vec<DocumentIx>,
    /// Related tasks.
    pub related: Vec<TaskIx>,
    /// Only its status is published.
    pub restricted: bool,
    /// How often it reports, if it is ongoing.
    pub report_every: Frequency,
    /// How the task is divided into parts, if it is.
    pub split: Option<Split>,
    /// Its parts, in the order of the file. Empty where `split` is `None`.
    pub parts: Vec<Part>,
    /// Its periodic reports, if it is ongoing and says by which day each is due.
    pub reports: Option<Reports>,
    /// The figures that it must reach.
    pub targets: Vec<TaskTarget>,
    /// Changes of the agencies in charge, by date, then by place in the file.
    pub handovers: Vec<Handover>,
    /// The index of its section in the sections of its priority.
    pub section: Option<usize>,
    /// Entries by date, then by place in the file.
    pub updates: Vec<Update>,
    /// Corrections of published facts, in the order of the file.
    pub corrections: Vec<Amendment>,
    /// The day since which the task exists, if that is later than the directive's date: the day on
    /// which it was added to the directive, or put into the records if that was later.
    pub since: Option<NaiveDate>,
    /// When and by which document the task was added to the directive.
    pub added: Option<Added>,
    /// True in records as known on a day on which the task did not exist. Such a task is in no
    /// list.
    pub is_absent: bool,
    /// The directive to which the task belongs, if that is another one of the portal. Such a task
    /// is absent; it is here to be referred to.
    pub elsewhere: Option<Elsewhere>,
    /// Where it was read.
    pub file: FileId,
}

/// Another directive of the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Its id.
    pub directive: Id,
    /// The task's id there.
    pub task: Id,
    /// Its kind and number.
    pub name: String,
    /// Its date. Before that day it does not exist.
    pub date: NaiveDate,
    /// The tasks that have replaced the task.
    pub replaced_by: Vec<TaskIx>,
}

/// How a task came into the directive after the directive's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// The day.
    pub date: NaiveDate,
    /// The document that says so.
    pub document: Option<DocumentIx>,
}

/// A later deadline and who set it.
#[derive(Clone, Debug)]
pub struct Extension {
    /// The day of the decision.
    pub decided: NaiveDate,
    /// The day since which it is known; never before `decided`.
    pub recorded: NaiveDate,
    /// The new deadline.
    pub due: Deadline,
    /// The document that says so.
    pub document: Option<DocumentIx>,
    /// The parts, or reporting periods, whose deadline it is. Empty: the task's.
    pub parts: Vec<Id>,
    /// Why.
    pub reason: Option<String>,
    /// Its place in the file, from 0.
    pub place: usize,
}

/// The entries of a ledger that tell one story: that of the task as a whole, or of one part.
#[derive(Clone, Debug)]
pub struct Strand<'t> {
    /// The part, or reporting period.
    pub part: Option<&'t Id>,
    /// The entries about it, by date.
    pub entries: Vec<&'t Update>,
}

impl Task {
    /// Returns the strands of the ledger: the whole first, then each part that entries name.
    pub fn strands(&self) -> Vec<Strand<'_>> {
        let of = |part: Option<&Id>| -> Vec<&Update> {
            let is_meant = |update: &&Update| match (&update.parts, part) {
                (Named::Whole, None) | (Named::All, Some(_)) => true,
                (Named::These(ids), Some(part)) => ids.contains(part),
                _ => false,
            };
            self.updates.iter().filter(is_meant).collect()
        };
        let mut strands = vec![Strand { part: None, entries: of(None) }];
        let mut ids: Vec<&Id> = self.parts.iter().map(|part| &part.id).collect();
        for id in self.updates.iter().flat_map(|update| update.parts.ids()) {
            if self.reports.is_some() && !ids.contains(&id) {
                ids.push(id);
            }
        }
        strands.extend(ids.into_iter().map(|id| Strand { part: Some(id), entries: of(Some(id)) }));
        strands
    }

    /// Returns true if entries of the task may be about parts or reporting periods.
    pub fn is_divided(&self) -> bool {
        self.split.is_some() || self.reports.is_some()
    }
}
