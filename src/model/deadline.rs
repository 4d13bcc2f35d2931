//! When a task is due, in the precision in which it was promised.

use chrono::{Days, NaiveDate, NaiveTime};

use crate::vietnamese::{Month, Quarter, Year};

/// A deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// At the latest on the last day of the term.
    By(Term),
    /// Before the first day of the term.
    Before(Term),
    /// A number of calendar days after an event. The day of the event is not counted (Civil Code
    /// 2015, article 147).
    After {
        /// The number of days.
        days: u32,
        /// The event.
        event: String,
        /// The day on which the event happened, once it has.
        happened: Option<NaiveDate>,
    },
    /// An event that is itself the deadline. Such a task is never late by itself.
    Event(String),
}

impl Deadline {
    /// The event that it names, if any.
    pub fn event(&self) -> Option<&String> {
        match self {
            Deadline::After { event, .. } | Deadline::Event(event) => Some(event),
            Deadline::By(_) | Deadline::Before(_) => None,
        }
    }

    /// The last day on which the promise is kept in time, as known on `on`: an event that happens
    /// later is not known yet. `None` if the deadline has no calendar day.
    pub fn last_good_day(&self, on: NaiveDate) -> Option<NaiveDate> {
        match self {
            Deadline::By(term) => Some(term.last_day()),
            // An hour decides within its own day.
            Deadline::Before(Term::Hour(day, _)) => Some(*day),
            Deadline::Before(term) => term.first_day().pred_opt(),
            Deadline::After { days, happened, .. } => happened
                .filter(|happened| *happened <= on)
                .and_then(|happened| happened.checked_add_days(Days::new(u64::from(*days)))),
            Deadline::Event(_) => None,
        }
    }

    /// Returns the hour at which the last good day ends for this deadline, if it names one.
    pub fn hour(&self) -> Option<Hour> {
        match self {
            Deadline::By(Term::Hour(_, time)) => Some(Hour { time: *time, is_before: false }),
            Deadline::Before(Term::Hour(_, time)) => Some(Hour { time: *time, is_before: true }),
            _ => None,
        }
    }
}

/// The hour of a deadline. It decides only about a completion on the last good day itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour {
    /// The time of day.
    pub time: NaiveTime,
    /// Whether that minute is already late.
    pub is_before: bool,
}

impl Hour {
    /// Returns true if a completion at this time of the last good day is in time.
    pub fn is_kept(self, time: NaiveTime) -> bool {
        if self.is_before { time < self.time } else { time <= self.time }
    }
}

/// A day, or a calendar period that a deadline names as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// A day.
    Day(NaiveDate),
    /// A time of a day.
    Hour(NaiveDate, NaiveTime),
    /// A calendar month.
    Month(Month),
    /// A calendar quarter.
    Quarter(Quarter),
    /// A calendar year.
    Year(Year),
}

impl Term {
    /// The first day of the term.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Term::Day(day) | Term::Hour(day, _) => day,
            Term::Month(month) => month.first_day(),
            Term::Quarter(quarter) => quarter.first_day(),
            Term::Year(year) => year.first_day(),
        }
    }

    /// The last day of the term.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Term::Day(day) | Term::Hour(day, _) => day,
            Term::Month(month) => month.last_day(),
            Term::Quarter(quarter) => quarter.last_day(),
            Term::Year(year) => year.last_day(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::{parse_month, parse_quarter, parse_year};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_good_day_of_every_form() {
        let on = day("2021-12-31");
        let october = Term::Month(parse_month("2021-10").unwrap());
        let third = Term::Quarter(parse_quarter("2021-Q3").unwrap());
        let december = Term::Month(parse_month("2021-12").unwrap());
        let february = Term::Month(parse_month("2024-02").unwrap());
        let fourth = Term::Quarter(parse_quarter("2021-Q4").unwrap());
        let year = Term::Year(parse_year("2021").unwrap());
        let event = |happened: Option<&str>| Deadline::After {
            days: 15,
            event: "x".into(),
            happened: happened.map(day),
        };
        for (deadline, expected) in [
            (Deadline::By(Term::Day(day("2021-07-25"))), Some("2021-07-25")),
            (Deadline::Before(Term::Day(day("2021-07-25"))), Some("2021-07-24")),
            (Deadline::By(october), Some("2021-10-31")),
            (Deadline::Before(october), Some("2021-09-30")),
            (Deadline::By(third), Some("2021-09-30")),
            (Deadline::Before(third), Some("2021-06-30")),
            (Deadline::By(year), Some("2021-12-31")),
            (Deadline::Before(year), Some("2020-12-31")),
            (Deadline::By(december), Some("2021-12-31")),
            (Deadline::By(fourth), Some("2021-12-31")),
            (Deadline::By(february), Some("2024-02-29")),
            (event(Some("2021-06-01")), Some("2021-06-16")),
            (event(Some("2022-01-01")), None),
            (event(None), None),
            (Deadline::Event("x".into()), None),
        ] {
            assert_eq!(deadline.last_good_day(on), expected.map(day), "{deadline:?}");
        }
    }
}
