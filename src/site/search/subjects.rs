//! The subjects of the search: every public record and the general pages, each with the texts that
//! are searched and the row that shows it.
//!
//! Of a restricted task, only the number, the title and the lead agencies can be found.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use super::intents;
use super::set::Field;
use crate::assess::{Standing, ledger};
use crate::model::{AgencyIx, DocumentIx, Id, Model, NoteIx, PlaceIx, PriorityIx, TaskIx};
use crate::site::context::PageContext;
use crate::site::pages::HOME;
use crate::site::portal::{Card, CardRow, CardSubject, Found, Portal};
use crate::site::route::Route;
use crate::site::text::cut;
use crate::site::views::{self, TaskRow};

/// Maximum length of the text in a row, in characters.
const MAX_EXCERPT: usize = 280;
/// Maximum length of a text that the search of a portal looks at, in characters.
const MAX_CARD_TEXT: usize = 1_500;
/// Maximum number of task numbers in the row of a note.
const MAX_TASK_NUMBERS: usize = 6;

/// A subject that can be found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Subject {
    Priority(PriorityIx),
    Task(TaskIx),
    Place(PlaceIx),
    Agency(AgencyIx),
    Document(DocumentIx),
    Page(Route),
    Note(NoteIx),
    /// A directive of the portal, by its place.
    Directive(usize),
    /// A task of a directive of the portal, by both places.
    Elsewhere(usize, usize),
    /// A document of the portal, and where a directive shows it, by both places.
    Shared(DocumentIx, usize, usize),
    /// A document of a directive of the portal, by both places.
    DocumentOf(usize, usize),
    /// A note of a directive of the portal, by both places.
    NoteOf(usize, usize),
}

/// The kinds of subjects in the order of their numbers: the key of the kind's name, and its weight
/// in the ranking when the words do not decide.
pub(super) const KINDS: [(&str, u32); 7] = [
    ("search-kind-priority", 4),
    ("search-kind-task", 3),
    ("search-kind-place", 8),
    ("search-kind-agency", 6),
    ("search-kind-document", 2),
    ("search-kind-page", 2),
    ("search-kind-note", 0),
];

/// A subject as a row of the results. It is written as an array, in this order.
#[derive(Default)]
pub(super) struct Row {
    href: String,
    /// Number, symbol or short name.
    code: String,
    /// Title or name.
    title: String,
    /// Class and label of the standing. Empty if the subject has none.
    class: Cow<'static, str>,
    label: String,
    /// The line below the title: who and when.
    meta: String,
    /// The beginning of the subject's text.
    text: String,
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Row { href, code, title, class, label, meta, text } = self;
        (href, code, title, class, label, meta, text).serialize(serializer)
    }
}

impl Subject {
    /// The index of the kind in [`KINDS`].
    pub(super) fn kind(self) -> usize {
        match self {
            Subject::Priority(_) | Subject::Directive(_) => 0,
            Subject::Task(_) | Subject::Elsewhere(..) => 1,
            Subject::Place(_) => 2,
            Subject::Agency(_) => 3,
            Subject::Document(_) | Subject::Shared(..) | Subject::DocumentOf(..) => 4,
            Subject::Page(_) => 5,
            Subject::Note(_) | Subject::NoteOf(..) => 6,
        }
    }

    /// The texts of the subject, from the best field.
    pub(super) fn texts(self, ctx: &PageContext<'_>) -> Vec<(Field, String)> {
        let mut texts = match self {
            Subject::Priority(ix) => priority(ctx, ix),
            Subject::Task(ix) => task(ctx, ix),
            Subject::Place(ix) => {
                let place = &ctx.model[ix];
                let kind = place.kind.as_deref().unwrap_or_default();
                vec![
                    (Field::Title, place.name.clone()),
                    (Field::Title, format!("{kind} {}", place.name)),
                ]
            }
            Subject::Agency(ix) => agency(ctx, ix),
            Subject::Document(ix) | Subject::Shared(ix, ..) => document(ctx, ix),
            Subject::Page(route) => {
                let ctx = ctx.at(route);
                let asked = intents::of(&ctx, route).into_iter();
                (asked.map(|phrase| (Field::Title, phrase.to_owned())))
                    .chain([
                        (Field::Title, views::title(&ctx)),
                        (Field::Text, views::words_of_page(&ctx)),
                    ])
                    .collect()
            }
            Subject::Note(ix) => return texts_of_note(ctx, ix),
            Subject::Directive(n) => card(ctx, n).map(directive).unwrap_or_default(),
            Subject::DocumentOf(..) | Subject::NoteOf(..) => {
                found(ctx, self).map(|(_, found)| texts_of_found(found)).unwrap_or_default()
            }
            Subject::Elsewhere(n, task) => {
                card(ctx, n).map(|of| elsewhere(ctx, of, &of.tasks[task])).unwrap_or_default()
            }
        };
        texts.sort_by_key(|(field, _)| *field);
        texts
    }

    /// The row that shows the subject.
    pub(super) fn row(self, ctx: &PageContext<'_>) -> Row {
        match self {
            Subject::Priority(ix) => Row {
                href: ctx.to_priority(ix),
                code: ctx.model[ix].number.clone(),
                title: ctx.model[ix].title.clone(),
                meta: ctx.group(ctx.assessment[ix].word),
                text: self.text(ctx),
                ..Row::default()
            },
            Subject::Task(ix) => {
                let TaskRow { href, number, title, tag, causes, lead, due, .. } =
                    TaskRow::of(ctx, ix);
                let meta = std::iter::once(lead).chain(due).chain(causes);
                let (code, meta, text) = (number, line(meta.map(Some)), self.text(ctx));
                Row { href, code, title, class: tag.class.into(), label: tag.label, meta, text }
            }
            Subject::Place(ix) => {
                let place = &ctx.model[ix];
                let tasks = ctx.count("clause-tasks", ctx.assessment[ix].tally.total());
                Row {
                    href: ctx.to(Route::Place(ix)),
                    title: place.name.clone(),
                    meta: line([place.kind.clone(), Some(tasks)]),
                    ..Row::default()
                }
            }
            Subject::Agency(ix) => {
                let agency = &ctx.model[ix];
                let tasks = ctx.count("clause-tasks", ctx.assessment[ix].tally.total());
                Row {
                    href: ctx.to(Route::Agency(ix)),
                    title: agency.name.clone(),
                    meta: line([agency.short.clone(), Some(tasks)]),
                    ..Row::default()
                }
            }
            Subject::Document(ix) => {
                let document = &ctx.model[ix];
                let date = document.date.map(|date| ctx.short(date));
                Row {
                    href: ctx.to_document(ix).unwrap_or_default(),
                    code: document.symbol.clone().unwrap_or_default(),
                    title: document.title.clone(),
                    meta: line([document.kind.clone(), date, document.issuer.clone()]),
                    ..Row::default()
                }
            }
            Subject::Page(route) => Row {
                href: ctx.to(route),
                title: views::title(&ctx.at(route)),
                meta: match route {
                    Route::Standing(standing, _) => {
                        let tasks = ctx.index.with_standing(standing).len();
                        ctx.count("clause-tasks", tasks as u64)
                    }
                    _ => String::new(),
                },
                text: self.text(ctx),
                ..Row::default()
            },
            Subject::Note(ix) => note_row(ctx, ix),
            Subject::Directive(n) => card(ctx, n).map_or_else(Row::default, |of| Row {
                href: ctx.to_path(&of.path(HOME)),
                code: of.number.clone(),
                title: of.subject.clone(),
                meta: line([Some(ctx.group(of.tally.word)), of.issuer.clone()]),
                ..Row::default()
            }),
            Subject::Shared(ix, n, at) => card(ctx, n).map_or_else(Row::default, |of| {
                let Row { code, title, meta, .. } = Subject::Document(ix).row(ctx);
                let href = ctx.to_path(&of.path(&of.found.shared[at].1));
                Row { href, code, title, meta: meta_of(of, &meta), ..Row::default() }
            }),
            Subject::DocumentOf(..) | Subject::NoteOf(..) => {
                found(ctx, self).map_or_else(Row::default, |(of, found)| {
                    let CardSubject { path, code, title, meta, text, .. } = found.clone();
                    let href = ctx.to_path(&of.path(&path));
                    Row { href, code, title, meta: meta_of(of, &meta), text, ..Row::default() }
                })
            }
            Subject::Elsewhere(n, task) => card(ctx, n).map_or_else(Row::default, |of| {
                let task = &of.tasks[task];
                let meta = [Some(of.name.clone()), Some(task.lead.clone()), task.due.clone()];
                Row {
                    href: ctx.to_path(&of.path(&task.path)),
                    code: task.number.clone(),
                    title: task.title.clone(),
                    class: task.class.clone().into(),
                    label: task.label.clone(),
                    meta: line(meta.into_iter().chain(task.causes.iter().cloned().map(Some))),
                    ..Row::default()
                }
            }),
        }
    }

    /// The beginning of the subject's text.
    fn text(self, ctx: &PageContext<'_>) -> String {
        let texts = self.texts(ctx);
        let texts = texts.iter().filter(|(field, _)| *field == Field::Text);
        let texts: Vec<&str> = texts.map(|(_, text)| text.trim()).collect();
        cut(&texts.join(" · "), MAX_EXCERPT)
    }
}

fn note_row(ctx: &PageContext<'_>, ix: NoteIx) -> Row {
    let note = &ctx.model[ix];
    let author = note.author.map(|author| ctx.agency_name(author).to_owned());
    let about: Vec<&str> = about(ctx, ix).take(MAX_TASK_NUMBERS).collect();
    let about = (!about.is_empty()).then(|| about.join(", "));
    Row {
        href: ctx.to_note(ix),
        title: note.title.clone(),
        meta: line([Some(ctx.short(note.date)), author, about]),
        text: ctx.excerpt(ix, MAX_EXCERPT),
        ..Row::default()
    }
}

/// Joins the parts that are present into a line.
fn line(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// All subjects, by kind. Notes are sorted newest first.
pub(super) fn all(ctx: &PageContext<'_>) -> Vec<Subject> {
    if let Some(portal) = ctx.portal {
        return shared(ctx, portal);
    }
    let (model, index) = (ctx.model, ctx.index);
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
    pages.extend([Route::Reports(1), Route::Questions, Route::Corrections(1)]);
    // Open tasks are searched for more often. A standing that no task has is an answer too.
    let mut standings = Standing::ALL.to_vec();
    standings.sort_by_key(|standing| {
        (*standing != Standing::Overdue, standing.is_done() || standing.is_stopped())
    });
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

/// The documents and notes of a directive, for the search of its portal, which has the `shared`
/// documents itself.
pub(in crate::site) fn on_card(ctx: &PageContext<'_>, shared: &Model) -> Found {
    let of_portal: BTreeSet<&Id> = shared.documents.iter().map(|document| &document.id).collect();
    let (shared, own): (Vec<DocumentIx>, Vec<DocumentIx>) =
        ctx.index.documents.iter().partition(|ix| of_portal.contains(&ctx.model[**ix].id));
    let place =
        |ix: DocumentIx| (ctx.model[ix].id.to_string(), ctx.to_document(ix).unwrap_or_default());
    Found {
        shared: shared.into_iter().map(place).collect(),
        documents: own.into_iter().map(|ix| described(ctx, Subject::Document(ix))).collect(),
        notes: ctx.index.notes.iter().map(|ix| described(ctx, Subject::Note(*ix))).collect(),
    }
}

/// A document or a note with its texts.
fn described(ctx: &PageContext<'_>, subject: Subject) -> CardSubject {
    let Row { href, code, title, meta, text, .. } = subject.row(ctx);
    let is_shown = |(field, text): &(Field, String)| {
        (*field == Field::Code && *text == code) || (*field == Field::Title && *text == title)
    };
    let words = subject.texts(ctx).into_iter().filter(|text| !is_shown(text));
    let words = words.map(|(field, text)| (field as usize, cut(&text, MAX_CARD_TEXT))).collect();
    CardSubject { path: href, code, title, meta, text, words }
}

/// What the shared pages of a portal lead to, by kind. A document that several directives share is
/// shown once.
fn shared(ctx: &PageContext<'_>, portal: &Portal) -> Vec<Subject> {
    let of_card = |(n, card): (usize, &Card)| (0..card.tasks.len()).map(move |t| (n, t));
    let tasks = portal.cards().enumerate().flat_map(of_card);
    let pages = [Route::Overview, Route::Directive, Route::Method, Route::Agencies, Route::Data];
    let mut seen = BTreeSet::new();
    let (mut documents, mut notes) = (Vec::new(), Vec::new());
    for (n, card) in portal.cards().enumerate() {
        let Found { shared, documents: own, notes: of_directive } = &card.found;
        for (at, (id, _)) in shared.iter().enumerate() {
            let ix = ctx.index.document(id).filter(|ix| seen.insert(*ix));
            documents.extend(ix.map(|ix| Subject::Shared(ix, n, at)));
        }
        documents.extend((0..own.len()).map(|at| Subject::DocumentOf(n, at)));
        notes.extend((0..of_directive.len()).map(|at| Subject::NoteOf(n, at)));
    }
    (0..portal.cards().len())
        .map(Subject::Directive)
        .chain(tasks.map(|(n, task)| Subject::Elsewhere(n, task)))
        .chain(ctx.index.places.iter().map(|ix| Subject::Place(*ix)))
        .chain(ctx.index.agencies.iter().map(|ix| Subject::Agency(*ix)))
        .chain(documents)
        .chain(pages.into_iter().map(Subject::Page))
        .chain(notes)
        .collect()
}

fn card<'s>(ctx: &PageContext<'s>, n: usize) -> Option<&'s Card> {
    ctx.portal?.card(n)
}

/// A document or a note of a directive of the portal.
fn found<'s>(ctx: &PageContext<'s>, subject: Subject) -> Option<(&'s Card, &'s CardSubject)> {
    match subject {
        Subject::DocumentOf(n, at) => card(ctx, n).map(|of| (of, &of.found.documents[at])),
        Subject::NoteOf(n, at) => card(ctx, n).map(|of| (of, &of.found.notes[at])),
        _ => None,
    }
}

fn texts_of_found(found: &CardSubject) -> Vec<(Field, String)> {
    let CardSubject { code, title, words, .. } = found;
    let code = (!code.is_empty()).then(|| (Field::Code, code.clone())).into_iter();
    let words = words
        .iter()
        .map(|(rank, text)| (Field::ALL.get(*rank).copied().unwrap_or(Field::Text), text.clone()));
    code.chain([(Field::Title, title.clone())]).chain(words).collect()
}

/// The line below the title of what a directive has.
fn meta_of(of: &Card, meta: &str) -> String {
    line([Some(of.name.clone()), (!meta.is_empty()).then(|| meta.to_owned())])
}

fn directive(card: &Card) -> Vec<(Field, String)> {
    let mut texts = vec![
        (Field::Code, card.number.clone()),
        (Field::Code, card.name.clone()),
        (Field::Title, card.subject.clone()),
    ];
    texts.extend(card.issuer.iter().map(|issuer| (Field::Names, issuer.clone())));
    texts
}

fn elsewhere(ctx: &PageContext<'_>, card: &Card, task: &CardRow) -> Vec<(Field, String)> {
    let mut texts = vec![
        (Field::Code, task.number.clone()),
        (Field::Code, ctx.say("task-name", &[("number", (&task.number).into())])),
        (Field::Title, task.title.clone()),
        (Field::Names, task.label.clone()),
        (Field::Names, card.number.clone()),
    ];
    for agency in task.leads.iter().filter_map(|id| ctx.index.agency(id)) {
        texts.extend(names(ctx, agency).map(|name| (Field::Names, name.to_owned())));
    }
    for place in task.places.iter().filter_map(|id| ctx.index.place(id)) {
        texts.push((Field::Names, place_name(ctx, place)));
    }
    texts
}

fn priority(ctx: &PageContext<'_>, ix: PriorityIx) -> Vec<(Field, String)> {
    let priority = &ctx.model[ix];
    let mut texts = vec![
        (Field::Code, priority.number.clone()),
        (Field::Code, ctx.priority_name(&priority.number)),
        (Field::Title, priority.title.clone()),
    ];
    if !priority.restricted {
        let more = priority.summary.iter().chain(&priority.no_tasks);
        texts.extend(more.map(|text| (Field::Text, text.clone())));
    }
    texts
}

fn task(ctx: &PageContext<'_>, ix: TaskIx) -> Vec<(Field, String)> {
    let task = &ctx.model[ix];
    let assessed = &ctx.assessment[ix];
    let mut texts = vec![
        (Field::Code, task.number.clone()),
        (Field::Code, task.id.to_string()),
        (Field::Code, ctx.say("task-name", &[("number", (&task.number).into())])),
        (Field::Title, task.title.clone()),
        (Field::Names, ctx.standing_alone(assessed.standing)),
    ];
    // The deadline in force by its day and by its month.
    if let Some(due) = ledger::in_force(task, ctx.as_of()) {
        texts.extend(due.last_good_day.map(|day| (Field::Names, ctx.short(day))));
        texts.extend(due.last_good_day.map(|day| (Field::Names, ctx.month(day))));
    }
    let mut agencies: Vec<AgencyIx> = assessed.leads.iter().map(|lead| lead.agency).collect();
    if !task.restricted {
        agencies.extend(assessed.leads.iter().flat_map(|lead| &lead.formerly));
        agencies.extend(&task.support);
        texts.extend(task.places.iter().map(|place| (Field::Names, place_name(ctx, *place))));
        texts.extend(task.product.iter().map(|product| (Field::Text, product.clone())));
        texts.extend(task.clause.iter().map(|clause| (Field::Text, clause.clone())));
        let entries = ledger::known(task, ctx.as_of()).iter().rev();
        let said = entries.filter_map(|entry| entry.text.clone());
        texts.extend(said.map(|text| (Field::Text, text)));
    }
    for agency in agencies {
        texts.extend(names(ctx, agency).map(|name| (Field::Names, name.to_owned())));
    }
    texts
}

fn agency(ctx: &PageContext<'_>, ix: AgencyIx) -> Vec<(Field, String)> {
    let agency = &ctx.model[ix];
    let mut texts = vec![(Field::Title, agency.name.clone())];
    let others = agency.short.iter().chain(&agency.aliases);
    texts.extend(others.map(|name| (Field::Title, name.clone())));
    texts.extend(agency.kind.iter().map(|kind| (Field::Text, kind.clone())));
    texts
}

fn document(ctx: &PageContext<'_>, ix: DocumentIx) -> Vec<(Field, String)> {
    let document = &ctx.model[ix];
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
    let date = document.date.map(|date| ctx.short(date));
    texts.extend(date.into_iter().map(|date| (Field::Names, date)));
    texts.extend(others.into_iter().flatten().map(|text| (Field::Names, text.clone())));
    texts
}

/// The texts of a note, from the best field.
fn texts_of_note(ctx: &PageContext<'_>, ix: NoteIx) -> Vec<(Field, String)> {
    let note = &ctx.model[ix];
    let mut texts = vec![
        (Field::Title, note.title.clone()),
        (Field::Names, ctx.short(note.date)),
        (Field::Text, ctx.note_text(ix).facts().line.to_string()),
    ];
    texts.extend(about(ctx, ix).map(|number| (Field::Names, number.to_owned())));
    texts.extend(note.places.iter().map(|place| (Field::Names, place_name(ctx, *place))));
    if let Some(author) = note.author {
        texts.extend(names(ctx, author).map(|name| (Field::Names, name.to_owned())));
    }
    texts.sort_by_key(|(field, _)| *field);
    texts
}

/// The numbers of the public tasks that a note is about.
fn about<'s>(ctx: &PageContext<'s>, ix: NoteIx) -> impl Iterator<Item = &'s str> {
    let model = ctx.model;
    let tasks = model[ix].tasks.iter().map(|task| &model[*task]);
    tasks.filter(|task| !task.restricted).map(|task| task.number.as_str())
}

fn place_name(ctx: &PageContext<'_>, ix: PlaceIx) -> String {
    let place = &ctx.model[ix];
    format!("{} {}", place.kind.as_deref().unwrap_or_default(), place.name)
}

/// All names of an agency.
fn names<'s>(ctx: &PageContext<'s>, ix: AgencyIx) -> impl Iterator<Item = &'s str> {
    let agency = &ctx.model[ix];
    let others = agency.short.iter().chain(&agency.aliases);
    [&agency.name].into_iter().chain(others).map(String::as_str)
}
