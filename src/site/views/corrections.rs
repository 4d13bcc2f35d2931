//! The list of corrections: every published fact about a public task that was wrong, newest first.

use serde::Serialize;

use super::components::{Link, Pager, page_of};
use super::correction::Correction;
use super::frame;
use super::heading::Heading;
use crate::model::TaskIx;
use crate::site::context::PageContext;
use crate::site::data::table::Table;
use crate::site::index::NOTES_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

#[derive(Serialize)]
struct View {
    sentence: String,
    rows: Vec<Row>,
    data: Link,
    /// The page of reporting dates, which says where more became known later.
    progress: Link,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Row {
    task: Link,
    correction: Correction,
}

pub(super) fn heading(ctx: &PageContext<'_>, page: usize) -> Heading {
    Heading::list(ctx, "corrections-title", page)
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, page: usize) -> Rendered {
    frame::fill(engine, ctx, "corrections.html", heading(ctx, page), &view(ctx, page))
}

/// How many published facts were corrected so far.
pub(super) fn sentence(ctx: &PageContext<'_>) -> String {
    ctx.count("corrections-sentence", ctx.index.corrections.len() as u64)
}

fn view(ctx: &PageContext<'_>, page: usize) -> View {
    let all = &ctx.index.corrections;
    let row = |(task, place): &(TaskIx, usize)| Row {
        task: Link::task(ctx, *task),
        correction: Correction::of(ctx, &ctx.model[*task].corrections[*place]),
    };
    View {
        sentence: sentence(ctx),
        rows: page_of(all, page, NOTES_PER_PAGE).iter().map(row).collect(),
        data: Link::data(ctx, Table::Corrections),
        progress: Link::new(ctx.to(Route::Progress), ctx.text("progress-title")),
        pager: Pager::of(ctx, page, ctx.index.corrections_pages(), Route::Corrections),
    }
}
