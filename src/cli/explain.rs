//! `tiendo explain TASK`: why a task has its standing, with file and line of every input.

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::given::{Given, GivenDay};
use super::report::Report;
use super::{Common, Format, Outcome, assess, load_sound};
use crate::assess::ledger::{decided, in_force, known};
use crate::assess::{Assessed, AssessedPart, Origin, PartStanding, Standing, parts, standing};
use crate::diagnostic::Place;
use crate::locale::{Arg, Locale};
use crate::model::{Deadline, Model, State, Task};
use crate::pipeline::Loaded;
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
    let assessment = assess(&mut loaded, arguments.as_of.clone(), common, report)?;
    let model = &loaded.model;
    let given = Given { model, report };
    let ix = given.task(&arguments.task).map_err(|refusal| refusal.fail(report))?;
    let (task, assessed) = (&model[ix], &assessment[ix]);
    let words = Words::new(model, report.locale().tag());
    let more = Parts { loaded: &loaded, task, assessed, as_of: assessment.as_of, words: &words };
    if let Some(id) = &arguments.part {
        return more.explain(id, arguments.format, report);
    }
    let mut inputs = inputs(&loaded, task, assessed, assessment.as_of, &words, report.locale());
    inputs.extend(more.inputs(report.locale()));
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

/// What a task is divided into, measured by and handed over with, on a date.
struct Parts<'a> {
    loaded: &'a Loaded,
    task: &'a Task,
    assessed: &'a Assessed,
    as_of: NaiveDate,
    words: &'a Words,
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

impl Parts<'_> {
    fn at(&self, path: String, fact: String) -> Input {
        let place = Place::value(self.task.file, path);
        let file = self.loaded.sources.get(self.task.file);
        let line = file.position(file.range(&place.spot).start).line;
        Input { fact, file: Some(file.path.clone()), line: Some(line) }
    }

    /// The place of a part's deadline: the extension, its own, that of the reports, or the task's.
    fn deadline_path(&self, part: &AssessedPart) -> String {
        let listed = part.index.map(|index| &self.task.parts[index]);
        match (part.origin, listed.and_then(|part| part.at.filter(|_| part.due.is_some()))) {
            (Some(Origin::Extension(n)), _) => {
                format!("extensions[{}]", self.task.extensions[n].place)
            }
            (_, Some(at)) => format!("parts[{at}].due"),
            _ if part.period.is_some() => "reports".to_owned(),
            _ if self.task.due.is_some() => "due".to_owned(),
            _ => "parts".to_owned(),
        }
    }

    fn part(&self, part: &AssessedPart, locale: &Locale) -> Input {
        let due = match part.last_good_day {
            Some(day) => {
                locale.format("explain-good-day", &[("day", locale.short_date(day).into())])
            }
            None => locale.text("explain-no-calendar-day"),
        };
        let args = [
            ("part", Arg::from(self.words.part_name(&self.loaded.model, self.task, part))),
            ("id", Arg::from(part.id.as_str())),
            ("label", Arg::from(self.words.part_label(part))),
            ("due", Arg::from(due)),
        ];
        self.at(self.deadline_path(part), locale.format("explain-part", &args))
    }

    /// The parts that keep the whole open, the period that decided and the next, the handovers, and
    /// the levels of targets.
    fn inputs(&self, locale: &Locale) -> Vec<Input> {
        let parts = &self.assessed.parts.list;
        let mut inputs = Vec::new();
        if self.task.reports.is_some() {
            let fallen = |part: &&AssessedPart| {
                part.has_fallen_due && part.standing != PartStanding::Cancelled
            };
            inputs.extend(parts.iter().rev().find(fallen).map(|part| self.part(part, locale)));
            let owed = parts.iter().filter(|part| part.is_overdue());
            let latest = parts.iter().rev().find(fallen).map(|part| &part.id);
            let owed = owed.filter(|part| Some(&part.id) != latest);
            inputs.extend(owed.map(|part| self.part(part, locale)));
            let next = parts.iter().find(|part| !part.has_fallen_due && part.standing.is_open());
            inputs.extend(next.map(|part| {
                let mut input = self.part(part, locale);
                input.fact = locale.format("explain-next", &[("fact", (&input.fact).into())]);
                input
            }));
        } else {
            let open = parts.iter().filter(|part| part.standing.is_open());
            inputs.extend(open.map(|part| self.part(part, locale)));
        }
        for n in &self.assessed.handed_over {
            inputs.push(self.handover(*n, locale));
        }
        for (target, standings) in self.task.targets.iter().zip(&self.assessed.levels) {
            for (n, (level, standing)) in target.levels.iter().zip(standings).enumerate() {
                let unit = target.unit.as_deref();
                let last = standing.last.map(|at| &target.values[at]);
                let value = last.map_or_else(String::new, |value| {
                    let day = locale.short_date(value.date);
                    format!("{} ({day})", self.words.measured(value, unit))
                });
                let args = [
                    ("title", Arg::from(&target.title)),
                    ("bound", Arg::from(self.words.bound(&level.bound, unit))),
                    ("reach", Arg::from(self.words.reach(standing))),
                    ("some", Arg::from(if last.is_some() { "yes" } else { "no" })),
                    ("value", Arg::from(value)),
                ];
                let path = match target.has_levels {
                    true => format!("targets[{}].levels[{n}]", target.at),
                    false => format!("targets[{}]", target.at),
                };
                inputs.push(self.at(path, locale.format("explain-level", &args)));
            }
        }
        inputs
    }

    fn handover(&self, n: usize, locale: &Locale) -> Input {
        let handover = &self.task.handovers[n];
        let model = &self.loaded.model;
        let names: Vec<&str> = handover.leads.iter().map(|a| model[*a].name.as_str()).collect();
        let before = handover.date.pred_opt().unwrap_or(handover.date);
        let (standing, days) = standing::label(model, self.task, before);
        let overdue = days.filter(|_| standing == Standing::Overdue).unwrap_or(0);
        let args = [
            ("date", Arg::from(locale.short_date(handover.date))),
            ("agencies", Arg::from(names.join(", "))),
            ("overdue", Arg::from(overdue)),
        ];
        let path = format!("handovers[{}]", handover.place);
        self.at(path, locale.format("explain-handover", &args))
    }

    /// Explains one part.
    fn explain(&self, id: &str, format: Format, report: &Report) -> Result<Outcome, Outcome> {
        let locale = report.locale();
        let id = id.to_lowercase();
        let Some(part) = parts::find(&self.assessed.parts, &id) else {
            let known: Vec<&str> =
                self.assessed.parts.list.iter().map(|part| part.id.as_str()).take(8).collect();
            let args = [
                ("part", Arg::from(&id)),
                ("some", Arg::from(if known.is_empty() { "no" } else { "yes" })),
                ("known", Arg::from(known.join(", "))),
            ];
            report.failure(&locale.format("part-unknown", &args));
            return Err(Outcome::WrongUse);
        };
        let mut inputs = vec![self.part(part, locale)];
        for n in &part.entries {
            let update = &self.task.updates[*n];
            let mut fact =
                format!("{}: {}", locale.short_date(update.date), self.words.state(self.task, *n));
            if !update.evidence.is_empty() {
                let cited: Vec<&str> =
                    update.evidence.iter().map(|d| self.loaded.model[*d].id.as_str()).collect();
                let args = [("documents", Arg::from(cited.join(", ")))];
                fact.push_str(", ");
                fact.push_str(&locale.format("explain-evidence", &args));
            }
            inputs.push(self.at(format!("updates[{}]", update.place), fact));
        }
        if part.entries.is_empty() {
            inputs.push(Input { fact: locale.text("explain-no-entries"), file: None, line: None });
        }
        let answer = PartAnswer {
            version: 1,
            task: self.task.id.as_str(),
            part: part.id.as_str(),
            name: self.words.part_name(&self.loaded.model, self.task, part),
            as_of: self.as_of,
            standing: part.standing.name(),
            days: part.days,
            label: self.words.part_label(part),
            inputs,
        };
        if format == Format::Json {
            report.json(&answer);
            return Ok(Outcome::Fine);
        }
        report.text(&format!("{}  {} – {}", self.task.number, self.task.title, answer.name));
        let args =
            [("date", locale.short_date(self.as_of).into()), ("label", (&answer.label).into())];
        report.text(&locale.format("explain-standing", &args));
        for input in &answer.inputs {
            report.text(&format!("  · {}", input.fact));
            if let (Some(file), Some(line)) = (&input.file, input.line) {
                report.text(&format!("      {file}:{line}"));
            }
        }
        Ok(Outcome::Fine)
    }
}
