//! Periodic reports: which periods a task reports on, and by which day each report is due.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{Directive, Frequency, Id};

/// A calendar period that a report is about: a week, month, quarter, half-year or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportPeriod {
    /// The length of the period.
    pub every: Frequency,
    /// The first day of the period.
    pub first_day: NaiveDate,
}

impl ReportPeriod {
    /// Returns the period that holds a day.
    pub fn holding(every: Frequency, day: NaiveDate) -> Self {
        let month = |month0: u32| NaiveDate::from_ymd_opt(day.year(), month0 + 1, 1).unwrap_or(day);
        let first_day = match every {
            Frequency::Week => {
                let since_monday = u64::from(day.weekday().num_days_from_monday());
                day.checked_sub_days(Days::new(since_monday)).unwrap_or(day)
            }
            Frequency::Month => month(day.month0()),
            Frequency::Quarter => month(day.month0() / 3 * 3),
            Frequency::Half => month(day.month0() / 6 * 6),
            Frequency::Year => month(0),
        };
        ReportPeriod { every, first_day }
    }

    /// Reads the id of a period: `2023-03`, `2023-q1`, `2023-h1`, `2023` or the ISO week
    /// `2023-w05`, in letters of either case. The year lies between 2000 and 2100.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |text: &str, digits: usize| -> Option<u32> {
            let plain = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| text.parse().ok()).flatten()
        };
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest.to_ascii_lowercase())),
            None => (text, None),
        };
        let year = i32::try_from(number(year, 4)?).ok()?;
        if !crate::vietnamese::YEARS.contains(&year) {
            return None;
        }
        let month = |every, month: u32| {
            let first_day = NaiveDate::from_ymd_opt(year, month, 1)?;
            Some(ReportPeriod { every, first_day })
        };
        let Some(rest) = rest else { return month(Frequency::Year, 1) };
        if let Some(week) = rest.strip_prefix('w') {
            let first_day = NaiveDate::from_isoywd_opt(year, number(week, 2)?, Weekday::Mon)?;
            return Some(ReportPeriod { every: Frequency::Week, first_day });
        }
        if let Some(quarter) = rest.strip_prefix('q') {
            let quarter = number(quarter, 1).filter(|n| (1..=4).contains(n))?;
            return month(Frequency::Quarter, quarter * 3 - 2);
        }
        if let Some(half) = rest.strip_prefix('h') {
            let half = number(half, 1).filter(|n| (1..=2).contains(n))?;
            return month(Frequency::Half, half * 6 - 5);
        }
        month(Frequency::Month, number(&rest, 2)?)
    }

    /// Returns the id, in small letters.
    pub fn id(self) -> String {
        let (year, month) = (self.first_day.year(), self.first_day.month());
        match self.every {
            Frequency::Week => {
                let week = self.first_day.iso_week();
                format!("{}-w{:02}", week.year(), week.week())
            }
            Frequency::Month => format!("{year}-{month:02}"),
            Frequency::Quarter => format!("{year}-q{}", month / 3 + 1),
            Frequency::Half => format!("{year}-h{}", month / 6 + 1),
            Frequency::Year => year.to_string(),
        }
    }

    /// Returns the period that follows.
    pub fn next(self) -> Self {
        let first_day = self.every.next_start(self.first_day);
        ReportPeriod { every: self.every, first_day }
    }
}

impl Frequency {
    /// Returns the first day of the period after the one that begins on a day.
    pub fn next_start(self, start: NaiveDate) -> NaiveDate {
        match self {
            Frequency::Week => start + Days::new(7),
            Frequency::Month => start + Months::new(1),
            Frequency::Quarter => start + Months::new(3),
            Frequency::Half => start + Months::new(6),
            Frequency::Year => start + Months::new(12),
        }
    }
}

/// A report for every period, each due by a day of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reports {
    /// The length of the periods.
    pub every: Frequency,
    /// Whether a report is due before the day, and not on it at the latest.
    pub is_before: bool,
    /// The day of the month, 1 to 31; in weeks, the day of the week from Monday, 1 to 7.
    pub day: u32,
    /// How many months, or weeks, after the last one of the period that day lies.
    pub offset: i32,
    /// The first period, if the record names it.
    pub from: Option<ReportPeriod>,
    /// The last period, if the record names it.
    pub to: Option<ReportPeriod>,
}

impl Reports {
    /// Returns the first period: the one named, or the first that begins on or after the
    /// directive's date.
    pub fn first(&self, directive: &Directive) -> ReportPeriod {
        self.from.unwrap_or_else(|| {
            let holding = ReportPeriod::holding(self.every, directive.date);
            if holding.first_day < directive.date { holding.next() } else { holding }
        })
    }

    /// Returns the last period: the one named, or the one that holds the end of the directive's
    /// period. `None` if there is no end.
    pub fn last(&self, directive: &Directive) -> Option<ReportPeriod> {
        let end = directive.period.to.map(|day| ReportPeriod::holding(self.every, day));
        self.to.or(end)
    }

    /// Returns the period with this id, if the task reports on it.
    pub fn period(&self, directive: &Directive, id: &str) -> Option<ReportPeriod> {
        let period = ReportPeriod::parse(id).filter(|period| period.every == self.every)?;
        let is_in = self.first(directive).first_day <= period.first_day
            && self.last(directive).is_none_or(|last| period.first_day <= last.first_day);
        is_in.then_some(period)
    }

    /// Returns the last day on which the report of a period is in time.
    pub fn last_good_day(&self, period: ReportPeriod) -> NaiveDate {
        let day = i64::from(self.day) - i64::from(self.is_before);
        let shifted = |first: NaiveDate, days: i64| first + chrono::TimeDelta::days(days);
        if self.every == Frequency::Week {
            return shifted(period.first_day, 7 * i64::from(self.offset) + day - 1);
        }
        let last_month = period.next().first_day - Months::new(1);
        let by = Months::new(self.offset.unsigned_abs());
        let month = if self.offset < 0 { last_month - by } else { last_month + by };
        let length = (month + Months::new(1) - month).num_days();
        shifted(month, day.min(length) - 1)
    }
}

/// Returns the id of a part for a period.
pub fn period_id(period: ReportPeriod) -> Option<Id> {
    Id::parse(&period.id()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn ids_of_periods_are_read_and_written() {
        for (text, first) in [
            ("2023", "2023-01-01"),
            ("2023-03", "2023-03-01"),
            ("2023-q2", "2023-04-01"),
            ("2023-h2", "2023-07-01"),
            ("2024-w01", "2024-01-01"),
            ("2020-w53", "2020-12-28"),
        ] {
            let period = ReportPeriod::parse(text).unwrap();
            assert_eq!((period.first_day, period.id().as_str()), (day(first), text));
            assert_eq!(ReportPeriod::parse(&text.to_uppercase()), Some(period));
            let every = period.every;
            assert_eq!(
                ReportPeriod::holding(every, period.next().first_day - Days::new(1)),
                period
            );
        }
        for text in
            ["", "23", "2023-13", "2023-3", "2023-q5", "2023-h0", "2023-w53", "1999", "2023-"]
        {
            assert_eq!(ReportPeriod::parse(text), None, "{text}");
        }
    }

    #[test]
    fn last_good_days_of_reports() {
        let reports = |every, is_before, day, offset| Reports {
            every,
            is_before,
            day,
            offset,
            from: None,
            to: None,
        };
        for (reports, period, expected) in [
            (reports(Frequency::Month, false, 31, 0), "2023-02", "2023-02-28"),
            (reports(Frequency::Month, true, 31, 0), "2023-04", "2023-04-30"),
            (reports(Frequency::Month, true, 1, 0), "2023-04", "2023-03-31"),
            (reports(Frequency::Month, true, 1, 1), "2024-02", "2024-02-29"),
            (reports(Frequency::Quarter, false, 5, 1), "2023-q4", "2024-01-05"),
            (reports(Frequency::Half, true, 10, 0), "2024-h1", "2024-06-09"),
            (reports(Frequency::Year, false, 25, -1), "2023", "2023-11-25"),
            (reports(Frequency::Week, true, 5, 0), "2024-w05", "2024-02-01"),
            (reports(Frequency::Week, true, 1, 0), "2024-w05", "2024-01-28"),
            (reports(Frequency::Week, false, 7, 1), "2024-w05", "2024-02-11"),
        ] {
            let period = ReportPeriod::parse(period).unwrap();
            assert_eq!(reports.last_good_day(period), day(expected), "{reports:?} {period:?}");
        }
    }
}
