//! The list of all notes, newest first.

use serde::Serialize;

use super::components::{NoteRow, Pager, page_of};
use super::frame;
use super::heading::Heading;
use crate::site::context::PageContext;
use crate::site::index::NOTES_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

#[derive(Serialize)]
struct View {
    notes: Vec<NoteRow>,
    count: String,
    pager: Option<Pager>,
}

pub(super) fn heading(ctx: &PageContext<'_>, page: usize) -> Heading {
    Heading::list(ctx, "notes-title", page)
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, page: usize) -> Rendered {
    frame::fill(engine, ctx, "notes.html", heading(ctx, page), &view(ctx, page))
}

fn view(ctx: &PageContext<'_>, page: usize) -> View {
    let notes = &ctx.index.notes;
    let shown = page_of(notes, page, NOTES_PER_PAGE);
    View {
        notes: shown.iter().map(|note| NoteRow::of(ctx, *note, true)).collect(),
        count: ctx.count("notes-count", notes.len() as u64),
        pager: Pager::of(ctx, page, ctx.index.notes_pages(), Route::Notes),
    }
}
