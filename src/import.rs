//! Reads an office's own tracker, a workbook, and collects the entries that it adds to the ledgers.
//!
//! Nothing is written here and nothing is guessed: a row whose task, day or state is unclear is
//! left out, with a diagnostic that names its cell. A row can only add an entry to a ledger. A
//! different deadline or agency in the tracker is reported and changes nothing.
//!
//! The header is found by its words, over one or two rows, unless a mapping file gives the columns.
//! A row belongs to the task with its id if the titles do not contradict each other, else to the
//! task with exactly its title. A similar title is a diagnostic with a suggestion. A running number
//! counts only if the title agrees.
//!
//! Each row is first compared with the ledger (day, state in force, text, percentage, evidence), so
//! importing a workbook twice, or importing an export, adds nothing. A row without a day of its own
//! is compared with the last entry. What nobody sees (hidden sheets, rows, columns, cells) and what is
//! struck through is named and left out, unless it is asked for. Text in a TCVN3 or VNI font is converted only if the cell's
//! font says so. Cell comments are shown but imported only on request.
//!
//! `spreadsheet` treats the workbook as untrusted, and `pipeline::ledgers` appends the entries and
//! replaces the files, all or none.

mod cell;
mod days;
mod deadlines;
mod diagnostic;
mod header;
pub mod mapping;
mod order;
mod percent;
pub mod proposal;
mod result;
mod rivals;
mod rows;
mod states;
mod unseen;

use crate::diagnostic::Severity;
use crate::model::Model;
use crate::reading::normalized;
use crate::spreadsheet::{Book, Sheet};

pub use diagnostic::CellDiagnostic;
pub use header::{Column, Field, Header};
pub use mapping::Mapping;
pub use result::{
    Import, ImportOptions, NewAgency, NewEntry, NewPriority, NewRecords, NewTask, NewValue, Table,
};
pub use states::{StateReading, read_state};

/// Compares a workbook with the ledgers of a model.
pub fn read(book: &Book, model: &Model, options: &ImportOptions) -> Import {
    let mut import = Import::default();
    let mapping = &options.mapping;
    for name in &mapping.sheets {
        if !book.sheets.iter().any(|sheet| same_name(&sheet.name, name)) {
            let known = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>();
            import.diagnostics.push(
                CellDiagnostic::error("import-no-sheet", &mapping.file)
                    .arg("read", name)
                    .arg("known", known.join(", ")),
            );
        }
    }
    for sheet in &book.sheets {
        let is_named = mapping.sheets.iter().any(|name| same_name(&sheet.name, name));
        if !mapping.sheets.is_empty() && !is_named {
            continue;
        }
        let header = header_of(sheet, model, options);
        match header {
            Some(header) if !sheet.hidden || is_named || options.with_hidden => {
                read_table(sheet, header, model, options, &mut import);
            }
            None if sheet.cells.is_empty() => {}
            header => {
                if header.is_some() {
                    import
                        .diagnostics
                        .push(CellDiagnostic::warning("import-hidden-sheet", &sheet.name));
                }
                import.passed_over.push(sheet.name.clone());
            }
        }
    }
    for (title, _) in &mapping.columns {
        let is_named = |column: &Column| mapping::names(title, column);
        if !import.tables.iter().any(|table| table.header.columns.iter().any(is_named)) {
            import
                .diagnostics
                .push(CellDiagnostic::error("import-no-column", &mapping.file).arg("read", title));
        }
    }
    import.entries.sort_by_key(|entry| (entry.task, entry.date));
    import
}

/// Finds the records that an office's list has and the content does not: a row that names no task
/// becomes one.
pub fn read_new(book: &Book, model: &Model, options: &ImportOptions) -> NewRecords {
    let mut new = NewRecords::default();
    let mapping = &options.mapping;
    for sheet in &book.sheets {
        let is_named = mapping.sheets.iter().any(|name| same_name(&sheet.name, name));
        let is_wanted = mapping.sheets.is_empty() || is_named;
        let Some(header) = header_of(sheet, model, options).filter(|_| is_wanted) else { continue };
        let is_seen = !sheet.hidden || is_named || options.with_hidden;
        let has_title = header.columns.iter().any(|column| column.field == Field::Title);
        let is_unclear = rivals::rivals(sheet, &header, mapping)
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error);
        if !is_seen || !has_title || is_unclear {
            continue;
        }
        let (seen, _) = unseen::leave_out(sheet, &header, options);
        rows::read_new(&seen, &header, model, options, &mut new);
    }
    new
}

/// Reads a table, unless two columns claim the same field with equal right.
fn read_table(
    sheet: &Sheet,
    header: Header,
    model: &Model,
    options: &ImportOptions,
    import: &mut Import,
) {
    let found = rivals::rivals(sheet, &header, &options.mapping);
    let is_unclear = found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    import.diagnostics.extend(found);
    if is_unclear {
        let sheet = sheet.name.clone();
        import.tables.push(Table { sheet, header, rows: 0, on: None });
        return;
    }
    let (seen, left_out) = unseen::leave_out(sheet, &header, options);
    import.diagnostics.extend(left_out);
    rows::read(&seen, header, model, options, import);
}

/// Returns the header of a sheet's table if one of its columns identifies the task of a row.
fn header_of(sheet: &Sheet, model: &Model, options: &ImportOptions) -> Option<Header> {
    let with_parts = model.tasks().any(|(_, task)| task.is_divided() || !task.targets.is_empty());
    let header = match options.mapping.header {
        Some(rows) => header::at(sheet, rows, options.with_hidden, with_parts),
        None => header::find(sheet, options.with_hidden, options.with_lists, with_parts)?,
    };
    let mut header = options.mapping.apply(header);
    // A value beside a state or a text is no value of a target.
    let is_report = |column: &Column| {
        column.field.is_progress() && !matches!(column.field, Field::Date | Field::Value)
    };
    if header.columns.iter().any(is_report) {
        let of_values = header.columns.iter_mut().filter(|column| column.field.is_of_values());
        of_values.for_each(|column| column.field = Field::Ignored);
    }
    let identifies_task =
        |column: &Column| matches!(column.field, Field::Id | Field::Number | Field::Title);
    header.columns.iter().any(identifies_task).then_some(header)
}

fn same_name(a: &str, b: &str) -> bool {
    normalized(a) == normalized(b)
}
