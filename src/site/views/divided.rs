//! The parts, periodic reports, targets and handovers of a task, for its page.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use super::components::{Capped, Link, Pager, Tag, TaskRow, leads, page_of};
use crate::assess::targets::known;
use crate::assess::{AssessedPart, PartStanding, Reach};
use crate::model::{TaskIx, TaskTarget};
use crate::site::context::PageContext;
use crate::site::data::table::{Form, Table};
use crate::site::index::PARTS_PER_PAGE;
use crate::site::route::Route;

/// Maximum number of values of a target on a page. The latest are shown.
const MAX_VALUES: usize = 40;

/// What a task page shows of parts and targets. `None` if the task has none.
#[derive(Serialize)]
pub(super) struct Divided {
    title: String,
    column: String,
    rows: Vec<PartRow>,
    /// Links to further rows.
    pager: Option<Pager>,
    targets: Vec<Goal>,
    handovers: Vec<String>,
}

/// A part in a table.
#[derive(Serialize)]
pub(super) struct PartRow {
    name: String,
    due: String,
    completed: String,
    tag: Tag,
    evidence: Vec<Link>,
}

/// A target: its levels as sentences, its values as a table, and a line from three values on.
#[derive(Serialize)]
struct Goal {
    levels: Vec<Reached>,
    caption: String,
    values: Vec<Measured>,
    /// A link to the earlier values, if there are more.
    more: Option<Link>,
    line: Option<Line>,
}

#[derive(Serialize)]
struct Reached {
    tag: Tag,
    sentence: String,
}

#[derive(Serialize)]
struct Measured {
    date: String,
    value: String,
    source: Option<Link>,
    note: String,
}

/// A line of values in a box of 300 × 80, with the level that must be reached.
#[derive(Serialize)]
struct Line {
    title: String,
    points: String,
    level: Option<String>,
}

/// Returns what the page of a public task shows. `None` if it has nothing of the kind.
pub(super) fn of(ctx: &PageContext<'_>, ix: TaskIx) -> Option<Divided> {
    let (task, assessed) = (&ctx.model[ix], &ctx.assessment[ix]);
    let has_any = task.is_divided() || !task.targets.is_empty() || !assessed.handed_over.is_empty();
    if task.restricted || !has_any {
        return None;
    }
    let is_periodic = task.reports.is_some();
    let text = |parts: &str, periods: &str| ctx.text(if is_periodic { periods } else { parts });
    let goal = |(n, target): (usize, &TaskTarget)| goal(ctx, ix, n, target);
    Some(Divided {
        title: text("parts-title", "periods-title"),
        column: text("column-part", "column-period"),
        rows: page_rows(ctx, ix, 1),
        pager: pager(ctx, ix, 1),
        targets: task.targets.iter().enumerate().map(goal).collect(),
        handovers: assessed.handed_over.iter().map(|n| ctx.handover(ctx.model, task, *n)).collect(),
    })
}

/// The parts on a page, as rows; periods newest first.
pub(super) fn page_rows(ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> Vec<PartRow> {
    let list = &ctx.assessment[ix].parts.list;
    let mut all: Vec<usize> = (0..list.len()).collect();
    if ctx.model[ix].reports.is_some() {
        all.reverse();
    }
    page_of(&all, page, PARTS_PER_PAGE).iter().map(|n| row(ctx, ix, &list[*n])).collect()
}

/// The links between the pages of the parts. The first page is the task's own page.
pub(super) fn pager(ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> Option<Pager> {
    let route = |page| if page == 1 { Route::Task(ix) } else { Route::PartList(ix, page) };
    Pager::of(ctx, page, ctx.index.part_pages(ix), route)
}

/// A part as a row of a table.
fn row(ctx: &PageContext<'_>, ix: TaskIx, part: &AssessedPart) -> PartRow {
    let task = &ctx.model[ix];
    let done = part.completion.filter(|_| part.standing.is_done());
    let evidence = part.completion.iter().flat_map(|completion| {
        part.entries
            .iter()
            .filter(|n| **n >= completion.entry)
            .flat_map(|n| &task.updates[*n].evidence)
    });
    let mut documents: Vec<_> = evidence.copied().collect();
    documents.dedup();
    PartRow {
        name: ctx.part_name(ctx.model, task, part),
        due: part
            .deadline
            .as_ref()
            .map_or_else(|| "–".to_owned(), |due| ctx.deadline(due, ctx.as_of())),
        completed: done.map_or_else(|| "–".to_owned(), |done| ctx.short(done.on)),
        tag: Tag { class: class(part.standing), label: ctx.part_label(part) },
        evidence: documents.into_iter().map(|document| Link::document(ctx, document)).collect(),
    }
}

/// The part at an index of a task's assessed parts, as a row that is one link to its task.
pub(super) fn piece(ctx: &PageContext<'_>, (ix, n): (TaskIx, usize)) -> TaskRow {
    let task = &ctx.model[ix];
    let part = &ctx.assessment[ix].parts.list[n];
    let due = part.deadline.as_ref().map(|due| ctx.deadline(due, ctx.as_of()));
    let owed = (part.period.is_some() && part.is_overdue())
        .then(|| ctx.assessment[ix].parts.counts.overdue)
        .filter(|owed| *owed > 1);
    TaskRow {
        href: ctx.to_task(ix),
        number: task.number.clone(),
        title: format!("{} – {}", ctx.part_name(ctx.model, task, part), task.title),
        tag: Tag { class: class(part.standing), label: ctx.part_label(part) },
        causes: owed.map(|owed| ctx.count("parts-owed", owed)).into_iter().collect(),
        lead: match part.agency {
            Some(agency) => ctx.agency_name(agency).to_owned(),
            None => leads(ctx, ix),
        },
        due: due.map(|due| ctx.say("row-due", &[("due", (&due).into())])),
        aside: None,
    }
}

/// Parts as rows, the late ones first and those that count no more last.
pub(super) fn pieces(
    ctx: &PageContext<'_>,
    mut pieces: Vec<(TaskIx, usize)>,
    limit: usize,
) -> Capped<TaskRow> {
    pieces.sort_by_key(|(ix, n)| {
        let part = &ctx.assessment[*ix].parts.list[*n];
        let days = part.days.filter(|_| part.is_overdue());
        let rank = match part.standing {
            PartStanding::Overdue => 0,
            PartStanding::Cancelled => 3,
            standing if standing.is_done() => 2,
            _ => 1,
        };
        (rank, Reverse(days), part.last_good_day.unwrap_or(NaiveDate::MAX), *ix, *n)
    });
    Capped::of(ctx, &pieces, limit, Route::Deadlines(1), |of| piece(ctx, *of))
}

/// The overdue parts of public tasks, and of each task that owes periodic reports the first of them.
pub(super) fn overdue(
    ctx: &PageContext<'_>,
    tasks: impl Iterator<Item = TaskIx>,
) -> Vec<(TaskIx, usize)> {
    let of_task = |ix: TaskIx| {
        let parts = ctx.assessment[ix].parts.list.iter().enumerate();
        let owed = parts.filter(|(_, part)| part.is_overdue()).map(move |(n, _)| (ix, n));
        owed.take(if ctx.model[ix].reports.is_some() { 1 } else { usize::MAX })
    };
    tasks.filter(|ix| !ctx.model[*ix].restricted).flat_map(of_task).collect()
}

fn class(standing: PartStanding) -> &'static str {
    match standing {
        PartStanding::DoneOnTime | PartStanding::Done => "done",
        PartStanding::DoneLate => "done-late",
        PartStanding::AwaitingEvidence => "waiting",
        PartStanding::Blocked => "blocked",
        PartStanding::Open => "going",
        PartStanding::Overdue => "overdue",
        PartStanding::Cancelled => "stopped",
    }
}

fn goal(ctx: &PageContext<'_>, ix: TaskIx, n: usize, target: &TaskTarget) -> Goal {
    let unit = target.unit.as_deref();
    let levels = target.levels.iter().zip(&ctx.assessment[ix].levels[n]);
    let values = known(target, ctx.as_of());
    let levels = levels.map(|(level, standing)| {
        let bound = ctx.bound(&level.bound, unit);
        let mut args = vec![("title", (&target.title).into()), ("bound", (&bound).into())];
        let due = level.due.as_ref().map(|due| ctx.deadline(due, ctx.as_of()));
        let key = if due.is_some() { "target-level-due" } else { "target-level" };
        if let Some(due) = &due {
            args.push(("due", due.into()));
        }
        Reached {
            tag: Tag {
                class: match standing.reach {
                    Reach::Reached => "done",
                    Reach::ReachedLate => "done-late",
                    Reach::Missed => "overdue",
                    Reach::Short => "going",
                    Reach::NoValue => "silent",
                },
                label: ctx.reach(standing),
            },
            sentence: ctx.say(key, &args),
        }
    });
    let earlier = values.len().saturating_sub(MAX_VALUES);
    let measured = values.iter().map(|value| Measured {
        date: ctx.short(value.date),
        value: ctx.measured(value, unit),
        source: value.source.map(|document| Link::document(ctx, document)),
        note: value.note.clone().unwrap_or_default(),
    });
    Goal {
        levels: levels.collect(),
        caption: ctx.say("target-values-caption", &[("title", (&target.title).into())]),
        values: measured.skip(earlier).collect(),
        more: (earlier > 0).then(|| {
            let text = ctx.count("target-values-more", earlier as u64);
            Link::new(ctx.to(Route::DataTable(Table::Values, Form::Csv)), text)
        }),
        line: line(ctx, target),
    }
}

/// Draws the values over time. `None` below three values.
fn line(ctx: &PageContext<'_>, target: &TaskTarget) -> Option<Line> {
    const WIDTH: f64 = 300.0;
    const HEIGHT: f64 = 80.0;
    let values = known(target, ctx.as_of());
    let (first, last) = (values.first()?, values.last()?);
    if values.len() < 3 || first.date == last.date {
        return None;
    }
    let number = |value: &crate::model::Value| {
        value.of.map_or(value.value, |of| value.value.share(of)).approximate()
    };
    let days =
        |day: NaiveDate| f64::from(i32::try_from((day - first.date).num_days()).unwrap_or(0));
    let bound = target.levels.last()?.bound.limits().next().map(|(_, figure)| figure.approximate());
    let all = || values.iter().map(number).chain(bound);
    let least = all().fold(f64::INFINITY, f64::min);
    let most = all().fold(f64::NEG_INFINITY, f64::max);
    let span = if most > least { most - least } else { 1.0 };
    let y = |value: f64| HEIGHT - (value - least) / span * HEIGHT;
    let point = |value: &crate::model::Value| {
        let x = days(value.date) / days(last.date) * WIDTH;
        format!("{x:.1},{:.1}", y(number(value)))
    };
    Some(Line {
        title: ctx.say("target-line", &[("title", (&target.title).into())]),
        points: values.iter().map(point).collect::<Vec<_>>().join(" "),
        level: bound.map(|bound| format!("{:.1}", y(bound))),
    })
}
