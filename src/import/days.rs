//! Reads days from cells.

use chrono::{Datelike, NaiveDate};

use crate::spreadsheet::{Cell, Value, read};
use crate::vietnamese::{YEARS, fold};

/// The period that gives a year to a day without one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Years {
    /// The day of the directive.
    pub(super) from: NaiveDate,
    /// The last day of its period.
    pub(super) to: Option<NaiveDate>,
}

impl Years {
    /// Returns the date of a day and month: in the directive's year, or in the next year if only
    /// that lies within the period.
    fn day(self, day: u32, month: u32) -> Option<NaiveDate> {
        let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
        let first = in_year(self.from.year());
        let next =
            in_year(self.from.year() + 1).filter(|next| self.to.is_some_and(|to| *next <= to));
        match (first, next) {
            (Some(first), Some(next)) if first < self.from => Some(next),
            (first, next) => first.or(next),
        }
    }
}

/// The error for a cell that does not hold a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DayError {
    /// The month comes first; the date that must have been meant.
    MonthFirst(NaiveDate),
    /// There is no such day.
    NoSuchDay,
    /// A month or a longer period.
    NotOneDay,
    /// Anything else.
    Shape,
}

/// Reads the day of a cell; `None` if it is empty.
///
/// # Errors
///
/// Fails with a [`DayError`] if it holds something else.
pub(super) fn day(cell: &Cell, text: &str, years: Years) -> Result<Option<NaiveDate>, DayError> {
    match &cell.value {
        Value::Nothing => Ok(None),
        Value::Day(day) if !YEARS.contains(&day.year()) => Err(DayError::NoSuchDay),
        Value::Day(_) if is_month_format(&cell.format) => Err(DayError::NotOneDay),
        Value::Day(day) => Ok(Some(*day)),
        Value::Number(n) => serial(*n).map(Some).ok_or(DayError::Shape),
        Value::Text(_) if matches!(text.trim(), "" | "-" | "–") => Ok(None),
        Value::Text(_) => typed_day(text, years).map(Some),
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

/// Splits a text into its folded words and its numbers.
pub(super) fn tokens(text: &str) -> (Vec<String>, Vec<String>) {
    let folded = fold(text);
    let mut words = Vec::new();
    let mut numbers = Vec::new();
    for token in folded.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()) {
        let digits = token.find(|c: char| c.is_ascii_digit());
        match digits {
            None => words.push(token.to_owned()),
            Some(0) if token.bytes().all(|b| b.is_ascii_digit()) => numbers.push(token.to_owned()),
            // T12, Q3
            Some(at) if at > 0 && token[at..].bytes().all(|b| b.is_ascii_digit()) => {
                words.push(token[..at].to_owned());
                numbers.push(token[at..].to_owned());
            }
            Some(_) => words.push(token.to_owned()),
        }
    }
    (words, numbers)
}

fn typed_day(text: &str, years: Years) -> Result<NaiveDate, DayError> {
    let (words, numbers) = tokens(text);
    let is_date_word =
        |word: &String| matches!(word.as_str(), "ngay" | "thang" | "nam" | "den" | "tinh");
    if !words.iter().all(is_date_word) {
        return Err(
            if words.iter().any(|word| matches!(word.as_str(), "t" | "thang" | "quy" | "q")) {
                DayError::NotOneDay
            } else {
                DayError::Shape
            },
        );
    }
    day_of_numbers(&numbers, years)
}

/// Reads a day from its numbers.
///
/// # Errors
///
/// Fails with a [`DayError`] if they are not those of a day.
pub(super) fn day_of_numbers(numbers: &[String], years: Years) -> Result<NaiveDate, DayError> {
    let parsed: Vec<u32> = numbers.iter().map(|n| n.parse().unwrap_or(u32::MAX)).collect();
    let (day, month, year) = match (parsed.as_slice(), numbers) {
        ([year, month, day, ..], [first, ..]) if first.len() == 4 => (*day, *month, Some(*year)),
        ([day, month, year], [.., last]) if last.len() == 4 => (*day, *month, Some(*year)),
        ([day, month, year], [.., last]) if last.len() == 2 => (*day, *month, Some(2000 + year)),
        ([day, month], [_, last]) if last.len() <= 2 => (*day, *month, None),
        ([_, year], [_, last]) if last.len() == 4 && *year > 0 => return Err(DayError::NotOneDay),
        _ => return Err(DayError::Shape),
    };
    let make = |day, month| match year {
        None => years.day(day, month),
        Some(year) => i32::try_from(year)
            .ok()
            .filter(|year| YEARS.contains(year))
            .and_then(|year| NaiveDate::from_ymd_opt(year, month, day)),
    };
    match (make(day, month), make(month, day)) {
        (Some(day), _) => Ok(day),
        (None, Some(meant)) => Err(DayError::MonthFirst(meant)),
        (None, None) => Err(DayError::NoSuchDay),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEARS_OF: fn() -> Years =
        || Years { from: "2021-07-22".parse().unwrap(), to: "2022-03-31".parse().ok() };

    fn cell(text: &str) -> Cell {
        Cell { value: Value::Text(text.to_owned()), ..Cell::default() }
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let read = |text: &str| day(&cell(text), text, YEARS_OF());
        let is = |text: &str| Ok(Some(text.parse().unwrap()));
        for (text, date) in [
            ("24/7/2021", "2021-07-24"),
            ("30.6.2021", "2021-06-30"),
            ("24-7-21", "2021-07-24"),
            ("22/7", "2021-07-22"),
            ("15/01", "2022-01-15"),
            ("ngày 24 tháng 7 năm 2021", "2021-07-24"),
            ("2021-07-24 00:00:00", "2021-07-24"),
        ] {
            assert_eq!(read(text), is(date), "{text}");
        }
        assert_eq!(read("7/25/2021"), Err(DayError::MonthFirst("2021-07-25".parse().unwrap())));
        assert_eq!(read("30/2/2021"), Err(DayError::NoSuchDay));
        assert_eq!(read("T12"), Err(DayError::NotOneDay));
        assert_eq!(read("tuần sau"), Err(DayError::Shape));
        assert_eq!(read("12/6/20201"), Err(DayError::Shape));
        let number = |n| Cell { value: Value::Number(n), ..Cell::default() };
        assert_eq!(day(&number(44_401.0), "44401", YEARS_OF()), is("2021-07-24"));
        assert_eq!(day(&number(24.7), "24.7", YEARS_OF()), Err(DayError::Shape));
    }
}
