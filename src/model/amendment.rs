//! Corrections of published facts about a task.

use chrono::NaiveDate;

use super::{DocumentIx, Id, Update};

/// A correction: a published fact about a task that was wrong, and the reason.
///
/// It keeps what was published, so that the figures of an earlier date can still be computed from
/// what was known on that date.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// The day on which it was corrected.
    pub date: NaiveDate,
    /// The day since which the corrected fact is known; never before `date`.
    pub recorded: NaiveDate,
    /// The fact as it was published.
    pub was: Amended,
    /// The day of the entry that the fact belongs to, if the correction names it.
    pub entry: Option<NaiveDate>,
    /// The day of the decision whose deadline was wrong. `None`: the first deadline.
    pub decided: Option<NaiveDate>,
    /// The part, or reporting period, that the fact is about.
    pub part: Option<Id>,
    /// The entry as it was published, if the correction is about an entry and repeats it.
    pub published: Option<Update>,
    /// The reason.
    pub reason: String,
    /// The document that states it.
    pub document: Option<DocumentIx>,
}

/// A published fact that can be corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amended {
    /// The last good day of a deadline.
    Deadline(NaiveDate),
    /// An entry with this date.
    Entry(NaiveDate),
    /// Evidence, by the id of a document, which may be gone.
    Evidence(Id),
    /// Completion on this day.
    Done(NaiveDate),
    /// The agencies in charge, by id.
    Lead(Vec<Id>),
    /// A part, by id, that is gone.
    Part(Id),
    /// The priority, by id.
    Priority(Id),
    /// What the task must deliver.
    Product(String),
    /// The self-assessment of an entry, in per cent.
    Percent(u8),
    /// A title, or the text of an entry.
    Text(String),
}

impl Amended {
    /// All values of `of:`.
    pub const NAMES: [(&'static str, &'static str); 10] = [
        ("deadline", "deadline"),
        ("entry", "entry"),
        ("evidence", "evidence"),
        ("done", "done"),
        ("lead", "lead"),
        ("part", "part"),
        ("priority", "priority"),
        ("product", "product"),
        ("percent", "percent"),
        ("text", "text"),
    ];

    /// The value in records and in the keys of the locales.
    pub fn name(&self) -> &'static str {
        match self {
            Amended::Deadline(_) => "deadline",
            Amended::Entry(_) => "entry",
            Amended::Evidence(_) => "evidence",
            Amended::Done(_) => "done",
            Amended::Lead(_) => "lead",
            Amended::Part(_) => "part",
            Amended::Priority(_) => "priority",
            Amended::Product(_) => "product",
            Amended::Percent(_) => "percent",
            Amended::Text(_) => "text",
        }
    }

    /// The value of `was:`, as it is written in a record.
    pub fn was(&self) -> String {
        match self {
            Amended::Deadline(day) | Amended::Entry(day) | Amended::Done(day) => day.to_string(),
            Amended::Evidence(id) | Amended::Part(id) | Amended::Priority(id) => id.to_string(),
            Amended::Lead(ids) => ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", "),
            Amended::Product(text) | Amended::Text(text) => text.clone(),
            Amended::Percent(percent) => percent.to_string(),
        }
    }
}
