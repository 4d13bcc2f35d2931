//! What a task may be divided into and measured by: parts, targets, handovers.

use chrono::NaiveDate;

use super::figure::Figure;
use super::{AgencyIx, Deadline, DocumentIx, Id, PlaceIx};

/// How a task is divided into parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// A part for each place that the task names.
    Places,
    /// A part for each agency in charge.
    Leads,
    /// The parts that the record lists.
    Listed,
}

/// A part of a deliverable: a milestone, or the share of a place or an agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its id, unique within the task.
    pub id: Id,
    /// Its title. `None`: the name of its place or agency.
    pub title: Option<String>,
    /// Its own deadline. `None`: that of the task.
    pub due: Option<Deadline>,
    /// The place that it is about.
    pub place: Option<PlaceIx>,
    /// The agency in charge of it.
    pub agency: Option<AgencyIx>,
    /// Its place in the file, from 0; `None` if the record does not list it.
    pub at: Option<usize>,
}

/// Which parts an entry is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Named {
    /// The task as a whole.
    #[default]
    Whole,
    /// Every part that is neither done nor cancelled then.
    All,
    /// The parts, or reporting periods, with these ids.
    These(Vec<Id>),
}

impl Named {
    /// Returns true if the entry is about parts and not about the task as a whole.
    pub fn is_of_parts(&self) -> bool {
        *self != Named::Whole
    }

    /// Returns the ids that are named one by one.
    pub fn ids(&self) -> &[Id] {
        match self {
            Named::These(ids) => ids,
            Named::Whole | Named::All => &[],
        }
    }

    /// Returns the text of `part:` in records and data, several ids with commas between them.
    pub fn written(&self) -> Option<String> {
        match self {
            Named::Whole => None,
            Named::All => Some("all".to_owned()),
            Named::These(ids) => Some(ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ")),
        }
    }
}

/// A figure that a task must reach, and the values that were measured.
#[derive(Clone, Debug)]
pub struct TaskTarget {
    /// What is measured.
    pub title: String,
    /// Its unit.
    pub unit: Option<String>,
    /// The steps of the running figure, in the order of the file; at least one.
    pub levels: Vec<Level>,
    /// Whether the record lists `levels` instead of one bound.
    pub has_levels: bool,
    /// The values by date, then by place in the file.
    pub values: Vec<Value>,
    /// Its place in the file, from 0.
    pub at: usize,
}

/// A bound, and the day by which a value must lie inside it.
#[derive(Clone, Debug)]
pub struct Level {
    /// Its own deadline. `None`: that of the task.
    pub due: Option<Deadline>,
    /// The bound.
    pub bound: Bound,
}

/// What a value must satisfy. All of the limits hold together; there is at least one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bound {
    /// The least value that is inside.
    pub at_least: Option<Figure>,
    /// The greatest value that is inside.
    pub at_most: Option<Figure>,
    /// A value inside is greater.
    pub above: Option<Figure>,
    /// A value inside is less.
    pub below: Option<Figure>,
}

/// A measured value.
#[derive(Clone, Debug)]
pub struct Value {
    /// The day for which it was measured.
    pub date: NaiveDate,
    /// The day since which it is known; never before `date`.
    pub recorded: NaiveDate,
    /// The figure, or the part of `of`.
    pub value: Figure,
    /// The whole that `value` is a part of.
    pub of: Option<Figure>,
    /// The document that says so.
    pub source: Option<DocumentIx>,
    /// A remark.
    pub note: Option<String>,
    /// Its place in the file, from 0.
    pub place: usize,
}

impl Bound {
    /// Returns the limits with their words, in the order of the format.
    pub fn limits(&self) -> impl Iterator<Item = (&'static str, Figure)> {
        let all = [
            ("at_least", self.at_least),
            ("at_most", self.at_most),
            ("above", self.above),
            ("below", self.below),
        ];
        all.into_iter().filter_map(|(word, figure)| Some((word, figure?)))
    }

    /// Returns true if a value satisfies every limit. A value with a whole counts as
    /// `value / of × 100`, compared without rounding.
    pub fn holds(&self, value: &Value) -> bool {
        use std::cmp::Ordering::{Greater, Less};
        let compared = |limit: Figure| value.value.cmp_share(value.of, limit);
        self.at_least.is_none_or(|limit| compared(limit) != Less)
            && self.at_most.is_none_or(|limit| compared(limit) != Greater)
            && self.above.is_none_or(|limit| compared(limit) == Greater)
            && self.below.is_none_or(|limit| compared(limit) == Less)
    }
}

/// A change of the agencies in charge.
#[derive(Clone, Debug)]
pub struct Handover {
    /// The first day of the new agencies.
    pub date: NaiveDate,
    /// The day since which it is known; never before `date`.
    pub recorded: NaiveDate,
    /// All agencies in charge from then on.
    pub leads: Vec<AgencyIx>,
    /// The document that says so.
    pub document: Option<DocumentIx>,
    /// Why.
    pub reason: Option<String>,
    /// Its place in the file, from 0.
    pub place: usize,
}
