//! How late the agencies are: a line for each, with a mark for each of its tasks that is overdue or
//! was done late, by the number of days.

use serde::Serialize;

use super::components::{Link, class};
use super::picture::Hundredths;
use crate::assess::Standing;
use crate::model::{AgencyIx, TaskIx};
use crate::site::context::PageContext;
use crate::site::data::table::Table;

/// Maximum number of lines.
const MAX_LINES: usize = 20;
/// Room that the number of a task needs beside its mark, in hundredths of a per cent.
const LABEL_PITCH: u64 = 1_100;
/// Maximum number of marks in a line.
const MARKS: u32 = 50;
/// Maximum number of rows in the table.
const MAX_ROWS: usize = 60;
/// The steps of the axis, in days.
const STEPS: [u32; 8] = [1, 5, 10, 30, 90, 180, 365, 730];
/// Maximum number of steps on the axis.
const MAX_STEPS: u32 = 4;

#[derive(Serialize)]
pub(super) struct Delays {
    sentence: String,
    caption: String,
    /// The number of days up to which an overdue task is not yet seriously late.
    serious: Option<Tick>,
    ticks: Vec<Tick>,
    lines: Vec<Line>,
    /// The tasks as rows of a table, those that are late longest first.
    rows: Vec<Row>,
    more: Option<String>,
    data: Link,
    /// The meaning of the line at the threshold.
    legend: String,
}

#[derive(Serialize)]
struct Tick {
    x: Hundredths,
    label: String,
}

#[derive(Serialize)]
struct Line {
    name: String,
    marks: Vec<Mark>,
}

/// The tasks of an agency that are late by the same number of days.
#[derive(Serialize)]
struct Mark {
    class: &'static str,
    x: Hundredths,
    /// The numbers of the tasks, where there is room for them.
    numbers: Option<String>,
}

#[derive(Serialize)]
struct Row {
    agency: Link,
    task: Link,
    days: String,
    standing: String,
}

impl Delays {
    /// `None` if no task of these agencies is overdue or was done late. They keep their order.
    pub(super) fn of(ctx: &PageContext<'_>, agencies: &[AgencyIx]) -> Option<Self> {
        let late: Vec<(AgencyIx, Vec<(u32, TaskIx)>)> = (agencies.iter())
            .map(|agency| (*agency, late(ctx, *agency)))
            .filter(|(_, tasks)| !tasks.is_empty())
            .collect();
        let most = late.iter().flat_map(|(_, tasks)| tasks).map(|(days, _)| *days).max()?;
        let serious = ctx.model.settings.thresholds.seriously_late_days;
        let step = STEPS.into_iter().find(|step| most / step < MAX_STEPS).unwrap_or(most);
        let end = most.max(1).next_multiple_of(step);
        let tick = |days: u32| Tick {
            x: x(days, end),
            label: if days == end { ctx.count("days-short", days) } else { ctx.number(days) },
        };
        let row = |agency: AgencyIx, (days, task): &(u32, TaskIx)| Row {
            agency: Link::agency(ctx, agency),
            task: Link::task(ctx, *task),
            days: ctx.number(*days),
            standing: ctx.standing_alone(ctx.assessment[*task].standing),
        };
        // The table begins with what is late longest.
        let mut all: Vec<(AgencyIx, (u32, TaskIx))> = (late.iter())
            .flat_map(|(agency, tasks)| tasks.iter().map(|task| (*agency, *task)))
            .collect();
        all.sort_by_key(|(agency, (days, task))| (std::cmp::Reverse(*days), *task, *agency));
        Some(Delays {
            sentence: sentence(ctx, &late, most),
            data: Link::data(ctx, Table::Tasks),
            caption: ctx.text("delays-table"),
            serious: (serious < end).then(|| tick(serious)),
            legend: {
                let days = ctx.count("days-short", serious);
                ctx.say("delays-serious", &[("days", (&days).into())])
            },
            ticks: (0..=end / step).map(|n| tick(n * step)).collect(),
            lines: (late.iter().take(MAX_LINES))
                .map(|(agency, tasks)| Line {
                    name: ctx.agency_name(*agency).to_owned(),
                    marks: marks(ctx, tasks, end),
                })
                .collect(),
            rows: all.iter().take(MAX_ROWS).map(|(agency, task)| row(*agency, task)).collect(),
            more: (late.len() > MAX_LINES || all.len() > MAX_ROWS).then(|| {
                let lines = late.len().min(MAX_LINES);
                let args = [
                    ("lines", lines.into()),
                    ("agencies", late.len().into()),
                    ("rows", all.len().min(MAX_ROWS).into()),
                    ("n", all.len().into()),
                ];
                ctx.say("delays-more", &args)
            }),
        })
    }
}

/// The tasks of an agency that are overdue or were done late, by days.
fn late(ctx: &PageContext<'_>, agency: AgencyIx) -> Vec<(u32, TaskIx)> {
    let days = |ix: &TaskIx| {
        let assessed = &ctx.assessment[*ix];
        let late = matches!(assessed.standing, Standing::Overdue | Standing::DoneLate);
        assessed.days.filter(|_| late).map(|days| (days, *ix))
    };
    let mut tasks: Vec<(u32, TaskIx)> =
        ctx.assessment[agency].tasks.iter().filter_map(days).collect();
    tasks.sort();
    tasks
}

fn marks(ctx: &PageContext<'_>, tasks: &[(u32, TaskIx)], end: u32) -> Vec<Mark> {
    // Marks that would cover each other are one.
    let bucket = |days: u32| days * MARKS / end;
    let groups: Vec<&[(u32, TaskIx)]> = tasks.chunk_by(|a, b| bucket(a.0) == bucket(b.0)).collect();
    let worst = |tasks: &[(u32, TaskIx)]| {
        let standings = tasks.iter().map(|(_, task)| ctx.assessment[*task].standing);
        standings.max_by_key(|standing| *standing == Standing::Overdue)
    };
    let mark = |(n, tasks): (usize, &&[(u32, TaskIx)])| {
        let here = x(tasks.first()?.0, end);
        let next = groups.get(n + 1).map_or(10_000 + LABEL_PITCH, |next| x(next[0].0, end).0);
        let numbers: Vec<&str> = tasks.iter().map(|(_, t)| ctx.model[*t].number.as_str()).collect();
        let room = (next - here.0) / LABEL_PITCH;
        Some(Mark {
            class: class(worst(tasks)?),
            x: here,
            numbers: (numbers.len() as u64 <= room).then(|| numbers.join(", ")),
        })
    };
    groups.iter().enumerate().filter_map(mark).collect()
}

fn x(days: u32, end: u32) -> Hundredths {
    Hundredths::share(days.into(), end.into(), 100)
}

fn sentence(ctx: &PageContext<'_>, late: &[(AgencyIx, Vec<(u32, TaskIx)>)], most: u32) -> String {
    let longest = late.iter().filter(|(_, tasks)| tasks.iter().any(|(days, _)| *days == most));
    let names: Vec<&str> = longest.map(|(agency, _)| ctx.agency_name(*agency)).collect();
    let (names, days) = (names.join(", "), ctx.count("days-short", most));
    let args =
        [("agencies", late.len().into()), ("days", (&days).into()), ("names", (&names).into())];
    ctx.say("delays-sentence", &args)
}
