//! The page at an old address: what was there, why it was removed, and its successor.

use serde::Serialize;

use super::components::Link;
use super::frame;
use super::heading::Heading;
use crate::model::moved::Successor;
use crate::model::{Former, Id, Moved};
use crate::site::context::PageContext;
use crate::site::former;
use crate::site::pages::HOME;
use crate::site::portal::{Card, below, path_below};
use crate::site::render::{Engine, Rendered};
use crate::site::route::{OldPage, Route, published};
use crate::site::text::lines;

#[derive(Serialize)]
struct View {
    item: Item,
    all: Link,
}

/// A removed record: what it was, why it was removed, and its successor.
#[derive(Serialize)]
pub(super) struct Item {
    title: String,
    address: Option<String>,
    since: String,
    reason: Vec<String>,
    document: Option<Link>,
    to: Option<Link>,
}

/// Renders the page at an old address.
pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, old: OldPage) -> Rendered {
    let moved = &ctx.model.moved[old.moved];
    let mut item = Item::of(ctx, moved);
    if let (Former::Site(_) | Former::Directive(..), Some(Successor::Directive(id))) =
        (&moved.was, &moved.to)
    {
        // The page at the same path in the site of the directive.
        let path = Route::Former(old).path(ctx.model);
        item.to = Some(directive(ctx, id, below(&path).map_or(&*path, |(_, path)| path)));
    }
    if former::is_fragment(&Route::Former(old).path(ctx.model)) {
        // A fragment is shown on another website, so it has no links of its own.
        let to = item.to.map(|to| Link::plain(to.text));
        return engine.fill("former_fragment.html", &(), &Item { document: None, to, ..item });
    }
    let heading = Heading::new(ctx, moved.title.clone());
    let heading = heading.in_list(ctx, Route::FormerList, "former-title");
    let heading = Heading { canonical: canonical(ctx, moved), ..heading };
    let all = Link::new(ctx.to(Route::FormerList), ctx.text("former-all"));
    frame::fill(engine, ctx, "former.html", heading, &View { item, all })
}

impl Item {
    pub(super) fn of(ctx: &PageContext<'_>, moved: &Moved) -> Self {
        let day = ctx.short(moved.date);
        let args = [("date", (&day).into())];
        Item {
            title: moved.title.clone(),
            address: match &moved.was {
                Former::AsOf(_) | Former::Site(_) => None,
                Former::Address(path) => Some(path.clone()),
                was => former::pages(was).into_iter().next(),
            },
            since: ctx.say("former-since", &args),
            reason: lines(&moved.reason),
            document: moved.document.map(|document| Link::document(ctx, document)),
            to: moved.to.as_ref().map(|to| successor(ctx, to)),
        }
    }
}

/// The link to a successor, or its name alone if it has no page.
fn successor(ctx: &PageContext<'_>, to: &Successor) -> Link {
    let model = ctx.model;
    match to {
        Successor::Task(ix) => Link::task(ctx, *ix),
        Successor::Priority(ix) => Link::priority(ctx, *ix),
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
        Successor::Directive(id) => directive(ctx, id, HOME),
        Successor::Outside(url) => Link { external: true, ..Link::new(url.clone(), url.clone()) },
    }
}

/// The link to a page of a directive of the portal, or its id alone if it does not exist yet.
fn directive(ctx: &PageContext<'_>, id: &Id, path: &str) -> Link {
    let card = ctx.portal.and_then(|portal| portal.cards().find(|card| card.id == id.as_str()));
    let link = |card: &Card| Link::new(ctx.to_path(&card.path(path)), card.name.clone());
    card.map_or_else(|| Link::plain(id.as_str()), link)
}

/// The absolute address of the successor, for search engines.
fn canonical(ctx: &PageContext<'_>, moved: &Moved) -> Option<String> {
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
        Successor::Directive(id) => return Some(published(base, &path_below(id.as_str(), HOME))),
    };
    Some(published(base, &route.path(ctx.model)))
}
