//! Deadlines in force by month, followed by those without a calendar day.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::components::{Capped, Link, Pager, TaskRow, page_of};
use super::divided;
use super::frame;
use super::heading::Heading;
use super::redated::Redated;
use super::timeline::Timeline;
use crate::model::{Kind, TaskIx};
use crate::site::context::PageContext;
use crate::site::data::table::Table;
use crate::site::index::TASKS_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

const MAX_WITHOUT_DAY: usize = 50;

#[derive(Serialize)]
struct View {
    timeline: Option<Timeline>,
    data: Link,
    redated: Option<Redated>,
    months: Vec<Month>,
    without_day: Option<Capped<TaskRow>>,
    /// A sentence with the number of deliverables without any deadline.
    without: Option<String>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Month {
    title: String,
    past: bool,
    tasks: Vec<Due>,
}

#[derive(Serialize)]
struct Due {
    last_good_day: String,
    last_good_day_iso: String,
    row: TaskRow,
}

pub(super) fn heading(ctx: &PageContext<'_>, page: usize) -> Heading {
    Heading::list(ctx, "deadlines-title", page)
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, page: usize) -> Rendered {
    frame::fill(engine, ctx, "deadlines.html", heading(ctx, page), &view(ctx, page))
}

fn view(ctx: &PageContext<'_>, page: usize) -> View {
    let shown = page_of(&ctx.index.dated, page, TASKS_PER_PAGE);
    let month = |day: &NaiveDate| (day.year(), day.month());
    let months = shown.chunk_by(|(a, ..), (b, ..)| month(a) == month(b)).map(|tasks| Month {
        title: ctx.month(tasks[0].0),
        past: month(&tasks[0].0) < month(&ctx.as_of()),
        tasks: tasks.iter().map(|(day, task, part)| due(ctx, *day, *task, *part)).collect(),
    });
    let last_page = page == ctx.index.deadlines_pages();
    let open = &ctx.index.due_without_day;
    let deliverables = ctx.model.tasks().filter(|(_, task)| task.kind == Kind::Deliverable);
    let dated = ctx.index.due.len() + open.len();
    let without = deliverables.count().saturating_sub(dated);
    View {
        data: Link::data(ctx, Table::Tasks),
        timeline: if page == 1 { Timeline::of(ctx) } else { None },
        redated: if page == 1 { Redated::of(ctx) } else { None },
        months: months.collect(),
        without_day: (last_page && !open.is_empty()).then(|| {
            Capped::of(ctx, open, MAX_WITHOUT_DAY, Route::Tasks(1), |task| TaskRow::of(ctx, *task))
        }),
        without: (last_page && without > 0).then(|| ctx.count("deadlines-without", without as u64)),
        pager: Pager::of(ctx, page, ctx.index.deadlines_pages(), Route::Deadlines),
    }
}

fn due(ctx: &PageContext<'_>, day: NaiveDate, task: TaskIx, part: Option<usize>) -> Due {
    Due {
        last_good_day: ctx.short(day),
        last_good_day_iso: day.to_string(),
        row: match part {
            Some(part) => divided::piece(ctx, (task, part)),
            None => TaskRow::of(ctx, task),
        },
    }
}
