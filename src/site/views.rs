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
use super::sheet::Sheet;
use super::{calendar, data as open_data, feed};
use frame::Frame;
pub(super) use frame::{cut, heading};
pub use handover::{Handover, Retold};
pub(super) use pieces::TaskRow;
pub(super) use search::words_of_page;
pub(super) use sitemap::limit as sitemap_limit;

/// The bytes of the file that the sheet is for.
pub(super) fn render(engine: &Engine, sheet: &Sheet<'_>) -> Result<Vec<u8>, RenderError> {
    let nothing = ();
    match sheet.route {
        Route::Overview => fill(engine, "overview.html", sheet, &overview::view(sheet)),
        Route::Priority(ix) => fill(engine, "priority.html", sheet, &priority::view(sheet, ix)),
        Route::Task(ix) => fill(engine, "task.html", sheet, &task::view(sheet, ix)),
        Route::Ledger(ix, page) => {
            fill(engine, "ledger.html", sheet, &ledger::view(sheet, ix, page))
        }
        Route::Note(ix) => fill(engine, "note.html", sheet, &note::view(engine, sheet, ix)?),
        Route::Notes(page) => fill(engine, "notes.html", sheet, &notes::view(sheet, page)),
        Route::Agencies => fill(engine, "agencies.html", sheet, &agencies::view(sheet)),
        Route::Agency(ix) => fill(engine, "agency.html", sheet, &agency::view(sheet, ix)),
        Route::Places => fill(engine, "places.html", sheet, &places::view(sheet)),
        Route::Place(ix) => fill(engine, "place.html", sheet, &place::view(sheet, ix)),
        Route::Deadlines(page) => {
            fill(engine, "deadlines.html", sheet, &deadlines::view(sheet, page))
        }
        Route::Tasks(page) => fill(engine, "tasks.html", sheet, &tasks::view(sheet, page)),
        Route::Standing(standing, page) => {
            fill(engine, "standing.html", sheet, &standing::view(sheet, standing, page))
        }
        Route::Documents(page) => {
            fill(engine, "documents.html", sheet, &documents::view(sheet, page))
        }
        Route::Directive => fill(engine, "directive.html", sheet, &directive::view(sheet)),
        Route::Method => fill(engine, "method.html", sheet, &method::view(sheet)),
        Route::Progress => fill(engine, "progress.html", sheet, &progress::view(sheet)),
        Route::Report => fill(engine, "report.html", sheet, &report::view(sheet)),
        Route::NotFound => fill(engine, "404.html", sheet, &nothing),
        Route::Sitemap => engine.fill("sitemap.xml", &nothing, &sitemap::view(sheet, None)),
        Route::SitemapPart(part) => {
            engine.fill("sitemap.xml", &nothing, &sitemap::view(sheet, Some(part)))
        }
        Route::Robots => engine.fill("robots.txt", &nothing, &robots::view(sheet)),
        Route::Stylesheet => Ok(engine.asset("assets/site.css")),
        Route::Script => Ok(engine.asset("assets/site.js")),
        Route::TaskData(part) => Ok(task_data::script(sheet, part)),
        Route::Icon => Ok(engine.asset("assets/icon.svg")),
        Route::Period(date) => match period::view(sheet, date) {
            Some(view) => fill(engine, "period.html", sheet, &view),
            None => Ok(Vec::new()),
        },
        Route::Embed(embed) => embed::render(engine, sheet, embed),
        Route::Feed(scope) => Ok(feed::feed(sheet, scope)),
        Route::Calendar(scope) => Ok(calendar::calendar(sheet, scope)),
        Route::Data => fill(engine, "data.html", sheet, &data::view(sheet)),
        Route::DataTable(table, form) => Ok(open_data::table(sheet, table, form).bytes.clone()),
        Route::Workbook => Ok(open_data::workbook(sheet).bytes.clone()),
        Route::DataPackage => Ok(open_data::package(sheet)),
        Route::Catalog => Ok(open_data::catalog(sheet)),
        Route::Former(n, page) => former::render(engine, sheet, n, page),
        Route::FormerList => fill(engine, "former_list.html", sheet, &former::list(sheet)),
        Route::Search => fill(engine, "search.html", sheet, &search::view(sheet)),
        Route::Lookup(page) => fill(engine, "lookup.html", sheet, &lookup::view(sheet, page)),
        Route::SearchScript => Ok(engine.asset("assets/search.js")),
        // The site itself holds the index of words.
        Route::SearchDirectory | Route::SearchPart(_) | Route::SearchRows(_) => Ok(Vec::new()),
    }
}

/// The sheet that goes with a package.
pub(super) fn handover(
    engine: &Engine,
    sheet: &Sheet<'_>,
    handover: &Handover<'_>,
) -> Result<Vec<u8>, RenderError> {
    engine.fill("handover.html", &(), &handover::view(sheet, handover))
}

fn fill<V: Serialize>(
    engine: &Engine,
    template: &'static str,
    sheet: &Sheet<'_>,
    view: &V,
) -> Result<Vec<u8>, RenderError> {
    engine.fill(template, &Frame::of(engine, sheet)?, view)
}
