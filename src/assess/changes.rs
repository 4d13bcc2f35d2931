//! Compares two assessments: what changed between two dates, and why.
//!
//! Each assessment comes with the records that it was made from. If those are the records as known
//! on each date, the changes are what became known in between, whenever it happened.

use chrono::NaiveDate;

use super::ledger;
use super::standing::{Assessed, Standing};
use super::targets::{LevelStanding, turned};
use super::{AssessedPart, Assessment, Origin, Tally, parts};
use crate::model::{
    AgencyIx, Amended, Deadline, Id, Kind, Model, Note, NoteIx, PriorityIx, State, Task, TaskIx,
};

/// The changes from one date to a later one.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The earlier date.
    pub from: NaiveDate,
    /// The later date.
    pub to: NaiveDate,
    /// The tasks with a new standing, an event, a new entry or a new note, in the model's order.
    pub tasks: Vec<TaskChange>,
    /// The notes that are known on the later date and were not on the earlier one, newest first.
    pub notes: Vec<NoteIx>,
    /// The tallies of the whole directive.
    pub directive: Pair,
    /// The tallies of the priorities, by priority.
    pub priorities: Vec<Pair>,
    /// The tallies of the agencies, by agency.
    pub agencies: Vec<Pair>,
}

/// The tallies of a group on both dates.
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
    /// The standing on the earlier and on the later date. The same twice if the task did not exist
    /// on the earlier date.
    pub labels: [Label; 2],
    /// What happened, in the order of [`Event::NAMES`].
    pub events: Vec<Event>,
    /// Indices of the new entries of its ledger, in the later records.
    pub entries: Vec<usize>,
    /// New notes about the task, newest first.
    pub notes: Vec<NoteIx>,
}

/// A standing with its number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The standing.
    pub standing: Standing,
    /// The number of days; see [`Assessed::days`].
    pub days: Option<u32>,
}

/// A fact about a task that is true on the later date and was not true on the earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The task was added to the directive, or to the records.
    Added,
    /// The task counts as done, since this day.
    Done(NaiveDate),
    /// These parts, or the reports on these periods, are done.
    PartsDone(Vec<Id>),
    /// Extensions that name parts moved their deadlines.
    PartsMoved(Vec<PartMove>),
    /// Levels of targets were reached or missed: the index of the target, that of the level, and how
    /// the values stand.
    Levels(Vec<(usize, usize, LevelStanding)>),
    /// The deliverable is reported as done, but does not count as done without evidence.
    AwaitingEvidence,
    /// The deliverable is no longer reported as done, and was not stopped.
    Reopened,
    /// The task is overdue.
    Overdue,
    /// The task is no longer overdue, for this reason.
    NoLongerOverdue(Relief),
    /// Another deadline, or another last good day, is in force.
    Redated(Redated),
    /// The active task became silent.
    ///
    /// A deliverable is silent if it has no entry, or none for more than `stale_after_days` days;
    /// an ongoing task, if its standing is `NoReport` or `ReportMissing`. Holds the days since a
    /// deliverable's last entry.
    Silent(Option<u32>),
    /// The task was silent and is not any more, while still active.
    HeardAgain,
    /// The last state is `blocked`.
    Blocked,
    /// The last state is no longer `blocked`, and the task is neither done nor stopped.
    Unblocked,
    /// The task was cancelled by the entry at this index.
    Cancelled(usize),
    /// The task was replaced by another, by the entry at this index.
    Superseded(usize),
    /// The task was stopped and is pursued again.
    Resumed,
    /// The leads changed.
    Led {
        /// The agencies that led the task.
        from: Vec<AgencyIx>,
        /// The agencies that lead the task now.
        to: Vec<AgencyIx>,
    },
    /// Published facts were corrected, by the corrections at these indices.
    Corrected(Vec<usize>),
}

/// Why a task is no longer overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relief {
    /// The task counts as done.
    Done,
    /// Neither of the others; normally, its deadline was moved.
    Redated,
    /// The task was cancelled or superseded.
    Stopped,
}

/// The replacement of a deadline by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redated {
    /// The last good day before, if it was a calendar day.
    pub from: Option<NaiveDate>,
    /// The last good day now, if it is a calendar day.
    pub to: Option<NaiveDate>,
    /// Indices of the new extensions, in the later records. Empty if the event that the deadline
    /// depends on has happened, or if the deadline was corrected.
    pub extensions: Vec<usize>,
    /// Whether a deadline was corrected in between.
    pub is_corrected: bool,
}

/// The replacement of a part's deadline by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartMove {
    /// The part, or the period.
    pub part: Id,
    /// The last good day before, if it was known and a calendar day.
    pub from: Option<NaiveDate>,
    /// The last good day now, if it is a calendar day.
    pub to: Option<NaiveDate>,
}

impl Event {
    /// All names, in the order in which they are listed.
    pub const NAMES: [&str; 19] = [
        "added",
        "done",
        "parts_done",
        "overdue",
        "no_longer_overdue",
        "redated",
        "parts_moved",
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
        "levels",
        "corrected",
    ];

    /// Returns the name in data and in the keys of the locales.
    pub fn name(&self) -> &'static str {
        match self {
            Event::Added => "added",
            Event::Done(_) => "done",
            Event::PartsDone(_) => "parts_done",
            Event::PartsMoved(_) => "parts_moved",
            Event::Levels(_) => "levels",
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
            Event::Corrected(_) => "corrected",
        }
    }
}

impl Relief {
    /// Returns the name in data and in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Relief::Done => "done",
            Relief::Redated => "redated",
            Relief::Stopped => "stopped",
        }
    }
}

impl TaskChange {
    /// Returns true if the standing changed. A change of its days alone does not count.
    pub fn stands_otherwise(&self) -> bool {
        self.labels[0].standing != self.labels[1].standing
    }

    /// Returns the event of this name, if it happened.
    pub fn event(&self, name: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.name() == name)
    }
}

impl Changes {
    /// Compares two assessments of the same records, the earlier one first.
    ///
    /// Each comes with the records that it was made from.
    pub fn between(
        (earlier, before): (&Model, &Assessment),
        (model, after): (&Model, &Assessment),
    ) -> Self {
        let (from, to) = (before.as_of, after.as_of);
        let shown =
            |note: &Note, on: &Assessment| note.date <= on.as_of && note.recorded <= on.known;
        let notes: Vec<NoteIx> = model
            .notes()
            .filter(|(_, note)| shown(note, after) && !shown(note, before))
            .map(|(ix, _)| ix)
            .collect();
        let mut notes_of: Vec<Vec<NoteIx>> = vec![Vec::new(); model.tasks.len()];
        for note in &notes {
            for task in &model[*note].tasks {
                notes_of[task.0].push(*note);
            }
        }
        let change = |(ix, task): (TaskIx, &Task)| {
            let was = &earlier[ix];
            let (then, now) = ((was, &before[ix]), (task, &after[ix]));
            let label = |a: &Assessed| Label { standing: a.standing, days: a.days };
            let known = if was.is_absent { Vec::new() } else { places(was, from) };
            let told = new(known, &places(task, to));
            let mut events = if was.is_absent { began(now) } else { events(then, now, (from, to)) };
            let corrected = |n: &usize| task.corrections[*n].recorded > before.known;
            let corrections: Vec<usize> = (0..task.corrections.len()).filter(corrected).collect();
            if !corrections.is_empty() && !was.is_absent && before.known < after.known {
                events.push(Event::Corrected(corrections));
            }
            TaskChange {
                task: ix,
                labels: [label(if was.is_absent { now.1 } else { then.1 }), label(now.1)],
                events,
                entries: told,
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

    /// Returns true if no task changed and there is no new note.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty() && self.notes.is_empty()
    }

    /// Keeps the changes of an agency, a priority, or both.
    ///
    /// A task belongs to an agency that leads it on the later date or that its record names as a
    /// lead. A note is kept if it is by the agency and names the priority, or if it names a task
    /// that is wanted.
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

/// The places in the file of the entries that happened by a day.
fn places(task: &Task, on: NaiveDate) -> Vec<usize> {
    ledger::known(task, on).iter().map(|entry| entry.place).collect()
}

/// The indices in the second list of what the first does not hold.
fn new(mut before: Vec<usize>, after: &[usize]) -> Vec<usize> {
    before.sort_unstable();
    (0..after.len()).filter(|n| before.binary_search(&after[*n]).is_err()).collect()
}

/// The events of a task that did not exist on the earlier date.
fn began((task, now): (&Task, &Assessed)) -> Vec<Event> {
    let is = Facts::of(task, now);
    let mut events = vec![Event::Added];
    events.extend(is.done.map(Event::Done));
    events.extend(is.overdue.then_some(Event::Overdue));
    events.extend(is.blocked.then_some(Event::Blocked));
    events.extend(now.last_state.filter(|_| is.stopped).map(|entry| match now.standing {
        Standing::Superseded => Event::Superseded(entry),
        _ => Event::Cancelled(entry),
    }));
    events
}

fn events(
    (old, then): (&Task, &Assessed),
    (task, now): (&Task, &Assessed),
    (from, on): (NaiveDate, NaiveDate),
) -> Vec<Event> {
    let (was, is) = (Facts::of(old, then), Facts::of(task, now));
    let redated = redated((old, from), (task, on));
    let mut events = Vec::new();
    if let Some(on) = is.done.filter(|_| was.done != is.done) {
        events.push(Event::Done(on));
    }
    let done = parts_done(then, now);
    events.extend((!done.is_empty()).then_some(Event::PartsDone(done)));
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
    let moved = parts_moved((old, then), (task, now));
    events.extend((!moved.is_empty()).then_some(Event::PartsMoved(moved)));
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
    let stopped_by = |task: &Task, entry: usize| task.updates[entry].place;
    let before = then.last_state.map(|entry| stopped_by(old, entry));
    let stop = now.last_state.filter(|n| is.stopped && before != Some(stopped_by(task, *n)));
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
    let levels: Vec<_> = turned(&then.levels, &now.levels).collect();
    events.extend((!levels.is_empty()).then_some(Event::Levels(levels)));
    events
}

/// The parts that are done now and were not.
fn parts_done(then: &Assessed, now: &Assessed) -> Vec<Id> {
    let was_done =
        |id: &Id| parts::find(&then.parts, id.as_str()).is_some_and(|part| part.standing.is_done());
    let done = now.parts.list.iter().filter(|part| part.standing.is_done());
    done.filter(|part| !was_done(&part.id)).map(|part| part.id.clone()).collect()
}

/// The parts whose deadlines were moved by extensions that name them.
fn parts_moved((old, then): (&Task, &Assessed), (task, now): (&Task, &Assessed)) -> Vec<PartMove> {
    let by_name = |task: &Task, part: &AssessedPart| match part.origin {
        Some(Origin::Extension(n)) => task.extensions[n].parts.contains(&part.id),
        _ => false,
    };
    let moved = |part: &AssessedPart| {
        let before = parts::find(&then.parts, part.id.as_str());
        let is_same = before.is_some_and(|before| before.deadline == part.deadline);
        let named = by_name(task, part) || before.is_some_and(|before| by_name(old, before));
        (named && !is_same).then(|| PartMove {
            part: part.id.clone(),
            from: before.and_then(|before| before.last_good_day),
            to: part.last_good_day,
        })
    };
    now.parts.list.iter().filter_map(moved).collect()
}

/// Returns the change of the deadline in force from one date to another, if there is one.
fn redated((old, from): (&Task, NaiveDate), (task, to): (&Task, NaiveDate)) -> Option<Redated> {
    let (then, now) = (ledger::in_force(old, from), ledger::in_force(task, to));
    let day = |due: &Option<ledger::InForce<'_>>| due.and_then(|due| due.last_good_day);
    // An event that has not happened yet may be recorded already, in one of the two only.
    let promise = |due: Option<ledger::InForce<'_>>| {
        let mut deadline = due.map(|due| due.deadline.clone());
        if let Some(Deadline::After { happened, .. }) = &mut deadline {
            *happened = None;
        }
        deadline
    };
    let same = day(&then) == day(&now) && promise(then) == promise(now);
    if same {
        return None;
    }
    let decided = |task: &Task, on: NaiveDate| -> Vec<usize> {
        ledger::decided(task, on).iter().map(|extension| extension.place).collect()
    };
    let extensions = new(decided(old, from), &decided(task, to));
    let withdrawn = |task: &Task| {
        let deadlines = task.corrections.iter().filter(|c| matches!(c.was, Amended::Deadline(_)));
        deadlines.count()
    };
    let is_corrected = withdrawn(old) < withdrawn(task);
    Some(Redated { from: day(&then), to: day(&now), extensions, is_corrected })
}
