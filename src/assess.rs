//! Computes the standing of every task and the tally of every group of tasks on a date.
//!
//! The model is timeless; an assessment has a date. It uses only facts dated on or before `as_of`,
//! so any past day can be assessed again from the current records. What was known on that day is a
//! question of its own, which [`Model::as_known`] answers: [`assess_as_known`] judges the records
//! as they were known on another day. This module reads neither the clock nor any file.

pub mod changes;
pub mod cycles;
pub mod done;
pub mod events;
pub mod ledger;
pub mod outlook;
pub mod owed;
pub mod parts;
mod quantity;
mod settled;
pub mod standing;
mod succession;
pub mod tally;
pub mod targets;

use std::borrow::Cow;

use chrono::NaiveDate;

pub use changes::Changes;
pub use events::{Event, What, Why};
pub use ledger::{Completion, InForce, Origin};
pub use outlook::Outlook;
pub use parts::{AssessedPart, PartStanding};
pub use settled::is_settled;
pub use standing::{Assessed, Lead, Standing};
pub use tally::{Fraction, ReportCounts, Tally, Word};
pub use targets::{LevelStanding, Reach};

use crate::model::{AgencyIx, Kind, Model, PlaceIx, PriorityIx, TaskIx};

/// The standings and tallies of a directive on a date.
#[derive(Clone, Debug)]
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
    /// The tallies of the sections of each priority, by priority, in the order of its sections.
    pub sections: Vec<Vec<Tally>>,
    /// The tasks that each agency leads on `as_of`, by agency. A jointly led task counts for each
    /// lead.
    pub agencies: Vec<Group>,
    /// The tasks that name each place, by place. Restricted tasks are left out, because their
    /// places are not published.
    pub places: Vec<Group>,
}

/// Some tasks and their tally.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The tasks, in the model's order.
    pub tasks: Vec<TaskIx>,
    /// Their tally.
    pub tally: Tally,
    /// The parts that name the agency or place: the task, and the index of the part in its assessed
    /// parts.
    pub parts: Vec<(TaskIx, usize)>,
    /// Tasks that a group leads in the name of the agency, which leads none of them itself. They are
    /// counted nowhere.
    pub via: Vec<TaskIx>,
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
    // The parts that may be counted: of public deliverables not stopped.
    let counted = |task: &TaskIx| {
        let (task, assessed) = (&model[*task], &tasks[task.0]);
        let counts =
            task.kind == Kind::Deliverable && !task.restricted && !assessed.standing.is_stopped();
        if counts { assessed.parts.list.as_slice() } else { &[] }
    };
    let with_parts = |of: &[TaskIx]| {
        let mut tally = tally(of);
        of.iter().flat_map(counted).for_each(|part| tally.add_part(part));
        tally
    };

    let mut agencies: Vec<Group> = model.agencies.iter().map(|_| Group::default()).collect();
    let mut places: Vec<Group> = model.places.iter().map(|_| Group::default()).collect();
    for (ix, task) in model.tasks() {
        let leads = &tasks[ix.0].leads;
        for lead in leads {
            agencies[lead.agency.0].tasks.push(ix);
        }
        for member in leads.iter().flat_map(|lead| &model[lead.agency].members) {
            let via = &mut agencies[member.0].via;
            if leads.iter().all(|lead| lead.agency != *member) && via.last() != Some(&ix) {
                via.push(ix);
            }
        }
        if task.restricted {
            continue;
        }
        let mut of_parts = Vec::new();
        for (n, part) in tasks[ix.0].parts.list.iter().enumerate() {
            if let Some(agency) = part.agency {
                agencies[agency.0].parts.push((ix, n));
            }
            for place in part.place.iter().flat_map(|place| unfolded(model, *place)) {
                places[place.0].parts.push((ix, n));
                of_parts.push(place);
            }
        }
        let mut named: Vec<PlaceIx> = Vec::new();
        for place in task.places.iter().flat_map(|place| unfolded(model, *place)) {
            if !of_parts.contains(&place) && !named.contains(&place) {
                named.push(place);
                places[place.0].tasks.push(ix);
            }
        }
    }
    for group in agencies.iter_mut().chain(&mut places) {
        group.tally = tally(&group.tasks);
        for (task, n) in &group.parts {
            if let Some(part) = counted(task).get(*n) {
                group.tally.add_part(part);
            }
        }
    }
    let section = |priority: &crate::model::Priority, n: usize| {
        let tasks = priority.tasks.iter().copied().filter(|task| model[*task].section == Some(n));
        with_parts(&tasks.collect::<Vec<_>>())
    };
    let all: Vec<TaskIx> = model.tasks().map(|(ix, _)| ix).collect();
    Ok(Assessment {
        as_of,
        known,
        directive: with_parts(&all),
        priorities: model.priorities.iter().map(|p| with_parts(&p.tasks)).collect(),
        sections: (model.priorities.iter())
            .map(|priority| (0..priority.sections.len()).map(|n| section(priority, n)).collect())
            .collect(),
        agencies,
        places,
        tasks,
    })
}

/// Returns a place, and its members if it is a group.
fn unfolded(model: &Model, place: PlaceIx) -> impl Iterator<Item = PlaceIx> + '_ {
    std::iter::once(place).chain(model[place].members.iter().copied())
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
