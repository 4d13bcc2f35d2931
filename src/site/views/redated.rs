//! How far deadlines were moved: the tasks whose deadline in force differs from the first, with the
//! documents that moved it.

use chrono::NaiveDate;
use serde::Serialize;

use super::components::Link;
use super::picture::Hundredths;
use crate::assess::ledger;
use crate::model::{Task, TaskIx};
use crate::site::context::PageContext;
use crate::site::data::table::Table;

/// Maximum number of tasks. Those moved furthest are shown.
const MAX_TASKS: usize = 30;

#[derive(Serialize)]
pub(super) struct Redated {
    sentence: String,
    rows: Vec<Row>,
    more: Option<String>,
    data: Link,
}

#[derive(Serialize)]
struct Row {
    task: Link,
    first: String,
    now: String,
    days: String,
    times: String,
    documents: Vec<Link>,
    /// The stretch between the two deadlines on the axis of all rows.
    x: Hundredths,
    width: Hundredths,
    /// Whether the deadline was moved forward in time.
    later: bool,
}

/// A task with its first deadline and the one in force, both by day.
struct Move {
    task: TaskIx,
    first: NaiveDate,
    now: NaiveDate,
}

impl Redated {
    /// How many deadlines were moved, and the one that was moved furthest.
    pub(super) fn sentence(self) -> String {
        self.sentence
    }

    /// `None` if no deadline by day was moved. Restricted tasks are left out, because only their
    /// deadline in force is public.
    pub(super) fn of(ctx: &PageContext<'_>) -> Option<Self> {
        let as_of = ctx.as_of();
        let moved = |(ix, task): (TaskIx, &Task)| {
            let decided = ledger::decided(task, as_of).last().filter(|_| !task.restricted)?;
            let first = task.due.as_ref()?.last_good_day(as_of)?;
            let now = decided.due.last_good_day(as_of)?;
            (first != now).then_some(Move { task: ix, first, now })
        };
        let mut moves: Vec<Move> = ctx.model.tasks().filter_map(moved).collect();
        let length = |m: &Move| (m.now - m.first).num_days();
        moves.sort_by_key(|m| (std::cmp::Reverse(length(m)), m.task));
        let from = moves.iter().map(|m| m.first.min(m.now)).min()?;
        let to = moves.iter().map(|m| m.first.max(m.now)).max()?;
        let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days().unsigned_abs();
        let x = |day: NaiveDate| Hundredths::share(days(from, day), days(from, to), 100);
        let row = |m: &Move| {
            let task = &ctx.model[m.task];
            let decided = ledger::decided(task, as_of);
            let (begin, end) = (x(m.first.min(m.now)), x(m.first.max(m.now)));
            let key = if m.now > m.first { "redated-later" } else { "redated-earlier" };
            Row {
                task: Link::task(ctx, m.task),
                first: ctx.short(m.first),
                now: ctx.short(m.now),
                days: ctx.count(key, days(m.first, m.now)),
                times: ctx.number(decided.len() as u64),
                documents: (decided.iter().filter_map(|extension| extension.document))
                    .map(|document| Link { aside: None, ..Link::document(ctx, document) })
                    .collect(),
                x: begin,
                width: Hundredths(end.0 - begin.0),
                later: m.now > m.first,
            }
        };
        let later = moves.iter().filter(|m| m.now > m.first).count();
        let longest = moves.first().map_or(0, |m| length(m).max(0).unsigned_abs());
        let args = [("n", moves.len().into()), ("later", later.into()), ("days", longest.into())];
        let rest = moves.len().saturating_sub(MAX_TASKS);
        Some(Redated {
            sentence: ctx.say("redated-sentence", &args),
            rows: moves.iter().take(MAX_TASKS).map(row).collect(),
            data: Link::data(ctx, Table::Updates),
            more: (rest > 0).then(|| ctx.count("redated-more", rest as u64)),
        })
    }
}
