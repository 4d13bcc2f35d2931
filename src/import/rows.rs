//! Reads the rows of a table and adds what is new to the import.

mod compare;
mod documents;
mod progress;
mod reader;
mod tasks;
mod text;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::cell::cell_text;
use super::days::{self, Years};
use super::diagnostic::CellDiagnostic;
use super::header::{Field, Header};
use super::result::{Import, ImportOptions, NewEntry, Table};
use super::words::normalized;
use crate::diagnostic::Severity;
use crate::model::{Model, State, TaskIx};
use crate::spreadsheet::{Cell, Sheet, Value, cell_name};
use crate::vietnamese::fold;
use progress::Content;
use reader::Reader;
use text::one_line;

/// Maximum number of rows of a sheet that are read.
const MAX_ROWS: usize = 20_000;

/// The result of reading a row.
enum RowOutcome {
    /// The row is about no task.
    NoTask,
    /// The row names a task but reports no progress.
    Silent,
    /// The row repeats what the ledger has; of which day and state, if it names both.
    Known(Option<(TaskIx, NaiveDate, State)>),
    /// The row has something new.
    New(NewEntry),
    /// The row has an error.
    Faulty,
}

/// Reads the rows below a header.
pub(super) fn read(
    sheet: &Sheet,
    header: Header,
    model: &Model,
    options: &ImportOptions,
    import: &mut Import,
) {
    let years = Years::OfDirective { from: model.directive.date, to: model.directive.period.to };
    let given = options.on.or(options.mapping.on).map(|day| (day, String::new()));
    let on = given.or_else(|| day_above(sheet, &header, years));
    let reader = Reader::new(sheet, &header, model, options, years, on.clone());
    let rows: BTreeSet<u32> =
        sheet.cells.range((header.rows.1 + 1, 0)..).map(|((row, _), _)| *row).collect();
    let mut diagnostics: Vec<(u32, CellDiagnostic)> = Vec::new();
    if rows.len() > MAX_ROWS {
        let diagnostic = CellDiagnostic::error("import-many-rows", &sheet.name);
        diagnostics.push((0, diagnostic.arg("most", MAX_ROWS.to_string())));
    }
    let (mut named, mut last_named) = (0, 0);
    for row in rows.into_iter().take(MAX_ROWS) {
        let mut of_row = Vec::new();
        let outcome = read_row(&reader, row, &mut of_row);
        let is_nameless = of_row.iter().any(|diagnostic| diagnostic.code == "import-no-name");
        if !matches!(outcome, RowOutcome::NoTask) && !is_nameless {
            (named, last_named) = (named + 1, row);
        }
        add(outcome, reader.row_name(row), &mut of_row, model, import);
        diagnostics.extend(of_row.into_iter().map(|diagnostic| (row, diagnostic)));
    }
    // Sums, days and signatures stand below the table.
    for (row, diagnostic) in &mut diagnostics {
        if *row > last_named && diagnostic.code == "import-no-name" {
            diagnostic.severity = Severity::Warning;
        }
    }
    import.diagnostics.extend(diagnostics.into_iter().map(|(_, diagnostic)| diagnostic));
    import.tables.push(Table { sheet: sheet.name.clone(), header, rows: named, on });
}

/// Adds the outcome of a row to the import.
fn add(
    outcome: RowOutcome,
    at: String,
    diagnostics: &mut Vec<CellDiagnostic>,
    model: &Model,
    import: &mut Import,
) {
    let state = match &outcome {
        RowOutcome::Known(state) => *state,
        RowOutcome::New(entry) => entry.state.map(|state| (entry.task, entry.date, state)),
        _ => None,
    };
    if let Some(contradiction) = state.and_then(|state| contradiction(state, at, model, import)) {
        diagnostics.push(contradiction);
        return;
    }
    match outcome {
        RowOutcome::NoTask | RowOutcome::Faulty => {}
        RowOutcome::Silent => import.silent += 1,
        RowOutcome::Known(_) => import.unchanged += 1,
        RowOutcome::New(_) if has_error(diagnostics) => {}
        RowOutcome::New(entry) if import.entries.iter().any(|other| same(other, &entry)) => {
            import.unchanged += 1;
        }
        RowOutcome::New(entry) => import.entries.push(entry),
    }
}

fn has_error(diagnostics: &[CellDiagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Reports a row whose state contradicts that of an earlier row for the same task and day.
fn contradiction(
    (task, date, state): (TaskIx, NaiveDate, State),
    at: String,
    model: &Model,
    import: &mut Import,
) -> Option<CellDiagnostic> {
    let (first, other) =
        import.states.entry((task, date)).or_insert_with(|| (state, at.clone())).clone();
    (first != state).then(|| {
        CellDiagnostic::error("import-two-rows", at)
            .arg("task", &model[task].number)
            .arg("other", other)
    })
}

fn same(a: &NewEntry, b: &NewEntry) -> bool {
    (a.task, a.date, a.state) == (b.task, b.date, b.state)
        && one_line(&a.text) == one_line(&b.text)
        && a.evidence == b.evidence
}

fn read_row(reader: &Reader<'_>, row: u32, diagnostics: &mut Vec<CellDiagnostic>) -> RowOutcome {
    if reader.is_heading(row) || reader.is_numbering(row) {
        return RowOutcome::NoTask;
    }
    let has_progress = reader.has_progress(row);
    let mut of_names = Vec::new();
    let id = reader.field(row, Field::Id, &mut of_names);
    let number = reader.field(row, Field::Number, &mut of_names);
    let title = reader.field(row, Field::Title, &mut of_names);
    let total = title.as_ref().or(number.as_ref()).map(|field| normalized(&field.text));
    if total.is_some_and(|text| ["tong", "tong cong", "tong so", "cong"].contains(&text.as_str())) {
        return RowOutcome::NoTask;
    }
    if !of_names.iter().all(|diagnostic| diagnostic.severity == Severity::Hint) {
        if has_progress {
            diagnostics.append(&mut of_names);
            return RowOutcome::Faulty;
        }
        return RowOutcome::NoTask;
    }
    let task = match reader.task(row, id.as_ref(), number.as_ref(), title.as_ref()) {
        Ok(task) => task,
        Err(diagnostic) if has_progress => {
            diagnostics.push(diagnostic);
            return RowOutcome::Faulty;
        }
        Err(_) => return RowOutcome::NoTask,
    };
    diagnostics.append(&mut of_names);
    reader.compare(row, &reader.model[task], diagnostics);
    if !has_progress {
        return RowOutcome::Silent;
    }
    progress_of(reader, row, task, diagnostics).unwrap_or(RowOutcome::Faulty)
}

/// Reads the progress that a row reports and compares it with the ledger; `None` after an error.
fn progress_of(
    reader: &Reader<'_>,
    row: u32,
    ix: TaskIx,
    diagnostics: &mut Vec<CellDiagnostic>,
) -> Option<RowOutcome> {
    let task = &reader.model[ix];
    let progress = reader.progress(row, diagnostics)?;
    let Content { state, text, percent, evidence } = &progress.content;
    let own_day = progress.day.as_ref().map(|(day, _)| *day);
    let is_known = progress.content.is_in_ledger(task, own_day);
    if state.is_none() && text.is_empty() && percent.is_none() && evidence.is_empty() {
        // A day alone is nothing that a ledger could record.
        return Some(match own_day {
            Some(_) if is_known => RowOutcome::Known(None),
            Some(_) => {
                let at = reader.row_name(row);
                diagnostics.push(CellDiagnostic::warning("import-day-alone", at));
                RowOutcome::Silent
            }
            None => RowOutcome::Silent,
        });
    }
    if is_known {
        let named = own_day.zip(*state).map(|(day, state)| (ix, day, state));
        return Some(RowOutcome::Known(named));
    }
    let Some((date, at)) = progress.day.clone().or_else(|| reader.on.clone()) else {
        diagnostics.push(CellDiagnostic::error("import-no-day", reader.row_name(row)));
        return None;
    };
    if let Some(diagnostic) = progress.refused_state(task) {
        diagnostics.push(diagnostic);
        return None;
    }
    if date < reader.model.directive.date {
        diagnostics.push(
            CellDiagnostic::warning("import-before-directive", &at)
                .arg("read", crate::vietnamese::short_date(date))
                .arg("known", crate::vietnamese::short_date(reader.model.directive.date)),
        );
    }
    if own_day.is_some() && task.updates.iter().any(|update| update.date == date) {
        let at = if at.is_empty() { reader.row_name(row) } else { at };
        diagnostics.push(
            CellDiagnostic::warning("import-same-day", at)
                .arg("task", task.id.as_str())
                .arg("day", crate::vietnamese::short_date(date)),
        );
    }
    Some(RowOutcome::New(NewEntry {
        task: ix,
        sheet: reader.sheet.name.clone(),
        row: row + 1,
        date,
        state: *state,
        text: text.clone(),
        percent: *percent,
        evidence: evidence.clone(),
        notes: progress.notes,
    }))
}

/// Finds the day in the lines above a table: "Tính đến ngày 23/7/2021".
fn day_above(sheet: &Sheet, header: &Header, years: Years) -> Option<(NaiveDate, String)> {
    let above = sheet.cells.range(..(header.rows.0, 0));
    for (&(row, column), cell) in above {
        let folded = fold(&cell_text(cell).text);
        for word in ["den ngay", "den het ngay", "as of", "tinh den"] {
            let Some(at) = folded.find(word) else { continue };
            let rest = &folded[at + word.len()..];
            let end = rest
                .find(|c: char| !(c.is_ascii_digit() || "/.- ".contains(c)))
                .unwrap_or(rest.len());
            let typed = rest[..end].trim().trim_end_matches(['.', '-', '/', ' ']);
            let cell = Cell { value: Value::Text(typed.to_owned()), ..Cell::default() };
            if let (false, Ok(Some(day))) = (typed.is_empty(), days::day(&cell, typed, years)) {
                return Some((day, format!("{}!{}", sheet.name, cell_name(row, column))));
            }
        }
    }
    None
}
