//! Reads days as people write them: `24/7/2021`, `30.6.2021`, `ngày 24 tháng 7 năm 2021`, `22/7`.

use chrono::{Datelike, NaiveDate};

use crate::vietnamese::{DateError, YEARS, fold, parse_date};

/// The year of a day, month or quarter that is written without one.
#[derive(Clone, Copy, Debug)]
pub enum Years {
    /// The directive's year, or the next if only that lies within the directive's period. For
    /// trackers, in which most days are deadlines that the directive has set.
    OfDirective {
        /// The day of the directive.
        from: NaiveDate,
        /// The last day of its period.
        to: Option<NaiveDate>,
    },
    /// The year that brings the day nearest to a date, but not before the directive. For what is
    /// typed while the records are kept.
    Near {
        /// The as-of date.
        date: NaiveDate,
        /// The day of the directive.
        from: NaiveDate,
    },
    /// None: the year must be written. For records.
    Written,
}

impl Years {
    /// Returns the date of a day and a month.
    pub fn day(self, day: u32, month: u32) -> Option<NaiveDate> {
        let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
        match self {
            Years::OfDirective { from, to } => {
                let first = in_year(from.year());
                let next = in_year(from.year() + 1).filter(|next| to.is_some_and(|to| *next <= to));
                match (first, next) {
                    (Some(first), Some(next)) if first < from => Some(next),
                    (first, next) => first.or(next),
                }
            }
            Years::Near { date, from } => {
                // A leap day may be up to eight years away.
                let years = (date.year() - 8).max(from.year())..=date.year() + 8;
                let days = years.filter_map(in_year).filter(|day| *day >= from);
                days.min_by_key(|day| (*day - date).num_days().abs())
            }
            Years::Written => None,
        }
    }

    /// Returns the year of a month or a quarter.
    pub fn period(self) -> Option<i32> {
        match self {
            Years::OfDirective { from, .. } => Some(from.year()),
            Years::Near { date, from } => Some(date.max(from).year()),
            Years::Written => None,
        }
    }
}

/// The error for a text that is not a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayError {
    /// The month comes first; the date that must have been meant.
    MonthFirst(NaiveDate),
    /// There is no such day.
    NoSuchDay,
    /// A month or a longer period.
    NotOneDay,
    /// Anything else.
    Shape,
}

/// Reads a day.
///
/// # Errors
///
/// Fails with a [`DayError`] if the text is something else.
pub fn day(text: &str, years: Years) -> Result<NaiveDate, DayError> {
    let (words, numbers) = tokens(text);
    let is_date_word =
        |word: &String| matches!(word.as_str(), "ngay" | "thang" | "nam" | "den" | "tinh");
    if !words.iter().all(is_date_word) {
        let names_period = |word: &String| matches!(word.as_str(), "t" | "thang" | "quy" | "q");
        let is_period = words.iter().any(names_period) && !words.iter().any(|word| word == "ngay");
        return Err(if is_period { DayError::NotOneDay } else { DayError::Shape });
    }
    day_of_numbers(&numbers, years)
}

/// Reads a day from its numbers.
///
/// # Errors
///
/// Fails with a [`DayError`] if they are not those of a day.
pub fn day_of_numbers(numbers: &[String], years: Years) -> Result<NaiveDate, DayError> {
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
        (None, None) if year.is_none() && matches!(years, Years::Written) => Err(DayError::Shape),
        (None, None) => Err(DayError::NoSuchDay),
    }
}

/// Returns the day that a text must mean which is not a date of the format: `30.6.2021`,
/// `ngày 24 tháng 7 năm 2021`. A year of two digits leaves a doubt.
pub fn meant(text: &str) -> Option<NaiveDate> {
    match parse_date(text.trim()) {
        Err(DateError::Shape { .. }) => {}
        _ => return None,
    }
    let text: String = text.chars().take(60).collect();
    names_year(&text).then(|| day(&text, Years::Written).ok()).flatten()
}

/// Returns whether a text names a year with its four digits.
pub fn names_year(text: &str) -> bool {
    tokens(text).1.iter().any(|number| number.len() == 4)
}

/// Splits a text into its folded words and its numbers.
pub fn tokens(text: &str) -> (Vec<String>, Vec<String>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn directive() -> Years {
        Years::OfDirective { from: date("2021-07-22"), to: Some(date("2022-03-31")) }
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let read = |text: &str| day(text, directive());
        for (text, meant) in [
            ("24/7/2021", "2021-07-24"),
            ("30.6.2021", "2021-06-30"),
            ("24-7-21", "2021-07-24"),
            ("22/7", "2021-07-22"),
            ("15/01", "2022-01-15"),
            ("ngày 24 tháng 7 năm 2021", "2021-07-24"),
            ("2021-07-24 00:00:00", "2021-07-24"),
        ] {
            assert_eq!(read(text), Ok(date(meant)), "{text}");
        }
        assert_eq!(read("7/25/2021"), Err(DayError::MonthFirst(date("2021-07-25"))));
        assert_eq!(read("30/2/2021"), Err(DayError::NoSuchDay));
        assert_eq!(read("T12"), Err(DayError::NotOneDay));
        assert_eq!(read("tháng 6/2021"), Err(DayError::NotOneDay));
        assert_eq!(read("tuần sau"), Err(DayError::Shape));
        assert_eq!(read("12/6/20201"), Err(DayError::Shape));
    }

    #[test]
    fn a_day_without_a_year_is_the_nearest_to_the_as_of_date() {
        let near = |as_of: &str| Years::Near { date: date(as_of), from: date("2024-11-20") };
        let read = |text: &str, as_of: &str| day(text, near(as_of)).unwrap().to_string();
        assert_eq!(read("30/6", "2025-03-31"), "2025-06-30");
        assert_eq!(read("05/01", "2025-12-20"), "2026-01-05");
        assert_eq!(read("28/12", "2026-01-03"), "2025-12-28");
        assert_eq!(read("15/10", "2025-01-10"), "2025-10-15", "never before the directive");
        assert_eq!(read("29/2", "2025-12-20"), "2028-02-29");
        assert_eq!(day("30/6", Years::Written), Err(DayError::Shape));
        assert_eq!(near("2025-03-31").period(), Some(2025));
    }

    #[test]
    fn a_day_in_other_words_is_meant_only_with_its_year() {
        assert_eq!(meant("ngày 30 tháng 6 năm 2025"), Some(date("2025-06-30")));
        assert_eq!(meant("30.6.2025"), Some(date("2025-06-30")));
        for text in ["30/6", "30/6/2025", "30.6.25", "tháng 6/2025", "7.25.2025"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
