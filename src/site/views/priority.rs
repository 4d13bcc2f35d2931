//! A priority: what it requires, its figures, its tasks and notes.

use serde::Serialize;

use super::components::{Capped, Link, NoteRow, TaskRow};
use super::divided;
use super::figures::Figures;
use super::frame;
use super::heading::Heading;
use super::report::PriorityLine;
use crate::model::PriorityIx;
use crate::site::context::PageContext;
use crate::site::index::TASKS_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::site::text::paragraphs;
use crate::vietnamese::capitalised;

const MAX_NOTES: usize = 20;

#[derive(Serialize)]
struct View {
    name: String,
    title: String,
    restricted: bool,
    summary: Vec<Vec<String>>,
    no_tasks: Vec<Vec<String>>,
    figures: Figures,
    /// What the directive calls its sections, and one of them.
    sections_title: String,
    section_label: String,
    sections: Vec<PriorityLine>,
    tasks: Capped<TaskRow>,
    /// No sentences: the figures hold them.
    no_lines: Vec<String>,
    /// Overdue parts and missing reports.
    pieces: Capped<TaskRow>,
    notes: Capped<NoteRow>,
    previous: Option<Link>,
    next: Option<Link>,
}

pub(super) fn heading(ctx: &PageContext<'_>, ix: PriorityIx) -> Heading {
    let name = ctx.priority_name(&ctx.model[ix].number);
    Heading::new(ctx, ctx.priority_title(ix)).code(name)
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, ix: PriorityIx) -> Rendered {
    frame::fill(engine, ctx, "priority.html", heading(ctx, ix), &view(ctx, ix))
}

fn view(ctx: &PageContext<'_>, ix: PriorityIx) -> View {
    let priority = &ctx.model[ix];
    let public = !priority.restricted;
    let said = |text: &Option<String>, shown: bool| {
        paragraphs(text.as_deref().filter(|_| shown).unwrap_or_default())
    };
    let neighbour = |n: Option<usize>| {
        let n = n.filter(|n| *n < ctx.model.priorities.len())?;
        Some(Link::priority(ctx, PriorityIx(n)))
    };
    let (section, sections) = ctx.section_labels(ctx.model);
    View {
        name: ctx.priority_name(&priority.number),
        title: priority.title.clone(),
        restricted: priority.restricted,
        summary: said(&priority.summary, public),
        no_tasks: said(&priority.no_tasks, public && priority.tasks.is_empty()),
        figures: Figures::of(ctx, &ctx.assessment[ix]),
        sections_title: capitalised(&sections),
        section_label: capitalised(&section),
        sections: (priority.sections.iter().zip(&ctx.assessment.sections[ix.0]))
            .map(|(section, tally)| PriorityLine::of_section(ctx, section, tally))
            .collect(),
        tasks: Capped::of(ctx, &priority.tasks, TASKS_PER_PAGE, whole_list(ctx, ix), |task| {
            TaskRow::of(ctx, *task)
        }),
        no_lines: Vec::new(),
        pieces: divided::pieces(
            ctx,
            divided::overdue(ctx, priority.tasks.iter().copied()),
            TASKS_PER_PAGE,
        ),
        notes: Capped::of(
            ctx,
            &ctx.index.notes_of_priority[ix.0],
            MAX_NOTES,
            Route::Notes(1),
            |note| NoteRow::of(ctx, *note, true),
        ),
        previous: neighbour(ix.0.checked_sub(1)),
        next: neighbour(Some(ix.0 + 1)),
    }
}

/// The page of the list of all tasks on which those of the priority begin.
fn whole_list(ctx: &PageContext<'_>, ix: PriorityIx) -> Route {
    let first = ctx.model[ix].tasks.first().map_or(0, |task| task.0);
    Route::Tasks(first / TASKS_PER_PAGE + 1)
}
