//! Phrases the changes between two dates. Pages and the command line share these sentences.

use super::Words;
use crate::assess::changes::{Changes, Event, PartMove, Redated, TaskChange};
use crate::assess::{LevelStanding, Standing};
use crate::model::{AgencyIx, Amended, Amendment, DocumentIx, Id, Model, Named, State, TaskIx};

/// The events of one kind, by task.
pub struct Section {
    /// The event's name in data.
    pub name: &'static str,
    /// The title of the section.
    pub title: String,
    /// The tasks that had such an event.
    pub rows: Vec<Row>,
}

/// A task with an event.
pub struct Row {
    /// The task.
    pub task: TaskIx,
    /// A short description of the event.
    pub detail: String,
}

impl Words {
    /// Groups the events of tasks by kind, leaving out kinds without events.
    ///
    /// If `public` is set, tasks of which only the present status is public are left out.
    pub fn sections(&self, model: &Model, changes: &Changes, public: bool) -> Vec<Section> {
        let told = |change: &&TaskChange| !(public && model[change.task].restricted);
        Event::NAMES
            .into_iter()
            .map(|name| Section {
                name,
                title: self.event_title(name),
                rows: (changes.tasks.iter().filter(told))
                    .filter_map(|change| {
                        let event = change.event(name)?;
                        Some(Row { task: change.task, detail: self.event(model, change, event) })
                    })
                    .collect(),
            })
            .filter(|section| !section.rows.is_empty())
            .collect()
    }

    /// The title of a kind of event.
    pub fn event_title(&self, name: &str) -> String {
        self.text(&format!("event-{}", name.replace('_', "-")))
    }

    /// A short description of an event of a task.
    pub fn event(&self, model: &Model, change: &TaskChange, event: &Event) -> String {
        let [before, after] = change.labels.map(|label| self.label(label.standing, label.days));
        let course = || {
            let args = [("before", (&before).into()), ("after", (&after).into())];
            self.say("event-course", &args)
        };
        match event {
            Event::Done(on) => {
                let date = self.short(*on);
                self.say("event-done-on", &[("label", after.into()), ("date", date.into())])
            }
            Event::Silent(Some(days)) => self.label(Standing::Stale, Some(*days)),
            Event::Overdue | Event::Silent(None) | Event::Added => after,
            Event::Corrected(corrections) => {
                let corrections = corrections.iter().map(|n| &model[change.task].corrections[*n]);
                corrections.map(|c| self.correction(model, c)).collect::<Vec<_>>().join("; ")
            }
            Event::NoLongerOverdue(relief) => {
                let key = format!("event-relief-{}", relief.name());
                self.say(&key, &[("before", before.into()), ("after", after.into())])
            }
            Event::PartsDone(ids) => {
                let named = Named::These(ids.clone());
                self.named(model, &model[change.task], &named).unwrap_or_default()
            }
            Event::PartsMoved(moves) => {
                let one = |moved: &PartMove| {
                    let named = Named::These(vec![moved.part.clone()]);
                    let part = self.named(model, &model[change.task], &named);
                    let day = |day: Option<chrono::NaiveDate>| {
                        day.map_or_else(|| self.text("event-no-day"), |day| self.short(day))
                    };
                    let args =
                        [("before", day(moved.from).into()), ("after", day(moved.to).into())];
                    let course = self.say("event-redated-course", &args);
                    format!("{}: {course}", part.unwrap_or_default())
                };
                moves.iter().map(one).collect::<Vec<_>>().join("; ")
            }
            Event::Levels(levels) => {
                let one = |(target, level, standing): &(usize, usize, LevelStanding)| {
                    let goal = &model[change.task].targets[*target];
                    let bound = self.bound(&goal.levels[*level].bound, goal.unit.as_deref());
                    format!("{}, {bound}: {}", goal.title, self.reach(standing))
                };
                levels.iter().map(one).collect::<Vec<_>>().join("; ")
            }
            Event::Redated(redated) => self.redated(model, change.task, redated),
            Event::Cancelled(entry) | Event::Superseded(entry) => {
                let entry = &model[change.task].updates[*entry];
                let mut said = Vec::new();
                let by: Vec<String> = (entry.superseded_by.iter())
                    .map(|by| format!("{} {}", model[*by].number, model[*by].title))
                    .collect();
                if !by.is_empty() {
                    let by = by.join("; ");
                    said.push(self.say("event-by-task", &[("by", by.into())]));
                }
                if let Some(document) = entry.document {
                    let document = document_name(model, document);
                    said.push(self.say("event-by-document", &[("document", document.into())]));
                }
                said.push(self.short(entry.date));
                said.join(", ")
            }
            Event::Led { from, to } => {
                let names = |agencies: &[AgencyIx]| match agencies {
                    [] => self.text("row-no-lead"),
                    some => {
                        some.iter().map(|a| agency_name(model, *a)).collect::<Vec<_>>().join(", ")
                    }
                };
                let (before, after) = (names(from), names(to));
                self.say("event-course", &[("before", before.into()), ("after", after.into())])
            }
            Event::Blocked => {
                let updates = &model[change.task].updates;
                let mut entries = change.entries.iter().map(|entry| &updates[*entry]);
                let told = entries.rfind(|entry| entry.state == Some(State::Blocked));
                match told {
                    Some(entry) => {
                        let date = self.short(entry.date);
                        let args = [("label", after.into()), ("date", date.into())];
                        self.say("event-blocked-on", &args)
                    }
                    None => after,
                }
            }
            Event::HeardAgain
            | Event::Unblocked
            | Event::AwaitingEvidence
            | Event::Reopened
            | Event::Resumed => course(),
        }
    }

    /// What a correction withdraws, and the reason.
    pub fn correction(&self, model: &Model, correction: &Amendment) -> String {
        let what = self.corrected(model, &correction.was);
        let args = [("what", (&what).into()), ("reason", (&correction.reason).into())];
        self.say("event-correction", &args)
    }

    /// What was published and was wrong.
    pub fn corrected(&self, model: &Model, was: &Amended) -> String {
        let name = |id: &Id| {
            let known = model.agency_by_id(id);
            known.map_or_else(|| id.to_string(), |agency| model[agency].name.clone())
        };
        let text = match was {
            Amended::Deadline(day) | Amended::Entry(day) | Amended::Done(day) => self.short(*day),
            Amended::Evidence(id) => {
                let known = model.document_by_id(id);
                known.map_or_else(|| id.to_string(), |ix| document_name(model, ix).to_owned())
            }
            Amended::Lead(ids) => ids.iter().map(name).collect::<Vec<_>>().join(", "),
            Amended::Priority(id) => {
                let known = model.priority_by_id(id).map(|ix| &model[ix]);
                known.map_or_else(|| id.to_string(), |p| format!("{}. {}", p.number, p.title))
            }
            Amended::Part(_) | Amended::Product(_) | Amended::Text(_) | Amended::Percent(_) => {
                was.was()
            }
        };
        self.say(&format!("correction-{}", was.name()), &[("was", (&text).into())])
    }

    fn redated(&self, model: &Model, task: TaskIx, redated: &Redated) -> String {
        let day = |day: Option<chrono::NaiveDate>| match day {
            Some(day) => self.short(day),
            None => self.text("event-no-day"),
        };
        let (from, to) = (day(redated.from), day(redated.to));
        let course =
            self.say("event-redated-course", &[("before", from.into()), ("after", to.into())]);
        let extensions = redated.extensions.iter().map(|n| &model[task].extensions[*n]);
        let decisions: Vec<String> = extensions
            .map(|extension| {
                let decided = self.short(extension.decided);
                match extension.document {
                    Some(document) => {
                        let document = document_name(model, document);
                        let args = [("document", document.into()), ("date", decided.into())];
                        self.say("event-decision", &args)
                    }
                    None => self.say("event-decision-alone", &[("date", decided.into())]),
                }
            })
            .collect();
        let reason = match (decisions.is_empty(), redated.is_corrected) {
            (false, _) => decisions.join("; "),
            (true, true) => self.text("event-corrected-deadline"),
            (true, false) => self.text("event-happened"),
        };
        format!("{course}; {reason}")
    }
}

fn document_name(model: &Model, document: DocumentIx) -> &str {
    let document = &model[document];
    document.symbol.as_deref().unwrap_or(&document.title)
}

fn agency_name(model: &Model, agency: AgencyIx) -> &str {
    let agency = &model[agency];
    agency.short.as_deref().unwrap_or(&agency.name)
}
