//! The table of corrections: published facts about public tasks that were wrong.

use chrono::NaiveDate;

use super::{Row, count, row};
use crate::model::Id;
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};
use crate::site::data::table::Table;

row! {
    /// A correction.
    Correction<'m> {
        task: &'m str = Kind::Reference(Table::Tasks),
        correction: u32 = Kind::Number,
        date: NaiveDate = Kind::Day,
        recorded: NaiveDate = Kind::Day,
        of: &'m str = Kind::Word(Vocabulary::Corrected),
        was: String = Kind::Text,
        entry_date: Option<NaiveDate> = Kind::Day,
        reason: &'m str = Kind::Text,
        document: Option<&'m str> = Kind::Reference(Table::Documents),
        part: Option<&'m str> = Kind::Text => parts | reports,
    }
}

pub(super) const COLUMNS: &[Column] = Correction::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    let (model, as_of) = (ctx.model, ctx.as_of());
    for (_, task) in model.tasks().filter(|(_, task)| !task.restricted) {
        for (place, correction) in task.corrections.iter().enumerate() {
            if correction.date > as_of {
                continue;
            }
            show(&Correction {
                task: task.id.as_str(),
                correction: count(place + 1),
                date: correction.date,
                recorded: correction.recorded,
                of: correction.was.name(),
                was: correction.was.was(),
                entry_date: correction.entry,
                reason: &correction.reason,
                document: correction.document.map(|document| model[document].id.as_str()),
                part: correction.part.as_ref().map(Id::as_str),
            });
        }
    }
}
