//! The pages that the directives of a portal share: what they hold together, and where each one
//! is.
//!
//! Each directive of a portal has a site of its own, [below](Card::path) the portal's. It is read,
//! judged, written and dropped; it leaves a [`Card`]. The shared pages are made from the cards, and
//! from a few files of the directives' own sites: feeds, calendars and tables are merged, never
//! computed again.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::pages::DIRECTIVES;
use crate::assess::{Assessment, Group, Tally};
use crate::model::{AgencyIx, Id, Model, PlaceIx, Uses};

/// Reads a file of the site of a directive, by its path in the portal's site.
pub type ReadFile<'p> = dyn Fn(&str) -> Option<Vec<u8>> + Send + Sync + 'p;

/// What the shared pages show.
pub struct Portal {
    /// The directives that exist on the date, in the order of their ids.
    cards: Vec<Arc<Card>>,
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
    pub fn new(model: &Model, cards: Vec<Arc<Card>>, read: Box<ReadFile<'static>>) -> Self {
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

    /// The directives that exist on the date, in the order of their ids.
    pub fn cards(&self) -> impl ExactSizeIterator<Item = &Card> {
        self.cards.iter().map(AsRef::as_ref)
    }

    /// The n-th of these directives.
    pub(super) fn card(&self, n: usize) -> Option<&Card> {
        self.cards.get(n).map(AsRef::as_ref)
    }

    /// The directives that name an agency, each with its share.
    pub(super) fn agency(&self, ix: AgencyIx) -> impl Iterator<Item = (&Card, &Share)> {
        self.shares(&self.of_agency[ix.0], |card| &card.agencies)
    }

    /// The directives that name a place, each with its share.
    pub(super) fn place(&self, ix: PlaceIx) -> impl Iterator<Item = (&Card, &Share)> {
        self.shares(&self.of_place[ix.0], |card| &card.places)
    }

    fn shares<'p>(
        &'p self,
        of: &'p [(usize, usize)],
        shares: impl Fn(&'p Card) -> &'p [Share] + 'p,
    ) -> impl Iterator<Item = (&'p Card, &'p Share)> {
        of.iter().filter_map(move |(n, at)| {
            let card = self.card(*n)?;
            Some((card, shares(card).get(*at)?))
        })
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
        let mut cards: Vec<&Card> = self.cards().collect();
        cards.sort_by_key(|card| (card.settled, std::cmp::Reverse(card.date)));
        cards
    }

    /// A file of a directive's site.
    pub(super) fn file(&self, card: &Card, path: &str) -> Option<Vec<u8>> {
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
    below(path).map(|(directive, _)| directive)
}

/// The directive to whose site a path of a portal belongs, and the path in that site.
pub fn below(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix(DIRECTIVES)?.split_once('/')
}

/// Whether a path of a portal's site is that of a file of a directive.
pub fn is_below(path: &str) -> bool {
    path.starts_with(DIRECTIVES)
}

/// The way from the site of a directive to that of its portal.
pub(super) const TO_PORTAL: &str = "../../";

/// A directive of a portal, as its shared pages show it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Card {
    /// Its id: the name of its folder.
    pub id: String,
    /// Kind and number.
    pub name: String,
    /// Number and symbol.
    pub number: String,
    /// Official letter, resolution, plan.
    pub kind: Option<String>,
    /// Date of issue.
    pub date: NaiveDate,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What it is about.
    pub subject: String,
    /// First day of the time that it is about.
    pub from: Option<NaiveDate>,
    /// Last day of that time.
    pub to: Option<NaiveDate>,
    /// The date on which it was judged.
    pub as_of: NaiveDate,
    /// Whether these are its last good pages, because its records have errors.
    pub kept: bool,
    /// Whether nothing in it is expected any more.
    pub settled: bool,
    /// The tally of all its tasks.
    pub tally: Tally,
    /// The keys that its public records use.
    pub uses: Uses,
    /// Whether any of its records uses what only some directives need.
    pub extended: bool,
    /// Its public agencies.
    pub agencies: Vec<Share>,
    /// Its public places.
    pub places: Vec<Share>,
    /// Its tasks, in the order of its pages.
    pub tasks: Vec<CardRow>,
    /// The day of the newest entry of its feed.
    pub newest: Option<NaiveDate>,
    /// The last day in its calendar.
    pub last_day: Option<NaiveDate>,
    /// Its latest entries, newest first.
    pub changes: Vec<CardChange>,
    /// Its documents and notes.
    pub found: Found,
}

/// The documents and notes of a directive, as the search shows and finds them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Found {
    /// The documents of the portal that it names: the id of each, and the path in the directive's site
    /// where it is shown.
    pub shared: Vec<(String, String)>,
    /// Its own documents.
    pub documents: Vec<CardSubject>,
    /// Its notes.
    pub notes: Vec<CardSubject>,
}

/// What a directive says of an agency or a place.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Share {
    /// The id of the agency or place.
    pub id: String,
    /// The tally of its tasks in the directive.
    pub tally: Tally,
    /// Days overdue of the task that is overdue longest.
    pub longest: Option<u32>,
    /// Number of notes about it.
    pub notes: usize,
    /// The day of the newest entry of the feed about it. Places have no feeds.
    pub newest: Option<NaiveDate>,
    /// The last day in its calendar. Places have no calendars.
    pub last_day: Option<NaiveDate>,
    /// Sentences about its parts and periodic reports.
    pub lines: Vec<String>,
}

/// A task as a row that is one link.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CardRow {
    /// The path of its page in the directive's site.
    pub path: String,
    /// Number as shown.
    pub number: String,
    /// Title.
    pub title: String,
    /// The class of the label.
    pub class: String,
    /// The label.
    pub label: String,
    /// What stands beside the label.
    pub causes: Vec<String>,
    /// The short names of the leads.
    pub lead: String,
    /// The deadline in words.
    pub due: Option<String>,
    /// The ids of the leads.
    pub leads: Vec<String>,
    /// The ids of the places that the task names publicly.
    pub places: Vec<String>,
    /// Days overdue.
    pub overdue: Option<u32>,
    /// The last good day, of a deliverable that is neither done nor stopped.
    pub last_good_day: Option<NaiveDate>,
}

/// A document or a note.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CardSubject {
    /// The path of its page in the directive's site.
    pub path: String,
    /// Number and symbol.
    pub code: String,
    /// Title.
    pub title: String,
    /// The line below the title.
    pub meta: String,
    /// The beginning of its text.
    pub text: String,
    /// What else is searched, each with the rank of its field.
    pub words: Vec<(usize, String)>,
}

/// An entry of a ledger.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CardChange {
    /// The day since which it is known.
    pub known: NaiveDate,
    /// The day in words.
    pub date: String,
    /// The day on which it happened.
    pub day: NaiveDate,
    /// What was reported.
    pub what: String,
    /// The beginning of its text.
    pub text: Option<String>,
    /// The path of the task's page in the directive's site.
    pub path: String,
    /// The task's number.
    pub number: String,
    /// The task's title.
    pub title: String,
}

impl Card {
    /// The path in the portal's site of a file of the directive.
    pub fn path(&self, path: &str) -> String {
        path_below(&self.id, path)
    }
}

/// A file of the site of a directive, with what the shared file says of the directive.
pub(in crate::site) struct Piece {
    /// The id of the directive.
    pub(in crate::site) directive: String,
    /// Its number.
    pub(in crate::site) number: String,
    /// The bytes of the file.
    pub(in crate::site) bytes: Vec<u8>,
}

fn places_of<'m>(ids: impl Iterator<Item = &'m Id>) -> BTreeMap<&'m str, usize> {
    ids.enumerate().map(|(n, id)| (id.as_str(), n)).collect()
}

fn named(of: &[Vec<(usize, usize)>]) -> impl Iterator<Item = usize> {
    of.iter().enumerate().filter(|(_, shares)| !shares.is_empty()).map(|(n, _)| n)
}
