//! Finds the parts, or the reporting period, that a row is about.

use super::reader::Reader;
use super::text::quoted;
use crate::import::diagnostic::CellDiagnostic;
use crate::import::header::Field;
use crate::model::reports::period_id;
use crate::model::{Named, Task};
use crate::reading::parts::named;
use crate::reading::reports::period_of_day;
use crate::spreadsheet::Value;

/// Maximum number of names that a diagnostic lists.
const LISTED: usize = 8;

impl Reader<'_> {
    /// Returns the parts or the period that a row names; `None` after an error. A task that has
    /// neither is meant as a whole, whatever stands in the column.
    pub(super) fn parts(
        &self,
        row: u32,
        task: &Task,
        diagnostics: &mut Vec<CellDiagnostic>,
    ) -> Option<Named> {
        let field = match self.field(row, Field::Part, diagnostics) {
            Some(field) if task.is_divided() => field,
            _ => return Some(Named::Whole),
        };
        if matches!(field.text.as_str(), "-" | "–") {
            return Some(Named::Whole);
        }
        let found = match &task.reports {
            Some(reports) if let Value::Day(day, _) = field.cell.value => {
                let period = period_of_day(day, reports, &self.model.directive);
                let id = period.and_then(period_id);
                id.map(|id| Named::These(vec![id])).ok_or_else(|| field.text.clone())
            }
            _ => named(self.model, task, &field.lines),
        };
        match found {
            Ok(named) => Some(named),
            Err(text) => {
                let code = if task.reports.is_some() { "import-period" } else { "import-part" };
                let known = task.parts.iter().take(LISTED).map(|part| part.id.as_str());
                let diagnostic = CellDiagnostic::error(code, &field.at)
                    .arg("read", quoted(&text))
                    .arg("task", task.id.as_str());
                diagnostics.push(diagnostic.arg("known", known.collect::<Vec<_>>().join(", ")));
                None
            }
        }
    }
}
