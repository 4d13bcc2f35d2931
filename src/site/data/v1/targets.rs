//! The table of the levels of targets.

use chrono::NaiveDate;

use super::{Row, count, row};
use crate::assess::LevelStanding;
use crate::model::{Figure, Level, Task, TaskTarget};
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};
use crate::site::data::table::Table;

row! {
    /// A level of a target, with how the values stand against it.
    Goal<'m> {
        task: &'m str = Kind::Reference(Table::Tasks),
        target: u32 = Kind::Number,
        level: u32 = Kind::Number,
        title: &'m str = Kind::Text,
        unit: Option<&'m str> = Kind::Text,
        at_least: Option<Figure> = Kind::Decimal,
        at_most: Option<Figure> = Kind::Decimal,
        above: Option<Figure> = Kind::Decimal,
        below: Option<Figure> = Kind::Decimal,
        deadline: Option<String> = Kind::Text,
        last_good_day: Option<NaiveDate> = Kind::Day,
        standing: &'m str = Kind::Word(Vocabulary::Reach),
        days: Option<u32> = Kind::Number,
        date: Option<NaiveDate> = Kind::Day,
        value: Option<Figure> = Kind::Decimal,
        of: Option<Figure> = Kind::Decimal,
        reached_since: Option<NaiveDate> = Kind::Day,
    }
}

pub(super) const COLUMNS: &[Column] = Goal::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    for (ix, task) in ctx.model.tasks().filter(|(_, task)| !task.restricted) {
        for (at, target) in task.targets.iter().enumerate() {
            let levels = target.levels.iter().zip(&ctx.assessment[ix].levels[at]);
            for (n, (level, standing)) in levels.enumerate() {
                show(&Goal::of(ctx, task, target, (n, level, standing)));
            }
        }
    }
}

impl<'m> Goal<'m> {
    fn of(
        ctx: &PageContext<'m>,
        task: &'m Task,
        target: &'m TaskTarget,
        (n, level, standing): (usize, &Level, &LevelStanding),
    ) -> Self {
        let last = standing.last.map(|last| &target.values[last]);
        Goal {
            task: task.id.as_str(),
            target: count(target.at + 1),
            level: count(n + 1),
            title: &target.title,
            unit: target.unit.as_deref(),
            at_least: level.bound.at_least,
            at_most: level.bound.at_most,
            above: level.bound.above,
            below: level.bound.below,
            deadline: level.due.as_ref().map(|due| ctx.deadline(due, ctx.as_of())),
            last_good_day: standing.last_good_day,
            standing: standing.reach.name(),
            days: standing.days,
            date: last.map(|value| value.date),
            value: last.map(|value| value.value),
            of: last.and_then(|value| value.of),
            reached_since: standing.since,
        }
    }
}
