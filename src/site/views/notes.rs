//! All notes, newest first, so many a page.

use serde::Serialize;

use super::pieces::{NoteRow, Pager, page_of};
use crate::site::index::NOTES_A_PAGE;
use crate::site::route::Route;
use crate::site::sheet::Sheet;

#[derive(Serialize)]
pub(super) struct View {
    notes: Vec<NoteRow>,
    count: String,
    pager: Option<Pager>,
}

pub(super) fn view(sheet: &Sheet<'_>, page: usize) -> View {
    let notes = &sheet.index.notes;
    let shown = page_of(notes, page, NOTES_A_PAGE);
    View {
        notes: shown.iter().map(|note| NoteRow::of(sheet, *note, true)).collect(),
        count: sheet.count("notes-count", notes.len() as u64),
        pager: Pager::of(sheet, page, sheet.index.notes_pages(), Route::Notes),
    }
}
