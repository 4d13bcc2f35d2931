//! A small YAML file that says how a tracker is to be read, where its words do not tell.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::Fault;
use super::header::{Column, Field, Header};
use super::values::squeezed;
use crate::content::yaml;
use crate::diagnostic::{Diagnostics, Severity, nearest};
use crate::model::State;
use crate::source::FileId;
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

/// How a tracker is to be read. Empty: by its words.
#[derive(Debug, Default)]
pub struct Mapping {
    /// The file, as complaints name it.
    pub file: String,
    /// The sheets to be read; none: all in which a table is found.
    pub sheets: Vec<String>,
    /// The first and the last row of the header, from 0.
    pub header: Option<(u32, u32)>,
    /// The fields of columns by title or letter.
    pub columns: Vec<(String, Field)>,
    /// Further words for states, squeezed.
    pub states: Vec<(String, State)>,
    /// The day for rows that name none.
    pub on: Option<NaiveDate>,
}

impl Mapping {
    /// The header with the fields that the mapping names.
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
        }
        header
    }

    /// The state that the mapping gives to a text.
    pub(super) fn state(&self, text: &str) -> Option<State> {
        let plain = squeezed(text);
        self.states.iter().find(|(word, _)| *word == plain).map(|(_, state)| *state)
    }
}

/// Whether a title or letter of a mapping names this column.
pub(super) fn names(title: &str, column: &Column) -> bool {
    title == column_name(column.column) || squeezed(title) == squeezed(&column.title)
}

/// Reads a mapping. Complaints about its form carry places in `text`, as of the file `id`.
pub fn read(
    text: &str,
    file: &str,
    id: FileId,
) -> (Mapping, Vec<Fault>, Diagnostics, crate::source::Index) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (record, index, form) = yaml::read::<MappingRecord>(text, start..text.len(), id);
    let MappingRecord { sheets, header, columns, states, on } = record.unwrap_or_default();
    let mut faults = Vec::new();
    let mut complain = |code, read: &str, known: String| {
        let fault = Fault::new(code, Severity::Error, file);
        faults.push(fault.arg("read", read).arg("known", known));
    };
    let rows = header.map(|rows| {
        let parsed: Vec<u32> = rows.iter().filter_map(|row| row.trim().parse().ok()).collect();
        match (parsed.as_slice(), rows.len()) {
            ([one], 1) if *one > 0 => Some((one - 1, one - 1)),
            ([first, last], 2) if *first > 0 && (*last == *first || *last == first + 1) => {
                Some((first - 1, last - 1))
            }
            _ => {
                complain("import-mapping-header", &rows.join(", "), String::new());
                None
            }
        }
    });
    let mut fields = Vec::new();
    for (title, word) in columns.unwrap_or_default() {
        match Field::NAMED.iter().find(|(name, _)| *name == word.trim()) {
            Some((_, field)) => fields.push((title, *field)),
            None => {
                let names = Field::NAMED.map(|(name, _)| name);
                let near = nearest(&word, names).map_or_else(|| names.join(", "), str::to_owned);
                complain("import-mapping-field", &word, near);
            }
        }
    }
    let mut words = Vec::new();
    for (word, name) in states.unwrap_or_default() {
        match State::ALL.iter().find(|(known, _)| *known == name.trim()) {
            Some((_, state)) => words.push((squeezed(&word), *state)),
            None => {
                let names = State::ALL.map(|(name, _)| name);
                complain("import-mapping-state", &name, names.join(", "));
            }
        }
    }
    let day = on.and_then(|on| match parse_date(on.trim()) {
        Ok(day) => Some(day),
        Err(_) => {
            complain("import-mapping-date", &on, String::new());
            None
        }
    });
    let mapping = Mapping {
        file: file.to_owned(),
        sheets: sheets.unwrap_or_default(),
        header: rows.flatten(),
        columns: fields,
        states: words,
        on: day,
    };
    (mapping, faults, form, index)
}
