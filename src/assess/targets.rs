//! Judges the values of targets against their levels.

use chrono::NaiveDate;

use super::ledger::{self, days_between};
use crate::model::{Kind, Level, Task, TaskTarget, Value};

/// How the values stand against a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// There is no value.
    NoValue,
    /// The last value lies outside.
    Short,
    /// The last value lies outside, and the last good day has passed.
    Missed,
    /// The last value lies inside.
    Reached,
    /// The last value lies inside, since a day after the last good day.
    ReachedLate,
}

impl Reach {
    /// All of them, in their order.
    pub const ALL: [Reach; 5] =
        [Reach::NoValue, Reach::Short, Reach::Missed, Reach::Reached, Reach::ReachedLate];

    /// Returns the name in data files and in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Reach::NoValue => "no_value",
            Reach::Short => "short",
            Reach::Missed => "missed",
            Reach::Reached => "reached",
            Reach::ReachedLate => "reached_late",
        }
    }

    /// Returns true if the last value lies inside.
    pub fn is_reached(self) -> bool {
        matches!(self, Reach::Reached | Reach::ReachedLate)
    }
}

/// A level as judged on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelStanding {
    /// How the values stand against it.
    pub reach: Reach,
    /// The days missed or late.
    pub days: Option<u32>,
    /// The day by which a value must lie inside, as known on the date.
    pub last_good_day: Option<NaiveDate>,
    /// The index of the last value known.
    pub last: Option<usize>,
    /// The day on which the unbroken run of values inside began.
    pub since: Option<NaiveDate>,
}

/// Returns the values of a target that exist on a date.
pub fn known(target: &TaskTarget, on: NaiveDate) -> &[Value] {
    &target.values[..target.values.partition_point(|value| value.date <= on)]
}

/// Judges every level of every target of a task on `as_of`.
pub fn judge(task: &Task, as_of: NaiveDate) -> Vec<Vec<LevelStanding>> {
    let of_target = |target: &TaskTarget| {
        target.levels.iter().map(|level| level_on(task, target, level, as_of)).collect()
    };
    task.targets.iter().map(of_target).collect()
}

fn level_on(task: &Task, target: &TaskTarget, level: &Level, as_of: NaiveDate) -> LevelStanding {
    let last_good_day = |on: NaiveDate| match &level.due {
        Some(due) => due.last_good_day(as_of),
        None if task.kind == Kind::Deliverable => {
            ledger::in_force(task, on).and_then(|due| due.last_good_day)
        }
        None => None,
    };
    let values = known(target, as_of);
    let run = values.iter().rev().take_while(|value| level.bound.holds(value)).last();
    let since = run.map(|value| value.date);
    let due = last_good_day(since.unwrap_or(as_of));
    let late =
        |until: NaiveDate| due.filter(|due| *due < until).map(|due| days_between(due, until));
    let (reach, days) = match (values.last(), since) {
        (None, _) => (Reach::NoValue, None),
        (Some(_), Some(since)) => match late(since) {
            Some(days) => (Reach::ReachedLate, Some(days)),
            None => (Reach::Reached, None),
        },
        (Some(_), None) => match late(as_of) {
            Some(days) => (Reach::Missed, Some(days)),
            None => (Reach::Short, None),
        },
    };
    LevelStanding { reach, days, last_good_day: due, last: values.len().checked_sub(1), since }
}

/// Returns the levels that were reached or missed between two days, as the indices of the target and
/// the level. A level that stands as before but for its days is none of them.
pub fn turned<'l>(
    then: &'l [Vec<LevelStanding>],
    now: &'l [Vec<LevelStanding>],
) -> impl Iterator<Item = (usize, usize, LevelStanding)> + 'l {
    let all = now.iter().enumerate().flat_map(|(target, levels)| {
        levels.iter().enumerate().map(move |(level, standing)| (target, level, *standing))
    });
    all.filter(move |(target, level, standing)| {
        let before = then.get(*target).and_then(|levels| levels.get(*level));
        let is_told = standing.reach.is_reached() || standing.reach == Reach::Missed;
        is_told && before.is_none_or(|before| before.reach != standing.reach)
    })
}
