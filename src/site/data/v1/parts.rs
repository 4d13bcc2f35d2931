//! The table of parts and periodic reports.

use chrono::NaiveDate;

use super::{Row, row};
use crate::assess::AssessedPart;
use crate::model::{Split, Task};
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};
use crate::site::data::table::Table;

row! {
    /// A part of a deliverable, or the report of an ongoing task on a period.
    Part<'m> {
        task: &'m str = Kind::Reference(Table::Tasks),
        part: &'m str = Kind::Id,
        kind: &'m str = Kind::Word(Vocabulary::PartType),
        title: String = Kind::Text,
        place: Option<&'m str> = Kind::Reference(Table::Places),
        agency: Option<&'m str> = Kind::Reference(Table::Agencies),
        deadline: Option<String> = Kind::Text,
        last_good_day: Option<NaiveDate> = Kind::Day,
        standing: &'m str = Kind::Word(Vocabulary::PartStanding),
        days: Option<u32> = Kind::Number,
        slip_days: u32 = Kind::Number,
        completed_on: Option<NaiveDate> = Kind::Day,
    }
}

pub(super) const COLUMNS: &[Column] = Part::COLUMNS;

/// Passes each row of the table to `show`. Periods go up to the first whose report has not fallen
/// due, or the last that entries name.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    for (ix, task) in ctx.model.tasks().filter(|(_, task)| !task.restricted) {
        for part in &ctx.assessment[ix].parts.list {
            show(&Part::of(ctx, task, part));
        }
    }
}

impl<'m> Part<'m> {
    fn of(ctx: &PageContext<'m>, task: &'m Task, part: &'m AssessedPart) -> Self {
        let model = ctx.model;
        Part {
            task: task.id.as_str(),
            part: part.id.as_str(),
            kind: kind(task, part),
            title: ctx.part_name(model, task, part),
            place: part.place.map(|place| model[place].id.as_str()),
            agency: part.agency.map(|agency| model[agency].id.as_str()),
            deadline: part.deadline.as_ref().map(|due| ctx.deadline(due, ctx.as_of())),
            last_good_day: part.last_good_day,
            standing: part.standing.name(),
            days: part.days,
            slip_days: part.slip_days,
            completed_on: part.completion.map(|completion| completion.on),
        }
    }
}

fn kind(task: &Task, part: &AssessedPart) -> &'static str {
    match (task.split, part.index.map(|index| &task.parts[index])) {
        (_, None) => "period",
        (Some(Split::Places), _) => "place",
        (Some(Split::Leads), _) => "agency",
        (_, Some(listed)) if listed.place.is_some() => "place",
        (_, Some(listed)) if listed.agency.is_some() => "agency",
        _ => "milestone",
    }
}
