//! All notes, newest first, so many a page.

use serde::Serialize;

use super::pieces::{NoteRow, Pager, page_of};
use crate::site::index::NOTES_A_PAGE;
use crate::site::route::Route;
use crate::site::context::PageContext;

#[derive(Serialize)]
pub(super) struct View {
    notes: Vec<NoteRow>,
    count: String,
    pager: Option<Pager>,
}

pub(super) fn view(ctx: &PageContext<'_>, page: usize) -> View {
    let notes = &ctx.index.notes;
    let shown = page_of(notes, page, NOTES_A_PAGE);
    View {
        notes: shown.iter().map(|note| NoteRow::of(ctx, *note, true)).collect(),
        count: ctx.count("notes-count", notes.len() as u64),
        pager: Pager::of(ctx, page, ctx.index.notes_pages(), Route::Notes),
    }
}
