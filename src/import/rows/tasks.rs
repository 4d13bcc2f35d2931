//! Finds the task that a row is about.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::reader::{FieldText, Reader, TaskNames, words};
use super::text::quoted;
use crate::diagnostic::nearest;
use crate::import::diagnostic::CellDiagnostic;
use crate::model::TaskIx;
use crate::reading::names::plain;
use crate::reading::normalized;
use crate::spreadsheet::Value;
use crate::vietnamese::fold;

/// Maximum number of searches for similar titles. A workbook with more unknown titles is not a
/// tracker of these tasks.
const MAX_SEARCHES: usize = 500;

/// Minimum likeness of a title that is suggested, in per cent.
const MIN_LIKENESS: usize = 60;

/// Minimum count of words by which a beginning is known as a title.
const MIN_WORDS: usize = 4;

/// How the deadline behind a title begins, in folded words.
const DEADLINES: [&str; 10] = [
    "hoan thanh ",
    "truoc ",
    "trong ",
    "cham nhat ",
    "xong ",
    "trinh ",
    "bao cao ",
    "den het ",
    "dinh ky ",
    "ket thuc ",
];

impl Reader<'_> {
    /// Finds the task of a row by its id, else its number, else its title.
    ///
    /// A running number is not the number of a task unless the title agrees or there is no title.
    pub(super) fn task(
        &self,
        row: u32,
        id: Option<&FieldText<'_>>,
        number: Option<&FieldText<'_>>,
        title: Option<&FieldText<'_>>,
    ) -> Result<TaskIx, CellDiagnostic> {
        let by_title = title.map(|title| self.by_title(title));
        if let Some(name) = id.or(number) {
            let named = self.by_number(name);
            let agrees = |task: TaskIx| {
                title.is_none_or(|title| agree(&title.text, &self.model[task].title))
            };
            let agreeing: Vec<TaskIx> =
                named.iter().copied().filter(|task| agrees(*task)).collect();
            let is_weak = id.is_none() && title.is_some();
            match (agreeing.as_slice(), named.as_slice()) {
                ([one], _) => return Ok(*one),
                _ if is_weak => {}
                ([], []) => {
                    let by_title = by_title.as_ref().and_then(|found| found.as_ref().ok());
                    return Err(self.unknown_id(name, by_title.copied()));
                }
                ([], [other, ..]) => {
                    let title = title.map(|title| title.text.clone()).unwrap_or_default();
                    return Err(CellDiagnostic::error("import-other-title", &name.at)
                        .arg("read", quoted(&name.text))
                        .arg("title", quoted(&title))
                        .arg("known", &self.model[*other].title));
                }
                (many, _) => return Err(self.ambiguous("import-number-unsure", name, many)),
            }
        }
        by_title.unwrap_or_else(|| Err(CellDiagnostic::error("import-no-name", self.row_name(row))))
    }

    fn unknown_id(&self, id: &FieldText<'_>, by_title: Option<TaskIx>) -> CellDiagnostic {
        let ids = self.model.tasks.iter().map(|task| task.id.as_str());
        let near = match by_title {
            Some(task) => Some(self.model[task].id.as_str()),
            None => nearest(&id.text, ids),
        };
        let code = if near.is_some() { "import-id-near" } else { "import-id-unknown" };
        CellDiagnostic::error(code, &id.at)
            .arg("read", quoted(&id.text))
            .arg("known", near.unwrap_or_default())
            .arg("directive", self.model.settings.directive_option())
    }

    fn ambiguous(
        &self,
        code: &'static str,
        name: &FieldText<'_>,
        tasks: &[TaskIx],
    ) -> CellDiagnostic {
        let ids: Vec<_> = tasks.iter().map(|task| self.model[*task].id.to_string()).collect();
        CellDiagnostic::error(code, &name.at)
            .arg("read", quoted(&name.text))
            .arg("known", ids.join(", "))
    }

    /// Returns the tasks with an id or number. In a cell of numbers, 9.1 may mean 9.10.
    fn by_number(&self, field: &FieldText<'_>) -> Vec<TaskIx> {
        if matches!(field.cell.value, Value::Day(..)) {
            return Vec::new();
        }
        // “II.1.đ” is another number than “II.1.d”.
        let is_number = matches!(field.cell.value, Value::Number(_));
        let exact = plain(&field.text);
        let found = self.tasks_where(|names| !is_number && names.exact.contains(&exact));
        if !found.is_empty() {
            return found;
        }
        let text = fold(field.text.trim().trim_end_matches(['.', ')', ':']));
        let with_zero = format!("{text}0");
        let means =
            |name: &String| *name == text || is_number && text.contains('.') && *name == with_zero;
        self.tasks_where(|names| means(&names.id) || means(&names.number))
    }

    fn tasks_where(&self, matches: impl Fn(&TaskNames) -> bool) -> Vec<TaskIx> {
        let tasks = self.model.tasks().zip(&self.names);
        tasks.filter(|(_, names)| matches(names)).map(|((ix, _), _)| ix).collect()
    }

    fn by_title(&self, title: &FieldText<'_>) -> Result<TaskIx, CellDiagnostic> {
        let wanted = normalized(&title.text);
        // "1.3. Đề xuất …": the number may precede the title.
        let numbered = title.text.split_once([' ', ')']).filter(|(first, _)| {
            first.starts_with(|c: char| c.is_ascii_digit()) || first.ends_with(['.', ')'])
        });
        let without_number = numbered.map(|(_, rest)| normalized(rest));
        let same = self.tasks_where(|names| {
            names.title == wanted || without_number.as_ref() == Some(&names.title)
        });
        match same.as_slice() {
            [one] => return Ok(*one),
            // Some trackers have only the number in the column of the title.
            [] => {
                if let [one] = self.by_number(title).as_slice() {
                    return Ok(*one);
                }
            }
            many => return Err(self.ambiguous("import-title-unsure", title, many)),
        }
        if let [one] = self.with_deadline(&wanted).as_slice() {
            return Ok(*one);
        }
        Err(match self.similar_title(&title.text) {
            Some(near) => CellDiagnostic::error("import-title-near", &title.at)
                .arg("read", quoted(&title.text))
                .arg("task", self.model[near].id.as_str())
                .arg("known", &self.model[near].title),
            None => CellDiagnostic::error("import-title-unknown", &title.at)
                .arg("read", quoted(&title.text))
                .arg("directive", self.model.settings.directive_option()),
        })
    }

    /// Returns the tasks whose title is this one and its deadline: a letter says “Khởi công cầu A
    /// trong quý III/2025”, the list “Khởi công cầu A” and the deadline in a column of its own. A title
    /// cut with “…” is the same if it is the beginning.
    fn with_deadline(&self, wanted: &str) -> Vec<TaskIx> {
        let is_long = |text: &str| text.split(' ').count() >= MIN_WORDS;
        let tasks = self.model.tasks().zip(&self.names);
        let same = tasks.filter(|((_, task), names)| {
            let rest = names.title.strip_prefix(wanted).and_then(|rest| rest.strip_prefix(' '));
            let is_deadline = rest.is_some_and(|rest| {
                is_long(wanted) && DEADLINES.iter().any(|word| rest.starts_with(word))
            });
            is_deadline
                || task.title.ends_with('…')
                    && is_long(&names.title)
                    && wanted.starts_with(&names.title)
        });
        same.map(|((ix, _), _)| ix).collect()
    }

    /// Returns the task with the most similar title.
    pub(super) fn similar_title(&self, title: &str) -> Option<TaskIx> {
        self.searches.set(self.searches.get() + 1);
        if self.searches.get() > MAX_SEARCHES {
            return None;
        }
        let title_words = words(title);
        let tasks = self.model.tasks().zip(&self.names);
        let similar = tasks
            .map(|((ix, _), names)| (likeness(&title_words, &names.words), ix))
            .filter(|(likeness, _)| *likeness >= MIN_LIKENESS)
            .max_by_key(|(likeness, ix)| (*likeness, Reverse(*ix)));
        similar.map(|(_, ix)| ix)
    }
}

/// Returns how similar the words of two titles are, in per cent.
fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> usize {
    200 * a.intersection(b).count() / (a.len() + b.len()).max(1)
}

/// Returns whether two titles can be of one task: half of the words of the shorter are in the
/// longer.
fn agree(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    2 * a.intersection(&b).count() >= a.len().min(b.len()).max(1)
}
