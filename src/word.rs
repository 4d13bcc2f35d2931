//! Writes documents for word processors (.docx): paragraphs, tables, columns side by side.
//!
//! [`write`] is the only file that uses `docx-rs`, [`measure`] estimates how much room a text takes.
//! Nothing here knows of tasks. A page is A4 with the margins of an official letter: 20 mm at the top
//! and the bottom, 30 mm at the left, 15 mm at the right.

pub mod measure;
pub mod write;

use chrono::NaiveDate;

/// The width of the text, in points: 165 mm.
pub const TEXT_WIDTH: f64 = 165.0 * POINTS_PER_MM;
/// The height of the text of a page, in points: 257 mm.
pub const TEXT_HEIGHT: f64 = 257.0 * POINTS_PER_MM;
const POINTS_PER_MM: f64 = 72.0 / 25.4;

/// A document.
#[derive(Clone, Debug)]
pub struct Document {
    /// The title in the properties of the file.
    pub title: String,
    /// The author in the properties of the file.
    pub author: Option<String>,
    /// The language as a BCP 47 tag, for spelling.
    pub language: &'static str,
    /// The day of creation in the properties of the file.
    pub made: NaiveDate,
    /// What the document shows.
    pub blocks: Vec<Block>,
}

/// A part of a document, from margin to margin.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table with borders.
    Table(Table),
    /// Two columns side by side without borders, never split between pages.
    Columns(Columns),
}

/// A text with one format.
#[derive(Clone, Debug, Default)]
pub struct Span {
    /// The text. White space is one space; what XML cannot hold is left out.
    pub text: String,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is italic.
    pub italic: bool,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The texts, one after another.
    pub spans: Vec<Span>,
    /// The size of the letters, in points.
    pub size: u16,
    /// How lines are aligned.
    pub align: Align,
    /// The space above, in points.
    pub before: u16,
    /// The indent of the first line, in points.
    pub first_line: u16,
    /// Whether the next block stays on the same page.
    pub with_next: bool,
    /// Whether the paragraph begins a page.
    pub new_page: bool,
    /// Whether the paragraph is a heading, which navigation shows.
    pub heading: bool,
    /// The width of a line below the paragraph, as a share of a hundred. The paragraph has no text
    /// then.
    pub rule: Option<u16>,
}

/// How the lines of a paragraph are aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At both sides.
    Both,
}

/// A table with borders. Its header row is repeated on every page, and no row is split.
#[derive(Clone, Debug)]
pub struct Table {
    /// The columns: title, share of the width, alignment of the cells.
    pub columns: Vec<Column>,
    /// The rows, each with a text for each column.
    pub rows: Vec<Vec<String>>,
    /// The size of the letters, in points.
    pub size: u16,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// The title.
    pub title: String,
    /// The width, as a share of the widths of all columns.
    pub share: u16,
    /// The alignment of the cells.
    pub align: Align,
}

/// Two columns side by side without borders.
#[derive(Clone, Debug)]
pub struct Columns {
    /// The width of the left column, as a share of a hundred.
    pub share: u16,
    /// The rows, each with what stands at the left and at the right.
    pub rows: Vec<[Vec<Paragraph>; 2]>,
}

impl Span {
    /// A text that is neither bold nor italic.
    pub fn plain(text: impl Into<String>) -> Self {
        Span { text: text.into(), ..Span::default() }
    }

    /// A bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Span { text: text.into(), bold: true, ..Span::default() }
    }

    /// An italic text.
    pub fn italic(text: impl Into<String>) -> Self {
        Span { text: text.into(), italic: true, ..Span::default() }
    }
}

impl Paragraph {
    /// A paragraph of some texts, at the left.
    pub fn new(spans: Vec<Span>, size: u16) -> Self {
        Paragraph {
            spans,
            size,
            align: Align::Left,
            before: 0,
            first_line: 0,
            with_next: false,
            new_page: false,
            heading: false,
            rule: None,
        }
    }

    /// A line of this width, as a share of a hundred, in the middle.
    pub fn rule(share: u16) -> Self {
        Paragraph { rule: Some(share), ..Paragraph::new(Vec::new(), RULE_SIZE) }
    }

    /// The paragraph with its lines in the middle.
    #[must_use]
    pub fn centered(self) -> Self {
        Paragraph { align: Align::Center, ..self }
    }

    /// The paragraph with this space above, in points.
    #[must_use]
    pub fn before(self, points: u16) -> Self {
        Paragraph { before: points, ..self }
    }
}

/// The size of the letters of a rule, which has none.
const RULE_SIZE: u16 = 2;

/// A text as a document holds it: white space is one space, and what XML 1.0 forbids is left out.
fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for c in text.chars() {
        let allowed = match c {
            '\t' | '\n' | '\r' => true,
            '\u{fffe}' | '\u{ffff}' => false,
            _ => c >= ' ',
        };
        match c.is_whitespace() && c != '\u{a0}' {
            _ if !allowed => {}
            true if cleaned.ends_with(' ') => {}
            true => cleaned.push(' '),
            false => cleaned.push(c),
        }
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_only_what_xml_allows() {
        assert_eq!(clean("a\u{0}b\u{b}c\u{1f}d\u{fffe}e\u{ffff}"), "abcde");
        assert_eq!(clean("một\r\n\thai  ba\u{a0}bốn "), "một hai ba\u{a0}bốn ");
        assert_eq!(clean("𠀀 <b>&\"'"), "𠀀 <b>&\"'");
    }
}
