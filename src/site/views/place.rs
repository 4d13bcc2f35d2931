//! A place: the tasks and notes that name it.

use serde::Serialize;

use super::components::{Capped, NoteRow, TaskRow};
use super::divided;
use super::figures::Figures;
use super::filter;
use super::frame;
use super::heading::Heading;
use crate::model::{PlaceIx, Task, TaskIx};
use crate::site::context::PageContext;
use crate::site::index::TASKS_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::vietnamese::find_name;

const MAX_NOTES: usize = 20;

#[derive(Serialize)]
struct View {
    name: String,
    kind: Option<String>,
    figures: Option<Figures>,
    tasks: Capped<TaskRow>,
    /// Restricted tasks whose title names the place. They are in no figure.
    named: Vec<TaskRow>,
    /// Its parts, and sentences about them unless the figures hold these.
    pieces: Capped<TaskRow>,
    lines: Vec<String>,
    notes: Capped<NoteRow>,
    all_tasks: String,
}

pub(super) fn heading(ctx: &PageContext<'_>, ix: PlaceIx) -> Heading {
    let name = ctx.model[ix].name.clone();
    Heading::new(ctx, name).in_list(ctx, Route::Places, "nav-places")
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, ix: PlaceIx) -> Rendered {
    frame::fill(engine, ctx, "place.html", heading(ctx, ix), &view(ctx, ix))
}

fn view(ctx: &PageContext<'_>, ix: PlaceIx) -> View {
    let place = &ctx.model[ix];
    let group = &ctx.assessment[ix];
    View {
        name: place.name.clone(),
        kind: place.kind.clone(),
        figures: (!group.tasks.is_empty()).then(|| Figures::of(ctx, &group.tally)),
        tasks: Capped::at(ctx, &group.tasks, TASKS_PER_PAGE, filter::of_place(ctx, ix), |task| {
            TaskRow::of(ctx, *task)
        }),
        named: named(ctx, ix),
        pieces: divided::pieces(ctx, group.parts.clone(), TASKS_PER_PAGE),
        lines: if group.tasks.is_empty() { ctx.pieces(&group.tally) } else { Vec::new() },
        notes: Capped::of(
            ctx,
            &ctx.index.notes_of_place[ix.0],
            MAX_NOTES,
            Route::Notes(1),
            |note| NoteRow::of(ctx, *note, true),
        ),
        all_tasks: ctx.to(Route::Tasks(1)),
    }
}

/// The places of a restricted task are not public, but its title is.
fn named(ctx: &PageContext<'_>, ix: PlaceIx) -> Vec<TaskRow> {
    let place = &ctx.model[ix];
    let names = |(_, task): &(TaskIx, &Task)| {
        task.restricted && find_name(&task.title, &place.name, place.kind.as_deref()).is_some()
    };
    ctx.model.tasks().filter(names).map(|(task, _)| TaskRow::of(ctx, task)).collect()
}
