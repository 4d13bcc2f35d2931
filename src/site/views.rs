//! What each kind of page shows, ready to print: one kind a file, named like its template.

mod agencies;
mod agency;
mod changes;
mod deadlines;
mod directive;
mod documents;
mod figures;
mod filter;
mod frame;
mod handover;
mod ledger;
mod linked_data;
mod matrix;
mod method;
mod note;
mod notes;
mod overview;
mod picture;
mod pieces;
mod place;
mod places;
mod priority;
mod progress;
mod report;
mod robots;
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
use frame::Frame;
pub use handover::Handover;

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
        Route::Note(ix) => fill(engine, "note.html", sheet, &note::view(sheet, ix)),
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
        Route::Sitemap => engine.fill("sitemap.xml", &nothing, &sitemap::view(sheet)),
        Route::Robots => engine.fill("robots.txt", &nothing, &robots::view(sheet)),
        Route::Stylesheet => Ok(engine.asset("assets/site.css")),
        Route::Script => Ok(engine.asset("assets/site.js")),
        Route::TaskData(part) => Ok(task_data::script(sheet, part)),
        Route::Icon => Ok(engine.asset("assets/icon.svg")),
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
    engine.fill(template, &Frame::of(sheet), view)
}
