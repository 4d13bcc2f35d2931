//! Marks the texts of a page that are in another language than the page: in the second language, what
//! is not translated is shown in the first.
//!
//! A page is marked after it was rendered, so that no template has to know. A text is found where it
//! stands as a whole, between two tags or beside other words, but not within a word.

use memchr::memchr;
use rustc_hash::FxHashMap;

use crate::model::Model;

/// Number of bytes by which a text is looked up. Shorter ones (abbreviations) stay unmarked.
const BEGINNING: usize = 6;
/// Elements whose text is no part of the page, or cannot hold another element.
const VERBATIM: [&[u8]; 5] = [b"script", b"style", b"title", b"option", b"textarea"];

/// The texts of another language.
pub(super) struct Foreign {
    tag: &'static str,
    /// By their beginning, the longest first, as pages have them.
    texts: FxHashMap<[u8; BEGINNING], Vec<Vec<u8>>>,
}

impl Foreign {
    /// The texts of the second model that are those of the first.
    pub(super) fn between(first: &Model, second: &Model) -> Self {
        let known: std::collections::BTreeSet<&str> = first.texts().map(str::trim).collect();
        let same = second.texts().map(str::trim).filter(|text| known.contains(text));
        let mut foreign =
            Foreign { tag: first.settings.language.tag(), texts: FxHashMap::default() };
        same.for_each(|text| foreign.add(text));
        foreign
    }

    /// Adds a text. One without letters is the same in every language.
    pub(super) fn add(&mut self, text: &str) {
        if !text.chars().any(char::is_alphabetic) {
            return;
        }
        let text = escaped(text);
        let Some(beginning) = text.first_chunk().copied() else { return };
        let alike = self.texts.entry(beginning).or_default();
        let place = alike.partition_point(|known| known.len() > text.len());
        let mut equal = alike[place..].iter().take_while(|known| known.len() == text.len());
        if !equal.any(|known| *known == text) {
            alike.insert(place, text);
        }
    }

    /// The page with every such text in a `span` that names its language.
    pub(super) fn marked(&self, page: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(page.len() + page.len() / 8);
        let mut rest = page;
        while let Some(at) = memchr(b'<', rest) {
            self.mark(&rest[..at], &mut out);
            let tag = &rest[at..];
            let end = end_of_tag(tag);
            let mut whole = end;
            if let Some(name) = VERBATIM.iter().find(|name| is_tag(tag, name)) {
                let close = [b"</", *name].concat();
                whole = memchr::memmem::find(tag, &close).map_or(tag.len(), |at| at);
            }
            out.extend_from_slice(&tag[..whole.max(end)]);
            rest = &tag[whole.max(end)..];
        }
        self.mark(rest, &mut out);
        out
    }

    /// Writes the text between two tags.
    fn mark(&self, text: &[u8], out: &mut Vec<u8>) {
        let mut at = 0;
        let mut written = 0;
        while at + BEGINNING <= text.len() {
            let found = text[at..].first_chunk().and_then(|beginning| self.texts.get(beginning));
            let found = found.into_iter().flatten().find(|known| {
                text[at..].starts_with(known) && is_boundary(&text[at + known.len()..])
            });
            if let Some(found) = found {
                out.extend_from_slice(&text[written..at]);
                out.extend_from_slice(format!("<span lang=\"{}\">", self.tag).as_bytes());
                out.extend_from_slice(found);
                out.extend_from_slice(b"</span>");
                at += found.len();
                written = at;
            }
            at += to_next_word(&text[at..]);
        }
        out.extend_from_slice(&text[written..]);
    }
}

/// A text as templates write it.
fn escaped(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'&' => out.extend_from_slice(b"&amp;"),
            b'<' => out.extend_from_slice(b"&lt;"),
            b'>' => out.extend_from_slice(b"&gt;"),
            b'"' => out.extend_from_slice(b"&quot;"),
            b'\'' => out.extend_from_slice(b"&#39;"),
            byte => out.push(byte),
        }
    }
    out
}

/// Whether no word goes on here.
fn is_boundary(rest: &[u8]) -> bool {
    !rest.first().is_some_and(|byte| is_of_word(*byte))
}

/// Whether a byte belongs to a word. All letters that are not ASCII count as one.
fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 128
}

/// The number of bytes to the beginning of the next word, at least one if there is any.
fn to_next_word(text: &[u8]) -> usize {
    let word = text.iter().take_while(|byte| is_of_word(**byte)).count();
    let gap = text[word..].iter().take_while(|byte| !is_of_word(**byte)).count();
    (word + gap).max(1)
}

/// The length of a tag. A quoted value may hold a `>`.
fn end_of_tag(tag: &[u8]) -> usize {
    let mut quote = None;
    for (at, byte) in tag.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// Whether a tag opens an element of this name.
fn is_tag(tag: &[u8], name: &[u8]) -> bool {
    let rest = tag.get(1..).and_then(|tag| tag.strip_prefix(name));
    rest.is_some_and(|rest| rest.first().is_some_and(|byte| matches!(byte, b' ' | b'>')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(texts: &[&str]) -> Foreign {
        let mut foreign = Foreign { tag: "vi", texts: FxHashMap::default() };
        texts.iter().for_each(|text| foreign.add(text));
        foreign
    }

    #[test]
    fn a_text_is_marked_wherever_it_stands_as_a_whole() {
        let foreign = foreign(&["Đắp đê", "Đắp đê biển & kè", "Sở Y tế"]);
        for (page, expected) in [
            ("<p>Đắp đê</p>", "<p><span lang=\"vi\">Đắp đê</span></p>"),
            ("<a>1.1 Đắp đê</a>", "<a>1.1 <span lang=\"vi\">Đắp đê</span></a>"),
            (
                "<p>Đắp đê biển &amp; kè.</p>",
                "<p><span lang=\"vi\">Đắp đê biển &amp; kè</span>.</p>",
            ),
            (
                "By Sở Y tế, Đắp đê",
                "By <span lang=\"vi\">Sở Y tế</span>, <span lang=\"vi\">Đắp đê</span>",
            ),
            ("<p>Đắp đêm</p>", "<p>Đắp đêm</p>"),
            ("<p>đĐắp đê</p>", "<p>đĐắp đê</p>"),
            ("<img alt=\"Đắp đê > kè\">x", "<img alt=\"Đắp đê > kè\">x"),
            ("<title>Đắp đê</title>", "<title>Đắp đê</title>"),
            ("<script type=\"a\">Đắp đê</script>y", "<script type=\"a\">Đắp đê</script>y"),
            ("Đắp", "Đắp"),
        ] {
            let marked = String::from_utf8(foreign.marked(page.as_bytes())).unwrap();
            assert_eq!(marked, expected);
        }
    }
}
