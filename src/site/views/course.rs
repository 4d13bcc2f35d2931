//! The course of a deliverable on one axis of time: its deadlines and how they moved, its entries,
//! and the days on which it was overdue. The lists of deadlines and entries below it are its table.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use super::components::{Link, class};
use super::ledger::state_class;
use super::picture::{Hundredths, Month, months};
use crate::assess::{Standing, done, ledger};
use crate::model::{Kind, TaskIx};
use crate::site::context::PageContext;
use crate::site::data::table::Table;

/// Room that a label needs, in hundredths of a per cent of a small phone's width.
const LABEL_PITCH: u64 = 3_800;
/// Least distance between two marks of entries. Of nearer ones only the last is drawn.
const MARK_PITCH: u64 = 200;
/// Maximum number of months with a label.
const MAX_LABELS: u32 = 5;

#[derive(Serialize)]
pub(super) struct Course {
    sentence: String,
    data: Link,
    /// The days on which the task was overdue.
    overdue: Vec<Span>,
    /// The moves from a deadline to the next.
    moves: Vec<Span>,
    deadlines: Vec<Deadline>,
    entries: Vec<Mark>,
    months: Vec<Tick>,
    now: Label,
}

/// A stretch of the axis.
#[derive(Serialize)]
struct Span {
    x: Hundredths,
    /// The right end in a span of days, the other end in a move.
    to: Hundredths,
    width: Hundredths,
}

#[derive(Serialize)]
struct Deadline {
    x: Hundredths,
    in_force: bool,
    label: Option<Label>,
}

/// A text at a point of the axis.
#[derive(Serialize)]
struct Label {
    x: Hundredths,
    text: String,
    /// Whether the text ends at the point instead of beginning there.
    end: bool,
}

#[derive(Serialize)]
struct Mark {
    class: &'static str,
    x: Hundredths,
    percent: Option<String>,
}

#[derive(Serialize)]
struct Tick {
    x: Hundredths,
    label: Option<String>,
}

/// The days that are drawn.
#[derive(Clone, Copy)]
struct Axis {
    from: NaiveDate,
    days: u64,
}

impl Axis {
    fn of(days: &[NaiveDate]) -> Option<Self> {
        let (first, last) = (*days.iter().min()?, *days.iter().max()?);
        let margin = Days::new(between(first, last) / 25 + 2);
        let from = first.checked_sub_days(margin)?;
        let to = last.checked_add_days(margin)?;
        Some(Axis { from, days: between(from, to) + 1 })
    }

    fn x(self, day: NaiveDate) -> Hundredths {
        Hundredths::share(between(self.from, day).min(self.days), self.days, 100)
    }

    fn last(self) -> NaiveDate {
        self.from.checked_add_days(Days::new(self.days - 1)).unwrap_or(self.from)
    }
}

impl Course {
    /// `None` if the task is no deliverable, has no deadline by day, or has neither entries nor
    /// moved deadlines nor overdue days. The caller asks only about tasks whose ledger is public.
    pub(super) fn of(ctx: &PageContext<'_>, ix: TaskIx) -> Option<Self> {
        let (task, as_of) = (&ctx.model[ix], ctx.as_of());
        if task.kind != Kind::Deliverable {
            return None;
        }
        let entries = ledger::known(task, as_of);
        let deadlines: Vec<NaiveDate> = (task.due.iter())
            .chain(ledger::decided(task, as_of).iter().map(|extension| &extension.due))
            .filter_map(|due| due.last_good_day(as_of))
            .collect();
        let (first, last) = (*deadlines.first()?, *deadlines.last()?);
        let required = ctx.model.settings.thresholds.evidence_required;
        let overdue = done::overdue_spans(task, as_of.succ_opt()?, required);
        if entries.is_empty() && deadlines.len() < 2 && overdue.is_empty() {
            return None;
        }
        let shown: Vec<NaiveDate> = (entries.iter().map(|entry| entry.date))
            .chain(deadlines.iter().copied())
            .chain(overdue.iter().map(|(from, _)| *from))
            .chain([as_of])
            .collect();
        let axis = Axis::of(&shown)?;
        let label = |day: NaiveDate, key: &str| {
            let (x, date) = (axis.x(day), ctx.short(day));
            Label { x, text: ctx.say(key, &[("date", (&date).into())]), end: x.0 > 5_000 }
        };
        let far = axis.x(first).0.abs_diff(axis.x(last).0) >= LABEL_PITCH;
        let days: i64 = overdue.iter().map(|(from, until)| (*until - *from).num_days()).sum();
        Some(Course {
            data: Link::data(ctx, Table::Updates),
            sentence: sentence(ctx, &deadlines, entries.len(), days.unsigned_abs()),
            overdue: overdue.iter().map(|(from, until)| span(axis, *from, *until)).collect(),
            moves: deadlines.windows(2).map(|pair| span(axis, pair[0], pair[1])).collect(),
            deadlines: (deadlines.iter().enumerate())
                .map(|(n, day)| Deadline {
                    x: axis.x(*day),
                    in_force: n + 1 == deadlines.len(),
                    label: match n {
                        _ if n + 1 == deadlines.len() && n == 0 => Some(label(*day, "course-only")),
                        _ if n + 1 == deadlines.len() => Some(label(*day, "course-in-force")),
                        0 if far => Some(label(*day, "course-first")),
                        _ => None,
                    },
                })
                .collect(),
            entries: marks(ctx, axis, ix),
            months: (months(axis.from, axis.last(), MAX_LABELS).into_iter())
                .map(|month| tick(ctx, axis, month))
                .collect(),
            now: now(ctx, ix, label(as_of, "course-now")),
        })
    }
}

/// The label of the as-of date, with the days overdue.
fn now(ctx: &PageContext<'_>, ix: TaskIx, label: Label) -> Label {
    let assessed = &ctx.assessment[ix];
    if assessed.standing != Standing::Overdue {
        return label;
    }
    let late = ctx.standing(assessed).to_lowercase();
    Label { text: format!("{}, {late}", label.text), ..label }
}

fn span(axis: Axis, from: NaiveDate, to: NaiveDate) -> Span {
    let (x, to) = (axis.x(from), axis.x(to));
    Span { x, to, width: Hundredths(to.0.saturating_sub(x.0)) }
}

/// The entries by the state that each reports. The percentage of the last one that names one is
/// shown beside its mark.
fn marks(ctx: &PageContext<'_>, axis: Axis, ix: TaskIx) -> Vec<Mark> {
    let entries = ledger::known(&ctx.model[ix], ctx.as_of());
    let last_percent = entries.iter().rposition(|entry| entry.percent.is_some());
    let mut marks: Vec<Mark> = Vec::new();
    for (n, entry) in entries.iter().enumerate() {
        let x = axis.x(entry.date);
        if marks.last().is_some_and(|mark| x.0 - mark.x.0 < MARK_PITCH) {
            marks.pop();
        }
        let percent = entry.percent.filter(|_| Some(n) == last_percent && x.0 < 9_000);
        marks.push(Mark {
            class: entry.state.map_or(class(Standing::InProgress), state_class),
            x,
            percent: percent.map(|percent| format!("{percent} %")),
        });
    }
    marks
}

fn tick(ctx: &PageContext<'_>, axis: Axis, month: Month) -> Tick {
    let x = axis.x(month.first);
    let label = (month.named && x.0 <= 8_700).then(|| {
        let (number, year) = (month.first.month().to_string(), month.first.year().to_string());
        ctx.say("timeline-month", &[("month", (&number).into()), ("year", (&year).into())])
    });
    Tick { x, label }
}

fn sentence(
    ctx: &PageContext<'_>,
    deadlines: &[NaiveDate],
    entries: usize,
    overdue: u64,
) -> String {
    let mut said = Vec::new();
    if let [first, .., last] = deadlines {
        let (from, to) = (ctx.short(*first), ctx.short(*last));
        let key = if last >= first { "course-moved" } else { "course-moved-back" };
        let args = [
            ("n", (deadlines.len() - 1).into()),
            ("from", (&from).into()),
            ("to", (&to).into()),
            ("days", (*last - *first).num_days().unsigned_abs().into()),
        ];
        said.push(ctx.say(key, &args));
    } else if let [only] = deadlines {
        said.push(ctx.say("course-never-moved", &[("date", (&ctx.short(*only)).into())]));
    }
    said.push(ctx.count("course-entries", entries as u64));
    if overdue > 0 {
        said.push(ctx.count("course-overdue", overdue));
    }
    format!("{}.", said.join("; "))
}

fn between(from: NaiveDate, to: NaiveDate) -> u64 {
    u64::try_from((to - from).num_days()).unwrap_or(0)
}
