//! Parses Markdown into a flat list of events and refuses text that is nested too deep.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memchr2_iter;
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::shown::{is_shown, may_be_shown};

/// Maximum nesting depth of elements. A list and its item count as two.
pub const MAX_DEPTH: usize = 64;

/// The error for text that is nested deeper than [`MAX_DEPTH`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooDeep {
    /// The start of the first element that is too deep, to the end of its line.
    pub range: Range<usize>,
}

/// An event of the parser and its range in the source.
pub(super) type Located<'a> = (Event<'a>, Range<usize>);

/// A parsed source.
pub(super) struct Document<'a> {
    pub(super) events: Vec<Located<'a>>,
    /// The ranges of link definitions by normalised name.
    pub(super) definitions: BTreeMap<String, Range<usize>>,
}

/// Parses a source.
///
/// # Errors
///
/// Fails if the source is nested deeper than [`MAX_DEPTH`].
pub(super) fn parse(source: &str) -> Result<Document<'_>, TooDeep> {
    use pulldown_cmark::Options as Dialect;
    if let Some(range) = piled_up_markers(source) {
        return Err(TooDeep { range });
    }
    let parser = Parser::new_ext(source, Dialect::ENABLE_TABLES | Dialect::ENABLE_FOOTNOTES);
    let parser = parser.into_offset_iter();
    // A line gives an event or two, plus some for its markup.
    let mut events: Vec<Located<'_>> = Vec::with_capacity(source.len() / 10 + 8);
    let definitions = parser
        .reference_definitions()
        .iter()
        .map(|(name, definition)| (name_key(name), definition.span.clone()))
        .collect();
    let mut depth = 0;
    for (event, range) in parser {
        match event {
            Event::Start(_) if depth == MAX_DEPTH => {
                return Err(TooDeep { range: first_line(source, range) });
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        events.push((event, range));
    }
    Ok(Document { events, definitions })
}

impl<'a> Document<'a> {
    /// Separates the text from the definitions of footnotes, which are returned by name. Of two
    /// definitions of one name, the first is kept.
    pub(super) fn split_footnotes(self) -> (Vec<Located<'a>>, BTreeMap<String, Vec<Located<'a>>>) {
        let defines =
            |(event, _): &Located<'_>| matches!(event, Event::Start(Tag::FootnoteDefinition(_)));
        if !self.events.iter().any(defines) {
            return (self.events, BTreeMap::new());
        }
        let mut body = Vec::with_capacity(self.events.len());
        let mut notes = BTreeMap::new();
        let mut open: Vec<(String, Vec<Located<'a>>)> = Vec::new();
        for (event, range) in self.events {
            match event {
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    open.push((name_key(&name), Vec::new()));
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((name, events)) = open.pop() {
                        notes.entry(name).or_insert(events);
                    }
                }
                event => match open.last_mut() {
                    Some((_, events)) => events.push((event, range)),
                    None => body.push((event, range)),
                },
            }
        }
        (body, notes)
    }
}

/// Returns the start of a line that opens far more blocks than [`MAX_DEPTH`].
///
/// The parser would match each later line against all of these blocks, which takes quadratic time,
/// so such a source is refused before it is parsed.
fn piled_up_markers(source: &str) -> Option<Range<usize>> {
    const MAX_MARKERS: usize = 8 * MAX_DEPTH;
    let is_blank = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\t' | b'\n' | b'\r'));
    let bytes = source.as_bytes();
    let ends = memchr2_iter(b'\n', b'\r', bytes).map(|end| end + 1);
    // Few lines are long enough to hold that many markers.
    let mut start = 0;
    for end in ends.chain([bytes.len()]) {
        let line = &bytes[start..end];
        if line.len() <= MAX_MARKERS {
            start = end;
            continue;
        }
        let (mut markers, mut digits) = (0, 0);
        for (at, byte) in line.iter().enumerate() {
            let next_is_blank = is_blank(line.get(at + 1));
            match byte {
                b' ' | b'\t' => digits = 0,
                b'>' => markers += 1,
                b'-' | b'+' | b'*' if next_is_blank => markers += 1,
                b'.' | b')' if digits > 0 && next_is_blank => markers += 1,
                b'0'..=b'9' => digits += 1,
                _ => break,
            }
            if markers > MAX_MARKERS {
                return Some(first_line(source, start + at..source.len()));
            }
        }
        start = end;
    }
    None
}

/// Cuts a range at the end of its first line.
pub(super) fn first_line(source: &str, range: Range<usize>) -> Range<usize> {
    let line = source[range.clone()].find(['\n', '\r']).map_or(range.end, |at| range.start + at);
    range.start..line
}

/// Returns for each event that starts an element the index of its end, for any other its own.
pub(super) fn ends_of(events: &[Located<'_>]) -> Vec<usize> {
    let mut ends: Vec<usize> = (0..events.len()).collect();
    let mut open = Vec::new();
    for (at, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => open.push(at),
            Event::End(_) => {
                if let Some(start) = open.pop() {
                    ends[start] = at;
                }
            }
            _ => {}
        }
    }
    ends
}

/// Normalises the name of a link or footnote: neither case nor the number of spaces matters.
pub(super) fn name_key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Returns the target of a link, with the scheme that an email address omits.
pub(super) fn target_of<'a>(link_type: LinkType, target: &'a str) -> Cow<'a, str> {
    match link_type {
        LinkType::Email => Cow::Owned(format!("mailto:{target}")),
        _ => Cow::Borrowed(target),
    }
}

/// Returns the text of an event, if it has any.
pub(super) fn text_of_event<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Text(text)
        | Event::Code(text)
        | Event::Html(text)
        | Event::InlineHtml(text)
        | Event::InlineMath(text)
        | Event::DisplayMath(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        _ => None,
    }
}

/// Returns the text of a list of events without characters that may not be shown.
pub(super) fn text_of(events: &[Located<'_>]) -> String {
    let mut text = String::new();
    for piece in events.iter().filter_map(|(event, _)| text_of_event(event)) {
        match is_shown(piece) {
            true => text.push_str(piece),
            false => text.extend(piece.chars().filter(|&c| may_be_shown(c))),
        }
    }
    text
}
