//! The state of the directive at each reporting date, as published: assessed by what was known on
//! that day, by the engine that assesses the as-of date.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::assess::changes::Label;
use crate::assess::{Assessment, Changes, Judged, Tally, assess_as_known};
use crate::model::{Model, Task, TaskIx};
use crate::vietnamese::{Month, Quarter, Year};

/// Maximum number of dates in a picture. The latest are shown.
const MAX_POINTS: usize = 12;

/// The state of the directive at its reporting dates.
#[derive(Debug, Default)]
pub(super) struct History {
    /// The latest reporting dates, for pictures. The last one is the as-of date.
    pub(super) points: Vec<Point>,
    /// The full assessment on the reporting date before the as-of date.
    pub(super) previous: Option<Assessment>,
    /// All reporting dates, each with the changes since the one before. The first has the changes
    /// since the directive's own date.
    pub(super) periods: Vec<Changes>,
    /// How each task stood on each reporting date, as published; `None` if there was no such task.
    pub(super) labels: Vec<Vec<Option<Label>>>,
    /// The reporting dates of which more is known now than was published.
    pub(super) supplemented: BTreeSet<NaiveDate>,
}

/// The figures of the whole directive on a date.
#[derive(Debug)]
pub(super) struct Point {
    pub(super) date: NaiveDate,
    pub(super) tally: Tally,
}

impl History {
    /// Assesses each date once. Only figures and changes of past dates are kept.
    pub(super) fn new(model: &Model, assessment: &Assessment) -> Self {
        let (mut periods, mut labels) = (Vec::new(), Vec::new());
        let on = |date| assess_as_known(model, date, date).ok();
        let mut before = on(model.directive.date);
        let mut previous = None;
        let mut supplemented = BTreeSet::new();
        for date in dates(model, assessment.as_of) {
            if date == assessment.as_of {
                if let Some(before) = before.take() {
                    periods.push(Changes::between(before.both(), (model, assessment)));
                    labels.push(labels_of(model, assessment));
                    previous = (periods.len() > 1).then_some(before.assessment);
                }
            } else if let Some(now) = on(date) {
                if is_supplemented(model, &now) {
                    supplemented.insert(date);
                }
                let earlier = before.as_ref().unwrap_or(&now);
                periods.push(Changes::between(earlier.both(), now.both()));
                labels.push(labels_of(&now.model, &now.assessment));
                before = Some(now);
            }
        }
        let from = periods.len().saturating_sub(MAX_POINTS);
        let point =
            |period: &Changes| Point { date: period.to, tally: period.directive.after.clone() };
        let points = periods[from..].iter().map(point).collect();
        History { points, previous, periods, labels, supplemented }
    }

    /// The reporting dates before the as-of date.
    pub(super) fn past(&self) -> impl Iterator<Item = NaiveDate> {
        let past = self.periods.len().saturating_sub(1);
        self.periods[..past].iter().map(|period| period.to)
    }

    /// The records and standings of a reporting date as published. `None` if it is not one.
    pub(super) fn on<'m>(&self, model: &'m Model, date: NaiveDate) -> Option<Judged<'m>> {
        self.position(date)?;
        assess_as_known(model, date, date).ok()
    }

    /// The position of a reporting date among all of them.
    pub(super) fn position(&self, date: NaiveDate) -> Option<usize> {
        self.periods.binary_search_by_key(&date, |period| period.to).ok()
    }
}

fn labels_of(model: &Model, assessment: &Assessment) -> Vec<Option<Label>> {
    let label = |(ix, task): (TaskIx, &Task)| {
        let assessed = &assessment[ix];
        (!task.is_absent).then_some(Label { standing: assessed.standing, days: assessed.days })
    };
    model.tasks().map(label).collect()
}

/// Whether more is known now of a past date than was published: another figure, or the standing of
/// a task.
fn is_supplemented(model: &Model, published: &Judged<'_>) -> bool {
    // Records that look the same now and then hold nothing that was recorded later.
    if matches!(published.model, Cow::Borrowed(_)) {
        return false;
    }
    let then = &published.assessment;
    let Ok(now) = assess_as_known(model, then.as_of, NaiveDate::MAX) else { return false };
    let standing = |a: &Assessment, ix: TaskIx| (a[ix].standing, a[ix].days);
    now.assessment.directive != then.directive
        || model.tasks().any(|(ix, _)| standing(then, ix) != standing(&now.assessment, ix))
}

/// The last reporting date before `as_of`, if there is one.
pub(super) fn date_before(model: &Model, as_of: NaiveDate) -> Option<NaiveDate> {
    dates(model, as_of).into_iter().rfind(|date| *date < as_of)
}

/// The reporting dates up to `as_of`, including `as_of` itself.
///
/// If none are set, the ends of months, quarters or years are used, whichever are few enough.
fn dates(model: &Model, as_of: NaiveDate) -> Vec<NaiveDate> {
    let first = model.directive.date;
    let given = &model.settings.periods;
    let mut dates: Vec<NaiveDate> = if given.is_empty() {
        let lengths: [fn(NaiveDate) -> NaiveDate; 3] = [
            |day| Month::of(day).last_day(),
            |day| Quarter::of(day).last_day(),
            |day| Year::of(day).last_day(),
        ];
        let few = |ends: &Vec<NaiveDate>| ends.len() < MAX_POINTS;
        lengths.into_iter().map(|end| ends(first, as_of, end)).find(few).unwrap_or_default()
    } else {
        given.iter().copied().filter(|date| (first..=as_of).contains(date)).collect()
    };
    dates.push(as_of);
    dates.sort_unstable();
    dates.dedup();
    dates
}

/// The ends of the months, quarters or years from `first` on that precede `as_of`.
fn ends(
    first: NaiveDate,
    as_of: NaiveDate,
    end_of: impl Fn(NaiveDate) -> NaiveDate,
) -> Vec<NaiveDate> {
    let next = |end: &NaiveDate| end.succ_opt().map(&end_of);
    std::iter::successors(Some(end_of(first)), next).take_while(|end| *end < as_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn ends_lie_between_the_first_day_and_the_date() {
        let month = |day| Month::of(day).last_day();
        for (first, as_of, expected) in [
            ("2021-07-22", "2021-07-30", vec![]),
            ("2021-07-22", "2021-07-31", vec![]),
            ("2021-07-22", "2021-09-01", vec!["2021-07-31", "2021-08-31"]),
            ("2021-07-31", "2021-08-02", vec!["2021-07-31"]),
        ] {
            let expected: Vec<NaiveDate> = expected.into_iter().map(day).collect();
            assert_eq!(ends(day(first), day(as_of), month), expected, "{first} {as_of}");
        }
    }
}
