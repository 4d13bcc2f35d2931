//! `tiendo update TASK`: adds an entry to a task's ledger and prints its new standing.

use std::fs;

use chrono::NaiveDate;
use clap::Args;
use clap::builder::PossibleValuesParser;

use super::ask::{Ask, Choice, meant};
use super::report::Report;
use super::trouble::{not_read, not_written};
use super::{Common, Outcome, load, missing, parse_as_of, unreadable};
use crate::assess::assess_as_known;
use crate::diagnostic::nearest;
use crate::fix::entry::{self, Entry};
use crate::fix::{apply, says_the_same_and_more};
use crate::locale::Locale;
use crate::model::{State, Task};
use crate::output::replace::replace;
use crate::pipeline::{self, Loaded};
use crate::site::words::Words;
use crate::vietnamese::nfc;

#[derive(Args)]
pub(super) struct UpdateArguments {
    #[arg(value_name = "TASK")]
    task: Option<String>,
    #[arg(long, value_name = "DATE|today", value_parser = parse_as_of)]
    on: Option<NaiveDate>,
    #[arg(long, value_name = "STATE", value_parser = states())]
    state: Option<String>,
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    #[arg(long, value_name = "0-100")]
    percent: Option<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    evidence: Vec<String>,
    #[arg(long, value_name = "ID")]
    document: Option<String>,
    #[arg(long, value_name = "TASK")]
    superseded_by: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    ask: bool,
}

/// Maximum number of tasks that are listed if words match several.
const NAMED: usize = 12;

fn states() -> PossibleValuesParser {
    PossibleValuesParser::new(State::ALL.map(|(word, _)| word))
}

pub(super) fn run(
    arguments: &UpdateArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let before = load(common, report)?;
    // An unknown task is reported before any question is asked.
    if let Some(id) = &arguments.task
        && before.model.task_by_id(id).is_none()
    {
        return Err(unknown_task(id, &before, report));
    }
    let ask = Ask::new(report, arguments.ask);
    let (id, entry) = wanted(arguments, &before, &ask, report)
        .map_err(|argument| missing(argument, "update", report))?;
    let Some(ix) = before.model.task_by_id(&id) else {
        return Err(unknown_task(&id, &before, report));
    };
    let task = &before.model[ix];
    if is_there(&entry, task, &before) {
        report.failure(&locale.format("update-is-there", &[("task", (&id).into())]));
        return Err(Outcome::WrongUse);
    }
    let shown = before.sources.get(task.file).path.clone();
    let Some(path) = pipeline::path_of(&common.content, &shown) else {
        return Err(cannot_add(&shown, report));
    };
    let raw = fs::read(&path).map_err(|error| not_read(&shown, &error, report))?;
    let Some((old, new)) = std::str::from_utf8(&raw).ok().and_then(|old| {
        let edit = entry::append(old, &entry)?;
        let new = apply(old, vec![edit]);
        says_the_same_and_more(old, &new, "updates").then_some((old, new))
    }) else {
        return Err(cannot_add(&shown, report));
    };
    let proposed = pipeline::propose(&common.content, path.clone(), &new, &before)
        .map_err(|error| unreadable(&error, report))?;
    report.diff(&shown, &[], old, &new);
    if proposed.new_errors.has_errors() {
        report.print_diagnostics(&proposed.new_errors, &proposed.loaded.sources);
        report.failure(&locale.text("update-refused"));
        return Err(Outcome::ContentErrors);
    }
    print_standing(&before, &proposed.loaded, &id, &entry, report);
    if arguments.dry_run || !ask.confirms() {
        report.text(&locale.text("update-dry"));
        return Ok(Outcome::Fine);
    }
    replace(&path, &raw, new.as_bytes()).map_err(|error| not_written(&error, report))?;
    report.text(&locale.format("update-done", &[("file", (&shown).into())]));
    Ok(Outcome::Fine)
}

/// Returns the task and the entry, from options or answers, or the name of the missing argument.
fn wanted(
    arguments: &UpdateArguments,
    loaded: &Loaded,
    ask: &Ask<'_>,
    report: &Report,
) -> Result<(String, Entry), &'static str> {
    let says_nothing = arguments.state.is_none()
        && arguments.text.is_none()
        && arguments.percent.is_none()
        && arguments.evidence.is_empty();
    let id = match &arguments.task {
        Some(id) => id.clone(),
        None => ask.choose("ask-task", &Choice::tasks(&loaded.model)).ok_or("<TASK>")?,
    };
    let on = match arguments.on {
        Some(on) => on,
        None => loop {
            let answer = ask.line("ask-on").ok_or("--on")?;
            if let Ok(on) = parse_as_of(&answer) {
                break on;
            }
            report.aside(&report.locale().format("usage-bad-date", &[("value", answer.into())]));
        },
    };
    let mut entry = Entry {
        date: on.to_string(),
        state: arguments.state.clone().unwrap_or_default(),
        text: arguments.text.clone().unwrap_or_default(),
        percent: arguments.percent.clone().unwrap_or_default(),
        evidence: arguments.evidence.clone(),
        document: arguments.document.clone().unwrap_or_default(),
        superseded_by: arguments.superseded_by.clone().unwrap_or_default(),
    };
    if says_nothing {
        let words = Words::new(&loaded.model, report.locale().tag());
        let states: Vec<Choice> = State::ALL
            .iter()
            .map(|(word, _)| {
                Choice::new(word, &words.text(&format!("state-{}", word.replace('_', "-"))), &[])
            })
            .collect();
        entry.state = ask.choose("ask-state", &states).unwrap_or_default();
        entry.text = ask.line("ask-text").unwrap_or_default();
        let evidence = ask.line("ask-evidence").unwrap_or_default();
        let ids = evidence.split([',', ' ']).map(str::trim).filter(|id| !id.is_empty());
        entry.evidence = ids.map(str::to_owned).collect();
        if entry.state.is_empty() && entry.text.is_empty() && entry.evidence.is_empty() {
            return Err("--state, --text");
        }
    }
    entry.text = nfc(entry.text.trim()).into_owned();
    Ok((id, entry))
}

/// Prints that there is no such task, with those it may be: a similar id, or words of a title.
fn unknown_task(id: &str, loaded: &Loaded, report: &Report) -> Outcome {
    let locale = report.locale();
    report.failure(&locale.format("explain-unknown-task", &[("task", id.into())]));
    let known = loaded.model.tasks.iter().map(|task| task.id.as_str());
    if let Some(near) = nearest(id, known) {
        report.aside(&locale.format("did-you-mean", &[("suggestion", near.into())]));
        return Outcome::WrongUse;
    }
    let tasks = Choice::tasks(&loaded.model);
    for choice in meant(id, &tasks).into_iter().take(NAMED) {
        report.aside(&format!("  {choice}"));
    }
    Outcome::WrongUse
}

/// Reports that the file is written in a way to which no entry can be added.
fn cannot_add(file: &str, report: &Report) -> Outcome {
    report.failure(&report.locale().format("update-cannot", &[("value", file.into())]));
    Outcome::WrongUse
}

/// Prints the task's standing before and after the entry.
fn print_standing(before: &Loaded, after: &Loaded, id: &str, entry: &Entry, report: &Report) {
    let locale = report.locale();
    let was = standing(before, id, locale);
    let is = standing(after, id, locale);
    let (Some((_, was)), Some((as_of, is))) = (was, is) else { return };
    let args = [
        ("task", id.into()),
        ("date", locale.short_date(as_of).into()),
        ("was", was.into()),
        ("is", is.into()),
    ];
    report.text(&locale.format("update-standing", &args));
    if entry.date.parse::<NaiveDate>().is_ok_and(|date| date > as_of) {
        report.text(&locale.format("update-later", &args));
    }
}

/// Returns true if the ledger already has this entry, as when a command is typed twice.
fn is_there(entry: &Entry, task: &Task, loaded: &Loaded) -> bool {
    task.updates.iter().any(|update| {
        let evidence = update.evidence.iter().map(|document| loaded.model[*document].id.as_str());
        update.date.to_string() == entry.date
            && update.state.map_or("", State::name) == entry.state
            && update.text.as_deref().unwrap_or_default() == entry.text.trim()
            && evidence.eq(entry.evidence.iter().map(String::as_str))
    })
}

/// Returns a task's standing and its date.
fn standing(loaded: &Loaded, id: &str, locale: &Locale) -> Option<(NaiveDate, String)> {
    let as_of = pipeline::as_of(&loaded.model, None);
    let judged = assess_as_known(&loaded.model, as_of, as_of).ok()?;
    let assessed = &judged.assessment[judged.model.task_by_id(id)?];
    let words = Words::new(&loaded.model, locale.tag());
    let mut label = vec![words.standing(assessed)];
    label.extend(words.causes(assessed));
    Some((as_of, label.join(", ")))
}
