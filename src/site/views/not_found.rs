//! The page that a server shows for an address that does not exist.

use super::frame;
use super::heading::Heading;
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    let heading = Heading::new(ctx, ctx.text("not-found-title"));
    frame::fill(engine, ctx, "404.html", heading, &())
}
