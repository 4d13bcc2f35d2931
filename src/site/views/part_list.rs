//! Further parts or periodic reports of a task, which has many of them.

use serde::Serialize;

use super::components::{Link, Pager};
use super::divided::{PartRow, page_rows, pager};
use super::frame;
use super::heading::Heading;
use crate::model::TaskIx;
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};

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
