//! Progress over time: a chart with its table, the ratios at each date, and the changes since the
//! reporting date before.

use serde::Serialize;

use super::changes::Changes;
use super::components::Link;
use super::frame;
use super::heading::Heading;
use super::series::Series;
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

const MAX_CHANGES: usize = 100;

#[derive(Serialize)]
struct View {
    series: Option<Series>,
    points: Vec<Row>,
    /// A link to the earlier dates that the table leaves out.
    earlier: Option<Link>,
    changes: Option<Changes>,
    /// A link to the chain of publications, if it is kept.
    publications: Option<Link>,
    /// The meaning of the mark on dates of which more is known now.
    supplemented: Option<String>,
}

/// The figures of the directive on a date.
#[derive(Serialize)]
struct Row {
    href: String,
    date: String,
    date_iso: String,
    done: String,
    on_time: String,
    overdue: String,
    late: bool,
    reported: String,
    /// Whether more is known of the date now than was published.
    supplemented: bool,
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("progress-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "progress.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let history = &ctx.index.history;
    let row = |point: &crate::site::history::Point| Row {
        href: ctx.to(Route::Period(point.date)),
        date: ctx.short(point.date),
        date_iso: point.date.to_string(),
        done: ctx.fraction(point.tally.completion),
        on_time: ctx.fraction(point.tally.on_time),
        overdue: ctx.number(point.tally.overdue()),
        late: point.tally.overdue() > 0,
        reported: ctx.fraction(point.tally.reporting),
        supplemented: history.supplemented.contains(&point.date),
    };
    View {
        series: Series::of(ctx, 180),
        points: history.points.iter().rev().map(row).collect(),
        earlier: (history.periods.len() - history.points.len())
            .checked_sub(1)
            .and_then(|last| Some((last + 1, history.periods.get(last)?)))
            .map(|(n, period)| {
                let text = ctx.count("period-earlier", n as u64);
                Link::new(ctx.to(Route::Period(period.to)), text)
            }),
        changes: Changes::of(ctx, MAX_CHANGES),
        publications: ctx
            .model
            .publications
            .is_some()
            .then(|| Link::new(ctx.to(Route::Publications), ctx.text("publications-title"))),
        supplemented: (history.points.iter())
            .any(|point| history.supplemented.contains(&point.date))
            .then(|| ctx.text("supplement-mark")),
    }
}
