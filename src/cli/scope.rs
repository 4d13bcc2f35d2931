//! `--agency` and `--priority`: an id, or words of a name, in every command that takes them.

use clap::Args;

use super::Outcome;
use super::ask::{Choice, meant};
use super::report::Report;
use crate::diagnostic::nearest;
use crate::model::{AgencyIx, Model, PriorityIx};

/// Maximum number of records that are listed if words match several.
const NAMED: usize = 12;

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
        let agency = self.agency.as_deref().map(|wanted| agency(wanted, model, report));
        let priority = self.priority.as_deref().map(|wanted| {
            find(wanted, &Choice::priorities(model), "directive.yaml", report).map(PriorityIx)
        });
        Ok(Scope { agency: agency.transpose()?, priority: priority.transpose()? })
    }
}

impl Scope {
    /// Returns true if not all tasks are selected.
    pub(super) fn is_part(self) -> bool {
        self.agency.is_some() || self.priority.is_some()
    }
}

/// Returns the agency with this id, or the only one whose name has these words.
pub(super) fn agency(wanted: &str, model: &Model, report: &Report) -> Result<AgencyIx, Outcome> {
    find(wanted, &Choice::agencies(model), "agencies.yaml", report).map(AgencyIx)
}

/// Returns its index among the choices, which are in the order of the model.
fn find(wanted: &str, choices: &[Choice], file: &str, report: &Report) -> Result<usize, Outcome> {
    let by_id = |id: &str| choices.iter().position(|choice| choice.id == id);
    let meant = meant(wanted, choices);
    // Nobody is asked back here, so half a word or a bare number is not taken for a name: a slip
    // in an id would be answered with the figures of another.
    let is_name = wanted.contains(char::is_alphabetic);
    let only = match meant.as_slice() {
        [one] if is_name && one.has_words(wanted) => by_id(&one.id),
        _ => None,
    };
    if let Some(at) = by_id(wanted).or(only) {
        return Ok(at);
    }
    let locale = report.locale();
    let args = [("id", wanted.into()), ("file", file.into())];
    if meant.len() < 2 || !is_name {
        report.failure(&locale.format("trouble-unknown-id", &args));
        let ids = choices.iter().map(|choice| choice.id.as_str());
        let one = meant.first().filter(|_| is_name).map(|choice| choice.id.as_str());
        if let Some(near) = one.or_else(|| nearest(wanted, ids)) {
            report.aside(&locale.format("did-you-mean", &[("suggestion", near.into())]));
        }
        return Err(Outcome::WrongUse);
    }
    report.failure(&locale.format("trouble-many-meant", &args));
    for choice in meant.iter().take(NAMED) {
        report.aside(&format!("  {choice}"));
    }
    Err(Outcome::WrongUse)
}
