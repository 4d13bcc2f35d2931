//! Reads the rows of a table and adds what is new to the import.

mod compare;
mod documents;
mod foot;
mod new;
mod parts;
mod progress;
mod reader;
mod tasks;
mod text;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::cell::cell_text;
use super::days::{self, ReadDay, Years};
use super::diagnostic::CellDiagnostic;
use super::header::{Column, Field, Header};
use super::result::{Import, ImportOptions, NewEntry, NewRecords, NewValue, Table};
use crate::diagnostic::Severity;
use crate::model::{Model, State, Task, TaskIx, Update};
use crate::spreadsheet::{Cell, Sheet, Struck, Value, cell_name};
use crate::vietnamese::fold;
use progress::Content;
use reader::Reader;
use text::{one_line, quoted};

/// Maximum number of rows of a sheet that are read.
const MAX_ROWS: usize = 20_000;

/// A state that a row reports of a task, or of its parts, on a day.
type Reported = (TaskIx, Option<String>, NaiveDate, State);

/// The result of reading a row.
enum RowOutcome {
    /// The row is about no task.
    NoTask,
    /// The row names a task but reports no progress.
    Silent,
    /// The row repeats what the ledger has; of which day and state, if it names both.
    Known(Option<Reported>),
    /// The row has something new.
    New(NewEntry),
    /// The row has a new value of a target.
    Value(NewValue),
    /// The row reports progress of a task that it names in no way that is understood.
    Nameless,
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
    // Days that are hidden are not those of the table.
    let is_hidden_day = |column: &Column| {
        column.hidden && column.claim.is_some_and(|claim| claim.field == Field::Date)
    };
    let has_hidden_days = header.columns.iter().any(is_hidden_day);
    let day_above = || day_above(sheet, &header, options, years).filter(|_| !has_hidden_days);
    let on = given.or_else(day_above);
    let reader = Reader::new(sheet, &header, model, options, years, on.clone());
    let rows: BTreeSet<u32> =
        sheet.cells.range((header.rows.1 + 1, 0)..).map(|((row, _), _)| *row).collect();
    if rows.len() > MAX_ROWS {
        let diagnostic = CellDiagnostic::error("import-many-rows", &sheet.name);
        import.diagnostics.push(diagnostic.arg("most", MAX_ROWS.to_string()));
    }
    // What was found in each row; a row that names no task may turn out to stand below the table.
    let mut found: BTreeMap<u32, Vec<CellDiagnostic>> = BTreeMap::new();
    let (mut nameless, mut named) = (Vec::new(), Vec::new());
    for row in rows.into_iter().take(MAX_ROWS) {
        let mut of_row = Vec::new();
        let outcome = read_row(&reader, row, &mut of_row);
        if reader.is_left_out(row) {
            found.extend(
                hidden_row(&reader, row, &outcome).map(|diagnostic| (row, vec![diagnostic])),
            );
            continue;
        }
        match outcome {
            RowOutcome::NoTask => {}
            RowOutcome::Nameless => nameless.push(row),
            _ => named.push(row),
        }
        add(outcome, reader.row_name(row), &mut of_row, model, import);
        found.insert(row, of_row);
    }
    // Sums, days and signatures stand below the table. A row with a number is always part of it.
    let numbered = nameless.iter().filter(|row| reader.has_number(**row));
    let last = named.iter().chain(numbered).max().copied();
    let have_numbers = named.iter().any(|row| reader.has_number(*row));
    let is_below = |row: &u32| Some(*row) > last && reader.is_like_foot(*row, have_numbers);
    let (below, mistyped): (Vec<u32>, Vec<u32>) = nameless.into_iter().partition(is_below);
    for row in below {
        let diagnostic = CellDiagnostic::new("import-foot", Severity::Hint, reader.row_name(row));
        found.insert(row, vec![diagnostic.arg("read", quoted(&reader.first_text(row)))]);
    }
    import.diagnostics.extend(found.into_values().flatten());
    let rows = named.len() + mistyped.len();
    import.tables.push(Table { sheet: sheet.name.clone(), header, rows, on });
}

/// Adds the records that the rows below a header need and the content does not have.
pub(super) fn read_new(
    sheet: &Sheet,
    header: &Header,
    model: &Model,
    options: &ImportOptions,
    new: &mut NewRecords,
) {
    let years = Years::OfDirective { from: model.directive.date, to: model.directive.period.to };
    let reader = Reader::new(sheet, header, model, options, years, None);
    let only = match model.priorities.as_slice() {
        [one] => Some(one.id.as_str()),
        _ => None,
    };
    new::read(&reader, options.priority.as_deref().or(only), new);
}

/// Reports a hidden row that would have added something.
fn hidden_row(reader: &Reader<'_>, row: u32, outcome: &RowOutcome) -> Option<CellDiagnostic> {
    let progress = match outcome {
        RowOutcome::New(_) | RowOutcome::Value(_) | RowOutcome::Nameless | RowOutcome::Faulty => {
            reader.progress_text(row)
        }
        _ => return None,
    };
    let diagnostic = CellDiagnostic::warning("import-hidden-row", reader.row_name(row));
    Some(diagnostic.arg("task", quoted(&reader.first_text(row))).arg("read", quoted(&progress)))
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
        RowOutcome::Known(state) => state.clone(),
        RowOutcome::New(entry) => {
            entry.state.map(|state| (entry.task, entry.parts.written(), entry.date, state))
        }
        _ => None,
    };
    if let Some(contradiction) = state.and_then(|state| contradiction(state, at, model, import)) {
        diagnostics.push(contradiction);
        return;
    }
    match outcome {
        RowOutcome::NoTask | RowOutcome::Nameless | RowOutcome::Faulty => {}
        RowOutcome::Silent => import.silent += 1,
        RowOutcome::Known(_) => import.unchanged += 1,
        RowOutcome::New(_) | RowOutcome::Value(_) if has_error(diagnostics) => {}
        RowOutcome::Value(value) => import.values.push(value),
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
    (task, parts, date, state): Reported,
    at: String,
    model: &Model,
    import: &mut Import,
) -> Option<CellDiagnostic> {
    let (first, other) =
        import.states.entry((task, parts, date)).or_insert_with(|| (state, at.clone())).clone();
    (first != state).then(|| {
        CellDiagnostic::error("import-two-rows", at)
            .arg("task", &model[task].number)
            .arg("other", other)
    })
}

fn same(a: &NewEntry, b: &NewEntry) -> bool {
    (a.task, a.date, a.time, a.state) == (b.task, b.date, b.time, b.state)
        && a.parts == b.parts
        && one_line(&a.text) == one_line(&b.text)
        && a.evidence == b.evidence
}

fn read_row(reader: &Reader<'_>, row: u32, diagnostics: &mut Vec<CellDiagnostic>) -> RowOutcome {
    if reader.is_heading(row) || reader.is_numbering(row) || reader.is_repeated_header(row) {
        return RowOutcome::NoTask;
    }
    if reader.options.passed_rows.contains(&(reader.sheet.name.clone(), row + 1)) {
        return RowOutcome::NoTask;
    }
    let has_progress = reader.has_progress(row);
    if reader.is_sum(row) {
        if has_progress {
            let diagnostic =
                CellDiagnostic::new("import-sum", Severity::Hint, reader.row_name(row));
            diagnostics.push(diagnostic.arg("read", quoted(&reader.first_text(row))));
        }
        return RowOutcome::NoTask;
    }
    let mut of_names = Vec::new();
    let id = reader.field(row, Field::Id, &mut of_names);
    let number = reader.field(row, Field::Number, &mut of_names);
    let title = reader.field(row, Field::Title, &mut of_names);
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
            return RowOutcome::Nameless;
        }
        Err(_) => return RowOutcome::NoTask,
    };
    diagnostics.append(&mut of_names);
    reader.compare(row, &reader.model[task], diagnostics);
    if !has_progress {
        return RowOutcome::Silent;
    }
    let outcome = if reader.header.columns.iter().any(|column| column.field == Field::Value) {
        reader.value(row, task, diagnostics)
    } else {
        progress_of(reader, row, task, diagnostics)
    };
    outcome.unwrap_or(RowOutcome::Faulty)
}

/// Reads the progress that a row reports and compares it with the ledger; `None` after an error.
fn progress_of(
    reader: &Reader<'_>,
    row: u32,
    ix: TaskIx,
    diagnostics: &mut Vec<CellDiagnostic>,
) -> Option<RowOutcome> {
    let task = &reader.model[ix];
    let parts = reader.parts(row, task, diagnostics)?;
    let progress = reader.progress(row, parts, diagnostics)?;
    let Content { parts, state, text, percent, evidence } = &progress.content;
    let own_day = progress.day.as_ref().map(|(day, _)| day.date);
    let is_known = progress.content.is_in_ledger(task, own_day);
    if !is_known && let Some(diagnostic) = reader.merged_text(row, task) {
        diagnostics.push(diagnostic);
    }
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
        let named = own_day.zip(*state).map(|(day, state)| (ix, parts.written(), day, state));
        return Some(RowOutcome::Known(named));
    }
    if own_day.is_none() && text.is_empty() && percent.is_none() && evidence.is_empty() {
        // A state alone, without a day, is no report: the table may have held it for months.
        let at = &progress.state_at;
        diagnostics
            .push(CellDiagnostic::warning("import-bare-state", at).arg("task", task.id.as_str()));
        return Some(RowOutcome::Silent);
    }
    let on = || reader.on.clone().map(|(day, at)| (ReadDay::plain(day), at));
    let Some((ReadDay { date, time, .. }, at)) = progress.day.clone().or_else(on) else {
        diagnostics.push(CellDiagnostic::error("import-no-day", reader.row_name(row)));
        return None;
    };
    if let Some(diagnostic) = progress.refused_state(task) {
        let directive = reader.model.settings.directive_option();
        diagnostics.push(diagnostic.arg("directive", directive));
        return None;
    }
    if date < reader.model.directive.date {
        diagnostics.push(
            CellDiagnostic::warning("import-before-directive", &at)
                .arg("read", crate::vietnamese::short_date(date))
                .arg("known", crate::vietnamese::short_date(reader.model.directive.date)),
        );
    }
    if let Some((on, on_at)) = reader.on.as_ref().filter(|(on, at)| !at.is_empty() && date > *on) {
        diagnostics.push(
            CellDiagnostic::warning("import-day-after", &at)
                .arg("read", crate::vietnamese::short_date(date))
                .arg("known", crate::vietnamese::short_date(*on))
                .arg("other", on_at),
        );
    }
    if task.split.is_some() && *state == Some(State::Done) && !parts.is_of_parts() {
        let diagnostic = CellDiagnostic::warning("import-done-of-no-part", &progress.state_at);
        diagnostics.push(diagnostic.arg("task", task.id.as_str()));
    }
    let is_same_day = |update: &Update| update.date == date && update.parts == *parts;
    if own_day.is_some() && task.updates.iter().any(is_same_day) {
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
        parts: parts.clone(),
        date,
        time: time.filter(|_| has_hour(task)),
        state: *state,
        text: text.clone(),
        percent: *percent,
        evidence: evidence.clone(),
        notes: progress.notes,
    }))
}

/// Returns whether a deadline of a task or of a part of it names an hour, for which the time of an
/// entry counts.
fn has_hour(task: &Task) -> bool {
    let dues = task.due.iter().chain(task.extensions.iter().map(|extension| &extension.due));
    dues.chain(task.parts.iter().filter_map(|part| part.due.as_ref()))
        .any(|due| due.hour().is_some())
}

/// Finds the day in the lines above a table: "Tính đến ngày 23/7/2021".
fn day_above(
    sheet: &Sheet,
    header: &Header,
    options: &ImportOptions,
    years: Years,
) -> Option<(NaiveDate, String)> {
    let is_seen = |row: &u32, cell: &Cell| {
        let is_hidden = cell.invisible || sheet.hidden_rows.contains(row);
        (options.with_hidden || !is_hidden) && (options.with_struck || cell.struck == Struck::No)
    };
    let above = sheet.cells.range(..(header.rows.0, 0));
    let above = above.filter(|((row, _), cell)| is_seen(row, cell));
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
                return Some((day.date, format!("{}!{}", sheet.name, cell_name(row, column))));
            }
        }
    }
    None
}
