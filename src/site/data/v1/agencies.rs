//! The table of agencies.

use std::collections::BTreeSet;

use super::{Row, agency_ids, row};
use crate::model::AgencyIx;
use crate::site::context::PageContext;
use crate::site::data::address;
use crate::site::data::schema::{Column, Kind, Value};
use crate::site::data::table::Table;
use crate::site::route::Route;
use chrono::NaiveDate;

row! {
    /// An agency.
    Agency<'m> {
        id: &'m str = Kind::Id,
        name: &'m str = Kind::Text,
        short: Option<&'m str> = Kind::Text,
        kind: Option<&'m str> = Kind::Text,
        valid_from: Option<NaiveDate> = Kind::Day,
        valid_until: Option<NaiveDate> = Kind::Day,
        successor: Option<&'m str> = Kind::Reference(Table::Agencies),
        url: Option<String> = Kind::Address,
        members: Vec<&'m str> = Kind::References(Table::Agencies) => members,
    }
}

pub(super) const COLUMNS: &[Column] = Agency::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    agencies(ctx).iter().for_each(|ix| show(&Agency::of(ctx, *ix)));
}

/// The agencies that have a page, their members, and the agencies that succeeded them.
fn agencies(ctx: &PageContext<'_>) -> BTreeSet<AgencyIx> {
    let named = ctx.index.agencies.iter();
    let members = named.clone().flat_map(|agency| &ctx.model[*agency].members);
    let mut agencies: BTreeSet<AgencyIx> = named.chain(members).copied().collect();
    for first in &agencies.clone() {
        let mut next = ctx.model[*first].successor;
        while let Some(agency) = next.filter(|agency| agencies.insert(*agency)) {
            next = ctx.model[agency].successor;
        }
    }
    agencies
}

impl<'m> Agency<'m> {
    fn of(ctx: &PageContext<'m>, ix: AgencyIx) -> Self {
        let agency = &ctx.model[ix];
        Agency {
            id: agency.id.as_str(),
            name: &agency.name,
            short: agency.short.as_deref(),
            kind: agency.kind.as_deref(),
            valid_from: agency.valid_from,
            valid_until: agency.valid_until,
            successor: agency.successor.map(|next| ctx.model[next].id.as_str()),
            url: ctx.to_agency(ix).map(|_| address(ctx, Route::Agency(ix))),
            members: agency_ids(ctx, agency.members.iter().copied()),
        }
    }
}
