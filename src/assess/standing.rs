//! The one public label of a task on a date, and what led to it.

use chrono::NaiveDate;

use super::cycles::{Cycles, cycles};
use super::ledger::{self, Completion, InForce};
use crate::model::{AgencyIx, Kind, Model, State, Task};

/// How a task stands. The order is that of tables and bars: what was kept first, then what is
/// under way, then what is late or unheard of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Done by the deadline, with evidence.
    DoneOnTime,
    /// Done after the deadline, with evidence.
    DoneLate,
    /// Done with evidence where no calendar deadline was in force.
    Done,
    /// Last state in progress, or plain reports only.
    InProgress,
    /// The deadline is near.
    DueSoon,
    /// Reported done, without evidence yet.
    AwaitingEvidence,
    /// Last state blocked.
    Blocked,
    /// Somebody reported that nothing has begun.
    NotStarted,
    /// Past the deadline in force, whatever was typed.
    Overdue,
    /// No entry for longer than the threshold.
    Stale,
    /// No entry ever. Never means that nothing was done.
    NoReport,
    /// Ongoing: an entry since the latest ended cycle began.
    Reported,
    /// Ongoing: no cycle has ended and there is no entry.
    NotYetDue,
    /// Ongoing: entries, but none since the latest ended cycle began.
    ReportMissing,
    /// A general duty.
    Duty,
    /// Given up.
    Cancelled,
    /// Replaced by another task.
    Superseded,
}

impl Standing {
    /// All, in their order.
    pub const ALL: [Standing; 17] = [
        Standing::DoneOnTime,
        Standing::DoneLate,
        Standing::Done,
        Standing::InProgress,
        Standing::DueSoon,
        Standing::AwaitingEvidence,
        Standing::Blocked,
        Standing::NotStarted,
        Standing::Overdue,
        Standing::Stale,
        Standing::NoReport,
        Standing::Reported,
        Standing::NotYetDue,
        Standing::ReportMissing,
        Standing::Duty,
        Standing::Cancelled,
        Standing::Superseded,
    ];

    /// The word in data files and in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Standing::DoneOnTime => "done_on_time",
            Standing::DoneLate => "done_late",
            Standing::Done => "done",
            Standing::InProgress => "in_progress",
            Standing::DueSoon => "due_soon",
            Standing::AwaitingEvidence => "awaiting_evidence",
            Standing::Blocked => "blocked",
            Standing::NotStarted => "not_started",
            Standing::Overdue => "overdue",
            Standing::Stale => "stale",
            Standing::NoReport => "no_report",
            Standing::Reported => "reported",
            Standing::NotYetDue => "not_yet_due",
            Standing::ReportMissing => "report_missing",
            Standing::Duty => "duty",
            Standing::Cancelled => "cancelled",
            Standing::Superseded => "superseded",
        }
    }

    /// Counted as done: with evidence, in time or not.
    pub fn is_done(self) -> bool {
        matches!(self, Standing::DoneOnTime | Standing::DoneLate | Standing::Done)
    }

    /// No longer pursued.
    pub fn is_stopped(self) -> bool {
        matches!(self, Standing::Cancelled | Standing::Superseded)
    }
}

/// A task as judged on a date.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// The label.
    pub standing: Standing,
    /// The number of days that belongs to the label: late, overdue, since the last entry, left.
    pub days: Option<u32>,
    /// Beside an overdue, blocked or ongoing label: what else is true.
    pub causes: Causes,
    /// Days overdue before the last extension, stop or replacement; 0: no mark.
    pub slip_days: u32,
    /// Index of the entry that holds the last state.
    pub last_state: Option<usize>,
    /// How many entries are known on the date.
    pub entries: usize,
    /// The day of the newest of them.
    pub last_entry: Option<NaiveDate>,
    /// No entry for longer than the threshold, or ever.
    pub silent: bool,
    /// The completion that the ledger reports, with or without evidence.
    pub completion: Option<Completion>,
    /// The cycles of an ongoing task.
    pub cycles: Option<Cycles>,
    /// Who leads it on the date, with those who did before.
    pub leads: Vec<Lead>,
}

impl Assessed {
    /// Not done and not stopped; a duty is never active.
    pub fn is_active(&self, kind: Kind) -> bool {
        kind != Kind::Duty && !self.standing.is_done() && !self.standing.is_stopped()
    }

    /// The last state, as the ledger says it.
    pub fn state(&self, task: &Task) -> Option<State> {
        self.last_state.and_then(|n| task.updates[n].state)
    }
}

/// What is true beside the label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    /// Last state blocked.
    pub blocked: bool,
    /// Reported done, without evidence.
    pub awaiting_evidence: bool,
    /// No entry ever.
    pub no_report: bool,
    /// Days since the last entry, where that is longer than the threshold.
    pub stale: Option<u32>,
}

/// An agency that leads a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The agency.
    pub agency: AgencyIx,
    /// Agencies that led it before and ended, first to last.
    pub formerly: Vec<AgencyIx>,
}

/// The deadline by which a completed task is judged: the one in force on the day of completion.
pub fn judged_by<'m>(task: &'m Task, assessed: &Assessed) -> Option<InForce<'m>> {
    assessed.completion.and_then(|completion| ledger::in_force(task, completion.on))
}

/// What the ledger says on a date; the label follows from it.
struct Reading {
    last_state: Option<usize>,
    state: Option<State>,
    entries: usize,
    last_entry: Option<NaiveDate>,
    stale: Option<u32>,
    completion: Option<Completion>,
    /// The completion, if it counts.
    proven: Option<Completion>,
    cycles: Option<Cycles>,
}

impl Reading {
    fn of(model: &Model, task: &Task, known: NaiveDate, as_of: NaiveDate) -> Self {
        let thresholds = &model.settings.thresholds;
        let entries = ledger::known(task, known);
        let last_state = ledger::last_state(entries);
        let last_entry = entries.last().map(|entry| entry.date);
        let since = last_entry.map(|date| days_between(date, as_of));
        let completion = ledger::completion(entries);
        Reading {
            last_state,
            state: last_state.and_then(|n| entries[n].state),
            entries: entries.len(),
            last_entry,
            stale: since.filter(|days| *days > thresholds.stale_after_days),
            completion,
            proven: completion.filter(|c| c.evidence.is_some() || !thresholds.evidence_required),
            cycles: (task.kind == Kind::Ongoing).then(|| cycles(model, task, entries, as_of)),
        }
    }

    fn blocked(&self) -> bool {
        self.state == Some(State::Blocked)
    }

    fn awaiting_evidence(&self) -> bool {
        self.completion.is_some() && self.proven.is_none()
    }

    /// The rows of the design's table, the first that matches.
    fn label(
        &self,
        model: &Model,
        task: &Task,
        known: NaiveDate,
        as_of: NaiveDate,
    ) -> (Standing, Option<u32>) {
        if let Some(stop) = self.state.filter(|state| state.is_stop()) {
            let superseded = stop == State::Superseded;
            return (if superseded { Standing::Superseded } else { Standing::Cancelled }, None);
        }
        match task.kind {
            Kind::Duty => (Standing::Duty, None),
            Kind::Ongoing => (ongoing(&self.cycles.unwrap_or_default(), self.last_entry), None),
            Kind::Deliverable => {
                let due = ledger::in_force(task, known).and_then(|due| due.last_good_day);
                if let Some(completion) = self.proven {
                    completed(task, completion)
                } else if let Some(due) = due.filter(|due| *due < as_of) {
                    (Standing::Overdue, Some(days_between(due, as_of)))
                } else if self.awaiting_evidence() {
                    (Standing::AwaitingEvidence, None)
                } else if self.blocked() {
                    (Standing::Blocked, None)
                } else if self.last_entry.is_none() {
                    (Standing::NoReport, None)
                } else if self.stale.is_some() {
                    (Standing::Stale, self.stale)
                } else if let Some(left) = due
                    .map(|due| days_between(as_of, due))
                    .filter(|left| *left <= model.settings.thresholds.due_soon_days)
                {
                    (Standing::DueSoon, Some(left))
                } else if self.state == Some(State::NotStarted) {
                    (Standing::NotStarted, None)
                } else {
                    (Standing::InProgress, None)
                }
            }
        }
    }
}

/// The label of a task on `as_of` with its days, and nothing else.
pub fn label(model: &Model, task: &Task, as_of: NaiveDate) -> (Standing, Option<u32>) {
    Reading::of(model, task, as_of, as_of).label(model, task, as_of, as_of)
}

/// Judges one task on `as_of` from what is dated up to `known`, which is `as_of` itself but for a
/// forecast; the rows are those of the design's table, the first that matches.
pub fn judge(model: &Model, task: &Task, known: NaiveDate, as_of: NaiveDate) -> Assessed {
    let reading = Reading::of(model, task, known, as_of);
    let (standing, days) = reading.label(model, task, known, as_of);
    let (blocked, awaiting_evidence) = (reading.blocked(), reading.awaiting_evidence());
    let Reading { last_state, entries, last_entry, stale, completion, cycles, .. } = reading;

    let causes = match (standing, task.kind) {
        (Standing::Overdue, _) => {
            Causes { blocked, awaiting_evidence, no_report: last_entry.is_none(), stale }
        }
        (Standing::Blocked, _) => Causes { stale, ..Causes::default() },
        (standing, Kind::Ongoing) if !standing.is_stopped() => {
            Causes { blocked, ..Causes::default() }
        }
        _ => Causes::default(),
    };
    let evidence_required = model.settings.thresholds.evidence_required;
    let slip_days = match task.kind {
        Kind::Deliverable => ledger::slip_days(task, known, evidence_required),
        Kind::Ongoing | Kind::Duty => 0,
    };
    Assessed {
        standing,
        days,
        causes,
        slip_days,
        last_state,
        entries,
        last_entry,
        silent: last_entry.is_none() || stale.is_some(),
        completion,
        cycles,
        leads: leads(model, task, known, as_of),
    }
}

fn completed(task: &Task, completion: Completion) -> (Standing, Option<u32>) {
    match ledger::in_force(task, completion.on).and_then(|due| due.last_good_day) {
        None => (Standing::Done, None),
        Some(due) if completion.on <= due => (Standing::DoneOnTime, None),
        Some(due) => (Standing::DoneLate, Some(days_between(due, completion.on))),
    }
}

fn ongoing(cycles: &Cycles, last_entry: Option<NaiveDate>) -> Standing {
    match (cycles.latest, last_entry) {
        (None, None) => Standing::NotYetDue,
        (None, Some(_)) => Standing::Reported,
        (Some(_), None) => Standing::NoReport,
        (Some(latest), Some(entry)) if entry >= latest => Standing::Reported,
        (Some(_), Some(_)) => Standing::ReportMissing,
    }
}

/// Who leads on `as_of`: what was neither done nor stopped by an agency's last day counts under
/// its successor for good.
fn leads(model: &Model, task: &Task, known: NaiveDate, as_of: NaiveDate) -> Vec<Lead> {
    let mut leads: Vec<Lead> = Vec::new();
    for first in &task.leads {
        let mut agency = *first;
        let mut formerly = Vec::new();
        while let (Some(last_day), Some(successor)) =
            (model[agency].valid_until, model[agency].successor)
        {
            let goes_on = last_day < as_of
                && !formerly.contains(&successor)
                && successor != agency
                && !is_over(model, task, last_day.min(known));
            if !goes_on {
                break;
            }
            formerly.push(agency);
            agency = successor;
        }
        match leads.iter_mut().find(|lead| lead.agency == agency) {
            Some(lead) => lead.formerly.extend(formerly),
            None => leads.push(Lead { agency, formerly }),
        }
    }
    leads
}

/// Whether the task was done or stopped on a day; leads play no part in that.
fn is_over(model: &Model, task: &Task, on: NaiveDate) -> bool {
    let entries = ledger::known(task, on);
    let state = ledger::last_state(entries).and_then(|n| entries[n].state);
    let evidence_required = model.settings.thresholds.evidence_required;
    let proven = |c: Completion| c.evidence.is_some() || !evidence_required;
    state.is_some_and(State::is_stop)
        || (task.kind == Kind::Deliverable && ledger::completion(entries).is_some_and(proven))
}

fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}
