//! The day on which a fact that is written into the records counts as recorded.
//!
//! A fact counts on pages of a data date only if it was recorded by then, so the figures of an
//! earlier data date that were published stay as they are.

use chrono::{NaiveDate, TimeDelta};

use crate::model::Model;

/// Days after its newest fact from which content without an as-of date is taken for old records
/// that are being filled in.
const OLD_DAYS: i64 = 31;

/// Days after an as-of date within which its published figures are those that readers see. Later,
/// the records are samples or old ones.
const RECENT_DAYS: i64 = 100;

/// The days on which facts may count as recorded: of each, the first that is not before it.
#[derive(Clone, Debug)]
pub struct Recording {
    days: Vec<NaiveDate>,
    is_given: bool,
}

impl Recording {
    /// Facts count as recorded on this day.
    pub fn on(day: NaiveDate) -> Self {
        Recording { days: vec![day], is_given: true }
    }

    /// Facts count as recorded on the as-of date of `site.yaml`, if its figures are still being
    /// prepared, or today.
    pub fn of_model(model: &Model, today: NaiveDate) -> Self {
        let published = model.publications.iter().flatten().last();
        let published = published.and_then(|last| last.as_of.parse().ok());
        Recording::at(today, model.settings.as_of, published, model.newest_fact().0)
    }

    /// `published` is the as-of date of the last publication, if a chain of them is kept.
    fn at(
        today: NaiveDate,
        as_of: Option<NaiveDate>,
        published: Option<NaiveDate>,
        newest: NaiveDate,
    ) -> Self {
        let is_public = |as_of| published.is_some_and(|published| published >= as_of);
        let is_recent = |as_of| today - as_of <= TimeDelta::days(RECENT_DAYS);
        let days = match as_of {
            // These figures are public: what is typed now is for the next ones.
            Some(as_of) if is_public(as_of) && is_recent(as_of) => vec![today],
            Some(as_of) if as_of < today => vec![as_of, today],
            None if today - newest > TimeDelta::days(OLD_DAYS) => Vec::new(),
            _ => vec![today],
        };
        Recording { days, is_given: false }
    }

    /// Returns the day on which a fact counts as recorded, if it differs from the day of the fact.
    pub fn of(&self, happened: NaiveDate) -> Option<NaiveDate> {
        let recorded = self.days.iter().find(|day| **day >= happened);
        recorded.copied().filter(|day| *day != happened)
    }

    /// Returns [`of`](Self::of) as a record has it: empty if it is not to be written.
    pub fn written(&self, happened: NaiveDate) -> String {
        self.of(happened).map(|day| day.to_string()).unwrap_or_default()
    }

    /// Returns the day that was given if a fact of this day happened after it.
    pub fn too_early_for(&self, happened: NaiveDate) -> Option<NaiveDate> {
        self.days.iter().find(|day| self.is_given && **day < happened).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_counts_from_the_data_date_that_is_being_prepared_or_from_today() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (today, as_of, published, newest, happened, recorded) in [
            ("2025-08-12", None, None, "2025-08-01", "2025-07-24", "2025-08-12"),
            ("2025-08-12", None, None, "2025-08-01", "2025-08-12", ""),
            ("2025-08-12", None, None, "2025-08-01", "2025-08-20", ""),
            ("2025-08-12", None, None, "2025-07-12", "2025-07-01", "2025-08-12"),
            ("2025-08-12", None, None, "2025-07-11", "2025-07-01", ""),
            ("2025-08-12", Some("2025-07-31"), None, "2024-07-30", "2025-07-24", "2025-07-31"),
            ("2025-08-12", Some("2025-07-31"), None, "2025-07-30", "2025-07-31", ""),
            ("2025-08-12", Some("2025-07-31"), None, "2025-07-30", "2025-08-05", "2025-08-12"),
            ("2025-08-12", Some("2025-07-31"), None, "2025-07-30", "2025-09-01", ""),
            ("2025-08-12", Some("2025-08-31"), None, "2025-07-30", "2025-08-05", "2025-08-12"),
            (
                "2025-08-12",
                Some("2025-07-31"),
                Some("2025-07-31"),
                "2025-07-30",
                "2025-07-24",
                "2025-08-12",
            ),
            (
                "2025-08-12",
                Some("2025-07-31"),
                Some("2025-06-30"),
                "2025-07-30",
                "2025-07-24",
                "2025-07-31",
            ),
            (
                "2026-08-12",
                Some("2025-07-31"),
                Some("2025-07-31"),
                "2025-07-30",
                "2025-07-24",
                "2025-07-31",
            ),
        ] {
            let recording =
                Recording::at(day(today), as_of.map(day), published.map(day), day(newest));
            let of = recording.written(day(happened));
            assert_eq!(of, recorded, "{today} {as_of:?} {newest} {happened}");
        }
    }
}
