//! Fields in which records are chosen: agencies, documents, tasks, places, priorities.

use serde::Serialize;

use super::super::form::{Choice, Field, Form, MAX_HITS};
use super::super::keeper::Records;
use super::super::{Answer, Editor};
use crate::model::Model;
use crate::reading::names::Names;

/// Number of documents that are offered before anything is searched for: the newest of the list.
const OFFERED: usize = 6;

/// Number of priorities that are offered before anything is searched for.
const MAX_PRIORITIES: usize = 40;

/// A kind of records that are chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Agencies,
    Documents,
    Tasks,
    Places,
    Priorities,
}

impl Kind {
    const ALL: [(&'static str, Kind); 5] = [
        ("agencies", Kind::Agencies),
        ("documents", Kind::Documents),
        ("tasks", Kind::Tasks),
        ("places", Kind::Places),
        ("priorities", Kind::Priorities),
    ];

    fn name(self) -> &'static str {
        Kind::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    fn names(self, model: &Model) -> Names {
        match self {
            Kind::Agencies => Names::agencies(model),
            Kind::Documents => Names::documents(model),
            Kind::Tasks => Names::tasks(model),
            Kind::Places => Names::places(model),
            Kind::Priorities => Names::priorities(model),
        }
    }

    /// How many records there are.
    fn count(self, model: &Model) -> usize {
        match self {
            Kind::Agencies => model.agencies.len(),
            Kind::Documents => model.documents.len(),
            Kind::Tasks => model.tasks.len(),
            Kind::Places => model.places.len(),
            Kind::Priorities => model.priorities.len(),
        }
    }

    /// The id and the title of a record.
    fn called(self, model: &Model, at: usize) -> (&str, &str) {
        match self {
            Kind::Agencies => (model.agencies[at].id.as_str(), &model.agencies[at].name),
            Kind::Documents => (model.documents[at].id.as_str(), &model.documents[at].title),
            Kind::Tasks => (model.tasks[at].id.as_str(), &model.tasks[at].title),
            Kind::Places => (model.places[at].id.as_str(), &model.places[at].name),
            Kind::Priorities => (model.priorities[at].id.as_str(), &model.priorities[at].title),
        }
    }

    /// A record that can be chosen.
    fn choice(self, model: &Model, at: usize, is_chosen: bool) -> Choice {
        let (id, title) = self.called(model, at);
        Choice { aside: self.aside(model, at), ..Choice::new(id, title.to_owned(), is_chosen) }
    }

    /// What stands beside the name of a record, such as the symbol of a document.
    fn aside(self, model: &Model, at: usize) -> String {
        match self {
            Kind::Documents => {
                let document = &model.documents[at];
                document.symbol.clone().unwrap_or_else(|| document.id.to_string())
            }
            Kind::Tasks => model.tasks[at].number.clone(),
            Kind::Priorities => model.priorities[at].number.clone(),
            Kind::Agencies => model.agencies[at].short.clone().unwrap_or_default(),
            Kind::Places => String::new(),
        }
    }
}

/// A field in which records are chosen. `chosen` are the ids at first.
pub(super) fn field(
    editor: &Editor,
    records: &Records,
    form: &Form,
    (name, label): (&str, String),
    kind: Kind,
    chosen: &[String],
) -> Field {
    let model = records.model();
    let query_name = format!("{name}-tim");
    let query = form.line(&query_name);
    let chosen: Vec<String> = match form.has(&query_name) || form.has(name) {
        true => form.all(name).into_iter().map(str::to_owned).collect(),
        false => chosen.to_vec(),
    };
    let mut options: Vec<Choice> = (chosen.iter())
        .map(|id| {
            let at = (0..kind.count(model)).find(|at| kind.called(model, *at).0 == id);
            // A record that is gone stays chosen, so that the rule can say so.
            at.map_or_else(|| Choice::new(id, id.clone(), true), |at| kind.choice(model, at, true))
        })
        .collect();
    let (hits, more) = hits(kind, model, &query);
    let note = match (query.is_empty(), hits.len(), more) {
        (true, ..) => String::new(),
        (_, 0, _) => editor.locale.format("edit-pick-none", &[("query", (&query).into())]),
        (_, _, 0) => String::new(),
        (_, _, more) => editor.locale.format("edit-pick-more", &[("count", more.into())]),
    };
    options.extend(hits.into_iter().filter(|hit| !chosen.contains(&hit.value)));
    Field {
        kind: "choose",
        name: name.to_owned(),
        label,
        value: query,
        options,
        note,
        of: kind.name(),
        ..Field::default()
    }
}

/// The ids that were chosen, or those of the record where the form was not sent.
pub(super) fn chosen(form: &Form, name: &str) -> Vec<String> {
    form.all(name).into_iter().map(str::to_owned).collect()
}

/// The records that a text may mean, and how many more there are.
fn hits(kind: Kind, model: &Model, query: &str) -> (Vec<Choice>, usize) {
    let count = kind.count(model);
    let found: Vec<usize> = match query {
        "" if count <= MAX_HITS => (0..count).collect(),
        "" if kind == Kind::Priorities => (0..count.min(MAX_PRIORITIES)).collect(),
        "" if kind == Kind::Documents => (0..count).rev().take(OFFERED).collect(),
        "" => Vec::new(),
        // Names are read for a search alone, since there may be thousands.
        query => kind.names(model).search(query),
    };
    let more = if query.is_empty() { 0 } else { found.len().saturating_sub(MAX_HITS) };
    let limit = if query.is_empty() { MAX_PRIORITIES } else { MAX_HITS };
    (found.into_iter().take(limit).map(|at| kind.choice(model, at, false)).collect(), more)
}

#[derive(Serialize)]
struct Found {
    choices: Vec<Choice>,
    note: String,
}

/// The records that a text may mean, for the script.
pub(super) fn choices(editor: &Editor, records: &Records, query: &Form) -> Answer {
    let kind = Kind::ALL.iter().find(|(name, _)| *name == query.raw("loai"));
    let kind = kind.map_or(Kind::Documents, |(_, kind)| *kind);
    let text = query.line("q");
    let (choices, more) = hits(kind, records.model(), &text);
    let note = match (choices.len(), more) {
        (0, _) => editor.locale.format("edit-pick-none", &[("query", text.into())]),
        (_, 0) => editor.locale.format("edit-pick-count", &[("count", choices.len().into())]),
        (_, more) => editor.locale.format("edit-pick-more", &[("count", more.into())]),
    };
    let bytes = serde_json::to_vec(&Found { choices, note }).unwrap_or_default();
    let kind = "application/json; charset=utf-8";
    Answer { status: 200, kind, bytes, ..Answer::default() }
}
