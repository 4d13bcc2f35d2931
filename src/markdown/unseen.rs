//! Finds what was typed and is not on the page: compares every byte of a source with the events
//! that a page is made of.
//!
//! Between two events there is markup. Each kind of element has few signs that its markup may hold;
//! every other visible character in a gap was typed to be read and is missing on the page. No list
//! of mistakes is needed for that: whatever the parser drops leaves a gap.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::document::{Document, ends_of, first_line, name_key, text_of};
use super::marker::Marker;
use super::oddity::{Oddity, OddityKind};

/// Languages that a fence may name.
const LANGUAGES: [&str; 18] = [
    "text",
    "txt",
    "yaml",
    "yml",
    "json",
    "csv",
    "md",
    "markdown",
    "html",
    "xml",
    "css",
    "sh",
    "bash",
    "bat",
    "powershell",
    "sql",
    "ini",
    "toml",
];

/// Maximum number of bytes before a backslash that are looked at.
const MAX_PREFIX: usize = 100;

/// Finds everything that is missing on the page of a document.
pub(super) fn unseen(document: &Document<'_>) -> Vec<Oddity> {
    let cited = cited_footnotes(document);
    let mut hidden: Vec<_> =
        document.comments.iter().chain(document.definitions.values()).cloned().collect();
    hidden.sort_by_key(|range| range.start);
    let mut walk = Walk {
        document,
        ends: ends_of(&document.events),
        hidden,
        at: 0,
        open: Vec::new(),
        quotes: 0,
        found: Vec::new(),
    };
    walk.unused_definitions();
    walk.events(cited);
    walk.found
}

/// Returns the names of the footnotes that the text refers to, directly or through each other.
fn cited_footnotes(document: &Document<'_>) -> BTreeSet<String> {
    // The references of the text and of each footnote.
    let mut references: Vec<(Option<String>, String)> = Vec::new();
    let mut inside: Vec<String> = Vec::new();
    for (event, _) in &document.events {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => inside.push(name_key(name)),
            Event::End(TagEnd::FootnoteDefinition) => drop(inside.pop()),
            Event::FootnoteReference(name) => {
                references.push((inside.last().cloned(), name_key(name)));
            }
            _ => {}
        }
    }
    let mut cited = BTreeSet::new();
    loop {
        let before = cited.len();
        for (from, to) in &references {
            if from.as_ref().is_none_or(|from| cited.contains(from)) {
                cited.insert(to.clone());
            }
        }
        if cited.len() == before {
            return cited;
        }
    }
}

struct Walk<'d, 'a> {
    document: &'d Document<'a>,
    ends: Vec<usize>,
    /// What is not shown and needs no look: comments, and definitions, which are looked at apart.
    hidden: Vec<Range<usize>>,
    /// Everything before this byte was compared.
    at: usize,
    open: Vec<&'d Tag<'a>>,
    /// The number of open quotations.
    quotes: usize,
    found: Vec<Oddity>,
}

impl Walk<'_, '_> {
    fn find(&mut self, kind: OddityKind, range: Range<usize>) {
        self.found.push(Oddity::new(kind, range));
    }

    fn unused_definitions(&mut self) {
        let used: BTreeSet<String> = (self.document.events.iter())
            .filter_map(|(event, _)| match event {
                Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) => Some(name_key(id)),
                _ => None,
            })
            .collect();
        for (name, range) in &self.document.definitions {
            if !used.contains(name) {
                let range = trimmed(self.document.source, range.clone());
                self.found.push(Oddity::new(OddityKind::Definition, range));
            }
        }
    }

    fn events(&mut self, mut cited: BTreeSet<String>) {
        let mut n = 0;
        while let Some((event, range)) = self.document.events.get(n) {
            let is_shown = match event {
                // Of two footnotes of one name, the first is shown.
                Event::Start(Tag::FootnoteDefinition(name)) => cited.remove(&name_key(name)),
                _ => true,
            };
            match event {
                Event::End(tag) => self.close(tag, range),
                Event::Start(tag) => {
                    self.gap(range.start);
                    self.at = self.at.max(range.start);
                    if !is_shown {
                        let definition = trimmed(self.document.source, range.clone());
                        self.find(OddityKind::Footnote, definition);
                        self.at = range.end;
                        n = self.ends[n];
                    } else if let Tag::Image { title, .. } = tag {
                        self.title(title, range);
                        self.at = range.end;
                        n = self.ends[n];
                    } else {
                        self.open(tag, range, n);
                        self.open.push(tag);
                    }
                }
                leaf => {
                    self.gap(range.start);
                    self.leaf(leaf, range);
                    self.at = self.at.max(range.end);
                }
            }
            n += 1;
        }
        self.gap(self.document.source.len());
    }

    /// Looks at an element and skips the markup that opens it.
    fn open(&mut self, tag: &Tag<'_>, range: &Range<usize>, n: usize) {
        let source = self.document.source;
        let whole = &source[range.clone()];
        match tag {
            Tag::Emphasis => self.emphasis(range, 1),
            Tag::Strong => self.emphasis(range, 2),
            Tag::Heading { .. } => {
                let inside = &self.document.events[n + 1..self.ends[n]];
                let has_image =
                    inside.iter().any(|(e, _)| matches!(e, Event::Start(Tag::Image { .. })));
                if text_of(inside).trim().is_empty() && !has_image {
                    self.find(OddityKind::EmptyHeading, first_line(source, range.clone()));
                } else if !whole.starts_with('#') {
                    let text = whole.trim_end();
                    let line = text.rfind('\n').map_or(0, |at| at + 1);
                    self.find(OddityKind::Underline, range.start + line..range.start + text.len());
                }
            }
            Tag::BlockQuote(_) => {
                self.quotes += 1;
                let behind = whole.strip_prefix('>').unwrap_or_default();
                let number = behind.trim_start_matches(' ');
                let rest =
                    number.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
                let is_figure = number.starts_with(|c: char| c.is_ascii_digit())
                    && (number.len() == behind.len() || rest.trim_start().starts_with('%'));
                if is_figure {
                    let sign = range.start..range.start + 1;
                    self.found.push(
                        Oddity::new(OddityKind::Sign, first_line(source, range.clone()))
                            .fixed_by(sign, "\\>"),
                    );
                }
            }
            Tag::Item => {
                let marker = Marker::at(source, range.start);
                let end = range.start + marker.text.len();
                if marker.text.len() > 2 && marker.text.starts_with('0') {
                    let mark = end - 1..end;
                    let text = format!("\\{}", marker.mark);
                    self.found.push(
                        Oddity::new(OddityKind::Number, range.start..end).fixed_by(mark, text),
                    );
                }
                self.at = end;
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => self.fence(info, range),
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                self.find(OddityKind::Indentation, first_line(source, range.clone()));
            }
            Tag::FootnoteDefinition(_) => {
                self.at = whole.find("]:").map_or(self.at, |at| range.start + at + 2);
            }
            Tag::Link { title, .. } => self.title(title, range),
            _ => {}
        }
    }

    fn close(&mut self, tag: &TagEnd, range: &Range<usize>) {
        let closed = self.open.last().copied();
        if matches!(closed, Some(Tag::Link { .. })) {
            // The address.
            self.at = self.at.max(range.end);
        }
        self.gap(range.end);
        if matches!(tag, TagEnd::BlockQuote(_)) {
            self.quotes -= 1;
        }
        self.open.pop();
    }

    /// Looks at a piece of text.
    fn leaf(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let Event::Text(text) = event else { return };
        let typed = &self.document.source[range.clone()];
        if **text == *typed || !(typed.starts_with('&') && typed.ends_with(';')) {
            return;
        }
        let meant = match &**text {
            "\u{a0}" => " ".to_owned(),
            text if text.contains(is_markup) => format!("\\{text}"),
            text => text.to_owned(),
        };
        let oddity = Oddity::new(OddityKind::Entity, range.clone());
        self.found.push(oddity.fixed_by(range.clone(), meant));
    }

    fn title(&mut self, title: &CowStr<'_>, range: &Range<usize>) {
        if !title.trim().is_empty() {
            self.find(OddityKind::LinkTitle, range.clone());
        }
    }

    /// Looks at the opening line of a code block, and whether it is ever closed.
    fn fence(&mut self, info: &CowStr<'_>, range: &Range<usize>) {
        let source = self.document.source;
        let line = first_line(source, range.clone());
        if !info.trim().is_empty() && !LANGUAGES.contains(&info.trim()) {
            self.find(OddityKind::CodeTitle, line.clone());
        }
        let sign = |c: char| matches!(c, '`' | '~');
        let last = source[line.end..range.end].trim_end().rsplit('\n').next().unwrap_or_default();
        let last = last.trim_start_matches([' ', '\t', '>']);
        if last.len() < 3 || !last.chars().all(sign) {
            self.find(OddityKind::Fence, line.clone());
        }
        self.at = line.end;
    }

    /// Looks at emphasis whose marks are probably signs of multiplication: figures on both sides of
    /// both marks, or of a double mark within a word.
    fn emphasis(&mut self, range: &Range<usize>, length: usize) {
        let source = self.document.source;
        let inside = range.start + length..range.end.saturating_sub(length);
        let Some(text) = source.get(inside) else { return };
        let is_digit = |c: char| c.is_ascii_digit();
        let before = source[..range.start].trim_end_matches([' ', '\t']);
        let behind = source[range.end..].trim_start_matches([' ', '\t']);
        let is_product = before.ends_with(is_digit)
            && text.starts_with(is_digit)
            && text.ends_with(is_digit)
            && behind.starts_with(is_digit);
        if !is_product {
            return;
        }
        let oddity = Oddity::new(OddityKind::Sign, range.clone());
        let mark = &source[range.start..range.start + 1];
        let escaped = format!("\\{mark}").repeat(length);
        self.found.push(oddity.fixed_by(range.clone(), [&escaped, text, &escaped].concat()));
    }

    /// Compares what stands between the last event and the next one, which begins at `end`.
    fn gap(&mut self, end: usize) {
        let source = self.document.source;
        let owner = self.open.last().copied();
        let mut from = self.at;
        self.at = self.at.max(end);
        while let Some(gap) = source.get(from..end).filter(|gap| !gap.is_empty()) {
            let Some(start) = gap.find(|c: char| !c.is_whitespace()).map(|n| from + n) else {
                return;
            };
            let sign = source[start..].chars().next().unwrap_or_default();
            from = start + sign.len_utf8();
            let nth = self.hidden.partition_point(|range| range.end <= start);
            if let Some(hidden) = self.hidden.get(nth).filter(|range| range.start <= start) {
                from = hidden.end;
            } else if sign == '\\' {
                self.backslash(start);
            } else if !is_markup_of(owner, sign) && (sign != '>' || self.quotes == 0) {
                let rest = trimmed(source, start..end);
                from = end;
                let line = &source[rest.clone()];
                let is_row = matches!(owner, Some(Tag::TableRow | Tag::TableHead));
                let kind = match owner {
                    _ if is_row => OddityKind::Cells,
                    _ if line.starts_with('[') && line.contains("]:") => OddityKind::Definition,
                    _ => OddityKind::Other,
                };
                self.find(kind, rest);
            }
        }
    }

    /// Looks at a backslash, which is not shown. Before a sign of markup that was its purpose.
    fn backslash(&mut self, at: usize) {
        let source = self.document.source;
        let (before, behind) = (&source[..at], &source[at + 1..]);
        let Some(sign) = behind.chars().next() else { return };
        // A number at the start of a line has few digits.
        let nearby = &before[before.ceil_char_boundary(before.len().saturating_sub(MAX_PREFIX))..];
        let line = nearby.rsplit('\n').next().unwrap_or_default();
        let line = line.trim_start_matches([' ', '\t', '>']);
        let is_purpose = match sign {
            // `\\server` is an address, `a\\b` a backslash that was meant.
            '\\' => {
                !(before.ends_with(char::is_whitespace) || before.is_empty())
                    || !behind[1..].starts_with(char::is_alphanumeric)
            }
            '-' | '+' | '=' => line.is_empty(),
            '.' | ')' => !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit()),
            '(' | ':' => before.ends_with(']'),
            '^' => before.ends_with('['),
            '\n' | '\r' => true,
            // A path such as D:\_chung.
            '_' | '~' | '#' | '!' | '{' | '&' => {
                !before.ends_with([':', '\\']) || before.ends_with(": ")
            }
            sign => is_markup(sign),
        };
        if !is_purpose {
            let range = at..at + 1 + sign.len_utf8();
            self.found.push(Oddity::new(OddityKind::Backslash, range).fixed_by(at..at + 1, "\\\\"));
        }
    }
}

/// Returns whether the markup of an element may hold a sign.
fn is_markup_of(owner: Option<&Tag<'_>>, sign: char) -> bool {
    match owner {
        Some(Tag::Emphasis | Tag::Strong) => matches!(sign, '*' | '_'),
        Some(Tag::Heading { level, .. }) => {
            sign == '#'
                || matches!((level, sign), (HeadingLevel::H1, '=') | (HeadingLevel::H2, '-'))
        }
        Some(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => sign == '<',
        Some(Tag::Link { .. }) => sign == '[',
        Some(Tag::CodeBlock(_)) => matches!(sign, '`' | '~'),
        Some(Tag::Table(_)) => matches!(sign, '|' | ':' | '-'),
        Some(Tag::TableHead | Tag::TableRow | Tag::TableCell) => sign == '|',
        _ => false,
    }
}

/// Returns whether a character may mean something in Markdown.
pub(super) fn is_markup(c: char) -> bool {
    matches!(
        c,
        '*' | '_' | '[' | ']' | '<' | '>' | '`' | '#' | '|' | '~' | '{' | '}' | '&' | '!' | '\\'
    )
}

/// Returns a range without the blanks around its text.
fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    let start = range.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}
