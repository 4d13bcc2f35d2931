//! Feeds, calendars and tables of a portal, merged from those of its directives.

use super::Portal;
use crate::site::context::PageContext;
use crate::site::data::table::{Form, Table};
use crate::site::route::{Route, Scope};
use crate::site::{calendar as calendars, data, feed as feeds};

/// A file of the site of a directive, with what the shared file says of the directive.
pub(in crate::site) struct Piece {
    /// The id of the directive.
    pub(in crate::site) directive: String,
    /// Its number.
    pub(in crate::site) number: String,
    /// The bytes of the file.
    pub(in crate::site) bytes: Vec<u8>,
}

/// The feed of the portal, or of an agency.
pub(in crate::site) fn feed(ctx: &PageContext<'_>, portal: &Portal, scope: Scope) -> Vec<u8> {
    feeds::merged(ctx, scope, &pieces(ctx, portal, scope, Route::Feed(scope)))
}

/// The calendar of the portal, or of an agency.
pub(in crate::site) fn calendar(ctx: &PageContext<'_>, portal: &Portal, scope: Scope) -> Vec<u8> {
    calendars::merged(ctx, scope, &pieces(ctx, portal, scope, Route::Calendar(scope)))
}

/// A table of all directives.
pub(in crate::site) fn table(
    ctx: &PageContext<'_>,
    portal: &Portal,
    of: Table,
) -> data::files::File {
    let route = Route::DataTable(of, Form::Csv);
    data::merged(of, portal.uses(), &pieces(ctx, portal, Scope::All, route))
}

/// The file of each directive that has it. A directive that does not name an agency has no file
/// about it.
fn pieces(ctx: &PageContext<'_>, portal: &Portal, scope: Scope, route: Route) -> Vec<Piece> {
    let path = route.path(ctx.model);
    let named = |id: &str| match scope {
        Scope::Agency(agency) => portal.agency(agency).any(|(card, _)| card.id == id),
        Scope::All | Scope::Priority(_) => true,
    };
    let of_card = |card: &super::Card| {
        let (directive, number) = (card.id.clone(), card.number.clone());
        Some(Piece { directive, number, bytes: portal.file(card, &path)? })
    };
    portal.cards.iter().filter(|card| named(&card.id)).filter_map(of_card).collect()
}
