//! The list of all records that were published and removed, newest first.

use serde::Serialize;

use super::former::Item;
use super::frame;
use super::heading::Heading;
use crate::model::Moved;
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};

#[derive(Serialize)]
struct View {
    items: Vec<Item>,
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("former-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "former_list.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let mut moved: Vec<&Moved> = ctx.model.moved.iter().collect();
    moved.sort_by_key(|moved| std::cmp::Reverse(moved.date));
    View { items: moved.into_iter().map(|moved| Item::of(ctx, moved)).collect() }
}
