//! Tallies a group of tasks: counts, three separate ratios, and one word.

use serde::{Deserialize, Serialize};

use super::parts::{AssessedPart, PartStanding};
use super::standing::{Assessed, Standing};
use crate::model::settings::Thresholds;
use crate::model::{Kind, State, Task};

/// The tally of a group of tasks. Each task counts under exactly one standing, so the counts add up
/// to the total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    counts: [[u32; Standing::ALL.len()]; 3],
    /// Deliverables that count as done, of those not stopped.
    pub completion: Fraction,
    /// Number of deliverables that would be done if every silent one, and every one reported done
    /// without evidence, were done.
    pub completion_high: u32,
    /// Deliverables done on time, of those done on time, done late or overdue.
    pub on_time: Fraction,
    /// Ongoing tasks with standing [`Standing::Reported`], of those not stopped with at least one
    /// ended cycle.
    pub reporting: Fraction,
    /// Tasks, including stopped ones, that were overdue before an extension, cancellation or
    /// replacement.
    pub slips: u32,
    /// Tasks not stopped whose last state is `blocked`, whatever their standing: some are overdue, or
    /// have reported on time that they are blocked.
    pub obstacles: u32,
    /// Parts of deliverables not stopped, by standing; cancelled ones are left out.
    parts: [u32; PartStanding::ALL.len()],
    /// Periodic reports that have fallen due.
    pub reports: ReportCounts,
    /// The word for the group.
    pub word: Word,
    facts: Facts,
}

/// Reports on periods that have fallen due, of tasks not stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportCounts {
    /// Delivered in time.
    pub on_time: u32,
    /// Delivered late.
    pub late: u32,
    /// Not delivered.
    pub missing: u32,
}

impl ReportCounts {
    /// Returns how many have fallen due.
    pub fn total(self) -> u32 {
        self.on_time + self.late + self.missing
    }
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fraction {
    /// The numerator.
    pub part: u32,
    /// The denominator; 0 if the ratio does not apply.
    pub whole: u32,
}

/// The word for a group, by rules and not by averages.
///
/// The rules are those of the method page (`cach-doc.html`). The first that applies, in this order,
/// gives the word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Word {
    /// The group has no tasks.
    #[default]
    NoTasks,
    /// Every task was stopped.
    Closed,
    /// Every task not stopped is a general duty.
    GeneralDuty,
    /// A task is overdue by more than `seriously_late_days` days, and does not only wait for
    /// evidence.
    SeriouslyLate,
    /// Some tasks are overdue; holds their number.
    HasOverdue(u32),
    /// Fewer than half of the active tasks have been reported on: deliverables that are not silent,
    /// and ongoing tasks that are `Reported` or `NotYetDue`.
    NotEnoughData,
    /// Some tasks have an overdue part or a missing periodic report; holds their number.
    HasLateParts(u32),
    /// Some tasks not stopped have `blocked` as their last state; holds their number.
    HasObstacles(u32),
    /// All deliverables are done, and there is nothing else.
    Completed,
    /// All deliverables are done and there is nothing else; some were done late.
    CompletedSomeLate,
    /// All deliverables are done; ongoing tasks or duties go on.
    DatedCompleted,
    /// All deliverables are done, some of them late; ongoing tasks or duties go on.
    DatedCompletedSomeLate,
    /// Nothing is done, and every active task has no entry or has `not_started` as its last state.
    NotStarted,
    /// None of the other words applies.
    InTime,
}

impl Word {
    /// All words, with 0 in those that hold a number.
    pub const ALL: [Word; 14] = [
        Word::NoTasks,
        Word::Closed,
        Word::GeneralDuty,
        Word::SeriouslyLate,
        Word::HasOverdue(0),
        Word::NotEnoughData,
        Word::HasLateParts(0),
        Word::HasObstacles(0),
        Word::Completed,
        Word::CompletedSomeLate,
        Word::DatedCompleted,
        Word::DatedCompletedSomeLate,
        Word::NotStarted,
        Word::InTime,
    ];

    /// Returns the name in data files and in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Word::NoTasks => "no_tasks",
            Word::Closed => "closed",
            Word::GeneralDuty => "general_duty",
            Word::SeriouslyLate => "seriously_late",
            Word::NotEnoughData => "not_enough_data",
            Word::HasOverdue(_) => "has_overdue",
            Word::HasLateParts(_) => "has_late_parts",
            Word::HasObstacles(_) => "has_obstacles",
            Word::Completed => "completed",
            Word::CompletedSomeLate => "completed_some_late",
            Word::DatedCompleted => "dated_completed",
            Word::DatedCompletedSomeLate => "dated_completed_some_late",
            Word::NotStarted => "not_started",
            Word::InTime => "in_time",
        }
    }
}

impl Default for Tally {
    fn default() -> Self {
        Tally::of(std::iter::empty(), &Thresholds::default())
    }
}

impl Tally {
    /// Adds up these tasks.
    pub fn of<'a>(
        tasks: impl Iterator<Item = (&'a Task, &'a Assessed)>,
        thresholds: &Thresholds,
    ) -> Self {
        let mut tally = Tally {
            counts: [[0; Standing::ALL.len()]; 3],
            completion: Fraction::default(),
            completion_high: 0,
            on_time: Fraction::default(),
            reporting: Fraction::default(),
            slips: 0,
            obstacles: 0,
            parts: [0; PartStanding::ALL.len()],
            reports: ReportCounts::default(),
            word: Word::NoTasks,
            facts: Facts::default(),
        };
        let mut facts = Facts::default();
        for (task, assessed) in tasks {
            tally.add(task, assessed);
            facts.add(task, assessed, thresholds);
        }
        tally.obstacles = facts.blocked;
        tally.word = facts.word(&tally);
        tally.facts = facts;
        tally
    }

    /// Adds another group: the tally of the tasks of both. A task in both counts twice.
    pub fn merge(&mut self, other: &Tally) {
        let counts = self.counts.iter_mut().flatten().zip(other.counts.iter().flatten());
        let parts = self.parts.iter_mut().zip(&other.parts);
        counts.chain(parts).for_each(|(own, more)| *own += more);
        for (own, more) in [
            (&mut self.completion, other.completion),
            (&mut self.on_time, other.on_time),
            (&mut self.reporting, other.reporting),
        ] {
            own.part += more.part;
            own.whole += more.whole;
        }
        self.completion_high += other.completion_high;
        self.slips += other.slips;
        self.obstacles += other.obstacles;
        self.reports.on_time += other.reports.on_time;
        self.reports.late += other.reports.late;
        self.reports.missing += other.reports.missing;
        self.facts.merge(&other.facts);
        self.word = self.facts.word(self);
    }

    /// Counts a part, unless it is cancelled.
    pub fn add_part(&mut self, part: &AssessedPart) {
        if part.standing != PartStanding::Cancelled {
            self.parts[part.standing as usize] += 1;
        }
    }

    /// Returns the number of parts with a standing.
    pub fn part(&self, standing: PartStanding) -> u32 {
        self.parts[standing as usize]
    }

    /// Returns the number of parts.
    pub fn parts(&self) -> u32 {
        self.parts.iter().sum()
    }

    /// Returns the number of tasks of a kind with a standing.
    pub fn count(&self, kind: Kind, standing: Standing) -> u32 {
        self.counts[kind as usize][standing as usize]
    }

    /// Returns the number of tasks with a standing.
    pub fn standing(&self, standing: Standing) -> u32 {
        self.counts.iter().map(|counts| counts[standing as usize]).sum()
    }

    /// Returns the number of tasks of a kind.
    pub fn kind(&self, kind: Kind) -> u32 {
        self.counts[kind as usize].iter().sum()
    }

    /// Returns the number of tasks.
    pub fn total(&self) -> u32 {
        self.counts.iter().flatten().sum()
    }

    /// Returns the number of overdue tasks.
    pub fn overdue(&self) -> u32 {
        self.standing(Standing::Overdue)
    }

    /// Returns the number of ongoing tasks that reported before their first cycle ended. They have
    /// the standing `Reported` and are not in the ratio.
    pub fn reported_early(&self) -> u32 {
        self.count(Kind::Ongoing, Standing::Reported).saturating_sub(self.reporting.part)
    }

    /// Returns the number of stopped tasks.
    pub fn stopped(&self) -> u32 {
        self.standing(Standing::Cancelled) + self.standing(Standing::Superseded)
    }

    fn add(&mut self, task: &Task, assessed: &Assessed) {
        let standing = assessed.standing;
        self.counts[task.kind as usize][standing as usize] += 1;
        self.slips += u32::from(assessed.slip_days > 0);
        if standing.is_stopped() {
            return;
        }
        match task.kind {
            Kind::Deliverable => {
                let may_be_done =
                    assessed.silent || assessed.completion.is_some() || assessed.is_said_done;
                self.completion.add(standing.is_done());
                self.completion_high += u32::from(standing.is_done() || may_be_done);
                match standing {
                    Standing::DoneOnTime => self.on_time.add(true),
                    Standing::DoneLate | Standing::Overdue => self.on_time.add(false),
                    _ => {}
                }
            }
            Kind::Ongoing => {
                if task.reports.is_some() && !task.restricted {
                    let counts = assessed.parts.counts;
                    self.reports.on_time += counts.done - counts.late;
                    self.reports.late += counts.late;
                    self.reports.missing += counts.overdue;
                }
                if assessed.cycles.is_some_and(|cycles| cycles.ended > 0) {
                    self.reporting.add(standing == Standing::Reported);
                }
            }
            Kind::Duty => {}
        }
    }
}

impl Fraction {
    fn add(&mut self, yes: bool) {
        self.whole += 1;
        self.part += u32::from(yes);
    }
}

/// Facts about the tasks not stopped that the word needs in addition to the counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Facts {
    longest_overdue_is_serious: bool,
    active: u32,
    heard_of: u32,
    blocked: u32,
    /// Tasks with an overdue part or a missing periodic report.
    late_parts: u32,
    /// Active tasks without an entry or with `not_started` as their last state.
    untouched: u32,
}

impl Facts {
    fn merge(&mut self, other: &Facts) {
        self.longest_overdue_is_serious |= other.longest_overdue_is_serious;
        self.active += other.active;
        self.heard_of += other.heard_of;
        self.blocked += other.blocked;
        self.late_parts += other.late_parts;
        self.untouched += other.untouched;
    }

    fn add(&mut self, task: &Task, assessed: &Assessed, thresholds: &Thresholds) {
        let standing = assessed.standing;
        if standing.is_stopped() {
            return;
        }
        let state = assessed.state(task);
        self.blocked += u32::from(state == Some(State::Blocked));
        self.late_parts += u32::from(assessed.parts.counts.overdue > 0);
        // Work that was reported done and lacks its evidence is overdue, but not seriously late.
        self.longest_overdue_is_serious |= standing == Standing::Overdue
            && !assessed.causes.awaiting_evidence
            && assessed.days.is_some_and(|days| days > thresholds.seriously_late_days);
        if assessed.is_active(task.kind) {
            let heard = match task.kind {
                Kind::Ongoing => matches!(standing, Standing::Reported | Standing::NotYetDue),
                Kind::Deliverable | Kind::Duty => !assessed.silent,
            };
            self.active += 1;
            self.heard_of += u32::from(heard);
            self.untouched += u32::from(assessed.entries == 0 || state == Some(State::NotStarted));
        }
    }

    fn word(&self, tally: &Tally) -> Word {
        let going = tally.total() - tally.stopped();
        let of_kind = |kind| {
            let stopped = [Standing::Cancelled, Standing::Superseded];
            tally.kind(kind) - stopped.iter().map(|s| tally.count(kind, *s)).sum::<u32>()
        };
        let duties = of_kind(Kind::Duty);
        let others_go_on = duties + of_kind(Kind::Ongoing) > 0;
        let Fraction { part: done, whole: deliverables } = tally.completion;
        let some_late = tally.standing(Standing::DoneLate) > 0;
        if tally.total() == 0 {
            Word::NoTasks
        } else if going == 0 {
            Word::Closed
        } else if duties == going {
            Word::GeneralDuty
        } else if self.longest_overdue_is_serious {
            Word::SeriouslyLate
        } else if tally.overdue() > 0 {
            Word::HasOverdue(tally.overdue())
        } else if self.heard_of * 2 < self.active {
            Word::NotEnoughData
        } else if self.late_parts > 0 {
            Word::HasLateParts(self.late_parts)
        } else if self.blocked > 0 {
            Word::HasObstacles(self.blocked)
        } else if deliverables > 0 && done == deliverables {
            match (others_go_on, some_late) {
                (false, false) => Word::Completed,
                (false, true) => Word::CompletedSomeLate,
                (true, false) => Word::DatedCompleted,
                (true, true) => Word::DatedCompletedSomeLate,
            }
        } else if done == 0 && self.untouched == self.active {
            Word::NotStarted
        } else {
            Word::InTime
        }
    }
}
