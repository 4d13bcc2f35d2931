//! `tiendo remind --agency X`: what an agency owes, ready to be pasted into a letter.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::ask::{Ask, Choices};
use super::deliver::{deliver, expect_ending};
use super::given::{Given, GivenDay};
use super::report::Report;
use super::scope::handed_over;
use super::{Common, Outcome, assess, directive, load_sound, missing};
use crate::assess::Assessment;
use crate::assess::ledger::in_force;
use crate::assess::owed::{Debt, owed, owed_parts};
use crate::export;
use crate::locale::Locale;
use crate::markdown::escaped;
use crate::model::{AgencyIx, Model, TaskIx};
use crate::reading::names::Names;
use crate::site::words::Words;

#[derive(Args)]
pub(super) struct RemindArguments {
    #[arg(long, value_name = "ID")]
    agency: Option<String>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
    #[arg(
        id = "letter",
        long = "format",
        default_value = "text",
        value_name = "text|markdown|docx"
    )]
    format: RemindFormat,
    #[arg(id = "report_to", long = "output", value_name = "FILE.docx")]
    output: Option<PathBuf>,
    #[arg(long)]
    replace: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RemindFormat {
    Text,
    Markdown,
    Docx,
}

pub(super) fn run(
    arguments: &RemindArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    match &arguments.output {
        Some(to) if arguments.format == RemindFormat::Docx => {
            expect_ending(to, "docx", "report-docx-ending", report)?;
        }
        None if arguments.format == RemindFormat::Docx || !arguments.replace => {}
        _ => {
            report.failure(&report.locale().text("report-docx-needed"));
            return Err(Outcome::WrongUse);
        }
    }
    let mut loaded = load_sound(common, report)?;
    let assessment = assess(&mut loaded, arguments.as_of.clone(), common, report)?;
    let model = &loaded.model;
    let given = Given { model, report };
    let agency = match &arguments.agency {
        Some(agency) => given.agency(agency).map_err(|refusal| refusal.fail(report))?,
        None => {
            let agencies = Names::agencies(model);
            let choices = Choices { names: &agencies, what: "agency" };
            let chosen = Ask::new(report, false).choose("ask-agency", choices, true);
            AgencyIx(chosen.ok_or_else(|| missing("--agency", "remind", report))?)
        }
    };
    let owed = owed(model, &assessment, agency);
    if let Some(handed_over) = handed_over(model, agency, assessment.as_of) {
        let sentence = handed_over.sentence(model, agency, report.locale());
        // A letter to an agency that is gone would ask nobody.
        if !owed.is_empty() {
            report.aside(&sentence);
        } else {
            report.text(&sentence);
            let id = model[handed_over.to].id.as_str();
            let args = [("id", id.into()), ("directive", directive::option(common).into())];
            report.text(&report.locale().format("remind-successor", &args));
            return Ok(Outcome::Fine);
        }
    }
    if arguments.format == RemindFormat::Docx {
        if owed.is_empty() {
            report.text(&report.locale().text("remind-nothing"));
            return Ok(Outcome::Fine);
        }
        return write(arguments, model, &assessment, (agency, owed.len()), report);
    }
    report.text(&letter(model, &assessment, agency, &owed, arguments.format, report.locale()));
    Ok(Outcome::Fine)
}

/// Writes the letter as a document for Word.
fn write(
    arguments: &RemindArguments,
    model: &Model,
    assessment: &Assessment,
    (agency, owed): (AgencyIx, usize),
    report: &Report,
) -> Result<Outcome, Outcome> {
    let words = Words::new(model, report.locale().tag());
    let bytes = export::letter::letter(model, assessment, agency, &words)
        .unwrap_or_else(|error| unreachable!("a document can always be written: {error}"));
    let name = export::letter::file_name(model[agency].id.as_str(), assessment.as_of);
    let to = arguments.output.clone().unwrap_or_else(|| name.into());
    deliver(&to, &bytes, arguments.replace, report)?;
    let args = [
        ("agency", (&model[agency].name).into()),
        ("n", owed.into()),
        ("file", to.display().to_string().into()),
        ("day", words.short(assessment.as_of).into()),
    ];
    report.text(&words.say("remind-done", &args));
    Ok(Outcome::Fine)
}

fn letter(
    model: &Model,
    assessment: &Assessment,
    agency: AgencyIx,
    owed: &[(Debt, TaskIx)],
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
    for debt in Debt::ALL {
        let of: Vec<_> = owed.iter().filter(|(owed, _)| *owed == debt).collect();
        if of.is_empty() {
            continue;
        }
        let heading =
            locale.format(&format!("remind-{}", debt.name()), &[("count", of.len().into())]);
        lines.push(if markdown { format!("## {heading}\n") } else { heading });
        for (_, ix) in of {
            let (task, assessed) = (&model[*ix], &assessment[*ix]);
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
            for part in owed_parts(task, assessed, agency) {
                let part_name = words.part_name(model, task, part);
                let label = words.part_label(part);
                lines.push(format!("  - {}: {}.", plain(&part_name), plain(&label)));
            }
        }
        lines.push(String::new());
    }
    lines.push(match owed.len() {
        0 => locale.text("remind-nothing"),
        count => locale.format("remind-request", &[("count", count.into())]),
    });
    lines.join("\n")
}
