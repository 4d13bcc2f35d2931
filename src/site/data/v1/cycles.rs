//! The table of reporting cycles: which ongoing task was reported on in which cycle.

use chrono::NaiveDate;

use super::{Row, row};
use crate::assess::{Standing, cycles, ledger};
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};
use crate::site::data::table::Table;

row! {
    /// A cycle of a task that has ended.
    Ended<'m> {
        task: &'m str = Kind::Reference(Table::Tasks),
        first_day: NaiveDate = Kind::Day,
        last_day: NaiveDate = Kind::Day,
        report: &'m str = Kind::Word(Vocabulary::Report),
    }
}

pub(super) const COLUMNS: &[Column] = Ended::COLUMNS;

/// Passes each row of the table to `show`. The tasks are those of the page about reports.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    for ix in &ctx.index.reporting {
        let task = &ctx.model[*ix];
        let entries = ledger::known(task, ctx.as_of());
        let ended = cycles::ended(ctx.model, task, entries, ctx.as_of());
        for cycle in ended.filter(|_| task.reports.is_none()) {
            let report = if cycle.reported { Standing::Reported } else { Standing::ReportMissing };
            show(&Ended {
                task: task.id.as_str(),
                first_day: cycle.from,
                last_day: cycle.to,
                report: report.name(),
            });
        }
    }
}
