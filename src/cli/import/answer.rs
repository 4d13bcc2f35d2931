//! The answer of an import for programs.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;

use super::new::NewAnswer;
use super::text::sentence;
use crate::import::Import;
use crate::locale::Locale;
use crate::model::State;
use crate::pipeline::Loaded;
use crate::pipeline::Recording;
use crate::spreadsheet::column_name;

/// The answer for programs. Field names are stable within a `version`.
#[derive(Serialize)]
pub(super) struct Answer<'a> {
    version: u32,
    file: String,
    written: bool,
    new: usize,
    unchanged: usize,
    silent: usize,
    sheets: Vec<SheetAnswer<'a>>,
    passed_over: &'a [String],
    entries: Vec<EntryAnswer<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<ValueAnswer<'a>>,
    faults: Vec<DiagnosticAnswer<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<NewAnswer<'a>>,
}

#[derive(Serialize)]
struct SheetAnswer<'a> {
    name: &'a str,
    header: [u32; 2],
    rows: usize,
    columns: Vec<ColumnAnswer<'a>>,
}

#[derive(Serialize)]
struct ColumnAnswer<'a> {
    column: String,
    title: &'a str,
    field: String,
    hidden: bool,
}

#[derive(Serialize)]
struct EntryAnswer<'a> {
    task: &'a str,
    file: &'a str,
    sheet: &'a str,
    row: u32,
    date: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    recorded: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    state: Option<&'static str>,
    text: &'a str,
    percent: Option<u8>,
    evidence: Vec<&'a str>,
    notes: &'a [String],
}

/// A new value of a target, which counts from 1.
#[derive(Serialize)]
struct ValueAnswer<'a> {
    task: &'a str,
    target: usize,
    sheet: &'a str,
    row: u32,
    date: NaiveDate,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
}

#[derive(Serialize)]
struct DiagnosticAnswer<'a> {
    code: &'static str,
    severity: &'static str,
    cell: &'a str,
    message: String,
    help: String,
}

impl<'a> Answer<'a> {
    pub(super) fn new(
        workbook: &Path,
        import: &'a Import,
        recording: &Recording,
        before: &'a Loaded,
        locale: &Locale,
        written: bool,
        created: Option<NewAnswer<'a>>,
    ) -> Self {
        let model = &before.model;
        let sheets = import.tables.iter().map(|table| SheetAnswer {
            name: &table.sheet,
            header: [table.header.rows.0 + 1, table.header.rows.1 + 1],
            rows: table.rows,
            columns: (table.header.columns.iter())
                .map(|column| ColumnAnswer {
                    column: column_name(column.column),
                    title: &column.title,
                    field: column.field.name(),
                    hidden: column.hidden,
                })
                .collect(),
        });
        let entries = import.entries.iter().map(|entry| EntryAnswer {
            task: model[entry.task].id.as_str(),
            file: &before.sources.get(model[entry.task].file).path,
            sheet: &entry.sheet,
            row: entry.row,
            date: entry.date,
            time: entry.time.map(|time| time.format("%H:%M").to_string()),
            recorded: recording.of(entry.date).unwrap_or(entry.date),
            part: entry.parts.written(),
            state: entry.state.map(State::name),
            text: &entry.text,
            percent: entry.percent,
            evidence: entry.evidence.iter().map(|id| model[*id].id.as_str()).collect(),
            notes: &entry.notes,
        });
        let faults = import.diagnostics.iter().map(|diagnostic| DiagnosticAnswer {
            code: diagnostic.code,
            severity: diagnostic.severity.name(),
            cell: &diagnostic.at,
            message: sentence(diagnostic, "", locale),
            help: sentence(diagnostic, ".mend", locale),
        });
        Answer {
            created,
            version: 1,
            file: workbook.display().to_string(),
            written,
            values: (import.values.iter())
                .map(|value| ValueAnswer {
                    task: model[value.task].id.as_str(),
                    target: value.target + 1,
                    sheet: &value.sheet,
                    row: value.row,
                    date: value.date,
                    value: value.value.to_string(),
                    of: value.of.map(|of| of.to_string()),
                })
                .collect(),
            new: import.entries.len() + import.values.len(),
            unchanged: import.unchanged,
            silent: import.silent,
            sheets: sheets.collect(),
            passed_over: &import.passed_over,
            entries: entries.collect(),
            faults: faults.collect(),
        }
    }
}
