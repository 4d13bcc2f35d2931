//! Reads months, quarters and years, and gives their first and last days.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::dates::{days_in_month, digits, existing_day, known_year, value};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month {
    year: i32,
    month: u32,
}

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quarter {
    year: i32,
    quarter: u32,
}

/// A calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Year(i32);

/// The error for a text that is not a month, a quarter or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodError {
    /// The year has two digits.
    TwoDigitYear,
    /// There is no such month.
    NoSuchMonth {
        /// The month as written.
        month: u32,
    },
    /// There is no such quarter.
    NoSuchQuarter {
        /// The quarter as written.
        quarter: u32,
    },
    /// The year lies outside [`YEARS`](super::dates::YEARS).
    YearOutOfRange {
        /// The year as written.
        year: u32,
    },
    /// The text has another shape.
    Shape,
}

/// Reads a month: `2021-10` or `10/2021`.
pub fn parse_month(text: &str) -> Result<Month, PeriodError> {
    let (year, month) = match (text.split_once('-'), text.split_once('/')) {
        (Some((year, month)), None) if month.len() == 2 => (year, month),
        (None, Some((month, year))) if (1..=2).contains(&month.len()) => (year, month),
        _ => return Err(PeriodError::Shape),
    };
    let month = digits(month).ok_or(PeriodError::Shape)?;
    let year = period_year(year)?;
    match value(month) {
        month @ 1..=12 => Ok(Month { year, month }),
        month => Err(PeriodError::NoSuchMonth { month }),
    }
}

/// Reads a quarter: `2021-Q3` or `Q3/2021`, also with a small `q`.
pub fn parse_quarter(text: &str) -> Result<Quarter, PeriodError> {
    let (year, quarter) = match (text.split_once('-'), text.split_once('/')) {
        (Some((year, quarter)), None) => (year, quarter),
        (None, Some((quarter, year))) => (year, quarter),
        _ => return Err(PeriodError::Shape),
    };
    let quarter = quarter.strip_prefix(['Q', 'q']).ok_or(PeriodError::Shape)?;
    let quarter = digits(quarter).filter(|q| q.len() <= 2).ok_or(PeriodError::Shape)?;
    let year = period_year(year)?;
    match value(quarter) {
        quarter @ 1..=4 => Ok(Quarter { year, quarter }),
        quarter => Err(PeriodError::NoSuchQuarter { quarter }),
    }
}

/// Reads a year: `2021`.
pub fn parse_year(text: &str) -> Result<Year, PeriodError> {
    period_year(text).map(Year)
}

impl Month {
    /// Returns the month of a day.
    pub fn of(date: NaiveDate) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// Returns the year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Returns the number within the year, 1 to 12.
    pub fn number(self) -> u32 {
        self.month
    }

    /// Returns the first day.
    pub fn first_day(self) -> NaiveDate {
        existing_day(self.year, self.month, 1)
    }

    /// Returns the last day.
    pub fn last_day(self) -> NaiveDate {
        existing_day(self.year, self.month, days_in_month(self.year, self.month))
    }
}

impl Quarter {
    /// Returns the quarter of a day.
    pub fn of(date: NaiveDate) -> Self {
        Self { year: date.year(), quarter: date.month0() / 3 + 1 }
    }

    /// Returns the year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Returns the number within the year, 1 to 4.
    pub fn number(self) -> u32 {
        self.quarter
    }

    /// Returns the first day.
    pub fn first_day(self) -> NaiveDate {
        existing_day(self.year, self.quarter * 3 - 2, 1)
    }

    /// Returns the last day.
    pub fn last_day(self) -> NaiveDate {
        Month { year: self.year, month: self.quarter * 3 }.last_day()
    }
}

impl Year {
    /// Returns the year of a day.
    pub fn of(date: NaiveDate) -> Self {
        Self(date.year())
    }

    /// Returns the year as a number.
    pub fn number(self) -> i32 {
        self.0
    }

    /// Returns the first day.
    pub fn first_day(self) -> NaiveDate {
        existing_day(self.0, 1, 1)
    }

    /// Returns the last day.
    pub fn last_day(self) -> NaiveDate {
        existing_day(self.0, 12, 31)
    }
}

fn period_year(text: &str) -> Result<i32, PeriodError> {
    let year = digits(text).ok_or(PeriodError::Shape)?;
    if year.len() == 2 {
        return Err(PeriodError::TwoDigitYear);
    }
    let year = value(year);
    known_year(year).ok_or(PeriodError::YearOutOfRange { year })
}

#[cfg(test)]
mod tests {
    use super::super::samples::day;
    use super::*;

    #[test]
    fn periods_are_read_and_know_their_days() {
        let month = parse_month("2021-10").unwrap();
        assert_eq!(parse_month("10/2021"), Ok(month));
        assert_eq!(parse_month("7/2021"), parse_month("2021-07"));
        assert_eq!((month.first_day(), month.last_day()), (day(2021, 10, 1), day(2021, 10, 31)));
        assert_eq!(parse_month("02/2024").unwrap().last_day(), day(2024, 2, 29));
        assert_eq!((month.year(), month.number()), (2021, 10));
        assert_eq!(Month::of(day(2021, 10, 5)), month);

        let quarter = parse_quarter("2021-Q3").unwrap();
        assert_eq!(parse_quarter("q3/2021"), Ok(quarter));
        assert_eq!((quarter.first_day(), quarter.last_day()), (day(2021, 7, 1), day(2021, 9, 30)));
        assert_eq!(Quarter::of(day(2021, 7, 1)), quarter);
        assert_eq!(Quarter::of(day(2021, 9, 30)), quarter);
        assert_eq!((quarter.year(), quarter.number()), (2021, 3));

        let year = parse_year("2021").unwrap();
        assert_eq!((year.first_day(), year.last_day()), (day(2021, 1, 1), day(2021, 12, 31)));
        assert_eq!(Year::of(day(2021, 5, 5)).number(), 2021);

        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            assert!(Month::of(date).first_day() <= date && date <= Month::of(date).last_day());
            assert!(Quarter::of(date).first_day() <= date && date <= Quarter::of(date).last_day());
            assert!(Year::of(date).first_day() <= date && date <= Year::of(date).last_day());
        }
    }

    #[test]
    fn period_errors_name_the_mistake() {
        use PeriodError::*;
        assert_eq!(parse_month("2021-13"), Err(NoSuchMonth { month: 13 }));
        assert_eq!(parse_month("0/2021"), Err(NoSuchMonth { month: 0 }));
        assert_eq!(parse_month("10/21"), Err(TwoDigitYear));
        assert_eq!(parse_month("10/1999"), Err(YearOutOfRange { year: 1999 }));
        for text in ["", "2021", "2021-7", "10-2021", "2021/10", "25/7/2021", "-", "/", "tháng 7"]
        {
            assert!(matches!(parse_month(text), Err(Shape | YearOutOfRange { .. })), "{text}");
        }
        assert_eq!(parse_quarter("2021-Q5"), Err(NoSuchQuarter { quarter: 5 }));
        assert_eq!(parse_quarter("Q0/2021"), Err(NoSuchQuarter { quarter: 0 }));
        assert_eq!(parse_quarter("2021-3"), Err(Shape));
        assert_eq!(parse_quarter("III/2021"), Err(Shape));
        assert_eq!(parse_quarter("Q3/21"), Err(TwoDigitYear));
        assert_eq!(parse_year("21"), Err(TwoDigitYear));
        assert_eq!(parse_year("2101"), Err(YearOutOfRange { year: 2101 }));
        assert_eq!(parse_year("năm 2021"), Err(Shape));
    }
}
