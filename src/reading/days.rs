//! Reads days as people write them: `24/7/2021`, `30.6.2021`, `ngày 24 tháng 7 năm 2021`, `22/7`,
//! `8h15 thứ bảy, 24/7/2021`.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

use super::{ranges, times};
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
    /// Several days; the last of them.
    Range(NaiveDate),
    /// Anything else.
    Shape,
}

/// A day that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadDay {
    /// The day in Vietnam.
    pub date: NaiveDate,
    /// The time of day in Vietnam, if one was written. Midnight is none: a day begins with it.
    pub time: Option<NaiveTime>,
    /// Whether it was written in the time of another zone.
    pub moved: bool,
}

impl ReadDay {
    /// A day without a time.
    pub fn plain(date: NaiveDate) -> Self {
        ReadDay { date, time: None, moved: false }
    }
}

/// Reads a day. It may have a time, and the day of the week, which is not compared.
///
/// # Errors
///
/// Fails with a [`DayError`] if the text is something else.
pub fn day(text: &str, years: Years) -> Result<ReadDay, DayError> {
    let time = times::time(text);
    let text = &without_weekday(time.as_ref().map_or(text, |time| time.rest.as_str()));
    let read = one_day(text, years).map_err(|error| match error {
        DayError::MonthFirst(_) => error,
        error => {
            let ends = ranges::last_ends(text);
            let last = ends.iter().find_map(|end| one_day(&without_weekday(end), years).ok());
            last.map_or(error, DayError::Range)
        }
    })?;
    let moved = time.as_ref().and_then(|time| time.moved);
    let time = time.and_then(|time| time.time).filter(|time| *time != NaiveTime::MIN);
    Ok(ReadDay {
        date: read + TimeDelta::days(moved.unwrap_or_default()),
        time,
        moved: moved.is_some(),
    })
}

/// Removes the day of the week: "thứ năm, 24/7", "24/7 (thứ 5)".
pub(super) fn without_weekday(text: &str) -> String {
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

/// Reads a day without a time.
fn one_day(text: &str, years: Years) -> Result<NaiveDate, DayError> {
    let (words, numbers) = tokens(text);
    let is_date_word =
        |word: &String| matches!(word.as_str(), "ngay" | "thang" | "nam" | "den" | "tinh");
    if !words.iter().all(is_date_word) || is_mixed(text) || begins_with_month(text) {
        let names_period = |word: &String| matches!(word.as_str(), "t" | "thang" | "quy" | "q");
        let is_period = words.iter().any(names_period) && !words.iter().any(|word| word == "ngay");
        return Err(if is_period { DayError::NotOneDay } else { DayError::Shape });
    }
    day_of_numbers(&numbers, years)
}

/// Returns whether the numbers of a text stand between different signs: `5-7/2025` is no day.
pub(super) fn is_mixed(text: &str) -> bool {
    let numbers = text.trim_matches(|c: char| !c.is_ascii_digit());
    let signs = || numbers.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace());
    signs().any(|sign| Some(sign) != signs().next())
}

/// Returns whether the first number of a text is a month: "tháng 7 - tháng 8" is no day, "24 tháng
/// 7" is.
pub(super) fn begins_with_month(text: &str) -> bool {
    let before = fold(text);
    let before = before.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    matches!(before.split_whitespace().next_back(), Some("t" | "thang"))
}

/// Reads a day from its numbers.
///
/// # Errors
///
/// Fails with a [`DayError`] if they are not those of a day.
pub fn day_of_numbers(numbers: &[String], years: Years) -> Result<NaiveDate, DayError> {
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
        (None, None) if year.is_none() && matches!(years, Years::Written) => Err(DayError::Shape),
        (None, None) => Err(DayError::NoSuchDay),
    }
}

/// Writes a day, with its time if it has one, as a record holds it: `2021-07-24T17:00`.
pub fn written(day: NaiveDate, time: Option<NaiveTime>) -> String {
    time.map_or_else(|| day.to_string(), |time| format!("{day}T{}", time.format("%H:%M")))
}

/// Returns the day that a text must mean which is not a date of the format: `30.6.2021`,
/// `ngày 24 tháng 7 năm 2021`. A year of two digits leaves a doubt, and so do the time of another zone
/// and the day of the week.
pub fn meant(text: &str) -> Option<NaiveDate> {
    match parse_date(text.trim()) {
        Err(DateError::Shape { .. }) => {}
        _ => return None,
    }
    let text: String = text.chars().take(60).collect();
    let is_sure = names_year(&text) && without_weekday(&text) == fold(&text);
    let read = is_sure.then(|| day(&text, Years::Written).ok()).flatten()?;
    (!read.moved && read.time.is_none()).then_some(read.date)
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
            ("24/7/2021 24:00", "2021-07-24"),
            ("Thứ bảy, ngày 24/7/2021", "2021-07-24"),
            ("24/7/2021 (thứ 7)", "2021-07-24"),
        ] {
            assert_eq!(read(text), Ok(ReadDay::plain(date(meant))), "{text}");
        }
        for (text, meant, clock, moved) in [
            ("24/07/2021 08:15", "2021-07-24", "08:15", false),
            ("8h15 ngày 24/7/2021", "2021-07-24", "08:15", false),
            ("2021-07-24T23:59+07:00", "2021-07-24", "23:59", false),
            ("2021-07-24T18:00Z", "2021-07-25", "01:00", true),
        ] {
            let expected = ReadDay { date: date(meant), time: clock.parse().ok(), moved };
            assert_eq!(read(text), Ok(expected), "{text}");
        }
        assert_eq!(
            read("2021-07-24T17:00Z"),
            Ok(ReadDay { date: date("2021-07-25"), time: None, moved: true })
        );
        assert_eq!(read("7/25/2021"), Err(DayError::MonthFirst(date("2021-07-25"))));
        assert_eq!(read("30/2/2021"), Err(DayError::NoSuchDay));
        assert_eq!(read("T12"), Err(DayError::NotOneDay));
        assert_eq!(read("tháng 6/2021"), Err(DayError::NotOneDay));
        assert_eq!(read("tuần sau"), Err(DayError::Shape));
        assert_eq!(read("12/6/20201"), Err(DayError::Shape));
        assert_eq!(read("5-7/2021"), Err(DayError::Shape));
        for text in ["T7-T8/2021", "tháng 7 - tháng 8"] {
            assert_eq!(read(text), Err(DayError::NotOneDay), "{text}");
        }
    }

    #[test]
    fn several_days_are_no_day() {
        for text in [
            "01/7-15/7/2021",
            "1-15/7/2021",
            "từ 1/7 đến 15/7/2021",
            "từ ngày 1/7/2021 đến ngày 15/7/2021",
            "2021-07-01 - 2021-07-15",
            "1/7, 15/7/2021",
            "1-15/7",
            "thứ năm 1/7 - thứ năm 15/7",
        ] {
            assert_eq!(day(text, directive()), Err(DayError::Range(date("2021-07-15"))), "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_the_nearest_to_the_as_of_date() {
        let near = |as_of: &str| Years::Near { date: date(as_of), from: date("2024-11-20") };
        let read = |text: &str, as_of: &str| day(text, near(as_of)).unwrap().date.to_string();
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
        for text in [
            "30/6",
            "30/6/2025",
            "30.6.25",
            "tháng 6/2025",
            "7.25.2025",
            "1-15.6.2025",
            "2025-06-30T17:00Z",
            "thứ hai, 30.6.2025",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
