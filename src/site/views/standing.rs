//! The tasks that stand alike, so many a page: what the filters do, for readers without scripts.

use serde::Serialize;

use super::filter::{self, Choice};
use super::pieces::{Pager, TaskRow, page_of};
use crate::assess::Standing;
use crate::site::index::TASKS_A_PAGE;
use crate::site::route::Route;
use crate::site::sheet::Sheet;

#[derive(Serialize)]
pub(super) struct View {
    meaning: String,
    count: String,
    rows: Vec<TaskRow>,
    standings: Vec<Choice>,
    pager: Option<Pager>,
}

pub(super) fn view(sheet: &Sheet<'_>, standing: Standing, page: usize) -> View {
    let all = sheet.index.with_standing(standing);
    let shown = page_of(all, page, TASKS_A_PAGE);
    let pages = sheet.index.standing_pages(standing);
    let route = |page| Route::Standing(standing, page);
    View {
        meaning: sheet.text(&format!("meaning-{}", standing.name().replace('_', "-"))),
        count: sheet.count("standing-count", all.len() as u64),
        rows: shown.iter().map(|task| TaskRow::of(sheet, *task)).collect(),
        standings: filter::standings(sheet),
        pager: Pager::of(sheet, page, pages, route),
    }
}
