//! Reasons to refuse a publication: published facts that changed or vanished without a reason.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::finding::{Finding, What};
use super::published::{self, Published, Unreadable};
use super::words::{same_numbers, same_numbers_but, same_words, says_the_same};
use crate::assess::parts::{self, Parts};
use crate::assess::{Assessment, Lead, Origin, assess_as_known, ledger};
use crate::model::chain;
use crate::model::{
    AgencyIx, Amended, Document, Former, Id, Model, Named, State, Task, TaskIx, Update,
};

/// A published file that the new site does not have, and what it was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Its path.
    pub path: String,
    /// What it was about.
    pub was: Former,
}

/// What stops the publication, tasks first, each in the published order; empty: nothing does.
///
/// # Errors
///
/// [`Unreadable::OtherDirective`].
pub fn findings(
    published: &Published,
    model: &Model,
    assessment: &Assessment,
    gone: &[Gone],
) -> Result<Vec<Finding>, Unreadable> {
    let directive = &model.directive;
    // Either may have been typed wrongly; both at once are another directive.
    if directive.number != published.number && directive.date != published.date {
        return Err(Unreadable::OtherDirective(published.name.clone()));
    }
    let mut held = Vec::new();
    let register = Register { model, on: assessment.as_of };
    if assessment.as_of < published.as_of {
        let was = published.as_of;
        let what = What::Backwards { was, now: assessment.as_of };
        held.extend(register.unless_told(&Former::AsOf(was), "", what));
    }
    held.extend(lost_publications(published, model));
    let tasks: BTreeMap<&str, TaskIx> =
        model.tasks().map(|(ix, task)| (task.id.as_str(), ix)).collect();
    // The leads of the published day, by what is known now: a successor is no change.
    let on = published.as_of.max(directive.date);
    let Ok(then) = assess_as_known(model, on, NaiveDate::MAX) else {
        unreachable!("neither date lies before the directive's")
    };
    for before in &published.tasks {
        match tasks.get(before.id.as_str()) {
            Some(ix) => {
                let mut look = Look { model, published, before, task: &model[*ix], held: vec![] };
                look.promise(&then.assessment[*ix].leads);
                look.deadlines();
                let retold = look.entries();
                if !retold {
                    look.completion(assessment[*ix].standing);
                }
                look.parts(&then.assessment[*ix].parts, &assessment[*ix].parts, retold);
                held.append(&mut look.held);
            }
            None => {
                let Some(was) = Former::parse(&format!("task:{}", before.id)) else { continue };
                let finding = register.unless_told(&was, &before.title, What::Vanished);
                held.extend(finding.map(|finding| Finding {
                    number: before.number.clone(),
                    title: before.title.clone(),
                    ..finding
                }));
            }
        }
    }
    let mut subjects: BTreeMap<&Former, Vec<&str>> = BTreeMap::new();
    for Gone { path, was } in gone.iter().filter(|gone| !register.knows_address(&gone.path)) {
        subjects.entry(was).or_default().push(path);
    }
    let told: BTreeSet<String> = held.iter().map(|finding| finding.subject.clone()).collect();
    for (was, paths) in subjects.into_iter().filter(|(was, _)| !told.contains(&was.name())) {
        let paths = paths.into_iter().map(str::to_owned).collect();
        held.extend(register.unless_told(was, "", What::Gone(paths)));
    }
    Ok(held)
}

/// The published chain has to be the beginning of that of the records.
fn lost_publications(published: &Published, model: &Model) -> Option<Finding> {
    let kept = model.publications.as_deref().unwrap_or_default();
    let mut theirs = published.publications.iter().enumerate();
    let first = theirs.find(|(n, publication)| kept.get(*n) != Some(*publication))?.0;
    let lost = &published.publications[first..];
    Some(Finding {
        what: What::Publications { number: lost[0].number },
        subject: "publications".to_owned(),
        number: String::new(),
        title: String::new(),
        file: "publications.yaml".to_owned(),
        key: None,
        write: lost.iter().map(chain::text).collect(),
    })
}

/// `moved.yaml`.
struct Register<'a> {
    model: &'a Model,
    on: NaiveDate,
}

impl Register<'_> {
    fn knows_address(&self, path: &str) -> bool {
        let same = |was: &Former| matches!(was, Former::Address(known) if known == path);
        self.model.moved.iter().any(|moved| same(&moved.was))
    }

    fn unless_told(&self, was: &Former, title: &str, what: What) -> Option<Finding> {
        if self.model.moved.iter().any(|moved| moved.was == *was) {
            return None;
        }
        let title = if title.is_empty() { "…".to_owned() } else { quoted(title) };
        let write = format!(
            "- was: {}\n  title: {title}\n  date: {}\n  reason: …\n  to: …",
            was.name(),
            self.on
        );
        Some(Finding {
            what,
            subject: was.name(),
            number: String::new(),
            title: String::new(),
            file: "moved.yaml".to_owned(),
            key: None,
            write,
        })
    }
}

/// The ids that an entry names, as the open data list them.
fn named(parts: &Named) -> Vec<String> {
    match parts {
        Named::Whole => Vec::new(),
        Named::All => vec!["all".to_owned()],
        Named::These(ids) => ids.iter().map(Id::to_string).collect(),
    }
}

/// A text as YAML reads it back.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A task, as it was published and as it is recorded now.
struct Look<'a> {
    model: &'a Model,
    published: &'a Published,
    before: &'a published::Task,
    task: &'a Task,
    held: Vec<Finding>,
}

impl Look<'_> {
    fn corrected(&self, was: &Amended) -> bool {
        self.task.corrections.iter().any(|correction| match (&correction.was, was) {
            (Amended::Text(a), Amended::Text(b)) | (Amended::Product(a), Amended::Product(b)) => {
                same_words(a, b)
            }
            (Amended::Lead(a), Amended::Lead(b)) => {
                a.len() == b.len() && a.iter().all(|id| b.contains(id))
            }
            (correction, was) => correction == was,
        })
    }

    /// Whether a correction speaks of this fact of a part, or of the task as a whole.
    fn corrected_of(&self, was: &Amended, part: Option<&Id>) -> bool {
        let mut corrections = self.task.corrections.iter();
        corrections.any(|correction| correction.was == *was && correction.part.as_ref() == part)
    }

    /// Compares the published parts and periods with those of now. `then` judges the published day
    /// by what is known now.
    fn parts(&mut self, then: &Parts, now: &Parts, retold: bool) {
        for before in &self.before.parts {
            let Ok(id) = Id::parse(&before.part) else { continue };
            let name = before.title.clone();
            let Some(judged) = parts::find(then, id.as_str()) else {
                let reports = self.task.reports.as_ref();
                let is_period =
                    reports.is_some_and(|r| r.period(&self.model.directive, id.as_str()).is_some());
                let was = Amended::Part(id);
                if !is_period && !self.corrected(&was) {
                    let what = What::PartGone { part: before.part.clone(), name };
                    let write =
                        format!("- of: part\n  was: {}\n  date: …\n  reason: …", before.part);
                    self.hold(what, "corrections", write);
                }
                continue;
            };
            let by_document = match judged.origin {
                Some(Origin::Extension(n)) => self.task.extensions[n].document.is_some(),
                _ => false,
            };
            let day = judged.last_good_day;
            if let Some(was) = before.last_good_day.filter(|was| day != Some(*was) && !by_document)
            {
                let what = What::PartDeadline { name: name.clone(), was, now: day };
                self.unless_part_corrected(&Amended::Deadline(was), &id, what);
            }
            let Some(now) = parts::find(now, id.as_str()) else { continue };
            let open_again = before.is_done() && now.standing.is_open() && !retold;
            let done = before.completed_on.unwrap_or(self.published.as_of);
            let says_why = |n: &usize| {
                let entry = &self.task.updates[*n];
                let reopens = entry.state.is_some_and(|state| state != State::Done);
                reopens && entry.date >= done && entry.text.is_some()
            };
            if open_again && !now.entries.iter().any(says_why) {
                let what = What::PartReopened { name, done };
                self.unless_part_corrected(&Amended::Done(done), &id, what);
            }
        }
    }

    /// Holds the task unless a correction speaks of this fact of the part.
    fn unless_part_corrected(&mut self, was: &Amended, part: &Id, what: What) {
        if !self.corrected_of(was, Some(part)) {
            let write = format!(
                "- of: {}\n  was: {}\n  part: {part}\n  date: …\n  reason: …",
                was.name(),
                was.was()
            );
            self.hold(what, "corrections", write);
        }
    }

    /// Compares what the task promises, and who answers for it.
    fn promise(&mut self, leads: &[Lead]) {
        let (before, task, model) = (self.before, self.task, self.model);
        let id = |agency: &AgencyIx| model[*agency].id.to_string();
        let chain = |lead: &Lead| -> Vec<String> {
            lead.formerly.iter().chain([&lead.agency]).map(id).collect()
        };
        let chains: Vec<Vec<String>> = leads.iter().map(chain).collect();
        let kept = before.leads.iter().all(|was| chains.iter().any(|chain| chain.contains(was)));
        let new = chains.iter().any(|chain| !chain.iter().any(|id| before.leads.contains(id)));
        if !before.leads.is_empty() && (!kept || new) {
            let ids = before.leads.iter().filter_map(|id| Id::parse(id).ok()).collect();
            let now = leads.iter().map(|lead| id(&lead.agency)).collect();
            self.unless_corrected(
                &Amended::Lead(ids),
                What::Lead { was: before.leads.clone(), now },
            );
        }
        let now = &model[task.priority].id;
        if before.priority != now.as_str()
            && let Ok(was) = Id::parse(&before.priority)
        {
            let what = What::Priority { was: before.priority.clone(), now: now.to_string() };
            self.unless_corrected(&Amended::Priority(was), what);
        }
        if let Some(was) = &before.product {
            let same = task.product.as_ref().is_some_and(|now| says_the_same(was, now));
            if !same {
                let what = What::Product { was: was.clone(), now: task.product.clone() };
                self.unless_corrected(&Amended::Product(was.clone()), what);
            }
        }
        if !same_numbers_but(&before.number, &before.title, &task.title) {
            let (was, now) = (before.title.clone(), task.title.clone());
            self.unless_corrected(&Amended::Text(was.clone()), What::Title { was, now });
        }
    }

    /// Compares the figures of an entry that is still there.
    fn figures(&mut self, old: &published::Update, new: &Update) {
        let date = old.date;
        if let Some(was) = old.percent.filter(|was| new.percent != Some(*was)) {
            let what = What::Percent { date, was, now: new.percent };
            self.unless_corrected(&Amended::Percent(was), what);
        }
        if let Some(was) = &old.text {
            let now = new.text.clone();
            if !same_numbers(was, now.as_deref().unwrap_or_default()) {
                let what = What::Text { date, was: was.clone(), now };
                self.unless_corrected(&Amended::Text(was.clone()), what);
            }
        }
        if let Some(was) = old.recorded.filter(|was| *was != new.recorded) {
            let what = What::Recorded { date, was, now: new.recorded };
            self.unless_corrected(&Amended::Entry(date), what);
        }
    }

    /// Holds the task unless a correction speaks of this fact.
    fn unless_corrected(&mut self, was: &Amended, what: What) {
        if self.corrected(was) {
            return;
        }
        let fact = match was {
            Amended::Lead(_) => format!("[{}]", was.was()),
            Amended::Priority(_) | Amended::Product(_) | Amended::Text(_) => quoted(&was.was()),
            _ => was.was(),
        };
        let entry = match &what {
            What::Percent { date, .. } | What::Text { date, .. } | What::Evidence { date, .. } => {
                format!("\n  entry: {date}")
            }
            What::Decision { decided, .. } => format!("\n  decided: {decided}"),
            What::Entry { .. } | What::Named { .. } => self.as_published(was),
            _ => String::new(),
        };
        let write = format!("- of: {}\n  was: {fact}{entry}\n  date: …\n  reason: …", was.name());
        self.hold(what, "corrections", write);
    }

    /// A published entry, as a correction repeats it.
    fn as_published(&self, was: &Amended) -> String {
        let Amended::Entry(day) = was else { return String::new() };
        let Some(old) = self.before.entries.iter().find(|entry| entry.date == *day) else {
            return String::new();
        };
        let stops = matches!(old.state.as_deref(), Some("cancelled" | "superseded"));
        let parts = [
            old.state.as_ref().map(|state| format!("state: {state}")),
            (!old.parts.is_empty()).then(|| format!("part: [{}]", old.parts.join(", "))),
            old.text.as_ref().map(|text| format!("text: {}", quoted(text))),
            old.percent.map(|percent| format!("percent: {percent}")),
            (!old.evidence.is_empty()).then(|| format!("evidence: [{}]", old.evidence.join(", "))),
            old.document.as_ref().filter(|_| stops).map(|id| format!("document: {id}")),
            match old.superseded_by_all.as_slice() {
                [] | [_] => old.superseded_by.as_ref().map(|id| quoted(id)),
                several => {
                    let ids: Vec<String> = several.iter().map(|id| quoted(id)).collect();
                    Some(format!("[{}]", ids.join(", ")))
                }
            }
            .map(|by| format!("superseded_by: {by}")),
            old.recorded.filter(|day| *day != old.date).map(|day| format!("recorded: {day}")),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        format!("\n  as_published: {{{}}}", parts.join(", "))
    }

    fn hold(&mut self, what: What, key: &'static str, write: String) {
        self.held.push(Finding {
            what,
            subject: format!("task:{}", self.before.id),
            number: self.task.number.clone(),
            title: self.task.title.clone(),
            file: format!("tasks/{}.yaml", self.before.id),
            key: Some(key),
            write,
        });
    }

    fn deadlines(&mut self) {
        let (before, task, on) = (self.before, self.task, self.published.as_of);
        if before.is_restricted() {
            let due = ledger::in_force(task, on);
            let now = due.and_then(|due| due.last_good_day);
            let by_document =
                ledger::decided(task, on).last().is_some_and(|last| last.document.is_some());
            if let Some(was) = before.last_good_day.filter(|was| now != Some(*was) && !by_document)
            {
                self.unless_corrected(&Amended::Deadline(was), What::InForce { was, now });
            }
            return;
        }
        if let Some(was) = before.first_last_good_day {
            let now = task.due.as_ref().and_then(|due| due.last_good_day(on));
            if now != Some(was) {
                self.unless_corrected(&Amended::Deadline(was), What::FirstDeadline { was, now });
            }
        }
        for old in &before.extensions {
            let same = |new: &crate::model::Extension| {
                let day = new.due.last_good_day(on);
                let parts: Vec<&str> = new.parts.iter().map(Id::as_str).collect();
                new.decided == old.date
                    && parts == old.parts
                    && (old.last_good_day.is_none() || day == old.last_good_day)
            };
            if let Some(was) = old.last_good_day.filter(|_| !task.extensions.iter().any(same)) {
                let what = What::Decision { decided: old.date, was };
                self.unless_corrected(&Amended::Deadline(was), what);
            }
        }
        let mut was = before.first_last_good_day;
        for (n, new) in task.extensions.iter().enumerate() {
            let day = new.due.last_good_day(new.decided.max(on));
            let known = before
                .extensions
                .iter()
                .any(|old| old.date == new.decided && old.last_good_day == day);
            let told = new.document.is_some()
                || was.is_some_and(|was| self.corrected(&Amended::Deadline(was)));
            if !known && !told {
                let place = task.extensions[n].place;
                let what = What::NoDocument { decided: new.decided, was, place };
                let write = format!("document: …   # extensions[{place}]");
                self.hold(what, "extensions", write);
            }
            was = day.or(was);
        }
    }

    /// Returns true if an entry or its evidence changed, with or without a reason.
    fn entries(&mut self) -> bool {
        let mut left: Vec<&Update> = self.task.updates.iter().collect();
        let mut retold = false;
        for old in &self.before.entries {
            let same_day = |new: &&Update| {
                new.date == old.date && new.state.map(State::name) == old.state.as_deref()
            };
            let same_text = |new: &&Update| same_day(new) && new.text == old.text;
            let same_parts = |new: &&Update| named(&new.parts) == old.parts;
            let found = (left.iter().position(|new| same_text(new) && same_parts(new)))
                .or_else(|| left.iter().position(same_text))
                .or_else(|| left.iter().position(|new| same_day(new) && same_parts(new)));
            let Some(at) = found.or_else(|| left.iter().position(same_day)) else {
                retold = true;
                let elsewhere = left.iter().find(|new| new.text.is_some() && new.text == old.text);
                let now = elsewhere.map(|new| new.date);
                let what = What::Entry { date: old.date, state: old.state.clone(), now };
                self.unless_corrected(&Amended::Entry(old.date), what);
                continue;
            };
            let new = left.swap_remove(at);
            let now = named(&new.parts);
            if now != old.parts {
                retold = true;
                let what = What::Named { date: old.date, was: old.parts.clone(), now };
                self.unless_corrected(&Amended::Entry(old.date), what);
            }
            self.figures(old, new);
            let cited = new.evidence.iter().chain(&new.document);
            let cited: Vec<&Document> = cited.map(|document| &self.model[*document]).collect();
            for id in old.cited().filter(|id| !cited.iter().any(|new| new.id.as_str() == *id)) {
                retold = true;
                let Ok(was) = crate::model::Id::parse(id) else { continue };
                if !self.corrected(&Amended::Entry(old.date)) {
                    let what = What::Evidence { date: old.date, document: id.to_owned() };
                    self.unless_corrected(&Amended::Evidence(was), what);
                }
            }
        }
        retold
    }

    /// Done before and no longer: an entry after it must say why.
    fn completion(&mut self, now: crate::assess::Standing) {
        if !self.before.is_done() || now.is_done() || now.is_stopped() {
            return;
        }
        let on = self.before.completed_on.or(self.before.last_change);
        let done = on.unwrap_or(self.published.as_of);
        let says_why = |entry: &Update| {
            let reopens = entry.state.is_some_and(|state| state != State::Done);
            reopens && entry.date >= done && entry.text.is_some()
        };
        if !self.task.updates.iter().any(says_why) {
            self.unless_corrected(&Amended::Done(done), What::Reopened { done });
        }
    }
}
