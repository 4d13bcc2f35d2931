//! Reads and writes workbooks (.xlsx) and holds the content of one that was read.
//!
//! [`read`] wraps the crates that read workbooks, [`write`] the crate that writes them. Nothing here
//! knows of tasks. Workbooks from outside are not trusted: [`read::book`] keeps strict limits.

pub mod read;
pub mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveTime};

/// Maximum length of a cell in UTF-16 units.
const MAX_CELL_UNITS: usize = 32_767;

/// A workbook that was read.
#[derive(Debug, Default)]
pub struct Book {
    /// The sheets of cells, in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet of cells. Rows and columns are counted from 0.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The name.
    pub name: String,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// The rows with cells that are hidden: by hand, by a filter, in a collapsed group.
    pub hidden_rows: BTreeSet<u32>,
    /// The hidden columns, as ranges.
    pub hidden_columns: Vec<RangeInclusive<u32>>,
    /// The cells that are not empty, by row and column.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// The merged cells.
    pub merged: Merged,
}

/// The merged cells of a sheet, indexed by row.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    areas: Vec<Area>,
    /// The areas in each block of rows.
    blocks: BTreeMap<u32, Vec<usize>>,
    /// The areas that span many blocks.
    tall: Vec<usize>,
}

/// Number of rows in a block.
const BLOCK_ROWS: u32 = 64;
/// An area that spans more blocks than this is tall.
const TALL_BLOCKS: u32 = 64;

impl Merged {
    /// Indexes areas; an area of one cell is ignored.
    pub fn new(areas: impl IntoIterator<Item = Area>) -> Self {
        let mut merged = Merged::default();
        for area in areas.into_iter().filter(|area| area.first != area.last) {
            let at = merged.areas.len();
            let (first, last) = (area.first.0 / BLOCK_ROWS, area.last.0 / BLOCK_ROWS);
            if last.saturating_sub(first) > TALL_BLOCKS {
                merged.tall.push(at);
            } else {
                (first..=last).for_each(|block| merged.blocks.entry(block).or_default().push(at));
            }
            merged.areas.push(area);
        }
        merged
    }

    /// Returns the number of areas that span very many rows. Each is checked for every cell.
    pub fn tall(&self) -> usize {
        self.tall.len()
    }

    /// Returns the areas that have cells in a row.
    pub fn in_row(&self, row: u32) -> impl Iterator<Item = Area> {
        let near = self.blocks.get(&(row / BLOCK_ROWS)).map_or(&[][..], Vec::as_slice);
        let areas = near.iter().chain(&self.tall).map(|at| self.areas[*at]);
        areas.filter(move |area| (area.first.0..=area.last.0).contains(&row))
    }
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Row and column of its first cell.
    pub first: (u32, u32),
    /// Row and column of its last cell.
    pub last: (u32, u32),
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The value.
    pub value: Value,
    /// The name of its font.
    pub font: Option<String>,
    /// The number format: `0.00`, `mmm-yy`.
    pub format: String,
    /// The comment on the cell.
    pub note: Option<String>,
    /// What of its value is struck through.
    pub struck: Struck,
    /// Whether nobody sees its value: letters in the colour of the background, or the format `;;;`.
    pub invisible: bool,
}

/// What of the value of a cell is struck through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Struck {
    /// Nothing.
    #[default]
    No,
    /// All of it.
    Whole,
    /// Some words.
    Words {
        /// The text without these words.
        kept: String,
        /// The words.
        struck: String,
    },
}

/// The value of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Nothing,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, and the time of day if the cell shows one.
    Day(NaiveDate, Option<NaiveTime>),
    /// True or false.
    Boolean(bool),
    /// The error of a formula: `#REF!`.
    Error(String),
    /// A formula whose value is not stored.
    Uncomputed,
}

impl Sheet {
    /// Returns a cell; of merged cells, the first.
    pub fn at(&self, row: u32, column: u32) -> Option<&Cell> {
        let origin = self.merged_at(row, column).map_or((row, column), |area| area.first);
        self.cells.get(&origin)
    }

    /// Returns the merged area that a cell belongs to.
    pub fn merged_at(&self, row: u32, column: u32) -> Option<Area> {
        self.merged.in_row(row).find(|area| area.holds(row, column))
    }

    /// Returns whether a column is hidden.
    pub fn hides_column(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|columns| columns.contains(&column))
    }

    /// Returns the last row that is not empty.
    pub fn last_row(&self) -> Option<u32> {
        self.cells.keys().next_back().map(|(row, _)| *row)
    }

    /// Returns the last column that is not empty in a range of rows.
    pub fn last_column(&self, rows: RangeInclusive<u32>) -> Option<u32> {
        let from = (*rows.start(), 0);
        self.cells.range(from..=(*rows.end(), u32::MAX)).map(|((_, column), _)| *column).max()
    }
}

impl Area {
    /// Returns whether a cell lies in the area.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.first.0..=self.last.0).contains(&row)
            && (self.first.1..=self.last.1).contains(&column)
    }
}

/// Returns the name of a cell: `B7` for row 6, column 1.
pub fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", column_name(column), u64::from(row) + 1)
}

/// Returns the name of a column: `A`, `Z`, `AA`.
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = u64::from(column) + 1;
    while left > 0 {
        let digit = (left - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Returns the row and column of a cell's name: `B7` is row 6, column 1.
fn position(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = name.split_at(digits);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    Some((number.parse::<u32>().ok()?.checked_sub(1)?, column - 1))
}

/// Cuts a text to the maximum length of a cell.
pub fn within(text: &str) -> String {
    if text.len() <= MAX_CELL_UNITS
        || text.chars().map(char::len_utf16).sum::<usize>() <= MAX_CELL_UNITS
    {
        return text.to_owned();
    }
    let mut units = 0;
    let kept = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units < MAX_CELL_UNITS
    });
    kept.chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_their_usual_names() {
        for (place, name) in [
            ((0, 0), "A1"),
            ((6, 1), "B7"),
            ((0, 25), "Z1"),
            ((9, 26), "AA10"),
            ((0, 16_383), "XFD1"),
        ] {
            assert_eq!(cell_name(place.0, place.1), name);
            assert_eq!(position(name), Some(place));
        }
        for bad in ["", "A", "7", "A0", "ABCD1", "Đ1", "A99999999999"] {
            assert_eq!(position(bad), None, "{bad}");
        }
    }
}
