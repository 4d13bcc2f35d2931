//! Progress over time: the number of tasks of a kind by standing at each reporting date, as stacked
//! columns on an axis of time, with a sentence and a table.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::figures::{KINDS, Part, bar_label, part_count, parts};
use super::picture::{Column, GridLine, Hundredths, Slot, columns, grid};
use crate::assess::{Fraction, Standing, Tally};
use crate::model::{Kind, PriorityIx};
use crate::site::context::PageContext;
use crate::site::history::History;

/// Least distance between the middles of two labels, in hundredths of a per cent. On a small phone,
/// this is the width of a date.
const LABEL_PITCH: u64 = 1_000;
/// Height of a small series in pixels.
const SPARK_HEIGHT: u64 = 24;

#[derive(Serialize)]
pub(super) struct Series {
    /// The kind of the tasks and their number at the latest date.
    title: String,
    /// A sentence that describes the picture.
    sentence: String,
    height: u64,
    /// Distance of the dates from the top in pixels.
    foot: u64,
    grid: Vec<GridLine>,
    columns: Vec<Column>,
    labels: Vec<Label>,
    legend: Vec<Key>,
    dates: Vec<String>,
    rows: Vec<Row>,
}

/// A date below its column.
#[derive(Serialize)]
struct Label {
    /// Middle in per cent.
    x: Hundredths,
    text: String,
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

/// The figures of a group on a date.
type Point<'t> = (NaiveDate, &'t Tally);

impl Series {
    /// The whole directive: a series for each kind of task that there is.
    pub(super) fn all(ctx: &PageContext<'_>, height: u64) -> Vec<Self> {
        let points = &ctx.index.history.points;
        let points: Vec<Point<'_>> = points.iter().map(|p| (p.date, &p.tally)).collect();
        KINDS.into_iter().filter_map(|kind| Series::of(ctx, kind, &points, height)).collect()
    }

    /// `None` if there is nothing to draw, or only one date.
    fn of(ctx: &PageContext<'_>, kind: Kind, points: &[Point<'_>], height: u64) -> Option<Self> {
        let (first, last) = (points.first()?, points.last()?);
        let days: Vec<u64> = points.iter().map(|(date, _)| day_number(*date)).collect();
        let slots = Slot::in_time(&days);
        let shown = || points.iter().zip(&slots).filter_map(|(p, slot)| Some((p, (*slot)?)));
        let count = |tally: &Tally, part: &Part| (part.0, part_count(tally, kind, *part));
        let counts: Vec<Vec<(&'static str, u32)>> = shown()
            .map(|((_, tally), _)| parts(kind).iter().map(|part| count(tally, part)).collect())
            .collect();
        let most = counts.iter().map(|parts| parts.iter().map(|(_, n)| n).sum()).max()?;
        if most == 0 || points.len() < 2 {
            return None;
        }
        let supplemented = &ctx.index.history.supplemented;
        let mark = |date: NaiveDate, text: String| match supplemented.contains(&date) {
            true => format!("{text}*"),
            false => text,
        };
        let mut labels: Vec<Label> = Vec::new();
        for ((date, _), slot) in shown().collect::<Vec<_>>().into_iter().rev() {
            let x = slot.middle();
            if labels.last().is_none_or(|next| next.x.0 - x.0 >= LABEL_PITCH) {
                labels.push(Label { x, text: mark(*date, day_and_month(*date)) });
            }
        }
        labels.reverse();
        let used = |fill: &str| counts.iter().flatten().any(|(f, n)| *f == fill && *n > 0);
        let in_columns = |(_, tally): &Point<'_>| -> u32 {
            parts(kind).iter().map(|part| part_count(tally, kind, *part)).sum()
        };
        Some(Series {
            title: ctx.count(bar_label(kind), in_columns(last)),
            sentence: sentence(ctx, kind, first, last, points.len()),
            height,
            foot: height + 16,
            grid: grid(most, height),
            columns: columns(&shown().map(|(_, s)| s).collect::<Vec<_>>(), &counts, most, height),
            labels,
            legend: (parts(kind).iter())
                .filter(|(fill, _)| used(fill))
                .map(|(fill, _)| Key { fill, label: ctx.text(&format!("part-{fill}")) })
                .collect(),
            dates: points.iter().map(|(date, _)| mark(*date, ctx.short(*date))).collect(),
            rows: rows(ctx, kind, points),
        })
    }
}

/// A small series of one priority and kind: what of it was done or reported at each date.
#[derive(Serialize)]
pub(super) struct Spark {
    /// The head of the column, for narrow screens.
    label: String,
    /// The first and the last figure. `None` if there is nothing to draw.
    course: Option<String>,
    columns: Vec<Column>,
}

impl Spark {
    /// A cell for deliverables and one for ongoing tasks.
    pub(super) fn of_priority(ctx: &PageContext<'_>, ix: PriorityIx) -> Vec<Self> {
        let History { periods, points, .. } = &ctx.index.history;
        let periods = &periods[periods.len() - points.len()..];
        let points: Vec<Point<'_>> = (periods.iter())
            .filter_map(|period| Some((period.to, &period.priorities.get(ix.0)?.after)))
            .collect();
        KINDS.into_iter().map(|kind| Spark::of(ctx, kind, &points)).collect()
    }

    pub(super) fn is_drawn(&self) -> bool {
        self.course.is_some()
    }

    fn of(ctx: &PageContext<'_>, kind: Kind, points: &[Point<'_>]) -> Self {
        let ratio = |tally: &Tally| match kind {
            Kind::Deliverable => tally.completion,
            Kind::Ongoing | Kind::Duty => tally.reporting,
        };
        let label = match kind {
            Kind::Deliverable => "column-done",
            Kind::Ongoing | Kind::Duty => "column-reported",
        };
        let days: Vec<u64> = points.iter().map(|(date, _)| day_number(*date)).collect();
        let shown: Vec<(&Tally, Slot)> = (points.iter().zip(Slot::in_time(&days)))
            .filter_map(|((_, tally), slot)| Some((*tally, slot?)))
            .collect();
        let slots: Vec<Slot> = shown.iter().map(|(_, slot)| *slot).collect();
        let fill = parts(kind).first().map_or("", |(fill, _)| *fill);
        let counts: Vec<Vec<(&'static str, u32)>> = (shown.iter())
            .map(|(tally, _)| {
                let Fraction { part, whole } = ratio(tally);
                vec![(fill, part), ("rest", whole - part)]
            })
            .collect();
        let most = shown.iter().map(|(tally, _)| ratio(tally).whole).max().unwrap_or(0);
        let ends = points.first().zip(points.last()).filter(|_| most > 0 && points.len() > 1);
        Spark {
            label: ctx.text(label),
            course: ends.map(|((_, first), (_, last))| {
                let figure = |tally: &Tally| match ratio(tally) {
                    Fraction { whole: 0, .. } => "–".to_owned(),
                    fraction => ctx.fraction(fraction),
                };
                format!("{} → {}", figure(first), figure(last))
            }),
            columns: columns(&slots, &counts, most, SPARK_HEIGHT),
        }
    }
}

/// The number of dates, the course of what was done or reported, of what is overdue or missing, and
/// of the part that changed most if it is another one.
fn sentence(
    ctx: &PageContext<'_>,
    kind: Kind,
    (from, then): &Point<'_>,
    (to, now): &Point<'_>,
    dates: usize,
) -> String {
    let course = |part: &Part| {
        let (then, now) = (part_count(then, kind, *part), part_count(now, kind, *part));
        let part = ctx.text(&format!("part-{}", part.0)).to_lowercase();
        let key = if then == now { "course-same" } else { "course-changed" };
        ctx.say(key, &[("part", (&part).into()), ("then", then.into()), ("now", now.into())])
    };
    let parts = parts(kind);
    let ends = [parts.first(), parts.last()];
    let moved =
        |part: &&Part| part_count(then, kind, **part).abs_diff(part_count(now, kind, **part));
    // Of equal movements the first in the bar is named.
    let most = parts.iter().rev().max_by_key(moved).filter(|part| moved(part) > 0);
    let others = most.filter(|part| !ends.contains(&Some(part)));
    let said: Vec<String> = ends.into_iter().chain([others]).flatten().map(course).collect();
    let said = said.join(", ");
    let (from, to) = (ctx.short(*from), ctx.short(*to));
    let args = [
        ("dates", dates.into()),
        ("from", (&from).into()),
        ("to", (&to).into()),
        ("courses", (&said).into()),
    ];
    ctx.say("series-sentence", &args)
}

/// The parts, then the tasks that no column shows, then the sum.
fn rows(ctx: &PageContext<'_>, kind: Kind, points: &[Point<'_>]) -> Vec<Row> {
    let row = |label: String, count: &dyn Fn(&Tally) -> u32| Row {
        label,
        cells: points.iter().map(|(_, tally)| ctx.number(count(tally))).collect(),
    };
    let stopped = |tally: &Tally| {
        tally.count(kind, Standing::Cancelled) + tally.count(kind, Standing::Superseded)
    };
    let mut rows: Vec<Row> = parts(kind)
        .iter()
        .map(|part| {
            let label = ctx.text(&format!("part-{}", part.0));
            row(label, &|tally| part_count(tally, kind, *part))
        })
        .collect();
    if points.iter().any(|(_, tally)| stopped(tally) > 0) {
        rows.push(row(ctx.text("part-stopped"), &stopped));
    }
    rows.push(row(ctx.text("column-total"), &|tally| tally.kind(kind)));
    rows
}

/// Number of days since the first day of the common era.
fn day_number(date: NaiveDate) -> u64 {
    u64::try_from(date.num_days_from_ce()).unwrap_or(0)
}

/// Formats a date as "31/7". The year is in the sentence and the table.
fn day_and_month(date: NaiveDate) -> String {
    format!("{}/{}", date.day(), date.month())
}
