//! `tiendo explain TASK`: why a task has its standing, with file and line of every input.

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::given::{Given, GivenDay};
use super::report::Report;
use super::{Common, Format, Outcome, assess, load_sound};
use crate::assess::parts;
use crate::locale::Arg;
use crate::model::{Id, Named};
use crate::pipeline::{Input, Reasons};
use crate::site::words::Words;

#[derive(Args)]
pub(super) struct ExplainArguments {
    #[arg(value_name = "TASK")]
    task: String,
    #[arg(long, value_name = "ID")]
    part: Option<String>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
    #[arg(long, default_value = "text", value_name = "text|json")]
    format: Format,
}

impl ExplainArguments {
    /// The task.
    pub(super) fn task(&mut self) -> &mut String {
        &mut self.task
    }
}

/// The explanation of a standing, for programs.
#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    task: &'a str,
    number: &'a str,
    title: &'a str,
    as_of: NaiveDate,
    standing: &'static str,
    days: Option<u32>,
    label: String,
    beside: Vec<String>,
    rule: String,
    inputs: Vec<Input>,
}

pub(super) fn run(
    arguments: &ExplainArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let mut loaded = load_sound(common, report)?;
    let assessment = assess(&mut loaded, arguments.as_of.clone(), common, report)?;
    let model = &loaded.model;
    let given = Given { model, report };
    let ix = given.task(&arguments.task).map_err(|refusal| refusal.fail(report))?;
    let (task, assessed) = (&model[ix], &assessment[ix]);
    let words = Words::new(model, report.locale().tag());
    let (sources, as_of, locale) = (&loaded.sources, assessment.as_of, report.locale());
    let reasons = Reasons { sources, model, task, assessed, as_of, words: &words, locale };
    if let Some(typed) = &arguments.part {
        // By its id, its name, or words such as "tháng 3/2023".
        let named = crate::reading::parts::named(model, task, typed);
        let ids = named.as_ref().map_or(&[][..], Named::ids);
        let id = ids.first().map_or(typed.as_str(), Id::as_str);
        return part(&reasons, id, arguments.format, report);
    }
    let inputs = reasons.whole();
    let answer = Answer {
        version: 1,
        task: task.id.as_str(),
        number: &task.number,
        title: &task.title,
        as_of: assessment.as_of,
        standing: assessed.standing.name(),
        days: assessed.days,
        label: words.standing(assessed),
        beside: words.causes(assessed),
        rule: words.rule(model, assessed),
        inputs,
    };
    match arguments.format {
        Format::Text => print(&answer, report),
        Format::Json => report.json(&answer),
    }
    Ok(Outcome::Fine)
}

fn print(answer: &Answer<'_>, report: &Report) {
    let locale = report.locale();
    report.text(&format!("{}  {}", answer.number, answer.title));
    let args =
        [("date", locale.short_date(answer.as_of).into()), ("label", (&answer.label).into())];
    report.text(&locale.format("explain-standing", &args));
    for beside in &answer.beside {
        report.text(&format!("  + {beside}"));
    }
    report.text("");
    report.text(&locale.format("explain-rule", &[("rule", (&answer.rule).into())]));
    for input in &answer.inputs {
        report.text(&format!("  · {}", input.fact));
        if let (Some(file), Some(line)) = (&input.file, input.line) {
            report.text(&format!("      {file}:{line}"));
        }
    }
}

/// The explanation of a part, for programs.
#[derive(Serialize)]
struct PartAnswer<'a> {
    version: u32,
    task: &'a str,
    part: &'a str,
    name: String,
    as_of: NaiveDate,
    standing: &'static str,
    days: Option<u32>,
    label: String,
    inputs: Vec<Input>,
}

/// Explains one part.
fn part(
    reasons: &Reasons<'_>,
    id: &str,
    format: Format,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let id = id.to_lowercase();
    let Some(part) = parts::find(&reasons.assessed.parts, &id) else {
        let known: Vec<&str> =
            reasons.assessed.parts.list.iter().map(|part| part.id.as_str()).take(8).collect();
        let args = [
            ("part", Arg::from(&id)),
            ("some", Arg::from(if known.is_empty() { "no" } else { "yes" })),
            ("known", Arg::from(known.join(", "))),
        ];
        report.failure(&locale.format("part-unknown", &args));
        return Err(Outcome::WrongUse);
    };
    let answer = PartAnswer {
        version: 1,
        task: reasons.task.id.as_str(),
        part: part.id.as_str(),
        name: reasons.words.part_name(reasons.model, reasons.task, part),
        as_of: reasons.as_of,
        standing: part.standing.name(),
        days: part.days,
        label: reasons.words.part_label(part),
        inputs: reasons.part(part),
    };
    if format == Format::Json {
        report.json(&answer);
        return Ok(Outcome::Fine);
    }
    report.text(&format!("{}  {} – {}", reasons.task.number, reasons.task.title, answer.name));
    let args =
        [("date", locale.short_date(reasons.as_of).into()), ("label", (&answer.label).into())];
    report.text(&locale.format("explain-standing", &args));
    for input in &answer.inputs {
        report.text(&format!("  · {}", input.fact));
        if let (Some(file), Some(line)) = (&input.file, input.line) {
            report.text(&format!("      {file}:{line}"));
        }
    }
    Ok(Outcome::Fine)
}
