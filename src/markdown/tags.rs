//! Finds tags of HTML, which a page shows as they were typed, and what to write instead.

use std::ops::Range;

use pulldown_cmark::Event;

use super::document::Located;
use super::oddity::{Oddity, OddityKind};

/// Tags that people type into a text. Other words in angle brackets are words.
const TAGS: [&str; 40] = [
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "code",
    "del",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "s",
    "script",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "u",
    "ul",
];

/// The figures above and below the line.
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];

/// Finds the tags in a row of events of one paragraph.
pub(super) fn of_paragraph(
    source: &str,
    events: &[Located<'_>],
    in_cell: bool,
    found: &mut Vec<Oddity>,
) {
    let tags: Vec<_> = (events.iter())
        .filter_map(|(event, range)| match event {
            Event::InlineHtml(html) => Some((Tag::read(html)?, range.clone())),
            _ => None,
        })
        .collect();
    let mut closed: Vec<usize> = Vec::new();
    for (n, (tag, range)) in tags.iter().enumerate() {
        if closed.contains(&n) {
            continue;
        }
        let oddity = Oddity::new(OddityKind::Html, range.clone());
        if tag.name == "br" {
            let fix = (!in_cell).then(|| line_break(source, range)).flatten();
            found.push(Oddity { fix, ..oddity });
            continue;
        }
        // Only the next tag can close it, or the text in between would hold another.
        let close =
            tags.get(n + 1).filter(|(next, _)| !tag.closes && next.closes && next.name == tag.name);
        let Some((_, end)) = close else {
            found.push(oddity);
            continue;
        };
        closed.push(n + 1);
        let whole = range.start..end.end;
        let text = instead(&tag.name, &source[range.end..end.start]);
        let fix = text.map(|text| (whole.clone(), text));
        found.push(Oddity { range: whole, fix, ..oddity });
    }
}

/// Finds the tag that makes a block of HTML out of the lines up to the next empty one.
pub(super) fn of_block(source: &str, line: Range<usize>, whole: &Range<usize>) -> Oddity {
    let oddity = Oddity::new(OddityKind::Html, line);
    let text = source[whole.clone()].trim();
    match Tag::read(text) {
        Some(tag) if tag.name == "br" && text.find('>') == Some(text.len() - 1) => {
            oddity.fixed_by(whole.start..whole.start + text.len(), "")
        }
        _ => oddity,
    }
}

struct Tag {
    name: String,
    closes: bool,
}

impl Tag {
    fn read(html: &str) -> Option<Self> {
        let inside = html.strip_prefix('<')?;
        let name = inside.strip_prefix('/').unwrap_or(inside);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name[..end].to_ascii_lowercase();
        TAGS.contains(&name.as_str()).then(|| Tag { name, closes: inside.starts_with('/') })
    }
}

/// Returns the edit that turns `<br>` into a new line. The next line must not begin like markup.
fn line_break(source: &str, range: &Range<usize>) -> Option<(Range<usize>, String)> {
    let rest = source[range.end..].trim_start_matches([' ', '\t']);
    let end = source.len() - rest.len();
    let next = rest.chars().next();
    match next {
        None | Some('\n' | '\r') => Some((range.clone(), String::new())),
        Some(c) if c.is_alphabetic() => Some((range.start..end, "\n".to_owned())),
        _ => None,
    }
}

/// Returns the text that says the same without the tags.
fn instead(name: &str, text: &str) -> Option<String> {
    let figures = |figures: &[char; 10]| {
        let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
        digits
            .filter(|digits| !digits.is_empty())
            .map(|digits| digits.iter().map(|n| figures[*n as usize]).collect())
    };
    let is_plain =
        !text.is_empty() && text.trim() == text && !text.contains(['*', '_', '\\', '\n']);
    let is_word = text.starts_with(char::is_alphanumeric) && text.ends_with(char::is_alphanumeric);
    match name {
        "sup" => figures(&RAISED),
        "sub" => figures(&LOWERED),
        "b" | "strong" if is_plain && is_word => Some(format!("**{text}**")),
        "i" | "em" if is_plain && is_word => Some(format!("*{text}*")),
        _ => None,
    }
}
