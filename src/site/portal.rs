//! The pages that the directives of a portal share: what they hold together, and where each one
//! is.
//!
//! Each directive of a portal has a site of its own, [below](Card::path) the portal's. It is read,
//! judged, written and dropped; it leaves a [`Card`]. The shared pages are made from the cards, and
//! from a few files of the directives' own sites: feeds, calendars and tables are merged, never
//! computed again.

mod card;
mod merged;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::context::PageContext;
use super::data::table::{Form, Table};
use super::inventory;
use super::pages::{DIRECTIVES, TO_PORTAL};
use super::route::{Route, Scope};
use crate::assess::{Assessment, Group, Tally};
use crate::model::{AgencyIx, Id, Model, PlaceIx, Uses};

pub use card::{Card, CardChange, CardRow, Share};
pub(super) use merged::{Piece, calendar, feed, table};

/// Reads a file of the site of a directive, by its path in the portal's site.
pub type ReadFile<'p> = dyn Fn(&str) -> Option<Vec<u8>> + Send + Sync + 'p;

/// What the shared pages show.
pub struct Portal {
    /// The directives that exist on the date, in the order of their ids.
    pub cards: Vec<Card>,
    /// By agency, the share of each directive that names it: the index of its card, and the share's.
    of_agency: Vec<Vec<(usize, usize)>>,
    /// By place, likewise.
    of_place: Vec<Vec<(usize, usize)>>,
    /// Reads a file of a directive's site.
    read: Box<ReadFile<'static>>,
}

impl Portal {
    /// Joins the cards of the directives that exist on the date. `read` is asked for files of their
    /// sites while shared pages are rendered.
    pub fn new(model: &Model, cards: Vec<Card>, read: Box<ReadFile<'static>>) -> Self {
        let agencies: BTreeMap<&str, usize> = places_of(model.agencies.iter().map(|a| &a.id));
        let places: BTreeMap<&str, usize> = places_of(model.places.iter().map(|p| &p.id));
        let mut of_agency = vec![Vec::new(); model.agencies.len()];
        let mut of_place = vec![Vec::new(); model.places.len()];
        for (n, card) in cards.iter().enumerate() {
            for (shares, known, of) in [
                (&card.agencies, &agencies, &mut of_agency),
                (&card.places, &places, &mut of_place),
            ] {
                for (at, share) in shares.iter().enumerate() {
                    if let Some(place) = known.get(share.id.as_str()) {
                        of[*place].push((n, at));
                    }
                }
            }
        }
        Portal { cards, of_agency, of_place, read }
    }

    /// The directives that name an agency, each with its share.
    pub(super) fn agency(&self, ix: AgencyIx) -> impl Iterator<Item = (&Card, &Share)> {
        self.of_agency[ix.0].iter().map(|(n, at)| (&self.cards[*n], &self.cards[*n].agencies[*at]))
    }

    /// The directives that name a place, each with its share.
    pub(super) fn place(&self, ix: PlaceIx) -> impl Iterator<Item = (&Card, &Share)> {
        self.of_place[ix.0].iter().map(|(n, at)| (&self.cards[*n], &self.cards[*n].places[*at]))
    }

    /// The agencies that a directive names publicly.
    pub(super) fn agencies(&self) -> Vec<AgencyIx> {
        named(&self.of_agency).map(AgencyIx).collect()
    }

    /// The places that a directive names publicly.
    pub(super) fn places(&self) -> Vec<PlaceIx> {
        named(&self.of_place).map(PlaceIx).collect()
    }

    /// The figures of the whole portal: sums over its directives.
    pub(super) fn assess(&self, model: &Model, as_of: NaiveDate) -> Assessment {
        let sum = |tallies: &mut dyn Iterator<Item = &Tally>| {
            let mut sum = Tally::default();
            tallies.for_each(|tally| sum.merge(tally));
            sum
        };
        let group = |tally| Group { tally, ..Group::default() };
        Assessment {
            as_of,
            known: as_of,
            tasks: Vec::new(),
            directive: sum(&mut self.cards.iter().map(|card| &card.tally)),
            priorities: Vec::new(),
            sections: Vec::new(),
            agencies: (0..model.agencies.len())
                .map(|n| group(sum(&mut self.agency(AgencyIx(n)).map(|(_, share)| &share.tally))))
                .collect(),
            places: (0..model.places.len())
                .map(|n| group(sum(&mut self.place(PlaceIx(n)).map(|(_, share)| &share.tally))))
                .collect(),
        }
    }

    /// The keys that a directive uses.
    pub(super) fn uses(&self) -> Uses {
        self.cards.iter().fold(Uses::default(), |all, card| all.or(card.uses))
    }

    /// The directives, running ones first, then those that are settled, each the newest first.
    pub(super) fn in_order(&self) -> Vec<&Card> {
        let mut cards: Vec<&Card> = self.cards.iter().collect();
        cards.sort_by_key(|card| (card.settled, std::cmp::Reverse(card.date)));
        cards
    }

    /// A file of a directive's site.
    fn file(&self, card: &Card, path: &str) -> Option<Vec<u8>> {
        (self.read)(&card.path(path))
    }
}

/// The path in the portal's site of a file of a directive.
pub fn path_below(directive: &str, path: &str) -> String {
    [DIRECTIVES, directive, "/", path].concat()
}

/// The table of the directives, which dates the figures of a portal.
pub const DIRECTIVES_DATA: &str = super::pages::DIRECTIVES_DATA;

/// The directive to whose site a path of a portal belongs.
pub fn directive_of(path: &str) -> Option<&str> {
    path.strip_prefix(DIRECTIVES)?.split_once('/').map(|(directive, _)| directive)
}

/// Whether a path of a portal's site is that of a file of a directive.
pub fn is_below(path: &str) -> bool {
    path.starts_with(DIRECTIVES)
}

/// The link from a page of a directive to the portal's own first page.
pub(super) fn to_portal(ctx: &PageContext<'_>) -> String {
    ctx.to_path(&[TO_PORTAL, super::HOME].concat())
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
    routes.extend(inventory::old_pages(model, &routes));
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

fn places_of<'m>(ids: impl Iterator<Item = &'m Id>) -> BTreeMap<&'m str, usize> {
    ids.enumerate().map(|(n, id)| (id.as_str(), n)).collect()
}

fn named(of: &[Vec<(usize, usize)>]) -> impl Iterator<Item = usize> {
    of.iter().enumerate().filter(|(_, shares)| !shares.is_empty()).map(|(n, _)| n)
}
