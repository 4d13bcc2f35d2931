//! Explains the standing of a task: the rule that decided, its inputs, the deadline's history and
//! the date, in sentences without file names.

use serde::Serialize;

use crate::assess::standing::judged_by;
use crate::assess::{AssessedPart, Origin, PartStanding, Standing, ledger};
use crate::model::{Kind, TaskIx};
use crate::site::context::PageContext;
use crate::site::route::Route;

/// Maximum number of open parts that are named.
const MAX_NAMED: usize = 8;

#[derive(Serialize)]
pub(super) struct Why {
    rule: String,
    inputs: Vec<String>,
    method: String,
}

/// Explains the standing of a public task.
pub(super) fn of(ctx: &PageContext<'_>, ix: TaskIx) -> Why {
    let assessed = &ctx.assessment[ix];
    Why {
        rule: ctx.rule(ctx.model, assessed),
        inputs: inputs(ctx, ix),
        method: ctx.to(Route::Method),
    }
}

fn inputs(ctx: &PageContext<'_>, ix: TaskIx) -> Vec<String> {
    let task = &ctx.model[ix];
    let assessed = &ctx.assessment[ix];
    let as_of = ctx.as_of();
    let date = |date| ctx.short(date);
    let mut said = vec![ctx.say("why-date", &[("date", (&date(as_of)).into())])];
    match (assessed.last_state, assessed.last_entry) {
        (Some(entry), _) => said.push(ctx.say(
            "why-last-state",
            &[
                ("state", (&ctx.entry(ctx.model, task, entry)).into()),
                ("date", (&date(task.updates[entry].date)).into()),
            ],
        )),
        (None, Some(_)) => said.push(ctx.text("why-no-state")),
        (None, None) => {}
    }
    match assessed.last_entry {
        Some(last) => {
            let days = (as_of - last).num_days().unsigned_abs();
            let last = date(last);
            let args = [("date", (&last).into()), ("n", days.into())];
            said.push(ctx.say("why-last-entry", &args));
        }
        None => said.push(ctx.text("why-no-entry")),
    }
    let has_parts = task.split.is_some();
    if has_parts {
        said.extend(parts(ctx, ix));
    }
    let completion = assessed.completion.filter(|_| task.kind == Kind::Deliverable);
    if let Some(completion) = completion.filter(|_| !has_parts) {
        let key = if completion.evidence.is_some() { "why-evidence" } else { "why-no-evidence" };
        said.push(ctx.say(key, &[("date", (&date(completion.on)).into())]));
    }
    if task.kind == Kind::Deliverable {
        said.extend(deadline(ctx, ix));
    }
    if task.reports.is_some() {
        said.extend(periods(ctx, ix));
    } else if let Some(cycles) = assessed.cycles {
        said.push(match cycles.latest {
            Some(latest) => {
                let latest = date(latest);
                let args = [
                    ("date", (&latest).into()),
                    ("part", cycles.reported.into()),
                    ("whole", cycles.ended.into()),
                ];
                ctx.say("why-cycle", &args)
            }
            None => ctx.text("why-no-cycle"),
        });
    }
    if assessed.slip_days > 0 {
        said.push(ctx.count("why-slip", assessed.slip_days));
    }
    said
}

/// Sentences about the parts: when the whole is done, and which of them keep it open.
fn parts(ctx: &PageContext<'_>, ix: TaskIx) -> Vec<String> {
    let (task, assessed) = (&ctx.model[ix], &ctx.assessment[ix]);
    let counts = assessed.parts.counts;
    let args = [("part", counts.done.into()), ("whole", counts.total.into())];
    let mut said = vec![ctx.say("why-parts", &args)];
    if let Some(completion) = assessed.completion {
        said.push(ctx.say("why-parts-done", &[("date", ctx.short(completion.on).into())]));
    }
    let open = assessed.parts.list.iter().filter(|part| part.standing.is_open());
    let named = open
        .map(|part| format!("{} ({})", ctx.part_name(ctx.model, task, part), ctx.part_label(part)));
    let named: Vec<String> = named.collect();
    if !named.is_empty() {
        let rest = named.len().saturating_sub(MAX_NAMED);
        let mut parts = named[..named.len() - rest].join(", ");
        if rest > 0 {
            parts.push_str(&format!(", {}", ctx.count("why-parts-more", rest as u64)));
        }
        said.push(ctx.say("why-parts-open", &[("parts", (&parts).into())]));
    }
    said
}

/// Sentences about periodic reports: the period that decided, and the next.
fn periods(ctx: &PageContext<'_>, ix: TaskIx) -> Vec<String> {
    let (task, assessed) = (&ctx.model[ix], &ctx.assessment[ix]);
    let of = |key: &str, part: &AssessedPart| {
        let (name, label) = (ctx.part_name(ctx.model, task, part), ctx.part_label(part));
        let day = part.last_good_day.map(|day| ctx.short(day)).unwrap_or_default();
        let args = [
            ("period", (&name).into()),
            ("label", (&label).into()),
            ("date", (&day).into()),
            ("part", assessed.parts.counts.done.into()),
            ("whole", assessed.parts.counts.total.into()),
        ];
        ctx.say(key, &args)
    };
    let list = &assessed.parts.list;
    let fallen =
        |part: &&AssessedPart| part.has_fallen_due && part.standing != PartStanding::Cancelled;
    let next = list.iter().find(|part| !part.has_fallen_due && part.standing.is_open());
    let mut said = match list.iter().rev().find(fallen) {
        Some(part) => vec![of("why-period", part)],
        None => vec![ctx.text("why-no-period")],
    };
    said.extend(next.map(|part| of("why-next-period", part)));
    said
}

/// Sentences about the deadline in force and its history.
fn deadline(ctx: &PageContext<'_>, ix: TaskIx) -> Vec<String> {
    let task = &ctx.model[ix];
    let assessed = &ctx.assessment[ix];
    let judged = match assessed.standing {
        Standing::DoneOnTime | Standing::DoneLate | Standing::Done => judged_by(task, assessed),
        _ => ledger::in_force(task, ctx.as_of()),
    };
    let Some(due) = judged else { return vec![ctx.text("why-no-deadline")] };
    let text = ctx.deadline(due.deadline, ctx.as_of());
    let mut said = vec![match due.last_good_day {
        Some(last) => ctx.say(
            "why-deadline",
            &[("deadline", (&text).into()), ("last", (&ctx.short(last)).into())],
        ),
        None => ctx.say("why-deadline-open", &[("deadline", (&text).into())]),
    }];
    if let Origin::Extension(n) = due.origin {
        let decided = ctx.short(task.extensions[n].decided);
        let first = task.due.as_ref().map(|due| ctx.deadline(due, ctx.as_of()));
        said.push(match first {
            Some(first) => ctx.say(
                "why-extended",
                &[("date", (&decided).into()), ("first", (&first).into()), ("n", (n + 1).into())],
            ),
            None => ctx.say("why-set-later", &[("date", (&decided).into())]),
        });
    }
    said
}
