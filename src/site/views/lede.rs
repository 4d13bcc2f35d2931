//! The first sentences of a task's page: how it stands, how many days are left or late, and how
//! often its deadline was moved.

use chrono::{Datelike, NaiveDate};

use crate::assess::cycles::{self, Cycle};
use crate::assess::standing::judged_by;
use crate::assess::{Completion, Standing, ledger};
use crate::locale::Arg;
use crate::model::{Extension, Frequency, Kind, ReportPeriod, TaskIx};
use crate::site::context::PageContext;

/// The sentences about a task. Of a restricted task only the first is public.
pub(super) fn of(ctx: &PageContext<'_>, ix: TaskIx) -> String {
    let moved = if ctx.model[ix].restricted { None } else { moved(ctx, ix) };
    std::iter::once(state(ctx, ix)).chain(moved).collect::<Vec<_>>().join(" ")
}

fn state(ctx: &PageContext<'_>, ix: TaskIx) -> String {
    let task = &ctx.model[ix];
    let assessed = &ctx.assessment[ix];
    let standing = assessed.standing;
    let meaning = || ctx.text(&format!("meaning-{}", standing.name().replace('_', "-")));
    // Of a restricted task the deadline in force is public, and no other day of its course.
    let told = standing.is_done() || task.kind == Kind::Ongoing;
    if standing.is_stopped() || (task.restricted && told) {
        return meaning();
    }
    match task.kind {
        Kind::Duty => meaning(),
        Kind::Ongoing => ongoing(ctx, ix).unwrap_or_else(meaning),
        Kind::Deliverable => match assessed.completion.filter(|_| standing.is_done()) {
            Some(completion) => done(ctx, ix, completion),
            None => open(ctx, ix),
        },
    }
}

/// A deliverable that counts as done: the day, the deadline that it is judged by, and how late it is
/// against that one and against the first.
fn done(ctx: &PageContext<'_>, ix: TaskIx, completion: Completion) -> String {
    let task = &ctx.model[ix];
    let on = completion.on;
    let day = ctx.short(on);
    let Some((judged, due)) = judged_by(task, &ctx.assessment[ix])
        .and_then(|judged| Some((judged, judged.last_good_day?)))
    else {
        return ctx.say("lede-done", &[("date", (&day).into())]);
    };
    let date = ctx.short(due);
    let late = days(due, on);
    let first = (task.due.as_ref())
        .filter(|_| judged.origin != crate::assess::Origin::First && !task.restricted)
        .and_then(|first| first.last_good_day(on))
        .map(|first| days(first, on))
        .filter(|since| *since > late);
    let args = [
        ("date", Arg::from(&day)),
        ("due", (&date).into()),
        ("n", late.into()),
        ("first", first.unwrap_or(0).into()),
    ];
    let key = match (late > 0, first.is_some()) {
        (false, false) => "lede-done-on-time",
        (false, true) => "lede-done-on-time-moved",
        (true, false) => "lede-done-late",
        (true, true) => "lede-done-late-moved",
    };
    ctx.say(key, &args)
}

/// A deliverable that does not count as done: what was reported, and the days left or late.
fn open(ctx: &PageContext<'_>, ix: TaskIx) -> String {
    let task = &ctx.model[ix];
    let assessed = &ctx.assessment[ix];
    let due = ledger::in_force(task, ctx.as_of()).and_then(|due| due.last_good_day);
    let rest = due.map(|due| {
        let date = ctx.short(due);
        let (late, left) = (days(due, ctx.as_of()), days(ctx.as_of(), due));
        let (key, n) = match (late, left) {
            (0, 0) => ("lede-today", 0),
            (0, left) => ("lede-left", left),
            (late, _) => ("lede-late", late),
        };
        ctx.say(key, &[("n", n.into()), ("date", (&date).into())])
    });
    // An overdue task is told by its deadline first, then by what else is known.
    if let Some(late) = rest.as_ref().filter(|_| assessed.standing == Standing::Overdue) {
        let causes = &assessed.causes;
        let cause = match task.restricted {
            true => None,
            false if causes.awaiting_evidence => Some("lede-no-evidence"),
            false if causes.blocked => Some("lede-blocked"),
            false if causes.no_report => Some("lede-no-report"),
            false => causes.stale.map(|_| "lede-stale"),
        };
        let n = causes.stale.unwrap_or(0);
        let said = [Some(late.clone()), cause.map(|key| ctx.count(key, n))];
        return sentence(said.into_iter().flatten());
    }
    let state = match assessed.standing {
        Standing::AwaitingEvidence => "lede-awaiting-evidence",
        Standing::Blocked => "lede-state-blocked",
        Standing::NotStarted => "lede-state-not-started",
        Standing::NoReport => "lede-state-no-report",
        Standing::Stale => "lede-state-stale",
        _ => "lede-state-in-progress",
    };
    let rest = rest.or_else(|| {
        let deadline = ledger::in_force(task, ctx.as_of()).is_some();
        Some(ctx.text(if deadline { "lede-no-day" } else { "lede-no-deadline" }))
    });
    let state = ctx.say(state, &[("n", assessed.days.unwrap_or(0).into())]);
    sentence([Some(state), rest].into_iter().flatten())
}

/// An ongoing task: whether the latest ended cycle has a report.
fn ongoing(ctx: &PageContext<'_>, ix: TaskIx) -> Option<String> {
    let task = &ctx.model[ix];
    let assessed = &ctx.assessment[ix];
    if task.reports.is_some() {
        // Its periods stand in a table of their own.
        return None;
    }
    let entries = ledger::known(task, ctx.as_of());
    let latest = cycles::ended(ctx.model, task, entries, ctx.as_of()).last()?;
    let cycle = cycle_name(ctx, task.report_every, latest);
    let last = assessed.last_entry.map(|date| ctx.short(date)).unwrap_or_default();
    let args = [("cycle", (&cycle).into()), ("date", (&last).into())];
    let key = match assessed.standing {
        Standing::Reported if latest.reported => "lede-reported",
        Standing::Reported => "lede-reported-after",
        Standing::ReportMissing => "lede-report-missing",
        Standing::NoReport => "lede-never-reported",
        _ => return None,
    };
    Some(ctx.say(key, &args))
}

/// The name of a cycle: "tháng 9/2024", "quý III/2024", or its first and last day.
pub(super) fn cycle_name(ctx: &PageContext<'_>, every: Frequency, cycle: Cycle) -> String {
    let year = cycle.from.year().to_string();
    let year = ("year", Arg::from(&year));
    match every {
        Frequency::Month if cycle.from.day() == 1 => {
            ctx.say("cycle-month", &[("month", cycle.from.month().into()), year])
        }
        Frequency::Quarter => {
            let quarter = ["I", "II", "III", "IV"][cycle.from.month0() as usize / 3];
            ctx.say("cycle-quarter", &[("quarter", quarter.into()), year])
        }
        Frequency::Half | Frequency::Year => {
            ctx.period_name(ReportPeriod { every, first_day: cycle.from })
        }
        Frequency::Week | Frequency::Month => {
            let (from, to) = (ctx.short(cycle.from), ctx.short(cycle.to));
            ctx.say("cycle-days", &[("from", (&from).into()), ("to", (&to).into())])
        }
    }
}

/// How often the deadline of the whole task was moved, when last, and why. `None` if it never was.
fn moved(ctx: &PageContext<'_>, ix: TaskIx) -> Option<String> {
    let decided = ledger::decided(&ctx.model[ix], ctx.as_of());
    let decided: Vec<&Extension> = decided.iter().filter(|e| e.parts.is_empty()).collect();
    let last = decided.last()?;
    let date = ctx.short(last.decided);
    let moved = ctx.say("lede-moved", &[("n", decided.len().into()), ("date", (&date).into())]);
    let reason = last.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    Some(match reason {
        Some(reason) => {
            let reason = reason.trim_end_matches('.');
            let reason = ctx.say("lede-reason", &[("reason", reason.into())]);
            format!("{moved} {reason}")
        }
        None => moved,
    })
}

/// Joins parts of a sentence and ends it.
fn sentence(parts: impl Iterator<Item = String>) -> String {
    format!("{}.", parts.collect::<Vec<_>>().join(", "))
}

/// Days from one day to a later one, or 0.
fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}
