//! Parses Markdown into a flat list of events and refuses text that a page cannot show.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memchr2_iter;
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::cuts::{self, CutText};
use super::shown::{is_shown, may_be_shown};

/// Maximum nesting depth of elements. A list and its item count as two.
pub const MAX_DEPTH: usize = 64;

/// Maximum number of columns of a table. Each row repeats all of them on the page.
pub const MAX_COLUMNS: usize = 40;

/// The error for text that exceeds a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverLimit {
    /// The start of the first element over the limit, to the end of its line.
    pub range: Range<usize>,
    /// The limit.
    pub limit: Limit,
}

/// A limit of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// [`MAX_DEPTH`].
    Depth,
    /// [`MAX_COLUMNS`], and the number of columns in the text.
    Columns(usize),
}

/// An event of the parser and its range in the source.
pub(super) type Located<'a> = (Event<'a>, Range<usize>);

/// A parsed source.
pub(super) struct Document<'a> {
    pub(super) source: &'a str,
    pub(super) events: Vec<Located<'a>>,
    /// The ranges of link definitions by normalised name.
    pub(super) definitions: BTreeMap<String, Range<usize>>,
    /// The HTML comments, which are not among the events.
    pub(super) comments: Vec<Range<usize>>,
}

/// Maximum number of times that a source is parsed. Cutting may bring out something else to cut.
const MAX_PASSES: usize = 4;

/// Parses a source without its comments and without the indentation of paragraphs.
///
/// # Errors
///
/// Fails if the source is nested deeper than [`MAX_DEPTH`] or has a table of more than
/// [`MAX_COLUMNS`] columns.
pub(super) fn parse(source: &str) -> Result<Document<'_>, OverLimit> {
    let document = parse_as_typed(source)?;
    let mut cuts = cuts::find(source, &document.events, true);
    if cuts.is_empty() {
        return Ok(document);
    }
    let mut comments = Vec::new();
    let mut cut_text = CutText::new(source);
    for pass in 2..=MAX_PASSES {
        let of_pass = cuts.iter().filter(|cut| cut.is_comment);
        comments.extend(of_pass.map(|cut| cut_text.original(&cut.range)));
        cut_text.cut(&cuts);
        let document = parse_as_typed(&cut_text.text).map_err(|over| OverLimit {
            range: first_line(source, cut_text.original(&over.range)),
            ..over
        })?;
        cuts = cuts::find(&cut_text.text, &document.events, false);
        if cuts.is_empty() || pass == MAX_PASSES {
            let Document { events, definitions, .. } = document;
            let events = events.into_iter().flat_map(|event| cut_text.original_events(event));
            let definitions = definitions.into_iter();
            let definitions = definitions.map(|(name, range)| (name, cut_text.original(&range)));
            return Ok(Document {
                source,
                events: events.collect(),
                definitions: definitions.collect(),
                comments,
            });
        }
    }
    Ok(document)
}

/// Parses a source as it is.
fn parse_as_typed(source: &str) -> Result<Document<'_>, OverLimit> {
    use pulldown_cmark::Options as Dialect;
    if let Some(range) = piled_up_markers(source) {
        return Err(OverLimit { range, limit: Limit::Depth });
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
        match &event {
            Event::Start(_) if depth == MAX_DEPTH => {
                let range = first_line(source, range);
                return Err(OverLimit { range, limit: Limit::Depth });
            }
            Event::Start(Tag::Table(columns)) if columns.len() > MAX_COLUMNS => {
                let (range, limit) = (first_line(source, range), Limit::Columns(columns.len()));
                return Err(OverLimit { range, limit });
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        events.push((event, range));
    }
    keep_stars(source, &mut events);
    Ok(Document { source, events, definitions, comments: Vec::new() })
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

/// Turns emphasis back into text where its stars stand between letters or figures: `3*4*5`.
///
/// CommonMark has this rule for `_` only.
fn keep_stars<'a>(source: &'a str, events: &mut [Located<'a>]) {
    if !events.iter().any(|(event, _)| *event == Event::Start(Tag::Emphasis)) {
        return;
    }
    let ends = ends_of(events);
    for start in 0..events.len() {
        let (Event::Start(Tag::Emphasis), range) = &events[start] else { continue };
        let (from, to) = (range.start, range.end);
        let inside = source.get(from + 1..to.saturating_sub(1)).unwrap_or_default();
        let (before, behind) = (&source[..from], &source[to..]);
        let is_digit = |c: char| c.is_ascii_digit();
        let opens_within =
            before.ends_with(char::is_alphanumeric) && inside.starts_with(char::is_alphanumeric);
        let closes_within = inside.ends_with(is_digit) && behind.starts_with(is_digit);
        if opens_within || closes_within {
            events[start] = (Event::Text(source[from..=from].into()), from..from + 1);
            events[ends[start]] = (Event::Text(source[to - 1..to].into()), to - 1..to);
        }
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
