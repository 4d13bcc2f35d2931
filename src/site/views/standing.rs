//! The tasks with one standing, on pages that replace the filter for readers without scripts.

use serde::Serialize;

use super::components::{Pager, TaskRow, page_of};
use super::filter::{self, Choice};
use super::frame;
use super::heading::Heading;
use crate::assess::Standing;
use crate::site::context::PageContext;
use crate::site::index::TASKS_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

#[derive(Serialize)]
struct View {
    meaning: String,
    count: String,
    rows: Vec<TaskRow>,
    standings: Vec<Choice>,
    pager: Option<Pager>,
}

pub(super) fn heading(ctx: &PageContext<'_>, standing: Standing, page: usize) -> Heading {
    let name = ctx.standing_alone(standing);
    Heading::new(ctx, ctx.say("standing-title", &[("standing", (&name).into())]))
        .page(ctx, page)
        .in_list(ctx, Route::Tasks(1), "nav-tasks")
}

pub(super) fn render(
    engine: &Engine,
    ctx: &PageContext<'_>,
    standing: Standing,
    page: usize,
) -> Rendered {
    frame::fill(
        engine,
        ctx,
        "standing.html",
        heading(ctx, standing, page),
        &view(ctx, standing, page),
    )
}

fn view(ctx: &PageContext<'_>, standing: Standing, page: usize) -> View {
    let all = ctx.index.with_standing(standing);
    let shown = page_of(all, page, TASKS_PER_PAGE);
    let pages = ctx.index.standing_pages(standing);
    let route = |page| Route::Standing(standing, page);
    View {
        meaning: ctx.text(&format!("meaning-{}", standing.name().replace('_', "-"))),
        count: match all.len() {
            0 => ctx.text("standing-none"),
            count => ctx.count("standing-count", count as u64),
        },
        rows: shown.iter().map(|task| TaskRow::of(ctx, *task)).collect(),
        standings: filter::all_standings(ctx),
        pager: Pager::of(ctx, page, pages, route),
    }
}
