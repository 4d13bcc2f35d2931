//! Progress over time: the picture with its table, the ratios at each date, what changed since
//! the date before.

use serde::Serialize;

use super::changes::Changes;
use super::series::Series;
use crate::site::sheet::Sheet;

const CHANGES: usize = 100;

#[derive(Serialize)]
pub(super) struct View {
    series: Option<Series>,
    points: Vec<Row>,
    changes: Option<Changes>,
}

/// The directive's figures on a date.
#[derive(Serialize)]
struct Row {
    date: String,
    date_iso: String,
    done: String,
    on_time: String,
    overdue: String,
    late: bool,
    reported: String,
}

pub(super) fn view(sheet: &Sheet<'_>) -> View {
    let row = |point: &crate::site::history::Point| Row {
        date: sheet.short(point.date),
        date_iso: point.date.to_string(),
        done: sheet.fraction(point.tally.completion),
        on_time: sheet.fraction(point.tally.on_time),
        overdue: sheet.number(point.tally.overdue()),
        late: point.tally.overdue() > 0,
        reported: sheet.fraction(point.tally.reporting),
    };
    View {
        series: Series::of(sheet, 180),
        points: sheet.index.history.points.iter().rev().map(row).collect(),
        changes: Changes::of(sheet, CHANGES),
    }
}
