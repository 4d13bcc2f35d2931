//! The agencies as a table: the tasks that each leads, and their standings.

use std::cmp::Reverse;

use serde::Serialize;

use super::components::{Link, ratio};
use super::delays::Delays;
use super::figures::GroupWord;
use super::frame;
use super::heading::Heading;
use super::matrix::Matrix;
use super::portal_kept as kept;
use super::task::directive_name;
use crate::assess::{Assessed, Standing, Tally};
use crate::model::AgencyIx;
use crate::site::context::PageContext;
use crate::site::data::table::Table;
use crate::site::render::{Engine, Rendered};

#[derive(Serialize)]
struct View {
    rows: Vec<Row>,
    matrix: Option<Matrix>,
    others: Vec<Link>,
    joint: bool,
    /// A sentence about the tasks without a lead.
    without: String,
    delays: Option<Delays>,
    /// The tasks that the matrix counts.
    tasks: Link,
}

#[derive(Serialize)]
struct Row {
    agency: Link,
    /// The directives of a portal with older figures among those of the row.
    kept: Option<String>,
    /// The short name, for narrow screens.
    short: String,
    leads: String,
    done: String,
    on_time: String,
    overdue: String,
    /// Days overdue of the task that is overdue longest.
    longest: Option<String>,
    late: bool,
    silent: String,
    reported: String,
    word: GroupWord,
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("agencies-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "agencies.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let agencies = &ctx.index.agencies;
    let leading = |ix: &&AgencyIx| ctx.assessment[**ix].tally.total() > 0;
    let mut leads: Vec<AgencyIx> = agencies.iter().filter(leading).copied().collect();
    leads.sort_by_cached_key(|ix| {
        let overdue = ctx.assessment[*ix].tally.overdue();
        let name = crate::vietnamese::sort_key(&ctx.model[*ix].name);
        (Reverse(overdue), Reverse(longest(ctx, *ix)), name)
    });
    let others = agencies.iter().filter(|ix| !leading(ix));
    View {
        matrix: Matrix::of(ctx, &leads),
        rows: leads.iter().map(|ix| row(ctx, *ix)).collect(),
        others: others.map(|ix| Link::agency(ctx, *ix)).collect(),
        joint: ctx.assessment.tasks.iter().any(|task| task.leads.len() > 1),
        without: if ctx.portal.is_some() { String::new() } else { without(ctx) },
        delays: Delays::of(ctx, &leads),
        tasks: Link::data(ctx, Table::Tasks),
    }
}

/// A sentence about the tasks without a lead.
pub(super) fn without(ctx: &PageContext<'_>) -> String {
    let exists = || ctx.model.tasks().map(|(ix, _)| &ctx.assessment[ix]);
    let without = exists().filter(|task| task.leads.is_empty()).count();
    let directive = directive_name(ctx);
    let args = [
        ("n", without.into()),
        ("total", exists().count().into()),
        ("directive", (&directive).into()),
    ];
    ctx.say(if without == 0 { "agencies-led" } else { "agencies-without" }, &args)
}

fn row(ctx: &PageContext<'_>, ix: AgencyIx) -> Row {
    let tally = &ctx.assessment[ix].tally;
    Row {
        agency: Link::agency(ctx, ix),
        kept: ctx
            .portal
            .and_then(|portal| kept::names(ctx, portal.agency(ix).map(|(card, _)| card))),
        short: ctx.agency_name(ix).to_owned(),
        leads: ctx.number(tally.total()),
        done: ratio(ctx, tally.completion),
        on_time: ratio(ctx, tally.on_time),
        overdue: ctx.number(tally.overdue()),
        longest: longest_said(ctx, ix),
        late: tally.overdue() > 0,
        silent: ctx.number(silent(tally)),
        reported: ratio(ctx, tally.reporting),
        word: GroupWord::alone(ctx, tally),
    }
}

/// Days overdue of the task of an agency that is overdue longest.
fn longest(ctx: &PageContext<'_>, ix: AgencyIx) -> Option<u32> {
    if let Some(portal) = ctx.portal {
        return portal.agency(ix).filter_map(|(_, share)| share.longest).max();
    }
    let overdue = |task: &&Assessed| task.standing == Standing::Overdue;
    let tasks = ctx.assessment[ix].tasks.iter().map(|task| &ctx.assessment[*task]);
    tasks.filter(overdue).filter_map(|task| task.days).max()
}

/// These days in words. Of a directive with older figures they were counted on another day.
fn longest_said(ctx: &PageContext<'_>, ix: AgencyIx) -> Option<String> {
    let most = longest(ctx, ix)?;
    let said = ctx.count("days-short", most);
    let shares = ctx.portal.into_iter().flat_map(|portal| portal.agency(ix));
    let having = shares.filter(|(_, share)| share.longest == Some(most));
    let of = having.map(|(card, _)| card).min_by_key(|card| card.kept);
    Some(match of {
        Some(card) => kept::marked(ctx, card, said),
        None => said,
    })
}

/// Number of tasks whose label reports missing or outdated reports.
pub(super) fn silent(tally: &Tally) -> u32 {
    let labels = [Standing::NoReport, Standing::Stale, Standing::ReportMissing];
    labels.into_iter().map(|standing| tally.standing(standing)).sum()
}
