//! The table of standings over time: every public task on every reporting date, as published.

use chrono::NaiveDate;

use super::{Row, row};
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};
use crate::site::data::table::Table;

row! {
    /// How a task stood on a reporting date.
    Then<'m> {
        date: NaiveDate = Kind::Day,
        task: &'m str = Kind::Reference(Table::Tasks),
        standing: &'m str = Kind::Word(Vocabulary::Standing),
        standing_days: Option<u32> = Kind::Number,
    }
}

pub(super) const COLUMNS: &[Column] = Then::COLUMNS;

/// Passes each row of the table to `show`, the earliest date first.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    let history = &ctx.index.history;
    for (period, labels) in history.periods.iter().zip(&history.labels) {
        let public = ctx.model.tasks().zip(labels).filter(|((_, task), _)| !task.restricted);
        for ((_, task), label) in public {
            if let Some(label) = label {
                show(&Then {
                    date: period.to,
                    task: task.id.as_str(),
                    standing: label.standing.name(),
                    standing_days: label.days,
                });
            }
        }
    }
}
