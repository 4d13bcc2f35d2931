//! Reads and writes dates.

use chrono::{Datelike, NaiveDate};

/// The years that a date in a record may have.
///
/// Any other year is a typing error: the letter that this project began with prints "12/6/20201".
pub const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// Writes a date in the short administrative form: days 1 to 9 and months 1 and 2 take a leading
/// zero, other months do not (05/7/2021, 10/02/2022).
///
/// Source: Decree 30/2020/NĐ-CP, Annex I, on the time of issue of a document ("đối với những số
/// chỉ ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước").
pub fn short_date(date: NaiveDate) -> String {
    format!("{}/{}/{}", padded_day(date), padded_month(date), date.year())
}

/// Writes a date in the long form, "ngày 22 tháng 7 năm 2021", with zeros like [`short_date`].
pub fn long_date(date: NaiveDate) -> String {
    format!("ngày {} tháng {} năm {}", padded_day(date), padded_month(date), date.year())
}

/// The error for a text that is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// The month comes first (`7/25/2021`), or an ISO date has the day before the month.
    MonthFirst {
        /// The date that must have been meant.
        suggestion: NaiveDate,
    },
    /// The year has two digits (`25/7/21`).
    TwoDigitYear {
        /// The date if it lies after 2000 and the rest is unambiguous.
        suggestion: Option<NaiveDate>,
    },
    /// The month has no such day (30 February).
    NoSuchDay {
        /// The year as written.
        year: i32,
        /// The month as written.
        month: u32,
        /// The day as written.
        day: u32,
        /// Number of days of that month.
        days_in_month: u32,
    },
    /// There is no such month, and no other reading is a date.
    NoSuchMonth {
        /// The month as written.
        month: u32,
    },
    /// The year lies outside [`YEARS`].
    YearOutOfRange {
        /// The year as written.
        year: u32,
    },
    /// The text has another shape.
    Shape {
        /// The date if the shape leaves no doubt (`2021-7-5`, `25.7.2021`).
        suggestion: Option<NaiveDate>,
    },
}

/// Reads a date: ISO (`2021-07-25`) or, always day first, `25/7/2021` or `05/07/2021`.
///
/// Nothing is guessed: `7/25/2021` and `25/7/21` are errors that carry the date that was probably
/// meant.
pub fn parse_date(text: &str) -> Result<NaiveDate, DateError> {
    if let Some([year, month, day]) = digit_groups(text, '-')
        && let (4, 2, 2) = (year.len(), month.len(), day.len())
    {
        return calendar_day(value(year), value(month), value(day));
    }
    if let Some([day, month, year]) = digit_groups(text, '/')
        && day.len() <= 2
        && month.len() <= 2
    {
        let (day, month) = (value(day), value(month));
        return match year.len() {
            4 => calendar_day(value(year), month, day),
            2 => Err(DateError::TwoDigitYear {
                suggestion: either_day(2000 + value(year), month, day),
            }),
            1..=9 => Err(DateError::YearOutOfRange { year: value(year) }),
            _ => Err(DateError::Shape { suggestion: None }),
        };
    }
    if let Some([a, b, c]) = digit_groups(text, '-')
        && let (2, 1..=2, 2) = (a.len(), b.len(), c.len())
    {
        // 21-07-25 and 25-07-21 are ambiguous.
        return Err(DateError::TwoDigitYear { suggestion: None });
    }
    Err(DateError::Shape { suggestion: near_date(text) })
}

fn padded_day(date: NaiveDate) -> String {
    format!("{:02}", date.day())
}

fn padded_month(date: NaiveDate) -> String {
    match date.month() {
        month @ 1..=2 => format!("0{month}"),
        month => month.to_string(),
    }
}

/// Returns the text if it consists of ASCII digits, few enough for [`value`].
pub(super) fn digits(text: &str) -> Option<&str> {
    let few = (1..=9).contains(&text.len());
    (few && text.bytes().all(|b| b.is_ascii_digit())).then_some(text)
}

/// Splits a text into exactly three groups of digits.
fn digit_groups(text: &str, separator: char) -> Option<[&str; 3]> {
    let mut groups = text.split(separator);
    let three = [digits(groups.next()?)?, digits(groups.next()?)?, digits(groups.next()?)?];
    groups.next().is_none().then_some(three)
}

/// Returns the value of digits that [`digits`] has accepted.
pub(super) fn value(digits: &str) -> u32 {
    digits.bytes().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
}

fn calendar_day(year: u32, month: u32, day: u32) -> Result<NaiveDate, DateError> {
    let Some(known) = known_year(year) else {
        return Err(DateError::YearOutOfRange { year });
    };
    if let Some(date) = NaiveDate::from_ymd_opt(known, month, day) {
        return Ok(date);
    }
    if !(1..=12).contains(&month) {
        return Err(match NaiveDate::from_ymd_opt(known, day, month) {
            Some(suggestion) => DateError::MonthFirst { suggestion },
            None => DateError::NoSuchMonth { month },
        });
    }
    let days_in_month = days_in_month(known, month);
    Err(DateError::NoSuchDay { year: known, month, day, days_in_month })
}

pub(super) fn known_year(year: u32) -> Option<i32> {
    i32::try_from(year).ok().filter(|year| YEARS.contains(year))
}

/// Returns the date, read day first if possible, else month first.
fn either_day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    match calendar_day(year, month, day) {
        Ok(date) => Some(date),
        Err(DateError::MonthFirst { suggestion }) => Some(suggestion),
        Err(_) => None,
    }
}

/// Reads a date with blanks around it, missing zeros or other separators.
fn near_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    ['-', '/', '.', ' '].into_iter().find_map(|separator| {
        let [a, b, c] = digit_groups(text, separator)?;
        match (a.len(), b.len(), c.len()) {
            (4, 1..=2, 1..=2) => calendar_day(value(a), value(b), value(c)).ok(),
            (1..=2, 1..=2, 4) => calendar_day(value(c), value(b), value(a)).ok(),
            _ => None,
        }
    })
}

pub(super) fn days_in_month(year: i32, month: u32) -> u32 {
    (28..=31).rev().find(|&day| NaiveDate::from_ymd_opt(year, month, day).is_some()).unwrap_or(28)
}

/// Returns a day that exists: periods are made from a `NaiveDate` or from a year in [`YEARS`].
pub(super) fn existing_day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::day;
    use super::*;

    #[test]
    fn dates_are_written_with_the_administrative_padding() {
        assert_eq!(short_date(day(2021, 7, 5)), "05/7/2021");
        assert_eq!(short_date(day(2022, 2, 10)), "10/02/2022");
        assert_eq!(short_date(day(2022, 1, 1)), "01/01/2022");
        assert_eq!(short_date(day(2021, 12, 31)), "31/12/2021");
        assert_eq!(long_date(day(2021, 7, 22)), "ngày 22 tháng 7 năm 2021");
        assert_eq!(long_date(day(2022, 1, 5)), "ngày 05 tháng 01 năm 2022");
    }

    #[test]
    fn dates_are_read_iso_or_day_first() {
        for text in ["2021-07-25", "25/7/2021", "25/07/2021"] {
            assert_eq!(parse_date(text), Ok(day(2021, 7, 25)), "{text}");
        }
        assert_eq!(parse_date("05/07/2021"), Ok(day(2021, 7, 5)));
        assert_eq!(parse_date("5/7/2021"), Ok(day(2021, 7, 5)));
        assert_eq!(parse_date("29/2/2024"), Ok(day(2024, 2, 29)));
        assert_eq!(parse_date("2000-01-01"), Ok(day(2000, 1, 1)));
        assert_eq!(parse_date("31/12/2100"), Ok(day(2100, 12, 31)));
    }

    #[test]
    fn date_errors_name_the_mistake() {
        use DateError::*;
        let suggestion = day(2021, 7, 25);
        assert_eq!(parse_date("7/25/2021"), Err(MonthFirst { suggestion }));
        assert_eq!(parse_date("2021-25-07"), Err(MonthFirst { suggestion }));
        assert_eq!(parse_date("25/7/21"), Err(TwoDigitYear { suggestion: Some(suggestion) }));
        assert_eq!(parse_date("7/25/21"), Err(TwoDigitYear { suggestion: Some(suggestion) }));
        assert_eq!(parse_date("21-07-25"), Err(TwoDigitYear { suggestion: None }));
        assert_eq!(
            parse_date("30/2/2021"),
            Err(NoSuchDay { year: 2021, month: 2, day: 30, days_in_month: 28 })
        );
        assert_eq!(
            parse_date("2024-02-30"),
            Err(NoSuchDay { year: 2024, month: 2, day: 30, days_in_month: 29 })
        );
        assert_eq!(
            parse_date("00/7/2021"),
            Err(NoSuchDay { year: 2021, month: 7, day: 0, days_in_month: 31 })
        );
        assert_eq!(parse_date("31/13/2021"), Err(NoSuchMonth { month: 13 }));
        assert_eq!(parse_date("1/0/2021"), Err(NoSuchMonth { month: 0 }));
        assert_eq!(parse_date("12/6/20201"), Err(YearOutOfRange { year: 20201 }));
        assert_eq!(parse_date("1999-12-31"), Err(YearOutOfRange { year: 1999 }));
        assert_eq!(parse_date("1/1/2101"), Err(YearOutOfRange { year: 2101 }));
        assert_eq!(parse_date("1/1/202"), Err(YearOutOfRange { year: 202 }));
    }

    #[test]
    fn other_shapes_are_errors_that_may_suggest_a_date() {
        let suggestion = Some(day(2021, 7, 5));
        for text in ["2021-7-5", "5.7.2021", "05-07-2021", "2021/07/05", " 5/7/2021", "5 7 2021"] {
            assert_eq!(parse_date(text), Err(DateError::Shape { suggestion }), "{text}");
        }
        for text in [
            "",
            "hôm qua",
            "2021",
            "2021-07",
            "7/2021",
            "-2021-07-25",
            "+1/7/2021",
            "1/+7/2021",
            "2021-07-25T00:00",
            "1/7/2021/",
            "１/7/2021",
            "1/7/99999999999",
            "//",
            "٢٥/٧/٢٠٢١",
        ] {
            assert_eq!(parse_date(text), Err(DateError::Shape { suggestion: None }), "{text}");
        }
    }

    proptest! {
        #[test]
        fn written_dates_are_read_back(days in 0_u64..36_890) {
            let date = day(2000, 1, 1) + chrono::Days::new(days);
            prop_assert_eq!(parse_date(&short_date(date)), Ok(date));
            prop_assert_eq!(parse_date(&date.to_string()), Ok(date));
        }
    }
}
