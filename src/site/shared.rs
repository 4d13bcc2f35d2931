//! The files that the directives of a portal share: which there are, and those that are merged from
//! files of the directives.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::context::PageContext;
use super::data::table::{Form, Table};
use super::pages::HOME;
use super::portal::{Card, Piece, Portal, TO_PORTAL};
use super::route::{Route, Scope};
use super::{calendar as calendars, data, feed as feeds, former, inventory};
use crate::model::{Former, Model};

/// The link from a page of a directive to the portal's own first page.
pub(super) fn to_portal(ctx: &PageContext<'_>) -> String {
    ctx.to_path(&[TO_PORTAL, HOME].concat())
}

/// The files that the directives of a portal share, without those of the search index.
pub(super) fn routes(portal: &Portal, model: &Model) -> Vec<Route> {
    let mut routes = vec![
        Route::Overview,
        Route::Directive,
        Route::Agencies,
        Route::Places,
        Route::Method,
        Route::Data,
        Route::Search,
        Route::NotFound,
        Route::Robots,
        Route::Stylesheet,
        Route::Script,
        Route::Icon,
        Route::SearchScript,
    ];
    let scopes =
        || std::iter::once(Scope::All).chain(portal.agencies().into_iter().map(Scope::Agency));
    routes.extend(portal.agencies().into_iter().map(Route::Agency));
    routes.extend(portal.places().into_iter().map(Route::Place));
    routes.extend(scopes().flat_map(|scope| [Route::Feed(scope), Route::Calendar(scope)]));
    for (table, forms) in TABLES {
        routes.extend(forms.iter().map(|form| Route::DataTable(table, *form)));
    }
    if !model.moved.is_empty() {
        routes.push(Route::FormerList);
    }
    // A portal has no fragments for other websites, so none of its records ever had one.
    let of_record = |route: &Route| match route {
        Route::Former(old) => {
            !matches!(model.moved[old.moved].was, Former::Site(_) | Former::Directive(..))
                && former::is_fragment(&route.path(model))
        }
        _ => false,
    };
    let old = inventory::old_pages(model, &routes).into_iter();
    routes.extend(old.filter(|route| !of_record(route)));
    if model.settings.base_url.is_some() {
        routes.extend([Route::Sitemap, Route::SitemapPart(1)]);
    }
    routes
}

/// The tables of a portal, each with its forms.
pub(super) const TABLES: [(Table, &[Form]); 6] = [
    (Table::Directives, &Form::ALL),
    (Table::Agencies, &Form::ALL),
    (Table::Places, &Form::ALL),
    (Table::Tallies, &Form::ALL),
    (Table::Documents, &[Form::Csv]),
    (Table::Tasks, &[Form::Csv]),
];

/// The feed of the portal, or of an agency.
pub(super) fn feed(ctx: &PageContext<'_>, portal: &Portal, scope: Scope) -> Vec<u8> {
    let path = Route::Feed(scope).path(ctx.model);
    let mut cards: Vec<(NaiveDate, usize, &Card)> = (cards(portal, scope).into_iter().enumerate())
        .filter_map(|(place, Of { card, newest, .. })| Some((newest?, place, card)))
        .collect();
    cards.sort_by_key(|(newest, ..)| Reverse(*newest));
    let pieces = cards
        .into_iter()
        .filter_map(|(newest, place, card)| Some((newest, place, piece(portal, card, &path)?)));
    feeds::merged(ctx, scope, pieces)
}

/// The calendar of the portal, or of an agency.
pub(super) fn calendar(ctx: &PageContext<'_>, portal: &Portal, scope: Scope) -> Vec<u8> {
    let path = Route::Calendar(scope).path(ctx.model);
    let since = calendars::merged_since(ctx);
    let cards = cards(portal, scope).into_iter();
    let cards = cards.filter(|of| of.last_day.is_some_and(|day| day >= since));
    let pieces: Vec<Piece> = cards.filter_map(|of| piece(portal, of.card, &path)).collect();
    calendars::merged(ctx, scope, &pieces)
}

/// A table of all directives.
pub(super) fn table(ctx: &PageContext<'_>, portal: &Portal, of: Table) -> data::files::File {
    let path = Route::DataTable(of, Form::Csv).path(ctx.model);
    let pieces: Vec<Piece> = portal.cards().filter_map(|card| piece(portal, card, &path)).collect();
    data::merged(of, portal.uses(), &pieces)
}

/// A directive of a scope.
struct Of<'p> {
    card: &'p Card,
    /// The day of the newest entry of its feed.
    newest: Option<NaiveDate>,
    /// The last day in its calendar.
    last_day: Option<NaiveDate>,
}

fn cards(portal: &Portal, scope: Scope) -> Vec<Of<'_>> {
    let of = |card, newest, last_day| Of { card, newest, last_day };
    match scope {
        Scope::Agency(ix) => {
            portal.agency(ix).map(|(card, share)| of(card, share.newest, share.last_day)).collect()
        }
        Scope::All | Scope::Priority(_) => {
            portal.cards().map(|card| of(card, card.newest, card.last_day)).collect()
        }
    }
}

/// The file of a directive, if it has one: that of an agency that it does not name is not there.
fn piece(portal: &Portal, card: &Card, path: &str) -> Option<Piece> {
    let (directive, number) = (card.id.clone(), card.number.clone());
    Some(Piece { directive, number, bytes: portal.file(card, path)? })
}
