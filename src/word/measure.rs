//! Estimates the room that texts take on a page, from the widths of the letters of Times New Roman.
//!
//! Word processors break lines in slightly different places. An estimate errs towards more room, so
//! that what is said to fit on a page does.

use unicode_normalization::char::decompose_canonical;

use super::{Block, Columns, Paragraph, Span, TEXT_WIDTH, Table};

/// The height of a line, as a multiple of the size of its letters.
const LINE: f64 = 1.15;
/// The space beside the text of a cell, in points, at both sides together.
pub(super) const CELL_PADDING: f64 = 8.0;
/// The border and the space above and below the text of a cell, in points.
const CELL_EDGES: f64 = 2.5;
/// How much wider bold letters are, at most.
const BOLD: f64 = 1.09;
/// How much wider texts may be in other programs, or in a font that stands in for this one.
const SAFETY: f64 = 1.01;
/// The mark at the letters "ơ" and "ư", and how much wider it makes them.
const HORN: (char, u16) = ('\u{31b}', 40);

/// Estimates the height of blocks, in points.
pub fn height(blocks: &[Block]) -> f64 {
    blocks.iter().map(block).sum()
}

fn block(block: &Block) -> f64 {
    match block {
        Block::Paragraph(one) => paragraph(one, TEXT_WIDTH),
        Block::Table(one) => table(one),
        Block::Columns(one) => columns(one),
    }
}

fn paragraph(one: &Paragraph, width: f64) -> f64 {
    let size = f64::from(one.size);
    let lines = lines(&one.spans, size, width, f64::from(one.first_line));
    f64::from(one.before) + f64::from(lines) * size * LINE
}

fn table(one: &Table) -> f64 {
    let shares: u16 = one.columns.iter().map(|column| column.share).sum();
    let size = f64::from(one.size);
    let cell = |text: &str, bold: bool, share: u16| {
        let span = Span { text: text.to_owned(), bold, italic: false };
        let width = TEXT_WIDTH * f64::from(share) / f64::from(shares.max(1)) - CELL_PADDING;
        f64::from(lines(&[span], size, width, 0.0))
    };
    let row = |texts: &mut dyn Iterator<Item = f64>| texts.fold(1.0, f64::max) * size * LINE;
    let head = row(&mut one.columns.iter().map(|column| cell(&column.title, true, column.share)));
    let rows = one.rows.iter().map(|texts| {
        row(&mut texts
            .iter()
            .zip(&one.columns)
            .map(|(text, column)| cell(text, false, column.share)))
    });
    head + rows.sum::<f64>() + CELL_EDGES * (one.rows.len() + 1) as f64
}

fn columns(one: &Columns) -> f64 {
    let share = f64::from(one.share.min(100)) / 100.0;
    let side = |paragraphs: &[Paragraph], share: f64| -> f64 {
        let width = TEXT_WIDTH * share - CELL_PADDING;
        paragraphs.iter().map(|one| paragraph(one, width)).sum()
    };
    let rows = one.rows.iter();
    rows.map(|[left, right]| side(left, share).max(side(right, 1.0 - share))).sum()
}

/// Estimates the number of lines of a text. An empty text takes one line.
fn lines(spans: &[Span], size: f64, width: f64, first_line: f64) -> u32 {
    let (mut lines, mut used) = (1, first_line);
    let mut word = 0.0;
    let mut place = |word: f64, space: f64| {
        if used > 0.0 && used + word > width {
            lines += 1;
            used = 0.0;
        }
        // A word that is longer than a line is broken.
        let broken = (word / width.max(1.0)).floor();
        lines += broken as u32;
        used += word - broken * width + space;
    };
    for span in spans {
        let factor = size / 1000.0 * SAFETY * if span.bold { BOLD } else { 1.0 };
        for c in span.text.chars() {
            let wide = f64::from(width_of(c)) * factor;
            if c.is_whitespace() && c != '\u{a0}' {
                place(std::mem::take(&mut word), wide);
            } else {
                word += wide;
            }
        }
    }
    place(word, 0.0);
    lines
}

/// The width of a letter in thousandths of its size. Marks above and below take no room.
fn width_of(c: char) -> u16 {
    let (mut base, mut horn) = (None, 0);
    decompose_canonical(c, |part| {
        base.get_or_insert(part);
        horn = if part == HORN.0 { HORN.1 } else { horn };
    });
    horn + match base.unwrap_or(c) {
        '\'' => 180,
        ' ' | ',' | '.' | '\u{a0}' => 250,
        'i' | 'j' | 'l' | 't' | '/' | ':' | ';' => 278,
        'f' | 'r' | 'I' | '(' | ')' | '-' | '[' | ']' | '!' => 333,
        's' | 'J' => 389,
        'a' | 'c' | 'e' | 'z' | '?' | '"' | '“' | '”' => 444,
        'b'
        | 'd'
        | 'g'
        | 'h'
        | 'k'
        | 'n'
        | 'o'
        | 'p'
        | 'q'
        | 'u'
        | 'v'
        | 'x'
        | 'y'
        | 'đ'
        | '–'
        | '0'..='9' => 500,
        'F' | 'P' | 'S' => 556,
        'E' | 'L' | 'T' | 'Z' => 611,
        'B' | 'C' | 'R' => 667,
        'A' | 'D' | 'G' | 'H' | 'K' | 'N' | 'O' | 'Q' | 'U' | 'V' | 'X' | 'Y' | 'w' | 'Đ' => 722,
        'm' => 778,
        'M' => 889,
        'W' | '%' | '&' => 944,
        // The dots of a blank to fill in are one letter each.
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        let of = |text: &str, width: f64| lines(&[Span::plain(text)], 10.0, width, 0.0);
        assert_eq!(of("", 100.0), 1);
        assert_eq!(of("nnnn nnnn", 48.0), 1);
        assert_eq!(of("nnnn nnnn", 40.0), 2);
        assert_eq!(of("nnnn nnnn nnnn", 25.0), 3);
        // A word longer than a line, and marks that take no room.
        assert_eq!(of("nnnnnnnnnn", 20.0), 3);
        assert_eq!(width_of('ệ'), width_of('e'));
        assert_eq!(width_of('ự'), width_of('u') + HORN.1);
        assert_eq!(lines(&[Span::plain("nn nn")], 10.0, 30.0, 15.0), 2);
    }
}
