//! Judges the parts of a task and its periodic reports.
//!
//! A part has a ledger of its own: the entries that name it. It stands by the first rows of the
//! table of deliverables, over that ledger and its own deadline. A report on a period is a part
//! whose `done` asks for no evidence. The task as a whole reads its ledger through [`whole`].

use std::borrow::Cow;

use chrono::{Days, NaiveDate, NaiveTime};

use super::ledger::{self, Completion, InForce, Lateness, Origin, days_between};
use super::succession::successor;
use crate::model::reports::period_id;
use crate::model::{
    AgencyIx, Deadline, Extension, Id, Model, Named, PlaceIx, ReportPeriod, State, Task, Term,
    Update,
};

/// The standing of a part, in the order of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartStanding {
    /// Done in time.
    DoneOnTime,
    /// Done late.
    DoneLate,
    /// Done, without a calendar deadline.
    Done,
    /// Reported done, but no evidence is cited yet.
    AwaitingEvidence,
    /// The last state is `blocked`.
    Blocked,
    /// None of the other standings applies.
    Open,
    /// The last good day has passed, and the part is neither done nor cancelled.
    Overdue,
    /// Cancelled, or open when the task was stopped.
    Cancelled,
}

impl PartStanding {
    /// All standings, in their order.
    pub const ALL: [PartStanding; 8] = [
        PartStanding::DoneOnTime,
        PartStanding::DoneLate,
        PartStanding::Done,
        PartStanding::AwaitingEvidence,
        PartStanding::Blocked,
        PartStanding::Open,
        PartStanding::Overdue,
        PartStanding::Cancelled,
    ];

    /// Returns the name in data files and in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            PartStanding::DoneOnTime => "done_on_time",
            PartStanding::DoneLate => "done_late",
            PartStanding::Done => "done",
            PartStanding::AwaitingEvidence => "awaiting_evidence",
            PartStanding::Blocked => "blocked",
            PartStanding::Open => "open",
            PartStanding::Overdue => "overdue",
            PartStanding::Cancelled => "cancelled",
        }
    }

    /// Returns true if the part is done, in time or not.
    pub fn is_done(self) -> bool {
        matches!(self, PartStanding::DoneOnTime | PartStanding::DoneLate | PartStanding::Done)
    }

    /// Returns true if the part is neither done nor cancelled.
    pub fn is_open(self) -> bool {
        !self.is_done() && self != PartStanding::Cancelled
    }
}

/// A part, or the report on a period, as judged on a date.
#[derive(Clone, Debug)]
pub struct AssessedPart {
    /// Its id.
    pub id: Id,
    /// The index of the part in the task's parts. `None` for a period.
    pub index: Option<usize>,
    /// The period, if this is a report.
    pub period: Option<ReportPeriod>,
    /// The standing.
    pub standing: PartStanding,
    /// The days late or overdue that belong to the standing.
    pub days: Option<u32>,
    /// The last state is `blocked`, although the part is overdue.
    pub blocked: bool,
    /// Reported done without evidence, although the part is overdue.
    pub awaiting_evidence: bool,
    /// Days overdue before the last extension or stop.
    pub slip_days: u32,
    /// The completion reported in the part's ledger, with or without evidence.
    pub completion: Option<Completion>,
    /// The deadline in force on the date.
    pub deadline: Option<Deadline>,
    /// Where that deadline comes from. `None`: the part's own, or the one of its period.
    pub origin: Option<Origin>,
    /// The last day on which the part is in time.
    pub last_good_day: Option<NaiveDate>,
    /// The indices of the entries that are about the part, in the task's updates.
    pub entries: Vec<usize>,
    /// The agency in charge on the date, after mergers.
    pub agency: Option<AgencyIx>,
    /// The place that the part is about.
    pub place: Option<PlaceIx>,
    /// Whether the last good day lies before the date.
    pub has_fallen_due: bool,
}

impl AssessedPart {
    /// Returns true if the part is overdue: of a period, that its report is missing.
    pub fn is_overdue(&self) -> bool {
        self.standing == PartStanding::Overdue
    }
}

/// How many parts of a task there are and how they stand. For periodic reports, parts are those
/// that have fallen due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartCounts {
    /// Parts that are not cancelled.
    pub total: u32,
    /// Those that are done.
    pub done: u32,
    /// Those that were done late.
    pub late: u32,
    /// Those that are overdue.
    pub overdue: u32,
    /// Those that are open.
    pub open: u32,
    /// Those that are open and have `blocked` as their last state.
    pub blocked: u32,
}

impl PartCounts {
    fn of(parts: &[AssessedPart]) -> Self {
        let counted = |part: &&AssessedPart| {
            part.standing != PartStanding::Cancelled
                && (part.period.is_none() || part.has_fallen_due)
        };
        let mut counts = PartCounts::default();
        for part in parts.iter().filter(counted) {
            counts.total += 1;
            counts.done += u32::from(part.standing.is_done());
            counts.late += u32::from(part.standing == PartStanding::DoneLate);
            counts.overdue += u32::from(part.is_overdue());
            counts.open += u32::from(part.standing.is_open());
            counts.blocked += u32::from(part.standing == PartStanding::Blocked || part.blocked);
        }
        counts
    }
}

/// The parts of a task as judged on a date.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// In the order of the file; periods from the first to the next that falls due.
    pub list: Vec<AssessedPart>,
    /// Their counts.
    pub counts: PartCounts,
}

/// Returns the ledger of the task as a whole: an entry about parts is a plain report without
/// evidence, but shows that work has begun, or that nobody has begun.
pub fn whole(task: &Task, on: NaiveDate) -> Cow<'_, [Update]> {
    let entries = ledger::known(task, on);
    if !task.is_divided() || entries.iter().all(|entry| !entry.parts.is_of_parts()) {
        return Cow::Borrowed(entries);
    }
    let mut state = None;
    let mut entries = entries.to_vec();
    for entry in &mut entries {
        if entry.parts.is_of_parts() {
            entry.evidence.clear();
            entry.state = match (entry.state, state) {
                (
                    Some(State::InProgress | State::Blocked | State::Done),
                    Some(State::NotStarted),
                ) => Some(State::InProgress),
                (Some(State::NotStarted), None) => Some(State::NotStarted),
                _ => None,
            };
        }
        state = entry.state.or(state);
    }
    Cow::Owned(entries)
}

/// Something with a ledger inside a task: a part or a period.
struct Unit<'t> {
    id: Cow<'t, Id>,
    index: Option<usize>,
    period: Option<ReportPeriod>,
    /// Its own deadline, which extensions of the task do not move.
    own: Option<Cow<'t, Deadline>>,
}

impl Unit<'_> {
    fn needs_evidence(&self, evidence_required: bool) -> bool {
        evidence_required && self.period.is_none()
    }

    /// Returns true if an extension moves the deadline of this part.
    fn is_moved_by(&self, extension: &Extension) -> bool {
        extension.parts.contains(&self.id) || self.own.is_none() && extension.parts.is_empty()
    }

    fn in_force<'s>(&'s self, task: &'s Task, on: NaiveDate) -> Option<InForce<'s>> {
        let decided = ledger::decided(task, on);
        let (deadline, origin) = match decided.iter().rposition(|e| self.is_moved_by(e)) {
            Some(n) => (&decided[n].due, Origin::Extension(n)),
            None => (self.own.as_deref().or(task.due.as_ref())?, Origin::First),
        };
        Some(InForce { deadline, origin, last_good_day: deadline.last_good_day(on) })
    }
}

/// Returns the parts of a deliverable, or the periods of an ongoing task up to the first that has
/// not fallen due on `as_of`.
fn units<'t>(model: &Model, task: &'t Task, as_of: NaiveDate) -> Vec<Unit<'t>> {
    let listed = task.parts.iter().enumerate().map(|(index, part)| Unit {
        id: Cow::Borrowed(&part.id),
        index: Some(index),
        period: None,
        own: part.due.as_ref().map(Cow::Borrowed),
    });
    let mut units: Vec<Unit<'t>> = listed.collect();
    let Some(reports) = &task.reports else { return units };
    let named = ledger::known(task, as_of).iter().flat_map(|entry| entry.parts.ids());
    let moved = ledger::decided(task, as_of).iter().flat_map(|extension| &extension.parts);
    let named = named.chain(moved).filter_map(|id| ReportPeriod::parse(id.as_str()));
    let furthest = named.map(|period| period.first_day).max();
    let last = reports.last(&model.directive);
    let mut period = reports.first(&model.directive);
    while last.is_none_or(|last| period.first_day <= last.first_day) {
        let Some(id) = period_id(period) else { break };
        let day = reports.last_good_day(period);
        units.push(Unit {
            id: Cow::Owned(id),
            index: None,
            period: Some(period),
            own: Some(Cow::Owned(Deadline::By(Term::Day(day)))),
        });
        if day >= as_of && furthest.is_none_or(|furthest| furthest < period.first_day) {
            break;
        }
        period = period.next();
    }
    units
}

/// Returns the entries of each unit, as indices in the task's updates.
///
/// `all` names those that are neither done nor cancelled by the entries before it.
fn ledgers(task: &Task, units: &[Unit<'_>], on: NaiveDate, evidence: bool) -> Vec<Vec<usize>> {
    let mut ledgers: Vec<Vec<usize>> = vec![Vec::new(); units.len()];
    for (n, entry) in ledger::known(task, on).iter().enumerate() {
        match &entry.parts {
            Named::Whole => {}
            Named::These(ids) => {
                for (unit, ledger) in units.iter().zip(&mut ledgers) {
                    if ids.contains(&unit.id) {
                        ledger.push(n);
                    }
                }
            }
            Named::All => {
                for (unit, ledger) in units.iter().zip(&mut ledgers) {
                    let read = Read::of(task, ledger, unit.needs_evidence(evidence));
                    if read.proven.is_none() && read.cancelled.is_none() {
                        ledger.push(n);
                    }
                }
            }
        }
    }
    ledgers
}

/// What the ledger of a part says.
struct Read {
    state: Option<State>,
    completion: Option<Completion>,
    /// The completion, if it has evidence or needs none.
    proven: Option<Completion>,
    /// The index of the first entry of the run of `cancelled` at the end.
    cancelled: Option<usize>,
}

impl Read {
    fn of(task: &Task, entries: &[usize], needs_evidence: bool) -> Self {
        let own = || entries.iter().map(|n| (*n, &task.updates[*n]));
        let completion = ledger::completion_of(own());
        let state = own().rev().find_map(|(_, entry)| entry.state);
        let run = own().rev().filter(|(_, entry)| entry.state.is_some());
        let cancelled = run
            .take_while(|(_, entry)| entry.state.is_some_and(State::is_stop))
            .last()
            .map(|(n, _)| n);
        Read {
            state,
            completion,
            proven: completion.filter(|c| c.evidence.is_some() || !needs_evidence),
            cancelled,
        }
    }
}

/// Judges every part of a task on `as_of`.
pub fn judge(model: &Model, task: &Task, as_of: NaiveDate) -> Parts {
    if !task.is_divided() {
        return Parts::default();
    }
    let mut list = each(model, task, as_of);
    if task.reports.is_some() {
        let due = |part: &AssessedPart| part.has_fallen_due || !part.entries.is_empty();
        let until = list.iter().rposition(due).map_or(0, |n| n + 1);
        list.truncate(until + 1);
    }
    Parts { counts: PartCounts::of(&list), list }
}

/// Returns true if every periodic report of a task up to that on `last` has fallen due on `as_of` or
/// is cancelled.
pub fn are_over(model: &Model, task: &Task, as_of: NaiveDate, last: ReportPeriod) -> bool {
    let all = each(model, task, as_of);
    let reaches_the_last = all.last().is_none_or(|part| part.period == Some(last));
    let is_over =
        |part: &AssessedPart| part.has_fallen_due || part.standing == PartStanding::Cancelled;
    reaches_the_last && all.iter().all(is_over)
}

/// Judges the parts of a task, or its periods up to the first that has not fallen due.
fn each(model: &Model, task: &Task, as_of: NaiveDate) -> Vec<AssessedPart> {
    let evidence_required = model.settings.thresholds.evidence_required;
    let units = units(model, task, as_of);
    let ledgers = ledgers(task, &units, as_of, evidence_required);
    let is_stopped_now = is_stopped(task, as_of);
    let one = |(unit, entries): (&Unit<'_>, Vec<usize>)| {
        let needs_evidence = unit.needs_evidence(evidence_required);
        let read = Read::of(task, &entries, needs_evidence);
        let due = unit.in_force(task, as_of);
        let last_good_day = due.and_then(|due| due.last_good_day);
        let overdue = last_good_day.filter(|day| *day < as_of);
        let blocked = read.state == Some(State::Blocked);
        let awaiting_evidence = read.completion.is_some();
        let (standing, days) = if read.cancelled.is_some() {
            (PartStanding::Cancelled, None)
        } else if let Some(completion) = read.proven {
            let due = unit.in_force(task, completion.on);
            match ledger::lateness(due, completion.on, completion.time) {
                Lateness::NoDeadline => (PartStanding::Done, None),
                Lateness::InTime => (PartStanding::DoneOnTime, None),
                Lateness::Late(days) => (PartStanding::DoneLate, Some(days)),
            }
        } else if is_stopped_now {
            (PartStanding::Cancelled, None)
        } else if let Some(day) = overdue {
            (PartStanding::Overdue, Some(days_between(day, as_of)))
        } else if awaiting_evidence {
            (PartStanding::AwaitingEvidence, None)
        } else if blocked {
            (PartStanding::Blocked, None)
        } else {
            (PartStanding::Open, None)
        };
        let is_overdue = standing == PartStanding::Overdue;
        let part = unit.index.map(|index| &task.parts[index]);
        AssessedPart {
            id: unit.id.as_ref().clone(),
            index: unit.index,
            period: unit.period,
            standing,
            days,
            blocked: blocked && is_overdue,
            awaiting_evidence: awaiting_evidence && is_overdue,
            slip_days: slip_days(task, unit, &entries, as_of, needs_evidence),
            completion: read.completion,
            deadline: due.map(|due| due.deadline.clone()),
            origin: due
                .map(|due| due.origin)
                .filter(|origin| *origin != Origin::First || unit.own.is_none()),
            last_good_day,
            agency: part.and_then(|part| part.agency).map(|agency| {
                let over = |day| {
                    let until = entries.partition_point(|n| task.updates[*n].date <= day);
                    let read = Read::of(task, &entries[..until], needs_evidence);
                    read.proven.is_some() || read.cancelled.is_some() || is_stopped(task, day)
                };
                successor(model, agency, as_of, over).0
            }),
            place: part.and_then(|part| part.place),
            has_fallen_due: overdue.is_some(),
            entries,
        }
    };
    units.iter().zip(ledgers).map(one).collect()
}

/// Returns the parts whose last good day differs from that of the task, each with its index. What is
/// due with the task stands where the task stands.
pub fn dated<'p>(
    task: &Task,
    parts: &'p Parts,
    as_of: NaiveDate,
) -> impl Iterator<Item = (NaiveDate, usize, &'p AssessedPart)> {
    let whole = ledger::in_force(task, as_of).and_then(|due| due.last_good_day);
    let dated = parts.list.iter().enumerate();
    dated
        .filter_map(|(n, part)| Some((part.last_good_day?, n, part)))
        .filter(move |(day, ..)| Some(*day) != whole)
}

/// Returns true if a part with a day of its own is open and falls due on `as_of` or at most
/// `due_soon_days` later.
pub fn is_due_soon(model: &Model, part: &AssessedPart, as_of: NaiveDate) -> bool {
    let soon = Days::new(u64::from(model.settings.thresholds.due_soon_days));
    let until = as_of.checked_add_days(soon).unwrap_or(NaiveDate::MAX);
    let is_near = part.last_good_day.is_some_and(|day| (as_of..=until).contains(&day));
    part.standing.is_open() && is_near
}

/// Returns the part of a task with this id as judged on a date, or `None` if there is none.
pub fn find<'p>(parts: &'p Parts, id: &str) -> Option<&'p AssessedPart> {
    parts.list.iter().find(|part| part.id.as_str() == id)
}

/// What the parts of a deliverable say about the whole.
pub(super) struct WholeOfParts {
    /// Every part is done or cancelled, and at least one is done.
    pub(super) completion: Option<Completion>,
    /// There are parts that are not cancelled, and all of them are said to be done.
    pub(super) all_said_done: bool,
}

/// Reads from the parts of a deliverable whether the whole is done.
pub(super) fn whole_of(task: &Task, on: NaiveDate, evidence_required: bool) -> WholeOfParts {
    let mut units = Vec::new();
    for (index, part) in task.parts.iter().enumerate() {
        let own = part.due.as_ref().map(Cow::Borrowed);
        units.push(Unit { id: Cow::Borrowed(&part.id), index: Some(index), period: None, own });
    }
    let reads = ledgers(task, &units, on, evidence_required)
        .iter()
        .map(|entries| Read::of(task, entries, evidence_required))
        .collect::<Vec<_>>();
    let going = || reads.iter().filter(|read| read.cancelled.is_none());
    let all_said_done = going().next().is_some() && going().all(|read| read.completion.is_some());
    let is_done = going().next().is_some() && going().all(|read| read.proven.is_some());
    let stop =
        |n: usize| Completion { on: task.updates[n].date, time: None, entry: n, evidence: None };
    let ends = reads.iter().filter_map(|read| read.cancelled.map(stop).or(read.proven));
    let last = ends.max_by_key(|end| (end.on, end.evidence.is_some()));
    let completion = last.filter(|_| is_done).map(|last| {
        let times = going().filter_map(|read| read.proven).filter(|end| end.on == last.on);
        let time: Option<NaiveTime> = times.filter_map(|end| end.time).max();
        Completion { time, ..last }
    });
    WholeOfParts { completion, all_said_done }
}

/// Returns true if the task as a whole is cancelled or superseded by its last state.
pub(super) fn is_stopped(task: &Task, on: NaiveDate) -> bool {
    let entries = whole(task, on);
    ledger::last_state(&entries).and_then(|n| entries[n].state).is_some_and(State::is_stop)
}

/// Counts the days on which a part stood overdue before its last extension or stop known on
/// `as_of`. A stop of the task stops a part that is open then.
fn slip_days(
    task: &Task,
    unit: &Unit<'_>,
    entries: &[usize],
    as_of: NaiveDate,
    needs_evidence: bool,
) -> u32 {
    let read_on = |day: NaiveDate| {
        let until = entries.partition_point(|n| task.updates[*n].date <= day);
        Read::of(task, &entries[..until], needs_evidence)
    };
    let is_stop = |entry: &Update| entry.state.is_some_and(State::is_stop);
    let own = entries.iter().map(|n| &task.updates[*n]).filter(|e| is_stop(e)).map(|e| e.date);
    let known = ledger::known(task, as_of);
    let of_task = known.iter().filter(|e| !e.parts.is_of_parts() && is_stop(e));
    let of_task = of_task.map(|e| e.date).filter(|day| read_on(*day).proven.is_none());
    let decided = ledger::decided(task, as_of).iter();
    let decided = decided.filter(|e| unit.is_moved_by(e)).map(|e| e.decided);
    let Some(end) = own.chain(of_task).chain(decided).max() else { return 0 };

    let spans = ledger::overdue_spans(
        task,
        end,
        |day| unit.in_force(task, day).and_then(|due| due.last_good_day),
        |day| {
            let read = read_on(day);
            read.proven.is_some() || read.cancelled.is_some() || is_stopped(task, day)
        },
    );
    ledger::days_in(&spans)
}

/// Returns the day after every last good day that a period of the task has or had, up to `until`.
pub(super) fn turns(model: &Model, task: &Task, until: NaiveDate) -> Vec<NaiveDate> {
    let own = units(model, task, until);
    let own = own.iter().filter_map(|unit| unit.own.as_ref()?.last_good_day(until));
    let moved = task.extensions.iter().filter_map(|e| e.due.last_good_day(until));
    own.chain(moved).filter_map(|day| day.succ_opt()).collect()
}
