//! Collects what a note holds besides its words: links, headings, bare addresses.

use std::ops::Range;
use std::sync::Arc;

use memchr::memmem;
use pulldown_cmark::{Event, LinkType, Tag};

use super::address::is_host;
use super::document::{
    Document, OverLimit, ends_of, first_line, name_key, parse, target_of, text_of,
};
use super::excerpt::{line_of, one_line};
use super::leftover::leftover;
use super::oddity::{Oddity, OddityKind};
use super::unseen::unseen;

/// The endings of files that browsers show as pictures.
const PICTURES: [&str; 7] = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"];

/// A link or an image in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The target with escapes and entities decoded, as passed to `Options::resolve`.
    pub target: String,
    /// The text or the alternative text, without markup.
    pub text: String,
    /// The syntax of the link.
    pub kind: LinkKind,
    /// The whole link in the source.
    pub range: Range<usize>,
    /// The target alone, which for `[a][b]` lies in the definition of `b`; `None` if escapes make
    /// it differ from `target`.
    pub target_range: Option<Range<usize>>,
}

/// The syntax of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](target)` or `[text][name]`.
    Link,
    /// `![text](target)`.
    Image,
    /// `<https://…>`.
    Autolink,
    /// `<name@example.vn>`, with a target that begins with `mailto:`.
    Email,
}

/// A heading in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 for `#`, up to 6.
    pub level: u8,
    /// The whole heading in the source.
    pub range: Range<usize>,
}

/// The links, headings, bare addresses and text of a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// All links and images, in the order of the source.
    pub links: Vec<Link>,
    /// All headings, in the order of the source.
    pub headings: Vec<Heading>,
    /// Addresses of pages and mailboxes in the text that are not links.
    pub bare: Vec<Range<usize>>,
    /// What readers do not see as it was typed, in the order of the source.
    pub oddities: Vec<Oddity>,
    /// The text in one line without markup, for [`shortened`](super::excerpt::shortened).
    pub line: Arc<str>,
}

impl Facts {
    /// Returns the targets of all links and images, in the order of the source.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        self.links.iter().map(|link| link.target.as_str())
    }
}

/// Collects the facts of a source.
///
/// # Errors
///
/// Fails if the source exceeds a [`Limit`](super::document::Limit).
pub fn facts(source: &str) -> Result<Facts, OverLimit> {
    let document = parse(source)?;
    let headings = document.events.iter().filter_map(|(event, range)| match event {
        Event::Start(Tag::Heading { level, .. }) => {
            Some(Heading { level: *level as u8, range: first_line(source, range.clone()) })
        }
        _ => None,
    });
    let headings = headings.collect();
    let links = links_of(source, &document);
    let bare = bare_addresses(source, &document);
    let oddities = oddities_of(&document);
    Ok(Facts { links, headings, bare, oddities, line: line_of(&document).into() })
}

fn oddities_of(document: &Document<'_>) -> Vec<Oddity> {
    let mut oddities = [unseen(document), leftover(document)].concat();
    let comments = document.comments.iter();
    oddities.extend(comments.map(|range| Oddity::new(OddityKind::Comment, range.clone())));
    for (event, range) in &document.events {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) if !is_picture(dest_url) => {
                oddities.push(Oddity::new(OddityKind::OutsideImage, range.clone()));
            }
            _ => {}
        }
    }
    oddities.sort_by_key(|oddity| (oddity.range.start, oddity.kind));
    oddities
}

/// Returns whether an address is that of a picture of the site.
fn is_picture(address: &str) -> bool {
    let ending = address.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_file = !address.contains(':') && !address.starts_with("//");
    is_file && PICTURES.contains(&ending.as_str())
}

/// Returns the words of a source over a limit, as they were typed, and no other facts.
pub(super) fn words_only(source: &str) -> Facts {
    Facts { line: one_line(source).into(), ..Facts::default() }
}

#[cfg(test)]
pub(super) fn facts_or_words(source: &str) -> Facts {
    facts(source).unwrap_or_else(|_| words_only(source))
}

fn links_of(source: &str, document: &Document<'_>) -> Vec<Link> {
    let ends = ends_of(&document.events);
    let mut found = Vec::new();
    for (at, (event, range)) in document.events.iter().enumerate() {
        let Event::Start(
            Tag::Link { link_type, dest_url, id, .. } | Tag::Image { link_type, dest_url, id, .. },
        ) = event
        else {
            continue;
        };
        let inside = &document.events[at + 1..ends[at]];
        let kind = match (event, link_type) {
            (Event::Start(Tag::Image { .. }), _) => LinkKind::Image,
            (_, LinkType::Autolink) => LinkKind::Autolink,
            (_, LinkType::Email) => LinkKind::Email,
            _ => LinkKind::Link,
        };
        // The search starts after the link text, which may repeat the target.
        let target_range = match link_type {
            LinkType::Inline => {
                let text_end = inside.iter().map(|(_, range)| range.end).max();
                find_after(source, text_end.unwrap_or(range.start)..range.end, "](", dest_url)
            }
            LinkType::Autolink | LinkType::Email => {
                find_after(source, range.clone(), "<", dest_url)
            }
            _ => document
                .definitions
                .get(&name_key(id))
                .and_then(|place| find_after(source, place.clone(), "]:", dest_url)),
        };
        found.push(Link {
            target: target_of(*link_type, dest_url).into_owned(),
            text: text_of(inside),
            kind,
            range: range.clone(),
            target_range,
        });
    }
    found
}

/// Finds addresses in the text that are not links: `https://…`, `www.…` and `name@host`, outside code.
fn bare_addresses(source: &str, document: &Document<'_>) -> Vec<Range<usize>> {
    // Hardly any source has one, so most need not be examined word by word.
    let holds = |mark: &str| memmem::find(source.as_bytes(), mark.as_bytes()).is_some();
    if !["://", "www.", "@"].into_iter().any(holds) {
        return Vec::new();
    }
    let ends = ends_of(&document.events);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some((event, range)) = document.events.get(at) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => at = ends[at],
            Event::Text(_) => {
                // The parser splits text wherever markup might have begun.
                let mut end = range.end;
                while let Some((Event::Text(_), next)) = document.events.get(at + 1)
                    && next.start == end
                {
                    end = next.end;
                    at += 1;
                }
                found.extend(addresses(source, range.start..end));
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Finds the words of a range that are addresses, without the punctuation around them.
fn addresses(source: &str, place: Range<usize>) -> Vec<Range<usize>> {
    let Some(text) = source.get(place.clone()) else { return Vec::new() };
    let mut found = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(|c: char| c.is_whitespace() || "<>()[]\"“”,;".contains(c))
    {
        let blank = |c: char| !c.is_alphanumeric() && c != '/';
        let from = start + word.len() - word.trim_start_matches(blank).len();
        start += word.len();
        let word = &text[from..start.max(from)];
        let word = word.trim_end_matches(blank);
        let host = word.split_once('@').map(|(_, host)| host);
        let is_mail = host.is_some_and(|host| {
            host.contains('.') && !host.contains('@') && is_host(host) && !word.contains(['/', ':'])
        });
        let rest = ["https://", "http://", "www."].iter().find_map(|mark| word.strip_prefix(mark));
        if is_mail || rest.is_some_and(|rest| !rest.is_empty()) {
            found.push(place.start + from..place.start + from + word.len());
        }
    }
    found
}

/// Finds the first `target` after the first `mark` in a range.
fn find_after(source: &str, place: Range<usize>, mark: &str, target: &str) -> Option<Range<usize>> {
    let text = source.get(place.clone()).filter(|_| !target.is_empty())?;
    let from = text.find(mark)? + mark.len();
    let start = place.start + from + text[from..].find(target)?;
    Some(start..start + target.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(source: &str) -> Vec<Link> {
        facts(source).unwrap().links
    }

    #[test]
    fn links_are_found_with_their_ranges() {
        let source = "Xem [việc *1.3*](task:1.3 \"task:1.3\"), ![ảnh](attachments/a.png), <https://a.vn/x>,\n\
                      <a@b.vn>, [task:2](task:2), [c][ D  e], [F], [`g`](<task:h i>), [k](task\\:l).\n\n\
                      [d E]: task:d\n[f]: task:f 'task:f'\n";
        let found: Vec<_> = links(source)
            .into_iter()
            .map(|l| (l.kind, l.target, l.text, source[l.range].to_owned(), l.target_range))
            .collect();
        let expected = [
            (LinkKind::Link, "task:1.3", "việc 1.3", "[việc *1.3*](task:1.3 \"task:1.3\")"),
            (LinkKind::Image, "attachments/a.png", "ảnh", "![ảnh](attachments/a.png)"),
            (LinkKind::Autolink, "https://a.vn/x", "https://a.vn/x", "<https://a.vn/x>"),
            (LinkKind::Email, "mailto:a@b.vn", "a@b.vn", "<a@b.vn>"),
            (LinkKind::Link, "task:2", "task:2", "[task:2](task:2)"),
            (LinkKind::Link, "task:d", "c", "[c][ D  e]"),
            (LinkKind::Link, "task:f", "F", "[F]"),
            (LinkKind::Link, "task:h i", "g", "[`g`](<task:h i>)"),
            (LinkKind::Link, "task:l", "k", "[k](task\\:l)"),
        ];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((kind, target, text, whole, target_range), expected) in found.iter().zip(expected) {
            assert_eq!((*kind, target.as_str(), text.as_str(), whole.as_str()), expected);
            match target_range {
                Some(range) => {
                    assert_eq!(&source[range.clone()], target.trim_start_matches("mailto:"));
                    assert!(source[..range.start].ends_with(['(', '<', ' ']), "{target}");
                }
                None => assert_eq!(target, "task:l"),
            }
        }
    }

    #[test]
    fn headings_and_bare_addresses_are_found_with_their_ranges() {
        let source = "# Một\n\nXem https://a.vn/x_y?b=1&c=2, (www.b.vn) hoặc a_b@c.vn.\n\n### Ba `www.d.vn` [www.e.vn](task:1) <f@g.vn>\n\n[h]: https://h.vn\n[h] 5@ @x a@b x://y\n";
        let facts = facts(source).unwrap();
        let headings: Vec<_> =
            facts.headings.iter().map(|h| (h.level, &source[h.range.clone()])).collect();
        assert_eq!(headings, [(1, "# Một"), (3, "### Ba `www.d.vn` [www.e.vn](task:1) <f@g.vn>")]);
        let bare: Vec<_> = facts.bare.iter().map(|range| &source[range.clone()]).collect();
        assert_eq!(bare, ["https://a.vn/x_y?b=1&c=2", "www.b.vn", "a_b@c.vn"]);
    }

    #[test]
    fn links_are_found_wherever_they_stand() {
        let source = "# [a](task:1)\n\n> - [b](task:2)\n\n| [c](task:3) |\n|---|\n| [d](task:4) |\n\nx[^1]\n\n\
                      [^1]: [e](task:5)\n\n[![f](attachments/f.png)](task:6)\n";
        let targets: Vec<_> = links(source).into_iter().map(|link| link.target).collect();
        assert_eq!(
            targets,
            ["task:1", "task:2", "task:3", "task:4", "task:5", "task:6", "attachments/f.png"]
        );
        let none = "`[a](task:1)`\n\n```\n[b](task:2)\n```\n\n<b>[c]</b> \\[d](task:4) <!-- [e](task:5) -->";
        assert_eq!(links(none), []);
    }
}
