//! What changed, as Atom feeds (the only file that knows `atom_syndication`): of the whole
//! directive, of a priority, of an agency. Dated by the event, never by the build.
//!
//! An entry's id is made of the directive, the record, the kind of event and its day: it stays
//! the same for ever, whatever is recorded later and wherever the site moves. Of restricted
//! records there are no entries.

use atom_syndication::{Category, Entry, Feed, Generator, Link, Person, Text, WriteConfig};
use chrono::NaiveDate;

use super::naming::midnight;
use super::route::{Route, Scope};
use super::sheet::Sheet;
use crate::assess::{Event, What, Why, ledger};
use crate::model::{NoteIx, TaskIx};

/// Entries of a feed; older events are on the pages.
pub(super) const ENTRIES: usize = 100;
/// How much of a report or a note is told, in characters.
const EXCERPT: usize = 400;

/// The feed as a file.
pub(super) fn feed(sheet: &Sheet<'_>, scope: Scope) -> Vec<u8> {
    let (settings, directive) = (&sheet.model.settings, &sheet.model.directive);
    let items = items(sheet, scope);
    let newest = items.first().map_or(directive.date, Item::date);
    let author = (settings.publisher.as_ref()).or(directive.issuer.as_ref());
    let mut links = vec![link(sheet, "alternate", Route::of_scope(scope), "text/html")];
    if settings.base_url.is_some() {
        links.push(link(sheet, "self", sheet.route, "application/atom+xml"));
    }
    let mut subtitle = sheet.count("feed-about", ENTRIES as u64);
    if let Some(notice) = &settings.notice {
        subtitle = format!("{notice} {subtitle}");
    }
    let feed = Feed {
        title: plain(&title(sheet, scope)),
        subtitle: Some(plain(&subtitle)),
        id: format!("{}:feed:{}", sheet.index.urn, scope_name(sheet, scope)),
        updated: midnight(newest),
        authors: vec![person(author.unwrap_or(&settings.title))],
        generator: Some(Generator { value: "tiendo".into(), ..Generator::default() }),
        rights: settings.licence.as_ref().map(|l| plain(&format!("{} ({})", l.name, l.url))),
        links,
        entries: items.iter().map(|item| entry(sheet, item)).collect(),
        base: settings.base_url.clone(),
        lang: Some(sheet.tag().to_owned()),
        ..Feed::default()
    };
    let config = WriteConfig { write_document_declaration: true, indent_size: Some(1) };
    let mut bytes = feed
        .write_with_config(Vec::new(), config)
        .unwrap_or_else(|error| unreachable!("a list of bytes takes whatever is written: {error}"));
    bytes.push(b'\n');
    bytes
}

/// What a feed is called, on the page that leads to it too.
pub(super) fn title(sheet: &Sheet<'_>, scope: Scope) -> String {
    let model = sheet.model;
    let site = &model.settings.title;
    match scope {
        Scope::All => sheet.say("feed-title", &[("site", site.into())]),
        Scope::Priority(ix) => {
            let name = sheet.priority_name(&model[ix].number);
            let name = format!("{name}. {}", model[ix].title);
            sheet.say("feed-title-of", &[("site", site.into()), ("name", (&name).into())])
        }
        Scope::Agency(ix) => {
            sheet.say("feed-title-of", &[("site", site.into()), ("name", (&model[ix].name).into())])
        }
    }
}

/// The part of a name that says what a file is about.
pub(super) fn scope_name(sheet: &Sheet<'_>, scope: Scope) -> String {
    match scope {
        Scope::All => "all".to_owned(),
        Scope::Priority(ix) => format!("priority:{}", sheet.model[ix].id),
        Scope::Agency(ix) => format!("agency:{}", sheet.model[ix].id),
    }
}

/// Something that an entry tells.
#[derive(Clone, Copy, Debug)]
enum Item {
    Event(TaskIx, Event),
    Note(NoteIx, NaiveDate),
}

impl Item {
    fn date(&self) -> NaiveDate {
        match self {
            Item::Event(_, event) => event.date,
            Item::Note(_, date) => *date,
        }
    }
}

/// The newest events and notes, newest first; of one day events before notes, by task.
fn items(sheet: &Sheet<'_>, scope: Scope) -> Vec<Item> {
    let (model, index) = (sheet.model, sheet.index);
    let tasks: Vec<TaskIx> = match scope {
        Scope::All => model.tasks().map(|(ix, _)| ix).collect(),
        Scope::Priority(ix) => model[ix].tasks.clone(),
        Scope::Agency(ix) => sheet.assessment[ix].tasks.clone(),
    };
    let tasks: Vec<TaskIx> = tasks.into_iter().filter(|ix| !model[*ix].restricted).collect();
    let notes: Vec<NoteIx> = match scope {
        Scope::All => newest(&index.notes).to_vec(),
        Scope::Priority(ix) => newest(&index.notes_of_priority[ix.0]).to_vec(),
        Scope::Agency(ix) => {
            let about = tasks.iter().flat_map(|task| newest(&index.notes_of_task[task.0]));
            let mut notes: Vec<NoteIx> =
                about.chain(newest(&index.notes_of_agency[ix.0])).copied().collect();
            notes.sort_unstable();
            notes.dedup();
            notes.truncate(ENTRIES);
            notes
        }
    };
    let events = tasks.iter().flat_map(|ix| {
        index.events(model, sheet.as_of(), *ix).iter().map(|e| Item::Event(*ix, *e))
    });
    let notes = notes.iter().map(|ix| Item::Note(*ix, model[*ix].date));
    let mut items: Vec<Item> = events.chain(notes).collect();
    if items.len() > ENTRIES {
        // What is older than the last that is told needs no order.
        let mut dates: Vec<NaiveDate> = items.iter().map(Item::date).collect();
        let last = *dates.select_nth_unstable_by(ENTRIES - 1, |a, b| b.cmp(a)).1;
        items.retain(|item| item.date() >= last);
    }
    // The order within a day is kept.
    items.sort_by_key(|item| std::cmp::Reverse(item.date()));
    items.truncate(ENTRIES);
    items
}

/// Of notes, newest first, those that a feed can hold.
fn newest(notes: &[NoteIx]) -> &[NoteIx] {
    &notes[..notes.len().min(ENTRIES)]
}

fn entry(sheet: &Sheet<'_>, item: &Item) -> Entry {
    match *item {
        Item::Event(task, event) => of_event(sheet, task, event),
        Item::Note(note, date) => of_note(sheet, note, date),
    }
}

fn of_event(sheet: &Sheet<'_>, ix: TaskIx, event: Event) -> Entry {
    let task = &sheet.model[ix];
    let name = format!("{} {}", task.number, task.title);
    let date = event.date;
    let days = indices_of_day(task, event);
    let (kind, title, summary) = match event.what {
        What::Standing { from, to, why } => {
            let (before, after) = (sheet.label(from.0, from.1), sheet.label(to.0, to.1));
            let day = sheet.short(date);
            let args =
                [("before", (&before).into()), ("after", (&after).into()), ("date", (&day).into())];
            let key = match why {
                Why::Entry(_) => "feed-standing-entry",
                Why::Extension(_) => "feed-standing-extension",
                Why::Happened => "feed-standing-happened",
                Why::Day => "feed-standing-day",
            };
            ("standing", after.clone(), sheet.say(key, &args))
        }
        What::Deadline(n) => {
            let extension = &task.extensions[n];
            let before = (date.pred_opt())
                .and_then(|before| ledger::in_force(task, before))
                .filter(|_| days == 0)
                .map(|due| due.deadline)
                .or_else(|| n.checked_sub(1).map(|n| &task.extensions[n].due))
                .map_or_else(|| sheet.text("feed-no-deadline"), |due| sheet.deadline(due, date));
            let after = sheet.deadline(&extension.due, date);
            let document =
                extension.document.map(|document| sheet.document_name(document).to_owned());
            let args = [
                ("before", (&before).into()),
                ("after", (&after).into()),
                ("document", document.unwrap_or_default().into()),
            ];
            let key = match extension.document {
                Some(_) => "feed-deadline-document",
                None => "feed-deadline",
            };
            ("deadline", sheet.say("feed-deadline-title", &args[1..2]), sheet.say(key, &args))
        }
        What::Report(n) => {
            let state = sheet.state(task, n);
            let text = task.updates[n].text.as_deref().unwrap_or_default();
            let said = if text.is_empty() { state.clone() } else { excerpt(text) };
            ("report", state, said)
        }
    };
    let title =
        sheet.say("feed-entry-title", &[("task_name", (&name).into()), ("what", (&title).into())]);
    let mut id = format!("{}:task:{}:{kind}:{date}", sheet.index.urn, task.id);
    if days > 0 {
        id.push_str(&format!(":{}", days + 1));
    }
    Entry {
        title: plain(&title),
        id,
        updated: midnight(date),
        published: Some(midnight(date)),
        categories: vec![category(sheet, kind)],
        links: vec![link(sheet, "alternate", Route::Task(ix), "text/html")],
        summary: Some(plain(&summary)),
        ..Entry::default()
    }
}

/// How many of the same kind came before on the same day: the second has a name of its own.
fn indices_of_day(task: &crate::model::Task, event: Event) -> usize {
    match event.what {
        What::Standing { .. } => 0,
        What::Deadline(n) => {
            task.extensions[..n].iter().filter(|earlier| earlier.decided == event.date).count()
        }
        What::Report(n) => {
            task.updates[..n].iter().filter(|earlier| earlier.date == event.date).count()
        }
    }
}

fn of_note(sheet: &Sheet<'_>, ix: NoteIx, date: NaiveDate) -> Entry {
    let note = &sheet.model[ix];
    let title = sheet.say("feed-note-title", &[("title", (&note.title).into())]);
    let said = sheet.excerpt(ix, EXCERPT);
    Entry {
        title: plain(&title),
        id: format!("{}:note:{}:note:{date}", sheet.index.urn, note.id),
        updated: midnight(date),
        published: Some(midnight(date)),
        authors: note.author.map(|agency| person(&sheet.model[agency].name)).into_iter().collect(),
        categories: vec![category(sheet, "note")],
        links: vec![link(sheet, "alternate", Route::Note(ix), "text/html")],
        summary: Some(plain(if said.is_empty() { &note.title } else { &said })),
        ..Entry::default()
    }
}

fn category(sheet: &Sheet<'_>, kind: &str) -> Category {
    Category {
        term: kind.to_owned(),
        scheme: Some(format!("{}:event", sheet.index.urn)),
        label: Some(sheet.text(&format!("feed-kind-{kind}"))),
    }
}

/// In full where the site says where it is published, else relative to the feed.
fn link(sheet: &Sheet<'_>, rel: &str, route: Route, kind: &str) -> Link {
    let href = match &sheet.model.settings.base_url {
        Some(base) => match route {
            Route::Overview => base.clone(),
            _ => format!("{base}{}", route.path(sheet.model)),
        },
        None => sheet.to(route),
    };
    Link {
        href,
        rel: rel.to_owned(),
        mime_type: Some(kind.to_owned()),
        hreflang: Some(sheet.tag().to_owned()).filter(|_| kind == "text/html"),
        ..Link::default()
    }
}

fn person(name: &str) -> Person {
    Person { name: writable(name), ..Person::default() }
}

fn plain(text: &str) -> Text {
    Text::plain(writable(text))
}

/// The text without the control characters that XML cannot hold.
fn writable(text: &str) -> String {
    let allowed = |c: char| matches!(c, '\t' | '\n') || !c.is_control();
    let legal = |c: char| allowed(c) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.chars().all(legal) {
        return text.to_owned();
    }
    text.chars().map(|c| if legal(c) { c } else { ' ' }).collect()
}

fn excerpt(text: &str) -> String {
    super::views::cut(text, EXCERPT)
}
