//! The table of priorities.

use super::{Row, row, visibility};
use crate::model::PriorityIx;
use crate::site::context::PageContext;
use crate::site::data::address;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};
use crate::site::route::Route;

row! {
    /// A priority of the directive.
    Priority<'m> {
        id: &'m str = Kind::Id,
        number: &'m str = Kind::Text,
        title: &'m str = Kind::Text,
        visibility: &'m str = Kind::Word(Vocabulary::Visibility),
        summary: Option<&'m str> = Kind::Text,
        no_tasks: Option<&'m str> = Kind::Text,
        url: String = Kind::Address,
    }
}

pub(super) const COLUMNS: &[Column] = Priority::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    (0..ctx.model.priorities.len()).for_each(|n| show(&Priority::of(ctx, PriorityIx(n))));
}

impl<'m> Priority<'m> {
    fn of(ctx: &PageContext<'m>, ix: PriorityIx) -> Self {
        let priority = &ctx.model[ix];
        let public = !priority.restricted;
        Priority {
            id: priority.id.as_str(),
            number: &priority.number,
            title: &priority.title,
            visibility: visibility(priority.restricted),
            summary: priority.summary.as_deref().filter(|_| public),
            no_tasks: priority.no_tasks.as_deref().filter(|_| public && priority.tasks.is_empty()),
            url: address(ctx, Route::Priority(ix)),
        }
    }
}
