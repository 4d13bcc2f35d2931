//! Reads the progress that a row reports.

use chrono::NaiveDate;

use super::reader::Reader;
use super::text::{one_line, quoted};
use crate::diagnostic::Severity;
use crate::import::days::{self, DayError};
use crate::import::diagnostic::CellDiagnostic;
use crate::import::header::Field;
use crate::import::percent::{self, NotAPercentage};
use crate::import::states::{self, StateReading};
use crate::model::{DocumentIx, Kind, State, Task};
use crate::vietnamese::short_date;

/// The progress that a row reports.
pub(super) struct Progress {
    /// The day, and its cell.
    pub(super) day: Option<(NaiveDate, String)>,
    /// The content of the entry.
    pub(super) content: Content,
    /// The cell of the state.
    state_at: String,
    /// The comments on cells of the row.
    pub(super) notes: Vec<String>,
}

/// The content of an entry without its day.
pub(super) struct Content {
    pub(super) state: Option<State>,
    pub(super) text: String,
    pub(super) percent: Option<u8>,
    pub(super) evidence: Vec<DocumentIx>,
}

impl Content {
    /// Returns whether the ledger has this content already: in an entry of the same day, or in the
    /// last entry if the row names no day.
    pub(super) fn is_in_ledger(&self, task: &Task, day: Option<NaiveDate>) -> bool {
        let mut in_force = None;
        task.updates.iter().enumerate().any(|(at, update)| {
            in_force = update.state.or(in_force);
            let is_compared = match day {
                Some(day) => update.date == day,
                None => at + 1 == task.updates.len(),
            };
            let same_text = || {
                let text = update.text.as_deref();
                self.text.is_empty()
                    || text.is_some_and(|text| one_line(text) == one_line(&self.text))
            };
            is_compared
                && (self.state.is_none() || self.state == in_force)
                && same_text()
                && (self.percent.is_none() || self.percent == update.percent)
                && self.evidence.iter().all(|document| update.evidence.contains(document))
        })
    }
}

impl Progress {
    /// Reports a state that an import may not give to a task.
    pub(super) fn refused_state(&self, task: &Task) -> Option<CellDiagnostic> {
        let code = match (self.content.state?, task.kind) {
            (State::Cancelled | State::Superseded, _) => "import-stop",
            (State::Done, Kind::Ongoing | Kind::Duty) => "import-done-ongoing",
            _ => return None,
        };
        Some(CellDiagnostic::error(code, &self.state_at).arg("task", task.id.as_str()))
    }
}

impl Reader<'_> {
    /// Reads the progress of a row; `None` after an error.
    pub(super) fn progress(
        &self,
        row: u32,
        diagnostics: &mut Vec<CellDiagnostic>,
    ) -> Option<Progress> {
        let mut found = Vec::new();
        let text = self.field(row, Field::Text, &mut found);
        let state = self.state(row, &mut found);
        let date = self.day(row, Field::Date, &mut found);
        let done_on = self.day(row, Field::DoneOn, &mut found);
        let percent = self.percent(row, &mut found);
        let evidence = match self.field(row, Field::Evidence, &mut found) {
            None => Vec::new(),
            Some(field) => self.documents(&field, &mut found),
        };
        let has_error = found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        diagnostics.append(&mut found);
        if has_error {
            return None;
        }
        let state = state.or_else(|| done_on.as_ref().map(|(_, at)| (State::Done, at.clone())));
        let (state, state_at) = state.map(|(state, at)| (Some(state), at)).unwrap_or_default();
        let day = if state == Some(State::Done) { done_on.or(date) } else { date };
        let notes = self.notes(row);
        let mut text = text.map(|field| field.text).unwrap_or_default();
        if self.options.with_comments {
            notes.iter().for_each(|note| add_sentence(&mut text, note));
        }
        let content = Content { state, text, percent, evidence };
        Some(Progress { day, content, state_at, notes })
    }

    /// Returns the state that a row names, and its cell.
    fn state(&self, row: u32, diagnostics: &mut Vec<CellDiagnostic>) -> Option<(State, String)> {
        let ticked: Vec<(State, String)> = (self.header.columns.iter())
            .filter_map(|column| match column.field {
                Field::Tick(state) => {
                    let cell = self.sheet.at(row, column.column)?;
                    states::is_tick(cell).then(|| (state, self.cell_name(row, column.column)))
                }
                _ => None,
            })
            .collect();
        if let [_, (_, second), ..] = ticked.as_slice() {
            diagnostics.push(CellDiagnostic::error("import-two-ticks", second));
            return None;
        }
        if let Some(ticked) = ticked.into_iter().next() {
            return Some(ticked);
        }
        let field = self.field(row, Field::State, diagnostics)?;
        let mapped = self.options.mapping.state(&field.text).map(StateReading::State);
        let code = match mapped.unwrap_or_else(|| states::read_state(&field.text)) {
            StateReading::State(state) => return Some((state, field.at)),
            StateReading::Nothing => return None,
            StateReading::Derived => "import-state-derived",
            StateReading::Ambiguous => "import-state-unsure",
            StateReading::Unknown => "import-state-unknown",
        };
        let diagnostic = CellDiagnostic::error(code, &field.at);
        diagnostics.push(diagnostic.arg("read", quoted(&field.text)));
        None
    }

    /// Returns the day in a field, and its cell.
    fn day(
        &self,
        row: u32,
        field: Field,
        diagnostics: &mut Vec<CellDiagnostic>,
    ) -> Option<(NaiveDate, String)> {
        let field = self.field(row, field, diagnostics)?;
        let (code, meant) = match days::day(field.cell, &field.text, self.years) {
            Ok(day) => return day.map(|day| (day, field.at)),
            Err(DayError::MonthFirst(meant)) => ("import-day-month-first", short_date(meant)),
            Err(DayError::NoSuchDay) => ("import-day-none", String::new()),
            Err(DayError::NotOneDay) => ("import-day-month", String::new()),
            Err(DayError::Shape) => ("import-day-shape", String::new()),
        };
        let diagnostic = CellDiagnostic::error(code, &field.at);
        diagnostics.push(diagnostic.arg("read", quoted(&field.text)).arg("meant", meant));
        None
    }

    fn percent(&self, row: u32, diagnostics: &mut Vec<CellDiagnostic>) -> Option<u8> {
        let field = self.field(row, Field::Percent, diagnostics)?;
        percent::percent(field.cell, &field.text).unwrap_or_else(|NotAPercentage| {
            let diagnostic = CellDiagnostic::error("import-percent", &field.at);
            diagnostics.push(diagnostic.arg("read", quoted(&field.text)));
            None
        })
    }

    /// Returns the comments on the cells of a row, in the order of its columns.
    fn notes(&self, row: u32) -> Vec<String> {
        let cells = self.sheet.cells.range((row, 0)..=(row, u32::MAX));
        cells.filter_map(|(_, cell)| cell.note.clone()).collect()
    }
}

/// Adds a comment to a text that does not have it yet.
fn add_sentence(text: &mut String, comment: &str) {
    let comment = comment.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line(text).contains(&one_line(&comment)) {
        return;
    }
    text.push_str(match text.chars().last() {
        None => "",
        Some('.' | ';' | '!' | '?') => " ",
        Some(_) => ". ",
    });
    text.push_str(&comment);
}
