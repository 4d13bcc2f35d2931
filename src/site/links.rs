//! Checks that every internal link and anchor holds, page by page while the site is written.
//!
//! It keeps the paths and the links to them, not the pages: its size goes with the number of
//! different links, never with the bytes of the site.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use memchr::{memchr, memchr_iter, memchr2};

use super::table::Table;

/// Collects what the pages offer and what they link to.
#[derive(Debug, Default)]
pub struct LinkCheck {
    seen: Mutex<Seen>,
}

/// A link that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BrokenLink {
    /// A page that holds it.
    pub page: String,
    /// The file of the site that it leads to.
    pub target: String,
    /// The anchor in that file, if it names one.
    pub anchor: Option<String>,
}

#[derive(Debug, Default)]
struct Seen {
    /// The files, each with the numbers of its ids.
    files: BTreeMap<String, Box<[u32]>>,
    /// A number for each text that is an id somewhere.
    ids: Table<Box<str>, u32>,
    /// By folder of the pages, the links as they are written, each with the first page that was
    /// seen to hold it: within a folder the same text leads to the same file.
    links: BTreeMap<Box<str>, Table<Box<str>, String>>,
    /// Anchors that pages name on themselves and do not have: page and anchor.
    missing: BTreeSet<(String, String)>,
}

impl Seen {
    fn number(&mut self, id: &str) -> u32 {
        if let Some(number) = self.ids.get(id) {
            return *number;
        }
        let number = self.ids.len() as u32;
        self.ids.insert(id.into(), number);
        number
    }

    fn holds(&self, target: &str, anchor: Option<&str>) -> bool {
        let Some(ids) = self.files.get(target) else { return false };
        anchor.is_none_or(|anchor| self.ids.get(anchor).is_some_and(|id| ids.contains(id)))
    }
}

impl LinkCheck {
    /// Nothing seen yet.
    pub fn new() -> Self {
        LinkCheck::default()
    }

    /// A file of the site; of HTML pages the ids and links are collected.
    pub fn page(&self, path: &str, bytes: &[u8]) {
        let mut ids = Vec::new();
        let mut links = Vec::new();
        let mut own = Vec::new();
        if path.ends_with(".html") {
            for (name, value) in attributes(bytes) {
                let Ok(value) = std::str::from_utf8(value) else { continue };
                match (name, value.strip_prefix('#')) {
                    (Attribute::Id, _) => ids.push(decoded(value)),
                    (Attribute::Link, Some("")) => {}
                    (Attribute::Link, Some(_)) => own.push(decoded(value)),
                    (Attribute::Link, None) => links.push(value),
                }
            }
        }
        own.retain(|anchor| !ids.iter().any(|id| **id == anchor[1..]));
        let folder = path.rfind('/').map_or("", |at| &path[..=at]);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let of_folder = match seen.links.get_mut(folder) {
            Some(of_folder) => of_folder,
            None => seen.links.entry(folder.into()).or_default(),
        };
        for link in links {
            match of_folder.get_mut(link) {
                Some(first) => keep_first(first, path),
                None => drop(of_folder.insert(link.into(), path.to_owned())),
            }
        }
        let ids = ids.iter().map(|id| seen.number(id)).collect();
        seen.missing.extend(own.iter().map(|anchor| (path.to_owned(), anchor[1..].to_owned())));
        seen.files.insert(path.to_owned(), ids);
    }

    /// What leads nowhere, now that all files were seen; in order.
    pub fn finish(self) -> Vec<BrokenLink> {
        let mut seen = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        let own = std::mem::take(&mut seen.missing).into_iter();
        let mut broken: BTreeMap<(String, Option<String>), String> =
            own.map(|(page, anchor)| ((page.clone(), Some(anchor)), page)).collect();
        for (link, page) in seen.links.values().flatten() {
            if let Some((target, anchor)) = target(page, &decoded(link))
                && !seen.holds(&target, anchor.as_deref())
            {
                keep_first(broken.entry((target, anchor)).or_default(), page);
            }
        }
        let mut broken: Vec<BrokenLink> = broken
            .into_iter()
            .map(|((target, anchor), page)| BrokenLink { page, target, anchor })
            .collect();
        broken.sort();
        broken
    }
}

/// Of all pages with a link the first by path is named, whatever the order in which they came.
fn keep_first(place: &mut String, page: &str) {
    if place.is_empty() || page < place.as_str() {
        page.clone_into(place);
    }
}

/// What an attribute is to the check.
#[derive(Clone, Copy, Debug)]
enum Attribute {
    Id,
    Link,
}

/// The values of `id`, `href` and `src` inside tags. Our pages write attributes in double quotes
/// and escape quotes and angle brackets in text.
fn attributes(text: &[u8]) -> impl Iterator<Item = (Attribute, &[u8])> {
    let tags = memchr_iter(b'<', text)
        .map(|at| &text[at + 1..])
        .filter(|tag| tag.first().is_some_and(u8::is_ascii_alphabetic));
    tags.flat_map(|tag| {
        let mut rest = tag;
        std::iter::from_fn(move || {
            loop {
                let quote = memchr2(b'"', b'>', rest).filter(|at| rest[*at] == b'"')?;
                let (before, after) = rest.split_at(quote);
                let after = &after[1..];
                let end = memchr(b'"', after)?;
                rest = &after[end + 1..];
                let attribute = match before {
                    [.., b' ' | b'\n', b'i', b'd', b'='] => Attribute::Id,
                    [.., b' ' | b'\n', b's', b'r', b'c', b'=']
                    | [.., b' ' | b'\n', b'h', b'r', b'e', b'f', b'='] => Attribute::Link,
                    _ => continue,
                };
                return Some((attribute, &after[..end]));
            }
        })
    })
}

fn decoded(value: &str) -> Cow<'_, str> {
    if memchr(b'&', value.as_bytes()).is_none() {
        return Cow::Borrowed(value);
    }
    let text = value.replace("&quot;", "\"").replace("&#39;", "'").replace("&#x27;", "'");
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&#x2F;", "/");
    Cow::Owned(text.replace("&amp;", "&"))
}

/// The file and anchor that a link leads to; none if it leaves the site.
fn target(page: &str, link: &str) -> Option<(String, Option<String>)> {
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_owned())),
        None => (link, None),
    };
    // What stands behind a question mark is for the script of the page.
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    if path.is_empty() {
        return Some((page.to_owned(), anchor.filter(|anchor| !anchor.is_empty())));
    }
    let has_scheme = path.split(['/', '.']).next().is_some_and(|first| first.contains(':'));
    if has_scheme || path.starts_with("//") {
        return None;
    }
    let mut steps: Vec<&str> = page.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        match step {
            ".." if steps.pop().is_none() => return Some((link.to_owned(), anchor)),
            ".." | "." => {}
            step => steps.push(step),
        }
    }
    Some((steps.join("/"), anchor))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pages: &[(&str, &str)]) -> Vec<String> {
        let check = LinkCheck::new();
        for (path, text) in pages {
            check.page(path, text.as_bytes());
        }
        check
            .finish()
            .iter()
            .map(|b| format!("{} -> {}#{}", b.page, b.target, b.anchor.as_deref().unwrap_or("")))
            .collect()
    }

    #[test]
    fn links_that_hold_are_not_mentioned() {
        let broken = check(&[
            (
                "index.html",
                r##"<a class="x" href="muc/1.html#a">x</a> <a href="#b">id="q"</a><p id="b">"##,
            ),
            ("b.html", r#"<a href="muc/1.html?co-quan=x">x</a>"#),
            ("muc/1.html", r##"<h2 id="a">href="no.html"</h2><a href="../index.html">x</a>"##),
            ("x.html", r#"<a href="https://example.com/a">x</a><a href="mailto:a@b.vn">x</a>"#),
        ]);
        assert_eq!(broken, Vec::<String>::new());
    }

    #[test]
    fn what_leads_nowhere_is_named_with_the_first_page() {
        let link = r##"<a href="../nowhere.html">x</a> <a href="../index.html#x">x</a>"##;
        let broken = check(&[("b/2.html", link), ("index.html", ""), ("b/1.html", link)]);
        assert_eq!(broken, ["b/1.html -> index.html#x", "b/1.html -> nowhere.html#"]);
    }

    #[test]
    fn an_anchor_that_a_page_lacks_is_broken_from_there_and_from_elsewhere() {
        let broken = check(&[
            ("b.html", r##"<a href="#x">x</a> <a href="#">x</a>"##),
            (
                "a.html",
                r##"<p id="x y&amp;z"><a href="b.html#x">x</a> <a href="#x y&amp;z">x</a>"##,
            ),
        ]);
        assert_eq!(broken, ["a.html -> b.html#x"]);
    }

    #[test]
    fn a_link_out_of_the_site_is_broken() {
        assert_eq!(check(&[("a.html", r#"<a href="../x.html">"#)]), ["a.html -> ../x.html#"]);
    }
}
