//! The table of places.

use super::{Row, row};
use crate::model::PlaceIx;
use crate::site::context::PageContext;
use crate::site::data::address;
use crate::site::data::schema::{Column, Kind, Value};
use crate::site::data::table::Table;
use crate::site::route::Route;

row! {
    /// A place that tasks and notes name.
    Place<'m> {
        id: &'m str = Kind::Id,
        name: &'m str = Kind::Text,
        kind: Option<&'m str> = Kind::Text,
        url: String = Kind::Address,
        members: Vec<&'m str> = Kind::References(Table::Places) => members,
    }
}

pub(super) const COLUMNS: &[Column] = Place::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    ctx.index.places.iter().for_each(|ix| show(&Place::of(ctx, *ix)));
}

impl<'m> Place<'m> {
    fn of(ctx: &PageContext<'m>, ix: PlaceIx) -> Self {
        let place = &ctx.model[ix];
        Place {
            id: place.id.as_str(),
            name: &place.name,
            kind: place.kind.as_deref(),
            url: address(ctx, Route::Place(ix)),
            members: (place.members.iter())
                .filter(|member| ctx.to_place(**member).is_some())
                .map(|member| ctx.model[*member].id.as_str())
                .collect(),
        }
    }
}
