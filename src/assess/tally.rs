//! Adds up a group of tasks: counts, three ratios that are never blended, and one word.

use super::standing::{Assessed, Standing};
use crate::model::settings::Thresholds;
use crate::model::{Kind, State, Task};

/// A group of tasks, added up. Every standing is counted by itself, and the parts sum to the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    counts: [[u32; Standing::ALL.len()]; 3],
    /// Deliverables done with evidence, of those not stopped.
    pub completion: Fraction,
    /// Deliverables done, if every silent one and every one without evidence were done.
    pub completion_high: u32,
    /// Done on time, of what was done with a deadline or is overdue.
    pub on_time: Fraction,
    /// Ongoing tasks with a report, of those not stopped with an ended cycle.
    pub reporting: Fraction,
    /// Tasks, stopped ones included, that were overdue before an extension, stop or replacement.
    pub slips: u32,
    /// One word for the group.
    pub word: Word,
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fraction {
    /// The numerator.
    pub part: u32,
    /// The denominator; 0 if the ratio does not apply.
    pub whole: u32,
}

/// A word for a group: a rule, not an average.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Word {
    /// Nothing belongs to it.
    #[default]
    NoTasks,
    /// Everything was stopped.
    Closed,
    /// Every task is a general duty.
    GeneralDuty,
    /// A task is overdue by more than the threshold.
    SeriouslyLate,
    /// Fewer than half of the active tasks were heard of.
    NotEnoughData,
    /// Number of overdue tasks.
    HasOverdue(u32),
    /// Number of tasks whose last state is blocked.
    HasObstacles(u32),
    /// All deliverables are done, and there is nothing else.
    Completed,
    /// All deliverables are done and there is nothing else; some were done late.
    CompletedSomeLate,
    /// All deliverables are done; ongoing tasks or duties go on.
    DatedCompleted,
    /// All deliverables are done, some of them late; ongoing tasks or duties go on.
    DatedCompletedSomeLate,
    /// Nothing is done, and every active task has no entry or is reported as not started.
    NotStarted,
    /// None of these.
    InTime,
}

impl Word {
    /// All words, with 0 where one counts.
    pub const ALL: [Word; 13] = [
        Word::NoTasks,
        Word::Closed,
        Word::GeneralDuty,
        Word::SeriouslyLate,
        Word::NotEnoughData,
        Word::HasOverdue(0),
        Word::HasObstacles(0),
        Word::Completed,
        Word::CompletedSomeLate,
        Word::DatedCompleted,
        Word::DatedCompletedSomeLate,
        Word::NotStarted,
        Word::InTime,
    ];

    /// The word in data files and in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Word::NoTasks => "no_tasks",
            Word::Closed => "closed",
            Word::GeneralDuty => "general_duty",
            Word::SeriouslyLate => "seriously_late",
            Word::NotEnoughData => "not_enough_data",
            Word::HasOverdue(_) => "has_overdue",
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
            word: Word::NoTasks,
        };
        let mut facts = Facts::default();
        for (task, assessed) in tasks {
            tally.add(task, assessed);
            facts.add(task, assessed, thresholds);
        }
        tally.word = facts.word(&tally);
        tally
    }

    /// How many tasks of a kind stand so.
    pub fn count(&self, kind: Kind, standing: Standing) -> u32 {
        self.counts[kind as usize][standing as usize]
    }

    /// How many tasks stand so.
    pub fn standing(&self, standing: Standing) -> u32 {
        self.counts.iter().map(|counts| counts[standing as usize]).sum()
    }

    /// How many tasks of a kind there are.
    pub fn kind(&self, kind: Kind) -> u32 {
        self.counts[kind as usize].iter().sum()
    }

    /// How many tasks there are.
    pub fn total(&self) -> u32 {
        self.counts.iter().flatten().sum()
    }

    /// How many are overdue.
    pub fn overdue(&self) -> u32 {
        self.standing(Standing::Overdue)
    }

    /// How many were stopped.
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
                let may_be_done = assessed.silent || assessed.completion.is_some();
                self.completion.add(standing.is_done());
                self.completion_high += u32::from(standing.is_done() || may_be_done);
                match standing {
                    Standing::DoneOnTime => self.on_time.add(true),
                    Standing::DoneLate | Standing::Overdue => self.on_time.add(false),
                    _ => {}
                }
            }
            Kind::Ongoing => {
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

/// What the word needs beside the counts, over the tasks that were not stopped.
#[derive(Default)]
struct Facts {
    longest_overdue_is_serious: bool,
    active: u32,
    heard_of: u32,
    blocked: u32,
    /// Active tasks that have no entry or were last reported as not started.
    untouched: u32,
}

impl Facts {
    fn add(&mut self, task: &Task, assessed: &Assessed, thresholds: &Thresholds) {
        let standing = assessed.standing;
        if standing.is_stopped() {
            return;
        }
        let state = assessed.state(task);
        self.blocked += u32::from(state == Some(State::Blocked));
        self.longest_overdue_is_serious |= standing == Standing::Overdue
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
        } else if self.heard_of * 2 < self.active {
            Word::NotEnoughData
        } else if tally.overdue() > 0 {
            Word::HasOverdue(tally.overdue())
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
