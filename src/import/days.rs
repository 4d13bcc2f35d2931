//! Reads days from cells.

use chrono::{Datelike, NaiveDate};

use super::ranges;
use super::times;
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
    /// Several days; the last of them.
    Range(NaiveDate),
    /// Anything else.
    Shape,
}

/// A day that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReadDay {
    /// The day in Vietnam.
    pub(super) date: NaiveDate,
    /// If it was written in the time of another zone: the time in Vietnam.
    pub(super) time: Option<String>,
}

/// Reads the day of a cell; `None` if it is empty.
///
/// # Errors
///
/// Fails with a [`DayError`] if it holds something else.
pub(super) fn day(cell: &Cell, text: &str, years: Years) -> Result<Option<ReadDay>, DayError> {
    let plain = |date| Ok(Some(ReadDay { date, time: None }));
    match &cell.value {
        Value::Nothing => Ok(None),
        Value::Day(day) if !YEARS.contains(&day.year()) => Err(DayError::NoSuchDay),
        Value::Day(_) if is_month_format(&cell.format) => Err(DayError::NotOneDay),
        Value::Day(day) => plain(*day),
        Value::Number(n) => serial(*n).map_or(Err(DayError::Shape), plain),
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

/// Returns whether the numbers of a text stand between different signs: `5-7/2025` is no day.
pub(super) fn is_mixed(text: &str) -> bool {
    let numbers = text.trim_matches(|c: char| !c.is_ascii_digit());
    let signs = || numbers.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace());
    signs().any(|sign| Some(sign) != signs().next())
}

fn typed_day(text: &str, years: Years) -> Result<ReadDay, DayError> {
    let time = times::time(text);
    let (text, moved) = match &time {
        Some(time) => (time.rest.as_str(), time.moved.clone()),
        None => (text, None),
    };
    let text = &without_weekday(text);
    let read = one_day(text, years).map_err(|error| match error {
        DayError::MonthFirst(_) => error,
        error => {
            let ends = ranges::last_ends(text);
            let last = ends.iter().find_map(|end| one_day(end, years).ok());
            last.map_or(error, DayError::Range)
        }
    })?;
    let (days, time) = moved.map_or((0, None), |(days, time)| (days, Some(time)));
    let date = read + chrono::TimeDelta::days(days.into());
    Ok(ReadDay { date, time })
}

/// Removes the day of the week: "thứ năm, 24/7", "24/7 (thứ 5)". It is not compared.
fn without_weekday(text: &str) -> String {
    let folded = fold(text);
    let names = ["hai", "ba", "tu", "nam", "sau", "bay", "2", "3", "4", "5", "6", "7"];
    let names = names.iter().map(|name| format!("thu {name}"));
    let found = names.chain(["chu nhat".to_owned()]).find_map(|name| {
        let at = folded.find(&name)?;
        let end = at + name.len();
        let is_whole = !folded[end..].starts_with(char::is_alphanumeric);
        is_whole.then(|| format!("{} {}", &folded[..at], &folded[end..]))
    });
    let is_around = |c: char| c.is_whitespace() || ",()".contains(c);
    found.map_or(folded, |rest| rest.trim_matches(is_around).to_owned())
}

fn one_day(text: &str, years: Years) -> Result<NaiveDate, DayError> {
    let (words, numbers) = tokens(text);
    let is_date_word =
        |word: &String| matches!(word.as_str(), "ngay" | "thang" | "nam" | "den" | "tinh");
    let is_period = |word: &String| matches!(word.as_str(), "t" | "thang" | "quy" | "q");
    // "tháng 7 - tháng 8" is not a day, "24 tháng 7" is.
    let is_months = fold(text).trim_start().starts_with("thang");
    if !words.iter().all(is_date_word) || is_mixed(text) || is_months {
        let is_period = words.iter().any(is_period);
        return Err(if is_period { DayError::NotOneDay } else { DayError::Shape });
    }
    day_of_numbers(&numbers, years)
}

/// Which of its numbers a typed day shows to be the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    /// The first: it is above 12.
    DayFirst,
    /// The second: it is above 12.
    MonthFirst,
    /// Neither.
    Neither,
}

/// Returns what a typed day shows about the order of day and month; `None` if it is no such day.
pub(super) fn shows(text: &str, years: Years) -> Option<Shows> {
    let time = times::time(text);
    let text = time.as_ref().map_or(text, |time| time.rest.as_str());
    let (words, numbers) = tokens(text);
    let is_short = numbers.first().is_some_and(|first| first.len() <= 2);
    if !words.is_empty() || !is_short {
        return None;
    }
    match one_day(text, years) {
        Ok(_) if numbers[0].parse().is_ok_and(|day: u32| day > 12) => Some(Shows::DayFirst),
        Ok(_) => Some(Shows::Neither),
        Err(DayError::MonthFirst(_)) => Some(Shows::MonthFirst),
        Err(_) => None,
    }
}

/// Reads a day from its numbers.
///
/// # Errors
///
/// Fails with a [`DayError`] if they are not those of a day.
pub(super) fn day_of_numbers(numbers: &[String], years: Years) -> Result<NaiveDate, DayError> {
    let parsed: Vec<u32> = numbers.iter().map(|n| n.parse().unwrap_or(u32::MAX)).collect();
    let (day, month, year) = match (parsed.as_slice(), numbers) {
        ([year, month, day], [first, ..]) if first.len() == 4 => (*day, *month, Some(*year)),
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
        let is = |text: &str| Ok(Some(ReadDay { date: text.parse().unwrap(), time: None }));
        for (text, date) in [
            ("24/7/2021", "2021-07-24"),
            ("30.6.2021", "2021-06-30"),
            ("24-7-21", "2021-07-24"),
            ("22/7", "2021-07-22"),
            ("15/01", "2022-01-15"),
            ("ngày 24 tháng 7 năm 2021", "2021-07-24"),
            ("2021-07-24 00:00:00", "2021-07-24"),
            ("24/07/2021 08:15", "2021-07-24"),
            ("8h15 ngày 24/7/2021", "2021-07-24"),
            ("Thứ bảy, ngày 24/7/2021", "2021-07-24"),
            ("24/7/2021 (thứ 7)", "2021-07-24"),
            ("2021-07-24T23:59+07:00", "2021-07-24"),
        ] {
            assert_eq!(read(text), is(date), "{text}");
        }
        let moved = ReadDay { date: "2021-07-25".parse().unwrap(), time: Some("00:00".into()) };
        assert_eq!(read("2021-07-24T17:00Z"), Ok(Some(moved)));
        for text in [
            "01/7-15/7/2021",
            "1-15/7/2021",
            "từ 1/7 đến 15/7/2021",
            "từ ngày 1/7/2021 đến ngày 15/7/2021",
            "2021-07-01 - 2021-07-15",
            "1/7, 15/7/2021",
        ] {
            assert_eq!(read(text), Err(DayError::Range("2021-07-15".parse().unwrap())), "{text}");
        }
        for text in ["T7-T8/2021", "tháng 7 - tháng 8"] {
            assert_eq!(read(text), Err(DayError::NotOneDay), "{text}");
        }
        assert_eq!(read("7/25/2021"), Err(DayError::MonthFirst("2021-07-25".parse().unwrap())));
        assert_eq!(read("30/2/2021"), Err(DayError::NoSuchDay));
        assert_eq!(read("T12"), Err(DayError::NotOneDay));
        assert_eq!(read("tuần sau"), Err(DayError::Shape));
        assert_eq!(read("5-7/2021"), Err(DayError::Shape));
        assert_eq!(read("12/6/20201"), Err(DayError::Shape));
        let number = |n| Cell { value: Value::Number(n), ..Cell::default() };
        assert_eq!(day(&number(44_401.0), "44401", YEARS_OF()), is("2021-07-24"));
        assert_eq!(day(&number(24.7), "24.7", YEARS_OF()), Err(DayError::Shape));
    }
}
