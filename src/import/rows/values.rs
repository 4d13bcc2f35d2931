//! Reads the values of targets that a row reports.

use super::RowOutcome;
use super::reader::{FieldText, Reader};
use super::text::quoted;
use crate::import::diagnostic::CellDiagnostic;
use crate::import::header::Field;
use crate::import::result::NewValue;
use crate::model::{Figure, Task, TaskIx};
use crate::reading::normalized;
use crate::spreadsheet::Value;

impl Reader<'_> {
    /// Reads the value of a target; `None` after an error.
    pub(super) fn value(
        &self,
        row: u32,
        ix: TaskIx,
        diagnostics: &mut Vec<CellDiagnostic>,
    ) -> Option<RowOutcome> {
        let task = &self.model[ix];
        let Some(field) = self.field(row, Field::Value, diagnostics) else {
            return Some(RowOutcome::Silent);
        };
        if matches!(field.text.as_str(), "-" | "–") {
            return Some(RowOutcome::Silent);
        }
        let target = self.target(row, task, diagnostics)?;
        let unit = task.targets[target].unit.as_deref();
        let value = figure(&field, unit, diagnostics)?;
        let of = match self.field(row, Field::Of, diagnostics) {
            Some(field) => Some(figure(&field, unit, diagnostics)?),
            None => None,
        };
        let before = diagnostics.len();
        let own = self.day(row, Field::Date, diagnostics);
        if own.is_none() && diagnostics.len() > before {
            return None;
        }
        let own = own.map(|(day, _)| day.date);
        let Some(date) = own.or_else(|| self.on.as_ref().map(|(day, _)| *day)) else {
            diagnostics.push(CellDiagnostic::error("import-no-day", self.row_name(row)));
            return None;
        };
        let known = &task.targets[target].values;
        if known.iter().any(|known| (known.date, known.value, known.of) == (date, value, of)) {
            return Some(RowOutcome::Known(None));
        }
        let (sheet, row) = (self.sheet.name.clone(), row + 1);
        Some(RowOutcome::Value(NewValue { task: ix, target, sheet, row, date, value, of }))
    }

    /// The target that a row names: by its title, or the only one of the task.
    fn target(
        &self,
        row: u32,
        task: &Task,
        diagnostics: &mut Vec<CellDiagnostic>,
    ) -> Option<usize> {
        let field = self.field(row, Field::Target, diagnostics);
        let named = |text: &str| {
            let title = normalized(text);
            let mut found = (task.targets.iter().enumerate())
                .filter(|(_, target)| normalized(&target.title) == title);
            found.next().filter(|_| found.next().is_none()).map(|(at, _)| at)
        };
        let found = match &field {
            Some(field) => named(&field.text),
            None => (task.targets.len() == 1).then_some(0),
        };
        if found.is_none() {
            let at = field.as_ref().map_or_else(|| self.row_name(row), |field| field.at.clone());
            let read = field.map(|field| quoted(&field.text)).unwrap_or_default();
            let known = task.targets.iter().map(|target| target.title.as_str());
            diagnostics.push(
                CellDiagnostic::error("import-target", at)
                    .arg("read", read)
                    .arg("task", task.id.as_str())
                    .arg("known", known.collect::<Vec<_>>().join("; ")),
            );
        }
        found
    }
}

/// Reads a number, perhaps with the unit of its target behind it.
fn figure(
    field: &FieldText<'_>,
    unit: Option<&str>,
    diagnostics: &mut Vec<CellDiagnostic>,
) -> Option<Figure> {
    let read = match field.cell.value {
        // A spreadsheet has already decided what the point means.
        Value::Number(n) => Figure::parse(&format!("{n}").replace('.', ",")),
        _ => {
            let text = field.text.trim();
            let bare = unit.and_then(|unit| text.strip_suffix(unit)).unwrap_or(text);
            Figure::parse(bare.trim())
        }
    };
    read.map_err(|_| {
        let diagnostic = CellDiagnostic::error("import-value", &field.at);
        diagnostics.push(diagnostic.arg("read", quoted(&field.text)));
    })
    .ok()
}
