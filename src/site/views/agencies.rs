//! The agencies as a table: the tasks that each leads, and their standings.

use serde::Serialize;

use super::components::{Link, ratio};
use super::figures::GroupWord;
use super::frame;
use super::heading::Heading;
use super::matrix::Matrix;
use crate::assess::{Standing, Tally};
use crate::model::AgencyIx;
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};

#[derive(Serialize)]
struct View {
    rows: Vec<Row>,
    matrix: Option<Matrix>,
    others: Vec<Link>,
    joint: bool,
    without: Option<String>,
}

#[derive(Serialize)]
struct Row {
    agency: Link,
    leads: String,
    done: String,
    on_time: String,
    overdue: String,
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
    let leading = |ix: &&AgencyIx| !ctx.assessment[**ix].tasks.is_empty();
    let mut leads: Vec<AgencyIx> = agencies.iter().filter(leading).copied().collect();
    leads.sort_by_cached_key(|ix| crate::vietnamese::sort_key(&ctx.model[*ix].name));
    let others = agencies.iter().filter(|ix| !leading(ix));
    let without = ctx.assessment.tasks.iter().filter(|task| task.leads.is_empty()).count();
    View {
        matrix: Matrix::of(ctx, &leads),
        rows: leads.into_iter().map(|ix| row(ctx, ix)).collect(),
        others: others.map(|ix| Link::agency(ctx, *ix)).collect(),
        joint: ctx.assessment.tasks.iter().any(|task| task.leads.len() > 1),
        without: (without > 0).then(|| ctx.count("agencies-without", without as u64)),
    }
}

fn row(ctx: &PageContext<'_>, ix: AgencyIx) -> Row {
    let tally = &ctx.assessment[ix].tally;
    Row {
        agency: Link::agency(ctx, ix),
        leads: ctx.number(tally.total()),
        done: ratio(ctx, tally.completion),
        on_time: ratio(ctx, tally.on_time),
        overdue: ctx.number(tally.overdue()),
        late: tally.overdue() > 0,
        silent: ctx.number(silent(tally)),
        reported: ratio(ctx, tally.reporting),
        word: GroupWord::of(ctx, tally),
    }
}

/// Number of tasks whose label reports missing or outdated reports.
pub(super) fn silent(tally: &Tally) -> u32 {
    let labels = [Standing::NoReport, Standing::Stale, Standing::ReportMissing];
    labels.into_iter().map(|standing| tally.standing(standing)).sum()
}
