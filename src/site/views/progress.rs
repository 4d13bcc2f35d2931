//! Progress over time: a chart with its table, the ratios at each date, and the changes since the
//! reporting date before.

use serde::Serialize;

use super::changes::Changes;
use super::components::Link;
use super::flow::Flow;
use super::frame;
use super::heading::Heading;
use super::series::{Series, Spark};
use crate::model::PriorityIx;
use crate::site::context::PageContext;
use crate::site::data::table::Table;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

const MAX_CHANGES: usize = 100;
const MAX_PRIORITIES: usize = 60;

#[derive(Serialize)]
struct View {
    series: Vec<Series>,
    /// The figures of the series and of the small ones.
    counts: Link,
    /// The standings that the flows compare.
    history: Link,
    /// The changes of the last period.
    changed: Link,
    sparks: Vec<Sparks>,
    sparks_intro: String,
    reports: String,
    flows: Vec<Flow>,
    points: Vec<Row>,
    /// A link to the earlier dates that the table leaves out.
    earlier: Option<Link>,
    changes: Option<Changes>,
    /// The pages of questions and of corrections.
    further: Vec<Link>,
    /// A link to the chain of publications, if it is kept.
    publications: Option<Link>,
    /// The meaning of the mark on dates of which more is known now.
    supplemented: Option<String>,
}

/// The course of a priority: what of it was done, and what was reported.
#[derive(Serialize)]
struct Sparks {
    priority: Link,
    cells: Vec<Spark>,
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

/// The priorities that have a course. None if there is only one reporting date.
fn sparks(ctx: &PageContext<'_>) -> Vec<Sparks> {
    let shown = ctx.model.priorities.len().min(MAX_PRIORITIES);
    (0..shown)
        .map(PriorityIx)
        .map(|ix| Sparks { priority: Link::priority(ctx, ix), cells: Spark::of_priority(ctx, ix) })
        .filter(|row| row.cells.iter().any(Spark::is_drawn))
        .collect()
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
        series: Series::all(ctx, 180),
        counts: Link::data(ctx, Table::Progress),
        history: Link::data(ctx, Table::History),
        changed: Link::data(ctx, Table::Changes),
        sparks: sparks(ctx),
        sparks_intro: ctx.count("sparks-intro", history.points.len() as u64),
        reports: ctx.to(Route::Reports(1)),
        flows: Flow::all(ctx),
        points: history.points.iter().rev().map(row).collect(),
        earlier: (history.periods.len() - history.points.len())
            .checked_sub(1)
            .and_then(|last| Some((last + 1, history.periods.get(last)?)))
            .map(|(n, period)| {
                let text = ctx.count("period-earlier", n as u64);
                Link::new(ctx.to(Route::Period(period.to)), text)
            }),
        changes: Changes::of(ctx, MAX_CHANGES),
        further: [
            (Route::Questions, "questions-title"),
            (Route::Corrections(1), "corrections-title"),
        ]
        .map(|(route, key)| Link::new(ctx.to(route), ctx.text(key)))
        .into(),
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
