//! Compares the deadline and the lead agencies of a row with the record, which they never change.

use chrono::NaiveDate;

use super::reader::{FieldText, Reader};
use super::text::quoted;
use crate::diagnostic::{Severity, nearest};
use crate::import::deadlines::{self, DeadlineReading};
use crate::import::diagnostic::CellDiagnostic;
use crate::import::header::Field;
use crate::model::{AgencyIx, Deadline, Task};
use crate::reading::names::Found;
use crate::vietnamese::short_date;

impl Reader<'_> {
    /// Reports differences as warnings, because these cells change nothing.
    pub(super) fn compare(&self, row: u32, task: &Task, diagnostics: &mut Vec<CellDiagnostic>) {
        let mut found = Vec::new();
        for (field, before) in [(Field::Due, false), (Field::DueBefore, true)] {
            if let Some(field) = self.field(row, field, &mut found) {
                self.compare_deadline(&field, before, task, &mut found);
            }
        }
        if let Some(field) = self.field(row, Field::Lead, &mut found) {
            found.extend(self.compare_leads(&field, task));
        }
        for diagnostic in &mut found {
            diagnostic.severity = diagnostic.severity.max(Severity::Warning);
        }
        diagnostics.append(&mut found);
    }

    fn compare_deadline(
        &self,
        field: &FieldText<'_>,
        before: bool,
        task: &Task,
        found: &mut Vec<CellDiagnostic>,
    ) {
        let (read, is_last) = match deadlines::deadline(field.cell, &field.text, before, self.years)
        {
            DeadlineReading::One(read) => (read, false),
            DeadlineReading::LastOf(read) => (read, true),
            DeadlineReading::Unread if task.due.is_some() => {
                let diagnostic = CellDiagnostic::warning("import-deadline-unread", &field.at);
                found.push(diagnostic.arg("read", quoted(&field.text)));
                return;
            }
            DeadlineReading::Unread | DeadlineReading::Nothing => return,
        };
        let last_day = |deadline: &Deadline| deadline.last_good_day(NaiveDate::MAX);
        let same_day = |due: &Deadline| last_day(due) == last_day(&read);
        if is_last {
            found.push(
                CellDiagnostic::warning("import-deadline-range", &field.at)
                    .arg("read", quoted(&field.text))
                    .arg("said", last_day(&read).map_or_else(String::new, short_date)),
            );
        }
        let in_force = task.extensions.last().map(|extension| &extension.due).or(task.due.as_ref());
        if in_force.is_some_and(|due| *due == read || same_day(due) && last_day(due).is_some()) {
            return;
        }
        let mut all = task.extensions.iter().map(|extension| &extension.due).chain(&task.due);
        let code = if all.any(same_day) { "import-deadline-old" } else { "import-deadline" };
        let shown = |deadline: Option<&Deadline>| {
            deadline.and_then(last_day).map_or_else(|| "–".to_owned(), short_date)
        };
        found.push(
            CellDiagnostic::warning(code, &field.at)
                .arg("read", quoted(&field.text))
                .arg("task", task.id.as_str())
                .arg("said", shown(Some(&read)))
                .arg("known", shown(in_force)),
        );
    }

    fn compare_leads(&self, field: &FieldText<'_>, task: &Task) -> Option<CellDiagnostic> {
        // “Sở B (trước đó: Sở A)”, as an export says it.
        let text = without_brackets(&field.text);
        let lines = without_brackets(&field.lines);
        let names: Vec<&str> = match self.agency(&field.text).or_else(|| self.agency(&text)) {
            Some(agency) => vec![self.model[agency].id.as_str()],
            None => {
                let parts = lines.split([';', '\n', ',', '/']).map(str::trim);
                parts.filter(|part| !part.is_empty()).collect()
            }
        };
        let mut read = Vec::new();
        for name in names {
            match self.agency(name) {
                Some(agency) => read.push(self.last_successor(agency)),
                None => return Some(self.unknown_agency(name, &field.at)),
            }
        }
        read.sort_unstable();
        let mut leads: Vec<_> = task.leads.iter().map(|lead| self.last_successor(*lead)).collect();
        leads.sort_unstable();
        read.dedup();
        leads.dedup();
        if read == leads {
            return None;
        }
        let code = if leads.is_empty() { "import-lead-none" } else { "import-lead" };
        let names = task.leads.iter().map(|lead| self.model[*lead].name.as_str());
        Some(
            CellDiagnostic::warning(code, &field.at)
                .arg("read", quoted(&field.text))
                .arg("task", task.id.as_str())
                .arg("known", names.collect::<Vec<_>>().join("; ")),
        )
    }

    fn unknown_agency(&self, name: &str, at: &str) -> CellDiagnostic {
        let names = self.model.agencies.iter().flat_map(|agency| {
            let others = agency.aliases.iter().map(String::as_str);
            [agency.name.as_str()].into_iter().chain(agency.short.as_deref()).chain(others)
        });
        let near = nearest(name, names);
        let code = if near.is_some() { "import-agency-near" } else { "import-agency-unknown" };
        CellDiagnostic::warning(code, at)
            .arg("read", quoted(name))
            .arg("known", near.unwrap_or_default())
    }

    /// Returns the agency that answers for the work of another in the end. A tracker may name
    /// either.
    fn last_successor(&self, agency: AgencyIx) -> AgencyIx {
        let mut seen = vec![agency];
        let mut last = agency;
        while let Some(next) = self.model[last].successor.filter(|next| !seen.contains(next)) {
            seen.push(next);
            last = next;
        }
        last
    }

    /// Returns the only agency with this id or name.
    fn agency(&self, text: &str) -> Option<AgencyIx> {
        match self.agencies.named(text) {
            Found::One(at) => Some(AgencyIx(at)),
            _ => None,
        }
    }
}

/// Returns a text without what stands in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept.trim().to_owned()
}
