//! The table of the values that were measured for targets.

use chrono::NaiveDate;

use super::{Row, count, row};
use crate::assess::targets::known;
use crate::model::Figure;
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value};
use crate::site::data::table::Table;

row! {
    /// A measured value.
    Measured<'m> {
        task: &'m str = Kind::Reference(Table::Tasks),
        target: u32 = Kind::Number,
        entry: u32 = Kind::Number,
        date: NaiveDate = Kind::Day,
        value: Figure = Kind::Decimal,
        of: Option<Figure> = Kind::Decimal,
        source: Option<&'m str> = Kind::Reference(Table::Documents),
        note: Option<&'m str> = Kind::Text,
        recorded: NaiveDate = Kind::Day,
    }
}

pub(super) const COLUMNS: &[Column] = Measured::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    for (_, task) in ctx.model.tasks().filter(|(_, task)| !task.restricted) {
        for target in &task.targets {
            for value in known(target, ctx.as_of()) {
                show(&Measured {
                    task: task.id.as_str(),
                    target: count(target.at + 1),
                    entry: count(value.place + 1),
                    date: value.date,
                    value: value.value,
                    of: value.of,
                    source: value.source.map(|document| ctx.model[document].id.as_str()),
                    note: value.note.as_deref(),
                    recorded: value.recorded,
                });
            }
        }
    }
}
