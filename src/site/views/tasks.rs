//! The list of all tasks by priority. With scripts, a filter covers all pages.

use serde::Serialize;

use super::components::{Link, Pager, TaskRow, page_of};
use super::filter::{self, Choice, Filter};
use super::frame;
use super::heading::Heading;
use crate::model::TaskIx;
use crate::site::context::PageContext;
use crate::site::index::TASKS_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

#[derive(Serialize)]
struct View {
    /// The filter, which is only on the first page so that shared links have one address.
    filter: Option<Filter>,
    /// On the other pages, a link to the filter on the first page.
    to_filter: Option<String>,
    standings: Vec<Choice>,
    lists: Vec<Link>,
    groups: Vec<Group>,
    pager: Option<Pager>,
}

/// The tasks of one priority on this page.
#[derive(Serialize)]
struct Group {
    priority: Link,
    tasks: Vec<TaskRow>,
}

pub(super) fn heading(ctx: &PageContext<'_>, page: usize) -> Heading {
    Heading::list(ctx, "tasks-title", page)
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, page: usize) -> Rendered {
    frame::fill(engine, ctx, "tasks.html", heading(ctx, page), &view(ctx, page))
}

fn view(ctx: &PageContext<'_>, page: usize) -> View {
    let all: Vec<TaskIx> = ctx.model.tasks().map(|(ix, _)| ix).collect();
    let shown = page_of(&all, page, TASKS_PER_PAGE);
    let groups = shown.chunk_by(|a, b| ctx.model[*a].priority == ctx.model[*b].priority);
    let group = |tasks: &[TaskIx]| Group {
        priority: Link::priority(ctx, ctx.model[tasks[0]].priority),
        tasks: tasks.iter().map(|task| TaskRow::of(ctx, *task)).collect(),
    };
    View {
        filter: (page == 1 && !all.is_empty()).then(|| Filter::of(ctx)),
        to_filter: (page > 1).then(|| ctx.to(Route::Tasks(1))),
        standings: filter::standings(ctx),
        lists: filter::lists(ctx),
        groups: groups.map(group).collect(),
        pager: Pager::of(ctx, page, ctx.index.tasks_pages(), Route::Tasks),
    }
}
