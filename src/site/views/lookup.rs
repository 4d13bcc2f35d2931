//! The alphabetical index of all names, in the order of the Vietnamese alphabet.

use serde::Serialize;

use super::components::{Pager, page_of};
use super::frame;
use super::heading::Heading;
use crate::model::TaskIx;
use crate::site::context::PageContext;
use crate::site::index::{NAMES_PER_PAGE, Named};
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::vietnamese;

#[derive(Serialize)]
struct View {
    search: String,
    /// All letters that occur, on any page.
    letters: Vec<Letter>,
    groups: Vec<Group>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Letter {
    letter: String,
    href: String,
}

/// The names with one initial on this page.
#[derive(Serialize)]
struct Group {
    letter: String,
    anchor: String,
    /// Whether the letter began on the previous page.
    goes_on: bool,
    names: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    href: String,
    name: String,
    /// The kind of record, with its number or symbol.
    what: String,
}

pub(super) fn heading(ctx: &PageContext<'_>, page: usize) -> Heading {
    Heading::list(ctx, "lookup-title", page)
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, page: usize) -> Rendered {
    frame::fill(engine, ctx, "lookup.html", heading(ctx, page), &view(ctx, page))
}

fn view(ctx: &PageContext<'_>, page: usize) -> View {
    let all = ctx.index.lookup(ctx.model);
    let letter = |named: &Named| Initial::of(named.name(ctx.model));
    let mut letters: Vec<Letter> = Vec::new();
    let mut last = None;
    for (n, named) in all.iter().enumerate() {
        let initial = letter(named);
        if last != Some(initial) {
            last = Some(initial);
            let to = ctx.to(Route::Lookup(n / NAMES_PER_PAGE + 1));
            letters.push(Letter {
                letter: initial.label(ctx),
                href: format!("{to}#{}", initial.anchor()),
            });
        }
    }
    let shown = page_of(all, page, NAMES_PER_PAGE);
    let before = (page > 1).then(|| all.get((page - 1) * NAMES_PER_PAGE - 1)).flatten().map(letter);
    let groups = shown.chunk_by(|a, b| letter(a) == letter(b)).map(|names| {
        let initial = letter(&names[0]);
        Group {
            letter: initial.label(ctx),
            anchor: initial.anchor(),
            goes_on: before == Some(initial) && std::ptr::eq(names, &shown[..names.len()]),
            names: names.iter().map(|named| Entry::of(ctx, *named)).collect(),
        }
    });
    View {
        search: ctx.to(Route::Search),
        letters,
        groups: groups.collect(),
        pager: Pager::of(ctx, page, ctx.index.lookup_pages(ctx.model), Route::Lookup),
    }
}

/// The heading under which a name is listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Initial {
    Neither,
    Digit,
    Letter(char),
}

impl Initial {
    fn of(name: &str) -> Self {
        match vietnamese::initial(name) {
            None => Initial::Neither,
            Some(c) if c.is_numeric() => Initial::Digit,
            Some(c) => Initial::Letter(c),
        }
    }

    fn label(self, ctx: &PageContext<'_>) -> String {
        match self {
            Initial::Neither => ctx.text("lookup-others"),
            Initial::Digit => "0–9".into(),
            Initial::Letter(letter) => letter.to_string(),
        }
    }

    /// The anchor of the heading. It is ASCII and differs for Ă, Â and A.
    fn anchor(self) -> String {
        match self {
            Initial::Neither => "khac".into(),
            Initial::Digit => "so".into(),
            Initial::Letter(letter) => format!("chu-{:x}", u32::from(letter)),
        }
    }
}

impl Entry {
    fn of(ctx: &PageContext<'_>, named: Named) -> Self {
        let model = ctx.model;
        let with = |kind: &str, aside: Option<&str>| match aside {
            Some(aside) => format!("{} {aside}", ctx.text(kind)),
            None => ctx.text(kind),
        };
        let (href, what) = match named {
            Named::Priority(ix) => {
                (Some(ctx.to_priority(ix)), ctx.priority_name(&model[ix].number))
            }
            Named::Task(ix) => (Some(ctx.to_task(ix)), task_name(ctx, ix)),
            Named::Agency(ix) => {
                (ctx.to_agency(ix), with("search-kind-agency", model[ix].short.as_deref()))
            }
            Named::Place(ix) => (
                ctx.to_place(ix),
                model[ix].kind.clone().unwrap_or_else(|| ctx.text("search-kind-place")),
            ),
            Named::Document(ix) => {
                (ctx.to_document(ix), with("search-kind-document", model[ix].symbol.as_deref()))
            }
        };
        Entry { href: href.unwrap_or_default(), name: named.name(model).to_owned(), what }
    }
}

fn task_name(ctx: &PageContext<'_>, ix: TaskIx) -> String {
    ctx.say("task-name", &[("number", (&ctx.model[ix].number).into())])
}
