//! Reads deadlines from cells.

use super::days::{Years, is_month_format, serial};
use crate::model::{Deadline, Term};
use crate::reading::deadlines;
use crate::spreadsheet::{Cell, Value};
use crate::vietnamese::Month;

/// Reads the deadline of a cell; `None` if it is not clear.
///
/// With `before`, as under a header that says "trước", the task is due before the day and not on it.
pub(super) fn deadline(cell: &Cell, text: &str, before: bool, years: Years) -> Option<Deadline> {
    let with = |term: Term| if before { Deadline::Before(term) } else { Deadline::By(term) };
    match &cell.value {
        Value::Day(first) if is_month_format(&cell.format) => {
            Some(Deadline::By(Term::Month(Month::of(*first))))
        }
        Value::Day(day) => Some(with(Term::Day(*day))),
        Value::Number(n) => serial(*n).map(|day| with(Term::Day(day))),
        Value::Text(_) => deadlines::deadline(text, before, years).ok(),
        _ => None,
    }
}
