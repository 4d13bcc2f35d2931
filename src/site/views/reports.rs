//! Which ongoing tasks were reported on in which cycle: a grid of tasks and cycles, a table for each
//! length of a cycle.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::components::{Link, Pager, page_of};
use super::cycle_strip::fallen_due;
use super::frame;
use super::heading::Heading;
use super::lede::cycle_name;
use crate::assess::cycles::{self, Cycle};
use crate::assess::ledger;
use crate::model::{Frequency, Kind, ReportPeriod, Task, TaskIx};
use crate::site::context::PageContext;
use crate::site::data::table::Table;
use crate::site::index::TASKS_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::vietnamese::capitalised;

/// Maximum number of cycles in a table. The latest are shown.
const MAX_CYCLES: usize = 12;
/// Maximum number of cycles on a narrow screen.
const MAX_NARROW: usize = 6;

#[derive(Serialize)]
struct View {
    grids: Vec<Grid>,
    /// A sentence about the tasks of which only the status is public.
    restricted: Option<String>,
    pager: Option<Pager>,
}

/// The tasks that report equally often.
#[derive(Serialize)]
struct Grid {
    caption: String,
    sentence: String,
    heads: Vec<Head>,
    rows: Vec<Row>,
    data: Link,
}

/// A cycle, with the number of tasks reported on in it. These count all pages of the list.
#[derive(Serialize)]
struct Head {
    name: String,
    short: String,
    total: String,
    /// Whether narrow screens leave the cycle out.
    old: bool,
}

#[derive(Serialize)]
struct Cell {
    reported: bool,
    /// Whether the task does not report on the period, or its report has not fallen due.
    none: bool,
    old: bool,
}

#[derive(Serialize)]
struct Row {
    href: String,
    number: String,
    title: String,
    /// Whether another priority begins here.
    begins: bool,
    cells: Vec<Cell>,
    sum: String,
}

pub(super) fn heading(ctx: &PageContext<'_>, page: usize) -> Heading {
    Heading::list(ctx, "reports-title", page)
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, page: usize) -> Rendered {
    frame::fill(engine, ctx, "reports.html", heading(ctx, page), &view(ctx, page))
}

fn view(ctx: &PageContext<'_>, page: usize) -> View {
    let public = &ctx.index.reporting;
    let shown = page_of(public, page, TASKS_PER_PAGE);
    let grids = Frequency::ALL.into_iter().map(|(_, every)| {
        let every_so_often = |tasks: &[TaskIx]| -> Vec<TaskIx> {
            let of_cycle = |ix: &TaskIx| {
                let task = &ctx.model[*ix];
                task.report_every == every && task.reports.is_none()
            };
            tasks.iter().copied().filter(of_cycle).collect()
        };
        let cycles = Grid::of(ctx, every, &every_so_often(public), &every_so_often(shown));
        let by_period = |tasks: &[TaskIx]| -> Vec<TaskIx> {
            let every_of = |ix: &TaskIx| ctx.model[*ix].reports.as_ref().map(|r| r.every);
            tasks.iter().copied().filter(|ix| every_of(ix) == Some(every)).collect()
        };
        let periods = Grid::of_reports(ctx, every, &by_period(public), &by_period(shown));
        [cycles, periods]
    });
    let grids = grids.flatten().flatten();
    let is_left_out = |(ix, task): &(TaskIx, &Task)| {
        let stopped = ctx.assessment[*ix].standing.is_stopped();
        task.kind == Kind::Ongoing && task.restricted && !stopped
    };
    let restricted = ctx.model.tasks().filter(is_left_out).count() as u64;
    View {
        grids: grids.collect(),
        restricted: (restricted > 0).then(|| ctx.count("reports-restricted", restricted)),
        pager: Pager::of(ctx, page, ctx.index.reports_pages(), Route::Reports),
    }
}

impl Grid {
    /// `None` if none of the tasks is on this page, or no cycle has ended.
    fn of(
        ctx: &PageContext<'_>,
        every: Frequency,
        all: &[TaskIx],
        shown: &[TaskIx],
    ) -> Option<Self> {
        let first = all.first()?;
        let ended = |ix: &TaskIx| -> Vec<Cycle> {
            let task = &ctx.model[*ix];
            let entries = ledger::known(task, ctx.as_of());
            cycles::ended(ctx.model, task, entries, ctx.as_of()).collect()
        };
        let cycles = ended(first);
        let from = cycles.len().saturating_sub(MAX_CYCLES);
        if cycles.is_empty() || shown.is_empty() {
            return None;
        }
        let mut totals = vec![0u32; cycles.len()];
        let mut never = 0u32;
        for cycles in all.iter().map(&ended) {
            for (total, cycle) in totals.iter_mut().zip(&cycles) {
                *total += u32::from(cycle.reported);
            }
            never += u32::from(!cycles.iter().any(|cycle| cycle.reported));
        }
        let name = |cycle: &Cycle| cycle_name(ctx, every, *cycle);
        let shown_cycles = cycles.len() - from;
        let old = |n: usize| n + MAX_NARROW < shown_cycles;
        let head = |(n, (cycle, total)): (usize, (&Cycle, &u32))| Head {
            old: old(n),
            name: name(cycle),
            short: short(every, *cycle),
            total: format!("{}/{}", ctx.number(*total), ctx.number(all.len() as u64)),
        };
        let latest = name(cycles.last()?);
        let args = [
            ("n", all.len().into()),
            ("cycle", (&latest).into()),
            ("part", (*totals.last()?).into()),
            ("never", never.into()),
            ("cycles", cycles.len().into()),
        ];
        let row = |(n, ix): (usize, &TaskIx)| {
            let task = &ctx.model[*ix];
            let cycles = ended(ix);
            let reported = cycles.iter().filter(|cycle| cycle.reported).count() as u64;
            Row {
                href: ctx.to_task(*ix),
                number: task.number.clone(),
                title: task.title.clone(),
                begins: n > 0 && ctx.model[shown[n - 1]].priority != task.priority,
                cells: (cycles[from..].iter().enumerate())
                    .map(|(n, cycle)| Cell { reported: cycle.reported, none: false, old: old(n) })
                    .collect(),
                sum: format!("{}/{}", ctx.number(reported), ctx.number(cycles.len() as u64)),
            }
        };
        Some(Grid {
            data: Link::data(ctx, Table::Cycles),
            caption: capitalised(&ctx.frequency(every)),
            sentence: ctx.say("reports-sentence", &args),
            heads: (cycles[from..].iter().zip(&totals[from..]).enumerate()).map(head).collect(),
            rows: shown.iter().enumerate().map(row).collect(),
        })
    }
}

impl Grid {
    /// The periodic reports that have fallen due. `None` if none of the tasks is on this page, or
    /// none has fallen due.
    fn of_reports(
        ctx: &PageContext<'_>,
        every: Frequency,
        all: &[TaskIx],
        shown: &[TaskIx],
    ) -> Option<Self> {
        if shown.is_empty() {
            return None;
        }
        let of_task = |ix: &TaskIx| -> BTreeMap<NaiveDate, bool> {
            let parts = fallen_due(ctx, *ix).into_iter();
            parts.filter_map(|part| Some((part.period?.first_day, !part.is_overdue()))).collect()
        };
        let mut columns: BTreeMap<NaiveDate, (u32, u32)> = BTreeMap::new();
        for (first_day, delivered) in all.iter().flat_map(&of_task) {
            let (done, whole) = columns.entry(first_day).or_default();
            *done += u32::from(delivered);
            *whole += 1;
        }
        let columns: Vec<(NaiveDate, (u32, u32))> = columns.into_iter().collect();
        let columns = &columns[columns.len().saturating_sub(MAX_CYCLES)..];
        let (latest, (delivered, _)) = columns.last()?;
        let old = |n: usize| n + MAX_NARROW < columns.len();
        let name = |first_day: NaiveDate| ctx.period_name(ReportPeriod { every, first_day });
        let period = name(*latest);
        let args =
            [("n", all.len().into()), ("period", (&period).into()), ("part", (*delivered).into())];
        let row = |(n, ix): (usize, &TaskIx)| {
            let task = &ctx.model[*ix];
            let own = of_task(ix);
            let delivered = own.values().filter(|delivered| **delivered).count() as u64;
            let cell = |(n, (day, _)): (usize, &(NaiveDate, (u32, u32)))| Cell {
                reported: own.get(day) == Some(&true),
                none: !own.contains_key(day),
                old: old(n),
            };
            Row {
                href: ctx.to_task(*ix),
                number: task.number.clone(),
                title: task.title.clone(),
                begins: n > 0 && ctx.model[shown[n - 1]].priority != task.priority,
                cells: columns.iter().enumerate().map(cell).collect(),
                sum: format!("{}/{}", ctx.number(delivered), ctx.number(own.len() as u64)),
            }
        };
        let head = |(n, (day, (done, whole))): (usize, &(NaiveDate, (u32, u32)))| Head {
            old: old(n),
            name: name(*day),
            short: short_of(every, *day),
            total: format!("{}/{}", ctx.number(*done), ctx.number(*whole)),
        };
        Some(Grid {
            data: Link::data(ctx, Table::Parts),
            caption: capitalised(&ctx.frequency(every)),
            sentence: ctx.say("periods-grid-sentence", &args),
            heads: columns.iter().enumerate().map(head).collect(),
            rows: shown.iter().enumerate().map(row).collect(),
        })
    }
}

/// The head of a narrow column: "8/2021", "III/2021", or the first day of a week as "29/7".
fn short(every: Frequency, cycle: Cycle) -> String {
    short_of(every, cycle.from)
}

fn short_of(every: Frequency, from: NaiveDate) -> String {
    let year = from.year();
    match every {
        Frequency::Month if from.day() == 1 => format!("{}/{year}", from.month()),
        Frequency::Quarter => {
            let quarter = ["I", "II", "III", "IV"][from.month0() as usize / 3];
            format!("{quarter}/{year}")
        }
        Frequency::Half => format!("{}/{year}", from.month0() / 6 + 1),
        Frequency::Year => year.to_string(),
        Frequency::Week | Frequency::Month => {
            format!("{}/{}", from.day(), from.month())
        }
    }
}
