//! Finds the parts, or the reporting period, that a row is about.

use super::reader::{FieldText, Reader};
use super::text::quoted;
use crate::import::diagnostic::CellDiagnostic;
use crate::import::header::Field;
use crate::model::reports::period_id;
use crate::model::{Id, Named, Task};
use crate::reading::names::Names;
use crate::reading::normalized;
use crate::reading::reports::{period, period_of_day};
use crate::spreadsheet::Value;

/// Words for every open part, folded.
const ALL: [&str; 6] =
    ["all", "tat ca", "tat ca cac phan", "moi phan con lai", "cac phan con lai", "every open part"];

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
            Some(_) => self.periods(&field, task),
            None if ALL.contains(&normalized(&field.text).as_str()) => return Some(Named::All),
            None => {
                let names = Names::parts(self.model, task);
                let list = names.list(&field.lines);
                list.map(|found| found.into_iter().map(|at| task.parts[at].id.clone()).collect())
                    .map_err(|unclear| unclear.text)
            }
        };
        match found {
            Ok(ids) if ids.is_empty() => Some(Named::Whole),
            Ok(ids) => Some(Named::These(ids)),
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

    fn periods(&self, field: &FieldText<'_>, task: &Task) -> Result<Vec<Id>, String> {
        let Some(reports) = &task.reports else { return Ok(Vec::new()) };
        let directive = &self.model.directive;
        if let Value::Day(day) = field.cell.value {
            let period = period_of_day(day, reports, directive).and_then(period_id);
            return period.map(|id| vec![id]).ok_or_else(|| field.text.clone());
        }
        let names = field.lines.split([';', ',', '\n']).map(str::trim).filter(|n| !n.is_empty());
        let id = |name: &str| {
            let period = period(name, reports, directive).and_then(period_id);
            period.ok_or_else(|| name.to_owned())
        };
        names.map(id).collect()
    }
}
