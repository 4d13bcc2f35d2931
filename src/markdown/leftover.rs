//! Finds markup that stayed text: goes through what a page shows as text, paragraph by paragraph,
//! and looks for the signs of markup in it.
//!
//! Characters behind a backslash, entities, code and pictures are stand-ins here: they mean nothing.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::document::{Document, ends_of, first_line, parse};
use super::oddity::{Oddity, OddityKind};
use super::tags;

/// A range and its replacement.
type Fix = (Range<usize>, String);

/// Stands for whatever is not plain text.
const STAND_IN: char = '\u{fffc}';
/// Stands for `\[`, whose partner is no mark of a link either.
const BRACKET: char = '\u{fff9}';

/// The kinds of records that a link may name.
const RECORDS: [&str; 6] = ["task:", "priority:", "note:", "doc:", "agency:", "place:"];

/// Maximum length of the name of a footnote in bytes.
const MAX_NAME: usize = 100;
/// Maximum number of marks among which the partner of another one is looked for.
const MAX_RUNS: usize = 20;

/// Finds the markup that is shown as text.
pub(super) fn leftover(document: &Document<'_>) -> Vec<Oddity> {
    let events = &document.events;
    let ends = ends_of(events);
    let mut found = Vec::new();
    let mut text = Shown::new(document.source);
    let (mut n, mut from, mut cells) = (0, 0, 0);
    while let Some((event, range)) = events.get(n) {
        match event {
            Event::Text(piece) => text.push(piece, range),
            Event::SoftBreak | Event::HardBreak => text.sign('\n', range),
            Event::Start(Tag::Image { .. }) => {
                text.sign(STAND_IN, range);
                n = ends[n];
            }
            Event::End(tag) if is_inline_end(*tag) => {
                text.sign(STAND_IN, &(range.end..range.end));
            }
            event if is_inline(event) => text.sign(STAND_IN, range),
            event => {
                text.look(&mut found);
                tags::of_paragraph(document.source, &events[from..n], cells > 0, &mut found);
                match event {
                    Event::Start(Tag::TableCell) => cells += 1,
                    Event::End(TagEnd::TableCell) => cells -= 1,
                    Event::Start(Tag::CodeBlock(_)) => n = ends[n],
                    Event::Start(Tag::HtmlBlock) => {
                        html_block(document.source, range, &mut found);
                        n = ends[n];
                    }
                    _ => {}
                }
                from = n + 1;
            }
        }
        n += 1;
    }
    found
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. }),
        Event::End(_) => false,
        event => !matches!(event, Event::Rule),
    }
}

fn is_inline_end(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link)
}

/// Looks at a block of HTML, which is shown as it was typed.
fn html_block(source: &str, range: &Range<usize>, found: &mut Vec<Oddity>) {
    let line = first_line(source, range.clone());
    found.push(match source[range.clone()].find("<!--") {
        Some(at) => {
            Oddity::new(OddityKind::OpenComment, first_line(source, range.start + at..range.end))
        }
        None => tags::of_block(source, line, range),
    });
}

/// The text of a paragraph as a page shows it.
struct Shown<'s> {
    source: &'s str,
    text: String,
    /// The pieces of the text: where each begins in the text and in the source.
    pieces: Vec<(usize, usize)>,
    /// The end of the last piece in the source.
    end: usize,
}

impl<'s> Shown<'s> {
    fn new(source: &'s str) -> Self {
        Shown { source, text: String::new(), pieces: Vec::new(), end: 0 }
    }

    fn push(&mut self, text: &str, range: &Range<usize>) {
        let typed = &self.source[range.clone()];
        let first = typed.chars().next().map_or(0, char::len_utf8);
        let is_escaped = self.source[..range.start].ends_with('\\') && self.end < range.start;
        if text != typed {
            self.sign(STAND_IN, range);
        } else if is_escaped && first > 0 {
            let sign = if typed.starts_with('[') { BRACKET } else { STAND_IN };
            self.sign(sign, &(range.start..range.start + first));
            self.push(&text[first..], &(range.start + first..range.end));
        } else {
            self.pieces.push((self.text.len(), range.start));
            self.text.push_str(text);
        }
        self.end = range.end;
    }

    fn sign(&mut self, sign: char, range: &Range<usize>) {
        self.pieces.push((self.text.len(), range.start));
        self.text.push(sign);
        self.end = range.end;
    }

    /// Converts a range of the text to the source.
    fn typed(&self, range: &Range<usize>) -> Range<usize> {
        let last = self.text[range.clone()].chars().next_back();
        let length = last.map_or(0, char::len_utf8);
        let at = range.end - length;
        let end = match last {
            // What it stands for reaches to the next piece.
            Some(STAND_IN | BRACKET) => {
                let next = self.pieces.partition_point(|(start, _)| *start <= at);
                self.pieces.get(next).map_or(self.end, |(_, typed)| *typed)
            }
            _ => self.place(at) + length,
        };
        let start = self.place(range.start);
        start..end.clamp(start, self.source.len())
    }

    /// Converts a position in the text to the source.
    fn place(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.pieces.get(piece).map_or(0, |(start, typed)| typed + (at - start))
    }

    /// Looks at the text so far and begins the next paragraph.
    fn look(&mut self, found: &mut Vec<Oddity>) {
        // Most text has none of these signs.
        let signs = ['*', '_', '[', ']', '(', '#', '|', '~', '<', ':'];
        if self.text.contains(signs) {
            let first = found.len();
            self.comments(found);
            self.links(found);
            self.emphasis(found);
            self.lines(found);
            found[first..].sort_by_key(|oddity| oddity.range.start);
        }
        self.text.clear();
        self.pieces.clear();
    }

    fn oddity(&self, kind: OddityKind, range: &Range<usize>) -> Oddity {
        Oddity::new(kind, self.typed(range))
    }

    fn comments(&self, found: &mut Vec<Oddity>) {
        if let Some(at) = self.text.find("<!--") {
            found.push(self.oddity(OddityKind::OpenComment, &(at..self.text.len())));
        }
    }

    /// Finds links, references to footnotes and names of records in brackets or alone.
    fn links(&self, found: &mut Vec<Oddity>) {
        let text = &*self.text;
        let mut opened = Vec::new();
        let mut looked = 0;
        for (at, sign) in text.char_indices() {
            if at < looked {
                continue;
            }
            let rest = &text[at..];
            if sign == '['
                && let Some(end) = footnote_end(rest)
            {
                looked = at + end;
                found.push(self.oddity(OddityKind::FootnoteReference, &(at..looked)));
            } else if matches!(sign, '[' | BRACKET) {
                opened.push((at, sign));
            } else if sign == ']' {
                let (start, opener) = opened.pop().unwrap_or((at, '['));
                if opener == BRACKET {
                    continue;
                }
                let is_image = text[..start].ends_with('!');
                let end = if let Some((end, fix)) = self.broken_link(at) {
                    let whole = start - usize::from(is_image)..end;
                    let fix = fix.map(|(range, text)| (self.typed(&range), text));
                    found.push(Oddity { fix, ..self.oddity(OddityKind::Link, &whole) });
                    end
                } else if let Some(end) = self.undefined_name(at, start) {
                    found.push(self.oddity(OddityKind::LinkReference, &(start..end)));
                    end
                } else {
                    continue;
                };
                looked = end;
            } else if is_word_start(text, at)
                && let Some(end) = record_end(rest)
            {
                looked = at + end;
                found.push(self.oddity(OddityKind::Record, &(at..looked)));
            }
        }
    }

    /// Looks at the address behind the bracket at `at`. Returns the end of the link and what has to
    /// be replaced.
    fn broken_link(&self, at: usize) -> Option<(usize, Option<Fix>)> {
        let text = &*self.text;
        let rest = &text[at + 1..];
        let target = rest.trim_start_matches(' ').strip_prefix('(')?;
        let line = rest.find('\n').map_or(text.len(), |n| at + 1 + n);
        let begin = text.len() - target.len();
        let end = text[begin..line].find(')').map(|n| begin + n);
        let address = text[begin..end.unwrap_or(line)].trim();
        let mut starts = RECORDS.iter().chain(&["attachments/", "http://", "https://", "mailto:"]);
        if rest.starts_with(' ') && !starts.any(|start| address.starts_with(start)) {
            return None;
        }
        let fix = end.and_then(|end| Some((at + 1..end + 1, format!("({})", meant(address)?))));
        // The address alone may be right: a link within a link is none.
        let fix = fix.filter(|(range, new)| text[range.clone()] != **new);
        Some((end.map_or(line, |end| end + 1), fix))
    }

    /// Looks for a second pair of brackets behind the one from `start` to `at`: `[a][b]` without a
    /// definition of `b`. Figures are often in brackets. Returns the end.
    fn undefined_name(&self, at: usize, start: usize) -> Option<usize> {
        let second = self.text[at + 1..].strip_prefix('[')?;
        let end = at + 2 + second.find([']', '\n']).filter(|n| second[*n..].starts_with(']'))?;
        let words = |range: Range<usize>| self.text[range].contains(char::is_alphabetic);
        (words(start..at) && words(at + 2..end)).then_some(end + 1)
    }

    /// Finds marks of emphasis in pairs, and a pair of stars that opens a word.
    fn emphasis(&self, found: &mut Vec<Oddity>) {
        let runs = self.runs();
        let mut n = 0;
        while let Some(run) = runs.get(n) {
            n += 1;
            let mark = &self.text[run.clone()];
            let same = |next: &&Range<usize>| self.text[(*next).clone()] == *mark;
            let close = runs[n..].iter().take(MAX_RUNS).find(same);
            if let Some(close) = close.filter(|close| self.is_pair(run, close)) {
                n += runs[n..].partition_point(|next| next.start <= close.start);
                let whole = run.start..close.end;
                let oddity = self.oddity(OddityKind::Emphasis, &whole);
                let text = self.mended(&(run.end..close.start), mark, &whole);
                let fix = text.map(|text| (oddity.range.clone(), text));
                found.push(Oddity { fix, ..oddity });
            } else if mark.len() == 2 && mark != "~~" && self.opens(run) {
                found.push(self.oddity(OddityKind::Emphasis, run));
            }
        }
    }

    /// Returns the runs of one to three equal marks.
    fn runs(&self) -> Vec<Range<usize>> {
        let bytes = self.text.as_bytes();
        let mut runs = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let mark = bytes[at];
            let length = bytes[at..].iter().take_while(|byte| **byte == mark).count();
            let is_run = match mark {
                b'*' | b'_' => length <= 3,
                b'~' => length == 2,
                _ => false,
            };
            if is_run {
                runs.push(at..at + length);
            }
            at += length;
        }
        runs
    }

    /// Whether a run stands where marks open emphasis: before a word and not within one.
    fn opens(&self, run: &Range<usize>) -> bool {
        let behind = self.text[run.end..].chars().next();
        behind.is_some_and(|c| !c.is_whitespace() && !matches!(c, ')' | ']' | ',' | '.' | ';'))
            && !self.text[..run.start].ends_with(char::is_alphanumeric)
    }

    /// Whether two runs were meant to open and to close emphasis.
    fn is_pair(&self, run: &Range<usize>, next: &Range<usize>) -> bool {
        let text = &self.text[run.end..next.start];
        let words = text.contains(char::is_alphanumeric) && !text.contains('\n');
        let closes = !text.ends_with(char::is_whitespace) && !text.ends_with('(');
        let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let before = self.text[..run.start].chars().next_back();
        let behind = self.text[next.end..].chars().next();
        // "B**," and "(**" are marks of remarks.
        let only_closes =
            before.is_some_and(char::is_alphanumeric) && !text.starts_with(char::is_alphanumeric);
        let only_opens = is_blank(text.chars().next_back()) && !is_blank(behind);
        match run.len() {
            1 => words && self.opens(run) && closes && !text.contains('_'),
            _ => words && !only_closes && !only_opens && !text.starts_with(')'),
        }
    }

    /// Returns the text with emphasis that a page shows as such.
    fn mended(&self, inside: &Range<usize>, mark: &str, whole: &Range<usize>) -> Option<String> {
        let typed = &self.source[self.typed(inside)];
        let (before, behind) = (&self.text[..whole.start], &self.text[whole.end..]);
        let gap = |is_word: bool| if is_word { " " } else { "" };
        let text = [
            gap(before.ends_with(char::is_alphanumeric)),
            mark,
            typed.trim(),
            mark,
            gap(behind.starts_with(char::is_alphanumeric)),
        ]
        .concat();
        // Whether it helps depends on the characters around the marks, so it is tried.
        let trial = ["a", &text, "a"].concat();
        let trial = if text.starts_with(' ') || !before.ends_with(char::is_alphanumeric) {
            text.trim_start()
        } else {
            &trial
        };
        let parsed = parse(trial).ok()?;
        let is_mended = parsed
            .events
            .iter()
            .any(|(event, _)| matches!(event, Event::Start(Tag::Emphasis | Tag::Strong)));
        is_mended.then_some(text)
    }

    /// Finds lines that begin like a heading or a row of a table.
    fn lines(&self, found: &mut Vec<Oddity>) {
        let mut start = 0;
        let mut in_table = false;
        for line in self.text.split_inclusive('\n') {
            let range = start..start + line.trim_end().len();
            start += line.len();
            let line = line.trim_end();
            let marks = line.len() - line.trim_start_matches('#').len();
            if (1..=6).contains(&marks) && line[marks..].starts_with(char::is_alphabetic) {
                let oddity = self.oddity(OddityKind::Heading, &range);
                let at = self.place(range.start + marks);
                // One mark may belong to a word: #chuyendoiso.
                found.push(if marks > 1 { oddity.fixed_by(at..at, " ") } else { oddity });
            }
            let is_rule = line.contains("--")
                && line.contains('|')
                && line.chars().all(|c| "|:- ".contains(c));
            let is_row = is_rule || line.starts_with('|') && line[1..].contains('|');
            if is_row && !in_table {
                found.push(self.oddity(OddityKind::Table, &range));
            }
            in_table = is_row;
        }
    }
}

/// Returns the length of `[^name]` at the start of a text.
fn footnote_end(text: &str) -> Option<usize> {
    let name = text.strip_prefix("[^")?;
    let name = &name[..name.floor_char_boundary(MAX_NAME)];
    let end = name.find([']', '\n', ' ']).filter(|n| *n > 0)?;
    name[end..].starts_with(']').then_some(end + 3)
}

/// Returns the length of the name of a record at the start of a text.
fn record_end(text: &str) -> Option<usize> {
    let name = RECORDS.iter().find(|name| text.starts_with(**name))?;
    let id = &text[name.len()..];
    let end = id.find(|c: char| !c.is_alphanumeric() && !"-._".contains(c)).unwrap_or(id.len());
    let id = id[..end].trim_end_matches(['.', '-']);
    (!id.is_empty()).then_some(name.len() + id.len())
}

fn is_word_start(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() || "-_/.".contains(c))
}

/// Returns the address that was meant by one that Markdown does not take for one.
fn meant(address: &str) -> Option<String> {
    if let Some(name) = RECORDS.iter().find(|name| address.starts_with(**name)) {
        let id = address[name.len()..].trim();
        return (!id.is_empty() && !id.contains(char::is_whitespace))
            .then(|| format!("{name}{id}"));
    }
    let is_plain = !address.is_empty() && !address.contains(['<', '>', '\n', STAND_IN]);
    match address.contains(char::is_whitespace) {
        true => (is_plain && address.starts_with("attachments/")).then(|| format!("<{address}>")),
        false => is_plain.then(|| address.to_owned()),
    }
}
