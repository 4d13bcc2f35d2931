//! `tiendo remind --agency X`: what an agency owes, ready to be pasted into a letter.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::given::{Given, GivenDay};
use super::report::Report;
use super::scope::handed_over;
use super::{Common, Outcome, assess, load_sound};
use crate::assess::ledger::in_force;
use crate::assess::standing::due_soon;
use crate::assess::{Assessed, Assessment, Standing};
use crate::locale::Locale;
use crate::model::{AgencyIx, Model, Task};
use crate::site::words::Words;

#[derive(Args)]
pub(super) struct RemindArguments {
    #[arg(long, value_name = "ID")]
    agency: String,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
    #[arg(id = "letter", long = "format", default_value = "text", value_name = "text|markdown")]
    format: RemindFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RemindFormat {
    Text,
    Markdown,
}

/// The kinds of what an agency owes, in the order of a letter. A task is listed under the first
/// that applies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Debt {
    Overdue,
    AwaitingEvidence,
    DueSoon,
    Silent,
}

const DEBTS: [(Debt, &str); 4] = [
    (Debt::Overdue, "remind-overdue"),
    (Debt::AwaitingEvidence, "remind-awaiting-evidence"),
    (Debt::DueSoon, "remind-due-soon"),
    (Debt::Silent, "remind-silent"),
];

pub(super) fn run(
    arguments: &RemindArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let mut loaded = load_sound(common, report)?;
    let assessment = assess(&mut loaded, arguments.as_of.clone(), report)?;
    let model = &loaded.model;
    let given = Given { model, report };
    let agency = given.agency(&arguments.agency).map_err(|refusal| refusal.fail(report))?;
    let owes = |assessed: &Assessed| assessed.leads.iter().any(|lead| lead.agency == agency);
    if let Some(handed_over) = handed_over(model, agency, assessment.as_of) {
        let sentence = handed_over.sentence(model, agency, report.locale());
        // A letter to an agency that is gone would ask nobody.
        if !owed(model, &assessment, owes).is_empty() {
            report.aside(&sentence);
        } else {
            report.text(&sentence);
            let id = model[handed_over.to].id.as_str();
            report.text(&report.locale().format("remind-successor", &[("id", id.into())]));
            return Ok(Outcome::Fine);
        }
    }
    report.text(&letter(model, &assessment, agency, arguments.format, report.locale()));
    Ok(Outcome::Fine)
}

fn letter(
    model: &Model,
    assessment: &Assessment,
    agency: AgencyIx,
    format: RemindFormat,
    locale: &Locale,
) -> String {
    let words = Words::new(model, locale.tag());
    let markdown = format == RemindFormat::Markdown;
    let plain = |text: &str| if markdown { escaped(text) } else { text.to_owned() };
    let args = [
        ("agency", plain(&model[agency].name).into()),
        ("number", plain(&model.directive.name()).into()),
        ("date", locale.short_date(assessment.as_of).into()),
    ];
    let mut lines = vec![locale.format("remind-title", &args), String::new()];
    let leads = |assessed: &Assessed| assessed.leads.iter().any(|lead| lead.agency == agency);
    let owed = owed(model, assessment, leads);
    for (debt, key) in DEBTS {
        let of: Vec<_> = owed.iter().filter(|(owed, ..)| *owed == debt).collect();
        if of.is_empty() {
            continue;
        }
        let heading = locale.format(key, &[("count", of.len().into())]);
        lines.push(if markdown { format!("## {heading}\n") } else { heading });
        for (_, task, assessed) in of {
            let mut facts = Vec::new();
            if let Some(due) = in_force(task, assessment.as_of) {
                let deadline = words.deadline(due.deadline, assessment.as_of);
                facts.push(
                    locale.format("remind-deadline", &[("deadline", plain(&deadline).into())]),
                );
            }
            facts.push(words.standing(assessed));
            facts.extend(words.causes(assessed));
            if let Some(last) = assessed.last_entry {
                let args = [("date", locale.short_date(last).into())];
                facts.push(locale.format("remind-last", &args));
            }
            let name = if markdown {
                format!("- **{}** {}", plain(&task.number), plain(&task.title))
            } else {
                format!("- {} {}", task.number, task.title)
            };
            lines.push(format!("{name}: {}.", facts.join("; ")));
        }
        lines.push(String::new());
    }
    lines.push(match owed.len() {
        0 => locale.text("remind-nothing"),
        count => locale.format("remind-request", &[("count", count.into())]),
    });
    lines.join("\n")
}

/// Returns what is owed among the tasks with these leads.
fn owed<'a>(
    model: &'a Model,
    assessment: &'a Assessment,
    leads: impl Fn(&Assessed) -> bool,
) -> Vec<(Debt, &'a Task, &'a Assessed)> {
    let tasks = model.tasks().map(|(ix, task)| (task, &assessment[ix]));
    let led = tasks.filter(|(_, assessed)| leads(assessed));
    led.filter_map(|(task, assessed)| {
        Some((debt(model, task, assessed, assessment.as_of)?, task, assessed))
    })
    .collect()
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
    let silent =
        matches!(assessed.standing, Standing::Stale | Standing::NoReport | Standing::ReportMissing);
    let said = assessed.causes.no_report || assessed.causes.stale.is_some();
    (silent || said).then_some(Debt::Silent)
}

/// Escapes a text so that Markdown shows it unchanged.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_{}[]<>#|&~!".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
