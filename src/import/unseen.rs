//! Leaves out what readers of a tracker do not see, and what they see struck through.
//!
//! Hidden rows stay: `rows` tells whether they would have added anything.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::cell::{cell_text, one_line};
use super::diagnostic::CellDiagnostic;
use super::header::{Field, Header};
use super::result::ImportOptions;
use crate::spreadsheet::{Cell, Sheet, Struck, Value, cell_name, column_name};

/// Maximum number of cells of a hidden column that are named.
const NAMED_CELLS: usize = 5;

/// Returns a sheet without what is invisible or struck through below its header, with a diagnostic
/// for each cell, row or column that is left out.
pub(super) fn leave_out<'a>(
    sheet: &'a Sheet,
    header: &Header,
    options: &ImportOptions,
) -> (Cow<'a, Sheet>, Vec<CellDiagnostic>) {
    let mut left_out = hidden_columns(sheet, header);
    let is_affected = |cell: &Cell| {
        !options.with_struck && cell.struck != Struck::No || !options.with_hidden && cell.invisible
    };
    let body = || sheet.cells.range((header.rows.1 + 1, 0)..);
    if !body().any(|(_, cell)| is_affected(cell)) {
        return (Cow::Borrowed(sheet), left_out);
    }
    let mut seen = sheet.clone();
    let mut struck_rows = BTreeSet::new();
    let rows: BTreeSet<u32> = body().map(|((row, _), _)| *row).collect();
    for row in rows.into_iter().filter(|_| !options.with_struck) {
        if name_is_struck(sheet, header, row) {
            struck_rows.insert(row);
            if let Some(diagnostic) = struck_row(sheet, header, row) {
                left_out.push(diagnostic);
            }
        }
    }
    seen.cells.retain(|(row, _), _| !struck_rows.contains(row));
    let read: BTreeMap<u32, Field> = header
        .columns
        .iter()
        .filter(|column| column.field != Field::Ignored)
        .map(|column| (column.column, column.field))
        .collect();
    for (&(row, column), cell) in body().filter(|((row, _), _)| !struck_rows.contains(row)) {
        let Some(field) = read.get(&column).filter(|_| is_affected(cell)) else { continue };
        let at = format!("{}!{}", sheet.name, cell_name(row, column));
        let text = cell_text(cell).text;
        // Names of tasks are not published from here.
        if !options.with_hidden && cell.invisible && field.is_progress() {
            if !text.is_empty() {
                left_out.push(CellDiagnostic::warning("import-hidden-cell", at).arg("read", text));
            }
            seen.cells.remove(&(row, column));
            continue;
        }
        match &cell.struck {
            _ if options.with_struck => {}
            Struck::Words { kept, struck } => {
                left_out.push(
                    CellDiagnostic::warning("import-struck-words", at)
                        .arg("read", one_line(struck))
                        .arg("kept", one_line(kept)),
                );
                let value = Value::Text(kept.clone());
                seen.cells.insert((row, column), Cell { value, ..cell.clone() });
            }
            Struck::Whole => {
                left_out.push(CellDiagnostic::warning("import-struck-cell", at).arg("read", text));
                seen.cells.remove(&(row, column));
            }
            Struck::No => {}
        }
    }
    (Cow::Owned(seen), left_out)
}

/// Reports the hidden columns that would be read if they were not hidden.
fn hidden_columns(sheet: &Sheet, header: &Header) -> Vec<CellDiagnostic> {
    let mut found = Vec::new();
    for column in header.columns.iter().filter(|column| column.hidden) {
        let below = sheet.cells.range((header.rows.1 + 1, 0)..);
        let filled: Vec<String> = below
            .filter(|((_, at), cell)| *at == column.column && !cell_text(cell).text.is_empty())
            .map(|((row, at), _)| cell_name(*row, *at))
            .collect();
        if filled.is_empty() {
            continue;
        }
        let mut cells = filled.iter().take(NAMED_CELLS).cloned().collect::<Vec<_>>().join(", ");
        if filled.len() > NAMED_CELLS {
            cells.push_str(", …");
        }
        let letter = column_name(column.column);
        found.push(
            CellDiagnostic::warning("import-hidden-column", format!("{}!{letter}", sheet.name))
                .arg("column", format!("{letter} “{}”", column.title))
                .arg("count", filled.len().to_string())
                .arg("cells", cells),
        );
    }
    found
}

/// Returns whether the name of the task of a row is struck through: its title, else all of its
/// numbers.
fn name_is_struck(sheet: &Sheet, header: &Header, row: u32) -> bool {
    let cells = |wanted: &dyn Fn(Field) -> bool| -> Vec<&Cell> {
        let columns = header.columns.iter().filter(|column| wanted(column.field));
        let cells = columns.filter_map(|column| sheet.at(row, column.column));
        cells.filter(|cell| !matches!(cell.value, Value::Nothing)).collect()
    };
    let mut names = cells(&|field| field == Field::Title);
    if names.is_empty() {
        names = cells(&|field| matches!(field, Field::Id | Field::Number));
    }
    !names.is_empty() && names.iter().all(|cell| cell.struck == Struck::Whole)
}

/// Reports a row that is struck through, if it has progress.
fn struck_row(sheet: &Sheet, header: &Header, row: u32) -> Option<CellDiagnostic> {
    let text = |wanted: &dyn Fn(Field) -> bool| {
        let columns = header.columns.iter().filter(|column| wanted(column.field));
        let texts = columns.filter_map(|column| sheet.at(row, column.column));
        let texts: Vec<_> =
            texts.map(|cell| cell_text(cell).text).filter(|text| !text.is_empty()).collect();
        texts.join(" · ")
    };
    let progress = text(&Field::is_progress);
    let names = text(&|field| matches!(field, Field::Id | Field::Number | Field::Title));
    (!progress.is_empty()).then(|| {
        CellDiagnostic::warning("import-struck-row", format!("{}!{}", sheet.name, row + 1))
            .arg("task", names)
            .arg("read", progress)
    })
}
