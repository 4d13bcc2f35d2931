//! The table of the sections of priorities.

use super::{Row, row};
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value};
use crate::site::data::table::Table;

row! {
    /// A level between a priority and its tasks.
    Section<'m> {
        id: &'m str = Kind::Id,
        number: &'m str = Kind::Text,
        title: &'m str = Kind::Text,
        priority: &'m str = Kind::Reference(Table::Priorities),
    }
}

pub(super) const COLUMNS: &[Column] = Section::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    for priority in &ctx.model.priorities {
        for section in &priority.sections {
            show(&Section {
                id: section.id.as_str(),
                number: &section.number,
                title: &section.title,
                priority: priority.id.as_str(),
            });
        }
    }
}
