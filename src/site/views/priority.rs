//! A priority: what it asks for, how it stands, its tasks and notes.

use serde::Serialize;

use super::figures::Figures;
use super::pieces::{Capped, Link, NoteRow, TaskRow};
use crate::model::PriorityIx;
use crate::site::index::TASKS_A_PAGE;
use crate::site::route::Route;
use crate::site::context::PageContext;

const NOTES: usize = 20;

#[derive(Serialize)]
pub(super) struct View {
    name: String,
    title: String,
    restricted: bool,
    summary: Option<String>,
    no_tasks: Option<String>,
    figures: Figures,
    tasks: Capped<TaskRow>,
    notes: Capped<NoteRow>,
    previous: Option<Link>,
    next: Option<Link>,
}

pub(super) fn view(ctx: &PageContext<'_>, ix: PriorityIx) -> View {
    let priority = &ctx.model[ix];
    let public = !priority.restricted;
    let neighbour = |n: Option<usize>| {
        let n = n.filter(|n| *n < ctx.model.priorities.len())?;
        let other = &ctx.model.priorities[n];
        let text = format!("{}. {}", ctx.priority_name(&other.number), other.title);
        Some(Link::new(ctx.to_priority(PriorityIx(n)), text))
    };
    View {
        name: ctx.priority_name(&priority.number),
        title: priority.title.clone(),
        restricted: priority.restricted,
        summary: priority.summary.clone().filter(|_| public),
        no_tasks: priority.no_tasks.clone().filter(|_| public && priority.tasks.is_empty()),
        figures: Figures::of(ctx, &ctx.assessment[ix]),
        tasks: Capped::of(ctx, &priority.tasks, TASKS_A_PAGE, whole_list(ctx, ix), |task| {
            TaskRow::of(ctx, *task)
        }),
        notes: Capped::of(
            ctx,
            &ctx.index.notes_of_priority[ix.0],
            NOTES,
            Route::Notes(1),
            |note| NoteRow::of(ctx, *note, true),
        ),
        previous: neighbour(ix.0.checked_sub(1)),
        next: neighbour(Some(ix.0 + 1)),
    }
}

/// The page of all tasks on which the priority's tasks begin.
fn whole_list(ctx: &PageContext<'_>, ix: PriorityIx) -> Route {
    let first = ctx.model[ix].tasks.first().map_or(0, |task| task.0);
    Route::Tasks(first / TASKS_A_PAGE + 1)
}
