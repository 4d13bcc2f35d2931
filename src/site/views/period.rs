//! A reporting date: all figures as known on that day, and the changes since the reporting date
//! before.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use super::components::{Capped, Link, NoteRow};
use super::figures::Figures;
use super::frame;
use super::heading::{Heading, described};
use super::overview::{self, ReadOut};
use super::report::PriorityLine;
use super::supplement::Supplement;
use crate::assess::changes::TaskChange;
use crate::model::{NoteIx, PriorityIx};
use crate::site::context::PageContext;
use crate::site::data::table::Table;
use crate::site::inventory::PAST_TABLES;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

const MAX_PRIORITIES: usize = 40;
const MAX_TASKS: usize = 25;
const MAX_NOTES: usize = 40;

#[derive(Serialize)]
struct View {
    /// A sentence with the date of this page's figures and the date of the latest figures.
    told: String,
    latest: Option<Link>,
    readouts: Vec<ReadOut>,
    figures: Figures,
    scope: String,
    priorities: Vec<PriorityLine>,
    priorities_more: Option<String>,
    since: String,
    sections: Vec<Section>,
    /// A sentence about the tasks that changed and are in no section.
    restricted: Option<String>,
    notes: Capped<NoteRow>,
    supplement: Option<Supplement>,
    /// The open data as published for this date.
    data: Vec<Link>,
    nothing: Option<String>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// The events of one kind.
#[derive(Serialize)]
struct Section {
    id: String,
    title: String,
    rows: Vec<Row>,
    more: Option<String>,
}

#[derive(Serialize)]
struct Row {
    href: String,
    number: String,
    title: String,
    detail: String,
}

pub(super) fn heading(ctx: &PageContext<'_>, date: NaiveDate) -> Heading {
    let title = ctx.say("period-title", &[("date", ctx.short(date).into())]);
    let description = described(ctx, &title, date);
    Heading::new(ctx, title)
        .in_list(ctx, Route::Progress, "progress-title")
        .description(description)
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, date: NaiveDate) -> Rendered {
    match view(ctx, date) {
        Some(view) => frame::fill(engine, ctx, "period.html", heading(ctx, date), &view),
        None => Ok(Vec::new()),
    }
}

fn data(ctx: &PageContext<'_>, date: NaiveDate) -> Vec<Link> {
    let link = |table: Table| {
        let name = format!("{}.csv", table.name());
        Link::new(ctx.to(Route::PastTable(date, table)), name)
    };
    PAST_TABLES.map(link).to_vec()
}

/// The view of a reporting date. `None` if the date is not one.
///
/// Only the present status of restricted tasks is public, so they count in every figure and are in
/// no list.
fn view(ctx: &PageContext<'_>, date: NaiveDate) -> Option<View> {
    let periods = &ctx.index.history.periods;
    let position = ctx.index.history.position(date)?;
    let period = periods.get(position)?;
    let tally = &period.directive.after;
    // The changes up to the as-of date were compared in the records themselves.
    let records = match date == ctx.as_of() {
        true => Cow::Borrowed(ctx.model),
        false => ctx.model.as_known(date, date),
    };
    let sections: Vec<Section> = (ctx.sections(&records, period, true).into_iter())
        .map(|section| {
            let rest = section.rows.len().saturating_sub(MAX_TASKS);
            let args = [("title", (&section.title).into()), ("count", section.rows.len().into())];
            Section {
                id: format!("h-{}", section.name.replace('_', "-")),
                title: ctx.say("period-section", &args),
                more: (rest > 0).then(|| ctx.count("period-more", rest as u64)),
                rows: (section.rows.into_iter().take(MAX_TASKS))
                    .map(|row| Row {
                        href: ctx.to_task(row.task),
                        number: records[row.task].number.clone(),
                        title: records[row.task].title.clone(),
                        detail: row.detail,
                    })
                    .collect(),
            }
        })
        .collect();
    let public = |ix: &&NoteIx| !ctx.model.is_hidden(&ctx.model[**ix]);
    let notes: Vec<NoteIx> = period.notes.iter().filter(public).copied().collect();
    let neighbour = |at: Option<usize>| {
        let other = periods.get(at?)?.to;
        Some(Link::new(ctx.to(Route::Period(other)), ctx.short(other)))
    };
    let is_latest = date == ctx.as_of();
    let (day, newest) = (ctx.long(date), ctx.long(ctx.as_of()));
    let (from, to) = (ctx.short(period.from), ctx.short(date));
    let args = [
        ("date", day.into()),
        ("newest", newest.into()),
        ("from", (&from).into()),
        ("to", (&to).into()),
    ];
    let changed = |change: &&TaskChange| change.stands_otherwise() || !change.events.is_empty();
    let restricted = (period.tasks.iter().filter(changed))
        .filter(|change| records[change.task].restricted)
        .count() as u64;
    let nothing = sections.is_empty() && notes.is_empty() && restricted == 0;
    let priorities = ctx.model.priorities.len();
    Some(View {
        told: ctx.say(if is_latest { "period-told-latest" } else { "period-told" }, &args),
        latest: (!is_latest)
            .then(|| Link::new(ctx.to(Route::Overview), ctx.text("period-newest-page"))),
        readouts: overview::readouts(ctx, tally),
        figures: Figures::of(ctx, tally),
        scope: overview::scope(ctx, tally),
        priorities: (period.priorities.iter().enumerate().take(MAX_PRIORITIES))
            .map(|(n, pair)| PriorityLine::of(ctx, PriorityIx(n), &pair.after))
            .collect(),
        priorities_more: priorities
            .checked_sub(MAX_PRIORITIES + 1)
            .map(|rest| ctx.count("report-more", rest as u64 + 1)),
        since: ctx.say(if position == 0 { "period-since-start" } else { "period-since" }, &args),
        sections,
        restricted: (restricted > 0).then(|| ctx.count("changes-restricted", restricted)),
        notes: Capped::of(ctx, &notes, MAX_NOTES, Route::Notes(1), |note| {
            NoteRow::of(ctx, *note, false)
        }),
        supplement: Supplement::of(ctx, date),
        data: if is_latest { Vec::new() } else { data(ctx, date) },
        nothing: nothing.then(|| ctx.text("period-nothing")),
        previous: neighbour(position.checked_sub(1)),
        next: neighbour(position.checked_add(1)),
    })
}
