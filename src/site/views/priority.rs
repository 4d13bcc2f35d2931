//! A priority: what it asks for, how it stands, its tasks and notes.

use serde::Serialize;

use super::figures::Figures;
use super::pieces::{Capped, Link, NoteRow, TaskRow};
use crate::model::PriorityIx;
use crate::site::index::TASKS_A_PAGE;
use crate::site::route::Route;
use crate::site::sheet::Sheet;

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

pub(super) fn view(sheet: &Sheet<'_>, ix: PriorityIx) -> View {
    let priority = &sheet.model[ix];
    let public = !priority.restricted;
    let neighbour = |n: Option<usize>| {
        let n = n.filter(|n| *n < sheet.model.priorities.len())?;
        let other = &sheet.model.priorities[n];
        let text = format!("{}. {}", sheet.priority_name(&other.number), other.title);
        Some(Link::new(sheet.to_priority(PriorityIx(n)), text))
    };
    View {
        name: sheet.priority_name(&priority.number),
        title: priority.title.clone(),
        restricted: priority.restricted,
        summary: priority.summary.clone().filter(|_| public),
        no_tasks: priority.no_tasks.clone().filter(|_| public && priority.tasks.is_empty()),
        figures: Figures::of(sheet, &sheet.assessment[ix]),
        tasks: Capped::of(sheet, &priority.tasks, TASKS_A_PAGE, whole_list(sheet, ix), |task| {
            TaskRow::of(sheet, *task)
        }),
        notes: Capped::of(
            sheet,
            &sheet.index.notes_of_priority[ix.0],
            NOTES,
            Route::Notes(1),
            |note| NoteRow::of(sheet, *note, true),
        ),
        previous: neighbour(ix.0.checked_sub(1)),
        next: neighbour(Some(ix.0 + 1)),
    }
}

/// The page of all tasks on which the priority's tasks begin.
fn whole_list(sheet: &Sheet<'_>, ix: PriorityIx) -> Route {
    let first = sheet.model[ix].tasks.first().map_or(0, |task| task.0);
    Route::Tasks(first / TASKS_A_PAGE + 1)
}
