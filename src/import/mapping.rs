//! Reads the mapping, a small YAML file that explains a tracker whose words are not understood.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::diagnostic::CellDiagnostic;
use super::header::{Column, Field, Header};
use crate::content::yaml;
use crate::diagnostic::{Diagnostics, nearest};
use crate::model::State;
use crate::reading::normalized;
use crate::source::{FileId, Index};
use crate::spreadsheet::column_name;
use crate::vietnamese::parse_date;

/// The mapping as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct MappingRecord {
    sheets: Option<Vec<String>>,
    header: Option<Vec<String>>,
    columns: Option<BTreeMap<String, String>>,
    states: Option<BTreeMap<String, String>>,
    on: Option<String>,
}

/// How a tracker is read. An empty mapping leaves everything to the words of the tracker.
#[derive(Debug, Default)]
pub struct Mapping {
    /// The file, as diagnostics name it.
    pub file: String,
    /// The sheets to read; if empty, all sheets with a table.
    pub sheets: Vec<String>,
    /// The first and the last row of the header, from 0.
    pub header: Option<(u32, u32)>,
    /// Fields of columns, by title or letter.
    pub columns: Vec<(String, Field)>,
    /// Additional words for states, normalised.
    pub states: Vec<(String, State)>,
    /// The day for rows without one.
    pub on: Option<NaiveDate>,
}

impl Mapping {
    /// Sets the fields of a header that the mapping names.
    pub(super) fn apply(&self, mut header: Header) -> Header {
        for (title, field) in &self.columns {
            let Some(at) = header.columns.iter().position(|column| names(title, column)) else {
                continue;
            };
            for column in &mut header.columns {
                if column.field == *field {
                    column.field = Field::Ignored;
                }
            }
            header.columns[at].field = *field;
            // What is asked for by name is read, hidden or not.
            header.columns[at].hidden = false;
        }
        header
    }

    /// Returns whether the mapping says what a column holds, or which column holds a field.
    pub(super) fn settles(&self, column: &Column, field: Field) -> bool {
        self.columns.iter().any(|(title, named)| *named == field || names(title, column))
    }

    /// Returns the state that the mapping gives to a text.
    pub(super) fn state(&self, text: &str) -> Option<State> {
        let plain = normalized(text);
        self.states.iter().find(|(word, _)| *word == plain).map(|(_, state)| *state)
    }
}

/// Returns whether a title or letter in a mapping names a column.
pub(super) fn names(title: &str, column: &Column) -> bool {
    title == column_name(column.column) || normalized(title) == normalized(&column.title)
}

/// The result of reading a mapping.
#[derive(Debug)]
pub struct ReadMapping {
    /// The mapping without what could not be read.
    pub mapping: Mapping,
    /// Diagnostics about unknown fields, states, rows or days.
    pub diagnostics: Vec<CellDiagnostic>,
    /// Diagnostics about the form of the YAML, with positions in the text.
    pub form: Diagnostics,
    /// Where each value of the YAML lies.
    pub index: Index,
}

/// Reads a mapping from the text of a file.
pub fn read(text: &str, file: &str, id: FileId) -> ReadMapping {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (record, index, form) = yaml::read::<MappingRecord>(text, start..text.len(), id);
    let record = record.unwrap_or_default();
    let mut diagnostics = Vec::new();
    let mut report = |code, read: &str, known: String| {
        let diagnostic = CellDiagnostic::error(code, file);
        diagnostics.push(diagnostic.arg("read", read).arg("known", known));
    };
    let header = record.header.and_then(|rows| {
        let parsed = header_rows(&rows);
        if parsed.is_none() {
            report("import-mapping-header", &rows.join(", "), String::new());
        }
        parsed
    });
    let mut columns = Vec::new();
    for (title, word) in record.columns.unwrap_or_default() {
        match Field::NAMED.iter().find(|(name, _)| *name == word.trim()) {
            Some((_, field)) => columns.push((title, *field)),
            None if Field::NAMED.iter().any(|(name, _)| *name == title.trim()) => {
                let turned = format!("{}: {}", word.trim(), title.trim());
                report("import-mapping-turned", &format!("{title}: {word}"), turned);
            }
            None => {
                let names = Field::NAMED.map(|(name, _)| name);
                let near = nearest(&word, names).map_or_else(|| names.join(", "), str::to_owned);
                report("import-mapping-field", &word, near);
            }
        }
    }
    let mut states = Vec::new();
    for (word, name) in record.states.unwrap_or_default() {
        match State::ALL.iter().find(|(known, _)| *known == name.trim()) {
            Some((_, state)) => states.push((normalized(&word), *state)),
            None => {
                let names = State::ALL.map(|(name, _)| name);
                report("import-mapping-state", &name, names.join(", "));
            }
        }
    }
    let on = record.on.and_then(|on| {
        let day = parse_date(on.trim()).ok();
        if day.is_none() {
            report("import-mapping-date", &on, String::new());
        }
        day
    });
    let sheets = record.sheets.unwrap_or_default();
    let mapping = Mapping { file: file.to_owned(), sheets, header, columns, states, on };
    ReadMapping { mapping, diagnostics, form, index }
}

/// Reads the rows of a header: one row or two that follow each other.
fn header_rows(rows: &[String]) -> Option<(u32, u32)> {
    let parsed: Vec<u32> = rows.iter().filter_map(|row| row.trim().parse().ok()).collect();
    match (parsed.as_slice(), rows.len()) {
        ([one], 1) if *one > 0 => Some((one - 1, one - 1)),
        ([first, last], 2) if *first > 0 && (*last == *first || *last == first + 1) => {
            Some((first - 1, last - 1))
        }
        _ => None,
    }
}
