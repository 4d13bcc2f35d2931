//! Something that was published and is gone: where it stood, and all of them in one list.

use serde::Serialize;

use super::pieces::Link;
use crate::model::moved::Successor;
use crate::model::{Amended, Amendment, Moved, TaskIx};
use crate::site::former;
use crate::site::render::{Engine, RenderError};
use crate::site::route::Route;
use crate::site::context::PageContext;

#[derive(Serialize)]
pub(super) struct View {
    item: Item,
    all: Link,
}

#[derive(Serialize)]
pub(super) struct List {
    items: Vec<Item>,
}

/// What was there, why it is not, where readers go now.
#[derive(Serialize)]
struct Item {
    title: String,
    address: Option<String>,
    since: String,
    reason: String,
    document: Option<Link>,
    to: Option<Link>,
}

/// A published fact that is no longer told.
#[derive(Serialize)]
pub(super) struct Correction {
    date: String,
    what: String,
    reason: String,
    document: Option<Link>,
}

/// The bytes of the page at an old address.
pub(super) fn render(
    engine: &Engine,
    ctx: &PageContext<'_>,
    n: usize,
    page: usize,
) -> Result<Vec<u8>, RenderError> {
    let moved = &ctx.model.moved[n];
    let path = former::pages(&moved.was).into_iter().nth(page).unwrap_or_default();
    if former::is_fragment(&path) {
        // What is put into somebody else's page has no links of its own.
        let mut item = item(ctx, moved);
        (item.document, item.to) = (None, item.to.map(|to| Link::plain(to.text)));
        return engine.fill("former_fragment.html", &(), &item);
    }
    let all = Link::new(ctx.to(Route::FormerList), ctx.text("former-all"));
    super::fill(engine, "former.html", ctx, &View { item: item(ctx, moved), all })
}

pub(super) fn list(ctx: &PageContext<'_>) -> List {
    let mut moved: Vec<&Moved> = ctx.model.moved.iter().collect();
    moved.sort_by_key(|moved| std::cmp::Reverse(moved.date));
    List { items: moved.into_iter().map(|moved| item(ctx, moved)).collect() }
}

/// What of a task was published wrongly and has been put right, newest first.
pub(super) fn corrections(ctx: &PageContext<'_>, task: TaskIx) -> Vec<Correction> {
    let mut all: Vec<&Amendment> = ctx.model[task].corrections.iter().collect();
    all.sort_by_key(|correction| std::cmp::Reverse(correction.date));
    let show = |correction: &Amendment| {
        let was = match &correction.was {
            Amended::Deadline(day) | Amended::Entry(day) | Amended::Done(day) => ctx.short(*day),
            Amended::Evidence(id) => {
                let known = ctx.index.document(id.as_str());
                known.map_or_else(|| id.to_string(), |ix| ctx.document_name(ix).to_owned())
            }
        };
        let key = format!("correction-{}", correction.was.name());
        Correction {
            date: ctx.short(correction.date),
            what: ctx.say(&key, &[("was", (&was).into())]),
            reason: correction.reason.clone(),
            document: correction.document.map(|document| Link::document(ctx, document)),
        }
    };
    all.into_iter().map(show).collect()
}

fn item(ctx: &PageContext<'_>, moved: &Moved) -> Item {
    let day = ctx.short(moved.date);
    let args = [("date", (&day).into())];
    Item {
        title: moved.title.clone(),
        address: match &moved.was {
            crate::model::Former::AsOf(_) => None,
            crate::model::Former::Address(path) => Some(path.clone()),
            was => former::pages(was).into_iter().next(),
        },
        since: ctx.say("former-since", &args),
        reason: moved.reason.clone(),
        document: moved.document.map(|document| Link::document(ctx, document)),
        to: moved.to.as_ref().map(|to| successor(ctx, to)),
    }
}

/// The way to what takes its place; the name alone where that has no page.
fn successor(ctx: &PageContext<'_>, to: &Successor) -> Link {
    let model = ctx.model;
    match to {
        Successor::Task(ix) => {
            let task = &model[*ix];
            Link::new(ctx.to_task(*ix), format!("{} {}", task.number, task.title))
        }
        Successor::Priority(ix) => {
            let name = ctx.priority_name(&model[*ix].number);
            Link::new(ctx.to_priority(*ix), format!("{name}. {}", model[*ix].title))
        }
        Successor::Note(ix) => {
            let title = model[*ix].title.clone();
            let href = ctx.index.note(model[*ix].id.as_str()).map(|ix| ctx.to_note(ix));
            Link { href, text: title, ..Link::default() }
        }
        Successor::Agency(ix) => Link::agency(ctx, *ix),
        Successor::Place(ix) => {
            let text = model[*ix].name.clone();
            Link { href: ctx.to_place(*ix), text, ..Link::default() }
        }
        Successor::Document(ix) => Link::document(ctx, *ix),
        Successor::Address(path) => Link::new(ctx.to_path(path), path.clone()),
        Successor::Outside(url) => Link { external: true, ..Link::new(url.clone(), url.clone()) },
    }
}

/// The full address of what takes the place of the page, for search engines.
pub(super) fn canonical(ctx: &PageContext<'_>, moved: &Moved) -> Option<String> {
    let base = ctx.model.settings.base_url.as_deref()?;
    let route = match moved.to.as_ref()? {
        Successor::Task(ix) => Route::Task(*ix),
        Successor::Priority(ix) => Route::Priority(*ix),
        Successor::Note(ix) => Route::Note(*ix),
        Successor::Agency(ix) => Route::Agency(*ix),
        Successor::Place(ix) => Route::Place(*ix),
        Successor::Document(ix) => Route::Documents(ctx.index.page_of(*ix)?),
        Successor::Address(path) => return Some(format!("{base}{path}")),
        Successor::Outside(url) => return Some(url.clone()),
    };
    Some(format!("{base}{}", route.path(ctx.model)))
}
