//! Atom feeds of changes, for the whole directive, a priority or an agency.
//!
//! Entries are dated by the day on which the event became known, never by the build; one that
//! happened earlier says so. The id of an entry is made of the directive, the record, the kind of
//! event and that day, so it never changes, whatever is recorded later and wherever the site moves. Restricted records have no entries. This is the only file that knows
//! `atom_syndication`.

use std::cmp::Reverse;
use std::ops::Range;

use atom_syndication::{Category, Entry, Feed, Generator, Link, Person, Text, WriteConfig};
use chrono::{DateTime, FixedOffset, NaiveDate};

use super::context::PageContext;
use super::index::FEED_ENTRIES as ENTRIES;
use super::naming::midnight;
use super::portal::{Piece, path_below};
use super::route::{Route, Scope, published};
use super::text::cut;
use crate::assess::{Event, What, Why, ledger};
use crate::model::{Model, Named, NoteIx, TaskIx};

/// How an entry of a feed begins and ends.
const ENTRY: &str = "<entry>";
const ENTRY_END: &str = "</entry>";
/// Length of a date.
const DAY: usize = "2024-06-30".len();

/// Maximum length of the excerpt of a report or a note, in characters.
const MAX_EXCERPT: usize = 400;

/// Renders the feed file.
pub(super) fn feed(ctx: &PageContext<'_>, scope: Scope) -> Vec<u8> {
    let items = items(ctx, scope);
    let newest = items.first().map_or(ctx.model.directive.date, Item::date);
    let entries = items.iter().map(|item| entry(ctx, item)).collect();
    written(&Feed { entries, ..head(ctx, scope, midnight(newest)) })
}

/// A feed without entries.
fn head(ctx: &PageContext<'_>, scope: Scope, updated: DateTime<FixedOffset>) -> Feed {
    let (settings, directive) = (&ctx.model.settings, &ctx.model.directive);
    let author = (settings.publisher.as_ref()).or(directive.issuer.as_ref());
    let mut links = vec![link(ctx, "alternate", Route::of_scope(scope), "text/html")];
    if settings.base_url.is_some() {
        links.push(link(ctx, "self", ctx.route, "application/atom+xml"));
    }
    let mut subtitle = ctx.count("feed-about", ENTRIES as u64);
    if let Some(notice) = &settings.notice {
        subtitle = format!("{notice} {subtitle}");
    }
    Feed {
        title: plain(&title(ctx, scope)),
        subtitle: Some(plain(&subtitle)),
        id: format!("{}:feed:{}", ctx.index.urn, scope_name(ctx, scope)),
        updated,
        authors: vec![person(author.unwrap_or(&settings.title))],
        generator: Some(Generator { value: "tiendo".into(), ..Generator::default() }),
        rights: settings.licence.as_ref().map(|l| plain(&format!("{} ({})", l.name, l.url))),
        links,
        base: settings.base_url.clone(),
        lang: Some(ctx.tag().to_owned()),
        ..Feed::default()
    }
}

fn written(feed: &Feed) -> Vec<u8> {
    let config = WriteConfig { write_document_declaration: true, indent_size: Some(1) };
    let mut bytes = feed
        .write_with_config(Vec::new(), config)
        .unwrap_or_else(|error| unreachable!("a list of bytes takes whatever is written: {error}"));
    bytes.push(b'\n');
    bytes
}

/// Renders a feed of the latest entries of the feeds of several directives. Each comes with the day
/// of its newest entry and its place among the directives, the newest first: once no entry of the
/// next can be among the latest, the rest are not read.
pub(super) fn merged(
    ctx: &PageContext<'_>,
    scope: Scope,
    pieces: impl Iterator<Item = (NaiveDate, usize, Piece)>,
) -> Vec<u8> {
    let mut read: Vec<Piece> = Vec::new();
    let mut found: Vec<Found> = Vec::new();
    for (newest, place, piece) in pieces {
        let newest = newest.to_string();
        let last = found.last().filter(|_| found.len() == ENTRIES);
        if last.is_some_and(|last| last.rank() > (newest.as_str(), Reverse(place))) {
            break;
        }
        let feed = std::str::from_utf8(&piece.bytes).unwrap_or_default();
        for (at, _) in feed.match_indices(ENTRY) {
            let inside = &feed[at + ENTRY.len()..];
            let Some(end) = inside.find(ENTRY_END) else { continue };
            let day = inside.split_once("<updated>").map_or("", |(_, behind)| behind);
            let range = at..at + ENTRY.len() + end + ENTRY_END.len();
            let day = day.get(..DAY).unwrap_or_default().to_owned();
            found.push(Found { day, place, piece: read.len(), range });
        }
        read.push(piece);
        // The sort is stable: within a day, the order is that of the directives.
        found.sort_by(|a, b| b.rank().cmp(&a.rank()));
        found.truncate(ENTRIES);
    }
    let entries: Vec<Entry> = (found.into_iter())
        .filter_map(|Found { piece, range, .. }| {
            let piece = &read[piece];
            // Its text was found to be UTF-8.
            let text = String::from_utf8_lossy(&piece.bytes[range]);
            let feed = format!("<feed xmlns=\"http://www.w3.org/2005/Atom\">{text}</feed>");
            let entry = Feed::read_from(feed.as_bytes()).ok()?.entries.pop()?;
            Some(of_directive(piece, entry))
        })
        .collect();
    let newest = entries.first().map_or_else(|| midnight(ctx.as_of()), |entry| entry.updated);
    written(&Feed { entries, ..head(ctx, scope, newest) })
}

/// An entry of the feed of a directive.
struct Found {
    day: String,
    /// The place of the directive among all.
    place: usize,
    /// The feed that was read, and where in it.
    piece: usize,
    range: Range<usize>,
}

impl Found {
    /// What comes first has the higher rank.
    fn rank(&self) -> (&str, Reverse<usize>) {
        (&self.day, Reverse(self.place))
    }
}

/// The day of the newest entry of a feed.
pub(super) fn newest_day(ctx: &PageContext<'_>, scope: Scope) -> Option<NaiveDate> {
    items(ctx, scope).first().map(Item::date)
}

/// An entry of the feed of a directive, in the feed of its portal.
fn of_directive(piece: &Piece, mut entry: Entry) -> Entry {
    entry.title = plain(&format!("{}: {}", piece.number, entry.title.value));
    for link in &mut entry.links {
        // An address within the directive's site is relative to a folder in it.
        if let Some(path) = link.href.strip_prefix("../") {
            link.href = format!("../{}", path_below(&piece.directive, path));
        }
    }
    entry
}

/// The title of a feed. The page that links to the feed uses it as well.
pub(super) fn title(ctx: &PageContext<'_>, scope: Scope) -> String {
    let model = ctx.model;
    let site = &model.settings.title;
    match scope {
        Scope::All => ctx.say("feed-title", &[("site", site.into())]),
        Scope::Priority(ix) => {
            let name = ctx.priority_title(ix);
            ctx.say("feed-title-of", &[("site", site.into()), ("name", (&name).into())])
        }
        Scope::Agency(ix) => {
            ctx.say("feed-title-of", &[("site", site.into()), ("name", (&model[ix].name).into())])
        }
    }
}

/// The part of a feed's or calendar's title that names its scope.
pub(super) fn scope_name(ctx: &PageContext<'_>, scope: Scope) -> String {
    match scope {
        Scope::All => "all".to_owned(),
        Scope::Priority(ix) => format!("priority:{}", ctx.model[ix].id),
        Scope::Agency(ix) => format!("agency:{}", ctx.model[ix].id),
    }
}

/// The subject of an entry.
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

/// The latest events and notes, newest first. Within a day, events precede notes and follow the
/// order of tasks.
fn items(ctx: &PageContext<'_>, scope: Scope) -> Vec<Item> {
    let (model, index) = (ctx.model, ctx.index);
    let tasks: Vec<TaskIx> = match scope {
        Scope::All => model.tasks().map(|(ix, _)| ix).collect(),
        Scope::Priority(ix) => model[ix].tasks.clone(),
        Scope::Agency(ix) => ctx.assessment[ix].tasks.clone(),
    };
    let tasks: Vec<TaskIx> = tasks.into_iter().filter(|ix| !model[*ix].restricted).collect();
    let notes: Vec<NoteIx> = match scope {
        Scope::All => newest(model, &index.notes),
        Scope::Priority(ix) => newest(model, &index.notes_of_priority[ix.0]),
        Scope::Agency(ix) => {
            let about = tasks.iter().flat_map(|task| newest(model, &index.notes_of_task[task.0]));
            let by = newest(model, &index.notes_of_agency[ix.0]);
            let mut notes: Vec<NoteIx> = about.chain(by).collect();
            notes.sort_unstable();
            notes.dedup();
            newest(model, &notes)
        }
    };
    let events = tasks
        .iter()
        .flat_map(|ix| index.events(model, ctx.as_of(), *ix).iter().map(|e| Item::Event(*ix, *e)));
    let notes = notes.iter().map(|ix| Item::Note(*ix, model[*ix].recorded));
    let mut items: Vec<Item> = events.chain(notes).collect();
    if items.len() > ENTRIES {
        // Items older than the last one in the feed need not be sorted.
        let mut dates: Vec<NaiveDate> = items.iter().map(Item::date).collect();
        let last = *dates.select_nth_unstable_by(ENTRIES - 1, |a, b| b.cmp(a)).1;
        items.retain(|item| item.date() >= last);
    }
    // The sort is stable and keeps the order within a day.
    items.sort_by_key(|item| Reverse(item.date()));
    items.truncate(ENTRIES);
    items
}

/// The notes of a list that became known last, as many as a feed can hold. The list is in the
/// order of the notes' dates, newest first.
fn newest(model: &Model, notes: &[NoteIx]) -> Vec<NoteIx> {
    let mut notes = notes.to_vec();
    notes.sort_by_key(|note| Reverse(model[*note].recorded));
    notes.truncate(ENTRIES);
    notes
}

fn entry(ctx: &PageContext<'_>, item: &Item) -> Entry {
    match *item {
        Item::Event(task, event) => of_event(ctx, task, event),
        Item::Note(note, date) => of_note(ctx, note, date),
    }
}

fn of_event(ctx: &PageContext<'_>, ix: TaskIx, event: Event) -> Entry {
    let task = &ctx.model[ix];
    let name = ctx.task_title(ix);
    let date = event.date;
    let days = indices_of_day(task, event);
    let (kind, title, summary) = match event.what {
        What::Added => {
            let text = ctx.text("feed-added");
            let by = task.added.and_then(|added| added.document);
            let said = by.map_or_else(
                || text.clone(),
                |by| ctx.say("feed-added-by", &[("document", ctx.document_name(by).into())]),
            );
            ("added", text, said)
        }
        What::Standing { from, to, why } => {
            let (before, after) = (ctx.label(from.0, from.1), ctx.label(to.0, to.1));
            let day = ctx.short(date);
            let args =
                [("before", (&before).into()), ("after", (&after).into()), ("date", (&day).into())];
            let key = match why {
                Why::Entry(_) => "feed-standing-entry",
                Why::Extension(_) => "feed-standing-extension",
                Why::Correction(_) => "feed-standing-correction",
                Why::Happened => "feed-standing-happened",
                Why::Day => "feed-standing-day",
            };
            ("standing", after.clone(), ctx.say(key, &args))
        }
        What::Handover(n) => {
            let handover = &task.handovers[n];
            let names: Vec<&str> =
                handover.leads.iter().map(|agency| ctx.model[*agency].name.as_str()).collect();
            let said = late(ctx, ctx.handover(ctx.model, task, n), handover.date, date);
            let names = names.join(", ");
            let args = [("agencies", (&names).into())];
            ("handover", ctx.say("feed-handover-title", &args), said)
        }
        What::Level { target, level, standing } => {
            let (goal, reach) = (&task.targets[target], ctx.reach(&standing));
            let bound = ctx.bound(&goal.levels[level].bound, goal.unit.as_deref());
            let args = [
                ("title", (&goal.title).into()),
                ("bound", (&bound).into()),
                ("reach", (&reach).into()),
            ];
            ("level", ctx.say("feed-level-title", &args), ctx.say("feed-level", &args))
        }
        What::Deadline(n) if !task.extensions[n].parts.is_empty() => {
            let extension = &task.extensions[n];
            let parts = Named::These(extension.parts.clone());
            let parts = ctx.named(ctx.model, task, &parts).unwrap_or_default();
            let after = ctx.deadline(&extension.due, date);
            let document = extension.document.map(|document| ctx.document_name(document));
            let args = [
                ("parts", (&parts).into()),
                ("after", (&after).into()),
                ("document", document.unwrap_or_default().into()),
            ];
            let key = match document {
                Some(_) => "feed-part-deadline-document",
                None => "feed-part-deadline",
            };
            let said = late(ctx, ctx.say(key, &args), extension.decided, date);
            ("deadline", ctx.say("feed-part-deadline-title", &args[..2]), said)
        }
        What::Deadline(n) => {
            let extension = &task.extensions[n];
            let before = (date.pred_opt())
                .and_then(|before| ledger::in_force(task, before))
                .filter(|_| days == 0)
                .map(|due| due.deadline)
                .or_else(|| n.checked_sub(1).map(|n| &task.extensions[n].due))
                .map_or_else(|| ctx.text("feed-no-deadline"), |due| ctx.deadline(due, date));
            let after = ctx.deadline(&extension.due, date);
            let document =
                extension.document.map(|document| ctx.document_name(document).to_owned());
            let args = [
                ("before", (&before).into()),
                ("after", (&after).into()),
                ("document", document.unwrap_or_default().into()),
            ];
            let key = match extension.document {
                Some(_) => "feed-deadline-document",
                None => "feed-deadline",
            };
            let said = late(ctx, ctx.say(key, &args), extension.decided, date);
            ("deadline", ctx.say("feed-deadline-title", &args[1..2]), said)
        }
        What::Report(n) => {
            let state = ctx.entry(ctx.model, task, n);
            let text = task.updates[n].text.as_deref().unwrap_or_default();
            let said = if text.is_empty() { state.clone() } else { excerpt(text) };
            ("report", state, late(ctx, said, task.updates[n].date, date))
        }
        What::Correction(n) => {
            let correction = &task.corrections[n];
            let what = ctx.corrected(ctx.model, &correction.was);
            let said = ctx.correction(ctx.model, correction);
            ("correction", ctx.say("feed-correction-title", &[("what", what.into())]), said)
        }
    };
    let title =
        ctx.say("feed-entry-title", &[("task_name", (&name).into()), ("what", (&title).into())]);
    let mut id = format!("{}:task:{}:{kind}:{date}", ctx.index.urn, task.id);
    if days > 0 {
        id.push_str(&format!(":{}", days + 1));
    }
    Entry {
        title: plain(&title),
        id,
        updated: midnight(date),
        published: Some(midnight(date)),
        categories: vec![category(ctx, kind)],
        links: vec![link(ctx, "alternate", Route::Task(ix), "text/html")],
        summary: Some(plain(&summary)),
        ..Entry::default()
    }
}

/// Adds the day on which something happened, if it became known on a later one.
fn late(ctx: &PageContext<'_>, said: String, happened: NaiveDate, known: NaiveDate) -> String {
    if happened == known {
        return said;
    }
    let args = [
        ("said", said.into()),
        ("happened", ctx.short(happened).into()),
        ("recorded", ctx.short(known).into()),
    ];
    ctx.say("feed-late", &args)
}

/// Counts the events of the same kind and day that stand before this one in the file, because each
/// of them needs an id of its own.
fn indices_of_day(task: &crate::model::Task, event: Event) -> usize {
    let on = event.date;
    match event.what {
        What::Standing { .. } | What::Added => 0,
        What::Handover(n) => {
            let place = task.handovers[n].place;
            task.handovers.iter().filter(|h| h.recorded == on && h.place < place).count()
        }
        What::Level { target, level, .. } => {
            task.targets[..target].iter().map(|target| target.levels.len()).sum::<usize>() + level
        }
        What::Deadline(n) => {
            let place = task.extensions[n].place;
            task.extensions.iter().filter(|e| e.recorded == on && e.place < place).count()
        }
        What::Report(n) => {
            let place = task.updates[n].place;
            task.updates.iter().filter(|u| u.recorded == on && u.place < place).count()
        }
        What::Correction(n) => task.corrections[..n].iter().filter(|c| c.recorded == on).count(),
    }
}

fn of_note(ctx: &PageContext<'_>, ix: NoteIx, date: NaiveDate) -> Entry {
    let note = &ctx.model[ix];
    let title = ctx.say("feed-note-title", &[("title", (&note.title).into())]);
    let mut said = ctx.excerpt(ix, MAX_EXCERPT);
    if said.is_empty() {
        said.clone_from(&note.title);
    }
    Entry {
        title: plain(&title),
        id: format!("{}:note:{}:note:{date}", ctx.index.urn, note.id),
        updated: midnight(date),
        published: Some(midnight(date)),
        authors: note.author.map(|agency| person(&ctx.model[agency].name)).into_iter().collect(),
        categories: vec![category(ctx, "note")],
        links: vec![link(ctx, "alternate", Route::Note(ix), "text/html")],
        summary: Some(plain(&late(ctx, said, note.date, date))),
        ..Entry::default()
    }
}

fn category(ctx: &PageContext<'_>, kind: &str) -> Category {
    Category {
        term: kind.to_owned(),
        scheme: Some(format!("{}:event", ctx.index.urn)),
        label: Some(ctx.text(&format!("feed-kind-{kind}"))),
    }
}

/// A link to a file: absolute if the site's address is known, else relative to the feed.
fn link(ctx: &PageContext<'_>, rel: &str, route: Route, kind: &str) -> Link {
    let href = match &ctx.model.settings.base_url {
        Some(base) => published(base, &route.path(ctx.model)),
        None => ctx.to(route),
    };
    Link {
        href,
        rel: rel.to_owned(),
        mime_type: Some(kind.to_owned()),
        hreflang: Some(ctx.tag().to_owned()).filter(|_| kind == "text/html"),
        ..Link::default()
    }
}

fn person(name: &str) -> Person {
    Person { name: writable(name), ..Person::default() }
}

fn plain(text: &str) -> Text {
    Text::plain(writable(text))
}

/// Removes the control characters that XML cannot represent.
fn writable(text: &str) -> String {
    let allowed = |c: char| matches!(c, '\t' | '\n') || !c.is_control();
    let legal = |c: char| allowed(c) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.chars().all(legal) {
        return text.to_owned();
    }
    text.chars().map(|c| if legal(c) { c } else { ' ' }).collect()
}

fn excerpt(text: &str) -> String {
    cut(text, MAX_EXCERPT)
}
