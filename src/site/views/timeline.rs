//! The deadlines of the period on one axis, with a mark for each task, or with columns if there are
//! too many for marks.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use super::components::class;
use super::figures::{part_of, parts};
use super::picture::{Column, Hundredths, Month, Slot, columns, months};
use super::series::Key;
use crate::assess::Standing;
use crate::model::{Kind, TaskIx};
use crate::site::context::PageContext;

/// Number of columns. On a small phone, a column is as wide as a mark.
const COLUMNS: u64 = 26;
/// Maximum number of stacked marks. If any stack is higher, columns are drawn.
const MAX_STACK: usize = 9;
/// Distance between the middles of two marks, in pixels.
const PITCH: u64 = 14;
/// Height of the highest column, in pixels.
const COLUMN_HEIGHT: u64 = 120;
/// Maximum number of months with a label.
const MAX_LABELS: u32 = 6;

#[derive(Serialize)]
pub(super) struct Timeline {
    sentence: String,
    /// Height of the marks or columns, in pixels.
    height: u64,
    foot: u64,
    marks: Vec<Mark>,
    columns: Vec<Column>,
    months: Vec<Tick>,
    now: Option<Now>,
    legend: Vec<Key>,
    outside: Option<String>,
}

/// The mark of a task.
#[derive(Serialize)]
struct Mark {
    class: &'static str,
    x: Hundredths,
    y: u64,
    title: String,
}

/// The beginning of a month.
#[derive(Serialize)]
struct Tick {
    x: Hundredths,
    label: Option<String>,
}

/// The as-of date on the axis.
#[derive(Serialize)]
struct Now {
    x: Hundredths,
    end: bool,
    label: String,
}

/// The days that are drawn, divided into columns of equal length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Axis {
    from: NaiveDate,
    days: u64,
    /// Number of days per column.
    step: u64,
}

impl Axis {
    /// The axis of the directive's period, extended to deadlines just outside it. Without a period,
    /// it extends from the first deadline to the last.
    fn of(from: Option<NaiveDate>, to: Option<NaiveDate>, due: &[NaiveDate]) -> Option<Self> {
        let (first, last) = (*due.first()?, *due.last()?);
        let (start, end) = (from.unwrap_or(first), to.unwrap_or(last));
        let (start, end) = if start <= end { (start, end) } else { (first, last) };
        let grace = Days::new(between(start, end) / 5);
        let near = |day: &&NaiveDate| {
            start.checked_sub_days(grace).is_none_or(|edge| **day >= edge)
                && end.checked_add_days(grace).is_none_or(|edge| **day <= edge)
        };
        let from = due.iter().find(near).map_or(start, |day| start.min(*day));
        let to = due.iter().rfind(near).map_or(end, |day| end.max(*day));
        let days = between(from, to) + 1;
        Some(Axis { from, days, step: days.div_ceil(COLUMNS) })
    }

    fn holds(&self, day: NaiveDate) -> bool {
        day >= self.from && between(self.from, day) < self.days
    }

    fn last(&self) -> NaiveDate {
        self.from.checked_add_days(Days::new(self.days - 1)).unwrap_or(self.from)
    }

    /// Number of columns on the axis.
    fn columns(&self) -> u64 {
        self.days.div_ceil(self.step)
    }

    /// The column of a day on the axis.
    fn column(&self, day: NaiveDate) -> u64 {
        between(self.from, day) / self.step
    }

    /// The position at which a day begins.
    fn x(&self, day: NaiveDate) -> Hundredths {
        Hundredths::share(between(self.from, day), self.columns() * self.step, 100)
    }

    fn middle(&self, column: u64) -> Hundredths {
        Hundredths::share(column * 2 + 1, self.columns() * 2, 100)
    }
}

fn between(from: NaiveDate, to: NaiveDate) -> u64 {
    u64::try_from((to - from).num_days()).unwrap_or(0)
}

impl Timeline {
    /// `None` if no deadline is a calendar day.
    pub(super) fn of(ctx: &PageContext<'_>) -> Option<Self> {
        let due = &ctx.index.due;
        let days: Vec<NaiveDate> = due.iter().map(|(day, _)| *day).collect();
        let period = ctx.model.directive.period;
        let axis = Axis::of(period.from, period.to, &days)?;
        let columns_across = usize::try_from(axis.columns()).unwrap_or(1);
        let mut by_column: Vec<Vec<TaskIx>> = vec![Vec::new(); columns_across];
        for (day, task) in due.iter().filter(|(day, _)| axis.holds(*day)) {
            by_column[usize::try_from(axis.column(*day)).unwrap_or(0)].push(*task);
        }
        let standing = |ix: &TaskIx| ctx.assessment[*ix].standing;
        for column in &mut by_column {
            column.sort_by_key(|ix| (standing(ix), *ix));
        }
        let highest = by_column.iter().map(Vec::len).max().unwrap_or(0);
        let dense = highest > MAX_STACK;
        let height = if dense { COLUMN_HEIGHT } else { highest.max(1) as u64 * PITCH + 4 };
        let shown = by_column.iter().flatten();
        Some(Timeline {
            sentence: sentence(ctx, axis, &by_column),
            height,
            foot: height + 16,
            legend: if dense {
                meanings(ctx, &shown.map(standing).collect::<Vec<_>>())
            } else {
                shapes(ctx, &shown.map(standing).collect::<Vec<_>>())
            },
            marks: if dense { Vec::new() } else { marks(ctx, axis, height, &by_column) },
            columns: if dense { stacked(ctx, highest, &by_column) } else { Vec::new() },
            months: ticks(ctx, axis),
            now: axis.holds(ctx.as_of()).then(|| now(ctx, axis)),
            outside: outside(ctx, axis, &days),
        })
    }
}

fn marks(ctx: &PageContext<'_>, axis: Axis, height: u64, by_column: &[Vec<TaskIx>]) -> Vec<Mark> {
    let column = |(n, tasks): (usize, &Vec<TaskIx>)| -> Vec<Mark> {
        let mark = |(up, ix): (usize, &TaskIx)| Mark {
            class: class(ctx.assessment[*ix].standing),
            x: axis.middle(n as u64),
            y: height - 2 - PITCH / 2 - up as u64 * PITCH,
            title: format!("{}: {}", ctx.model[*ix].number, ctx.standing(&ctx.assessment[*ix])),
        };
        tasks.iter().enumerate().map(mark).collect()
    };
    by_column.iter().enumerate().flat_map(column).collect()
}

fn stacked(ctx: &PageContext<'_>, highest: usize, by_column: &[Vec<TaskIx>]) -> Vec<Column> {
    let fill = |ix: &TaskIx| part_of(Kind::Deliverable, ctx.assessment[*ix].standing);
    let counts = |tasks: &Vec<TaskIx>| {
        let count = |wanted: &str| {
            let of = tasks.iter().filter(|ix| fill(ix) == wanted);
            u32::try_from(of.count()).unwrap_or(u32::MAX)
        };
        fills().map(|fill| (fill, count(fill))).collect()
    };
    let counts: Vec<_> = by_column.iter().map(counts).collect();
    let most = u32::try_from(highest).unwrap_or(u32::MAX);
    columns(&Slot::evenly(counts.len(), 20), &counts, most, COLUMN_HEIGHT)
}

/// The fills of columns: those of deliverables, and that of stopped tasks.
fn fills() -> impl Iterator<Item = &'static str> {
    parts(Kind::Deliverable).iter().map(|(fill, _)| *fill).chain(["beside"])
}

fn ticks(ctx: &PageContext<'_>, axis: Axis) -> Vec<Tick> {
    let tick = |Month { first: day, named }: Month| {
        let x = axis.x(day);
        // A label at the right edge would be cut off.
        let label = (named && x.0 <= 8_700).then(|| {
            let (month, year) = (day.month().to_string(), day.year().to_string());
            let args = [("month", (&month).into()), ("year", (&year).into())];
            ctx.say("timeline-month", &args)
        });
        Tick { x, label }
    };
    months(axis.from, axis.last(), MAX_LABELS).into_iter().map(tick).collect()
}

fn now(ctx: &PageContext<'_>, axis: Axis) -> Now {
    let x = axis.x(ctx.as_of().succ_opt().unwrap_or(ctx.as_of()));
    let date = ctx.short(ctx.as_of());
    Now { x, end: x.0 > 5_000, label: ctx.say("timeline-now", &[("date", (&date).into())]) }
}

fn shapes(ctx: &PageContext<'_>, standings: &[Standing]) -> Vec<Key> {
    let mut legend: Vec<Key> = Vec::new();
    for standing in Standing::ALL.into_iter().filter(|s| standings.contains(s)) {
        let fill = class(standing);
        let label = ctx.standing_alone(standing);
        match legend.iter_mut().find(|key| key.fill == fill) {
            Some(key) => key.label = format!("{}, {}", key.label, label.to_lowercase()),
            None => legend.push(Key { fill, label }),
        }
    }
    legend
}

fn meanings(ctx: &PageContext<'_>, standings: &[Standing]) -> Vec<Key> {
    let used = |fill: &&str| standings.iter().any(|s| part_of(Kind::Deliverable, *s) == *fill);
    let key = |fill| Key { fill, label: ctx.text(&format!("part-{fill}")) };
    fills().filter(used).map(key).collect()
}

fn sentence(ctx: &PageContext<'_>, axis: Axis, by_column: &[Vec<TaskIx>]) -> String {
    let all = by_column.iter().flatten();
    let standings = all.map(|ix| ctx.assessment[*ix].standing);
    let (mut n, mut done, mut late, mut stopped) = (0u32, 0u32, 0u32, 0u32);
    for standing in standings {
        n += 1;
        done += u32::from(standing.is_done());
        late += u32::from(standing == Standing::Overdue);
        stopped += u32::from(standing.is_stopped());
    }
    let open = n - done - late - stopped;
    let (from, to) = (ctx.short(axis.from), ctx.short(axis.last()));
    let args = [
        ("n", n.into()),
        ("from", (&from).into()),
        ("to", (&to).into()),
        ("done", done.into()),
        ("late", late.into()),
        ("open", open.into()),
        ("stopped", stopped.into()),
    ];
    let days = ctx.count("timeline-step", axis.step);
    format!("{} {days}", ctx.say("timeline-sentence", &args))
}

fn outside(ctx: &PageContext<'_>, axis: Axis, days: &[NaiveDate]) -> Option<String> {
    let before = days.iter().filter(|day| **day < axis.from).count();
    let after = days.iter().filter(|day| **day > axis.last()).count();
    let args = [("before", before.into()), ("after", after.into())];
    (before + after > 0).then(|| ctx.say("timeline-outside", &args))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn axis(from: Option<&str>, to: Option<&str>, due: &[&str]) -> Option<Axis> {
        let due: Vec<NaiveDate> = due.iter().map(|text| day(text)).collect();
        Axis::of(from.map(day), to.map(day), &due)
    }

    #[test]
    fn the_axis_is_the_period_and_what_lies_near_it() {
        for (from, to, due, first, last) in [
            (None, None, vec!["2021-08-01", "2021-09-01"], "2021-08-01", "2021-09-01"),
            (
                Some("2021-07-01"),
                Some("2021-12-31"),
                vec!["2021-08-01"],
                "2021-07-01",
                "2021-12-31",
            ),
            (
                Some("2021-07-01"),
                Some("2021-12-31"),
                vec!["2020-01-01", "2021-06-29", "2022-01-05", "2025-12-31"],
                "2021-06-29",
                "2022-01-05",
            ),
        ] {
            let axis = axis(from, to, &due).unwrap();
            assert_eq!((axis.from, axis.last()), (day(first), day(last)), "{due:?}");
        }
        assert_eq!(axis(Some("2021-07-01"), None, &[]), None);
    }

    #[test]
    fn every_day_has_its_column() {
        for (from, to) in [
            ("2021-07-01", "2021-07-01"),
            ("2021-07-01", "2021-12-31"),
            ("2021-07-22", "2026-12-31"),
            ("2000-01-01", "2100-12-31"),
        ] {
            let axis = axis(Some(from), Some(to), &[from, to]).unwrap();
            assert!(axis.columns() <= COLUMNS);
            for text in [from, to] {
                assert!(axis.column(day(text)) < axis.columns(), "{text}");
                assert!(axis.x(day(text)).0 <= 10_000);
            }
        }
    }
}
