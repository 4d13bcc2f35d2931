//! The table of changes: what happened to each public task from one reporting date to the next.

use chrono::NaiveDate;

use super::{Row, row};
use crate::assess::changes::Event;
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, OTHERWISE, Value, Vocabulary};
use crate::site::data::table::Table;

row! {
    /// A change of a task.
    Change<'m> {
        since: NaiveDate = Kind::Day,
        date: NaiveDate = Kind::Day,
        task: &'m str = Kind::Reference(Table::Tasks),
        change: &'m str = Kind::Word(Vocabulary::Change),
        standing_before: Option<&'m str> = Kind::Word(Vocabulary::Standing),
        standing_before_days: Option<u32> = Kind::Number,
        standing: &'m str = Kind::Word(Vocabulary::Standing),
        standing_days: Option<u32> = Kind::Number,
        last_good_day_before: Option<NaiveDate> = Kind::Day,
        last_good_day: Option<NaiveDate> = Kind::Day,
        completed_on: Option<NaiveDate> = Kind::Day,
    }
}

pub(super) const COLUMNS: &[Column] = Change::COLUMNS;

/// Passes each row of the table to `show`, the earliest date first: a row for each event of a task,
/// and one where it only stands otherwise.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    for period in &ctx.index.history.periods {
        let public = period.tasks.iter().filter(|change| !ctx.model[change.task].restricted);
        for change in public {
            let [before, now] = change.labels;
            let before = Some(before).filter(|_| change.event("added").is_none());
            let row = Change {
                since: period.from,
                date: period.to,
                task: ctx.model[change.task].id.as_str(),
                change: OTHERWISE,
                standing_before: before.map(|label| label.standing.name()),
                standing_before_days: before.and_then(|label| label.days),
                standing: now.standing.name(),
                standing_days: now.days,
                last_good_day_before: None,
                last_good_day: None,
                completed_on: None,
            };
            for event in &change.events {
                let row = Change { change: event.name(), ..row };
                match event {
                    Event::Done(on) => show(&Change { completed_on: Some(*on), ..row }),
                    Event::Redated(moved) => show(&Change {
                        last_good_day_before: moved.from,
                        last_good_day: moved.to,
                        ..row
                    }),
                    _ => show(&row),
                }
            }
            if change.events.is_empty() && change.stands_otherwise() {
                show(&row);
            }
        }
    }
}
