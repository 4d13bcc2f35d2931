//! Differences between two assessments of one model: what changed, and why.

use std::ops::Range;

use chrono::NaiveDate;

use super::ledger;
use super::standing::{Assessed, Standing};
use super::{Assessment, Tally};
use crate::model::{AgencyIx, Kind, Model, NoteIx, PriorityIx, State, Task, TaskIx};

/// The changes from one date to a later one.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The earlier date.
    pub from: NaiveDate,
    /// The later date.
    pub to: NaiveDate,
    /// The tasks that changed, in the model's order.
    pub tasks: Vec<TaskChange>,
    /// Notes dated after the earlier date, newest first.
    pub notes: Vec<NoteIx>,
    /// The whole directive, before and after.
    pub directive: Pair,
    /// By priority.
    pub priorities: Vec<Pair>,
    /// By agency.
    pub agencies: Vec<Pair>,
}

/// The tally of a group on both dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// On the earlier date.
    pub before: Tally,
    /// On the later date.
    pub after: Tally,
}

/// What changed about a task.
#[derive(Clone, Debug)]
pub struct TaskChange {
    /// The task.
    pub task: TaskIx,
    /// Its label on both dates.
    pub labels: [Label; 2],
    /// What happened, in the order of [`Event::NAMES`].
    pub events: Vec<Event>,
    /// Indices of the new entries of its ledger.
    pub entries: Range<usize>,
    /// New notes about it, newest first.
    pub notes: Vec<NoteIx>,
}

/// A standing with its number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The label.
    pub standing: Standing,
    /// The number of days, if the standing has one.
    pub days: Option<u32>,
}

/// A fact about a task that is true on the later date and was not true on the earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Counted as done, on that day.
    Done(NaiveDate),
    /// Reported as done, without evidence yet.
    AwaitingEvidence,
    /// No longer reported as done.
    Reopened,
    /// Past its deadline.
    Overdue,
    /// No longer overdue, and why.
    NoLongerOverdue(Relief),
    /// Another deadline is in force.
    Redated(Redated),
    /// Now silent: a deliverable for more than `stale_after_days`, an ongoing task in its latest
    /// ended cycle. With the number of days since the last entry of a deliverable.
    Silent(Option<u32>),
    /// No longer silent.
    HeardAgain,
    /// Blocked.
    Blocked,
    /// No longer blocked.
    Unblocked,
    /// Given up; index of the entry.
    Cancelled(usize),
    /// Replaced; index of the entry.
    Superseded(usize),
    /// Active again after it was stopped.
    Resumed,
    /// The agencies in charge changed.
    Led {
        /// The agencies before.
        from: Vec<AgencyIx>,
        /// The agencies now.
        to: Vec<AgencyIx>,
    },
}

/// Why a task is no longer overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relief {
    /// It was done.
    Done,
    /// Its deadline was moved.
    Redated,
    /// It was given up or replaced.
    Stopped,
}

/// A deadline that took the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redated {
    /// The last good day before, if that was a calendar day.
    pub from: Option<NaiveDate>,
    /// The last good day now.
    pub to: Option<NaiveDate>,
    /// Indices of the extensions that were decided in between; empty: the event on which the
    /// deadline depends has happened.
    pub extensions: Range<usize>,
}

impl Event {
    /// All names, in the order in which they are listed.
    pub const NAMES: [&str; 14] = [
        "done",
        "overdue",
        "no_longer_overdue",
        "redated",
        "silent",
        "heard_again",
        "blocked",
        "unblocked",
        "awaiting_evidence",
        "reopened",
        "cancelled",
        "superseded",
        "resumed",
        "led",
    ];

    /// The name in data files and in the keys of the locales.
    pub fn name(&self) -> &'static str {
        match self {
            Event::Done(_) => "done",
            Event::Overdue => "overdue",
            Event::NoLongerOverdue(_) => "no_longer_overdue",
            Event::Redated(_) => "redated",
            Event::Silent(_) => "silent",
            Event::HeardAgain => "heard_again",
            Event::Blocked => "blocked",
            Event::Unblocked => "unblocked",
            Event::AwaitingEvidence => "awaiting_evidence",
            Event::Reopened => "reopened",
            Event::Cancelled(_) => "cancelled",
            Event::Superseded(_) => "superseded",
            Event::Resumed => "resumed",
            Event::Led { .. } => "led",
        }
    }
}

impl Relief {
    /// The name in data files and in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Relief::Done => "done",
            Relief::Redated => "redated",
            Relief::Stopped => "stopped",
        }
    }
}

impl TaskChange {
    /// Whether the standing changed. A different number of days does not count.
    pub fn stands_otherwise(&self) -> bool {
        self.labels[0].standing != self.labels[1].standing
    }

    /// The event of this name, if it happened.
    pub fn event(&self, name: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.name() == name)
    }
}

impl Changes {
    /// Compares two assessments of one model, the earlier one first.
    pub fn between(model: &Model, before: &Assessment, after: &Assessment) -> Self {
        let (from, to) = (before.as_of, after.as_of);
        let notes: Vec<NoteIx> = model
            .notes()
            .filter(|(_, note)| before.known < note.date && note.date <= after.known)
            .map(|(ix, _)| ix)
            .collect();
        let mut notes_of: Vec<Vec<NoteIx>> = vec![Vec::new(); model.tasks.len()];
        for note in &notes {
            for task in &model[*note].tasks {
                notes_of[task.0].push(*note);
            }
        }
        let change = |(ix, task): (TaskIx, &Task)| {
            let (then, now) = (&before[ix], &after[ix]);
            TaskChange {
                task: ix,
                labels: [then, now].map(|a| Label { standing: a.standing, days: a.days }),
                events: events(task, (before.known, then), (after.known, now), to),
                entries: then.entries..now.entries,
                notes: std::mem::take(&mut notes_of[ix.0]),
            }
        };
        let tasks = model.tasks().map(change).filter(TaskChange::is_something).collect();
        let pair =
            |before: &Tally, after: &Tally| Pair { before: before.clone(), after: after.clone() };
        Changes {
            from,
            to,
            tasks,
            notes,
            directive: pair(&before.directive, &after.directive),
            priorities: (before.priorities.iter().zip(&after.priorities))
                .map(|(before, after)| pair(before, after))
                .collect(),
            agencies: (before.agencies.iter().zip(&after.agencies))
                .map(|(before, after)| pair(&before.tally, &after.tally))
                .collect(),
        }
    }

    /// Whether nothing changed at all.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty() && self.notes.is_empty()
    }

    /// Keeps only the tasks in this set and the notes about them.
    pub fn keep(
        &mut self,
        model: &Model,
        after: &Assessment,
        agency: Option<AgencyIx>,
        priority: Option<PriorityIx>,
    ) {
        let wanted = |ix: TaskIx| {
            let task = &model[ix];
            let leads = || after[ix].leads.iter().map(|lead| lead.agency);
            let named = |agency: AgencyIx| {
                leads().any(|lead| lead == agency) || task.leads.contains(&agency)
            };
            agency.is_none_or(named) && priority.is_none_or(|priority| task.priority == priority)
        };
        self.tasks.retain(|change| wanted(change.task));
        self.notes.retain(|note| {
            let note = &model[*note];
            let directly = agency.is_none_or(|agency| note.author == Some(agency))
                && priority.is_none_or(|priority| note.priorities.contains(&priority));
            directly || note.tasks.iter().any(|task| wanted(*task))
        });
    }
}

impl TaskChange {
    fn is_something(&self) -> bool {
        self.stands_otherwise()
            || !self.events.is_empty()
            || !self.entries.is_empty()
            || !self.notes.is_empty()
    }
}

/// The facts from which events are derived; each is true or false on a date.
struct Facts {
    done: Option<NaiveDate>,
    reported_done: bool,
    overdue: bool,
    silent: bool,
    blocked: bool,
    stopped: bool,
    active: bool,
}

impl Facts {
    fn of(task: &Task, assessed: &Assessed) -> Self {
        let standing = assessed.standing;
        let stopped = standing.is_stopped();
        let active = assessed.is_active(task.kind);
        let completed_on = assessed.completion.map(|completion| completion.on);
        Facts {
            done: completed_on.filter(|_| standing.is_done()),
            reported_done: completed_on.is_some() && !stopped && task.kind == Kind::Deliverable,
            overdue: standing == Standing::Overdue,
            silent: active
                && match task.kind {
                    Kind::Ongoing => {
                        matches!(standing, Standing::NoReport | Standing::ReportMissing)
                    }
                    Kind::Deliverable | Kind::Duty => assessed.silent,
                },
            blocked: !stopped && assessed.state(task) == Some(State::Blocked),
            stopped,
            active,
        }
    }
}

fn events(
    task: &Task,
    (from, then): (NaiveDate, &Assessed),
    (to, now): (NaiveDate, &Assessed),
    on: NaiveDate,
) -> Vec<Event> {
    let (was, is) = (Facts::of(task, then), Facts::of(task, now));
    let redated = redated(task, from, to);
    let mut events = Vec::new();
    if let Some(on) = is.done.filter(|_| was.done != is.done) {
        events.push(Event::Done(on));
    }
    if is.overdue && !was.overdue {
        events.push(Event::Overdue);
    }
    if was.overdue && !is.overdue {
        events.push(Event::NoLongerOverdue(if is.done.is_some() {
            Relief::Done
        } else if is.stopped {
            Relief::Stopped
        } else {
            Relief::Redated
        }));
    }
    events.extend(redated.map(Event::Redated));
    if is.silent && !was.silent {
        let since = now.last_entry.filter(|_| task.kind == Kind::Deliverable);
        let days = since.and_then(|last| u32::try_from((on - last).num_days()).ok());
        events.push(Event::Silent(days));
    }
    if was.silent && !is.silent && is.active {
        events.push(Event::HeardAgain);
    }
    if is.blocked && !was.blocked {
        events.push(Event::Blocked);
    }
    if was.blocked && !is.blocked && !is.stopped && is.done.is_none() {
        events.push(Event::Unblocked);
    }
    let awaits = is.reported_done && is.done.is_none();
    if awaits && !(was.reported_done && was.done.is_none()) {
        events.push(Event::AwaitingEvidence);
    }
    if was.reported_done && !is.reported_done && !is.stopped {
        events.push(Event::Reopened);
    }
    let stop = now.last_state.filter(|entry| is.stopped && then.last_state != Some(*entry));
    if let Some(entry) = stop {
        events.push(match now.standing {
            Standing::Superseded => Event::Superseded(entry),
            _ => Event::Cancelled(entry),
        });
    }
    if was.stopped && !is.stopped {
        events.push(Event::Resumed);
    }
    let leads = |assessed: &Assessed| -> Vec<AgencyIx> {
        assessed.leads.iter().map(|lead| lead.agency).collect()
    };
    let (led, lead) = (leads(then), leads(now));
    if led != lead {
        events.push(Event::Led { from: led, to: lead });
    }
    events
}

/// Whether another deadline is in force, and by which decisions.
fn redated(task: &Task, from: NaiveDate, to: NaiveDate) -> Option<Redated> {
    let (then, now) = (ledger::in_force(task, from), ledger::in_force(task, to));
    let day = |due: &Option<ledger::InForce<'_>>| due.and_then(|due| due.last_good_day);
    let same =
        day(&then) == day(&now) && then.map(|due| due.deadline) == now.map(|due| due.deadline);
    if same {
        return None;
    }
    let decided = |on: NaiveDate| ledger::decided(task, on).len();
    Some(Redated { from: day(&then), to: day(&now), extensions: decided(from)..decided(to) })
}
