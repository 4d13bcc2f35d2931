//! Reads a letter as people send it, a `.docx` or a text, into lines and tables.
//!
//! A line is a paragraph with its label: the number or bullet in front of it, whether it was typed
//! or counted by the word processor. What nobody sees (deleted and hidden text, comments, page
//! headers, codes of fields) is left out. Footnotes are kept apart from the lines that mark them.
//!
//! The room knows nothing of directives and tasks, and treats every file as untrusted: `docx`
//! unpacks within limits, and all texts are in one normal form without control characters.

mod docx;
mod footnotes;
pub mod label;
mod numbering;
mod text;
mod xml;

pub use label::{Label, Level};

/// Maximum size of a file in bytes.
pub const MAX_FILE: u64 = 32 * 1024 * 1024;
/// Maximum number of paragraphs and cells.
const MAX_BLOCKS: usize = 100_000;

/// A letter.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// Paragraphs and tables in the order of the letter.
    pub blocks: Vec<Block>,
    /// The footnotes.
    pub notes: Vec<Footnote>,
    /// The lines that a portal added around the letter; they are no part of it.
    pub dropped: Vec<Line>,
    /// The fonts from before Unicode whose text was converted.
    pub fonts: Vec<String>,
    /// Whether positions are line numbers of a text; otherwise they count paragraphs.
    pub is_text: bool,
}

/// A paragraph or a table.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Line(Line),
    /// A table.
    Table(Table),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number or bullet.
    pub label: Option<Label>,
    /// Its text without label, marks of footnotes and line breaks.
    pub text: String,
    /// The marks of footnotes: the byte in `text` at which each stands, and the mark.
    pub marks: Vec<(usize, String)>,
    /// Number of its first line (text) or of the paragraph (`.docx`), from 1.
    pub at: usize,
    /// Whether an empty line or a rule stands before it.
    pub gap: bool,
    /// Whether it is centred.
    pub centered: bool,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// Position of its first cell, as in [`Line::at`].
    pub at: usize,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Its paragraphs.
    pub lines: Vec<Line>,
    /// Number of columns that it spans.
    pub span: usize,
    /// Whether it continues the cell above, whose paragraphs it repeats.
    pub continues: bool,
}

impl Cell {
    /// Returns the text of the cell in one line, with the labels of its paragraphs.
    pub fn text(&self) -> String {
        let lines = self.lines.iter().map(|line| match &line.label {
            Some(label) => format!("{} {}", label.printed, line.text).trim().to_owned(),
            None => line.text.clone(),
        });
        lines.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Its mark, such as `1`.
    pub mark: String,
    /// Its text.
    pub text: String,
}

/// The error for a file that is not a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// The file has more bytes or paragraphs than allowed, packed or unpacked.
    #[error("the file is too large")]
    TooLarge,
    /// The file is a `.doc` of Word 97 to 2003, whatever its name.
    #[error("the file is a document of Word 97-2003")]
    OldWord,
    /// The document is locked with a password.
    #[error("the document is locked with a password")]
    Password,
    /// The file is a PDF.
    #[error("the file is a PDF")]
    Pdf,
    /// The file is an `.odt`.
    #[error("the file is an OpenDocument text")]
    OpenDocument,
    /// The file is RTF or HTML.
    #[error("the file is RTF or HTML")]
    OtherText,
    /// The document has pictures and no text.
    #[error("the document is a scan")]
    Scan,
    /// The text is neither UTF-8 nor UTF-16.
    #[error("the text is neither UTF-8 nor UTF-16")]
    Encoding,
    /// The file is neither a document nor a text.
    #[error("the file is no document")]
    NoLetter,
    /// The document is damaged.
    #[error("the document is damaged")]
    Damaged,
    /// The letter has no text.
    #[error("the letter is empty")]
    Empty,
}

/// Reads a letter.
///
/// # Errors
///
/// Fails with a [`LetterError`] if the bytes are neither a `.docx` nor a text, or one that is too
/// large, damaged or without text.
pub fn read(bytes: &[u8]) -> Result<Letter, LetterError> {
    const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if bytes.len() as u64 > MAX_FILE {
        return Err(LetterError::TooLarge);
    }
    let start = bytes.trim_ascii_start();
    if bytes.starts_with(&COMPOUND) {
        let locked: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
        let is_locked = bytes.windows(locked.len()).any(|window| window == locked);
        return Err(if is_locked { LetterError::Password } else { LetterError::OldWord });
    }
    if start.starts_with(b"%PDF") {
        return Err(LetterError::Pdf);
    }
    let opening: Vec<u8> = start.iter().take(15).map(u8::to_ascii_lowercase).collect();
    let others: [&[u8]; 4] = [b"{\\rtf", b"<!doctype html", b"<html", b"<?xml"];
    if others.iter().any(|other| opening.starts_with(other)) {
        return Err(LetterError::OtherText);
    }
    let mut letter = if bytes.starts_with(b"PK") { docx::read(bytes)? } else { text::read(bytes)? };
    footnotes::separate(&mut letter);
    if letter.blocks.is_empty() {
        return Err(LetterError::Empty);
    }
    Ok(letter)
}

/// Returns whether a paragraph that does not end a sentence goes on in the next one, as in texts
/// whose lines were cut at a width. `width` is that width, if the text has one.
fn goes_on(line: &str, next: &str, width: Option<usize>) -> bool {
    let ends = |c: char| ".;:!?…”\"".contains(c);
    if line.is_empty() || next.is_empty() || line.trim_end().ends_with(ends) {
        return false;
    }
    if label::typed(next).is_some() {
        return false;
    }
    let first = next.chars().next().unwrap_or(' ');
    let is_open = line.ends_with([',', '(']) || first.is_lowercase() || first == '(';
    let fills = width.is_some_and(|width| {
        let word = next.split(' ').next().map_or(0, |word| word.chars().count());
        line.chars().count() + word + 1 > width
    });
    let capital = |text: &str| text.chars().any(char::is_alphabetic) && text == text.to_uppercase();
    let opens_bracket = first == '(' && !fills;
    is_open && !opens_bracket || fills && !capital(line) && !capital(next)
}

/// Puts a text into normal form: composed letters, plain spaces, no control characters, no
/// emphasis of Markdown.
fn cleaned(text: &str) -> String {
    let composed = crate::vietnamese::nfc(text);
    let mut clean = String::with_capacity(composed.len());
    for c in composed.chars() {
        match c {
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            '\u{2010}' | '\u{2011}' => clean.push('-'),
            c if c.is_whitespace() || c.is_control() => clean.push(' '),
            c => clean.push(c),
        }
    }
    let mut text = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.contains("**") {
        text = text.replace("**", "");
    }
    text
}

/// Returns whether a line is only drawn: `-------`, `_____`, `***`.
fn is_rule(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().all(|c| "-_=*~–—.·⎯─ ".contains(c))
        && text.chars().count() >= 3
}
