//! Entries of a task's ledger, newest first; a long ledger goes on over pages of its own.

use serde::Serialize;

use super::pieces::{Link, Pager, class, page_of};
use crate::assess::{Standing, ledger};
use crate::model::{State, TaskIx};
use crate::site::index::ENTRIES_A_PAGE;
use crate::site::route::Route;
use crate::site::sheet::Sheet;

#[derive(Serialize)]
pub(super) struct View {
    ledger: Vec<Entry>,
    pager: Option<Pager>,
}

/// An entry of the ledger.
#[derive(Serialize)]
pub(super) struct Entry {
    date: String,
    date_iso: String,
    class: &'static str,
    state: String,
    text: Option<String>,
    percent: Option<String>,
    evidence: Vec<Link>,
    document: Option<Link>,
    superseded_by: Option<Link>,
}

/// A page of older entries, from page 2 on.
pub(super) fn view(sheet: &Sheet<'_>, ix: TaskIx, page: usize) -> View {
    View { ledger: entries(sheet, ix, page), pager: pager(sheet, ix, page) }
}

/// The ways to the pages of a ledger; the first is the task's own page.
pub(super) fn pager(sheet: &Sheet<'_>, ix: TaskIx, page: usize) -> Option<Pager> {
    let route = |page| if page == 1 { Route::Task(ix) } else { Route::Ledger(ix, page) };
    Pager::of(sheet, page, sheet.index.ledger_pages(ix), route)
}

/// The entries of a page of the ledger, newest first.
pub(super) fn entries(sheet: &Sheet<'_>, ix: TaskIx, page: usize) -> Vec<Entry> {
    let task = &sheet.model[ix];
    let known = ledger::known(task, sheet.as_of());
    let entry = |(n, update): (usize, &crate::model::Update)| Entry {
        date: sheet.short(update.date),
        date_iso: update.date.to_string(),
        class: update.state.map_or("report", state_class),
        state: sheet.state(task, n),
        text: update.text.clone(),
        percent: update.percent.map(|percent| sheet.count("self-assessed", u64::from(percent))),
        evidence: update.evidence.iter().map(|d| Link::document(sheet, *d)).collect(),
        document: update.document.map(|document| Link::document(sheet, document)),
        superseded_by: update.superseded_by.map(|other| {
            let other_task = &sheet.model[other];
            Link::new(sheet.to_task(other), format!("{} {}", other_task.number, other_task.title))
        }),
    };
    let newest_first: Vec<usize> = (0..known.len()).rev().collect();
    let shown = page_of(&newest_first, page, ENTRIES_A_PAGE);
    shown.iter().map(|n| entry((*n, &known[*n]))).collect()
}

fn state_class(state: State) -> &'static str {
    class(match state {
        State::NotStarted => Standing::NotStarted,
        State::InProgress => Standing::InProgress,
        State::Blocked => Standing::Blocked,
        State::Done => Standing::Done,
        State::Cancelled => Standing::Cancelled,
        State::Superseded => Standing::Superseded,
    })
}
