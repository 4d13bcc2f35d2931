//! Links `tasks/*.yaml`.

use super::context::Context;
use super::divided::{Division, Nameable};
use super::fields::{self, join};
use super::{corrections, deadlines, entries, notes, references, rules};
use crate::content::Content;
use crate::content::portal::CitedTask;
use crate::content::records::{ExtensionRecord, TaskRecord};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{
    Added, Elsewhere, Extension, Frequency, Id, Kind, LeadSource, Model, PriorityIx, Task, TaskIx,
    VISIBILITY,
};
use crate::source::FileId;

/// Registers the ids of priorities, tasks and notes, so that they may refer to each other.
pub(super) fn register(cx: &mut Context<'_>, content: &Content) {
    if let Some(directive) = &content.directive {
        let file = directive.file;
        for (n, record) in directive.record.priorities.iter().flatten().enumerate() {
            let path = format!("priorities[{n}]");
            let Some(id) = fields::required(cx, &record.id, file, &path, "id") else { continue };
            let handle = PriorityIx(cx.known.priorities.len());
            let place = Place::value(file, join(&path, "id"));
            if let Some(id) = cx.known.priorities.define(&id, handle, place, cx.diagnostics) {
                let roman = id.as_str().parse().ok().and_then(roman);
                for name in [&record.title, &record.number, &roman].into_iter().flatten() {
                    cx.known.priorities.alias(name, &id);
                }
            }
        }
    }
    for (n, (_, id, loaded)) in order(cx, content).into_iter().enumerate() {
        let place = Place::file(content.tasks[loaded].file);
        cx.known.tasks.define(id.as_str(), TaskIx(n), place, cx.diagnostics);
        if let Some(number) = &content.tasks[loaded].record.number {
            cx.known.tasks.alias(number, &id);
        }
    }
    // Behind the directive's own, in the order of the model.
    let own = cx.known.tasks.len();
    let cited = content.elsewhere.iter().filter(|cited| elsewhere(cited).is_some());
    for (n, cited) in cited.enumerate() {
        let id = format!("{}/{}", cited.directive, cited.task);
        cx.known.tasks.add_path(&id, TaskIx(own + n), Place::file(cited.file));
    }
    notes::register(cx, content);
}

/// Returns the tasks that can be linked, in the model's order: by priority, then by id. Reports
/// those that cannot.
fn order(cx: &mut Context<'_>, content: &Content) -> Vec<(PriorityIx, Id, usize)> {
    let mut order = Vec::new();
    let mut seen: std::collections::BTreeMap<&str, FileId> = Default::default();
    for (n, loaded) in content.tasks.iter().enumerate() {
        let (file, record) = (loaded.file, &loaded.record);
        let id = match Id::parse(&loaded.stem) {
            Ok(id) => id,
            Err(_) => {
                // Reports the id, which is malformed.
                cx.known.tasks.define(&loaded.stem, TaskIx(n), Place::file(file), cx.diagnostics);
                continue;
            }
        };
        if let Some(first) = seen.insert(&loaded.stem, file) {
            let (place, first) = (Place::file(file), Place::file(first));
            cx.diagnostics.push(rules::doubled_id::diagnostic(&loaded.stem, place, first));
            continue;
        }
        let priority = fields::required(cx, &record.priority, file, "", "priority").and_then(|p| {
            references::one(cx, |known| &known.priorities, &p, Place::value(file, "priority"))
        });
        match priority {
            Some(priority) => order.push((priority, id, n)),
            None => cx.known.tasks.unlinked(&loaded.stem),
        }
    }
    order.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    order
}

pub(super) fn link(cx: &mut Context<'_>, content: &Content, model: &Model) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    for loaded in &content.tasks {
        let (file, record) = (loaded.file, &loaded.record);
        let title = fields::required(cx, &record.title, file, "", "title").unwrap_or_default();
        let kind = fields::required(cx, &record.kind, file, "", "kind");
        let kind = fields::choice(cx, &kind, &Kind::ALL, file, "kind").unwrap_or(Kind::Deliverable);
        let leads = references::agencies(cx, record.lead.as_ref(), file, "lead");
        let lead_source =
            fields::choice(cx, &record.lead_source, &LeadSource::ALL, file, "lead_source");
        let support =
            references::all(cx, |known| &known.agencies, &record.support, file, "support");
        let places = references::all(cx, |known| &known.places, &record.places, file, "places");
        let due = record.due.as_ref().and_then(|due| deadlines::link(cx, due, file, "due"));
        let division =
            Division { record, file, kind, leads: &leads, places: &places, due: due.as_ref() };
        let (split, parts) = division.parts(cx, model);
        let reports = division.reports(cx);
        let targets = division.targets(cx);
        let handovers = division.handovers(cx);
        let nameable = Nameable {
            split,
            parts: &parts,
            reports: reports.as_ref().map(|reports| (reports, &model.directive)),
            is_unclear: record.parts.is_some() && split.is_none()
                || record.reports.is_some() && reports.is_none(),
        };
        let extensions = extensions(cx, record.extensions.as_deref(), file, &nameable);
        let documents =
            references::all(cx, |known| &known.documents, &record.documents, file, "documents");
        let related = references::all(cx, |known| &known.tasks, &record.related, file, "related");
        let visibility = fields::choice(cx, &record.visibility, &VISIBILITY, file, "visibility");
        let frequency =
            fields::choice(cx, &record.report_every, &Frequency::ALL, file, "report_every");
        let updates = entries::link(cx, record.updates.as_deref(), file, &nameable);
        let corrections = corrections::link(cx, record.corrections.as_deref(), file, &nameable);

        let added = added(cx, record, file);
        let recorded =
            fields::recorded(cx, &record.recorded, file, "recorded", added.map(|a| a.date));

        let Some(handle) = cx.known.tasks.get_in(&loaded.stem, file) else { continue };
        let priority = record.priority.as_deref().map(str::trim);
        let Some(priority) = priority.and_then(|id| cx.known.priorities.get(id)) else { continue };
        let Ok(id) = Id::parse(&loaded.stem) else { continue };
        let section = section(cx, record, model, priority, file);
        let inherited = model[priority].restricted;
        if inherited && visibility == Some(false) {
            let diagnostic = rules::public_in_restricted::diagnostic(&model[priority], file);
            cx.diagnostics.push(diagnostic);
        }
        let own = |id: &String| id.trim() == loaded.stem;
        if let Some(n) = record.related.iter().flatten().position(own) {
            let place = Place::value(file, format!("related[{n}]"));
            let diagnostic = Diagnostic::of(&rules::related_to_itself::RULE, place);
            cx.diagnostics.push(diagnostic.arg("id", &id));
        }
        tasks.push(Task {
            number: fields::trimmed(&record.number).unwrap_or_else(|| id.to_string()),
            id,
            title,
            priority,
            kind,
            product: fields::trimmed(&record.product),
            clause: fields::trimmed(&record.clause),
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
            split,
            parts,
            reports,
            targets,
            handovers,
            section,
            updates,
            corrections,
            since: recorded.filter(|since| *since > model.directive.date),
            added,
            is_absent: false,
            elsewhere: None,
            file,
        });
    }
    tasks.sort_by(|a, b| (a.priority, &a.id).cmp(&(b.priority, &b.id)));
    let cited: Vec<(&CitedTask, Task)> =
        content.elsewhere.iter().filter_map(|cited| Some((cited, elsewhere(cited)?))).collect();
    let replaced_by: Vec<_> = cited.iter().map(|(cited, _)| cited.replaced_by()).collect();
    let own = tasks.len();
    tasks.extend(cited.into_iter().map(|(_, task)| task));
    for (n, replaced_by) in replaced_by.into_iter().enumerate() {
        let found = replaced_by.iter().filter_map(|(directive, task)| {
            let is_own = content.id.as_ref() == Some(directive);
            let id = if is_own { task.clone() } else { format!("{directive}/{task}") };
            tasks.iter().position(|task| task.id.as_str() == id).map(TaskIx)
        });
        let found = found.collect();
        if let Some(elsewhere) = &mut tasks[own + n].elsewhere {
            elsewhere.replaced_by = found;
        }
    }
    tasks
}

/// A task of another directive, to be referred to.
fn elsewhere(cited: &CitedTask) -> Option<Task> {
    let (directive, task) = (Id::parse(&cited.directive).ok()?, Id::parse(&cited.task).ok()?);
    let text = |text: &Option<String>| fields::trimmed(text).unwrap_or_default();
    let parts = [text(&cited.of.kind), text(&cited.of.number)];
    let name = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    // What cannot be read goes by its id.
    let or_id = |text: String, id: &Id| if text.is_empty() { id.to_string() } else { text };
    let date =
        crate::vietnamese::parse_date(&text(&cited.of.date)).unwrap_or(chrono::NaiveDate::MAX);
    let (name, title) = (or_id(name, &directive), or_id(text(&cited.record.title), &task));
    Some(Task {
        id: Id::elsewhere(&directive, &task),
        number: fields::trimmed(&cited.record.number).unwrap_or_else(|| task.to_string()),
        title,
        priority: PriorityIx(0),
        kind: Kind::Duty,
        product: None,
        clause: None,
        leads: Vec::new(),
        lead_source: LeadSource::Directive,
        support: Vec::new(),
        places: Vec::new(),
        due: None,
        extensions: Vec::new(),
        documents: Vec::new(),
        related: Vec::new(),
        restricted: false,
        report_every: Frequency::Month,
        split: None,
        parts: Vec::new(),
        reports: None,
        targets: Vec::new(),
        handovers: Vec::new(),
        section: None,
        updates: Vec::new(),
        corrections: Vec::new(),
        since: None,
        added: None,
        is_absent: true,
        elsewhere: Some(Elsewhere { directive, task, name, date, replaced_by: Vec::new() }),
        file: cited.file,
    })
}

/// Reads when a task was added to the directive, and by which document.
fn added(cx: &mut Context<'_>, record: &TaskRecord, file: FileId) -> Option<Added> {
    let date = fields::date(cx, &record.added, file, "added");
    let document = references::document(cx, &record.document, file, "document");
    if record.document.is_some() && record.added.is_none() {
        cx.report(&rules::document_without_added::RULE, Place::key(file, "document"));
    }
    Some(Added { date: date?, document })
}

/// Links the section that a task names.
fn section(
    cx: &mut Context<'_>,
    record: &TaskRecord,
    model: &Model,
    priority: PriorityIx,
    file: FileId,
) -> Option<usize> {
    let text = fields::trimmed(&record.section)?;
    let own = &model[priority].sections;
    let found = own.iter().position(|section| section.id.as_str() == text);
    if found.is_none() {
        let place = Place::value(file, "section");
        cx.diagnostics.push(rules::unknown_section::diagnostic(&text, model, priority, place));
    }
    found
}

fn extensions(
    cx: &mut Context<'_>,
    records: Option<&[ExtensionRecord]>,
    file: FileId,
    nameable: &Nameable<'_>,
) -> Vec<Extension> {
    let mut extensions = Vec::new();
    for (place, record) in records.unwrap_or_default().iter().enumerate() {
        let path = format!("extensions[{place}]");
        let decided = fields::required_date(cx, &record.decided, file, &path, "decided");
        let document = references::document(cx, &record.document, file, &join(&path, "document"));
        let due = match &record.due {
            Some(due) => deadlines::link(cx, due, file, &join(&path, "due")),
            None => {
                fields::missing(cx, file, &path, "due");
                None
            }
        };
        let recorded =
            fields::recorded(cx, &record.recorded, file, &join(&path, "recorded"), decided);
        let named = nameable.link(cx, &record.part, file, &join(&path, "part"), false);
        let is_of_period = nameable.reports.is_some() && record.part.is_some();
        if let Some(due) = due.as_ref().filter(|_| is_of_period) {
            let place = Place::value(file, join(&path, "due"));
            cx.diagnostics.extend(rules::period_deadline::diagnostic(due, place));
        }
        if let (Some(decided), Some(recorded), Some(due), Some(named)) =
            (decided, recorded, due, named)
        {
            extensions.push(Extension {
                decided,
                recorded,
                due,
                document,
                parts: named.ids().to_vec(),
                reason: fields::trimmed(&record.reason),
                place,
            });
        }
    }
    // The sort is stable: decisions of one day keep their order in the file.
    extensions.sort_by_key(|extension: &Extension| extension.decided);
    extensions
}

/// Writes a small number in Roman numerals, as official letters number their clauses.
fn roman(n: usize) -> Option<String> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    (1..40).contains(&n).then(|| format!("{}{}", "X".repeat(n / 10), ONES[n % 10]))
}
