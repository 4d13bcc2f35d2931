//! Forecasts which tasks will change by a later day if nobody reports, decides or stops anything.
//!
//! Tasks that are already overdue or silent are only counted.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::{AssessedPart, Assessment, Standing, ledger, parts};
use crate::model::{AgencyIx, Kind, Model, TaskIx};

/// The tasks that will need attention by a day.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The date up to which facts are known.
    pub known: NaiveDate,
    /// The day of the forecast.
    pub on: NaiveDate,
    /// The tasks that change, in the model's order.
    pub tasks: Vec<Turn>,
    /// Number of tasks that are already overdue.
    pub overdue_already: u32,
    /// Number of active tasks that are already silent; ongoing tasks, with `NoReport` or
    /// `ReportMissing`.
    pub silent_already: u32,
}

/// A task that will change.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The task.
    pub task: TaskIx,
    /// What will be true of it.
    pub into: Vec<Prospect>,
}

/// Something that will be true of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prospect {
    /// Overdue, with the last good day.
    Overdue(NaiveDate),
    /// The last good day is on the day of the forecast or at most `due_soon_days` days later,
    /// whatever the task's standing.
    DueSoon(NaiveDate),
    /// A part, or the report on a period, is overdue: its index in the assessed parts of the
    /// forecast, and its last good day.
    PartOverdue(usize, NaiveDate),
    /// The last good day of a part or report is on the day of the forecast or at most
    /// `due_soon_days` days later.
    PartDueSoon(usize, NaiveDate),
    /// Silent for this number of days, which exceeds `stale_after_days`.
    Stale(u32),
    /// An ongoing task without a report since the latest cycle ended by then began.
    Unreported,
}

impl Prospect {
    /// Returns the name in data and in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Prospect::Overdue(_) => "overdue",
            Prospect::DueSoon(_) => "due_soon",
            Prospect::PartOverdue(..) => "part_overdue",
            Prospect::PartDueSoon(..) => "part_due_soon",
            Prospect::Stale(_) => "stale",
            Prospect::Unreported => "unreported",
        }
    }
}

impl Outlook {
    /// Compares the current assessment with a forecast. `model` holds the records that the forecast
    /// was made from.
    pub fn between(today: &Assessment, (model, later): (&Model, &Assessment)) -> Self {
        let soon = Days::new(u64::from(model.settings.thresholds.due_soon_days));
        let horizon = later.as_of.checked_add_days(soon).unwrap_or(NaiveDate::MAX);
        let mut outlook = Outlook {
            known: later.known,
            on: later.as_of,
            tasks: Vec::new(),
            overdue_already: 0,
            silent_already: 0,
        };
        for (ix, task) in model.tasks() {
            let (now, then) = (&today[ix], &later[ix]);
            if !now.is_active(task.kind) {
                continue;
            }
            let mut into = Vec::new();
            let last_good_day =
                ledger::in_force(task, later.as_of).and_then(|due| due.last_good_day);
            let overdue = |standing| standing == Standing::Overdue;
            outlook.overdue_already += u32::from(overdue(now.standing));
            if let Some(day) = last_good_day.filter(|_| task.kind == Kind::Deliverable) {
                if overdue(then.standing) && !overdue(now.standing) {
                    into.push(Prospect::Overdue(day));
                } else if (later.as_of..=horizon).contains(&day) {
                    into.push(Prospect::DueSoon(day));
                }
            }
            for (day, n, part) in parts::dated(task, &then.parts, later.as_of) {
                let before = parts::find(&now.parts, part.id.as_str());
                if part.is_overdue() && !before.is_some_and(AssessedPart::is_overdue) {
                    into.push(Prospect::PartOverdue(n, day));
                } else if part.standing.is_open() && (later.as_of..=horizon).contains(&day) {
                    into.push(Prospect::PartDueSoon(n, day));
                }
            }
            let missing =
                |standing| matches!(standing, Standing::NoReport | Standing::ReportMissing);
            match task.kind {
                Kind::Ongoing => {
                    outlook.silent_already += u32::from(missing(now.standing));
                    if missing(then.standing) && !missing(now.standing) {
                        into.push(Prospect::Unreported);
                    }
                }
                Kind::Deliverable | Kind::Duty => {
                    outlook.silent_already += u32::from(now.silent);
                    let days = then.last_entry.map(|last| (later.as_of - last).num_days());
                    if let Some(days) = days.filter(|_| then.silent && !now.silent) {
                        into.push(Prospect::Stale(u32::try_from(days).unwrap_or(u32::MAX)));
                    }
                }
            }
            if !into.is_empty() {
                outlook.tasks.push(Turn { task: ix, into });
            }
        }
        outlook
    }

    /// Groups the tasks by the agencies that will lead them, in the model's order. Tasks without a
    /// lead come last; a jointly led task is listed under each lead.
    pub fn by_agency(&self, later: &Assessment) -> Vec<(Option<AgencyIx>, Vec<&Turn>)> {
        let mut groups: BTreeMap<(bool, Option<AgencyIx>), Vec<&Turn>> = BTreeMap::new();
        for turn in &self.tasks {
            let leads = &later[turn.task].leads;
            if leads.is_empty() {
                groups.entry((true, None)).or_default().push(turn);
            }
            for lead in leads {
                groups.entry((false, Some(lead.agency))).or_default().push(turn);
            }
        }
        groups.into_iter().map(|((_, agency), turns)| (agency, turns)).collect()
    }
}
