//! Lists the files of a site: how many pages each list needs, and which records have a page.

use std::collections::BTreeSet;

use super::data::table::{Form, Table};
use super::former;
use super::index::Index;
use super::pages::table;
use super::route::{OldPage, Route, Scope};
use crate::assess::Standing;
use crate::model::{Model, PriorityIx};

/// Maximum number of addresses in a sitemap, by the sitemap protocol.
const MAX_ADDRESSES: usize = 50_000;
/// Maximum size of a sitemap in bytes, by the sitemap protocol.
const MAX_BYTES: usize = 50 * 1024 * 1024;
/// Longest path of the site, including the surrounding tags, in bytes.
const MAX_PATH: usize = 400;
/// Maximum number of characters that one character of the site's address can take when escaped.
const MAX_ESCAPED: usize = 6;

macro_rules! pages {
    (
        pages { $($page:ident $(($($of:tt)+))? $path:literal $view:ident
            $(of $all:ident)? $(, $passing:ident)?;)+ }
        files $files:tt
    ) => {
        /// All pages that a reader opens.
        fn pages(model: &Model, index: &Index) -> Vec<Route> {
            let mut routes = Vec::new();
            $(pages!(routes, $page $(, $all(model, index))?);)+
            routes
        }
    };
    ($routes:ident, $page:ident) => {
        $routes.push(Route::$page)
    };
    ($routes:ident, $page:ident, $all:expr) => {
        $routes.extend($all)
    };
}

table!(pages);

/// All files of the site, sorted by path.
pub(super) fn all(model: &Model, index: &Index) -> Vec<Route> {
    let mut routes = pages(model, index);
    routes.extend([
        Route::NotFound,
        Route::Robots,
        Route::Stylesheet,
        Route::Script,
        Route::Icon,
        Route::SearchScript,
    ]);
    routes.extend((1..=index.task_data_parts()).map(Route::TaskData));
    routes.extend(embeds(model, index));
    routes.extend(data(model, index));
    // A short address that was printed must not depend on the settings.
    routes.extend(model.tasks().map(|(ix, _)| Route::Short(ix)));
    routes.extend(old_pages(model, &routes));
    if model.settings.base_url.is_some() {
        routes.extend(shared(model, index));
        routes.push(Route::Sitemap);
        let pages = routes.iter().filter(|route| route.is_page()).count();
        let parts = pages.div_ceil(sitemap_limit(model));
        routes.extend((1..=parts).filter(|_| parts > 1).map(Route::SitemapPart));
    }
    routes.sort_by_cached_key(|route| route.path(model));
    routes
}

/// Maximum number of addresses in one file of the sitemap.
pub(super) fn sitemap_limit(model: &Model) -> usize {
    let base = model.settings.base_url.as_ref().map_or(0, String::len);
    (MAX_BYTES / (base.saturating_mul(MAX_ESCAPED) + MAX_PATH)).clamp(1, MAX_ADDRESSES)
}

fn priorities(model: &Model, _: &Index) -> impl Iterator<Item = Route> + use<> {
    (0..model.priorities.len()).map(|n| Route::Priority(PriorityIx(n)))
}

fn tasks(model: &Model, _: &Index) -> impl Iterator<Item = Route> {
    model.tasks().map(|(ix, _)| Route::Task(ix))
}

/// Pages of older ledger entries, from page 2 on. The latest entries are on the task's own page.
fn ledgers(model: &Model, index: &Index) -> impl Iterator<Item = Route> {
    model
        .tasks()
        .flat_map(|(ix, _)| (2..=index.ledger_pages(ix)).map(move |page| Route::Ledger(ix, page)))
}

/// Pages of further parts and periods, from page 2 on. The first are on the task's own page.
fn part_lists(model: &Model, index: &Index) -> impl Iterator<Item = Route> {
    model
        .tasks()
        .flat_map(|(ix, _)| (2..=index.part_pages(ix)).map(move |page| Route::PartList(ix, page)))
}

fn notes(_: &Model, index: &Index) -> impl Iterator<Item = Route> {
    index.notes.iter().map(|ix| Route::Note(*ix))
}

fn agencies(_: &Model, index: &Index) -> impl Iterator<Item = Route> {
    index.agencies.iter().map(|ix| Route::Agency(*ix))
}

fn places(_: &Model, index: &Index) -> impl Iterator<Item = Route> {
    index.places.iter().map(|ix| Route::Place(*ix))
}

fn periods(_: &Model, index: &Index) -> impl Iterator<Item = Route> {
    index.history.periods.iter().map(|period| Route::Period(period.to))
}

fn task_lists(_: &Model, index: &Index) -> impl Iterator<Item = Route> + use<> {
    (1..=index.tasks_pages()).map(Route::Tasks)
}

/// A standing that no task has keeps its page: readers may have kept its address.
fn standings(_: &Model, index: &Index) -> impl Iterator<Item = Route> {
    Standing::ALL.into_iter().flat_map(|standing| {
        (1..=index.standing_pages(standing)).map(move |page| Route::Standing(standing, page))
    })
}

fn deadline_lists(_: &Model, index: &Index) -> impl Iterator<Item = Route> + use<> {
    (1..=index.deadlines_pages()).map(Route::Deadlines)
}

fn report_lists(_: &Model, index: &Index) -> impl Iterator<Item = Route> + use<> {
    (1..=index.reports_pages()).map(Route::Reports)
}

fn correction_lists(_: &Model, index: &Index) -> impl Iterator<Item = Route> + use<> {
    (1..=index.corrections_pages()).map(Route::Corrections)
}

fn note_lists(_: &Model, index: &Index) -> impl Iterator<Item = Route> + use<> {
    (1..=index.notes_pages()).map(Route::Notes)
}

fn document_lists(_: &Model, index: &Index) -> impl Iterator<Item = Route> + use<> {
    (1..=index.documents_pages()).map(Route::Documents)
}

fn lookup_lists(model: &Model, index: &Index) -> impl Iterator<Item = Route> + use<> {
    (1..=index.lookup_pages(model)).map(Route::Lookup)
}

fn former_list(model: &Model, _: &Index) -> Option<Route> {
    (!model.moved.is_empty()).then_some(Route::FormerList)
}

/// The chain of publications, if it is kept.
fn publications(model: &Model, _: &Index) -> Option<Route> {
    model.publications.is_some().then_some(Route::Publications)
}

/// Embeds, which other websites can show on their pages.
fn embeds(model: &Model, index: &Index) -> Vec<Route> {
    let mut routes =
        vec![Route::EmbedOverview, Route::EmbedFrame, Route::EmbedBadge, Route::EmbedStyle];
    routes.extend((0..model.priorities.len()).map(|n| Route::EmbedPriority(PriorityIx(n))));
    routes.extend(index.agencies.iter().map(|ix| Route::EmbedAgency(*ix)));
    routes
}

/// Pictures of pages that people share, and codes of short addresses for paper. They need the address of the
/// site.
fn shared(model: &Model, index: &Index) -> Vec<Route> {
    let mut routes = vec![Route::CardOverview];
    routes.extend((0..model.priorities.len()).map(|n| Route::CardPriority(PriorityIx(n))));
    for (ix, _) in model.tasks() {
        routes.extend([Route::CardTask(ix), Route::ShortCode(ix)]);
    }
    routes.extend(index.agencies.iter().map(|ix| Route::CardAgency(*ix)));
    routes.extend(index.places.iter().map(|ix| Route::CardPlace(*ix)));
    routes
}

/// The tables that are kept as published for each reporting date.
pub(super) const PAST_TABLES: [Table; 2] = [Table::Tasks, Table::Tallies];

/// Files for other programs. A restricted priority has no feed, because nothing in it would be
/// public.
fn data(model: &Model, index: &Index) -> Vec<Route> {
    let mut routes = vec![Route::Workbook, Route::DataPackage, Route::Catalog];
    routes.extend([Route::Feed(Scope::All), Route::Calendar(Scope::All)]);
    let public = (0..model.priorities.len()).filter(|n| !model.priorities[*n].restricted);
    routes.extend(public.map(|n| Route::Feed(Scope::Priority(PriorityIx(n)))));
    for agency in index.agencies.iter().map(|ix| Scope::Agency(*ix)) {
        routes.extend([Route::Feed(agency), Route::Calendar(agency)]);
    }
    for table in Table::of(index.uses) {
        routes.extend(Form::ALL.map(|form| Route::DataTable(table, form)));
    }
    routes.extend(model.publications.is_some().then_some(Route::PublicationData));
    for date in index.history.past() {
        routes.extend(PAST_TABLES.map(|table| Route::PastTable(date, table)));
    }
    routes
}

/// Pages at old addresses, except where a current page uses the address.
pub(super) fn old_pages(model: &Model, taken: &[Route]) -> Vec<Route> {
    if model.moved.is_empty() {
        return Vec::new();
    }
    let mut taken: BTreeSet<String> = taken.iter().map(|route| route.path(model)).collect();
    taken.extend(model.attachments.iter().map(|file| file.site_path.clone()));
    let mut routes = Vec::new();
    for (moved, was) in model.moved.iter().map(|moved| &moved.was).enumerate() {
        for (place, path) in former::pages(was).into_iter().enumerate() {
            if taken.insert(path) {
                routes.push(Route::Former(OldPage { moved, place }));
            }
        }
    }
    routes
}
