//! Why a task has its standing: the facts that led to it, with the places where they stand.

use chrono::NaiveDate;
use serde::Serialize;

use crate::assess::ledger::{decided, in_force, known};
use crate::assess::{Assessed, AssessedPart, Origin, PartStanding, Standing, standing};
use crate::diagnostic::Place;
use crate::locale::{Arg, Locale};
use crate::model::{Deadline, Model, State, Task};
use crate::site::words::Words;
use crate::source::Sources;

/// A fact that led to the standing.
#[derive(Serialize)]
pub struct Input {
    /// What it says.
    pub fact: String,
    /// The file, if it stands in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line in that file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// A task on a date, with the records that it stands in.
pub struct Reasons<'a> {
    /// The files of the records.
    pub sources: &'a Sources,
    /// The records.
    pub model: &'a Model,
    /// The task.
    pub task: &'a Task,
    /// How it stands.
    pub assessed: &'a Assessed,
    /// The date.
    pub as_of: NaiveDate,
    /// The words of the pages.
    pub words: &'a Words,
    /// The language.
    pub locale: &'a Locale,
}

impl Input {
    fn said(fact: String) -> Self {
        Input { fact, file: None, line: None }
    }
}

impl Reasons<'_> {
    fn at(&self, path: String, fact: String) -> Input {
        let place = Place::value(self.task.file, path);
        let file = self.sources.get(self.task.file);
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

    fn of(&self, part: &AssessedPart) -> Input {
        let due = match part.last_good_day {
            Some(day) => self
                .locale
                .format("explain-good-day", &[("day", self.locale.short_date(day).into())]),
            None => self.locale.text("explain-no-calendar-day"),
        };
        let args = [
            ("part", Arg::from(self.words.part_name(self.model, self.task, part))),
            ("id", Arg::from(part.id.as_str())),
            ("label", Arg::from(self.words.part_label(part))),
            ("due", Arg::from(due)),
        ];
        self.at(self.deadline_path(part), self.locale.format("explain-part", &args))
    }

    /// The parts that keep the whole open, the period that decided and the next, the handovers, and
    /// the levels of targets.
    fn divided(&self) -> Vec<Input> {
        let parts = &self.assessed.parts.list;
        let mut inputs = Vec::new();
        if self.task.reports.is_some() {
            let fallen = |part: &&AssessedPart| {
                part.has_fallen_due && part.standing != PartStanding::Cancelled
            };
            inputs.extend(parts.iter().rev().find(fallen).map(|part| self.of(part)));
            let owed = parts.iter().filter(|part| part.is_overdue());
            let latest = parts.iter().rev().find(fallen).map(|part| &part.id);
            let owed = owed.filter(|part| Some(&part.id) != latest);
            inputs.extend(owed.map(|part| self.of(part)));
            let next = parts.iter().find(|part| !part.has_fallen_due && part.standing.is_open());
            inputs.extend(next.map(|part| {
                let mut input = self.of(part);
                input.fact = self.locale.format("explain-next", &[("fact", (&input.fact).into())]);
                input
            }));
        } else {
            let open = parts.iter().filter(|part| part.standing.is_open());
            inputs.extend(open.map(|part| self.of(part)));
        }
        for n in &self.assessed.handed_over {
            inputs.push(self.handover(*n));
        }
        for (target, standings) in self.task.targets.iter().zip(&self.assessed.levels) {
            for (n, (level, standing)) in target.levels.iter().zip(standings).enumerate() {
                let unit = target.unit.as_deref();
                let last = standing.last.map(|at| &target.values[at]);
                let value = last.map_or_else(String::new, |value| {
                    let day = self.locale.short_date(value.date);
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
                inputs.push(self.at(path, self.locale.format("explain-level", &args)));
            }
        }
        inputs
    }

    fn handover(&self, n: usize) -> Input {
        let handover = &self.task.handovers[n];
        let model = self.model;
        let names: Vec<&str> = handover.leads.iter().map(|a| model[*a].name.as_str()).collect();
        let before = handover.date.pred_opt().unwrap_or(handover.date);
        let (standing, days) = standing::label(model, self.task, before);
        let overdue = days.filter(|_| standing == Standing::Overdue).unwrap_or(0);
        let args = [
            ("date", Arg::from(self.locale.short_date(handover.date))),
            ("agencies", Arg::from(names.join(", "))),
            ("overdue", Arg::from(overdue)),
        ];
        let path = format!("handovers[{}]", handover.place);
        self.at(path, self.locale.format("explain-handover", &args))
    }

    /// The facts that led to the standing of the task.
    pub fn whole(&self) -> Vec<Input> {
        let (task, assessed, as_of, words) = (self.task, self.assessed, self.as_of, self.words);
        let date = |date| self.locale.short_date(date);
        let mut inputs = vec![self.at("kind".into(), words.kind(task.kind))];
        let good_day = |deadline: &Deadline, on| match deadline.last_good_day(on) {
            Some(day) => self.locale.format("explain-good-day", &[("day", date(day).into())]),
            None => self.locale.text("explain-no-calendar-day"),
        };
        match &task.due {
            Some(due) => {
                let args = [
                    ("due", Arg::from(words.deadline(due, as_of))),
                    ("good", Arg::from(good_day(due, as_of))),
                ];
                inputs.push(
                    self.at("due".into(), self.locale.format("explain-first-deadline", &args)),
                );
            }
            None if task.extensions.is_empty() => {
                inputs.push(Input::said(self.locale.text("explain-no-deadline")));
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
            inputs.push(self.at(path, self.locale.format("explain-extension", &args)));
        }
        if let Some(judged) = standing::judged_by(task, assessed).or_else(|| in_force(task, as_of))
        {
            let which = match judged.origin {
                Origin::First => self.locale.text("explain-in-force-first"),
                Origin::Extension(n) => {
                    let decided = date(task.extensions[n].decided);
                    self.locale
                        .format("explain-in-force-extension", &[("decided", (&decided).into())])
                }
            };
            inputs.push(Input::said(which));
        }
        let deciding = deciding_entries(task, assessed, as_of);
        inputs.extend(deciding.into_iter().map(|n| self.entry(n)));
        if assessed.entries == 0 {
            inputs.push(Input::said(self.locale.text("explain-no-entries")));
        }
        if let Some(cycles) = assessed.cycles {
            let args = [("reported", cycles.reported.into()), ("ended", cycles.ended.into())];
            inputs.push(Input::said(self.locale.format("explain-cycles", &args)));
        }
        inputs.extend(self.lead_changes());
        inputs.extend(self.divided());
        inputs
    }

    /// The facts that led to the standing of a part.
    pub fn part(&self, part: &AssessedPart) -> Vec<Input> {
        let mut inputs = vec![self.of(part)];
        inputs.extend(part.entries.iter().map(|n| self.entry(*n)));
        if part.entries.is_empty() {
            inputs.push(Input::said(self.locale.text("explain-no-entries")));
        }
        inputs
    }

    fn entry(&self, n: usize) -> Input {
        let update = &self.task.updates[n];
        let date = self.locale.short_date(update.date);
        let mut fact = format!("{date}: {}", self.words.state(self.task, n));
        if !update.evidence.is_empty() {
            let cited: Vec<&str> =
                update.evidence.iter().map(|d| self.model[*d].id.as_str()).collect();
            let args = [("documents", Arg::from(cited.join(", ")))];
            fact.push_str(", ");
            fact.push_str(&self.locale.format("explain-evidence", &args));
        }
        self.at(format!("updates[{}]", update.place), fact)
    }

    fn lead_changes(&self) -> Vec<Input> {
        let changed = self.assessed.leads.iter().filter(|lead| !lead.formerly.is_empty());
        changed
            .map(|lead| {
                let before: Vec<&str> =
                    lead.formerly.iter().map(|agency| self.model[*agency].name.as_str()).collect();
                let args = [
                    ("agency", Arg::from(&self.model[lead.agency].name)),
                    ("before", Arg::from(before.join(", "))),
                ];
                Input::said(self.locale.format("explain-lead", &args))
            })
            .collect()
    }
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
