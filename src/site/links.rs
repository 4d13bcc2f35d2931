//! Checks that every internal link and anchor holds, page by page while the site is written.
//!
//! It keeps the paths and the links to them, not the pages: its size goes with the number of
//! different links, never with the bytes of the site.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

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
    files: BTreeSet<String>,
    /// Targets without an anchor, each with the first page that was seen to link to it.
    links: BTreeMap<String, String>,
    /// Targets with an anchor.
    anchors: BTreeMap<(String, String), String>,
    ids: BTreeSet<(String, String)>,
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
        if path.ends_with(".html") {
            let text = String::from_utf8_lossy(bytes);
            for (name, value) in attributes(&text) {
                match name {
                    "id" => ids.push(decoded(value)),
                    _ => links.extend(target(path, &decoded(value))),
                }
            }
        }
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        for (target, anchor) in links {
            let page = match &anchor {
                Some(anchor) => seen.anchors.entry((target, anchor.clone())),
                None => {
                    keep_first(seen.links.entry(target).or_default(), path);
                    continue;
                }
            };
            keep_first(page.or_default(), path);
        }
        seen.ids.extend(ids.into_iter().map(|id| (path.to_owned(), id)));
        seen.files.insert(path.to_owned());
    }

    /// What leads nowhere, now that all files were seen; in order.
    pub fn finish(self) -> Vec<BrokenLink> {
        let Seen { files, links, anchors, ids } =
            self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut broken: Vec<BrokenLink> = links
            .into_iter()
            .filter(|(target, _)| !files.contains(target))
            .map(|(target, page)| BrokenLink { page, target, anchor: None })
            .collect();
        broken.extend(
            anchors
                .into_iter()
                .filter(|(at, _)| !ids.contains(at))
                .map(|((target, anchor), page)| BrokenLink { page, target, anchor: Some(anchor) }),
        );
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

/// The values of `id`, `href` and `src` inside tags. Our pages write attributes in double quotes
/// and escape quotes and angle brackets in text.
fn attributes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let tags =
        text.split('<').skip(1).filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()));
    tags.flat_map(|tag| {
        let mut rest = tag;
        std::iter::from_fn(move || {
            let (before, after) = rest.split_once("=\"")?;
            let (value, behind) = after.split_once('"')?;
            rest = behind;
            let name = before.rsplit([' ', '\n', '\t', '"']).next().unwrap_or(before);
            Some((name, value, before.contains('>')))
        })
        .take_while(|(_, _, outside)| !outside)
        .filter(|(name, _, _)| matches!(*name, "id" | "href" | "src"))
        .map(|(name, value, _)| (name, value))
    })
}

fn decoded(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    let text = value.replace("&quot;", "\"").replace("&#39;", "'").replace("&#x27;", "'");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&#x2F;", "/").replace("&amp;", "&")
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
    fn a_link_out_of_the_site_is_broken() {
        assert_eq!(check(&[("a.html", r#"<a href="../x.html">"#)]), ["a.html -> ../x.html#"]);
    }
}
