//! Finds the footnotes of texts, and the marks that refer to them.

use super::{Block, Footnote, Letter, Line};

const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// Moves typed footnotes out of the lines, and removes their marks.
pub(super) fn separate(letter: &mut Letter) {
    let mut notes = Vec::new();
    letter.blocks.retain_mut(|block| {
        let Block::Line(line) = block else { return true };
        if line.label.is_some() {
            return true;
        }
        match opening(&line.text) {
            Some((mark, length)) => {
                let text = line.text[length..].trim().to_owned();
                notes.push(Footnote { mark, text });
                false
            }
            None => true,
        }
    });
    letter.notes.extend(notes);
    for block in &mut letter.blocks {
        match block {
            Block::Line(line) => without_marks(line),
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flatten();
                cells.flat_map(|cell| &mut cell.lines).for_each(without_marks);
            }
        }
    }
    for note in &mut letter.notes {
        if let Some((_, length)) = opening(&note.text) {
            note.text.drain(..length);
            note.text = note.text.trim().to_owned();
        }
    }
}

/// Reads the mark at the start of a footnote: `[1]`, `¹`, `⁽¹⁾`.
fn opening(text: &str) -> Option<(String, usize)> {
    let (mark, length) = mark(text)?;
    let rest = &text[length..];
    (rest.starts_with(char::is_whitespace) || rest.starts_with(char::is_uppercase))
        .then_some((mark, length))
}

/// Reads a mark at the start of a text.
fn mark(text: &str) -> Option<(String, usize)> {
    if let Some(inside) = text.strip_prefix('[') {
        let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
        let is_closed = inside[digits..].starts_with(']') && (1..=2).contains(&digits);
        return is_closed.then(|| (inside[..digits].to_owned(), digits + 2));
    }
    let bare = text.strip_prefix('⁽').unwrap_or(text);
    let digits: Vec<usize> =
        bare.chars().map_while(|c| RAISED.chars().position(|r| r == c)).collect();
    if digits.is_empty() || digits.len() > 2 {
        return None;
    }
    let length: usize = bare.chars().take(digits.len()).map(char::len_utf8).sum();
    let mut end = text.len() - bare.len() + length;
    if text[end..].starts_with('⁾') {
        end += '⁾'.len_utf8();
    }
    Some((digits.iter().map(ToString::to_string).collect(), end))
}

/// Removes the marks from a line and keeps their places.
fn without_marks(line: &mut Line) {
    let mut at = 0;
    while let Some(c) = line.text[at..].chars().next() {
        // `m²` is no mark.
        let unit = matches!(c, '²' | '³') && line.text[..at].ends_with('m');
        match mark(&line.text[at..]).filter(|_| !unit) {
            Some((mark, length)) => {
                line.text.drain(at..at + length);
                for (there, _) in &mut line.marks {
                    if *there > at {
                        *there -= length;
                    }
                }
                line.marks.push((at, mark));
            }
            None => at += c.len_utf8(),
        }
    }
}
