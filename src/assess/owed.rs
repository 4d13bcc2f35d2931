//! What the agencies that lead a task owe: the reason to remind them of it.

use chrono::NaiveDate;

use super::standing::due_soon;
use super::{Assessed, AssessedPart, Assessment, Standing};
use crate::model::{AgencyIx, Model, Task, TaskIx};

/// Why an agency is reminded of a task. The first reason that applies counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Debt {
    /// The task is overdue.
    Overdue,
    /// The task was reported as done, and its evidence is missing.
    AwaitingEvidence,
    /// The deadline is near.
    DueSoon,
    /// There is no recent report.
    Silent,
}

impl Debt {
    /// All reasons, in the order of a letter.
    pub const ALL: [Debt; 4] = [Debt::Overdue, Debt::AwaitingEvidence, Debt::DueSoon, Debt::Silent];

    /// Returns the name in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Debt::Overdue => "overdue",
            Debt::AwaitingEvidence => "awaiting-evidence",
            Debt::DueSoon => "due-soon",
            Debt::Silent => "silent",
        }
    }
}

/// Returns the tasks of which an agency that leads them must be reminded, in the model's order.
pub fn owed(model: &Model, assessment: &Assessment, agency: AgencyIx) -> Vec<(Debt, TaskIx)> {
    let leads = |assessed: &Assessed| assessed.leads.iter().any(|lead| lead.agency == agency);
    let led = model.tasks().filter(|(ix, _)| leads(&assessment[*ix]));
    led.filter_map(|(ix, task)| Some((debt(model, task, &assessment[ix], assessment.as_of)?, ix)))
        .collect()
}

/// Returns every task of which somebody must be reminded, in the model's order.
pub fn debts(model: &Model, assessment: &Assessment) -> Vec<(Debt, TaskIx)> {
    let debt = |(ix, task): (TaskIx, &Task)| {
        Some((debt(model, task, &assessment[ix], assessment.as_of)?, ix))
    };
    model.tasks().filter_map(debt).collect()
}

fn debt(model: &Model, task: &Task, assessed: &Assessed, as_of: NaiveDate) -> Option<Debt> {
    match assessed.standing {
        Standing::Overdue => return Some(Debt::Overdue),
        Standing::AwaitingEvidence => return Some(Debt::AwaitingEvidence),
        Standing::DoneOnTime
        | Standing::DoneLate
        | Standing::Done
        | Standing::Cancelled
        | Standing::Superseded
        | Standing::Duty => return None,
        _ => {}
    }
    if due_soon(model, task, assessed, as_of).is_some() {
        return Some(Debt::DueSoon);
    }
    if assessed.parts.counts.overdue > 0 {
        return Some(Debt::Overdue);
    }
    let silent =
        matches!(assessed.standing, Standing::Stale | Standing::NoReport | Standing::ReportMissing);
    let said = assessed.causes.no_report || assessed.causes.stale.is_some();
    (silent || said).then_some(Debt::Silent)
}

/// Returns the parts and periods of a task that an agency owes: what is overdue or open, where
/// nobody else is in charge of it. Of periods, only those that are missing.
pub fn owed_parts<'a>(
    task: &'a Task,
    assessed: &'a Assessed,
    agency: AgencyIx,
) -> impl Iterator<Item = &'a AssessedPart> {
    let is_periodic = task.reports.is_some();
    assessed.parts.list.iter().filter(move |part| {
        (part.is_overdue() || part.standing.is_open() && !is_periodic)
            && part.agency.is_none_or(|own| own == agency)
    })
}
