//! Entries of a task's ledger, newest first. A long ledger continues on pages of its own.

use serde::Serialize;

use super::components::{Link, Pager, class, page_of};
use super::frame;
use super::heading::Heading;
use crate::assess::{Standing, ledger};
use crate::model::{State, TaskIx};
use crate::site::context::PageContext;
use crate::site::index::ENTRIES_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::site::text::paragraphs;

#[derive(Serialize)]
struct View {
    ledger: Vec<Entry>,
    pager: Option<Pager>,
}

/// An entry of the ledger.
#[derive(Serialize)]
pub(super) struct Entry {
    date: String,
    date_iso: String,
    /// The day on which the entry was recorded, if that was later.
    recorded: Option<String>,
    class: &'static str,
    state: String,
    text: Vec<Vec<String>>,
    percent: Option<String>,
    evidence: Vec<Link>,
    document: Option<Link>,
    superseded_by: Vec<Link>,
}

pub(super) fn heading(ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> Heading {
    let args = [("task_name", ctx.task_title(ix).into())];
    Heading::new(ctx, ctx.say("ledger-title", &args))
        .page(ctx, page)
        .below(Link::task(ctx, ix))
        .code(ctx.model[ix].number.clone())
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> Rendered {
    frame::fill(engine, ctx, "ledger.html", heading(ctx, ix, page), &view(ctx, ix, page))
}

/// The view of a page of older entries, from page 2 on.
fn view(ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> View {
    View { ledger: entries(ctx, ix, page), pager: pager(ctx, ix, page) }
}

/// The links between the pages of a ledger. The first page is the task's own page.
pub(super) fn pager(ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> Option<Pager> {
    let route = |page| if page == 1 { Route::Task(ix) } else { Route::Ledger(ix, page) };
    Pager::of(ctx, page, ctx.index.ledger_pages(ix), route)
}

/// The entries on a page of the ledger, newest first.
pub(super) fn entries(ctx: &PageContext<'_>, ix: TaskIx, page: usize) -> Vec<Entry> {
    let task = &ctx.model[ix];
    let known = ledger::known(task, ctx.as_of());
    let entry = |(n, update): (usize, &crate::model::Update)| Entry {
        date: match update.time {
            Some(time) => format!("{} {}", ctx.short(update.date), time.format("%Hh%M")),
            None => ctx.short(update.date),
        },
        date_iso: update.date.to_string(),
        recorded: ctx.recorded(update.date, update.recorded),
        class: update.state.map_or("report", state_class),
        state: ctx.entry(ctx.model, task, n),
        text: paragraphs(update.text.as_deref().unwrap_or_default()),
        percent: update.percent.map(|percent| ctx.count("self-assessed", u64::from(percent))),
        evidence: update.evidence.iter().map(|d| Link::document(ctx, *d)).collect(),
        document: update.document.map(|document| Link::document(ctx, document)),
        superseded_by: update.superseded_by.iter().map(|other| Link::task(ctx, *other)).collect(),
    };
    let newest_first: Vec<usize> = (0..known.len()).rev().collect();
    let shown = page_of(&newest_first, page, ENTRIES_PER_PAGE);
    shown.iter().map(|n| entry((*n, &known[*n]))).collect()
}

/// The class of the mark of an entry that reports a state.
pub(super) fn state_class(state: State) -> &'static str {
    class(match state {
        State::NotStarted => Standing::NotStarted,
        State::InProgress => Standing::InProgress,
        State::Blocked => Standing::Blocked,
        State::Done => Standing::Done,
        State::Cancelled => Standing::Cancelled,
        State::Superseded => Standing::Superseded,
    })
}
