//! Finds the links in Markdown and turns it into safe HTML: the only file that knows pulldown-cmark.
//!
//! The dialect is CommonMark with tables and footnotes. Left out on purpose: heading attributes
//! (they let `onclick` through), strikethrough (GitHub's takes "5~10 và 15~20" for one, and a
//! record strikes nothing out), task boxes (they have no label), and metadata blocks (front matter
//! is cut off elsewhere).
//!
//! What an author writes is never trusted: raw HTML becomes visible text, a link is a link only if
//! the caller knows its target or its scheme is `http`, `https` or `mailto`, and everything that
//! reaches an attribute is escaped. Everything works on a flat list of events without recursion,
//! so that depth can exhaust neither stack nor time; what is nested deeper than [`MAX_DEPTH`] is
//! refused by [`guard`] and shown by the others as plain text.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use memchr::{memchr, memchr2_iter, memchr3, memmem};
use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Parser, Tag, TagEnd};
use unicode_normalization::char::is_combining_mark;

use crate::vietnamese::{is_common, is_each, slug};

/// How many elements may stand inside one another, a list and its item counting as two.
pub const MAX_DEPTH: usize = 64;

/// The text is nested deeper than [`MAX_DEPTH`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooDeep {
    /// Where the first element that is too deep begins, to the end of its line.
    pub range: Range<usize>,
}

/// Refuses text that is nested deeper than [`MAX_DEPTH`].
pub fn guard(source: &str) -> Result<(), TooDeep> {
    parse(source).map(drop)
}

/// A link or an image in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The target, with escapes and entities decoded: what [`Options::resolve`] is asked for.
    pub target: String,
    /// The text or the alternative text, without markup.
    pub text: String,
    /// How it is written.
    pub kind: LinkKind,
    /// The whole link in the source.
    pub range: Range<usize>,
    /// The target alone, for `[a](target)`, `[a][b]` with its definition elsewhere, and
    /// `<target>`; none where escapes make it differ from `target`.
    pub target_range: Option<Range<usize>>,
}

/// How a link is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](target)` or `[text][name]`.
    Link,
    /// `![text](target)`.
    Image,
    /// `<https://…>`.
    Autolink,
    /// `<name@example.vn>`; the target begins with `mailto:`.
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

/// What a source holds besides its words, found in one reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// All links and images, in the order of the source.
    pub links: Vec<Link>,
    /// All headings, in the order of the source.
    pub headings: Vec<Heading>,
    /// Addresses of pages and mailboxes that stand in the text and are no links.
    pub bare: Vec<Range<usize>>,
    /// Everything that [`plain_text`] would say, for [`shortened`].
    pub line: Arc<str>,
}

impl Facts {
    /// The targets of all links and images, in the order of the source.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        self.links.iter().map(|link| link.target.as_str())
    }
}

/// The links, headings, bare addresses and words of a source.
///
/// # Errors
///
/// When it is nested deeper than [`MAX_DEPTH`].
pub fn facts(source: &str) -> Result<Facts, TooDeep> {
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
    Ok(Facts { links, headings, bare, line: line_of(&document).into() })
}

/// All links and images, in the order of the source; none if it is too deep.
pub fn links(source: &str) -> Vec<Link> {
    parse(source).map_or_else(|_| Vec::new(), |document| links_of(source, &document))
}

/// The facts of a source that is nested too deep: its words as they were typed, and nothing else.
pub fn words_only(source: &str) -> Facts {
    Facts { line: one_line(source).into(), ..Facts::default() }
}

/// A `{{…}}` in a source: a figure that is computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// With its braces; of one that is not closed, to the end of its line.
    pub range: Range<usize>,
    /// What stands between the braces; none if they are not closed.
    pub inside: Option<String>,
}

/// Whether a source can hold a placeholder at all.
pub fn may_compute(source: &str) -> bool {
    memmem::find(source.as_bytes(), b"{{").is_some()
}

/// All placeholders, in the order of the source. In code, and behind a backslash, braces are
/// braces.
pub fn placeholders(source: &str) -> Vec<Placeholder> {
    // Most notes have none, and need not be read for that.
    if !may_compute(source) {
        return Vec::new();
    }
    let Ok(document) = parse(source) else { return Vec::new() };
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut in_code = false;
    for (event, range) in &document.events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            // The parser cuts text wherever markup might have begun.
            Event::Text(_) if !in_code => match runs.last_mut() {
                Some(run) if run.end == range.start => run.end = range.end,
                _ => runs.push(range.clone()),
            },
            _ => {}
        }
    }
    let mut found = Vec::new();
    for run in runs {
        let mut at = run.start;
        while let Some(start) = source[at..run.end].find("{{").map(|n| at + n) {
            if source[..start].ends_with('\\') {
                at = start + 2;
                continue;
            }
            let inside = start + 2..run.end;
            match source[inside.clone()].find("}}") {
                Some(length) => {
                    let inside = inside.start..inside.start + length;
                    at = inside.end + 2;
                    let text = source[inside].to_owned();
                    found.push(Placeholder { range: start..at, inside: Some(text) });
                }
                None => {
                    found.push(Placeholder { range: start..run.end, inside: None });
                    break;
                }
            }
        }
    }
    found
}

/// The source with its placeholders filled in; `figure` says with what. None if nothing was.
///
/// What is filled in is text and never markup: "7." at the beginning of a line begins no list.
pub fn filled(source: &str, figure: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut out = String::new();
    let mut at = 0;
    for placeholder in placeholders(source) {
        let Some(text) = placeholder.inside.as_deref().and_then(figure) else { continue };
        out.push_str(&source[at..placeholder.range.start]);
        for c in text.chars() {
            match c.is_alphabetic() || c == ' ' {
                true => out.push(c),
                false => out.push_str(&format!("&#{};", u32::from(c))),
            }
        }
        at = placeholder.range.end;
    }
    (at > 0).then(|| out + &source[at..])
}

/// What [`to_html`] needs to know from its caller.
pub struct Options<'a> {
    /// What every id begins with, so that notes on one page do not collide with each other nor
    /// with the page: letters, digits and hyphens, best with a hyphen at the end.
    pub id_prefix: &'a str,
    /// How many levels a heading goes down: with 1, `#` becomes `h2`. Levels end at `h6`.
    pub heading_shift: u8,
    /// Where a target leads; none if it leads nowhere, then its text stands without a link.
    /// `http`, `https` and `mailto` targets that it does not know are linked as they are.
    pub resolve: &'a dyn Fn(&str) -> Option<Href>,
    /// The words that the HTML needs.
    pub words: Words<'a>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Href {
    /// The address, relative to the page. Anything but a path, `http`, `https` and `mailto` is
    /// refused here as well.
    pub href: String,
    /// It leaves the site: the link is marked `rel="external"`, and an image is not shown.
    pub external: bool,
}

/// Words in the reader's language, as plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// The heading over the footnotes.
    pub footnotes: &'a str,
    /// What the arrow behind a footnote does; the footnote's number follows.
    pub footnote_back: &'a str,
}

/// The source as HTML that can stand in any page under a strict policy.
///
/// Footnotes are numbered as they are first referred to and stand at the end; those that nothing
/// refers to are left out, as GitHub does. Cells of a table carry their column's heading in
/// `data-label`, so that a style sheet can turn rows into labelled rows on a phone; empty cells
/// carry none. Source that is too deep is shown as it was written.
pub fn to_html(source: &str, options: &Options<'_>) -> String {
    let Ok(document) = parse(source) else {
        return format!("<pre>{}</pre>\n", escaped(source));
    };
    let (body, notes) = document.split_notes();
    let mut writer = Writer {
        options,
        notes: &notes,
        numbers: BTreeMap::new(),
        cited: Vec::new(),
        ids: BTreeSet::new(),
        headings: BTreeMap::new(),
        plain: is_shown(source).then_some(source.as_bytes().as_ptr_range()),
        out: String::with_capacity(source.len() + source.len() / 2),
    };
    writer.blocks(&body);
    writer.footnotes();
    writer.out
}

/// The source as one line of readable text, at most `max_chars` characters, cut between words and
/// then ended with "…". Markup, headings, footnotes and their markers are left out, raw HTML is
/// text. A source of nothing but headings gives their words.
pub fn plain_text(source: &str, max_chars: usize) -> String {
    shortened(&facts(source).unwrap_or_else(|_| words_only(source)).line, max_chars)
}

/// The beginning of a line, at most `max_chars` characters, cut between words and then ended with
/// "…". One character more than that is all of the line that is looked at.
pub fn shortened(line: &str, max_chars: usize) -> String {
    if line.len() <= max_chars || place_of(line, max_chars).is_none() {
        return line.to_owned();
    }
    let Some(limit) = max_chars.checked_sub(1).and_then(|n| place_of(line, n)) else {
        return String::new();
    };
    let whole_word = line[limit..].starts_with(' ').then_some(limit);
    let end = whole_word.or_else(|| line[..limit].rfind(' ')).unwrap_or_else(|| {
        // One long word: it is cut, but not between a letter and its marks.
        let mut ends = (0..=limit).rev().filter(|&at| line.is_char_boundary(at));
        ends.find(|&at| !line[at..].starts_with(is_combining_mark)).unwrap_or(0)
    });
    let kept = line[..end].trim_end_matches([' ', ',', ';', ':', '.']);
    format!("{kept}…")
}

/// Where the n-th character of a line begins, counted from 0; none if it has fewer.
fn place_of(line: &str, n: usize) -> Option<usize> {
    let mut rest = line.chars();
    if let Some(before) = n.checked_sub(1) {
        rest.nth(before)?;
    }
    let at = line.len() - rest.as_str().len();
    (at < line.len()).then_some(at)
}

// ---------------------------------------------------------------- reading

type Located<'a> = (Event<'a>, Range<usize>);

/// A source that is not too deep.
struct Document<'a> {
    events: Vec<Located<'a>>,
    /// Where the definitions of link names stand.
    definitions: BTreeMap<String, Range<usize>>,
}

fn parse(source: &str) -> Result<Document<'_>, TooDeep> {
    use pulldown_cmark::Options as Dialect;
    if let Some(range) = piled_up_markers(source) {
        return Err(TooDeep { range });
    }
    let parser = Parser::new_ext(source, Dialect::ENABLE_TABLES | Dialect::ENABLE_FOOTNOTES);
    let parser = parser.into_offset_iter();
    // An event or two for each line, and more for whatever is marked in it.
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
    /// Takes the definitions of footnotes out of the text. Of two with one name the first holds.
    fn split_notes(self) -> (Vec<Located<'a>>, BTreeMap<String, Vec<Located<'a>>>) {
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
        // Behind the text or the name, either of which may repeat the target.
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

/// Addresses in the text that are no links: `https://…`, `www.…` and `name@host`, outside code.
fn bare_addresses(source: &str, document: &Document<'_>) -> Vec<Range<usize>> {
    // Nearly no source holds any; the text is looked at word by word only if it may.
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
                // The parser cuts a text at every sign that might have been markup.
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

/// The words of a piece of source that are addresses, without the punctuation around them.
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

/// A line that opens far more blocks than [`MAX_DEPTH`]. The parser would take each later line
/// through all of them, which is quadratic, so such lines are refused before it sees them.
fn piled_up_markers(source: &str) -> Option<Range<usize>> {
    const PILE: usize = 8 * MAX_DEPTH;
    let is_blank = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\t' | b'\n' | b'\r'));
    let bytes = source.as_bytes();
    let ends = memchr2_iter(b'\n', b'\r', bytes).map(|end| end + 1);
    // So many markers need so many bytes, which few sources have in one line.
    let mut start = 0;
    for end in ends.chain([bytes.len()]) {
        let line = &bytes[start..end];
        if line.len() <= PILE {
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
            if markers > PILE {
                return Some(first_line(source, start + at..source.len()));
            }
        }
        start = end;
    }
    None
}

fn first_line(source: &str, range: Range<usize>) -> Range<usize> {
    let line = source[range.clone()].find(['\n', '\r']).map_or(range.end, |at| range.start + at);
    range.start..line
}

/// For the start of each element the place of its end; for any other event its own.
fn ends_of(events: &[Located<'_>]) -> Vec<usize> {
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

/// The first `target` inside `place` that stands behind the first `mark`.
fn find_after(source: &str, place: Range<usize>, mark: &str, target: &str) -> Option<Range<usize>> {
    let text = source.get(place.clone()).filter(|_| !target.is_empty())?;
    let from = text.find(mark)? + mark.len();
    let start = place.start + from + text[from..].find(target)?;
    Some(start..start + target.len())
}

/// Names of links and footnotes are the same in any case and with any spaces.
fn name_key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn target_of<'a>(link_type: LinkType, target: &'a str) -> Cow<'a, str> {
    match link_type {
        LinkType::Email => Cow::Owned(format!("mailto:{target}")),
        _ => Cow::Borrowed(target),
    }
}

/// The text of an event, for excerpts, labels and ids.
fn text_of_event<'e>(event: &'e Event<'_>) -> Option<&'e str> {
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

fn text_of(events: &[Located<'_>]) -> String {
    let mut text = String::new();
    for piece in events.iter().filter_map(|(event, _)| text_of_event(event)) {
        match is_shown(piece) {
            true => text.push_str(piece),
            false => text.extend(piece.chars().filter(|&c| may_be_shown(c))),
        }
    }
    text
}

/// Whether the words on both sides of an event are words of their own.
fn separates_words(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => {
            !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::End(tag) => {
            !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
        }
        event => !matches!(event, Event::FootnoteReference(_)),
    }
}

/// What the paragraphs of a source say, or, where it has none, its headings.
fn line_of(document: &Document<'_>) -> String {
    // Most of a source is words.
    let length = document.events.last().map_or(0, |(_, range)| range.end);
    let (mut text, mut headings) = (String::with_capacity(length), String::new());
    let (mut in_heading, mut footnotes) = (false, 0);
    for (event, _) in &document.events {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => footnotes += 1,
            Event::End(TagEnd::FootnoteDefinition) => {
                footnotes -= 1;
                continue;
            }
            Event::Start(Tag::Heading { .. }) => in_heading = true,
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            _ => {}
        }
        if footnotes > 0 {
            continue;
        }
        let line = if in_heading { &mut headings } else { &mut text };
        match text_of_event(event) {
            Some(piece) => line.push_str(piece),
            None if separates_words(event) => line.push(' '),
            None => {}
        }
    }
    one_line(if text.trim().is_empty() { &headings } else { &text })
}

/// The words with one space between them, without characters that may not be shown.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    if is_shown(text) {
        for word in text.split_ascii_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        return line;
    }
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|&c| may_be_shown(c)));
    }
    line
}

// ---------------------------------------------------------------- writing

/// Labels longer than this would stand in every row.
const LABEL_CHARS: usize = 60;

struct Writer<'o, 'n, 'a> {
    options: &'o Options<'o>,
    notes: &'n BTreeMap<String, Vec<Located<'a>>>,
    /// The number of each footnote that was referred to, counted from 1.
    numbers: BTreeMap<&'n str, usize>,
    /// The same footnotes in their order, with the number of references so far.
    cited: Vec<(&'n str, usize)>,
    /// Ids of headings, without the prefix.
    ids: BTreeSet<String>,
    /// For each name of a heading the last number that was put behind it.
    headings: BTreeMap<String, usize>,
    /// Where the source lies in memory, if nothing in it needs to be kept from a page but the signs
    /// of markup.
    plain: Option<Range<*const u8>>,
    out: String,
}

/// A table that is being written.
struct Table<'e> {
    columns: &'e [Alignment],
    labels: Vec<String>,
    column: usize,
    in_head: bool,
}

impl Writer<'_, '_, '_> {
    /// Writes a list of events whose elements are balanced.
    fn blocks(&mut self, events: &[Located<'_>]) {
        let ends = ends_of(events);
        // What closes each open element; a link without target has nothing to close.
        let mut closing = Vec::new();
        let mut tables = Vec::new();
        let mut at = 0;
        while let Some((event, _)) = events.get(at) {
            match event {
                Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                    self.image(&target_of(*link_type, dest_url), &text_of(&events[at..ends[at]]));
                    at = ends[at];
                }
                Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                    let inside = &events[at + 1..ends[at]];
                    let open = self.link(&target_of(*link_type, dest_url), inside);
                    closing.push(if open { "</a>" } else { "" });
                }
                Event::Start(tag) => {
                    let close = self.open(tag, &events[at + 1..ends[at]], &mut tables);
                    closing.push(close);
                }
                Event::End(tag) => {
                    let close = closing.pop().unwrap_or_default();
                    self.out.push_str(close);
                    if *tag == TagEnd::TableHead
                        && let Some(table) = tables.last_mut()
                    {
                        table.in_head = false;
                        // A table of a heading alone has no body.
                        if matches!(events.get(at + 1), Some((Event::Start(_), _))) {
                            self.out.push_str("<tbody>\n");
                        }
                    } else if *tag == TagEnd::Table {
                        tables.pop();
                    }
                }
                Event::Text(text)
                | Event::InlineHtml(text)
                | Event::Html(text)
                | Event::InlineMath(text)
                | Event::DisplayMath(text) => self.words(text),
                Event::Code(text) => {
                    self.out.push_str("<code>");
                    self.words(text);
                    self.out.push_str("</code>");
                }
                Event::FootnoteReference(name) => self.footnote_reference(name),
                Event::SoftBreak => self.out.push('\n'),
                Event::HardBreak => self.out.push_str("<br>\n"),
                Event::Rule => self.out.push_str("<hr>\n"),
                Event::TaskListMarker(_) => {}
            }
            at += 1;
        }
    }

    /// Opens an element and says what closes it.
    fn open<'e>(
        &mut self,
        tag: &'e Tag<'_>,
        inside: &[Located<'_>],
        tables: &mut Vec<Table<'e>>,
    ) -> &'static str {
        let (open, close) = match tag {
            Tag::Paragraph | Tag::HtmlBlock => ("<p>", "</p>\n"),
            Tag::BlockQuote(_) => ("<blockquote>\n", "</blockquote>\n"),
            Tag::CodeBlock(_) => ("<pre><code>", "</code></pre>\n"),
            Tag::List(None) => ("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => ("<ol>\n", "</ol>\n"),
            Tag::List(Some(start)) => {
                self.out.push_str(&format!("<ol start=\"{start}\">\n"));
                ("", "</ol>\n")
            }
            Tag::Item => ("<li>", "</li>\n"),
            Tag::Emphasis => ("<em>", "</em>"),
            Tag::Strong => ("<strong>", "</strong>"),
            Tag::Heading { level, .. } => return self.heading(*level as u8, inside),
            Tag::Table(columns) => {
                tables.push(Table { columns, labels: Vec::new(), column: 0, in_head: true });
                let has_body =
                    inside.iter().any(|(event, _)| *event == Event::Start(Tag::TableRow));
                ("<table class=\"note-table\">\n", table_end(has_body))
            }
            Tag::TableHead => ("<thead>\n<tr>", "</tr>\n</thead>\n"),
            Tag::TableRow => {
                if let Some(table) = tables.last_mut() {
                    table.column = 0;
                }
                ("<tr>", "</tr>\n")
            }
            Tag::TableCell => match tables.last_mut() {
                Some(table) => return self.cell(inside, table),
                None => ("", ""),
            },
            // Dialects that are off, and footnotes, which were taken out before.
            _ => ("", ""),
        };
        self.out.push_str(open);
        close
    }

    fn heading(&mut self, level: u8, inside: &[Located<'_>]) -> &'static str {
        let text = text_of(inside);
        if text.trim().is_empty() {
            // A heading without words only confuses whoever has headings read out.
            return "";
        }
        let base = slug(&text);
        // Headings of one name would otherwise try all numbers again and again.
        let next = self.headings.entry(base.clone()).or_insert(1);
        let mut id = base.clone();
        while !self.ids.insert(id.clone()) {
            *next += 1;
            id = format!("{base}-{next}");
        }
        let level = level.saturating_add(self.options.heading_shift).clamp(1, 6);
        self.out.push_str(&format!("<h{level} id=\"{}{id}\">", escaped(self.options.id_prefix)));
        match level {
            1 => "</h1>\n",
            2 => "</h2>\n",
            3 => "</h3>\n",
            4 => "</h4>\n",
            5 => "</h5>\n",
            _ => "</h6>\n",
        }
    }

    fn cell(&mut self, inside: &[Located<'_>], table: &mut Table<'_>) -> &'static str {
        let column = table.column;
        table.column += 1;
        let class = match table.columns.get(column) {
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            _ => "",
        };
        if table.in_head {
            let label = shortened(&one_line(&text_of(inside)), LABEL_CHARS);
            // An empty heading is none.
            let (open, close) = match label.is_empty() {
                true => ("<td", "</td>"),
                false => ("<th scope=\"col\"", "</th>"),
            };
            table.labels.push(escaped(&label).into_owned());
            self.out.extend([open, class, ">"]);
            return close;
        }
        self.out.extend(["<td", class]);
        let label = table.labels.get(column).filter(|label| !label.is_empty());
        if let Some(label) = label.filter(|_| !inside.is_empty()) {
            self.out.extend([" data-label=\"", label, "\""]);
        }
        self.out.push('>');
        "</td>"
    }

    /// Opens a link and says whether it did.
    fn link(&mut self, target: &str, inside: &[Located<'_>]) -> bool {
        let (address, external) = match (self.options.resolve)(target) {
            Some(href) => (Address::new(&href.href), href.external),
            None => (Address::new(target).filter(|a| a.kind != AddressKind::Path), true),
        };
        let Some(address) = address else { return false };
        self.out.push_str("<a href=\"");
        self.text(&address.text);
        self.out.push('"');
        if external && address.kind != AddressKind::Mail {
            self.out.push_str(" rel=\"external\"");
        }
        self.out.push('>');
        if text_of(inside).trim().is_empty() {
            // A link without words cannot be read out nor hit.
            self.text(&address.text);
        }
        true
    }

    /// Writes a picture of this site, or its alternative text.
    fn image(&mut self, target: &str, alt: &str) {
        let known = (self.options.resolve)(target).filter(|href| !href.external);
        let address = known.and_then(|href| Address::new(&href.href));
        match address.filter(|address| address.kind == AddressKind::Path) {
            Some(address) => {
                let (src, alt) = (escaped(&address.text), escaped(alt));
                self.out.push_str(&format!("<img src=\"{src}\" alt=\"{alt}\" loading=\"lazy\">"));
            }
            None => self.text(alt),
        }
    }

    fn footnote_reference(&mut self, name: &str) {
        let Some((name, _)) = self.notes.get_key_value(&name_key(name)) else {
            self.text(&format!("[^{name}]"));
            return;
        };
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(name).or_insert(next);
        if number == next {
            self.cited.push((name, 0));
        }
        let Some((_, references)) = self.cited.get_mut(number - 1) else { return };
        *references += 1;
        let reference = *references;
        let id = self.reference_id(number, reference);
        let prefix = escaped(self.options.id_prefix);
        self.out.push_str(&format!(
            "<sup class=\"footnote-ref\" id=\"{id}\"><a href=\"#{prefix}note_{number}\">{number}</a></sup>"
        ));
    }

    /// Writes the footnotes that were referred to.
    fn footnotes(&mut self) {
        // A footnote may refer to others, also to earlier ones: their arrows are written last.
        let body = std::mem::take(&mut self.out);
        let mut notes = Vec::new();
        while let Some((name, _)) = self.cited.get(notes.len()) {
            let all = self.notes;
            if let Some(events) = all.get(*name) {
                self.blocks(events);
            }
            notes.push(std::mem::take(&mut self.out));
        }
        self.out = body;
        if notes.is_empty() {
            return;
        }
        let level = self.options.heading_shift.saturating_add(1).min(6);
        let title = escaped(self.options.words.footnotes);
        self.out.push_str(&format!(
            "<section class=\"footnotes\">\n<h{level}>{title}</h{level}>\n<ol>\n"
        ));
        let prefix = escaped(self.options.id_prefix);
        for (at, note) in notes.iter().enumerate() {
            let number = at + 1;
            // The arrows belong to the last paragraph, if the note ends with one.
            let (text, end) = match note.strip_suffix("</p>\n") {
                Some(text) => (text, "</p>\n"),
                None => (note.as_str(), ""),
            };
            self.out.push_str(&format!("<li id=\"{prefix}note_{number}\">{text}"));
            let references = self.cited.get(at).map_or(0, |(_, references)| *references);
            for reference in 1..=references {
                let id = self.reference_id(number, reference);
                let back = escaped(self.options.words.footnote_back);
                let (label, mark) = match reference {
                    1 => (number.to_string(), String::new()),
                    _ => (format!("{number}-{reference}"), format!("<sup>{reference}</sup>")),
                };
                // The selector keeps the arrow a letter; phones would draw an emoji.
                self.out.push_str(&format!(
                    " <a class=\"footnote-back\" href=\"#{id}\" aria-label=\"{back} {label}\">↩\u{fe0e}{mark}</a>"
                ));
            }
            self.out.push_str(end);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    /// The id of a reference to a footnote. The underscore keeps it apart from those of headings.
    fn reference_id(&self, number: usize, reference: usize) -> String {
        let prefix = escaped(self.options.id_prefix);
        match reference {
            1 => format!("{prefix}ref_{number}"),
            _ => format!("{prefix}ref_{number}_{reference}"),
        }
    }

    fn text(&mut self, text: &str) {
        self.out.push_str(&escaped(text));
    }

    /// Words of the source. What stands in it letter by letter was looked at as a whole; what an
    /// entity became lies elsewhere.
    fn words(&mut self, text: &CowStr<'_>) {
        let is_verbatim = self.plain.as_ref().is_some_and(|plain| plain.contains(&text.as_ptr()));
        match is_verbatim && !has_signs(text) {
            true => self.out.push_str(text),
            false => self.text(text),
        }
    }
}

/// Whether a text holds a sign of markup.
fn has_signs(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr3(b'&', b'<', b'>', bytes).or_else(|| memchr(b'"', bytes)).is_some()
}

fn table_end(has_body: bool) -> &'static str {
    if has_body { "</tbody>\n</table>\n" } else { "</table>\n" }
}

/// Text as it may stand in an element or in a quoted attribute.
fn escaped(text: &str) -> Cow<'_, str> {
    if (is_shown(text) && !has_signs(text))
        || !text.contains(|c| matches!(c, '&' | '<' | '>' | '"') || !may_be_shown(c))
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars().filter(|&c| may_be_shown(c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether a character may reach a page. Entities smuggle in what is refused in a source: controls
/// and characters that turn the direction of their neighbours; HTML itself forbids noncharacters.
fn may_be_shown(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_noncharacter = c as u32 & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c);
    (!c.is_control() || matches!(c, '\n' | '\t')) && !turns && !is_noncharacter
}

/// Whether a text holds nothing but characters of which nearly all text is made, told by its bytes
/// alone: ASCII, the letters of Vietnamese, dashes, quotation marks. All of them may be shown, and of
/// blanks there are only those of ASCII.
fn is_shown(text: &str) -> bool {
    is_each(text.as_bytes(), |_, byte, next, third| {
        let ascii = matches!(byte, b' '..=b'~' | b'\n' | b'\t');
        ascii | is_common(byte, next, third)
    })
}

/// An address that may stand in `href`: of a kind that is allowed, and a valid URL.
struct Address {
    text: String,
    kind: AddressKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum AddressKind {
    /// `http://` or `https://`.
    Web,
    /// `mailto:`.
    Mail,
    /// Relative to the page or the host.
    Path,
}

impl Address {
    fn new(target: &str) -> Option<Self> {
        // Nearly all are paths in the site, as its routes write them.
        let is_route =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'/' | b'_');
        let path = target.strip_prefix("../").unwrap_or(target);
        if path.starts_with(|c: char| c.is_ascii_alphanumeric()) && path.bytes().all(is_route) {
            return Some(Self { text: target.to_owned(), kind: AddressKind::Path });
        }
        // Browsers drop controls and outer blanks before they look for the scheme.
        let visible = |c: &char| may_be_shown(*c) && !c.is_control() && *c != '\u{ad}';
        let target: String = target.chars().filter(visible).collect();
        let target = target.trim();
        let Some((scheme, rest)) = split_scheme(target) else {
            let is_path = !target.is_empty() && !target.starts_with("//");
            return is_path.then(|| Self { text: encoded(target), kind: AddressKind::Path });
        };
        match scheme.to_ascii_lowercase().as_str() {
            scheme @ ("http" | "https") => {
                let rest = rest.strip_prefix("//")?;
                let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
                let (host, path) = rest.split_at(end);
                let text = format!("{scheme}://{host}{}", encoded(path));
                is_host(host).then_some(Self { text, kind: AddressKind::Web })
            }
            "mailto" => {
                let mailbox = rest.split('?').next().unwrap_or_default();
                let (name, host) = mailbox.rsplit_once('@')?;
                let good = !name.is_empty() && !mailbox.contains(char::is_whitespace);
                let text = format!("mailto:{}", encoded(rest));
                (good && is_host(host)).then_some(Self { text, kind: AddressKind::Mail })
            }
            _ => None,
        }
    }
}

/// What stands before the first colon, unless a path begins before it. It need not be a proper
/// scheme: `java script:` is not, and is no path either.
fn split_scheme(target: &str) -> Option<(&str, &str)> {
    let end = target.find([':', '/', '?', '#'])?;
    target[end..].strip_prefix(':').map(|rest| (&target[..end], rest))
}

/// A name or IPv4 address with an optional port. No user name: `https://chinhphu.vn@example.com`
/// leads elsewhere than it seems.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number = last.bytes().all(|b| b.is_ascii_digit());
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    port.bytes().all(|b| b.is_ascii_digit())
        && port.parse::<u16>().is_ok()
        && name.split('.').all(is_label)
        && (!is_number || name.parse::<std::net::Ipv4Addr>().is_ok())
}

/// The text with everything percent-encoded that has no place in a URL behind the host.
fn encoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut in_fragment = false;
    for (at, &byte) in bytes.iter().enumerate() {
        let stays = match byte {
            b'#' => !std::mem::replace(&mut in_fragment, true),
            // Already encoded, unless it encodes nothing.
            b'%' => {
                bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
            }
            _ => byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte),
        };
        if stays {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_in_a_plain_source_is_not_taken_for_its_words() {
        assert!(is_shown("a&lrm;b&#x202e;c &quot;d&quot; &lt;e&gt; `&lrm;`"));
        assert_eq!(
            html("a&lrm;b&#x202e;c &quot;d&quot; &lt;e&gt; `&lrm;`"),
            "<p>abc &quot;d&quot; &lt;e&gt; <code>&amp;lrm;</code></p>\n"
        );
    }

    #[test]
    fn what_is_told_by_bytes_is_what_characters_tell() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            if is_shown(&c.to_string()) {
                assert!(may_be_shown(c), "{c:?}");
                assert_eq!(c.is_whitespace(), c.is_ascii_whitespace(), "{c:?}");
            }
        }
        assert!(is_shown("Đã họp “các sở”…\n\tQuân 12/7") && is_shown(""));
        // Wherever it stands among the pieces that are judged at once.
        for length in (0..6).chain(250..262).chain(508..516) {
            for sign in ['\u{200e}', '\u{202a}', '\u{85}', '\u{2003}', '\u{1680}', '\r', '\u{7f}'] {
                for behind in ["", "ệ", "abc"] {
                    let text = format!("{}{sign}{behind}", "a".repeat(length));
                    assert!(!is_shown(&text) && is_shown(&text.replace(sign, "–")), "{text:?}");
                }
            }
        }
        for n in 0..6 {
            let place = "aệb“".char_indices().nth(n).map(|(at, _)| at);
            assert_eq!(place_of("aệb“", n), place);
        }
    }
    use proptest::prelude::*;

    const WORDS: Words<'static> =
        Words { footnotes: "Chú thích", footnote_back: "Về chỗ dẫn chú thích" };

    /// Records lead to pages, attachments to files; nothing else is known.
    fn resolve(target: &str) -> Option<Href> {
        let local = |href: String| Some(Href { href, external: false });
        if let Some(task) = target.strip_prefix("task:") {
            return local(format!("../tasks/{task}.html"));
        }
        if target == "doc:evil" {
            return local("javascript:alert(1)".to_owned());
        }
        if target == "doc:net" {
            return Some(Href { href: "https://chinhphu.vn/a b.pdf".to_owned(), external: true });
        }
        target.starts_with("attachments/").then(|| local(format!("../{target}"))).flatten()
    }

    fn options(id_prefix: &str) -> Options<'_> {
        Options { id_prefix, heading_shift: 1, resolve: &resolve, words: WORDS }
    }

    fn html(source: &str) -> String {
        let html = to_html(source, &options("n-"));
        assert_safe(source, &html);
        html
    }

    const ELEMENTS: &[&str] = &[
        "p",
        "blockquote",
        "pre",
        "code",
        "ul",
        "ol",
        "li",
        "em",
        "strong",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "img",
        "sup",
        "section",
        "br",
        "hr",
    ];
    const ATTRIBUTES: &[(&str, &str)] = &[
        ("a", "href"),
        ("a", "rel"),
        ("a", "class"),
        ("a", "aria-label"),
        ("img", "src"),
        ("img", "alt"),
        ("img", "loading"),
        ("sup", "class"),
        ("sup", "id"),
        ("h2", "id"),
        ("h3", "id"),
        ("h4", "id"),
        ("h5", "id"),
        ("h6", "id"),
        ("ol", "start"),
        ("li", "id"),
        ("table", "class"),
        ("th", "scope"),
        ("th", "class"),
        ("td", "class"),
        ("td", "data-label"),
        ("section", "class"),
    ];

    /// A small reader of the HTML that this file writes: it knows exactly the form that is
    /// allowed, so anything else is a finding.
    fn assert_safe(source: &str, html: &str) {
        let mut open: Vec<&str> = Vec::new();
        let mut ids = BTreeSet::new();
        let mut targets = Vec::new();
        let mut rest = html;
        while let Some(start) = rest.find(['<', '>']) {
            assert!(rest[start..].starts_with('<'), "stray > for {source:?}: {html}");
            let end = start + rest[start..].find('>').expect("an open tag");
            let tag = &rest[start + 1..end];
            rest = &rest[end + 1..];
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(name), "balance for {source:?}: {html}");
                continue;
            }
            let (name, mut attributes) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
            assert!(ELEMENTS.contains(&name), "<{name}> for {source:?}: {html}");
            assert!(name != "a" || !open.contains(&"a"), "link in link for {source:?}: {html}");
            let in_text =
                open.iter().any(|o| matches!(*o, "p" | "h2" | "h3" | "a" | "em" | "strong"));
            let is_inline = matches!(name, "a" | "img" | "sup" | "br" | "em" | "strong" | "code");
            assert!(!in_text || is_inline, "<{name}> in text for {source:?}: {html}");
            if !matches!(name, "br" | "hr" | "img") {
                open.push(name);
            }
            while let Some(attribute) = attributes.strip_prefix(' ') {
                let (key, value) = attribute.split_once("=\"").expect("a quoted value");
                let (value, after) = value.split_once('"').expect("a closed value");
                assert!(ATTRIBUTES.contains(&(name, key)), "{name} {key} for {source:?}: {html}");
                match key {
                    "id" => {
                        assert!(value.starts_with("n-"), "{value}");
                        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
                        assert!(value.chars().all(plain), "{value}");
                        assert!(ids.insert(value), "{value} twice for {source:?}: {html}");
                    }
                    "href" | "src" => {
                        let good = ["http://", "https://", "mailto:", "../", "#n-"];
                        assert!(
                            good.iter().any(|g| value.starts_with(g)),
                            "{value} for {source:?}"
                        );
                        assert!(!value.contains(char::is_whitespace), "{value}");
                        targets.extend(value.strip_prefix('#'));
                    }
                    _ => {}
                }
                attributes = after;
            }
            assert!(attributes.is_empty(), "{attributes} for {source:?}: {html}");
        }
        assert_eq!(open, Vec::<&str>::new(), "balance for {source:?}: {html}");
        for target in targets {
            assert!(ids.contains(target), "#{target} leads nowhere for {source:?}: {html}");
        }
    }

    #[test]
    fn text_becomes_paragraphs_lists_and_quotes() {
        assert_eq!(
            html("Một *hai* **ba** `bốn`  \nnăm"),
            "<p>Một <em>hai</em> <strong>ba</strong> <code>bốn</code><br>\nnăm</p>\n"
        );
        assert_eq!(html("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
        assert_eq!(html("3. a\n4. b"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
        assert_eq!(html("1. a"), "<ol>\n<li>a</li>\n</ol>\n");
        assert_eq!(html("> a\n\n---"), "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n");
        assert_eq!(html("```js\" onclick=\"x\na < b\n```"), "<pre><code>a &lt; b\n</code></pre>\n");
        assert_eq!(html(""), "");
        // Neither strikethrough nor task boxes.
        assert_eq!(html("từ 5~10 đến 15~20, ~~x~~"), "<p>từ 5~10 đến 15~20, ~~x~~</p>\n");
        assert_eq!(html("- [ ] a"), "<ul>\n<li>[ ] a</li>\n</ul>\n");
    }

    #[test]
    fn raw_html_becomes_visible_text() {
        assert_eq!(html("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
        assert_eq!(
            html("<div onclick=\"x\">\na\n</div>"),
            "<p>&lt;div onclick=&quot;x&quot;&gt;\na\n&lt;/div&gt;</p>\n"
        );
        assert_eq!(html("<!-- ghi chú -->"), "<p>&lt;!-- ghi chú --&gt;</p>\n");
    }

    #[test]
    fn headings_go_down_and_have_unique_ids() {
        assert_eq!(
            html("# Tiến độ\n\n## Tiến độ\n\n###### *Sâu* `x`"),
            "<h2 id=\"n-tien-do\">Tiến độ</h2>\n<h3 id=\"n-tien-do-2\">Tiến độ</h3>\n\
             <h6 id=\"n-sau-x\"><em>Sâu</em> <code>x</code></h6>\n"
        );
        assert_eq!(html("# a-2\n# a\n# a\n# a-2").matches("id=").count(), 4);
        assert_eq!(
            html("# note_1\n# …"),
            "<h2 id=\"n-note-1\">note_1</h2>\n<h2 id=\"n-muc\">…</h2>\n"
        );
        assert_eq!(html("#"), "");
        assert_eq!(
            html("# a {#b onclick=x}"),
            "<h2 id=\"n-a-b-onclick-x\">a {#b onclick=x}</h2>\n"
        );
        let deep = Options { heading_shift: 255, ..options("n-") };
        assert_eq!(to_html("# a", &deep), "<h6 id=\"n-a\">a</h6>\n");
    }

    #[test]
    fn links_lead_where_the_caller_says_or_to_the_web() {
        assert_eq!(
            html("[Việc 1.3](task:1.3)"),
            "<p><a href=\"../tasks/1.3.html\">Việc 1.3</a></p>\n"
        );
        assert_eq!(html("[x](note:unknown)"), "<p>x</p>\n");
        assert_eq!(
            html("[x](https://chinhphu.vn/?a=1&b=2 \"t\")"),
            "<p><a href=\"https://chinhphu.vn/?a=1&amp;b=2\" rel=\"external\">x</a></p>\n"
        );
        assert_eq!(html("<a@b.vn>"), "<p><a href=\"mailto:a@b.vn\">a@b.vn</a></p>\n");
        assert_eq!(
            html("[x](doc:net)"),
            "<p><a href=\"https://chinhphu.vn/a%20b.pdf\" rel=\"external\">x</a></p>\n"
        );
        // What a caller maps is checked too.
        assert_eq!(html("[x](doc:evil)"), "<p>x</p>\n");
        // Addresses are made valid.
        assert_eq!(
            html("[x](<http://a.vn/đ [1]%zz%20#a#b>)"),
            "<p><a href=\"http://a.vn/%C4%91%20%5B1%5D%25zz%20#a%23b\" rel=\"external\">x</a></p>\n"
        );
        // A link without words shows its address.
        assert_eq!(
            html("[](https://a.vn)"),
            "<p><a href=\"https://a.vn\" rel=\"external\">https://a.vn</a></p>\n"
        );
    }

    #[test]
    fn images_of_the_site_are_shown_and_others_are_text() {
        assert_eq!(
            html("![Ảnh \"1\" *đẹp*](attachments/a.png)"),
            "<p><img src=\"../attachments/a.png\" alt=\"Ảnh &quot;1&quot; đẹp\" loading=\"lazy\"></p>\n"
        );
        assert_eq!(html("![Ảnh <1>](https://a.vn/x.png)"), "<p>Ảnh &lt;1&gt;</p>\n");
        assert_eq!(html("![a](doc:net)"), "<p>a</p>\n");
        assert_eq!(
            html("[![a](attachments/a.png)](task:1)"),
            "<p><a href=\"../tasks/1.html\"><img src=\"../attachments/a.png\" alt=\"a\" loading=\"lazy\"></a></p>\n"
        );
        assert_eq!(html("![a [b](task:1) ![c](attachments/c.png)](x)"), "<p>a b c</p>\n");
    }

    #[test]
    fn tables_are_labelled_and_aligned_by_class() {
        assert_eq!(
            html("| Huyện | Số *xã* | |\n|---|--:|:-:|\n| Phú Bình | 20 | x |\n| Đại Từ | |"),
            "<table class=\"note-table\">\n<thead>\n<tr><th scope=\"col\">Huyện</th>\
             <th scope=\"col\" class=\"align-right\">Số <em>xã</em></th><td class=\"align-center\"></td></tr>\n\
             </thead>\n<tbody>\n<tr><td data-label=\"Huyện\">Phú Bình</td>\
             <td class=\"align-right\" data-label=\"Số xã\">20</td><td class=\"align-center\">x</td></tr>\n\
             <tr><td data-label=\"Huyện\">Đại Từ</td><td class=\"align-right\"></td>\
             <td class=\"align-center\"></td></tr>\n</tbody>\n</table>\n"
        );
        let only_head = "<table class=\"note-table\">\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n</table>\n";
        assert_eq!(html("| a |\n|---|"), only_head);
        let long = "rất dài ".repeat(30);
        assert!(html(&format!("|{long}|\n|---|\n|x|")).contains("rất…\">x</td>"));
    }

    #[test]
    fn footnotes_are_numbered_as_cited_and_linked_both_ways() {
        let source = "Một[^b] hai[^A] ba[^b].\n\n[^a]: Chú thích a.\n[^b]: Chú thích b.\n[^c]: Không ai dẫn.\n";
        assert_eq!(
            html(source),
            "<p>Một<sup class=\"footnote-ref\" id=\"n-ref_1\"><a href=\"#n-note_1\">1</a></sup> \
             hai<sup class=\"footnote-ref\" id=\"n-ref_2\"><a href=\"#n-note_2\">2</a></sup> \
             ba<sup class=\"footnote-ref\" id=\"n-ref_1_2\"><a href=\"#n-note_1\">1</a></sup>.</p>\n\
             <section class=\"footnotes\">\n<h2>Chú thích</h2>\n<ol>\n\
             <li id=\"n-note_1\"><p>Chú thích b. \
             <a class=\"footnote-back\" href=\"#n-ref_1\" aria-label=\"Về chỗ dẫn chú thích 1\">↩\u{fe0e}</a> \
             <a class=\"footnote-back\" href=\"#n-ref_1_2\" aria-label=\"Về chỗ dẫn chú thích 1-2\">↩\u{fe0e}<sup>2</sup></a></p>\n</li>\n\
             <li id=\"n-note_2\"><p>Chú thích a. \
             <a class=\"footnote-back\" href=\"#n-ref_2\" aria-label=\"Về chỗ dẫn chú thích 2\">↩\u{fe0e}</a></p>\n</li>\n\
             </ol>\n</section>\n"
        );
    }

    #[test]
    fn footnotes_may_cite_each_other_and_themselves() {
        let circle = html("x[^1]\n\n[^1]: a[^2]\n\n[^2]: b[^1][^2]\n");
        assert_eq!(circle.matches("<li id=").count(), 2);
        assert_eq!(circle.matches("href=\"#n-ref_").count(), 4);
        // Only a footnote that nobody reads cites this one.
        assert_eq!(html("x\n\n[^1]: a[^2]\n\n[^2]: b\n"), "<p>x</p>\n");
        // To the parser a reference is a link, and no link stands inside a link.
        assert!(html("[a[^1]](task:1)\n\n[^1]: b").starts_with("<p>[a<sup"));
        assert_eq!(html("a[^x]"), "<p>a[^x]</p>\n");
        html("> a[^1]\n>\n> [^1]: b\n>     - c[^2]\n>\n> [^2]: d\n");
        html("x[^1]\n\n[^1]: - a\n    - b\n\n        [^2]: c\n\n[^1]: zweite\n");
    }

    #[test]
    fn notes_on_one_page_do_not_collide() {
        let source = "# A\n\nx[^1]\n\n[^1]: y\n";
        let (one, two) = (to_html(source, &options("n1-")), to_html(source, &options("n2-")));
        assert!(one.contains("id=\"n1-a\"") && two.contains("id=\"n2-a\""));
        assert!(!one.contains("\"n2-") && !two.contains("#n1-"));
    }

    #[test]
    fn words_and_prefix_are_escaped() {
        let words = Words { footnotes: "<b>&", footnote_back: "\"><script>" };
        let html = to_html("# a\n\nx[^1]\n\n[^1]: y", &Options { words, ..options("\"><x ") });
        assert!(!html.contains("<b>") && !html.contains("<script") && !html.contains("<x"));
    }

    #[test]
    fn hostile_payloads_stay_text() {
        let payloads = [
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt:alert(1))",
            "[a](&#106;avascript:alert(1))",
            "[a](&#x6A&#x61;vascript:alert(1))",
            "[a](javascript&colon;alert(1))",
            "[a](java&#10;script:alert(1))",
            "[a](java&Tab;script:alert(1))",
            "[a](&#1;javascript:alert(1))",
            "[a](<  javascript:alert(1)>)",
            "[a](<java script:alert(1)>)",
            "[a](\u{a0}javascript:alert(1))",
            "[a](\u{200b}javascript:alert(1))",
            "[a](java\u{ad}script:alert(1))",
            "[a](java\\script:alert(1))",
            "[a](javascript\\:alert(1))",
            "[a](%6Aavascript:alert(1))",
            "[a](vbscript:msgbox(1))",
            "[a](data:text/html;base64,PHNjcmlwdD4=)",
            "[a](DATA:text/html,x)",
            "[a](file:///etc/passwd)",
            "[a](//evil.example/x)",
            "[a](/\\evil.example/x)",
            "[a](\\\\evil.example\\x)",
            "[a](http:evil.example)",
            "[a](http:/evil.example)",
            "[a](http:\\\\evil.example)",
            "[a](https://)",
            "[a](https://chinhphu.vn@evil.example/)",
            "[a](https://chinhphu.vn:443@evil.example/)",
            "[a](http://[::1]/)",
            "[a](http://a..b/)",
            "[a](http://a:99999/)",
            "[a](http://1.2.3.999/)",
            "[a](ftp://a.vn/)",
            "[a](blob:https://a.vn/1)",
            "[a](view-source:https://a.vn)",
            "[a](feed:javascript:alert(1))",
            "[a](mailto:)",
            "[a](mailto:a)",
            "[a](#top)",
            "[a](?x=1)",
            "[a](index.html)",
            "[a]()",
            "[a](<>)",
            "<javascript:alert(1)>",
            "<data:text/html,x>",
            "<JAVASCRIPT:alert(1)>",
            "[a][b]\n\n[b]: javascript:alert(1)",
            "[a]\n\n[a]: <java&#x0A;script:alert(1)> \"onclick=x\"",
            "![a](javascript:alert(1))",
            "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
            "![\"><script>alert(1)</script>](x)",
            "![a](https://evil.example/pixel.gif)",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//evil.example/x></SCRIPT>",
            "<style>*{display:none}</style>",
            "<iframe src=javascript:alert(1)>",
            "<a href=\"javascript:alert(1)\">a</a>",
            "<p style=\"position:fixed\" id=main onclick=x>",
            "<!--><script>alert(1)</script>-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?php echo 1 ?>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;img src=x onerror=alert(1)&#62;",
            "`<script>alert(1)</script>`",
            "```\n</code></pre><script>alert(1)</script>\n```",
            "~~~ \"><script>alert(1)</script>\nx\n~~~",
            "# \"><script>alert(1)</script> {#x onclick=alert(1)}",
            "# <img src=x onerror=alert(1)>",
            "x[^\"><script>]\n\n[^\"><script>]: y",
            "x[^a\" onclick=\"b]\n\n[^a\" onclick=\"b]: <script>alert(1)</script>",
            "[a[b](javascript:1)](javascript:2)",
            "[a](\"onmouseover=alert(1))",
            "[a](https://a.vn/\"onmouseover=\"alert(1))",
            "[a](https://a.vn/'><script>alert(1)</script>)",
            "<https://a.vn/\"onclick=alert(1)>",
            "[a](https://a.vn \"\\\" onclick=alert(1)\")",
            "| <script> | \" onclick=\"x |\n|---|---|\n| <img onerror=x> | y |",
            "&#8238;lệch&#8236; &#0; &#x1; &#xFFFE; &#x202E;",
            "[task](task:\"><script>)",
            "![x](attachments/\"onerror=\"alert(1))",
        ];
        assert!(payloads.len() >= 40);
        for payload in payloads {
            for source in [payload.to_owned(), format!("> - {payload}"), format!("*{payload}*")] {
                let html = html(&source);
                let shown = html.to_lowercase();
                for forbidden in [
                    "<script",
                    "<svg",
                    "<iframe",
                    "<style",
                    " style=\"",
                    "href=\"java",
                    "src=\"data",
                ] {
                    assert!(!shown.contains(forbidden), "{source:?}: {html}");
                }
                assert!(!html.chars().any(|c| !may_be_shown(c)), "{source:?}: {html:?}");
                let is_note = payload.contains("[^");
                let may_link =
                    payload.contains("https://a.vn/") || payload.contains("(https://a.vn ");
                let may_link =
                    may_link || payload.contains("task:") || payload.contains("attachments/");
                assert!(is_note || may_link || !html.contains("<a "), "{source:?}: {html}");
                assert!(may_link || !html.contains("<a href=\"http"), "{source:?}");
            }
        }
    }

    #[test]
    fn links_are_found_with_their_places() {
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
    fn headings_and_bare_addresses_are_found_with_their_places() {
        let source = "# Một\n\nXem https://a.vn/x_y?b=1&c=2, (www.b.vn) hoặc a_b@c.vn.\n\n### Ba `www.d.vn` [www.e.vn](task:1) <f@g.vn>\n\n[h]: https://h.vn\n[h] 5@ @x a@b x://y\n";
        let facts = facts(source).unwrap();
        let headings: Vec<_> =
            facts.headings.iter().map(|h| (h.level, &source[h.range.clone()])).collect();
        assert_eq!(headings, [(1, "# Một"), (3, "### Ba `www.d.vn` [www.e.vn](task:1) <f@g.vn>")]);
        let bare: Vec<_> = facts.bare.iter().map(|range| &source[range.clone()]).collect();
        assert_eq!(bare, ["https://a.vn/x_y?b=1&c=2", "www.b.vn", "a_b@c.vn"]);
        assert_eq!(facts.links, links(source));
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
        assert_eq!(links("`[a](task:1)`\n\n    [b](task:2)\n\n<b>[c]</b> \\[d](task:4)"), []);
    }

    #[test]
    fn plain_text_is_one_readable_line() {
        let source = "# Tiêu đề\n\nMột *hai* [ba](task:1) `bốn` <b>năm</b>[^1]\nsáu ![bảy](x).\n\n- a\n- b\n\n\
                      | c | d |\n|---|---|\n| e | f |\n\n[^1]: chú thích\n";
        let all = "Một hai ba bốn <b>năm</b> sáu bảy. a b c d e f";
        assert_eq!(plain_text(source, 1000), all);
        assert_eq!(plain_text(source, all.chars().count()), all);
        assert_eq!(
            plain_text(source, all.chars().count() - 1),
            "Một hai ba bốn <b>năm</b> sáu bảy. a b c d e…"
        );
        assert_eq!(plain_text("Một hai ba", 8), "Một hai…");
        assert_eq!(plain_text("Một hai ba", 7), "Một…");
        assert_eq!(plain_text("Một, hai ba", 6), "Một…");
        assert_eq!(plain_text("Nghiêng", 4), "Ngh…");
        assert_eq!(plain_text("Nghiêng", 1), "…");
        assert_eq!(plain_text("Nghiêng", 0), "");
        assert_eq!(plain_text("ta\u{302}\u{301}t", 3), "t…");
        assert_eq!(plain_text("", 0), "");
        assert_eq!(plain_text("*x*y", 10), "xy");
    }

    #[test]
    fn depth_is_limited() {
        assert_eq!(guard(&">".repeat(MAX_DEPTH - 1)), Ok(()));
        let quotes = format!("một\n\n{} a\n", ">".repeat(MAX_DEPTH + 5));
        let too_deep = guard(&quotes).unwrap_err();
        assert_eq!(&quotes[too_deep.range], ">>>>> a");
        assert_eq!(to_html(&quotes, &options("")), format!("<pre>{}</pre>\n", escaped(&quotes)));
        assert_eq!(links(&format!("{} [a](task:1)", "- ".repeat(40))), []);
        assert!(guard(&format!("{}a", "- ".repeat(33))).is_err());
        assert!(guard(&format!("{}a{}", "*b _".repeat(40), "_ c*".repeat(40))).is_err());
        // A ruler is not a list, however long.
        assert_eq!(guard(&"-".repeat(5000)), Ok(()));
        assert_eq!(guard(&"a * - > ".repeat(5000)), Ok(()));
        assert_eq!(guard(&format!("{}\n", "*".repeat(5000))), Ok(()));
    }

    /// Everything that is asked of one source, with the time it took.
    fn run(source: &str) -> std::time::Duration {
        let started = std::time::Instant::now();
        let _ = guard(source);
        let html = to_html(source, &options("n-"));
        let _ = (links(source), plain_text(source, 200));
        for place in facts(source).unwrap_or_default().bare {
            assert!(source.get(place.clone()).is_some_and(|text| !text.is_empty()), "{place:?}");
        }
        let took = started.elapsed();
        if html.starts_with("<pre>") && guard(source).is_err() {
            return took;
        }
        assert_safe(&source[..source.floor_char_boundary(60)], &html);
        took
    }

    #[test]
    fn hostile_sizes_take_little_time() {
        const SIZE: usize = 100_000;
        let units = [
            ">",
            "> ",
            "[",
            "![",
            "]",
            "[]",
            "[](",
            "[a](",
            "[a](<",
            "[a][",
            "[a]: b\n",
            "*",
            "* ",
            "*a ",
            "**a ",
            "_",
            "_a*",
            "*a_ ",
            "- ",
            "1. ",
            "1) ",
            "+ ",
            "`",
            "`a``",
            "```\n",
            "~",
            "|",
            "|a",
            "|-",
            "a|\n",
            "<",
            "<a",
            "<a ",
            "<!--",
            "<?",
            "<![CDATA[",
            "<!A",
            "</",
            "&",
            "&#",
            "&amp;",
            "\\",
            "#",
            "# ",
            "# a\n",
            "#\n",
            "=\n",
            "a\n=\n",
            "-\n",
            "[^",
            "[^1]",
            "[^1]: a\n",
            "[^1]:",
            "[^1]\n\n[^1]: ",
            "\n",
            "\r",
            "\t",
            " ",
            "\0",
            "a",
            "ế",
            "\u{301}",
            "a\n\n",
            "    ",
            "  \n",
            ":",
            "(",
            ")",
            "<a@b.c>",
            "![a](attachments/b)",
            "![",
            "[a](task:1)",
            "http://a.vn ",
            "(a\n",
            "[a](\n",
            "\"",
            "'",
            "$",
            "$$",
            "{",
            "- a\n",
            "- a\n\n",
            "> a\n\n",
            "1. a\n",
            "<div>\n",
            "<div>\n\n",
            "| a |\n|---|\n| b |\n\n",
        ];
        let mut sources: Vec<(String, String)> = units
            .iter()
            .map(|unit| (format!("{unit:?}"), unit.repeat(SIZE / unit.len())))
            .collect();
        let mut add = |name: &str, source: String| sources.push((name.to_owned(), source));
        add(
            "deep list, empty lines",
            format!("{}a{}", "- ".repeat(SIZE / 4), "\n".repeat(SIZE / 2)),
        );
        add(
            "list at the limit, empty lines",
            format!("{}a{}", "- ".repeat(500), "\n".repeat(SIZE)),
        );
        add(
            "deep quote, lazy lines",
            format!("{}a{}", ">".repeat(SIZE / 2), "\na".repeat(SIZE / 4)),
        );
        add("quotes again", format!("{}a\n", ">".repeat(400)).repeat(SIZE / 400));
        add(
            "wide table",
            format!(
                "{}\n{}\n{}",
                "|a".repeat(SIZE / 8),
                "|-".repeat(SIZE / 8),
                "|\n".repeat(SIZE / 4)
            ),
        );
        add("long label", format!("|{}|\n|-|\n{}", "a ".repeat(SIZE / 4), "|b\n".repeat(SIZE / 6)));
        add("full table", format!("|a|b|\n|-|-|\n{}", "|c|d\n".repeat(SIZE / 5)));
        add("one footnote", format!("{}\n\n[^1]: a\n", "[^1]".repeat(SIZE / 4)));
        add("many footnotes", (0..SIZE / 20).map(|n| format!("[^{n}]\n\n[^{n}]: a\n\n")).collect());
        add(
            "chained footnotes",
            format!(
                "[^0]\n\n{}",
                (0..SIZE / 20).map(|n| format!("[^{n}]: [^{}]\n\n", n + 1)).collect::<String>()
            ),
        );
        add("one definition", format!("[a]: task:1\n\n{}", "[a]".repeat(SIZE / 3)));
        add("many definitions", (0..SIZE / 16).map(|n| format!("[a{n}]: task:{n}\n")).collect());
        add(
            "colliding headings",
            (0..SIZE / 8).map(|n| format!("# a-{}\n# a\n", n % 100)).collect(),
        );
        add("nested images", format!("{}a{}", "![".repeat(SIZE / 8), "](b)".repeat(SIZE / 8)));
        add(
            "nested images at the limit",
            format!("{}a{}", "![".repeat(60), "](b)".repeat(60)).repeat(SIZE / 360),
        );
        add(
            "nested emphasis",
            format!("{}a{}", "*a **b ".repeat(SIZE / 14), " c** d*".repeat(SIZE / 14)),
        );
        add("brackets", format!("{}a{}", "[".repeat(SIZE / 2), "]".repeat(SIZE / 2)));
        add(
            "backticks of all lengths",
            (1..440).map(|n| format!("{} a ", "`".repeat(n))).collect(),
        );
        add("indented list", (0..440).map(|n| format!("{}- a\n", " ".repeat(n))).collect());
        add("indented definitions", format!("[^1]: a\n\n{}", "    [^2]: b\n\n".repeat(SIZE / 14)));
        add("numbers", "1".repeat(SIZE));
        let mut slowest = (std::time::Duration::ZERO, String::new());
        for (name, source) in &sources {
            let took = run(source);
            // An order of magnitude above what a debug build needs; a quadratic one takes minutes.
            assert!(took.as_secs() < 20, "{name}: {took:?}");
            slowest = slowest.max((took, name.clone()));
        }
        println!("slowest: {slowest:?}");
    }

    /// Pieces that mean something in Markdown or HTML, in any order.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "[",
            "]",
            "(",
            ")",
            "![",
            "](",
            "<",
            ">",
            "\"",
            "'",
            "*",
            "**",
            "_",
            "`",
            "```\n",
            "#",
            "# ",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "    ",
            "|",
            "|-|-|\n",
            "|---|\n",
            "[^1]",
            "[^1]: ",
            "[^a]",
            "[^a]: ",
            "[a]: ",
            "[a]",
            "javascript:",
            "https://a.vn",
            "task:1",
            "attachments/x",
            "mailto:a@b.vn",
            "&lt;",
            "&#60;",
            "&#x202e;",
            "<script>",
            "</p>",
            "<!--",
            "-->",
            "\\",
            "~~",
            ":",
            "a",
            "ế",
            "đ ",
            "\t",
            "\0",
            "\u{202e}",
            "\u{fe0f}",
            "  \n",
            "---\n",
            "===\n",
            "{#id onclick=x}",
            "<a href=x>",
            "%",
            "//",
        ]);
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    fn check_any(source: &str) {
        let html = html(source);
        assert_eq!(html, to_html(source, &options("n-")));
        for link in links(source) {
            assert!(!source[link.range].is_empty());
            if let Some(range) = link.target_range {
                let target = match link.kind {
                    LinkKind::Email => link.target.trim_start_matches("mailto:"),
                    _ => &link.target,
                };
                assert_eq!(&source[range], target);
            }
        }
        if let Err(TooDeep { range }) = guard(source) {
            assert!(source.get(range).is_some());
        }
        for limit in [0, 1, 7, 100] {
            assert!(plain_text(source, limit).chars().count() <= limit);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn any_pieces_give_safe_html(source in pieces()) {
            check_any(&source);
        }

        #[test]
        fn any_text_gives_safe_html(source in any::<String>()) {
            check_any(&source);
        }
    }

    #[test]
    fn placeholders_are_found_in_prose_and_nowhere_else() {
        for (source, expected) in [
            ("Xong {{hoan-thanh}}.", vec![Some("hoan-thanh")]),
            ("**{{a_b}}** và [{{c}}](task:1)", vec![Some("a_b"), Some("c")]),
            ("| x |\n|---|\n| {{qua-han muc:1}} |", vec![Some("qua-han muc:1")]),
            ("`{{a}}` và\n\n```\n{{b}}\n```\n\n    {{c}}", vec![]),
            ("\\{{a}}", vec![]),
            ("{{a\nb}}", vec![None]),
            ("một { hai } {{ }}", vec![Some(" ")]),
        ] {
            let found = placeholders(source);
            let inside: Vec<_> = found.iter().map(|p| p.inside.as_deref()).collect();
            assert_eq!(inside, expected, "{source}");
        }
        assert_eq!(placeholders("a {{b}} c")[0].range, 2..7);
    }

    #[test]
    fn what_is_filled_in_is_no_markup() {
        let fill = |source: &str, text: &str| {
            plain_text(&filled(source, &|_| Some(text.to_owned())).unwrap(), 99)
        };
        assert_eq!(fill("{{x}}. Hết", "7"), "7. Hết");
        assert_eq!(fill("{{x}}", "*12*/35 <b>"), "*12*/35 <b>");
        assert_eq!(filled("không có gì", &|_| Some("7".into())), None);
        assert_eq!(filled("{{x}}", &|_| None), None);
    }
}
