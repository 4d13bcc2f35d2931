//! Progress over time: the number of tasks by standing at each reporting date, as stacked columns
//! with a sentence and a table.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::figures::{PARTS, part_count};
use super::picture::{Column, GridLine, columns, grid};
use crate::site::context::PageContext;
use crate::site::history::Point;

#[derive(Serialize)]
pub(super) struct Series {
    /// A sentence that describes the picture.
    sentence: String,
    height: u64,
    /// Distance of the dates from the top in pixels.
    foot: u64,
    grid: Vec<GridLine>,
    columns: Vec<Column>,
    labels: Vec<String>,
    legend: Vec<Key>,
    dates: Vec<String>,
    rows: Vec<Row>,
}

/// The meaning of a fill.
#[derive(Serialize)]
pub(super) struct Key {
    pub(super) fill: &'static str,
    pub(super) label: String,
}

/// A row of the table, with a cell for each date.
#[derive(Serialize)]
struct Row {
    label: String,
    cells: Vec<String>,
}

impl Series {
    /// `None` if there is nothing to draw, or only one date.
    pub(super) fn of(ctx: &PageContext<'_>, height: u64) -> Option<Self> {
        let points = &ctx.index.history.points;
        let counts: Vec<Vec<(&'static str, u32)>> = points
            .iter()
            .map(|point| PARTS.map(|(fill, of)| (fill, part_count(&point.tally, of))).to_vec())
            .collect();
        let whole = |parts: &Vec<(&'static str, u32)>| parts.iter().map(|(_, n)| n).sum::<u32>();
        let most = counts.iter().map(whole).max()?;
        let (first, last) = (points.first()?, points.last()?);
        if most == 0 || points.len() < 2 {
            return None;
        }
        let supplemented = &ctx.index.history.supplemented;
        let mark = |point: &Point, date: String| match supplemented.contains(&point.date) {
            true => format!("{date}*"),
            false => date,
        };
        let used = |fill: &str| counts.iter().flatten().any(|(f, n)| *f == fill && *n > 0);
        Some(Series {
            sentence: sentence(ctx, first, last, points.len()),
            height,
            foot: height + 16,
            grid: grid(most, height),
            columns: columns(&counts, most, height, 28),
            labels: points.iter().map(|point| mark(point, day_and_month(point.date))).collect(),
            legend: PARTS
                .iter()
                .filter(|(fill, _)| used(fill))
                .map(|(fill, _)| Key { fill, label: ctx.text(&format!("part-{fill}")) })
                .collect(),
            dates: points.iter().map(|point| mark(point, ctx.short(point.date))).collect(),
            rows: rows(ctx, points),
        })
    }
}

fn sentence(ctx: &PageContext<'_>, first: &Point, last: &Point, dates: usize) -> String {
    let late = |point: &Point| point.tally.overdue();
    let done = |point: &Point| part_count(&point.tally, PARTS[0].1);
    let (from, to) = (ctx.short(first.date), ctx.short(last.date));
    let course = |then: u32, now: u32| {
        let key = if then == now { "course-same" } else { "course-changed" };
        ctx.say(key, &[("then", then.into()), ("now", now.into())])
    };
    let (done, late) = (course(done(first), done(last)), course(late(first), late(last)));
    let args = [
        ("dates", dates.into()),
        ("from", (&from).into()),
        ("to", (&to).into()),
        ("done", (&done).into()),
        ("late", (&late).into()),
    ];
    ctx.say("series-sentence", &args)
}

/// The five parts, then the tasks that no column shows, then the sum.
fn rows(ctx: &PageContext<'_>, points: &[Point]) -> Vec<Row> {
    let row = |label: String, count: &dyn Fn(&Point) -> u32| Row {
        label,
        cells: points.iter().map(|point| ctx.number(count(point))).collect(),
    };
    let duties = |point: &Point| point.tally.standing(crate::assess::Standing::Duty);
    let mut rows: Vec<Row> = PARTS
        .iter()
        .map(|(fill, of)| {
            row(ctx.text(&format!("part-{fill}")), &|point| part_count(&point.tally, of))
        })
        .collect();
    if points.iter().any(|point| duties(point) > 0) {
        rows.push(row(ctx.text("standing-duty"), &duties));
    }
    if points.iter().any(|point| point.tally.stopped() > 0) {
        rows.push(row(ctx.text("part-stopped"), &|point| point.tally.stopped()));
    }
    rows.push(row(ctx.text("column-total"), &|point| point.tally.total()));
    rows
}

/// Formats a date as "31/7". The year is in the sentence and the table.
fn day_and_month(date: NaiveDate) -> String {
    format!("{}/{}", date.day(), date.month())
}
