//! Explains the standing of a task: the rule that decided, its inputs, the deadline's history and
//! the date, in sentences without file names.

use serde::Serialize;

use crate::assess::standing::judged_by;
use crate::assess::{Origin, Standing, ledger};
use crate::model::{Kind, TaskIx};
use crate::site::context::PageContext;
use crate::site::route::Route;

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
    if let Some(completion) = assessed.completion.filter(|_| task.kind == Kind::Deliverable) {
        let key = if completion.evidence.is_some() { "why-evidence" } else { "why-no-evidence" };
        said.push(ctx.say(key, &[("date", (&date(completion.on)).into())]));
    }
    if task.kind == Kind::Deliverable {
        said.extend(deadline(ctx, ix));
    }
    if let Some(cycles) = assessed.cycles {
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
