//! A reporting date: how everything stood, as known on that day, and what changed since the one
//! before.

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::Figures;
use super::overview::{self, ReadOut};
use super::pieces::{Capped, Link, NoteRow};
use super::report::PriorityLine;
use crate::model::{NoteIx, PriorityIx};
use crate::site::route::Route;
use crate::site::sheet::Sheet;

/// Rows of each list.
const PRIORITIES: usize = 40;
const TASKS: usize = 25;
const NOTES: usize = 40;

#[derive(Serialize)]
pub(super) struct View {
    /// Of which date the figures of this page are, and of which the others.
    told: String,
    latest: Option<Link>,
    readouts: Vec<ReadOut>,
    figures: Figures,
    scope: String,
    priorities: Vec<PriorityLine>,
    priorities_more: Option<String>,
    since: String,
    sections: Vec<Section>,
    notes: Capped<NoteRow>,
    nothing: Option<String>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// What happened of one sort.
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

/// None if it is no reporting date. Of a restricted task only the present status is public, so it
/// counts in every figure and is in no list.
pub(super) fn view(sheet: &Sheet<'_>, date: NaiveDate) -> Option<View> {
    let periods = &sheet.index.history.periods;
    let place = sheet.index.history.place(date)?;
    let period = periods.get(place)?;
    let tally = &period.directive.after;
    let sections: Vec<Section> = (sheet.sections(sheet.model, period, true).into_iter())
        .map(|section| {
            let rest = section.rows.len().saturating_sub(TASKS);
            let args = [("title", (&section.title).into()), ("count", section.rows.len().into())];
            Section {
                id: format!("h-{}", section.name.replace('_', "-")),
                title: sheet.say("period-section", &args),
                more: (rest > 0).then(|| sheet.count("period-more", rest as u64)),
                rows: (section.rows.into_iter().take(TASKS))
                    .map(|row| Row {
                        href: sheet.to_task(row.task),
                        number: sheet.model[row.task].number.clone(),
                        title: sheet.model[row.task].title.clone(),
                        detail: row.detail,
                    })
                    .collect(),
            }
        })
        .collect();
    let public = |ix: &&NoteIx| !sheet.model.is_hidden(&sheet.model[**ix]);
    let notes: Vec<NoteIx> = period.notes.iter().filter(public).copied().collect();
    let neighbour = |at: Option<usize>| {
        let other = periods.get(at?)?.to;
        Some(Link::new(sheet.to(Route::Period(other)), sheet.short(other)))
    };
    let is_latest = date == sheet.as_of();
    let (day, newest) = (sheet.long(date), sheet.long(sheet.as_of()));
    let (from, to) = (sheet.short(period.from), sheet.short(date));
    let args = [
        ("date", day.into()),
        ("newest", newest.into()),
        ("from", (&from).into()),
        ("to", (&to).into()),
    ];
    let nothing = sections.is_empty() && notes.is_empty();
    let priorities = sheet.model.priorities.len();
    Some(View {
        told: sheet.say(if is_latest { "period-told-latest" } else { "period-told" }, &args),
        latest: (!is_latest)
            .then(|| Link::new(sheet.to(Route::Overview), sheet.text("period-newest-page"))),
        readouts: overview::readouts(sheet, tally),
        figures: Figures::of(sheet, tally),
        scope: overview::scope(sheet, tally),
        priorities: (period.priorities.iter().enumerate().take(PRIORITIES))
            .map(|(n, pair)| PriorityLine::of(sheet, PriorityIx(n), &pair.after))
            .collect(),
        priorities_more: priorities
            .checked_sub(PRIORITIES + 1)
            .map(|rest| sheet.count("report-more", rest as u64 + 1)),
        since: sheet.say(if place == 0 { "period-since-start" } else { "period-since" }, &args),
        sections,
        notes: Capped::of(sheet, &notes, NOTES, Route::Notes(1), |note| {
            NoteRow::of(sheet, *note, false)
        }),
        nothing: nothing.then(|| sheet.text("period-nothing")),
        previous: neighbour(place.checked_sub(1)),
        next: neighbour(place.checked_add(1)),
    })
}
