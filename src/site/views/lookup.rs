//! Everything that has a name, by its first letter, in the order of the Vietnamese alphabet.

use serde::Serialize;

use super::pieces::{Pager, page_of};
use crate::model::TaskIx;
use crate::site::index::{NAMES_A_PAGE, Named};
use crate::site::route::Route;
use crate::site::sheet::Sheet;
use crate::vietnamese;

#[derive(Serialize)]
pub(super) struct View {
    search: String,
    /// All letters that occur, wherever they stand.
    letters: Vec<Letter>,
    groups: Vec<Group>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Letter {
    letter: String,
    href: String,
}

/// What begins with one letter, on this page.
#[derive(Serialize)]
struct Group {
    letter: String,
    anchor: String,
    /// The letter began on the page before.
    goes_on: bool,
    names: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    href: String,
    name: String,
    /// The kind, with the number or symbol.
    what: String,
}

pub(super) fn view(sheet: &Sheet<'_>, page: usize) -> View {
    let all = sheet.index.lookup(sheet.model);
    let letter = |named: &Named| Initial::of(named.name(sheet.model));
    let mut letters: Vec<Letter> = Vec::new();
    let mut last = None;
    for (n, named) in all.iter().enumerate() {
        let initial = letter(named);
        if last != Some(initial) {
            last = Some(initial);
            let to = sheet.to(Route::Lookup(n / NAMES_A_PAGE + 1));
            letters.push(Letter {
                letter: initial.label(sheet),
                href: format!("{to}#{}", initial.anchor()),
            });
        }
    }
    let shown = page_of(all, page, NAMES_A_PAGE);
    let before = (page > 1).then(|| all.get((page - 1) * NAMES_A_PAGE - 1)).flatten().map(letter);
    let groups = shown.chunk_by(|a, b| letter(a) == letter(b)).map(|names| {
        let initial = letter(&names[0]);
        Group {
            letter: initial.label(sheet),
            anchor: initial.anchor(),
            goes_on: before == Some(initial) && std::ptr::eq(names, &shown[..names.len()]),
            names: names.iter().map(|named| Entry::of(sheet, *named)).collect(),
        }
    });
    View {
        search: sheet.to(Route::Search),
        letters,
        groups: groups.collect(),
        pager: Pager::of(sheet, page, sheet.index.lookup_pages(sheet.model), Route::Lookup),
    }
}

/// Under what a name stands.
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

    fn label(self, sheet: &Sheet<'_>) -> String {
        match self {
            Initial::Neither => sheet.text("lookup-others"),
            Initial::Digit => "0–9".into(),
            Initial::Letter(letter) => letter.to_string(),
        }
    }

    /// Ă, Â and A need different anchors, and all of them ASCII.
    fn anchor(self) -> String {
        match self {
            Initial::Neither => "khac".into(),
            Initial::Digit => "so".into(),
            Initial::Letter(letter) => format!("chu-{:x}", u32::from(letter)),
        }
    }
}

impl Entry {
    fn of(sheet: &Sheet<'_>, named: Named) -> Self {
        let model = sheet.model;
        let with = |kind: &str, aside: Option<&str>| match aside {
            Some(aside) => format!("{} {aside}", sheet.text(kind)),
            None => sheet.text(kind),
        };
        let (href, what) = match named {
            Named::Priority(ix) => {
                (Some(sheet.to_priority(ix)), sheet.priority_name(&model[ix].number))
            }
            Named::Task(ix) => (Some(sheet.to_task(ix)), task_name(sheet, ix)),
            Named::Agency(ix) => {
                (sheet.to_agency(ix), with("search-kind-agency", model[ix].short.as_deref()))
            }
            Named::Place(ix) => (
                sheet.to_place(ix),
                model[ix].kind.clone().unwrap_or_else(|| sheet.text("search-kind-place")),
            ),
            Named::Document(ix) => {
                (sheet.to_document(ix), with("search-kind-document", model[ix].symbol.as_deref()))
            }
        };
        Entry { href: href.unwrap_or_default(), name: named.name(model).to_owned(), what }
    }
}

fn task_name(sheet: &Sheet<'_>, ix: TaskIx) -> String {
    sheet.say("task-name", &[("number", (&sheet.model[ix].number).into())])
}
