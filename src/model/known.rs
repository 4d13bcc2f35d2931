//! The records as they were known on an earlier day.
//!
//! Every fact has two days: the day on which it happened, and the day since which it is known. The
//! engine judges what happened; this file takes away what was not known yet, and puts back what has
//! been corrected since. Together they answer both questions: what an honest page said on a day
//! (known up to that day), and what is known of that day now.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Amended, Amendment, Deadline, Extension, Model, Note, Task, Term, Update};

impl Task {
    /// Returns true if the task is in the directive on `as_of`, and in the records on `known`.
    pub fn exists(&self, as_of: NaiveDate, known: NaiveDate) -> bool {
        self.added.is_none_or(|added| added.date <= as_of)
            && self.since.is_none_or(|since| since <= known)
    }

    /// The task as known on `known`, for a judgement on `as_of`. Borrowed if nothing that happened
    /// by then was recorded later.
    pub fn as_known<'t>(
        &'t self,
        model: &Model,
        as_of: NaiveDate,
        known: NaiveDate,
    ) -> Cow<'t, Task> {
        if !self.learnt_between(known, as_of) {
            return Cow::Borrowed(self);
        }
        let mut task = self.clone();
        task.forget_after(model, known);
        Cow::Owned(task)
    }

    /// Returns true if a fact that matters on `as_of` became known after `known`.
    fn learnt_between(&self, known: NaiveDate, as_of: NaiveDate) -> bool {
        let late = |date: NaiveDate, recorded: NaiveDate| date <= as_of && recorded > known;
        self.updates.iter().any(|update| late(update.date, update.recorded))
            || self.extensions.iter().any(|e| late(e.decided, e.recorded))
            || self.corrections.iter().any(|correction| correction.recorded > known)
            || self.values().any(|value| late(value.date, value.recorded))
            || self.handovers.iter().any(|h| late(h.date, h.recorded))
            || known < as_of && self.happened().any(|day| late(day, day))
    }

    /// The day since which each fact is known, with the path of that day inside the record.
    pub fn learnt(&self) -> impl Iterator<Item = (NaiveDate, String)> {
        let path = |list: &str, place: usize, own: &str, happened, recorded| {
            let field = if happened == recorded { own } else { "recorded" };
            (recorded, format!("{list}[{place}].{field}"))
        };
        let updates = self.updates.iter();
        let updates = updates.map(move |u| path("updates", u.place, "date", u.date, u.recorded));
        let extensions = self.extensions.iter();
        let extensions =
            extensions.map(move |e| path("extensions", e.place, "decided", e.decided, e.recorded));
        let corrections = self.corrections.iter().enumerate();
        let corrections =
            corrections.map(move |(n, c)| path("corrections", n, "date", c.date, c.recorded));
        let added = self.added.map(|added| added.date);
        let since = self.since.map(|since| {
            let field = if Some(since) == added { "added" } else { "recorded" };
            (since, field.to_owned())
        });
        let values = self.targets.iter().flat_map(move |target| {
            let list = format!("targets[{}].values", target.at);
            let day = move |v: &super::Value| path(&list, v.place, "date", v.date, v.recorded);
            target.values.iter().map(day)
        });
        updates.chain(extensions).chain(corrections).chain(since).chain(values)
    }

    /// The values of all targets.
    fn values(&self) -> impl Iterator<Item = &super::Value> {
        self.targets.iter().flat_map(|target| &target.values)
    }

    /// The first deadline and those of the extensions.
    pub fn deadlines(&self) -> impl Iterator<Item = &Deadline> {
        let parts = self.parts.iter().filter_map(|part| part.due.as_ref());
        self.due.iter().chain(self.extensions.iter().map(|extension| &extension.due)).chain(parts)
    }

    /// The days on which events happened that the deadlines depend on.
    pub fn happened(&self) -> impl Iterator<Item = NaiveDate> {
        self.deadlines().filter_map(|due| match due {
            Deadline::After { happened, .. } => *happened,
            _ => None,
        })
    }

    /// Removes what became known after a day, and restores what was corrected after it.
    fn forget_after(&mut self, model: &Model, known: NaiveDate) {
        self.updates.retain(|update| update.recorded <= known);
        self.extensions.retain(|extension| extension.recorded <= known);
        self.handovers.retain(|handover| handover.recorded <= known);
        for target in &mut self.targets {
            target.values.retain(|value| value.recorded <= known);
        }
        let parts = self.parts.iter_mut().filter_map(|part| part.due.as_mut());
        let levels = self.targets.iter_mut().flat_map(|target| &mut target.levels);
        let levels = levels.filter_map(|level| level.due.as_mut());
        let extensions = self.extensions.iter_mut().map(|e| &mut e.due);
        for due in self.due.iter_mut().chain(extensions).chain(parts).chain(levels) {
            if let Deadline::After { happened, .. } = due {
                *happened = happened.filter(|day| *day <= known);
            }
        }
        let (kept, mut undone): (Vec<_>, Vec<_>) = std::mem::take(&mut self.corrections)
            .into_iter()
            .partition(|correction| correction.recorded <= known);
        self.corrections = kept;
        // The newest first. The sort is stable, so of one day the last in the file is undone first.
        undone.reverse();
        undone.sort_by_key(|correction| std::cmp::Reverse(correction.recorded));
        for correction in undone {
            self.undo(model, correction);
        }
        self.updates.sort_by_key(|update| update.date);
        self.extensions.sort_by_key(|extension| extension.decided);
    }

    /// Restores a published fact. A fact that the correction does not tell in full stays as it is
    /// now.
    fn undo(&mut self, model: &Model, correction: Amendment) {
        let Amendment { was, entry, decided, part, published, .. } = correction;
        match was {
            Amended::Deadline(day) => self.undo_deadline(day, decided, part),
            Amended::Entry(_) => self.updates.extend(published),
            Amended::Evidence(id) => {
                let entry = self.entry_mut(entry, part.as_ref(), |update| update.state.is_some());
                if let (Some(document), Some(entry)) = (model.document_by_id(&id), entry) {
                    entry.evidence.push(document);
                }
            }
            // What undoes a completion is an entry or its evidence, each with its own correction.
            Amended::Done(_) => {}
            // A part that is gone is told, not judged: its deadline and title are not in the
            // correction.
            Amended::Part(_) => {}
            Amended::Lead(ids) => {
                self.leads = ids.iter().filter_map(|id| model.agency_by_id(id)).collect();
            }
            Amended::Priority(id) => {
                if let Some(priority) = model.priority_by_id(&id) {
                    self.priority = priority;
                    // What is restricted now stays so on the pages of earlier dates.
                    self.restricted |= model[priority].restricted;
                }
            }
            Amended::Product(text) => self.product = Some(text),
            Amended::Percent(percent) => {
                if let Some(entry) =
                    self.entry_mut(entry, part.as_ref(), |update| update.percent.is_some())
                {
                    entry.percent = Some(percent);
                }
            }
            Amended::Text(text) => match self.text_like(&text, entry) {
                Some(place) => {
                    if let Some(entry) = self.updates.iter_mut().find(|u| u.place == place) {
                        entry.text = Some(text);
                    }
                }
                None => self.title = text,
            },
        }
    }

    fn undo_deadline(
        &mut self,
        day: NaiveDate,
        decided: Option<NaiveDate>,
        part: Option<super::Id>,
    ) {
        let due = Deadline::By(Term::Day(day));
        let Some(decided) = decided else {
            let own = part.and_then(|id| self.parts.iter_mut().find(|part| part.id == id));
            match own {
                Some(part) => part.due = Some(due),
                None => self.due = Some(due),
            }
            return;
        };
        let is_meant = |extension: &&mut Extension| {
            extension.decided == decided
                && part
                    .as_ref()
                    .map_or(extension.parts.is_empty(), |id| extension.parts.contains(id))
        };
        match self.extensions.iter_mut().find(is_meant) {
            Some(extension) => extension.due = due,
            None => self.extensions.push(Extension {
                decided,
                recorded: decided,
                due,
                document: None,
                parts: part.into_iter().collect(),
                reason: None,
                place: usize::MAX - self.extensions.len(),
            }),
        }
    }

    /// The entry of a day, or else the last one that fits.
    fn entry_mut(
        &mut self,
        day: Option<NaiveDate>,
        part: Option<&super::Id>,
        fits: impl Fn(&Update) -> bool,
    ) -> Option<&mut Update> {
        let is_of_part = |update: &Update| part.is_none_or(|id| update.parts.ids().contains(id));
        self.updates.iter_mut().rev().filter(|update| is_of_part(update)).find(|update| match day {
            Some(day) => update.date == day,
            None => fits(update),
        })
    }

    /// The place of the entry whose text a published text most resembles. `None` if it resembles
    /// the title more.
    fn text_like(&self, text: &str, day: Option<NaiveDate>) -> Option<usize> {
        let shared = |other: &str| {
            text.split_whitespace()
                .filter(|word| other.split_whitespace().any(|w| w == *word))
                .count()
        };
        let title = if day.is_none() { shared(&self.title) } else { 0 };
        let entries = self.updates.iter().filter(|update| day.is_none_or(|day| update.date == day));
        let scored = entries.filter_map(|u| Some((shared(u.text.as_deref()?), u.place)));
        scored.filter(|(score, _)| day.is_some() || *score > title).max().map(|(_, place)| place)
    }
}

impl Note {
    /// The day since which the note is known, with the path of that day in its front matter.
    pub fn learnt(&self) -> (NaiveDate, &'static str) {
        (self.recorded, if self.date == self.recorded { "date" } else { "recorded" })
    }
}

impl Model {
    /// The records as known on `known`, for a judgement on `as_of`. Handles stay the same; a task
    /// that did not exist yet is in no list. Borrowed if nothing became known later.
    pub fn as_known(&self, as_of: NaiveDate, known: NaiveDate) -> Cow<'_, Model> {
        let differs = |task: &Task| !task.exists(as_of, known) || task.learnt_between(known, as_of);
        if !self.tasks.iter().any(differs) {
            return Cow::Borrowed(self);
        }
        let mut model = self.clone();
        for task in &mut model.tasks {
            task.forget_after(self, known);
            task.is_absent |= !task.exists(as_of, known);
        }
        model.list_tasks();
        Cow::Owned(model)
    }

    /// Lists each task under its priority, and removes absent tasks from every list.
    fn list_tasks(&mut self) {
        for priority in &mut self.priorities {
            priority.tasks.clear();
        }
        for (n, task) in self.tasks.iter().enumerate().filter(|(_, task)| !task.is_absent) {
            self.priorities[task.priority.0].tasks.push(super::TaskIx(n));
        }
        for priority in &mut self.priorities {
            priority.tasks.sort_by(|a, b| self.tasks[a.0].id.cmp(&self.tasks[b.0].id));
        }
        let is_absent = |task: &Task| task.is_absent && task.elsewhere.is_none();
        let absent: Vec<bool> = self.tasks.iter().map(is_absent).collect();
        let exists = |task: &super::TaskIx| !absent[task.0];
        for task in &mut self.tasks {
            task.related.retain(exists);
            for update in &mut task.updates {
                update.superseded_by.retain(exists);
            }
        }
        for note in &mut self.notes {
            let named_tasks = !note.tasks.is_empty();
            note.tasks.retain(exists);
            // A note about nothing else is not known yet either.
            if named_tasks && note.tasks.is_empty() && note.priorities.is_empty() {
                note.recorded = NaiveDate::MAX;
            }
        }
        for moved in &mut self.moved {
            if matches!(&moved.to, Some(super::moved::Successor::Task(task)) if !exists(task)) {
                moved.to = None;
            }
        }
    }
}
