//! Checks that every internal link and anchor has a target, page by page while the site is written.
//!
//! Only paths and links are kept, not pages, so the memory used depends on the number of different
//! links and not on the size of the site.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use memchr::{memchr, memmem, memrchr2};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Collects the ids and links of all pages.
#[derive(Debug, Default)]
pub struct LinkCheck {
    collected: Mutex<Collected>,
}

/// A link without a target.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BrokenLink {
    /// A page that contains the link.
    pub page: String,
    /// The file of the site that the link names.
    pub target: String,
    /// The anchor in that file, if the link names one.
    pub anchor: Option<String>,
}

#[derive(Debug, Default)]
struct Collected {
    /// The ids of each file, as numbers.
    files: BTreeMap<String, Box<[u32]>>,
    /// Assigns a number to each text that is used as an id.
    ids: FxHashMap<Box<str>, u32>,
    /// The links by folder of their pages. Within a folder, equal links lead to the same file.
    links: BTreeMap<Box<str>, FolderLinks>,
    /// Anchors that pages reference on themselves but do not have, as page and anchor.
    missing: BTreeSet<(String, String)>,
}

/// The links of the pages in a folder.
#[derive(Debug, Default)]
struct FolderLinks {
    /// The links as written, each with a page that contains it.
    links: FxHashMap<Box<str>, String>,
    /// The different tops of pages in the folder, each with a page that has it. Their links are
    /// parsed once, at the end.
    tops: Vec<(Box<[u8]>, String)>,
}

/// Maximum number of different page tops that are kept per folder.
const MAX_TOPS: usize = 16;

impl FolderLinks {
    fn link(&mut self, link: &str, page: &str) {
        match self.links.get_mut(link) {
            Some(first) => keep_first(first, page),
            None => drop(self.links.insert(link.into(), page.to_owned())),
        }
    }

    /// Keeps the top of a page to parse its links at the end. Returns false if they must be parsed now.
    fn keep_top(&mut self, top: &[u8], page: &str) -> bool {
        if let Some((_, first)) = self.tops.iter_mut().find(|(known, _)| **known == *top) {
            keep_first(first, page);
            return true;
        }
        let holds = |mark: &[u8]| memmem::find(top, mark).is_some();
        if self.tops.len() == MAX_TOPS || holds(b" id=\"") || holds(b"=\"#") {
            return false;
        }
        self.tops.push((top.into(), page.to_owned()));
        true
    }
}

/// The range of the top of a page. Empty if the page has none.
fn top(page: &[u8]) -> Range<usize> {
    let start = memmem::find(page, b"<header");
    let top =
        start.and_then(|start| Some(start..start + memmem::find(&page[start..], b"</header>")?));
    top.unwrap_or(0..0)
}

impl Collected {
    fn number(&mut self, id: &str) -> u32 {
        if let Some(number) = self.ids.get(id) {
            return *number;
        }
        let number = self.ids.len() as u32;
        self.ids.insert(id.into(), number);
        number
    }

    fn contains(&self, target: &str, anchor: Option<&str>) -> bool {
        let Some(ids) = self.files.get(target) else { return false };
        anchor.is_none_or(|anchor| self.ids.get(anchor).is_some_and(|id| ids.contains(id)))
    }
}

impl LinkCheck {
    /// Creates a check that has seen no files.
    pub fn new() -> Self {
        LinkCheck::default()
    }

    /// Records a file of the site and, if it is HTML, its ids and links.
    pub fn page(&self, path: &str, bytes: &[u8]) {
        let mut found = PageLinks::default();
        let mut top = 0..0;
        if path.ends_with(".html") {
            top = self::top(bytes);
            found.read(&bytes[..top.start]);
            found.read(&bytes[top.end..]);
        }
        let top = &bytes[top];
        let folder = path.rfind('/').map_or("", |at| &path[..=at]);
        let mut collected = self.collected.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = match collected.links.get_mut(folder) {
            Some(folder) => folder,
            None => collected.links.entry(folder.into()).or_default(),
        };
        if !top.is_empty() && !folder.keep_top(top, path) {
            found.read(top);
        }
        for link in found.links {
            folder.link(link, path);
        }
        let ids = &found.ids;
        let missing = found.own.iter().map(|anchor| &anchor[1..]);
        let missing = missing.filter(|anchor| !ids.iter().any(|id| id == anchor));
        collected.missing.extend(missing.map(|anchor| (path.to_owned(), anchor.to_owned())));
        let ids = ids.iter().map(|id| collected.number(id)).collect();
        collected.files.insert(path.to_owned(), ids);
    }

    /// The broken links, sorted. Call this after all files were recorded.
    pub fn finish(self) -> Vec<BrokenLink> {
        let mut collected = self.collected.into_inner().unwrap_or_else(PoisonError::into_inner);
        let own = std::mem::take(&mut collected.missing).into_iter();
        let mut broken: BTreeMap<(String, Option<String>), String> =
            own.map(|(page, anchor)| ((page.clone(), Some(anchor)), page)).collect();
        for folder in collected.links.values_mut() {
            for (top, page) in std::mem::take(&mut folder.tops) {
                let mut found = PageLinks::default();
                found.read(&top);
                found.links.iter().for_each(|link| folder.link(link, &page));
            }
        }
        let links: Vec<_> = collected.links.values().flat_map(|folder| &folder.links).collect();
        let nowhere: Vec<_> = (links.into_par_iter())
            .filter_map(|(link, page)| {
                let (to, anchor) = target(page, &decoded(link))?;
                (!collected.contains(&to, anchor.as_deref())).then_some(((to, anchor), page))
            })
            .collect();
        for (target, page) in nowhere {
            keep_first(broken.entry(target).or_default(), page);
        }
        // Freeing the tables takes a while, so it happens in the background.
        rayon::spawn(move || drop(collected));
        let mut broken: Vec<BrokenLink> = broken
            .into_iter()
            .map(|((target, anchor), page)| BrokenLink { page, target, anchor })
            .collect();
        broken.sort();
        broken
    }
}

/// Keeps the first of two pages by path, so that the result does not depend on the order of files.
fn keep_first(place: &mut String, page: &str) {
    if place.is_empty() || page < place.as_str() {
        page.clone_into(place);
    }
}

/// The ids and links of a page, or of a part of it.
#[derive(Debug, Default)]
struct PageLinks<'p> {
    ids: Vec<Cow<'p, str>>,
    /// Links to other pages, as written.
    links: Vec<&'p str>,
    /// Links to anchors on the page itself, with their `#`.
    own: Vec<Cow<'p, str>>,
}

impl<'p> PageLinks<'p> {
    fn read(&mut self, piece: &'p [u8]) {
        for (name, value) in attributes(piece) {
            let Ok(value) = std::str::from_utf8(value) else { continue };
            match (name, value.strip_prefix('#')) {
                (Attribute::Id, _) => self.ids.push(decoded(value)),
                (Attribute::Link, Some("")) => {}
                (Attribute::Link, Some(_)) => self.own.push(decoded(value)),
                (Attribute::Link, None) => self.links.push(value),
            }
        }
    }
}

/// The meaning of an attribute for the check.
#[derive(Clone, Copy, Debug)]
enum Attribute {
    Id,
    Link,
}

/// The values of `id`, `href` and `src` inside tags.
///
/// Our pages write attributes in double quotes and escape quotes and angle brackets in text and
/// values, so it is enough to search for `="`.
fn attributes(text: &[u8]) -> impl Iterator<Item = (Attribute, &[u8])> {
    let mut behind = 0;
    memmem::find_iter(text, b"=\"").filter_map(move |at| {
        // A match inside the previous value is not an attribute.
        let before = text.get(behind..at)?;
        let value = &text[at + 2..];
        let attribute = match before {
            [.., b' ' | b'\n', b'i', b'd'] => Attribute::Id,
            [.., b' ' | b'\n', b's', b'r', b'c'] | [.., b' ' | b'\n', b'h', b'r', b'e', b'f'] => {
                Attribute::Link
            }
            _ => return None,
        };
        let is_tag = memrchr2(b'<', b'>', &text[..at])
            .is_some_and(|sign| text[sign] == b'<' && text[sign + 1].is_ascii_alphabetic());
        let value = &value[..memchr(b'"', value).filter(|_| is_tag)?];
        behind = at + 2 + value.len();
        Some((attribute, value))
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

/// The file and anchor that a link leads to. `None` if it leaves the site.
fn target(page: &str, link: &str) -> Option<(String, Option<String>)> {
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_owned())),
        None => (link, None),
    };
    // The query is read by the script of the page.
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
    fn what_a_top_links_to_is_looked_for_from_its_first_page() {
        let top = r#"<header><a href="x.html">x</a></header>"#;
        let with_id = r##"<header id="t"><a href="#t">x</a><a href="#u">x</a></header>"##;
        let broken = check(&[("b/2.html", top), ("b/1.html", top), ("c/1.html", top)]);
        assert_eq!(broken, ["b/1.html -> b/x.html#", "c/1.html -> c/x.html#"]);
        let broken = check(&[("b/2.html", with_id), ("b/1.html", with_id)]);
        assert_eq!(broken, ["b/1.html -> b/1.html#u", "b/2.html -> b/2.html#u"]);
        assert_eq!(check(&[("a.html", "<header><a href=\"y.html\">")]), ["a.html -> y.html#"]);
    }

    #[test]
    fn a_link_out_of_the_site_is_broken() {
        assert_eq!(check(&[("a.html", r#"<a href="../x.html">"#)]), ["a.html -> ../x.html#"]);
    }
}
