//! Calendars of deadlines, for the whole directive or for one agency.
//!
//! Each deadline is an all-day event on the last day that still counts as on time. A deadline
//! "before" a day is shown on the preceding day, with a remark. This is the only file that knows
//! `icalendar`.

use chrono::NaiveDate;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

use super::context::PageContext;
use super::feed::scope_name;
use super::naming::midnight;
use super::route::{Route, Scope};
use crate::assess::ledger;
use crate::model::{Amended, TaskIx};

/// Maximum length of a line in octets, without its line end (RFC 5545, 3.1).
const MAX_LINE: usize = 75;

/// Renders the calendar file.
pub(super) fn calendar(ctx: &PageContext<'_>, scope: Scope) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    let name = title(ctx, scope);
    let language = ctx.tag().to_uppercase();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", &format!("-//tiendo//tiendo//{language}")),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property((key, value));
    }
    // The crate does not know NAME and would write it unescaped, including its line breaks.
    calendar.append_property(Property::new("NAME", escaped(&writable(&name))));
    calendar.append_property(Property::new("X-WR-CALNAME", writable(&name)));
    let uid = format!("{}:calendar:{}", ctx.index.urn, scope_name(ctx, scope));
    calendar.append_property(("UID", &*uid));
    if let Some(notice) = &ctx.model.settings.notice {
        calendar.append_property(Property::new("DESCRIPTION", writable(notice)));
    }
    let of_scope = |ix: TaskIx| match scope {
        Scope::All => true,
        Scope::Priority(priority) => ctx.model[ix].priority == priority,
        Scope::Agency(agency) => ctx.assessment[ix].leads.iter().any(|lead| lead.agency == agency),
    };
    for (day, ix) in ctx.index.due.iter().filter(|(_, ix)| of_scope(*ix)) {
        calendar.push(event(ctx, *day, *ix));
    }
    folded(&calendar.to_string()).into_bytes()
}

/// The title of the calendar.
fn title(ctx: &PageContext<'_>, scope: Scope) -> String {
    let model = ctx.model;
    let site = &model.settings.title;
    match scope {
        Scope::All => ctx.say("calendar-title", &[("site", site.into())]),
        Scope::Priority(ix) => ctx.say(
            "calendar-title-of",
            &[("site", site.into()), ("name", (&model[ix].title).into())],
        ),
        Scope::Agency(ix) => ctx
            .say("calendar-title-of", &[("site", site.into()), ("name", (&model[ix].name).into())]),
    }
}

fn event(ctx: &PageContext<'_>, day: NaiveDate, ix: TaskIx) -> Event {
    let (model, as_of) = (ctx.model, ctx.as_of());
    let (task, assessed) = (&model[ix], &ctx.assessment[ix]);
    // For a restricted task, only the deadline in force is public, not how it came about.
    let decided = if task.restricted { &[] } else { ledger::decided(task, as_of) };
    let corrections = if task.restricted { &[][..] } else { &task.corrections };
    let corrected = corrections.iter().filter(|c| matches!(c.was, Amended::Deadline(_)));
    let stops = ledger::known(task, as_of)
        .iter()
        .filter(|entry| !task.restricted && entry.state.is_some_and(crate::model::State::is_stop));
    let revisions = decided.len() + corrected.clone().count() + stops.count();
    let due = ledger::in_force(task, as_of);
    let deadline = due.map_or_else(String::new, |due| ctx.deadline(due.deadline, as_of));
    // The event last changed with its latest public fact: letter, extension, correction or entry.
    let entries = ledger::known(task, as_of).iter().map(|entry| entry.recorded);
    let decisions = decided.iter().map(|extension| extension.recorded);
    let changed = decisions.chain(corrected.map(|c| c.recorded)).chain(entries).chain(task.since);
    let changed = changed.max().unwrap_or(model.directive.date).max(model.directive.date);
    let changed = midnight(changed).to_utc();

    let name = ctx.task_title(ix);
    let args = [("task_name", (&name).into()), ("deadline", (&deadline).into())];
    let standing = ctx.standing(assessed);
    let leads: Vec<&str> =
        assessed.leads.iter().map(|lead| model[lead.agency].name.as_str()).collect();
    let mut lines = vec![ctx.say(
        "calendar-standing",
        &[("standing", (&standing).into()), ("date", (&ctx.short(as_of)).into())],
    )];
    if !leads.is_empty() {
        lines.push(format!("{}: {}", ctx.text("fact-lead"), leads.join(", ")));
    }
    lines.push(format!("{}: {deadline}", ctx.text("fact-deadline")));
    lines.extend(model.settings.notice.clone());

    let mut event = Event::with_uid(&format!("{}:task:{}:deadline", ctx.index.urn, task.id));
    event
        .timestamp(changed)
        .last_modified(changed)
        .starts(day)
        .ends(day.succ_opt().unwrap_or(day))
        .summary(&writable(&ctx.say("calendar-summary", &args)))
        .description(&writable(&lines.join("\n")))
        .categories([writable(&ctx.standing_alone(assessed.standing))])
        .sequence(u32::try_from(revisions).unwrap_or(0))
        .status(if assessed.standing.is_stopped() {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        })
        .add_property("TRANSP", "TRANSPARENT");
    if let Some(base) = &model.settings.base_url {
        event.url(&format!("{base}{}", Route::Task(ix).path(model)));
    }
    event.done()
}

/// Removes the control characters that a calendar text may not contain.
fn writable(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect()
}

/// Escapes a text (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace(',', r"\,").replace(';', r"\;").replace('\n', r"\n")
}

/// Folds long lines again, because the crate lets the last part of a line grow to 76 octets.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_terminator("\r\n") {
        let mut rest = line;
        while rest.len() > MAX_LINE {
            let at = (0..=MAX_LINE).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(0);
            out.push_str(&rest[..at]);
            out.push_str("\r\n ");
            rest = &rest[at..];
        }
        out.push_str(rest);
        out.push_str("\r\n");
    }
    out
}
