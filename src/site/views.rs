//! What each kind of page shows, ready to print: one kind a file, named like its template.

mod agencies;
mod agency;
mod changes;
mod data;
mod deadlines;
mod directive;
mod documents;
mod embed;
mod figures;
mod filter;
mod follow;
mod former;
mod frame;
mod handover;
mod ledger;
mod linked_data;
mod lookup;
mod matrix;
mod method;
mod note;
mod notes;
mod overview;
mod period;
mod picture;
mod pieces;
mod place;
mod places;
mod priority;
mod progress;
mod report;
mod robots;
mod search;
mod series;
mod sitemap;
mod standing;
mod task;
mod task_data;
mod tasks;
mod timeline;
mod why;

use serde::Serialize;

use super::render::{Engine, RenderError};
use super::route::Route;
use super::context::PageContext;
use super::{calendar, data as open_data, feed};
use frame::Frame;
pub(super) use frame::{cut, heading};
pub use handover::{Handover, Retold};
pub(super) use pieces::TaskRow;
pub(super) use search::words_of_page;
pub(super) use sitemap::limit as sitemap_limit;

/// The bytes of the file that the sheet is for.
pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let nothing = ();
    match ctx.route {
        Route::Overview => fill(engine, "overview.html", ctx, &overview::view(ctx)),
        Route::Priority(ix) => fill(engine, "priority.html", ctx, &priority::view(ctx, ix)),
        Route::Task(ix) => fill(engine, "task.html", ctx, &task::view(ctx, ix)),
        Route::Ledger(ix, page) => {
            fill(engine, "ledger.html", ctx, &ledger::view(ctx, ix, page))
        }
        Route::Note(ix) => fill(engine, "note.html", ctx, &note::view(engine, ctx, ix)?),
        Route::Notes(page) => fill(engine, "notes.html", ctx, &notes::view(ctx, page)),
        Route::Agencies => fill(engine, "agencies.html", ctx, &agencies::view(ctx)),
        Route::Agency(ix) => fill(engine, "agency.html", ctx, &agency::view(ctx, ix)),
        Route::Places => fill(engine, "places.html", ctx, &places::view(ctx)),
        Route::Place(ix) => fill(engine, "place.html", ctx, &place::view(ctx, ix)),
        Route::Deadlines(page) => {
            fill(engine, "deadlines.html", ctx, &deadlines::view(ctx, page))
        }
        Route::Tasks(page) => fill(engine, "tasks.html", ctx, &tasks::view(ctx, page)),
        Route::Standing(standing, page) => {
            fill(engine, "standing.html", ctx, &standing::view(ctx, standing, page))
        }
        Route::Documents(page) => {
            fill(engine, "documents.html", ctx, &documents::view(ctx, page))
        }
        Route::Directive => fill(engine, "directive.html", ctx, &directive::view(ctx)),
        Route::Method => fill(engine, "method.html", ctx, &method::view(ctx)),
        Route::Progress => fill(engine, "progress.html", ctx, &progress::view(ctx)),
        Route::Report => fill(engine, "report.html", ctx, &report::view(ctx)),
        Route::NotFound => fill(engine, "404.html", ctx, &nothing),
        Route::Sitemap => engine.fill("sitemap.xml", &nothing, &sitemap::view(ctx, None)),
        Route::SitemapPart(part) => {
            engine.fill("sitemap.xml", &nothing, &sitemap::view(ctx, Some(part)))
        }
        Route::Robots => engine.fill("robots.txt", &nothing, &robots::view(ctx)),
        Route::Stylesheet => Ok(engine.asset("assets/site.css")),
        Route::Script => Ok(engine.asset("assets/site.js")),
        Route::TaskData(part) => Ok(task_data::script(ctx, part)),
        Route::Icon => Ok(engine.asset("assets/icon.svg")),
        Route::Period(date) => match period::view(ctx, date) {
            Some(view) => fill(engine, "period.html", ctx, &view),
            None => Ok(Vec::new()),
        },
        Route::Embed(embed) => embed::render(engine, ctx, embed),
        Route::Feed(scope) => Ok(feed::feed(ctx, scope)),
        Route::Calendar(scope) => Ok(calendar::calendar(ctx, scope)),
        Route::Data => fill(engine, "data.html", ctx, &data::view(ctx)),
        Route::DataTable(table, form) => Ok(open_data::table(ctx, table, form).bytes.clone()),
        Route::Workbook => Ok(open_data::workbook(ctx).bytes.clone()),
        Route::DataPackage => Ok(open_data::package(ctx)),
        Route::Catalog => Ok(open_data::catalog(ctx)),
        Route::Former(n, page) => former::render(engine, ctx, n, page),
        Route::FormerList => fill(engine, "former_list.html", ctx, &former::list(ctx)),
        Route::Search => fill(engine, "search.html", ctx, &search::view(ctx)),
        Route::Lookup(page) => fill(engine, "lookup.html", ctx, &lookup::view(ctx, page)),
        Route::SearchScript => Ok(engine.asset("assets/search.js")),
        // The site itself holds the index of words.
        Route::SearchDirectory | Route::SearchPart(_) | Route::SearchRows(_) => Ok(Vec::new()),
    }
}

/// The sheet that goes with a package.
pub(super) fn handover(
    engine: &Engine,
    ctx: &PageContext<'_>,
    handover: &Handover<'_>,
) -> Result<Vec<u8>, RenderError> {
    engine.fill("handover.html", &(), &handover::view(ctx, handover))
}

fn fill<V: Serialize>(
    engine: &Engine,
    template: &'static str,
    ctx: &PageContext<'_>,
    view: &V,
) -> Result<Vec<u8>, RenderError> {
    engine.fill(template, &Frame::of(engine, ctx)?, view)
}
