//! Reads the progress that a row reports.

use chrono::NaiveDate;

use super::reader::Reader;
use super::text::{one_line, quoted};
use crate::diagnostic::Severity;
use crate::import::cell::{cell_text, lines};
use crate::import::days::{self, DayError, ReadDay};
use crate::import::diagnostic::CellDiagnostic;
use crate::import::header::Field;
use crate::import::percent::{self, PercentError, ReadPercent};
use crate::import::states::{self, StateReading};
use crate::model::{DocumentIx, Kind, Named, State, Task, Update};
use crate::vietnamese::short_date;

/// The progress that a row reports.
pub(super) struct Progress {
    /// The day, and its cell.
    pub(super) day: Option<(ReadDay, String)>,
    /// The content of the entry.
    pub(super) content: Content,
    /// The cell of the state.
    pub(super) state_at: String,
    /// The comments on cells of the row.
    pub(super) notes: Vec<String>,
}

/// The content of an entry without its day.
pub(super) struct Content {
    pub(super) parts: Named,
    pub(super) state: Option<State>,
    pub(super) text: String,
    pub(super) percent: Option<u8>,
    pub(super) evidence: Vec<DocumentIx>,
}

impl Content {
    /// Returns whether the ledger has this content already, about the same parts: in an entry of the
    /// same day, or in the last entry if the row names no day.
    pub(super) fn is_in_ledger(&self, task: &Task, day: Option<NaiveDate>) -> bool {
        let mut in_force = None;
        let is_meant = |update: &&Update| match (&self.parts, &update.parts) {
            (Named::These(own), Named::These(known)) => own.iter().all(|id| known.contains(id)),
            (Named::These(_), Named::All) => true,
            (own, known) => own == known,
        };
        let meant: Vec<&Update> = task.updates.iter().filter(is_meant).collect();
        meant.iter().enumerate().any(|(at, update)| {
            in_force = update.state.or(in_force);
            let is_compared = match day {
                Some(day) => update.date == day,
                None => at + 1 == meant.len(),
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
            (State::Done, Kind::Ongoing) if self.content.parts.is_of_parts() => return None,
            (State::Done, Kind::Ongoing) if task.reports.is_some() => "import-done-no-period",
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
        parts: Named,
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
        let day = match (state, done_on) {
            (Some(State::Done), Some(done_on)) => Some(done_on),
            (_, Some((_, at))) => {
                diagnostics.push(CellDiagnostic::warning("import-done-day-unused", at));
                date
            }
            (_, None) => date,
        };
        let notes = self.notes(row);
        let mut text = text.map(|field| field.lines).unwrap_or_default();
        if self.options.with_comments {
            notes.iter().for_each(|note| add_lines(&mut text, note));
        }
        let content = Content { parts, state, text, percent, evidence };
        Some(Progress { day, content, state_at, notes })
    }

    /// Returns the state that a row names, and its cell.
    fn state(&self, row: u32, diagnostics: &mut Vec<CellDiagnostic>) -> Option<(State, String)> {
        let ticked: Vec<(State, String)> = (self.header.columns.iter())
            .filter_map(|column| match column.field {
                Field::Tick(state) => {
                    let cell = self.sheet.at(row, column.column)?;
                    let at = self.cell_name(row, column.column);
                    if !states::is_tick(cell) && !states::is_blank(cell) {
                        let diagnostic = CellDiagnostic::error("import-tick-unread", &at);
                        diagnostics.push(diagnostic.arg("read", quoted(&cell_text(cell).text)));
                    }
                    states::is_tick(cell).then_some((state, at))
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

    /// Returns the day in a field, perhaps with a time, and its cell.
    pub(super) fn day(
        &self,
        row: u32,
        field: Field,
        diagnostics: &mut Vec<CellDiagnostic>,
    ) -> Option<(ReadDay, String)> {
        let order = self.orders.iter().find(|(known, _)| *known == field);
        let field = self.field(row, field, diagnostics)?;
        let (code, meant) = match days::day(field.cell, &field.text, self.years) {
            Ok(read) => {
                let read = read?;
                let doubt = order.and_then(|(_, order)| {
                    order.doubt(field.cell, &field.text, read.date, self.years)
                });
                if let Some(((other_at, other), meant)) = doubt {
                    diagnostics.push(
                        CellDiagnostic::error("import-day-swapped", &field.at)
                            .arg("read", short_date(read.date))
                            .arg("meant", short_date(meant))
                            .arg("other", other_at)
                            .arg("shows", quoted(other))
                            .arg("iso", read.date.to_string())
                            .arg("other_iso", meant.to_string()),
                    );
                    return None;
                }
                if read.moved {
                    let time = read.time.unwrap_or_default().format("%H:%M").to_string();
                    diagnostics.push(
                        CellDiagnostic::warning("import-day-zone", &field.at)
                            .arg("read", quoted(&field.text))
                            .arg("time", time)
                            .arg("day", short_date(read.date)),
                    );
                }
                return Some((read, field.at));
            }
            Err(DayError::MonthFirst(meant)) => ("import-day-month-first", short_date(meant)),
            Err(DayError::NoSuchDay) => ("import-day-none", String::new()),
            Err(DayError::NotOneDay) => ("import-day-month", String::new()),
            Err(DayError::Range(last)) => ("import-day-range", short_date(last)),
            Err(DayError::Shape) => ("import-day-shape", String::new()),
        };
        let diagnostic = CellDiagnostic::error(code, &field.at);
        diagnostics.push(diagnostic.arg("read", quoted(&field.text)).arg("meant", meant));
        None
    }

    fn percent(&self, row: u32, diagnostics: &mut Vec<CellDiagnostic>) -> Option<u8> {
        let field = self.field(row, Field::Percent, diagnostics)?;
        let read = || quoted(&field.text);
        match percent::percent(field.cell, &field.text, self.scale) {
            Ok(None) => None,
            Ok(Some(ReadPercent { percent, rounded })) => {
                if rounded {
                    let diagnostic = CellDiagnostic::warning("import-percent-rounded", &field.at);
                    let diagnostic = diagnostic.arg("read", read());
                    diagnostics.push(diagnostic.arg("percent", percent.to_string()));
                }
                Some(percent)
            }
            Err(PercentError::NotAPercentage) => {
                let diagnostic = CellDiagnostic::error("import-percent", &field.at);
                diagnostics.push(diagnostic.arg("read", read()));
                None
            }
            Err(PercentError::Unclear(n)) => {
                let shown = |n: f64| format!("{}%", (n * 1e6).round() / 1e6);
                diagnostics.push(
                    CellDiagnostic::error("import-percent-unclear", &field.at)
                        .arg("read", read())
                        .arg("whole", shown(n * 100.0))
                        .arg("percent", shown(n)),
                );
                None
            }
        }
    }

    /// Reports a text that is merged over the rows of several tasks, in all of them but the first.
    pub(super) fn merged_text(&self, row: u32, task: &Task) -> Option<CellDiagnostic> {
        let starts_above =
            |column: u32| self.sheet.merged_at(row, column).filter(|area| area.first.0 < row);
        let of = |wanted: &dyn Fn(Field) -> bool| {
            let columns = self.header.columns.iter().filter(|column| wanted(column.field));
            columns.map(|column| column.column).find(|column| starts_above(*column).is_some())
        };
        let text = of(&|field| matches!(field, Field::Text | Field::Percent))?;
        // Rows of one task can be merged as they like.
        let names_task = |field| matches!(field, Field::Id | Field::Number | Field::Title);
        if of(&names_task).is_some() {
            return None;
        }
        let read = self.sheet.at(row, text).map(|cell| cell_text(cell).text)?;
        let diagnostic = CellDiagnostic::warning("import-merged", self.cell_name(row, text));
        Some(
            diagnostic
                .arg("read", quoted(&read))
                .arg("task", task.id.as_str())
                .arg("row", (row + 1).to_string()),
        )
    }

    /// Returns the comments on the cells of a row, in the order of its columns.
    fn notes(&self, row: u32) -> Vec<String> {
        let cells = self.sheet.cells.range((row, 0)..=(row, u32::MAX));
        let is_seen = |column| self.options.with_hidden || !self.sheet.hides_column(column);
        let seen = cells.filter(|((_, column), _)| is_seen(*column));
        seen.filter_map(|(_, cell)| cell.note.clone()).collect()
    }
}

/// Adds a comment to a text that does not have it yet, in lines of its own.
fn add_lines(text: &mut String, comment: &str) {
    if one_line(text).contains(&one_line(comment)) {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&lines(comment));
}
