//! Reduces Markdown to one line of plain text and shortens such lines.

use pulldown_cmark::{Event, Tag, TagEnd};
use unicode_normalization::char::is_combining_mark;

use super::document::{Document, text_of_event};
use super::marker::Marker;
use super::shown::{is_shown, may_be_shown};

/// Shortens a line to at most `max_chars` characters: cut between words and ended with "…".
pub fn shortened(line: &str, max_chars: usize) -> String {
    if line.len() <= max_chars || nth_char(line, max_chars).is_none() {
        return line.to_owned();
    }
    let Some(limit) = max_chars.checked_sub(1).and_then(|n| nth_char(line, n)) else {
        return String::new();
    };
    let whole_word = line[limit..].starts_with(' ').then_some(limit);
    let end = whole_word.or_else(|| line[..limit].rfind(' ')).unwrap_or_else(|| {
        // A single long word is cut, but not between a letter and its marks.
        let mut ends = (0..=limit).rev().filter(|&at| line.is_char_boundary(at));
        ends.find(|&at| !line[at..].starts_with(is_combining_mark)).unwrap_or(0)
    });
    let kept = line[..end].trim_end_matches([' ', ',', ';', ':', '.']);
    format!("{kept}…")
}

/// Returns the position of the n-th character of a line, counted from 0.
fn nth_char(line: &str, n: usize) -> Option<usize> {
    let mut rest = line.chars();
    if let Some(before) = n.checked_sub(1) {
        rest.nth(before)?;
    }
    let at = line.len() - rest.as_str().len();
    (at < line.len()).then_some(at)
}

/// Returns whether an event separates the words on its two sides.
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

/// Reduces a document to one line of text without markup, headings and footnotes; the numbers of
/// lists stay. A document of nothing but headings gives their text.
pub(super) fn line_of(document: &Document<'_>) -> String {
    // Most of a source is text.
    let length = document.events.last().map_or(0, |(_, range)| range.end);
    let (mut text, mut headings) = (String::with_capacity(length), String::new());
    let (mut in_heading, mut footnotes) = (false, 0);
    for (event, range) in &document.events {
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
        if *event == Event::Start(Tag::Item) {
            let marker = Marker::at(document.source, range.start);
            line.extend([marker.text, " "].iter().filter(|_| marker.is_text()).copied());
        }
    }
    one_line(if text.trim().is_empty() { &headings } else { &text })
}

/// Joins the words of a text by single spaces, without characters that may not be shown.
pub(super) fn one_line(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::super::document::parse;
    use super::*;

    fn plain_text(source: &str, max_chars: usize) -> String {
        shortened(&line_of(&parse(source).unwrap()), max_chars)
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
    fn characters_are_counted_from_0() {
        for n in 0..6 {
            let place = "aệb“".char_indices().nth(n).map(|(at, _)| at);
            assert_eq!(nth_char("aệb“", n), place);
        }
    }
}
