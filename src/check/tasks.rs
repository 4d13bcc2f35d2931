//! Links `tasks/*.yaml`.

use super::context::Context;
use super::fields::{self, join};
use super::{deadlines, moved, notes, references, rules};
use crate::content::Content;
use crate::content::records::{ExtensionRecord, UpdateRecord};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{
    Extension, Frequency, Id, Kind, LeadSource, Model, PriorityIx, State, Task, TaskIx, Update,
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
        let leads = leads(cx, record.lead.as_ref(), file);
        let lead_source =
            fields::choice(cx, &record.lead_source, &LeadSource::ALL, file, "lead_source");
        let support =
            references::all(cx, |known| &known.agencies, &record.support, file, "support");
        let places = references::all(cx, |known| &known.places, &record.places, file, "places");
        let due = record.due.as_ref().and_then(|due| deadlines::link(cx, due, file, "due"));
        let extensions = extensions(cx, record.extensions.as_deref(), file);
        let documents =
            references::all(cx, |known| &known.documents, &record.documents, file, "documents");
        let related = references::all(cx, |known| &known.tasks, &record.related, file, "related");
        let visibility = fields::choice(cx, &record.visibility, &VISIBILITY, file, "visibility");
        let frequency =
            fields::choice(cx, &record.report_every, &Frequency::ALL, file, "report_every");
        let updates = updates(cx, record.updates.as_deref(), file);
        let corrections = moved::corrections(cx, record.corrections.as_deref(), file);

        let Some(handle) = cx.known.tasks.get_in(&loaded.stem, file) else { continue };
        let priority = record.priority.as_deref().map(str::trim);
        let Some(priority) = priority.and_then(|id| cx.known.priorities.get(id)) else { continue };
        let Ok(id) = Id::parse(&loaded.stem) else { continue };
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
    cx: &mut Context<'_>,
    lead: Option<&crate::content::records::OneOrMany>,
    file: FileId,
) -> Vec<crate::model::AgencyIx> {
    let Some(lead) = lead else { return Vec::new() };
    if lead.is_list {
        return references::all(
            cx,
            |known| &known.agencies,
            &Some(lead.values.clone()),
            file,
            "lead",
        );
    }
    let one = lead.values.first().cloned();
    references::optional(cx, |known| &known.agencies, &one, file, "lead").into_iter().collect()
}

fn extensions(
    cx: &mut Context<'_>,
    records: Option<&[ExtensionRecord]>,
    file: FileId,
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
        if let (Some(decided), Some(due)) = (decided, due) {
            extensions.push(Extension { decided, due, document, place });
        }
    }
    // The sort is stable: decisions of one day keep their order in the file.
    extensions.sort_by_key(|extension: &Extension| extension.decided);
    extensions
}

fn updates(cx: &mut Context<'_>, records: Option<&[UpdateRecord]>, file: FileId) -> Vec<Update> {
    let mut updates = Vec::new();
    for (place, record) in records.unwrap_or_default().iter().enumerate() {
        let path = format!("updates[{place}]");
        let field = |name: &str| join(&path, name);
        let date = fields::required_date(cx, &record.date, file, &path, "date");
        let state = fields::choice(cx, &record.state, &State::ALL, file, &field("state"));
        let percent = fields::number(cx, &record.percent, 0..=100, file, &field("percent"));
        let evidence = references::all(
            cx,
            |known| &known.documents,
            &record.evidence,
            file,
            &field("evidence"),
        );
        let document = references::document(cx, &record.document, file, &field("document"));
        let superseded_by = references::optional(
            cx,
            |known| &known.tasks,
            &record.superseded_by,
            file,
            &field("superseded_by"),
        );
        let stops = state.is_some_and(State::is_stop);
        let written = |cx: &Context<'_>, field| fields::was_left_out(cx, file, &path, field);
        if stops && fields::trimmed(&record.document).is_none() && !written(cx, "document") {
            let place = Place::value(file, field("state"));
            let diagnostic = Diagnostic::of(&rules::stop_without_document::RULE, place);
            cx.diagnostics.push(diagnostic.arg("state", state.map_or("", State::name)));
        }
        if state == Some(State::Superseded)
            && fields::trimmed(&record.superseded_by).is_none()
            && !written(cx, "superseded_by")
        {
            let place = Place::value(file, field("state"));
            cx.report(&rules::superseded_by_nothing::RULE, place);
        }
        if record.superseded_by.is_some() && state != Some(State::Superseded) {
            let place = Place::key(file, field("superseded_by"));
            cx.report(&rules::replacement_without_state::RULE, place);
        }
        if record.document.is_some() && !stops {
            let place = Place::key(file, field("document"));
            let diagnostic = Diagnostic::of(&rules::document_without_stop::RULE, place);
            let id = fields::trimmed(&record.document).unwrap_or_default();
            cx.diagnostics.push(diagnostic.arg("id", id));
        }
        let Some(date) = date else { continue };
        updates.push(Update {
            date,
            state,
            text: fields::trimmed(&record.text),
            percent: percent.and_then(|n| u8::try_from(n).ok()),
            evidence,
            document,
            superseded_by,
            place,
        });
    }
    // The sort is stable: entries of one day keep their order in the file.
    updates.sort_by_key(|update: &Update| update.date);
    updates
}

/// Writes a small number in Roman numerals, as official letters number their clauses.
fn roman(n: usize) -> Option<String> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    (1..40).contains(&n).then(|| format!("{}{}", "X".repeat(n / 10), ONES[n % 10]))
}
