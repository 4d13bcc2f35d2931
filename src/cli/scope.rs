//! `--agency` and `--priority`: an id, or words of a name, in every command that takes them.

use chrono::NaiveDate;
use clap::Args;

use super::Outcome;
use super::given::{Given, Refusal};
use super::report::Report;
use crate::assess::Assessed;
use crate::locale::Locale;
use crate::model::{AgencyIx, Model, PriorityIx, Task};

/// Options that select tasks.
#[derive(Args)]
pub(super) struct ScopeArguments {
    #[arg(long, value_name = "ID")]
    agency: Option<String>,
    #[arg(id = "scope_priority", long = "priority", value_name = "ID")]
    priority: Option<String>,
}

/// The selected group of tasks; all tasks if both fields are `None`.
#[derive(Clone, Copy)]
pub(super) struct Scope {
    pub(super) agency: Option<AgencyIx>,
    pub(super) priority: Option<PriorityIx>,
}

impl ScopeArguments {
    /// Returns the records that the options name; prints why if there is no single match.
    pub(super) fn find(&self, model: &Model, report: &Report) -> Result<Scope, Outcome> {
        let given = Given { model, report };
        let agency = self.agency.as_deref().map(|wanted| given.agency(wanted));
        let priority = self.priority.as_deref().map(|wanted| given.priority(wanted));
        let fail = |refusal: Refusal| refusal.fail(report);
        Ok(Scope {
            agency: agency.transpose().map_err(fail)?,
            priority: priority.transpose().map_err(fail)?,
        })
    }
}

impl Scope {
    /// Returns true if not all tasks are selected.
    pub(super) fn is_part(self) -> bool {
        self.agency.is_some() || self.priority.is_some()
    }
}

/// What became of an agency whose last day is past.
pub(super) struct HandedOver {
    /// Its last day.
    pub(super) last_day: NaiveDate,
    /// The agency that answers for its unfinished tasks now.
    pub(super) to: AgencyIx,
}

/// Returns who answers for the tasks of an agency on the date of an assessment, if its last day is
/// past and it has a successor.
pub(super) fn handed_over(model: &Model, agency: AgencyIx, as_of: NaiveDate) -> Option<HandedOver> {
    let mut seen = vec![agency];
    let mut now = agency;
    while let (Some(last_day), Some(successor)) = (model[now].valid_until, model[now].successor)
        && last_day < as_of
        && !seen.contains(&successor)
    {
        seen.push(successor);
        now = successor;
    }
    let last_day = model[agency].valid_until?;
    (now != agency).then_some(HandedOver { last_day, to: now })
}

impl HandedOver {
    /// Says who answers now.
    pub(super) fn sentence(&self, model: &Model, agency: AgencyIx, locale: &Locale) -> String {
        let args = [
            ("agency", (&model[agency].name).into()),
            ("day", locale.short_date(self.last_day).into()),
            ("to", (&model[self.to].name).into()),
            ("id", model[self.to].id.as_str().into()),
        ];
        locale.format("agency-handed-over", &args)
    }
}

impl Scope {
    /// Says on standard error that the tasks of the selected agency went to another.
    pub(super) fn tell_successor(self, model: &Model, as_of: NaiveDate, report: &Report) {
        let Some(agency) = self.agency else { return };
        if let Some(handed_over) = handed_over(model, agency, as_of) {
            report.aside(&handed_over.sentence(model, agency, report.locale()));
        }
    }

    /// Whether a task is selected: an agency's tasks are those for which it answers on the date.
    pub(super) fn holds(self, task: &Task, assessed: &Assessed) -> bool {
        let leads = |agency| assessed.leads.iter().any(|lead| lead.agency == agency);
        self.agency.is_none_or(leads) && self.priority.is_none_or(|p| p == task.priority)
    }
}
