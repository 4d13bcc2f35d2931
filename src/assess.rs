//! Computes the standing of every task and the tally of every group of tasks on a date.
//!
//! The model is timeless; an assessment has a date. It uses only facts dated on or before `as_of`,
//! so any past day can be assessed again from the current records. What was known on that day is a
//! question of its own, which [`Model::as_known`] answers: [`assess_as_known`] judges the records
//! as they were known on another day. This module reads neither the clock nor any file.

pub mod changes;
pub mod cycles;
pub mod events;
pub mod ledger;
pub mod outlook;
pub mod owed;
mod quantity;
pub mod standing;
pub mod tally;

use std::borrow::Cow;

use chrono::NaiveDate;

pub use changes::Changes;
pub use events::{Event, What, Why};
pub use ledger::{Completion, InForce, Origin};
pub use outlook::Outlook;
pub use standing::{Assessed, Lead, Standing};
pub use tally::{Fraction, Tally, Word};

use crate::model::{AgencyIx, Model, PlaceIx, PriorityIx, TaskIx};

/// The standings and tallies of a directive on a date.
#[derive(Debug)]
pub struct Assessment {
    /// The date on which everything is judged.
    pub as_of: NaiveDate,
    /// The day up to which the judged records were known. Earlier than `as_of` in a forecast, later
    /// when a past day is judged by what is known now.
    pub known: NaiveDate,
    /// The assessed tasks, by task.
    pub tasks: Vec<Assessed>,
    /// The tally of the whole directive.
    pub directive: Tally,
    /// The tallies of the priorities, by priority.
    pub priorities: Vec<Tally>,
    /// The tasks that each agency leads on `as_of`, by agency. A jointly led task counts for each
    /// lead.
    pub agencies: Vec<Group>,
    /// The tasks that name each place, by place. Restricted tasks are left out, because their
    /// places are not published.
    pub places: Vec<Group>,
}

/// Some tasks and their tally.
#[derive(Debug, Default)]
pub struct Group {
    /// The tasks, in the model's order.
    pub tasks: Vec<TaskIx>,
    /// Their tally.
    pub tally: Tally,
}

/// The error if the requested date lies before the directive's date.
#[derive(Debug, thiserror::Error)]
#[error("the date {as_of} lies before the directive's own date, {directive}")]
pub struct BeforeDirective {
    /// The requested date.
    pub as_of: NaiveDate,
    /// The directive's date.
    pub directive: NaiveDate,
}

/// Records as known on a day, and their assessment.
#[derive(Debug)]
pub struct Judged<'m> {
    /// The records. Their handles are those of the model that they were taken from.
    pub model: Cow<'m, Model>,
    /// The assessment of these records.
    pub assessment: Assessment,
}

/// Assesses every task and group on `as_of`, by all that happened until then.
///
/// # Errors
///
/// Returns [`BeforeDirective`] if `as_of` lies before the directive's date.
pub fn assess(model: &Model, as_of: NaiveDate) -> Result<Assessment, BeforeDirective> {
    assess_records(model, as_of, as_of)
}

/// Assesses every task and group on `as_of` by what was known on `known`.
///
/// With `known` equal to `as_of`, the outcome is what an honest page said on that day. With a later
/// `known`, it is what is known of that day since. With an earlier one it is a forecast: the
/// outcome if nobody reports, decides or stops anything in between.
///
/// # Errors
///
/// Returns [`BeforeDirective`] if either date lies before the directive's date.
pub fn assess_as_known(
    model: &Model,
    as_of: NaiveDate,
    known: NaiveDate,
) -> Result<Judged<'_>, BeforeDirective> {
    let records = model.as_known(as_of, known);
    let assessment = assess_records(&records, as_of, known)?;
    Ok(Judged { model: records, assessment })
}

fn assess_records(
    model: &Model,
    as_of: NaiveDate,
    known: NaiveDate,
) -> Result<Assessment, BeforeDirective> {
    let directive = model.directive.date;
    let earliest = as_of.min(known);
    if earliest < directive {
        return Err(BeforeDirective { as_of: earliest, directive });
    }
    let tasks: Vec<Assessed> =
        model.tasks.iter().map(|task| standing::judge(model, task, as_of)).collect();
    let thresholds = &model.settings.thresholds;
    let tally = |of: &[TaskIx]| {
        Tally::of(of.iter().map(|task| (&model[*task], &tasks[task.0])), thresholds)
    };

    let mut agencies: Vec<Group> = model.agencies.iter().map(|_| Group::default()).collect();
    let mut places: Vec<Group> = model.places.iter().map(|_| Group::default()).collect();
    for (ix, task) in model.tasks() {
        for lead in &tasks[ix.0].leads {
            agencies[lead.agency.0].tasks.push(ix);
        }
        if !task.restricted {
            for place in &task.places {
                places[place.0].tasks.push(ix);
            }
        }
    }
    for group in agencies.iter_mut().chain(&mut places) {
        group.tally = tally(&group.tasks);
    }
    let all: Vec<TaskIx> = model.tasks().map(|(ix, _)| ix).collect();
    Ok(Assessment {
        as_of,
        known,
        directive: tally(&all),
        priorities: model.priorities.iter().map(|priority| tally(&priority.tasks)).collect(),
        agencies,
        places,
        tasks,
    })
}

impl Judged<'_> {
    /// The assessment with the records that it was made from.
    pub fn both(&self) -> (&Model, &Assessment) {
        (&self.model, &self.assessment)
    }
}

impl std::ops::Index<TaskIx> for Assessment {
    type Output = Assessed;
    fn index(&self, task: TaskIx) -> &Assessed {
        &self.tasks[task.0]
    }
}

impl std::ops::Index<PriorityIx> for Assessment {
    type Output = Tally;
    fn index(&self, priority: PriorityIx) -> &Tally {
        &self.priorities[priority.0]
    }
}

impl std::ops::Index<AgencyIx> for Assessment {
    type Output = Group;
    fn index(&self, agency: AgencyIx) -> &Group {
        &self.agencies[agency.0]
    }
}

impl std::ops::Index<PlaceIx> for Assessment {
    type Output = Group;
    fn index(&self, place: PlaceIx) -> &Group {
        &self.places[place.0]
    }
}
