//! What will change by a later day if nobody reports, decides or stops anything until then.
//!
//! The rule: facts known on one date, judged on another. Tasks that are already overdue
//! or silent are only counted.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::{Assessment, Standing, ledger};
use crate::model::{AgencyIx, Kind, Model, TaskIx};

/// The tasks that will change by a day.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The date up to which facts are known.
    pub known: NaiveDate,
    /// The later day.
    pub on: NaiveDate,
    /// The tasks that will change, in the model's order.
    pub tasks: Vec<Turn>,
    /// Number of tasks that are already overdue.
    pub overdue_already: u32,
    /// Number of tasks that are already silent or unreported.
    pub silent_already: u32,
}

/// A task that will change.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The task.
    pub task: TaskIx,
    /// The change.
    pub into: Vec<Prospect>,
}

/// The change that a task will undergo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prospect {
    /// Past this last good day.
    Overdue(NaiveDate),
    /// This last good day is near, whatever else is true of the task.
    DueSoon(NaiveDate),
    /// Number of days without an entry.
    Stale(u32),
    /// An ongoing task without a report in the cycle that will have ended last.
    Unreported,
}

impl Prospect {
    /// The word in data and in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Prospect::Overdue(_) => "overdue",
            Prospect::DueSoon(_) => "due_soon",
            Prospect::Stale(_) => "stale",
            Prospect::Unreported => "unreported",
        }
    }
}

impl Outlook {
    /// Compares an assessment of today with a forecast for a later day from the same facts.
    pub fn between(model: &Model, today: &Assessment, later: &Assessment) -> Self {
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
                ledger::in_force(task, later.known).and_then(|due| due.last_good_day);
            let overdue = |standing| standing == Standing::Overdue;
            outlook.overdue_already += u32::from(overdue(now.standing));
            if let Some(day) = last_good_day.filter(|_| task.kind == Kind::Deliverable) {
                if overdue(then.standing) && !overdue(now.standing) {
                    into.push(Prospect::Overdue(day));
                } else if (later.as_of..=horizon).contains(&day) {
                    into.push(Prospect::DueSoon(day));
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

    /// The tasks by the agency that will lead them, in the order of the file; those that nobody
    /// leads come last. A jointly led task is listed under each lead.
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
