//! Links `tasks/*.yaml`.

use super::linker::{Linker, join};
use super::rules;
use crate::content::Content;
use crate::content::records::{DueParts, DueRecord, ExtensionRecord, UpdateRecord};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{
    Deadline, Extension, Frequency, Id, Kind, LeadSource, Model, PriorityIx, State, Task, TaskIx,
    Term, Update, VISIBILITY,
};
use crate::source::FileId;
use crate::vietnamese::{self, PeriodError};

impl Linker<'_> {
    /// Registers the ids of priorities and tasks; of notes too, since they name each other.
    pub(super) fn tasks_and_priorities(&mut self, content: &Content) {
        if let Some(directive) = &content.directive {
            let file = directive.file;
            for (n, record) in directive.record.priorities.iter().flatten().enumerate() {
                let path = format!("priorities[{n}]");
                let Some(id) = self.required(&record.id, file, &path, "id") else { continue };
                let handle = PriorityIx(self.priorities.len());
                let place = Place::value(file, join(&path, "id"));
                if let Some(id) = self.define(|l| &mut l.priorities, &id, handle, place) {
                    let roman = id.as_str().parse().ok().and_then(roman);
                    for name in [&record.title, &record.number, &roman].into_iter().flatten() {
                        self.priorities.alias(name, &id);
                    }
                }
            }
        }
        for (n, (_, id, loaded)) in self.order(content).into_iter().enumerate() {
            let place = Place::file(content.tasks[loaded].file);
            self.define(|l| &mut l.tasks, id.as_str(), TaskIx(n), place);
            if let Some(number) = &content.tasks[loaded].record.number {
                self.tasks.alias(number, &id);
            }
        }
        self.register_notes(content);
    }

    /// The tasks that can be linked, in the model's order: by priority, then by id. Complains of
    /// those that cannot.
    fn order(&mut self, content: &Content) -> Vec<(PriorityIx, Id, usize)> {
        let mut order = Vec::new();
        let mut seen: std::collections::BTreeMap<&str, FileId> = Default::default();
        for (n, loaded) in content.tasks.iter().enumerate() {
            let (file, record) = (loaded.file, &loaded.record);
            let id = match Id::parse(&loaded.stem) {
                Ok(id) => id,
                Err(_) => {
                    // Complains, since the text is no id.
                    self.define(|l| &mut l.tasks, &loaded.stem, TaskIx(n), Place::file(file));
                    continue;
                }
            };
            if let Some(first) = seen.insert(&loaded.stem, file) {
                let (place, first) = (Place::file(file), Place::file(first));
                self.faults.push(rules::doubled_id::complaint(&loaded.stem, place, first));
                continue;
            }
            let priority = self.required(&record.priority, file, "", "priority").and_then(|p| {
                self.reference(|l| &l.priorities, &p, Place::value(file, "priority"))
            });
            match priority {
                Some(priority) => order.push((priority, id, n)),
                None => self.tasks.faulty(&loaded.stem),
            }
        }
        order.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        order
    }

    pub(super) fn tasks(&mut self, content: &Content, model: &Model) -> Vec<Task> {
        let mut tasks: Vec<Task> = Vec::new();
        for loaded in &content.tasks {
            let (file, record) = (loaded.file, &loaded.record);
            let title = self.required(&record.title, file, "", "title").unwrap_or_default();
            let kind = self.required(&record.kind, file, "", "kind");
            let kind = self.choice(&kind, &Kind::ALL, file, "kind").unwrap_or(Kind::Deliverable);
            let leads = self.leads(record.lead.as_ref(), file);
            let lead_source =
                self.choice(&record.lead_source, &LeadSource::ALL, file, "lead_source");
            let support = self.references(|l| &l.agencies, &record.support, file, "support");
            let places = self.references(|l| &l.places, &record.places, file, "places");
            let due = record.due.as_ref().and_then(|due| self.deadline(due, file, "due"));
            let extensions = self.extensions(record.extensions.as_deref(), file);
            let documents = self.references(|l| &l.documents, &record.documents, file, "documents");
            let related = self.references(|l| &l.tasks, &record.related, file, "related");
            let visibility = self.choice(&record.visibility, &VISIBILITY, file, "visibility");
            let frequency =
                self.choice(&record.report_every, &Frequency::ALL, file, "report_every");
            let updates = self.updates(record.updates.as_deref(), file);
            let corrections = self.corrections(record.corrections.as_deref(), file);

            let Some(handle) = self.tasks.get_in(&loaded.stem, file) else { continue };
            let priority = record.priority.as_deref().map(str::trim);
            let Some(priority) = priority.and_then(|id| self.priorities.get(id)) else { continue };
            let Ok(id) = Id::parse(&loaded.stem) else { continue };
            let inherited = model[priority].restricted;
            if inherited && visibility == Some(false) {
                let fault = rules::public_in_restricted::complaint(&model[priority], file);
                self.faults.push(fault);
            }
            let own = |id: &String| id.trim() == loaded.stem;
            if let Some(n) = record.related.iter().flatten().position(own) {
                let place = Place::value(file, format!("related[{n}]"));
                let fault = Diagnostic::of(&rules::related_to_itself::RULE, place);
                self.faults.push(fault.arg("id", &id));
            }
            tasks.push(Task {
                number: Self::text(&record.number).unwrap_or_else(|| id.to_string()),
                id,
                title,
                priority,
                kind,
                product: Self::text(&record.product),
                leads,
                lead_source: lead_source.unwrap_or(LeadSource::Directive),
                support,
                places,
                due,
                extensions,
                documents,
                related: related.into_iter().filter(|other| *other != handle).collect(),
                restricted: inherited || visibility == Some(true),
                report_every: frequency.unwrap_or(model.settings.thresholds.report_every),
                updates,
                corrections,
                file,
            });
        }
        tasks.sort_by(|a, b| (a.priority, &a.id).cmp(&(b.priority, &b.id)));
        tasks
    }

    fn leads(
        &mut self,
        lead: Option<&crate::content::records::OneOrMany>,
        file: FileId,
    ) -> Vec<crate::model::AgencyIx> {
        let Some(lead) = lead else { return Vec::new() };
        if lead.is_list {
            return self.references(|l| &l.agencies, &Some(lead.values.clone()), file, "lead");
        }
        let one = lead.values.first().cloned();
        self.optional_reference(|l| &l.agencies, &one, file, "lead").into_iter().collect()
    }

    fn extensions(&mut self, records: Option<&[ExtensionRecord]>, file: FileId) -> Vec<Extension> {
        let mut extensions = Vec::new();
        for (place, record) in records.unwrap_or_default().iter().enumerate() {
            let path = format!("extensions[{place}]");
            let decided = self.required_date(&record.decided, file, &path, "decided");
            let document = self.optional_reference(
                |l| &l.documents,
                &record.document,
                file,
                &join(&path, "document"),
            );
            let due = match &record.due {
                Some(due) => self.deadline(due, file, &join(&path, "due")),
                None => {
                    self.missing(file, &path, "due");
                    None
                }
            };
            if let (Some(decided), Some(due)) = (decided, due) {
                extensions.push(Extension { decided, due, document, place });
            }
        }
        // Stable: what was decided on one day keeps its place in the file.
        extensions.sort_by_key(|extension: &Extension| extension.decided);
        extensions
    }

    fn updates(&mut self, records: Option<&[UpdateRecord]>, file: FileId) -> Vec<Update> {
        let mut updates = Vec::new();
        for (place, record) in records.unwrap_or_default().iter().enumerate() {
            let path = format!("updates[{place}]");
            let field = |name: &str| join(&path, name);
            let date = self.required_date(&record.date, file, &path, "date");
            let state = self.choice(&record.state, &State::ALL, file, &field("state"));
            let percent = self.number(&record.percent, 0..=100, file, &field("percent"));
            let evidence =
                self.references(|l| &l.documents, &record.evidence, file, &field("evidence"));
            let document = self.optional_reference(
                |l| &l.documents,
                &record.document,
                file,
                &field("document"),
            );
            let superseded_by = self.optional_reference(
                |l| &l.tasks,
                &record.superseded_by,
                file,
                &field("superseded_by"),
            );
            let stops = state.is_some_and(State::is_stop);
            let written = |l: &Self, field| l.was_left_out(file, &path, field);
            if stops && Self::text(&record.document).is_none() && !written(self, "document") {
                let place = Place::value(file, field("state"));
                let fault = Diagnostic::of(&rules::stop_without_document::RULE, place);
                self.faults.push(fault.arg("state", state.map_or("", State::name)));
            }
            if state == Some(State::Superseded)
                && Self::text(&record.superseded_by).is_none()
                && !written(self, "superseded_by")
            {
                let place = Place::value(file, field("state"));
                self.complain(&rules::superseded_by_nothing::RULE, place);
            }
            if record.superseded_by.is_some() && state != Some(State::Superseded) {
                let place = Place::key(file, field("superseded_by"));
                self.complain(&rules::replacement_without_state::RULE, place);
            }
            if record.document.is_some() && !stops {
                let place = Place::key(file, field("document"));
                let fault = Diagnostic::of(&rules::document_without_stop::RULE, place);
                let id = Self::text(&record.document).unwrap_or_default();
                self.faults.push(fault.arg("id", id));
            }
            let Some(date) = date else { continue };
            updates.push(Update {
                date,
                state,
                text: Self::text(&record.text),
                percent: percent.and_then(|n| u8::try_from(n).ok()),
                evidence,
                document,
                superseded_by,
                place,
            });
        }
        // Stable: entries of one day keep their place in the file.
        updates.sort_by_key(|update: &Update| update.date);
        updates
    }

    fn deadline(&mut self, due: &DueRecord, file: FileId, path: &str) -> Option<Deadline> {
        let parts = match due {
            DueRecord::Date(text) => {
                return self.day(text, Place::value(file, path)).map(Deadline::By);
            }
            DueRecord::Parts(parts) => parts,
        };
        let DueParts { by, before, month, quarter, year, days, after, happened, event } = &**parts;
        let forms = [
            by.is_some(),
            before.is_some(),
            month.is_some(),
            quarter.is_some(),
            year.is_some(),
            days.is_some() || after.is_some() || happened.is_some(),
            event.is_some(),
        ];
        if forms.iter().filter(|form| **form).count() != 1 {
            self.deadline_form(file, path);
            return None;
        }
        if let Some(by) = by {
            return self.term(by, file, &join(path, "by")).map(Deadline::By);
        }
        if let Some(before) = before {
            return self.term(before, file, &join(path, "before")).map(Deadline::Before);
        }
        if let Some(event) = event {
            let event = Self::text(&Some(event.clone()));
            if event.is_none() {
                self.missing(file, path, "event");
            }
            return event.map(Deadline::Event);
        }
        if days.is_some() || after.is_some() || happened.is_some() {
            let after = self.required(after, file, path, "after");
            if days.is_none() {
                self.missing(file, path, "days");
            }
            let days = self.number(days, 0..=3650, file, &join(path, "days"));
            let happened = self.date(happened, file, &join(path, "happened"));
            return Some(Deadline::After { days: days?, event: after?, happened });
        }
        self.calendar(parts, file, path).map(Deadline::By)
    }

    /// Complains of a deadline of no form, or of several, unless a part of it was left out.
    fn deadline_form(&mut self, file: FileId, path: &str) {
        if self.sources.get(file).index.inside(path).all(|node| !node.left_out) {
            let place = Place::value(file, path);
            self.faults.push(rules::deadline_form::complaint("", place));
        }
    }

    /// What may stand under `by` and `before`: a day, a month, a quarter, a year.
    fn term(&mut self, due: &DueRecord, file: FileId, path: &str) -> Option<Term> {
        match due {
            DueRecord::Date(text) => self.day(text, Place::value(file, path)),
            DueRecord::Parts(parts) => {
                let DueParts { by, before, month, quarter, year, days, after, happened, event } =
                    &**parts;
                let forms = [month.is_some(), quarter.is_some(), year.is_some()];
                let others = by.is_some()
                    || before.is_some()
                    || days.is_some()
                    || after.is_some()
                    || happened.is_some()
                    || event.is_some();
                if others || forms.iter().filter(|form| **form).count() != 1 {
                    self.deadline_form(file, path);
                    return None;
                }
                self.calendar(parts, file, path)
            }
        }
    }

    fn calendar(&mut self, parts: &DueParts, file: FileId, path: &str) -> Option<Term> {
        let (field, text, read) = if let Some(month) = &parts.month {
            ("month", month, vietnamese::parse_month(month.trim()).map(Term::Month))
        } else if let Some(quarter) = &parts.quarter {
            ("quarter", quarter, vietnamese::parse_quarter(quarter.trim()).map(Term::Quarter))
        } else if let Some(year) = &parts.year {
            ("year", year, vietnamese::parse_year(year.trim()).map(Term::Year))
        } else {
            return None;
        };
        match read {
            Ok(term) => Some(term),
            Err(error) => {
                let place = Place::value(file, join(path, field));
                self.faults.push(match (field, error) {
                    (_, PeriodError::YearOutOfRange { year }) => {
                        let fault = Diagnostic::of(&rules::date_year::RULE, place);
                        fault.arg("read", text).arg("year", year)
                    }
                    ("month", _) => rules::bad_month::complaint(text, place),
                    ("quarter", _) => rules::bad_quarter::complaint(text, place),
                    _ => rules::bad_year::complaint(text, place),
                });
                None
            }
        }
    }

    /// A day; a month, quarter or year without its key is told how to write it.
    fn day(&mut self, text: &str, place: Place) -> Option<Term> {
        let text = text.trim();
        if rules::deadline_form::meant(text).is_some() {
            self.faults.push(rules::deadline_form::complaint(text, place));
            return None;
        }
        self.read_date(text, place).map(Term::Day)
    }
}

/// A small number as papers print it before a clause.
fn roman(n: usize) -> Option<String> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    (1..40).contains(&n).then(|| format!("{}{}", "X".repeat(n / 10), ONES[n % 10]))
}
