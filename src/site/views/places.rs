//! The list of places that a public task or note names.

use serde::Serialize;

use super::components::Link;
use super::frame;
use super::heading::Heading;
use super::portal_kept as kept;
use crate::model::PlaceIx;
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};

#[derive(Serialize)]
struct View {
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    place: Link,
    /// The directives of a portal with older figures among those of the row.
    kept: Option<String>,
    kind: Option<String>,
    tasks: String,
    overdue: String,
    late: bool,
    notes: String,
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("places-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "places.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let mut places = ctx.index.places.clone();
    places.sort_by_cached_key(|ix| crate::vietnamese::sort_key(&ctx.model[*ix].name));
    View { rows: places.into_iter().map(|ix| row(ctx, ix)).collect() }
}

fn notes(ctx: &PageContext<'_>, ix: PlaceIx) -> usize {
    match ctx.portal {
        Some(portal) => portal.place(ix).map(|(_, share)| share.notes).sum(),
        None => ctx.index.notes_of_place[ix.0].len(),
    }
}

fn row(ctx: &PageContext<'_>, ix: PlaceIx) -> Row {
    let place = &ctx.model[ix];
    let tally = &ctx.assessment[ix].tally;
    Row {
        place: Link { href: ctx.to_place(ix), text: place.name.clone(), ..Link::default() },
        kept: ctx
            .portal
            .and_then(|portal| kept::names(ctx, portal.place(ix).map(|(card, _)| card))),
        kind: place.kind.clone(),
        tasks: ctx.number(tally.total()),
        overdue: ctx.number(tally.overdue()),
        late: tally.overdue() > 0,
        notes: ctx.number(notes(ctx, ix) as u64),
    }
}
