//! Reads the fields of a row.

use std::cell::Cell as Counter;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::text::quoted;
use crate::diagnostic::Severity;
use crate::import::cell::{CellText, cell_text};
use crate::import::days::Years;
use crate::import::diagnostic::CellDiagnostic;
use crate::import::header::{Field, Header};
use crate::import::order::{self, Order};
use crate::import::percent::{self, Scale};
use crate::import::result::ImportOptions;
use crate::import::states::{self, StateReading};
use crate::model::{Model, Task};
use crate::reading::names::{Names, plain};
use crate::reading::normalized;
use crate::spreadsheet::{Cell, Sheet, Value, cell_name};
use crate::vietnamese::fold;

/// Reads the rows of one table.
pub(super) struct Reader<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) header: &'a Header,
    pub(super) model: &'a Model,
    pub(super) options: &'a ImportOptions,
    pub(super) years: Years,
    /// The day for rows without one, and its cell.
    pub(super) on: Option<(NaiveDate, String)>,
    /// The names of each task.
    pub(super) names: Vec<TaskNames>,
    pub(super) agencies: Names,
    pub(super) documents: Names,
    /// Number of titles for which similar ones were searched.
    pub(super) searches: Counter<usize>,
    /// How the column of percentages is meant.
    pub(super) scale: Scale,
    /// What the columns of days tell about the order of day and month.
    pub(super) orders: Vec<(Field, Order)>,
}

/// The names of a task in the form in which they are compared.
pub(super) struct TaskNames {
    /// The id and the number with their accents.
    pub(super) exact: [String; 2],
    pub(super) id: String,
    pub(super) number: String,
    pub(super) title: String,
    pub(super) words: BTreeSet<String>,
}

impl TaskNames {
    fn of(task: &Task) -> Self {
        TaskNames {
            exact: [plain(task.id.as_str()), plain(&task.number)],
            id: fold(task.id.as_str()),
            number: fold(&task.number),
            title: normalized(&task.title),
            words: words(&task.title),
        }
    }
}

/// Returns the words of a title.
pub(super) fn words(title: &str) -> BTreeSet<String> {
    normalized(title).split(' ').map(str::to_owned).collect()
}

/// The cell of a field and its text, which is not empty.
pub(super) struct FieldText<'a> {
    pub(super) cell: &'a Cell,
    pub(super) text: String,
    /// The text in the lines of the cell.
    pub(super) lines: String,
    pub(super) at: String,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        sheet: &'a Sheet,
        header: &'a Header,
        model: &'a Model,
        options: &'a ImportOptions,
        years: Years,
        on: Option<(NaiveDate, String)>,
    ) -> Self {
        let names = model.tasks.iter().map(TaskNames::of).collect();
        let mut reader = Reader {
            sheet,
            header,
            model,
            options,
            years,
            on,
            names,
            agencies: Names::agencies(model),
            documents: Names::documents(model),
            searches: Counter::new(0),
            scale: Scale::default(),
            orders: Vec::new(),
        };
        let of_column =
            |field| reader.column(field).map(|(at, cell)| (at, cell, cell_text(cell).text));
        let scale = percent::scale(of_column(Field::Percent).map(|(_, cell, text)| (cell, text)));
        let orders = [Field::Date, Field::DoneOn]
            .map(|field| (field, order::order(of_column(field), years)));
        (reader.scale, reader.orders) = (scale, orders.into());
        reader
    }

    /// Returns the cells of a field below the header, with their names.
    fn column(&self, field: Field) -> impl Iterator<Item = (String, &'a Cell)> {
        let column = self.header.columns.iter().find(|column| column.field == field);
        let below = self.sheet.cells.range((self.header.rows.1 + 1, 0)..);
        let sheet = self.sheet;
        below
            .filter(move |((row, at), _)| {
                column.is_some_and(|column| column.column == *at) && !self.is_left_out(*row)
            })
            .map(move |((row, at), cell)| {
                (format!("{}!{}", sheet.name, cell_name(*row, *at)), cell)
            })
    }

    /// Returns whether a row is hidden and for that reason not read.
    pub(super) fn is_left_out(&self, row: u32) -> bool {
        !self.options.with_hidden && self.sheet.hidden_rows.contains(&row)
    }

    /// Returns the name of a row in diagnostics.
    pub(super) fn row_name(&self, row: u32) -> String {
        format!("{}!{}", self.sheet.name, row + 1)
    }

    /// Returns the name of a cell in diagnostics; of merged cells, that of the first.
    pub(super) fn cell_name(&self, row: u32, column: u32) -> String {
        let merged = self.sheet.merged_at(row, column);
        let (row, column) = merged.map_or((row, column), |area| area.first);
        format!("{}!{}", self.sheet.name, cell_name(row, column))
    }

    /// Reads a field of a row. A cell that cannot be read gives a diagnostic.
    pub(super) fn field(
        &self,
        row: u32,
        field: Field,
        diagnostics: &mut Vec<CellDiagnostic>,
    ) -> Option<FieldText<'a>> {
        let column = self.header.columns.iter().find(|column| column.field == field)?.column;
        let cell = self.sheet.at(row, column)?;
        let at = self.cell_name(row, column);
        match &cell.value {
            Value::Nothing => return None,
            Value::Error(error) => {
                let diagnostic = CellDiagnostic::error("import-formula-fault", at);
                diagnostics.push(diagnostic.arg("read", error));
                return None;
            }
            Value::Uncomputed => {
                diagnostics.push(CellDiagnostic::error("import-formula", at));
                return None;
            }
            _ => {}
        }
        let CellText { text, lines, converted, doubtful } = cell_text(cell);
        if let Some(meant) = doubtful {
            let code = if meant.is_empty() { "import-unreadable" } else { "import-legacy" };
            let diagnostic = CellDiagnostic::error(code, at);
            diagnostics.push(diagnostic.arg("read", quoted(&text)).arg("meant", quoted(&meant)));
            return None;
        }
        if converted {
            let diagnostic = CellDiagnostic::new("import-converted", Severity::Hint, at.clone());
            let font = cell.font.clone().unwrap_or_default();
            diagnostics.push(diagnostic.arg("read", quoted(&text)).arg("font", font));
        }
        (!text.is_empty()).then_some(FieldText { cell, text, lines, at })
    }

    /// Returns the first text of a row.
    pub(super) fn first_text(&self, row: u32) -> String {
        let cells = self.sheet.cells.range((row, 0)..=(row, u32::MAX));
        let mut texts = cells.map(|(_, cell)| cell_text(cell).text);
        texts.find(|text| text.chars().any(char::is_alphabetic)).unwrap_or_default()
    }

    /// Returns the texts of a row that report progress.
    pub(super) fn progress_text(&self, row: u32) -> String {
        let columns = self.header.columns.iter().filter(|column| column.field.is_progress());
        let cells = columns.filter_map(|column| self.sheet.at(row, column.column));
        let texts: Vec<String> =
            cells.map(|cell| cell_text(cell).text).filter(|text| !text.is_empty()).collect();
        texts.join(" · ")
    }

    /// Returns whether a row is a heading within the table: a merged cell covers the name of the
    /// task and its progress.
    pub(super) fn is_heading(&self, row: u32) -> bool {
        let areas = self.sheet.merged.in_row(row);
        let mut areas = areas.filter(|area| area.last.1 >= area.first.1 + 2);
        areas.any(|area| {
            let covered =
                self.header.columns.iter().filter(|column| area.holds(row, column.column));
            let fields: Vec<Field> = covered.map(|column| column.field).collect();
            fields.iter().any(|field| matches!(field, Field::Title | Field::Id | Field::Number))
                && fields
                    .iter()
                    .any(|field| field.is_progress() || matches!(field, Field::Lead | Field::Due))
        })
    }

    /// Returns whether a row numbers the columns: (1) (2) (3).
    pub(super) fn is_numbering(&self, row: u32) -> bool {
        let cells = self.sheet.cells.range((row, 0)..=(row, u32::MAX));
        let mut count = 0;
        for (n, (_, cell)) in cells.enumerate() {
            let text = cell_text(cell).text;
            let digits = text.trim_matches(['(', ')', '[', ']']);
            if digits.parse::<usize>().ok() != Some(n + 1) {
                return false;
            }
            count = n + 1;
        }
        count >= 3
    }

    /// Returns whether a row reports any progress.
    pub(super) fn has_progress(&self, row: u32) -> bool {
        self.header.columns.iter().any(|column| {
            let Some(cell) = self.sheet.at(row, column.column) else { return false };
            match column.field {
                Field::Tick(_) => !states::is_blank(cell),
                Field::State => {
                    let text = cell_text(cell).text;
                    !text.is_empty() && states::read_state(&text) != StateReading::Nothing
                }
                Field::Date
                | Field::DoneOn
                | Field::Text
                | Field::Percent
                | Field::Evidence
                | Field::Value => {
                    cell.value == Value::Uncomputed
                        || !matches!(cell_text(cell).text.as_str(), "" | "-" | "–")
                }
                _ => false,
            }
        })
    }
}
