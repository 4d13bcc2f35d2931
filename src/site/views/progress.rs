//! Progress over time: the picture with its table, the ratios at each date, what changed since
//! the date before.

use serde::Serialize;

use super::changes::Changes;
use super::pieces::Link;
use super::series::Series;
use crate::site::route::Route;
use crate::site::sheet::Sheet;

const CHANGES: usize = 100;

#[derive(Serialize)]
pub(super) struct View {
    series: Option<Series>,
    points: Vec<Row>,
    /// The way to earlier dates, which the table leaves out.
    earlier: Option<Link>,
    changes: Option<Changes>,
}

/// The directive's figures on a date.
#[derive(Serialize)]
struct Row {
    href: String,
    date: String,
    date_iso: String,
    done: String,
    on_time: String,
    overdue: String,
    late: bool,
    reported: String,
}

pub(super) fn view(sheet: &Sheet<'_>) -> View {
    let history = &sheet.index.history;
    let row = |point: &crate::site::history::Point| Row {
        href: sheet.to(Route::Period(point.date)),
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
        points: history.points.iter().rev().map(row).collect(),
        earlier: (history.periods.len() - history.points.len())
            .checked_sub(1)
            .and_then(|last| Some((last + 1, history.periods.get(last)?)))
            .map(|(n, period)| {
                let text = sheet.count("period-earlier", n as u64);
                Link::new(sheet.to(Route::Period(period.to)), text)
            }),
        changes: Changes::of(sheet, CHANGES),
    }
}
