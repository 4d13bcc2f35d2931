//! What can be found: every record that the site shows and its general pages, each with the texts
//! in which a reader may look for it, and with the row that shows it.
//!
//! Of a restricted task only the number, the title and who leads it can be found.

use serde::Serialize;

use super::inverted::Field;
use crate::assess::ledger;
use crate::model::{AgencyIx, DocumentIx, NoteIx, PlaceIx, PriorityIx, TaskIx};
use crate::site::route::Route;
use crate::site::sheet::Sheet;
use crate::site::views::{self, TaskRow};

/// Longest text of a row, in characters.
const EXCERPT: usize = 280;
/// Task numbers named in the row of a note.
const ABOUT: usize = 6;

/// Something that can be found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Subject {
    Priority(PriorityIx),
    Task(TaskIx),
    Place(PlaceIx),
    Agency(AgencyIx),
    Document(DocumentIx),
    Page(Route),
    Note(NoteIx),
}

/// The kinds of subjects in the order of their numbers: the key of each one's name, and how much
/// it is preferred where words alone do not decide.
pub(super) const KINDS: [(&str, u32); 7] = [
    ("search-kind-priority", 4),
    ("search-kind-task", 3),
    ("search-kind-place", 8),
    ("search-kind-agency", 6),
    ("search-kind-document", 2),
    ("search-kind-page", 2),
    ("search-kind-note", 0),
];

/// How a subject is shown; written as an array, in this order.
#[derive(Serialize)]
pub(super) struct Row(
    /// Where it leads.
    String,
    /// Number, symbol or short name.
    String,
    /// Title or name.
    String,
    /// Class and label of its standing; empty if it has none.
    &'static str,
    String,
    /// The line below: who and when.
    String,
    /// The beginning of its text.
    String,
);

impl Subject {
    /// The number of its kind.
    pub(super) fn kind(self) -> usize {
        match self {
            Subject::Priority(_) => 0,
            Subject::Task(_) => 1,
            Subject::Place(_) => 2,
            Subject::Agency(_) => 3,
            Subject::Document(_) => 4,
            Subject::Page(_) => 5,
            Subject::Note(_) => 6,
        }
    }

    /// The texts of a subject, those of the best field first.
    pub(super) fn texts(self, sheet: &Sheet<'_>) -> Vec<(Field, String)> {
        let mut texts = match self {
            Subject::Priority(ix) => priority(sheet, ix),
            Subject::Task(ix) => task(sheet, ix),
            Subject::Place(ix) => {
                let place = &sheet.model[ix];
                let kind = place.kind.as_deref().unwrap_or_default();
                vec![
                    (Field::Title, place.name.clone()),
                    (Field::Title, format!("{kind} {}", place.name)),
                ]
            }
            Subject::Agency(ix) => agency(sheet, ix),
            Subject::Document(ix) => document(sheet, ix),
            Subject::Page(route) => {
                let sheet = sheet.at(route);
                vec![
                    (Field::Title, views::heading(&sheet)),
                    (Field::Text, views::words_of_page(&sheet)),
                ]
            }
            Subject::Note(ix) => return texts_of_note(sheet, ix),
        };
        texts.sort_by_key(|(field, _)| *field);
        texts
    }

    /// How it is shown.
    pub(super) fn row(self, sheet: &Sheet<'_>) -> Row {
        let excerpt = |texts: &[(Field, String)]| {
            let texts = texts.iter().filter(|(field, _)| *field == Field::Text);
            let texts: Vec<&str> = texts.map(|(_, text)| text.trim()).collect();
            views::cut(&texts.join(" · "), EXCERPT)
        };
        let line = |parts: Vec<Option<String>>| {
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        match self {
            Subject::Priority(ix) => {
                let priority = &sheet.model[ix];
                let code = priority.number.clone();
                let meta = sheet.group(sheet.assessment[ix].word);
                let text = excerpt(&self.texts(sheet));
                Row(
                    sheet.to_priority(ix),
                    code,
                    priority.title.clone(),
                    "",
                    String::new(),
                    meta,
                    text,
                )
            }
            Subject::Task(ix) => {
                let TaskRow { href, number, title, tag, causes, lead, due, .. } =
                    TaskRow::of(sheet, ix);
                let parts = std::iter::once(lead).chain(due).chain(causes).map(Some).collect();
                Row(
                    href,
                    number,
                    title,
                    tag.class,
                    tag.label,
                    line(parts),
                    excerpt(&self.texts(sheet)),
                )
            }
            Subject::Place(ix) => {
                let place = &sheet.model[ix];
                let tasks = sheet.assessment[ix].tally.total();
                let meta = line(vec![place.kind.clone(), Some(sheet.count("clause-tasks", tasks))]);
                Row(
                    sheet.to(Route::Place(ix)),
                    String::new(),
                    place.name.clone(),
                    "",
                    String::new(),
                    meta,
                    String::new(),
                )
            }
            Subject::Agency(ix) => {
                let agency = &sheet.model[ix];
                let tasks = sheet.assessment[ix].tally.total();
                let meta =
                    line(vec![agency.short.clone(), Some(sheet.count("clause-tasks", tasks))]);
                Row(
                    sheet.to(Route::Agency(ix)),
                    String::new(),
                    agency.name.clone(),
                    "",
                    String::new(),
                    meta,
                    String::new(),
                )
            }
            Subject::Document(ix) => {
                let document = &sheet.model[ix];
                let date = document.date.map(|date| sheet.short(date));
                let meta = line(vec![document.kind.clone(), date, document.issuer.clone()]);
                let href = sheet.to_document(ix).unwrap_or_default();
                let code = document.symbol.clone().unwrap_or_default();
                Row(href, code, document.title.clone(), "", String::new(), meta, String::new())
            }
            Subject::Page(route) => {
                let text = excerpt(&self.texts(sheet));
                let title = views::heading(&sheet.at(route));
                Row(sheet.to(route), String::new(), title, "", String::new(), String::new(), text)
            }
            Subject::Note(ix) => {
                let note = &sheet.model[ix];
                let author = note.author.map(|author| sheet.agency_name(author).to_owned());
                let about: Vec<&str> = about(sheet, ix).take(ABOUT).collect();
                let about = (!about.is_empty()).then(|| about.join(", "));
                let meta = line(vec![Some(sheet.short(note.date)), author, about]);
                let text = sheet.excerpt(ix, EXCERPT);
                Row(
                    sheet.to_note(ix),
                    String::new(),
                    note.title.clone(),
                    "",
                    String::new(),
                    meta,
                    text,
                )
            }
        }
    }
}

/// Everything that can be found, by kind; notes newest first.
pub(super) fn all(sheet: &Sheet<'_>) -> Vec<Subject> {
    let (model, index) = (sheet.model, sheet.index);
    let mut pages = vec![
        Route::Overview,
        Route::Directive,
        Route::Method,
        Route::Tasks(1),
        Route::Deadlines(1),
        Route::Agencies,
    ];
    if !index.places.is_empty() {
        pages.push(Route::Places);
    }
    pages.extend([Route::Documents(1), Route::Notes(1), Route::Progress, Route::Report]);
    // What is still open is asked for more often.
    let mut standings: Vec<_> = index.standings().collect();
    standings.sort_by_key(|standing| standing.is_done() || standing.is_stopped());
    pages.extend(standings.into_iter().map(|standing| Route::Standing(standing, 1)));
    (0..model.priorities.len())
        .map(|n| Subject::Priority(PriorityIx(n)))
        .chain(model.tasks().map(|(ix, _)| Subject::Task(ix)))
        .chain(index.places.iter().map(|ix| Subject::Place(*ix)))
        .chain(index.agencies.iter().map(|ix| Subject::Agency(*ix)))
        .chain(index.documents.iter().map(|ix| Subject::Document(*ix)))
        .chain(pages.into_iter().map(Subject::Page))
        .chain(index.notes.iter().map(|ix| Subject::Note(*ix)))
        .collect()
}

fn priority(sheet: &Sheet<'_>, ix: PriorityIx) -> Vec<(Field, String)> {
    let priority = &sheet.model[ix];
    let mut texts = vec![
        (Field::Code, priority.number.clone()),
        (Field::Code, sheet.priority_name(&priority.number)),
        (Field::Title, priority.title.clone()),
    ];
    if !priority.restricted {
        let more = priority.summary.iter().chain(&priority.no_tasks);
        texts.extend(more.map(|text| (Field::Text, text.clone())));
    }
    texts
}

fn task(sheet: &Sheet<'_>, ix: TaskIx) -> Vec<(Field, String)> {
    let task = &sheet.model[ix];
    let assessed = &sheet.assessment[ix];
    let mut texts = vec![
        (Field::Code, task.number.clone()),
        (Field::Code, task.id.to_string()),
        (Field::Code, sheet.say("task-name", &[("number", (&task.number).into())])),
        (Field::Title, task.title.clone()),
        (Field::Names, sheet.standing_alone(assessed.standing)),
    ];
    let mut agencies: Vec<AgencyIx> = assessed.leads.iter().map(|lead| lead.agency).collect();
    if !task.restricted {
        agencies.extend(assessed.leads.iter().flat_map(|lead| &lead.formerly));
        agencies.extend(&task.support);
        texts.extend(task.places.iter().map(|place| (Field::Names, place_name(sheet, *place))));
        texts.extend(task.product.iter().map(|product| (Field::Text, product.clone())));
        let entries = ledger::known(task, sheet.as_of()).iter().rev();
        let said = entries.filter_map(|entry| entry.text.clone());
        texts.extend(said.map(|text| (Field::Text, text)));
    }
    for agency in agencies {
        texts.extend(names(sheet, agency).map(|name| (Field::Names, name.to_owned())));
    }
    texts
}

fn agency(sheet: &Sheet<'_>, ix: AgencyIx) -> Vec<(Field, String)> {
    let agency = &sheet.model[ix];
    let mut texts = vec![(Field::Title, agency.name.clone())];
    let others = agency.short.iter().chain(&agency.aliases);
    texts.extend(others.map(|name| (Field::Title, name.clone())));
    texts.extend(agency.kind.iter().map(|kind| (Field::Text, kind.clone())));
    texts
}

fn document(sheet: &Sheet<'_>, ix: DocumentIx) -> Vec<(Field, String)> {
    let document = &sheet.model[ix];
    let mut texts = vec![(Field::Title, document.title.clone())];
    let (mut symbols, mut others) =
        (vec![&document.symbol], vec![&document.kind, &document.issuer]);
    if let Some(printed) = &document.printed {
        symbols.push(&printed.symbol);
        others.extend([&printed.title, &printed.date, &printed.issuer]);
    }
    if let Some(correction) = &document.correction {
        symbols.push(&correction.symbol);
        others.extend([&correction.title, &correction.issuer, &correction.note]);
    }
    texts.extend(symbols.into_iter().flatten().map(|symbol| (Field::Code, symbol.clone())));
    let date = document.date.map(|date| sheet.short(date));
    texts.extend(date.into_iter().map(|date| (Field::Names, date)));
    texts.extend(others.into_iter().flatten().map(|text| (Field::Names, text.clone())));
    texts
}

/// The words of a note, those of the best field first.
fn texts_of_note(sheet: &Sheet<'_>, ix: NoteIx) -> Vec<(Field, String)> {
    let note = &sheet.model[ix];
    let mut texts = vec![
        (Field::Title, note.title.clone()),
        (Field::Names, sheet.short(note.date)),
        (Field::Text, sheet.note_text(ix).facts().line.to_string()),
    ];
    texts.extend(about(sheet, ix).map(|number| (Field::Names, number.to_owned())));
    texts.extend(note.places.iter().map(|place| (Field::Names, place_name(sheet, *place))));
    if let Some(author) = note.author {
        texts.extend(names(sheet, author).map(|name| (Field::Names, name.to_owned())));
    }
    texts.sort_by_key(|(field, _)| *field);
    texts
}

/// The numbers of the public tasks that a note is about.
fn about<'s>(sheet: &Sheet<'s>, ix: NoteIx) -> impl Iterator<Item = &'s str> {
    let model = sheet.model;
    let tasks = model[ix].tasks.iter().map(|task| &model[*task]);
    tasks.filter(|task| !task.restricted).map(|task| task.number.as_str())
}

fn place_name(sheet: &Sheet<'_>, ix: PlaceIx) -> String {
    let place = &sheet.model[ix];
    format!("{} {}", place.kind.as_deref().unwrap_or_default(), place.name)
}

/// Every way to write an agency's name.
fn names<'s>(sheet: &Sheet<'s>, ix: AgencyIx) -> impl Iterator<Item = &'s str> {
    let agency = &sheet.model[ix];
    let others = agency.short.iter().chain(&agency.aliases);
    [&agency.name].into_iter().chain(others).map(String::as_str)
}
