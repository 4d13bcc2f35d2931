//! Counts the reporting cycles of ongoing tasks and the reports in them.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::model::{Frequency, Model, ReportPeriod, Task, Update};

/// The ended reporting cycles of a task on a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cycles {
    /// Number of cycles that have ended.
    pub ended: u32,
    /// Number of ended cycles with an entry.
    pub reported: u32,
    /// The first day of the latest ended cycle.
    pub latest: Option<NaiveDate>,
}

/// A reporting cycle that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Whether an entry is dated in it.
    pub reported: bool,
}

/// Counts the cycles that have ended on `as_of`, and those among them with an entry.
pub fn cycles(model: &Model, task: &Task, entries: &[Update], as_of: NaiveDate) -> Cycles {
    let mut cycles = Cycles::default();
    for cycle in ended(model, task, entries, as_of) {
        cycles.ended += 1;
        cycles.reported += u32::from(cycle.reported);
        cycles.latest = Some(cycle.from);
    }
    cycles
}

/// Returns the cycles that have ended on `as_of`, in order.
///
/// The first cycle is the first that begins on or after the directive's date. The last begins on or
/// before the last day of the directive's period, if it has one. A cycle counts as ended from its
/// own last day on.
pub fn ended<'m>(
    model: &'m Model,
    task: &'m Task,
    entries: &'m [Update],
    as_of: NaiveDate,
) -> impl Iterator<Item = Cycle> + 'm {
    let end_of_period = model.directive.period.to.unwrap_or(NaiveDate::MAX);
    let cycle_day = model.settings.thresholds.cycle_day;
    let mut start = first_start(task.report_every, cycle_day, model.directive.date);
    let mut dates = entries.iter().map(|update| update.date).peekable();
    std::iter::from_fn(move || {
        let next = task.report_every.next_start(start);
        let to = next.pred_opt().filter(|last| start <= end_of_period && *last <= as_of)?;
        while dates.next_if(|date| *date < start).is_some() {}
        let reported = dates.peek().is_some_and(|date| *date < next);
        let cycle = Cycle { from: start, to, reported };
        start = next;
        Some(cycle)
    })
}

/// Returns true if the directive's period and the last cycle of the task have ended on `as_of`.
pub fn are_over(model: &Model, task: &Task, as_of: NaiveDate) -> bool {
    let Some(end) = model.directive.period.to.filter(|end| *end <= as_of) else { return false };
    let cycle_day = model.settings.thresholds.cycle_day;
    let mut start = first_start(task.report_every, cycle_day, model.directive.date);
    while start <= end {
        start = task.report_every.next_start(start);
        if start.pred_opt().is_none_or(|last| last > as_of) {
            return false;
        }
    }
    true
}

/// Returns the last day of the first cycle that begins after `day` and not before the directive's
/// date.
///
/// From that day on, a report of `day` or earlier does not cover the latest ended cycle. `None` if
/// the directive's period ends before that cycle begins.
pub fn first_end_after(model: &Model, task: &Task, day: NaiveDate) -> Option<NaiveDate> {
    let from = day.succ_opt()?.max(model.directive.date);
    let start = first_start(task.report_every, model.settings.thresholds.cycle_day, from);
    let end_of_period = model.directive.period.to.unwrap_or(NaiveDate::MAX);
    if start > end_of_period {
        return None;
    }
    task.report_every.next_start(start).pred_opt()
}

/// Returns the first day on or after `from` on which a cycle begins.
fn first_start(frequency: Frequency, cycle_day: u32, from: NaiveDate) -> NaiveDate {
    match frequency {
        Frequency::Week => {
            let since_monday = u64::from(from.weekday().num_days_from_monday());
            from + Days::new((7 - since_monday) % 7)
        }
        Frequency::Month => {
            let start = from.with_day(cycle_day).unwrap_or(from);
            if start < from { start + Months::new(1) } else { start }
        }
        Frequency::Quarter | Frequency::Half | Frequency::Year => {
            let start = ReportPeriod::holding(frequency, from).first_day;
            if start < from { frequency.next_start(start) } else { start }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_cycle_begins_on_or_after_the_directive() {
        for (frequency, cycle_day, from, expected) in [
            (Frequency::Week, 1, "2021-07-22", "2021-07-26"),
            (Frequency::Week, 1, "2021-07-26", "2021-07-26"),
            (Frequency::Week, 1, "2021-07-25", "2021-07-26"),
            (Frequency::Month, 1, "2021-07-22", "2021-08-01"),
            (Frequency::Month, 1, "2021-07-01", "2021-07-01"),
            (Frequency::Month, 15, "2021-07-15", "2021-07-15"),
            (Frequency::Month, 15, "2021-07-16", "2021-08-15"),
            (Frequency::Month, 28, "2021-12-29", "2022-01-28"),
            (Frequency::Quarter, 1, "2021-07-01", "2021-07-01"),
            (Frequency::Quarter, 1, "2021-07-02", "2021-10-01"),
            (Frequency::Quarter, 1, "2021-11-02", "2022-01-01"),
            (Frequency::Half, 1, "2021-07-01", "2021-07-01"),
            (Frequency::Half, 1, "2021-07-02", "2022-01-01"),
            (Frequency::Year, 1, "2021-01-01", "2021-01-01"),
            (Frequency::Year, 1, "2021-01-02", "2022-01-01"),
        ] {
            let start = first_start(frequency, cycle_day, day(from));
            assert_eq!(start, day(expected), "{frequency:?} {cycle_day} {from}");
        }
    }
}
