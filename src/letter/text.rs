//! Reads a letter that is a text, typed or pasted: joins lines that were cut at a width, finds
//! tables whose cells are parted by tabs, and drops what a portal put around the letter.

use std::sync::LazyLock;

use super::label::{Label, typed};
use super::{Block, Cell, Letter, LetterError, Line, MAX_BLOCKS, Table, cleaned, goes_on, is_rule};
use crate::vietnamese::fold;

/// The words at the start of lines that portals add.
static PORTAL: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines = include_str!("../../locales/vi/draft/portal.txt").lines();
    lines.filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(fold).collect()
});

/// Width beyond which lines are not taken for cut ones.
const MAX_WIDTH: usize = 130;

pub(super) fn read(bytes: &[u8]) -> Result<Letter, LetterError> {
    let text = decoded(bytes)?;
    let mut letter = Letter { is_text: true, ..Letter::default() };
    let raw: Vec<&str> = text.lines().collect();
    if raw.len() > MAX_BLOCKS {
        return Err(LetterError::TooLarge);
    }
    let width = width(&raw);
    let mut gap = true;
    for (n, line) in raw.iter().enumerate() {
        let line = line.trim_end_matches(|c: char| c.is_whitespace() && c != '\t');
        if line.trim().is_empty() || is_rule(line) {
            gap = true;
            continue;
        }
        let cells: Vec<String> =
            spaced(line).iter().flat_map(|cell| cell.split('\t')).map(cleaned).collect();
        let line = Line { text: cells.join("\t"), at: n + 1, gap, ..Line::default() };
        gap = false;
        letter.blocks.push(Block::Line(line));
    }
    Ok(finished(letter, width))
}

/// Cuts a line at wide gaps, by which heads are laid out in two columns. A blank number or day is
/// no gap between columns.
fn spaced(line: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(at) = line[from..].find("    ").map(|at| at + from) {
        let right = line[at..].trim_start_matches(' ');
        let left = line[start..at].trim();
        let is_gap = right.starts_with(char::is_uppercase)
            && !left.is_empty()
            && !left.ends_with([':', '-', '+'])
            && !left.contains('\t');
        from = line.len() - right.len();
        if is_gap {
            cells.push(left);
            start = from;
        }
    }
    cells.push(&line[start..]);
    cells
}

/// Decodes UTF-8 or UTF-16 with a byte order mark, and normalizes line ends.
fn decoded(bytes: &[u8]) -> Result<String, LetterError> {
    let wide = |little: bool| {
        let units: Vec<u16> = bytes[2..]
            .chunks_exact(2)
            .map(|pair| match little {
                true => u16::from_le_bytes([pair[0], pair[1]]),
                false => u16::from_be_bytes([pair[0], pair[1]]),
            })
            .collect();
        String::from_utf16(&units).map_err(|_| LetterError::Encoding)
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => wide(true)?,
        [0xfe, 0xff, ..] => wide(false)?,
        _ => std::str::from_utf8(bytes).map_err(|_| LetterError::Encoding)?.to_owned(),
    };
    if text.contains('\0') {
        return Err(LetterError::NoLetter);
    }
    Ok(text
        .trim_start_matches('\u{feff}')
        .replace("\r\n", "\n")
        .replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}', '\u{85}'], "\n"))
}

/// Returns the width at which the lines of a text were cut, if they were: many lines, none of them
/// longer than a line of print.
fn width(lines: &[&str]) -> Option<usize> {
    let lengths: Vec<usize> =
        lines.iter().filter(|line| !line.contains('\t')).map(|line| line.chars().count()).collect();
    let longest = lengths.iter().copied().max()?;
    let near = lengths.iter().filter(|length| **length * 10 >= longest * 8).count();
    (40..=MAX_WIDTH).contains(&longest).then_some(longest).filter(|_| near >= 5)
}

/// Moves the label at the start of a line out of its text.
pub(super) fn take_label(line: &mut Line, read: impl Fn(&str) -> Option<(Label, usize)>) {
    // `1<TAB>Text<TAB>…` is a row; `1.<TAB>Text` is a label and its text.
    let cells: Vec<&str> = line.text.split('\t').collect();
    if cells.len() == 2
        && read(&format!("{} x", cells[0])).is_some_and(|(_, end)| end > cells[0].len())
    {
        line.text = cells.join(" ");
    } else if cells.len() > 1 {
        return;
    }
    if let Some((label, length)) = read(&line.text) {
        line.text.drain(..length);
        for (at, _) in &mut line.marks {
            *at = at.saturating_sub(length);
        }
        line.label = Some(label);
    }
}

/// Joins lines, gathers rows into tables and drops the lines of portals.
pub(super) fn finished(mut letter: Letter, width: Option<usize>) -> Letter {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_over = false;
    let is_text = letter.is_text;
    for block in std::mem::take(&mut letter.blocks) {
        let Block::Line(mut line) = block else {
            if !is_over {
                blocks.push(block);
            }
            continue;
        };
        is_over |= ends_letter(&line.text) && blocks.len() > 10;
        if is_over || line.label.is_none() && typed(&line.text).is_none() && is_portal(&line.text) {
            letter.dropped.push(line);
            continue;
        }
        let is_row = has_cells(&line.text);
        let goes_on = !line.gap && matches!(blocks.last(), Some(Block::Table(_)));
        if line.label.is_none() && (is_row || goes_on && line.text.contains(['\t', '|'])) {
            row(&mut blocks, &line);
            continue;
        }
        if line.label.is_none() {
            line.text = line.text.trim_matches(['\t', ' ']).to_owned();
            take_label(&mut line, typed);
        }
        line.text = line.text.replace('\t', " ");
        match blocks.last_mut() {
            Some(Block::Line(last)) if continues(last, &line, width, is_text) => {
                let from = last.text.len() + 1;
                last.text.push(' ');
                last.text.push_str(&line.text);
                last.marks.extend(line.marks.into_iter().map(|(at, mark)| (at + from, mark)));
            }
            _ => blocks.push(Block::Line(line)),
        }
    }
    letter.blocks = blocks;
    letter
}

fn continues(last: &Line, line: &Line, width: Option<usize>, is_text: bool) -> bool {
    let same = is_text || last.at == line.at;
    let near = !line.gap || width.is_some() && line.text.starts_with(char::is_lowercase);
    let is_bare = line.label.is_none() && !last.text.is_empty();
    let is_close = is_bare && near && (same || line.text.starts_with(char::is_lowercase));
    is_close && !last.text.contains('\t') && goes_on(&last.text, &line.text, width)
}

/// Whether a line has several cells, parted by tabs or by ` | `. A label and its text are one.
fn has_cells(text: &str) -> bool {
    let cells = cells(text);
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let labelled = cells.len() == 2
        && typed(&format!("{} x", cells[0])).is_some_and(|(_, end)| end > cells[0].len());
    filled > 1 && !labelled
}

/// Returns the cells of a line.
fn cells(text: &str) -> Vec<&str> {
    if text.contains('\t') {
        return text.split('\t').map(str::trim).collect();
    }
    let padded = text.contains(" | ") || text.ends_with(" |") || text.starts_with("| ");
    if !padded {
        return vec![text];
    }
    let inside = text.strip_prefix("| ").unwrap_or(text);
    inside.split('|').map(str::trim).collect()
}

/// Adds a line with cells to the table before it, or begins one.
fn row(blocks: &mut Vec<Block>, line: &Line) {
    let cells = cells(&line.text).into_iter().map(|text| {
        let mut inner = Line { text: text.to_owned(), at: line.at, ..Line::default() };
        take_label(&mut inner, typed);
        let lines = if text.is_empty() { Vec::new() } else { vec![inner] };
        Cell { lines, span: 1, continues: false }
    });
    let cells: Vec<Cell> = cells.collect();
    let is_wide = |row: &Vec<Cell>| row.len() > 2 && cells.len() > 2;
    match blocks.last_mut() {
        Some(Block::Table(table)) if !line.gap || table.rows.last().is_some_and(is_wide) => {
            table.rows.push(cells);
        }
        _ => blocks.push(Block::Table(Table { rows: vec![cells], at: line.at })),
    }
}

/// Whether a line belongs to the page of a portal.
fn is_portal(text: &str) -> bool {
    let folded = fold(text);
    let first = folded.split(['|', '>', '»', '\t']).next().unwrap_or_default().trim();
    PORTAL.iter().any(|words| {
        let rest = first.strip_prefix(words.trim_end_matches('*').trim());
        rest.is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.is_empty() || rest.starts_with([':', '(']) || words.ends_with('*')
        })
    })
}

/// Whether a line begins the list of other news below a letter.
fn ends_letter(text: &str) -> bool {
    let folded = fold(text);
    let starts = [
        "cac tin khac",
        "tin lien quan",
        "cac tin lien quan",
        "bai viet lien quan",
        "tin khac",
        "van ban lien quan",
        "cac van ban khac",
        "tin bai khac",
    ];
    starts.iter().any(|words| {
        folded
            .strip_prefix(words)
            .is_some_and(|rest| rest.trim().is_empty() || rest.trim_start().starts_with(':'))
    })
}
