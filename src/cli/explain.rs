//! `tiendo explain TASK`: why a task has its standing, with file and line of every input.

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::given::{Given, GivenDay};
use super::report::Report;
use super::{Common, Format, Outcome, assess, load_sound};
use crate::assess::ledger::{decided, in_force, known};
use crate::assess::{Assessed, Origin, standing};
use crate::diagnostic::Place;
use crate::locale::{Arg, Locale};
use crate::model::{Deadline, Model, State, Task};
use crate::pipeline::Loaded;
use crate::site::words::Words;

#[derive(Args)]
pub(super) struct ExplainArguments {
    #[arg(value_name = "TASK")]
    task: String,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
    #[arg(long, default_value = "text", value_name = "text|json")]
    format: Format,
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

/// A fact that led to the standing.
#[derive(Serialize)]
struct Input {
    fact: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
}

pub(super) fn run(
    arguments: &ExplainArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let mut loaded = load_sound(common, report)?;
    let assessment = assess(&mut loaded, arguments.as_of.clone(), report)?;
    let model = &loaded.model;
    let given = Given { model, report };
    let ix = given.task(&arguments.task).map_err(|refusal| refusal.fail(report))?;
    let (task, assessed) = (&model[ix], &assessment[ix]);
    let words = Words::new(model, report.locale().tag());
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
        inputs: inputs(&loaded, task, assessed, assessment.as_of, &words, report.locale()),
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

fn inputs(
    loaded: &Loaded,
    task: &Task,
    assessed: &Assessed,
    as_of: NaiveDate,
    words: &Words,
    locale: &Locale,
) -> Vec<Input> {
    let at = |path: String, fact: String| {
        let place = Place::value(task.file, path);
        let file = loaded.sources.get(task.file);
        let line = file.position(file.range(&place.spot).start).line;
        Input { fact, file: Some(file.path.clone()), line: Some(line) }
    };
    let date = |date| locale.short_date(date);
    let mut inputs = vec![at("kind".into(), words.kind(task.kind))];
    let good_day = |deadline: &Deadline, on| match deadline.last_good_day(on) {
        Some(day) => locale.format("explain-good-day", &[("day", date(day).into())]),
        None => locale.text("explain-no-calendar-day"),
    };
    match &task.due {
        Some(due) => {
            let args = [
                ("due", Arg::from(words.deadline(due, as_of))),
                ("good", Arg::from(good_day(due, as_of))),
            ];
            inputs.push(at("due".into(), locale.format("explain-first-deadline", &args)));
        }
        None if task.extensions.is_empty() => {
            inputs.push(Input { fact: locale.text("explain-no-deadline"), file: None, line: None });
        }
        None => {}
    }
    for extension in decided(task, as_of) {
        let args = [
            ("decided", Arg::from(date(extension.decided))),
            ("due", Arg::from(words.deadline(&extension.due, as_of))),
            ("good", Arg::from(good_day(&extension.due, as_of))),
        ];
        let path = format!("extensions[{}]", extension.place);
        inputs.push(at(path, locale.format("explain-extension", &args)));
    }
    if let Some(judged) = standing::judged_by(task, assessed).or_else(|| in_force(task, as_of)) {
        let which = match judged.origin {
            Origin::First => locale.text("explain-in-force-first"),
            Origin::Extension(n) => {
                let decided = date(task.extensions[n].decided);
                locale.format("explain-in-force-extension", &[("decided", (&decided).into())])
            }
        };
        inputs.push(Input { fact: which, file: None, line: None });
    }
    for entry in deciding_entries(task, assessed, as_of) {
        let update = &task.updates[entry];
        let mut fact = format!("{}: {}", date(update.date), words.state(task, entry));
        if !update.evidence.is_empty() {
            let cited: Vec<&str> =
                update.evidence.iter().map(|d| loaded.model[*d].id.as_str()).collect();
            let args = [("documents", Arg::from(cited.join(", ")))];
            fact.push_str(", ");
            fact.push_str(&locale.format("explain-evidence", &args));
        }
        inputs.push(at(format!("updates[{}]", update.place), fact));
    }
    if assessed.entries == 0 {
        inputs.push(Input { fact: locale.text("explain-no-entries"), file: None, line: None });
    }
    if let Some(cycles) = assessed.cycles {
        let args = [("reported", cycles.reported.into()), ("ended", cycles.ended.into())];
        inputs.push(Input { fact: locale.format("explain-cycles", &args), file: None, line: None });
    }
    inputs.extend(lead_changes(&loaded.model, assessed, locale));
    inputs
}

/// The entries that led to the standing: stops, the first `done` of the run and its evidence, the
/// last state, and the newest entry.
fn deciding_entries(task: &Task, assessed: &Assessed, as_of: NaiveDate) -> Vec<usize> {
    let entries = known(task, as_of);
    let mut deciding: Vec<usize> = assessed.last_state.into_iter().collect();
    if let Some(completion) = assessed.completion {
        deciding.push(completion.entry);
        deciding.extend(completion.evidence);
    }
    if assessed.slip_days > 0 {
        let is_stop = |n: &usize| entries[*n].state.is_some_and(State::is_stop);
        deciding.extend((0..entries.len()).filter(is_stop));
    }
    deciding.extend(entries.len().checked_sub(1));
    deciding.sort_unstable();
    deciding.dedup();
    deciding
}

fn lead_changes(model: &Model, assessed: &Assessed, locale: &Locale) -> Vec<Input> {
    let changed = assessed.leads.iter().filter(|lead| !lead.formerly.is_empty());
    changed
        .map(|lead| {
            let before: Vec<&str> =
                lead.formerly.iter().map(|agency| model[*agency].name.as_str()).collect();
            let args = [
                ("agency", Arg::from(&model[lead.agency].name)),
                ("before", Arg::from(before.join(", "))),
            ];
            Input { fact: locale.format("explain-lead", &args), file: None, line: None }
        })
        .collect()
}
