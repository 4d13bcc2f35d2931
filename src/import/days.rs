//! Reads days from cells.

use chrono::{Datelike, NaiveDate};

pub(super) use crate::reading::days::{DayError, ReadDay, Years};

use crate::reading::days;
use crate::spreadsheet::{Cell, Value, read};
use crate::vietnamese::YEARS;

/// Reads the day of a cell; `None` if it is empty.
///
/// # Errors
///
/// Fails with a [`DayError`] if it holds something else.
pub(super) fn day(cell: &Cell, text: &str, years: Years) -> Result<Option<ReadDay>, DayError> {
    match &cell.value {
        Value::Nothing => Ok(None),
        Value::Day(day, _) if !YEARS.contains(&day.year()) => Err(DayError::NoSuchDay),
        Value::Day(..) if is_month_format(&cell.format) => Err(DayError::NotOneDay),
        Value::Day(date, time) => Ok(Some(ReadDay { time: *time, ..ReadDay::plain(*date) })),
        Value::Number(n) => serial(*n).map(|day| Some(ReadDay::plain(day))).ok_or(DayError::Shape),
        Value::Text(_) if matches!(text.trim(), "" | "-" | "–") => Ok(None),
        Value::Text(_) => days::day(text, years).map(Some),
        _ => Err(DayError::Shape),
    }
}

/// Reads the serial number of a day in a cell without the format of a date.
pub(super) fn serial(n: f64) -> Option<NaiveDate> {
    let whole = n.fract() == 0.0;
    read::day(n, false).filter(|day| whole && YEARS.contains(&day.year()))
}

/// Returns whether a cell shows a day as its month and year only.
pub(super) fn is_month_format(format: &str) -> bool {
    let format = format.to_ascii_lowercase();
    format.contains("mmm") && format.contains('y') && !format.contains('d')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_day_only_if_it_is_whole_and_near() {
        let number = |n| Cell { value: Value::Number(n), ..Cell::default() };
        let date = |text: &str| Ok(Some(ReadDay::plain(text.parse().unwrap())));
        assert_eq!(day(&number(44_401.0), "44401", Years::Written), date("2021-07-24"));
        assert_eq!(day(&number(24.7), "24.7", Years::Written), Err(DayError::Shape));
    }
}
