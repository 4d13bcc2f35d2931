//! `tiendo status`: the state of the directive, on the terminal or for a program.

mod board;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::given::GivenDay;
use super::report::Report;
use super::scope::{Scope, ScopeArguments};
use super::{Common, Format, Outcome, assess, load_sound};
use crate::assess::{Assessed, Assessment, Fraction, PartStanding, Standing, Tally};
use crate::model::{Kind, Model, Task};

#[derive(Args)]
pub(super) struct StatusArguments {
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
    #[arg(long, default_value = "text", value_name = "text|json")]
    format: Format,
    #[command(flatten)]
    scope: ScopeArguments,
}

pub(super) fn run(
    arguments: &StatusArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let mut loaded = load_sound(common, report)?;
    let assessment = assess(&mut loaded, arguments.as_of.clone(), common, report)?;
    let wanted = arguments.scope.find(&loaded.model, report)?;
    wanted.tell_successor(&loaded.model, assessment.as_of, report);
    match arguments.format {
        Format::Text => {
            report.text(&board::draw(&loaded.model, &assessment, wanted, report.locale()));
        }
        Format::Json => report.json(&Answer::new(&loaded.model, &assessment, wanted)),
    }
    Ok(Outcome::Fine)
}

/// The state of the directive, for programs. Field names are stable within a `version`.
#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    as_of: NaiveDate,
    directive: Group<'a>,
    priorities: Vec<Group<'a>>,
    agencies: Vec<Group<'a>>,
    places: Vec<Group<'a>>,
    tasks: Vec<TaskRow<'a>>,
}

/// A group of tasks. Fractions are `[part, whole]`.
#[derive(Serialize)]
struct Group<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    name: &'a str,
    total: u32,
    deliverables: u32,
    ongoing: u32,
    duties: u32,
    /// The number of deliverables and duties by standing, without zeros.
    standings: BTreeMap<&'static str, u32>,
    /// The number of ongoing tasks by standing, without zeros.
    ongoing_standings: BTreeMap<&'static str, u32>,
    completion: [u32; 2],
    completion_high: u32,
    on_time: [u32; 2],
    slips: u32,
    reporting: [u32; 2],
    overdue: u32,
    stopped: u32,
    word: &'static str,
    /// The number of parts by standing, without zeros.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    parts: BTreeMap<&'static str, u32>,
    /// Periodic reports that have fallen due: on time, late, missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reports: Option<[u32; 3]>,
}

#[derive(Serialize)]
struct TaskRow<'a> {
    id: &'a str,
    number: &'a str,
    title: &'a str,
    priority: &'a str,
    kind: &'static str,
    standing: &'static str,
    days: Option<u32>,
    causes: Vec<&'static str>,
    stale_days: Option<u32>,
    slip_days: u32,
    /// The last good day of the deadline in force.
    last_good_day: Option<NaiveDate>,
    last_entry: Option<NaiveDate>,
    /// The number of cycles with an entry, and of cycles ended.
    cycles: Option<[u32; 2]>,
    leads: Vec<&'a str>,
    /// Parts that are done, of those not cancelled, and how many are overdue.
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<[u32; 3]>,
}

impl<'a> Answer<'a> {
    fn new(model: &'a Model, assessment: &'a Assessment, wanted: Scope) -> Self {
        let agencies = model.agencies.iter().zip(&assessment.agencies);
        let places = model.places.iter().zip(&assessment.places);
        let priorities = model.priorities.iter().zip(&assessment.priorities);
        Answer {
            version: 1,
            as_of: assessment.as_of,
            directive: Group::new(None, &model.directive.number, &assessment.directive),
            priorities: priorities
                .map(|(p, tally)| Group::new(Some(p.id.as_str()), &p.title, tally))
                .collect(),
            agencies: agencies
                .map(|(a, group)| Group::new(Some(a.id.as_str()), &a.name, &group.tally))
                .collect(),
            places: places
                .map(|(p, group)| Group::new(Some(p.id.as_str()), &p.name, &group.tally))
                .collect(),
            tasks: model
                .tasks
                .iter()
                .zip(&assessment.tasks)
                .filter(|(task, assessed)| wanted.holds(task, assessed))
                .map(|(task, assessed)| TaskRow::new(model, task, assessed, assessment.as_of))
                .collect(),
        }
    }
}

impl<'a> Group<'a> {
    fn new(id: Option<&'a str>, name: &'a str, tally: &Tally) -> Self {
        let by_standing = |kinds: &[Kind]| {
            let mut counts = BTreeMap::new();
            for standing in Standing::ALL {
                let count: u32 = kinds.iter().map(|kind| tally.count(*kind, standing)).sum();
                if count > 0 {
                    counts.insert(standing.name(), count);
                }
            }
            counts
        };
        Group {
            id,
            name,
            total: tally.total(),
            deliverables: tally.kind(Kind::Deliverable),
            ongoing: tally.kind(Kind::Ongoing),
            duties: tally.kind(Kind::Duty),
            standings: by_standing(&[Kind::Deliverable, Kind::Duty]),
            ongoing_standings: by_standing(&[Kind::Ongoing]),
            completion: pair(tally.completion),
            completion_high: tally.completion_high,
            on_time: pair(tally.on_time),
            slips: tally.slips,
            reporting: pair(tally.reporting),
            overdue: tally.overdue(),
            stopped: tally.stopped(),
            word: tally.word.name(),
            parts: (PartStanding::ALL.into_iter())
                .map(|standing| (standing.name(), tally.part(standing)))
                .filter(|(_, count)| *count > 0)
                .collect(),
            reports: (tally.reports.total() > 0).then_some([
                tally.reports.on_time,
                tally.reports.late,
                tally.reports.missing,
            ]),
        }
    }
}

impl<'a> TaskRow<'a> {
    fn new(model: &'a Model, task: &'a Task, assessed: &Assessed, as_of: NaiveDate) -> Self {
        let causes = [
            ("blocked", assessed.causes.blocked),
            ("awaiting_evidence", assessed.causes.awaiting_evidence),
            ("no_report", assessed.causes.no_report),
            ("stale", assessed.causes.stale.is_some()),
        ];
        TaskRow {
            id: task.id.as_str(),
            number: &task.number,
            title: &task.title,
            priority: model[task.priority].id.as_str(),
            kind: task.kind.name(),
            standing: assessed.standing.name(),
            days: assessed.days,
            causes: causes.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect(),
            stale_days: assessed.causes.stale,
            slip_days: assessed.slip_days,
            last_good_day: crate::assess::ledger::in_force(task, as_of)
                .and_then(|due| due.last_good_day),
            last_entry: assessed.last_entry,
            cycles: assessed.cycles.map(|cycles| [cycles.reported, cycles.ended]),
            leads: assessed.leads.iter().map(|lead| model[lead.agency].id.as_str()).collect(),
            parts: task.is_divided().then_some({
                let counts = assessed.parts.counts;
                [counts.done, counts.total, counts.overdue]
            }),
        }
    }
}

fn pair(fraction: Fraction) -> [u32; 2] {
    [fraction.part, fraction.whole]
}
