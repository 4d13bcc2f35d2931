//! The reporting cycles of an ongoing task as a strip, one field a cycle.

use serde::Serialize;

use super::components::Link;
use super::lede::cycle_name;
use super::picture::Slot;
use crate::assess::{AssessedPart, PartStanding, cycles, ledger};
use crate::model::{Kind, TaskIx};
use crate::site::context::PageContext;
use crate::site::data::table::Table;
use crate::site::route::Route;

/// Maximum number of cycles. The latest are shown.
const MAX_CYCLES: usize = 24;

#[derive(Serialize)]
pub(super) struct CycleStrip {
    sentence: String,
    fields: Vec<Field>,
    first: String,
    last: String,
    data: Link,
    /// The page that shows all ongoing tasks in this way.
    grid: Link,
}

#[derive(Serialize)]
struct Field {
    fill: &'static str,
    slot: Slot,
    title: String,
}

/// The periodic reports of a task that have fallen due, without the cancelled ones.
pub(super) fn fallen_due<'s>(ctx: &PageContext<'s>, ix: TaskIx) -> Vec<&'s AssessedPart> {
    let counts =
        |part: &&AssessedPart| part.has_fallen_due && part.standing != PartStanding::Cancelled;
    ctx.assessment[ix].parts.list.iter().filter(counts).collect()
}

impl CycleStrip {
    /// `None` if the task is not ongoing or if no cycle has ended.
    pub(super) fn of(ctx: &PageContext<'_>, ix: TaskIx) -> Option<Self> {
        let task = &ctx.model[ix];
        if task.reports.is_some() && !ctx.assessment[ix].standing.is_stopped() {
            return Self::of_reports(ctx, ix);
        }
        if task.kind != Kind::Ongoing || ctx.assessment[ix].standing.is_stopped() {
            return None;
        }
        let entries = ledger::known(task, ctx.as_of());
        let all: Vec<cycles::Cycle> =
            cycles::ended(ctx.model, task, entries, ctx.as_of()).collect();
        let shown = &all[all.len().saturating_sub(MAX_CYCLES)..];
        let name = |cycle: &cycles::Cycle| cycle_name(ctx, task.report_every, *cycle);
        let (first, last) = (name(shown.first()?), name(shown.last()?));
        let missing: Vec<String> = shown.iter().filter(|c| !c.reported).map(name).collect();
        let missing = missing.join(", ");
        let reported = shown.iter().filter(|cycle| cycle.reported).count();
        let args = [
            ("part", reported.into()),
            ("whole", shown.len().into()),
            ("missing", (&missing).into()),
            ("open", (shown.len() - reported).into()),
            ("first", (&first).into()),
        ];
        let key = if shown.len() < all.len() { "cycles-latest" } else { "cycles-sentence" };
        Some(CycleStrip {
            sentence: ctx.say(key, &args),
            fields: (shown.iter().zip(Slot::evenly(shown.len(), 12)))
                .map(|(cycle, slot)| {
                    let (fill, key) = match cycle.reported {
                        true => ("reported", "cycle-reported"),
                        false => ("silent", "cycle-missing"),
                    };
                    let title = ctx.say(key, &[("cycle", (&name(cycle)).into())]);
                    Field { fill, slot, title }
                })
                .collect(),
            first,
            last,
            data: Link::data(ctx, Table::Cycles),
            grid: Link::new(ctx.to(Route::Reports(1)), ctx.text("reports-title")),
        })
    }

    /// The periodic reports that have fallen due, one field each.
    fn of_reports(ctx: &PageContext<'_>, ix: TaskIx) -> Option<Self> {
        let task = &ctx.model[ix];
        let all = fallen_due(ctx, ix);
        let shown = &all[all.len().saturating_sub(MAX_CYCLES)..];
        let name = |part: &&AssessedPart| ctx.part_name(ctx.model, task, part);
        let (first, last) = (name(shown.first()?), name(shown.last()?));
        let missing: Vec<String> =
            shown.iter().filter(|part| part.is_overdue()).map(name).collect();
        let open = missing.len();
        let missing = missing.join(", ");
        let args = [
            ("part", (shown.len() - open).into()),
            ("whole", shown.len().into()),
            ("missing", (&missing).into()),
            ("open", open.into()),
            ("first", (&first).into()),
        ];
        let key = if shown.len() < all.len() { "periods-latest" } else { "periods-sentence" };
        let field = |(part, slot): (&&AssessedPart, Slot)| {
            let fill = match part.standing {
                PartStanding::DoneLate => "held",
                standing if standing.is_done() => "reported",
                _ => "late",
            };
            let (period, label) = (name(part), ctx.part_label(part));
            let args = [("period", (&period).into()), ("label", (&label).into())];
            Field { fill, slot, title: ctx.say("period-cell", &args) }
        };
        Some(CycleStrip {
            sentence: ctx.say(key, &args),
            fields: shown.iter().zip(Slot::evenly(shown.len(), 12)).map(field).collect(),
            first,
            last,
            data: Link::data(ctx, Table::Parts),
            grid: Link::new(ctx.to(Route::Reports(1)), ctx.text("reports-title")),
        })
    }
}
