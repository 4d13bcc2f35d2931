//! Derives the standing of a task on a date: its one public label.

use chrono::{Days, NaiveDate};

use super::cycles::{Cycles, cycles};
use super::done;
use super::ledger::{self, Completion, InForce, Lateness, days_between};
use super::parts::{self, PartStanding, Parts};
use super::succession::successor;
use super::targets::{self, LevelStanding};
use crate::model::{AgencyIx, Kind, Model, State, Task};

/// The standing of a task, in the order of tables and bars.
///
/// The rules are those of the method page (`cach-doc.html`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Done with evidence, on or before the last good day in force on the day of completion.
    DoneOnTime,
    /// Done with evidence, after the last good day in force on the day of completion.
    DoneLate,
    /// Done with evidence, when no deadline with a calendar day was in force.
    Done,
    /// None of the other standings of a deliverable applies.
    InProgress,
    /// The last good day is at most `due_soon_days` days away; 0 on the day itself.
    DueSoon,
    /// Reported done, but no evidence is cited yet.
    AwaitingEvidence,
    /// The last state is `blocked`.
    Blocked,
    /// The last state is `not_started`.
    NotStarted,
    /// The last good day in force has passed, and the deliverable is neither done nor stopped.
    Overdue,
    /// The last entry is more than `stale_after_days` days old.
    Stale,
    /// There is no entry. This does not mean that nothing was done.
    NoReport,
    /// Ongoing: there is an entry since the first day of the latest ended cycle, or an entry and no
    /// ended cycle.
    Reported,
    /// Ongoing: no cycle has ended, and there is no entry.
    NotYetDue,
    /// Ongoing: there are entries, but none since the first day of the latest ended cycle.
    ReportMissing,
    /// A general duty.
    Duty,
    /// Cancelled.
    Cancelled,
    /// Replaced by another task.
    Superseded,
}

impl Standing {
    /// All standings, in their order.
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

    /// Returns the name in data files and in the keys of the locales.
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

    /// Returns true if the task counts as done, on time or not.
    pub fn is_done(self) -> bool {
        matches!(self, Standing::DoneOnTime | Standing::DoneLate | Standing::Done)
    }

    /// Returns true if the task was cancelled or superseded.
    pub fn is_stopped(self) -> bool {
        matches!(self, Standing::Cancelled | Standing::Superseded)
    }
}

/// A task as assessed on a date.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// The standing.
    pub standing: Standing,
    /// The number of days that belongs to the standing: late, overdue, since the last entry, or
    /// left.
    pub days: Option<u32>,
    /// What else is true of an overdue, blocked or ongoing task.
    pub causes: Causes,
    /// Days overdue before the last extension, cancellation or replacement; see
    /// [`done::slip_days`](super::done::slip_days).
    pub slip_days: u32,
    /// Index of the last entry that names a state.
    pub last_state: Option<usize>,
    /// Number of entries known on the date.
    pub entries: usize,
    /// The date of the newest of these entries.
    pub last_entry: Option<NaiveDate>,
    /// There is no entry, or the last is more than `stale_after_days` days old.
    pub silent: bool,
    /// The completion reported in the ledger, with or without evidence. Of a deliverable with
    /// parts: the completion of the whole by its parts.
    pub completion: Option<Completion>,
    /// Reported done and not done: the evidence is missing, or parts are open.
    pub is_said_done: bool,
    /// The last state recorded in the ledger.
    pub state: Option<State>,
    /// The cycles of an ongoing task. Where it has periodic reports, those that have fallen due.
    pub cycles: Option<Cycles>,
    /// Its parts or periodic reports.
    pub parts: Parts,
    /// The levels of its targets, by target, in the order of the file.
    pub levels: Vec<Vec<LevelStanding>>,
    /// The handovers that have taken place, as indices of the task's handovers.
    pub handed_over: Vec<usize>,
    /// The agencies that lead the task on the date, each with those that led it before.
    pub leads: Vec<Lead>,
}

impl Assessed {
    /// Returns true if the task is neither done nor stopped. A duty is never active.
    pub fn is_active(&self, kind: Kind) -> bool {
        kind != Kind::Duty && !self.standing.is_done() && !self.standing.is_stopped()
    }

    /// Returns how many days after its first deadline a deliverable was done or, while it is not,
    /// the as-of date lies. 0 if it was or still is in time; `None` if it was stopped, or if the
    /// first deadline is no calendar day.
    pub fn days_after_first(&self, task: &Task, as_of: NaiveDate) -> Option<u32> {
        if task.kind != Kind::Deliverable || self.standing.is_stopped() {
            return None;
        }
        let completion = self.completion.filter(|_| self.standing.is_done());
        let until = completion.map_or(as_of, |completion| completion.on);
        task.due.as_ref()?.last_good_day(until).map(|first| days_between(first, until))
    }

    /// Returns the last state recorded in the ledger.
    pub fn state(&self, _: &Task) -> Option<State> {
        self.state
    }
}

/// What is true of a task in addition to its standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    /// The last state is `blocked`.
    pub blocked: bool,
    /// Reported done, but no evidence is cited yet.
    pub awaiting_evidence: bool,
    /// There is no entry.
    pub no_report: bool,
    /// Days since the last entry, if more than `stale_after_days`.
    pub stale: Option<u32>,
}

/// An agency that leads a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The agency.
    pub agency: AgencyIx,
    /// The agencies that led the task before and have ended, first to last.
    pub formerly: Vec<AgencyIx>,
}

/// Returns the deadline by which a completion is judged: the one in force on the day of completion.
pub fn judged_by<'m>(task: &'m Task, assessed: &Assessed) -> Option<InForce<'m>> {
    assessed.completion.and_then(|completion| ledger::in_force(task, completion.on))
}

/// The facts in a ledger on a date, from which the standing follows.
struct Reading {
    last_state: Option<usize>,
    state: Option<State>,
    entries: usize,
    last_entry: Option<NaiveDate>,
    stale: Option<u32>,
    completion: Option<Completion>,
    /// The completion, if it has evidence or needs none.
    proven: Option<Completion>,
    is_said_done: bool,
    cycles: Option<Cycles>,
    parts: Parts,
}

impl Reading {
    fn of(model: &Model, task: &Task, as_of: NaiveDate) -> Self {
        let thresholds = &model.settings.thresholds;
        let entries = parts::whole(task, as_of);
        let last_state = ledger::last_state(&entries);
        let last_entry = entries.last().map(|entry| entry.date);
        let since = last_entry.map(|date| days_between(date, as_of));
        let mut completion = ledger::completion(&entries);
        let parts = parts::judge(model, task, as_of);
        let evidence_required = thresholds.evidence_required;
        let mut proven = completion.filter(|c| c.evidence.is_some() || !evidence_required);
        let mut is_said_done = completion.is_some() && proven.is_none();
        if task.kind == Kind::Deliverable && task.split.is_some() {
            let whole = parts::whole_of(task, as_of, evidence_required);
            is_said_done =
                whole.completion.is_none() && (completion.is_some() || whole.all_said_done);
            (completion, proven) = (whole.completion, whole.completion);
        }
        let cycles = (task.kind == Kind::Ongoing).then(|| match task.reports {
            Some(_) => {
                Cycles { ended: parts.counts.total, reported: parts.counts.done, latest: None }
            }
            None => cycles(model, task, &entries, as_of),
        });
        Reading {
            last_state,
            state: last_state.and_then(|n| entries[n].state),
            entries: entries.len(),
            last_entry,
            stale: since.filter(|days| *days > thresholds.stale_after_days),
            completion,
            proven,
            is_said_done,
            cycles,
            parts,
        }
    }

    fn blocked(&self) -> bool {
        self.state == Some(State::Blocked)
    }

    fn awaiting_evidence(&self) -> bool {
        self.is_said_done
    }

    /// Returns the standing with its days: the first row of the method page's table that matches.
    fn label(&self, model: &Model, task: &Task, as_of: NaiveDate) -> (Standing, Option<u32>) {
        if let Some(stop) = self.state.filter(|state| state.is_stop()) {
            let superseded = stop == State::Superseded;
            return (if superseded { Standing::Superseded } else { Standing::Cancelled }, None);
        }
        match task.kind {
            Kind::Duty => (Standing::Duty, None),
            Kind::Ongoing if task.reports.is_some() => {
                (periodic(&self.parts, self.last_entry), None)
            }
            Kind::Ongoing => (ongoing(&self.cycles.unwrap_or_default(), self.last_entry), None),
            Kind::Deliverable => {
                let due = ledger::in_force(task, as_of).and_then(|due| due.last_good_day);
                if let Some(completion) = self.proven {
                    let due = ledger::in_force(task, completion.on);
                    completed(due, completion)
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

/// Returns the last good day of an active deliverable if it is near: on `as_of` or at most
/// `due_soon_days` later. It counts whatever the standing, since a silent or blocked task falls due
/// like any other. Pages, `status` and `remind` mean this by “sắp đến hạn”.
pub fn due_soon(
    model: &Model,
    task: &Task,
    assessed: &Assessed,
    as_of: NaiveDate,
) -> Option<NaiveDate> {
    let soon = Days::new(u64::from(model.settings.thresholds.due_soon_days));
    let until = as_of.checked_add_days(soon)?;
    let last = ledger::in_force(task, as_of).and_then(|due| due.last_good_day);
    let is_open = task.kind == Kind::Deliverable && assessed.is_active(task.kind);
    last.filter(|last| is_open && (as_of..=until).contains(last))
}

/// Returns only the standing of a task on `as_of`, with its days.
pub fn label(model: &Model, task: &Task, as_of: NaiveDate) -> (Standing, Option<u32>) {
    Reading::of(model, task, as_of).label(model, task, as_of)
}

/// Assesses one task on `as_of`.
pub fn judge(model: &Model, task: &Task, as_of: NaiveDate) -> Assessed {
    let reading = Reading::of(model, task, as_of);
    let (standing, days) = reading.label(model, task, as_of);
    let (blocked, awaiting_evidence) = (reading.blocked(), reading.awaiting_evidence());
    let Reading {
        last_state,
        state,
        entries,
        last_entry,
        stale,
        completion,
        is_said_done,
        cycles,
        parts,
        ..
    } = reading;

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
        Kind::Deliverable => done::slip_days(task, as_of, evidence_required),
        Kind::Ongoing | Kind::Duty => 0,
    };
    let (leads, handed_over) = leads(model, task, as_of);
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
        is_said_done,
        state,
        cycles,
        parts,
        levels: targets::judge(task, as_of),
        handed_over,
        leads,
    }
}

/// Returns the standing of a completion.
fn completed(due: Option<InForce<'_>>, completion: Completion) -> (Standing, Option<u32>) {
    match ledger::lateness(due, completion.on, completion.time) {
        Lateness::NoDeadline => (Standing::Done, None),
        Lateness::InTime => (Standing::DoneOnTime, None),
        Lateness::Late(days) => (Standing::DoneLate, Some(days)),
    }
}

/// Judges an ongoing task by its periodic reports: the latest period that has fallen due decides.
fn periodic(parts: &Parts, last_entry: Option<NaiveDate>) -> Standing {
    let mut newest_first = parts.list.iter().rev();
    let latest =
        newest_first.find(|part| part.has_fallen_due && part.standing != PartStanding::Cancelled);
    match (latest, last_entry) {
        (None, None) => Standing::NotYetDue,
        (None, Some(_)) => Standing::Reported,
        (Some(_), None) => Standing::NoReport,
        (Some(latest), Some(_)) if latest.standing.is_done() => Standing::Reported,
        (Some(_), Some(_)) => Standing::ReportMissing,
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

/// Returns the agencies that led a task on a day.
pub fn led_on(model: &Model, task: &Task, day: NaiveDate) -> Vec<AgencyIx> {
    leads(model, task, day).0.into_iter().map(|lead| lead.agency).collect()
}

/// Returns the leads on `as_of`, and the handovers that have taken place, as indices.
///
/// Each handover replaces the leads from its day for good; a task that was done or stopped on the
/// day before follows once it is reopened. After an agency's last day, its successor leads each
/// task that was neither done nor stopped by that day, even if it is done later.
fn leads(model: &Model, task: &Task, as_of: NaiveDate) -> (Vec<Lead>, Vec<usize>) {
    let first = |agencies: &[AgencyIx]| -> Vec<Lead> {
        agencies.iter().map(|agency| Lead { agency: *agency, formerly: Vec::new() }).collect()
    };
    let mut leads = first(&task.leads);
    let mut handed_over = Vec::new();
    for (n, handover) in task.handovers.iter().enumerate() {
        if handover.date > as_of || !has_followed(model, task, handover.date, as_of) {
            continue;
        }
        let before = handover.date.pred_opt().unwrap_or(handover.date);
        let mut formerly: Vec<AgencyIx> = Vec::new();
        for lead in succeeded(model, task, leads, before) {
            formerly.extend(lead.formerly);
            formerly.push(lead.agency);
        }
        leads = first(&handover.leads);
        for lead in &mut leads {
            let others = formerly.iter().copied().filter(|agency| *agency != lead.agency);
            for agency in others {
                if !lead.formerly.contains(&agency) {
                    lead.formerly.push(agency);
                }
            }
        }
        handed_over.push(n);
    }
    (succeeded(model, task, leads, as_of), handed_over)
}

/// Returns true if a handover of `date` has taken place by `as_of`: the task was neither done nor
/// stopped on the day before, or has been reopened since.
fn has_followed(model: &Model, task: &Task, date: NaiveDate, as_of: NaiveDate) -> bool {
    let before = date.pred_opt().unwrap_or(date);
    let since = ledger::known(task, as_of).iter().map(|entry| entry.date);
    std::iter::once(before)
        .chain(since.filter(|day| *day >= date))
        .any(|day| !is_over(model, task, day))
}

/// Replaces every agency that has ended by `as_of` by its successor.
fn succeeded(model: &Model, task: &Task, leads: Vec<Lead>, as_of: NaiveDate) -> Vec<Lead> {
    let mut after: Vec<Lead> = Vec::new();
    for Lead { agency, mut formerly } in leads {
        let (agency, passed) =
            successor(model, agency, as_of, |last_day| is_over(model, task, last_day));
        formerly.extend(passed);
        match after.iter_mut().find(|lead| lead.agency == agency) {
            Some(lead) => lead.formerly.extend(formerly),
            None => after.push(Lead { agency, formerly }),
        }
    }
    after
}

/// Returns true if the task was done or stopped on a day.
fn is_over(model: &Model, task: &Task, on: NaiveDate) -> bool {
    let entries = parts::whole(task, on);
    let state = ledger::last_state(&entries).and_then(|n| entries[n].state);
    let evidence_required = model.settings.thresholds.evidence_required;
    state.is_some_and(State::is_stop)
        || (task.kind == Kind::Deliverable && done::proven(task, on, evidence_required).is_some())
}
