//! The table of changes of the agencies in charge.

use chrono::NaiveDate;

use super::{Row, agency_ids, count, row};
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value};
use crate::site::data::table::Table;

row! {
    /// A change of the agencies in charge.
    Handover<'m> {
        task: &'m str = Kind::Reference(Table::Tasks),
        entry: u32 = Kind::Number,
        date: NaiveDate = Kind::Day,
        leads: Vec<&'m str> = Kind::References(Table::Agencies),
        document: Option<&'m str> = Kind::Reference(Table::Documents),
        reason: Option<&'m str> = Kind::Text,
        recorded: NaiveDate = Kind::Day,
    }
}

pub(super) const COLUMNS: &[Column] = Handover::COLUMNS;

/// Passes each row of the table to `show`: what has taken place, by date.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    for (ix, task) in ctx.model.tasks().filter(|(_, task)| !task.restricted) {
        for n in &ctx.assessment[ix].handed_over {
            let handover = &task.handovers[*n];
            show(&Handover {
                task: task.id.as_str(),
                entry: count(handover.place + 1),
                date: handover.date,
                leads: agency_ids(ctx, handover.leads.iter().copied()),
                document: handover.document.map(|document| ctx.model[document].id.as_str()),
                reason: handover.reason.as_deref(),
                recorded: handover.recorded,
            });
        }
    }
}
