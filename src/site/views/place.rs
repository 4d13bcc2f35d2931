//! A place: the tasks and notes that name it.

use serde::Serialize;

use super::figures::Figures;
use super::filter;
use super::pieces::{Capped, NoteRow, TaskRow};
use crate::model::PlaceIx;
use crate::site::index::TASKS_A_PAGE;
use crate::site::route::Route;
use crate::site::sheet::Sheet;

const NOTES: usize = 20;

#[derive(Serialize)]
pub(super) struct View {
    name: String,
    kind: Option<String>,
    figures: Option<Figures>,
    tasks: Capped<TaskRow>,
    notes: Capped<NoteRow>,
    all_tasks: String,
}

pub(super) fn view(sheet: &Sheet<'_>, ix: PlaceIx) -> View {
    let place = &sheet.model[ix];
    let group = &sheet.assessment[ix];
    View {
        name: place.name.clone(),
        kind: place.kind.clone(),
        figures: (!group.tasks.is_empty()).then(|| Figures::of(sheet, &group.tally)),
        tasks: Capped::at(sheet, &group.tasks, TASKS_A_PAGE, filter::of_place(sheet, ix), |task| {
            TaskRow::of(sheet, *task)
        }),
        notes: Capped::of(
            sheet,
            &sheet.index.notes_of_place[ix.0],
            NOTES,
            Route::Notes(1),
            |note| NoteRow::of(sheet, *note, true),
        ),
        all_tasks: sheet.to(Route::Tasks(1)),
    }
}
