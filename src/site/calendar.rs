//! Calendars of deadlines, for the whole directive or for one agency.
//!
//! Each deadline is an all-day event on the last day that still counts as on time. A deadline
//! "before" a day is shown on the preceding day, with a remark. This is the only file that knows
//! `icalendar`.

use chrono::{DateTime, Days, NaiveDate, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

use super::context::PageContext;
use super::feed::scope_name;
use super::naming::midnight;
use super::portal::Piece;
use super::route::{Route, Scope};
use crate::assess::{AssessedPart, PartStanding, ledger};
use crate::model::{AgencyIx, Amended, State, TaskIx};

/// Maximum length of a line in octets, without its line end (RFC 5545, 3.1).
const MAX_LINE: usize = 75;

/// How many days before the as-of date the calendars of a portal begin.
const DAYS_BACK: u64 = 31;

/// Renders the calendar file.
pub(super) fn calendar(ctx: &PageContext<'_>, scope: Scope) -> Vec<u8> {
    let mut calendar = head(ctx, scope);
    for (day, ix, part) in dated(ctx, scope) {
        calendar.push(match part {
            Some(part) => event_of_part(ctx, day, ix, part),
            None => event(ctx, day, ix),
        });
    }
    folded(&calendar.to_string()).into_bytes()
}

/// The day of the last event of a calendar.
pub(super) fn last_day(ctx: &PageContext<'_>, scope: Scope) -> Option<NaiveDate> {
    dated(ctx, scope).map(|(day, ..)| day).max()
}

/// The deadlines in a calendar: of tasks, and of parts and periodic reports.
fn dated<'s>(
    ctx: &'s PageContext<'_>,
    scope: Scope,
) -> impl Iterator<Item = (NaiveDate, TaskIx, Option<&'s AssessedPart>)> {
    let of_scope = move |ix: TaskIx| match scope {
        Scope::All => true,
        Scope::Priority(priority) => ctx.model[ix].priority == priority,
        Scope::Agency(agency) => ctx.assessment[ix].leads.iter().any(|lead| lead.agency == agency),
    };
    ctx.index.dated.iter().filter_map(move |(day, ix, part)| {
        let part = part.map(|n| &ctx.assessment[*ix].parts.list[n]);
        let agency = part.and_then(|part| part.agency);
        let is_shown = match (scope, agency) {
            (Scope::Agency(agency), Some(own)) => agency == own,
            _ => of_scope(*ix),
        };
        is_shown.then_some((*day, *ix, part))
    })
}

/// The day on which the calendars of a portal begin, a month before the as-of date: what is before it
/// is on the pages.
pub(super) fn merged_since(ctx: &PageContext<'_>) -> NaiveDate {
    ctx.as_of() - Days::new(DAYS_BACK)
}

/// Renders a calendar of the events in the calendars of several directives.
pub(super) fn merged(ctx: &PageContext<'_>, scope: Scope, pieces: &[Piece]) -> Vec<u8> {
    const BEGIN: &str = "BEGIN:VEVENT";
    const END: &str = "END:VEVENT\r\n";
    let since = merged_since(ctx).format("%Y%m%d").to_string();
    let empty = folded(&head(ctx, scope).to_string());
    let (top, foot) = empty.split_at(empty.rfind("END:VCALENDAR").unwrap_or(empty.len()));
    let mut text = top.to_owned();
    for piece in pieces {
        let calendar = String::from_utf8_lossy(&piece.bytes);
        let mut rest = &*calendar;
        while let Some(event) = rest.find(BEGIN).map(|at| &rest[at..]) {
            let end = event.find(END).map_or(event.len(), |at| at + END.len());
            let (event, behind) = event.split_at(end);
            let day = event.split("DTSTART;VALUE=DATE:").nth(1).and_then(|day| day.get(..8));
            if day.is_some_and(|day| day >= since.as_str()) {
                text.push_str(event);
            }
            rest = behind;
        }
    }
    (text + foot).into_bytes()
}

/// A calendar without events.
fn head(ctx: &PageContext<'_>, scope: Scope) -> Calendar {
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
    calendar
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
        .filter(|entry| !task.restricted && entry.state.is_some_and(State::is_stop));
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
    let leads: Vec<AgencyIx> = assessed.leads.iter().map(|lead| lead.agency).collect();
    let lines = lines(ctx, &standing, &leads, &deadline);
    whole_day(
        ctx,
        ix,
        day,
        &Shown {
            uid: format!("{}:task:{}:deadline", ctx.index.urn, task.id),
            changed,
            revisions,
            summary: ctx.say("calendar-summary", &args),
            lines,
            category: ctx.standing_alone(assessed.standing),
            is_stopped: assessed.standing.is_stopped(),
        },
    )
}

/// What an event says: the standing, who is in charge, the deadline in words, and the notice.
fn lines(
    ctx: &PageContext<'_>,
    standing: &str,
    agencies: &[AgencyIx],
    deadline: &str,
) -> Vec<String> {
    let date = ctx.short(ctx.as_of());
    let args = [("standing", standing.into()), ("date", (&date).into())];
    let mut lines = vec![ctx.say("calendar-standing", &args)];
    if !agencies.is_empty() {
        let names: Vec<&str> = agencies.iter().map(|ix| ctx.model[*ix].name.as_str()).collect();
        lines.push(format!("{}: {}", ctx.text("fact-lead"), names.join(", ")));
    }
    lines.push(format!("{}: {deadline}", ctx.text("fact-deadline")));
    lines.extend(ctx.model.settings.notice.clone());
    lines
}

/// The deadline of a part or a periodic report of a public task.
fn event_of_part(ctx: &PageContext<'_>, day: NaiveDate, ix: TaskIx, part: &AssessedPart) -> Event {
    let (model, as_of) = (ctx.model, ctx.as_of());
    let task = &model[ix];
    let decided = ledger::decided(task, as_of).iter().filter(|e| e.parts.contains(&part.id));
    let entries = part.entries.iter().map(|n| &task.updates[*n]);
    let stops = entries.clone().filter(|entry| entry.state.is_some_and(State::is_stop));
    let revisions = decided.clone().count() + stops.count();
    let changed = decided.map(|e| e.recorded).chain(entries.map(|e| e.recorded));
    let changed = changed.chain(task.since).max().unwrap_or(model.directive.date);
    let deadline = part.deadline.as_ref().map_or_else(String::new, |due| ctx.deadline(due, as_of));
    let (name, of) = (ctx.task_title(ix), ctx.part_name(model, task, part));
    let name = format!("{name} – {of}");
    let args = [("task_name", (&name).into()), ("deadline", (&deadline).into())];
    let label = ctx.part_label(part);
    let leads = ctx.assessment[ix].leads.iter().map(|lead| lead.agency);
    let agencies: Vec<_> = part.agency.map_or_else(|| leads.collect(), |agency| vec![agency]);
    let lines = lines(ctx, &label, &agencies, &deadline);
    whole_day(
        ctx,
        ix,
        day,
        &Shown {
            uid: format!("{}:task:{}:part:{}:deadline", ctx.index.urn, task.id, part.id),
            changed: midnight(changed.max(model.directive.date)).to_utc(),
            revisions,
            summary: ctx.say("calendar-summary", &args),
            lines,
            category: label,
            is_stopped: part.standing == PartStanding::Cancelled,
        },
    )
}

/// What an event shows.
struct Shown {
    uid: String,
    /// When its public facts last changed.
    changed: DateTime<Utc>,
    revisions: usize,
    summary: String,
    lines: Vec<String>,
    category: String,
    is_stopped: bool,
}

fn whole_day(ctx: &PageContext<'_>, ix: TaskIx, day: NaiveDate, shown: &Shown) -> Event {
    let mut event = Event::with_uid(&shown.uid);
    event
        .timestamp(shown.changed)
        .last_modified(shown.changed)
        .starts(day)
        .ends(day.succ_opt().unwrap_or(day))
        .summary(&writable(&shown.summary))
        .description(&writable(&shown.lines.join("\n")))
        .categories([writable(&shown.category)])
        .sequence(u32::try_from(shown.revisions).unwrap_or(0))
        .status(if shown.is_stopped { EventStatus::Cancelled } else { EventStatus::Confirmed })
        .add_property("TRANSP", "TRANSPARENT");
    if let Some(base) = &ctx.model.settings.base_url {
        event.url(&format!("{base}{}", Route::Task(ix).path(ctx.model)));
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
