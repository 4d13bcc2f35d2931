//! A matrix of agencies and priorities: the worst standing among the tasks, and how many have it.

use serde::Serialize;

use super::components::{Link, class};
use crate::assess::Standing;
use crate::model::{AgencyIx, PriorityIx, TaskIx};
use crate::site::context::PageContext;

/// Maximum number of priorities in a table. Further priorities are in further tables.
const PRIORITIES_PER_TABLE: usize = 15;
/// Maximum number of priorities in all tables.
const MAX_PRIORITIES: usize = 30;
/// Maximum number of agencies. Those that lead most tasks are shown.
const MAX_AGENCIES: usize = 30;

#[derive(Serialize)]
pub(super) struct Matrix {
    sentence: String,
    parts: Vec<Part>,
    /// A sentence about what was left out.
    cut: Option<String>,
}

/// A table with some of the priorities.
#[derive(Serialize)]
struct Part {
    caption: String,
    heads: Vec<Head>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Head {
    href: String,
    number: String,
    name: String,
}

#[derive(Serialize)]
struct Row {
    agency: Link,
    cells: Vec<Cell>,
}

/// The tasks that an agency leads in a priority. The number is absent if there are none.
#[derive(Serialize)]
struct Cell {
    priority: String,
    /// Number of tasks with the standing that the cell shows.
    number: Option<String>,
    /// Number of all tasks, if that is another number.
    of: Option<String>,
    class: &'static str,
    worst: String,
}

/// The standings, from the one that needs most attention.
const WORST_FIRST: [Standing; 17] = [
    Standing::Overdue,
    Standing::NoReport,
    Standing::Stale,
    Standing::ReportMissing,
    Standing::Blocked,
    Standing::AwaitingEvidence,
    Standing::DueSoon,
    Standing::NotStarted,
    Standing::InProgress,
    Standing::NotYetDue,
    Standing::Reported,
    Standing::DoneLate,
    Standing::Done,
    Standing::DoneOnTime,
    Standing::Duty,
    Standing::Superseded,
    Standing::Cancelled,
];

impl Matrix {
    /// `None` if fewer than two agencies lead a task.
    pub(super) fn of(ctx: &PageContext<'_>, leads: &[AgencyIx]) -> Option<Self> {
        let led = |ix: &AgencyIx| ctx.assessment[*ix].tasks.as_slice();
        let mut agencies = leads.to_vec();
        if agencies.len() > MAX_AGENCIES {
            agencies.sort_by_key(|ix| std::cmp::Reverse(led(ix).len()));
            agencies.truncate(MAX_AGENCIES);
            agencies.retain(|ix| leads.contains(ix));
            agencies.sort_by_key(|ix| leads.iter().position(|other| other == ix));
        }
        let mut priorities: Vec<PriorityIx> =
            agencies.iter().flat_map(led).map(|task| ctx.model[*task].priority).collect();
        priorities.sort_unstable();
        priorities.dedup();
        let all = priorities.len();
        priorities.truncate(MAX_PRIORITIES);
        // The shared pages of a portal count no tasks themselves.
        if agencies.len() < 2 || priorities.is_empty() {
            return None;
        }
        let args = [
            ("agencies", leads.len().saturating_sub(MAX_AGENCIES).into()),
            ("priority_count", (all - priorities.len()).into()),
        ];
        let left_out = leads.len() > MAX_AGENCIES || all > priorities.len();
        Some(Matrix {
            sentence: sentence(ctx, &agencies),
            parts: priorities
                .chunks(PRIORITIES_PER_TABLE)
                .map(|some| Part::of(ctx, &agencies, some))
                .collect(),
            cut: left_out.then(|| ctx.say("matrix-cut", &args)),
        })
    }
}

impl Part {
    fn of(ctx: &PageContext<'_>, agencies: &[AgencyIx], priorities: &[PriorityIx]) -> Self {
        let head = |ix: &PriorityIx| Head {
            href: ctx.to_priority(*ix),
            number: ctx.model[*ix].number.clone(),
            name: name(ctx, *ix),
        };
        let row = |ix: &AgencyIx| Row {
            agency: Link { text: ctx.agency_name(*ix).to_owned(), ..Link::agency(ctx, *ix) },
            cells: priorities.iter().map(|priority| Cell::of(ctx, *ix, *priority)).collect(),
        };
        let here = |ix: &&AgencyIx| {
            let tasks = &ctx.assessment[**ix].tasks;
            tasks.iter().any(|task| priorities.contains(&ctx.model[*task].priority))
        };
        let number = |ix: Option<&PriorityIx>| {
            ix.map_or_else(String::new, |ix| ctx.model[*ix].number.clone())
        };
        let (first, last) = (number(priorities.first()), number(priorities.last()));
        let args = [("first", (&first).into()), ("last", (&last).into())];
        Part {
            caption: ctx.say("matrix-caption", &args),
            heads: priorities.iter().map(head).collect(),
            rows: agencies.iter().filter(here).map(row).collect(),
        }
    }
}

impl Cell {
    fn of(ctx: &PageContext<'_>, agency: AgencyIx, priority: PriorityIx) -> Self {
        let in_it = |task: &&TaskIx| ctx.model[**task].priority == priority;
        let standings: Vec<Standing> = (ctx.assessment[agency].tasks.iter())
            .filter(in_it)
            .map(|task| ctx.assessment[*task].standing)
            .collect();
        let worst = WORST_FIRST.into_iter().find(|standing| standings.contains(standing));
        let with_it = standings.iter().filter(|standing| Some(**standing) == worst).count();
        let all = standings.len();
        Cell {
            priority: name(ctx, priority),
            number: worst.map(|_| ctx.number(with_it as u64)),
            of: (with_it < all).then(|| ctx.number(all as u64)),
            class: worst.map_or("stopped", class),
            worst: worst.map_or_else(String::new, |worst| ctx.standing_alone(worst)),
        }
    }
}

fn name(ctx: &PageContext<'_>, ix: PriorityIx) -> String {
    ctx.priority_title(ix)
}

/// A sentence with the number of agencies that have overdue tasks.
fn sentence(ctx: &PageContext<'_>, agencies: &[AgencyIx]) -> String {
    let late = |ix: &AgencyIx| ctx.assessment[*ix].tally.overdue();
    let with_late = agencies.iter().filter(|ix| late(ix) > 0).count();
    let args = [("agencies", agencies.len().into()), ("late", with_late.into())];
    ctx.say("matrix-sentence", &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_has_its_place() {
        assert!(Standing::ALL.iter().all(|standing| WORST_FIRST.contains(standing)));
    }
}
