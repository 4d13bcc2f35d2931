//! Further parts or periodic reports of a task, which has many of them.

use serde::Serialize;

use super::components::{Link, Pager, page_of};
use super::divided::{PartRow, rows};
use super::frame;
use super::heading::Heading;
use crate::model::TaskIx;
use crate::site::context::PageContext;
use crate::site::index::PARTS_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

#[derive(Serialize)]
struct View {
    /// What the first column holds.
    column: String,
    rows: Vec<PartRow>,
    pager: Option<Pager>,
}

pub(super) fn heading(ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> Heading {
    let is_periodic = ctx.model[ix].reports.is_some();
    let args = [("task_name", ctx.task_title(ix).into())];
    let key = if is_periodic { "period-list-title" } else { "part-list-title" };
    Heading::new(ctx, ctx.say(key, &args))
        .page(ctx, page)
        .below(Link::task(ctx, ix))
        .code(ctx.model[ix].number.clone())
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> Rendered {
    frame::fill(engine, ctx, "part_list.html", heading(ctx, ix, page), &view(ctx, ix, page))
}

/// The view of a page of further parts, from page 2 on.
fn view(ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> View {
    let is_periodic = ctx.model[ix].reports.is_some();
    View {
        column: ctx.text(if is_periodic { "column-period" } else { "column-part" }),
        rows: page_rows(ctx, ix, page),
        pager: pager(ctx, ix, page),
    }
}

/// The parts on a page, as rows.
pub(super) fn page_rows(ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> Vec<PartRow> {
    rows(ctx, ix, |all| page_of(all, page, PARTS_PER_PAGE).to_vec())
}

/// The links between the pages of the parts. The first page is the task's own page.
pub(super) fn pager(ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> Option<Pager> {
    let route = |page| if page == 1 { Route::Task(ix) } else { Route::PartList(ix, page) };
    Pager::of(ctx, page, ctx.index.part_pages(ix), route)
}
