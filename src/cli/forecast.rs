//! `tiendo forecast`: what turns overdue, due soon, silent or unreported by a day, by agency.

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::given::GivenDay;
use super::paper::{Paper, Shape};
use super::report::Report;
use super::scope::{Scope, ScopeArguments};
use super::{Common, Outcome, assess, before_directive, directive, load_sound};
use crate::assess::outlook::{Prospect, Turn};
use crate::assess::{Assessed, Assessment, Outlook, assess_as_known};
use crate::model::{AgencyIx, Model, TaskIx};
use crate::site::words::Words;

#[derive(Args)]
pub(super) struct ForecastArguments {
    #[arg(id = "forecast_on", long = "as-of", value_name = "DATE", value_parser = GivenDay::parse)]
    on: GivenDay,
    #[command(flatten)]
    scope: ScopeArguments,
    #[arg(
        id = "shape",
        long = "format",
        default_value = "text",
        value_name = "text|json|markdown"
    )]
    shape: Shape,
}

pub(super) fn run(
    arguments: &ForecastArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let mut loaded = load_sound(common, report)?;
    let today = assess(&mut loaded, None, common, report)?;
    let model = &loaded.model;
    let scope = arguments.scope.find(model, report)?;
    let wanted = arguments.on.date(model, report);
    if wanted < today.as_of {
        let locale = report.locale();
        let (on, known) = (locale.short_date(wanted), locale.short_date(today.as_of));
        let directive = directive::option(common);
        let args = [("on", on.into()), ("known", known.into()), ("directive", directive.into())];
        report.failure(&locale.format("forecast-in-the-past", &args));
        return Err(Outcome::WrongUse);
    }
    // Neither date lies before the directive's: the first was judged, the second is not earlier.
    let later = assess_as_known(model, wanted, today.as_of).map_err(|error| {
        before_directive(&error, report);
        Outcome::WrongUse
    })?;
    let (model, later) = later.both();
    scope.tell_successor(model, later.as_of, report);
    let mut outlook = Outlook::between(&today, (model, later));
    outlook.tasks.retain(|turn| scope.holds(&model[turn.task], &later[turn.task]));
    let words = Words::new(model, report.locale().tag());
    match Paper::new(arguments.shape) {
        None => report.json(&Answer::new(model, &outlook, later, &scope)),
        Some(paper) => report.text(&fill(paper, model, &outlook, later, &scope, &words)),
    }
    Ok(Outcome::Fine)
}

impl Scope {
    /// Returns the selected agencies with their tasks; a jointly led task is listed under each lead.
    fn groups<'o>(
        &self,
        outlook: &'o Outlook,
        later: &Assessment,
    ) -> Vec<(Option<AgencyIx>, Vec<&'o Turn>)> {
        let mut groups = outlook.by_agency(later);
        groups.retain(|(agency, _)| self.agency.is_none() || *agency == self.agency);
        groups
    }
}

fn fill(
    mut paper: Paper,
    model: &Model,
    outlook: &Outlook,
    later: &Assessment,
    scope: &Scope,
    words: &Words,
) -> String {
    let directive = model.directive.name();
    let (known, on) = (words.short(outlook.known), words.short(outlook.on));
    let args = [
        ("known", known.into()),
        ("on", on.into()),
        ("directive", (&directive).into()),
        ("overdue", outlook.overdue_already.into()),
        ("silent", outlook.silent_already.into()),
    ];
    paper.title(&words.say("forecast-title", &args));
    paper.line(&words.say("forecast-rule", &args));
    paper.line(&words.say("forecast-already", &args));
    if outlook.tasks.is_empty() {
        paper.line(&words.text("forecast-nothing"));
    }
    for (agency, turns) in scope.groups(outlook, later) {
        let name = match agency {
            Some(agency) => model[agency].name.clone(),
            None => words.text("row-no-lead"),
        };
        paper.section(&name, turns.len());
        for turn in turns {
            let task = &model[turn.task];
            let said: Vec<String> = turn
                .into
                .iter()
                .map(|into| said(*into, turn.task, (model, later), words))
                .collect();
            paper.task(task, &said.join("; "), words);
        }
    }
    paper.finish()
}

fn said(
    into: Prospect,
    task: TaskIx,
    (model, later): (&Model, &Assessment),
    words: &Words,
) -> String {
    let key = format!("forecast-{}", into.name().replace('_', "-"));
    match into {
        Prospect::PartOverdue(n, day) | Prospect::PartDueSoon(n, day) => {
            let part = words.part_name(model, &model[task], &later[task].parts.list[n]);
            let days = (later.as_of - day).num_days().unsigned_abs();
            let args =
                [("part", part.into()), ("day", words.short(day).into()), ("n", days.into())];
            words.say(&key, &args)
        }
        Prospect::Overdue(day) | Prospect::DueSoon(day) => {
            let days = (later.as_of - day).num_days().unsigned_abs();
            words.say(&key, &[("day", words.short(day).into()), ("n", days.into())])
        }
        Prospect::Stale(days) => words.count(&key, days),
        Prospect::Unreported => words.text(&key),
    }
}

/// What turns, for programs. Field names are stable within a `version`.
#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    /// Facts are known up to this date.
    known: NaiveDate,
    /// Judged on this date.
    as_of: NaiveDate,
    overdue_already: u32,
    silent_already: u32,
    agencies: Vec<AgencyRow<'a>>,
}

#[derive(Serialize)]
struct AgencyRow<'a> {
    /// Null: tasks that nobody leads.
    id: Option<&'a str>,
    tasks: Vec<TaskRow<'a>>,
}

#[derive(Serialize)]
struct TaskRow<'a> {
    id: &'a str,
    number: &'a str,
    title: &'a str,
    restricted: bool,
    turns: Vec<TurnRow>,
}

#[derive(Serialize)]
struct TurnRow {
    into: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_good_day: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    silent_days: Option<u32>,
}

impl<'a> Answer<'a> {
    fn new(model: &'a Model, outlook: &Outlook, later: &Assessment, scope: &Scope) -> Self {
        let task = |turn: &&Turn| TaskRow {
            id: model[turn.task].id.as_str(),
            number: &model[turn.task].number,
            title: &model[turn.task].title,
            restricted: model[turn.task].restricted,
            turns: turn.into.iter().map(|into| TurnRow::new(*into, &later[turn.task])).collect(),
        };
        Answer {
            version: 1,
            known: outlook.known,
            as_of: outlook.on,
            overdue_already: outlook.overdue_already,
            silent_already: outlook.silent_already,
            agencies: (scope.groups(outlook, later).iter())
                .map(|(agency, turns)| AgencyRow {
                    id: agency.map(|agency| model[agency].id.as_str()),
                    tasks: turns.iter().map(task).collect(),
                })
                .collect(),
        }
    }
}

impl TurnRow {
    fn new(into: Prospect, assessed: &Assessed) -> Self {
        let part = match into {
            Prospect::PartOverdue(n, _) | Prospect::PartDueSoon(n, _) => {
                Some(assessed.parts.list[n].id.to_string())
            }
            _ => None,
        };
        let (last_good_day, silent_days) = match into {
            Prospect::Overdue(day)
            | Prospect::DueSoon(day)
            | Prospect::PartOverdue(_, day)
            | Prospect::PartDueSoon(_, day) => (Some(day), None),
            Prospect::Stale(days) => (None, Some(days)),
            Prospect::Unreported => (None, None),
        };
        TurnRow { into: into.name(), part, last_good_day, silent_days }
    }
}
