//! An entry of a task's ledger.

use chrono::{NaiveDate, NaiveTime};

use super::{DocumentIx, Named, TaskIx};

/// What an entry says of the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Somebody reports that nothing has begun.
    NotStarted,
    /// Under way.
    InProgress,
    /// Held up.
    Blocked,
    /// Done.
    Done,
    /// Given up, by a document.
    Cancelled,
    /// Replaced, by a document.
    Superseded,
}

impl State {
    /// All states, with the words that records use.
    pub const ALL: [(&'static str, State); 6] = [
        ("not_started", State::NotStarted),
        ("in_progress", State::InProgress),
        ("blocked", State::Blocked),
        ("done", State::Done),
        ("cancelled", State::Cancelled),
        ("superseded", State::Superseded),
    ];

    /// The word in records and data.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, state)| *state == self).map_or("", |(name, _)| name)
    }

    /// Whether the task is no longer pursued.
    pub fn is_stop(self) -> bool {
        matches!(self, State::Cancelled | State::Superseded)
    }
}

/// An entry of the ledger.
#[derive(Clone, Debug)]
pub struct Update {
    /// The day it happened.
    pub date: NaiveDate,
    /// The day since which it is known; never before `date`.
    pub recorded: NaiveDate,
    /// The time of day, if the record has one.
    pub time: Option<NaiveTime>,
    /// The parts that it is about.
    pub parts: Named,
    /// The state from then on; absent: a plain report.
    pub state: Option<State>,
    /// What happened.
    pub text: Option<String>,
    /// Self-assessment in per cent; enters no figure.
    pub percent: Option<u8>,
    /// Documents that prove it.
    pub evidence: Vec<DocumentIx>,
    /// The document that stopped or replaced the task.
    pub document: Option<DocumentIx>,
    /// The tasks that replaced it: several after a split.
    pub superseded_by: Vec<TaskIx>,
    /// Its place in the file, from 0.
    pub place: usize,
}
