//! Writes what an office works with: the tracker, a workbook in which it reads the tasks and fills in
//! their progress; reports and letters for Word.
//!
//! The tracker has one row for each task: read-only columns with the last entry of the ledger and
//! the computed standing, and empty columns for a new entry, which `import` reads. Other sheets
//! have lists of choices and an explanation.

mod form;
pub mod letter;
pub mod report;

use crate::assess::ledger::{in_force, known, last_state};
use crate::assess::{Assessment, Lead};
use crate::model::{Model, State, TaskIx};
use crate::site::words::Words;
use crate::spreadsheet::write::{CellStyle, CellValue, Choices, SheetWriter, WriteError, Writer};

/// The columns of the tracker with the keys of their titles and their width in letters.
///
/// The columns of a new entry are empty beside those of the last entry: a cell that is left alone
/// never becomes progress, and old evidence never supports a new claim.
const COLUMNS: [(Column, &str, f64); 16] = [
    (Column::Id, "id", 8.0),
    (Column::Title, "title", 42.0),
    (Column::Priority, "priority", 22.0),
    (Column::Lead, "lead", 26.0),
    (Column::Due, "due", 20.0),
    (Column::Standing, "standing", 22.0),
    (Column::LastDate, "last-date", 13.0),
    (Column::LastState, "last-state", 16.0),
    (Column::LastText, "last-text", 44.0),
    (Column::LastEvidence, "last-evidence", 14.0),
    (Column::Date, "date", 13.0),
    (Column::State, "state", 18.0),
    (Column::Text, "text", 56.0),
    (Column::Percent, "percent", 10.0),
    (Column::Evidence, "evidence", 18.0),
    (Column::Publicity, "publicity", 14.0),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Id,
    Title,
    Priority,
    Lead,
    Due,
    Standing,
    LastDate,
    LastState,
    LastText,
    LastEvidence,
    Date,
    State,
    Text,
    Percent,
    Evidence,
    Publicity,
}

impl Column {
    /// Returns whether the column is filled in by the office.
    fn is_input(self) -> bool {
        matches!(
            self,
            Column::Date | Column::State | Column::Text | Column::Percent | Column::Evidence
        )
    }
}

/// The row of the header, below the title, the day and the note on what is not public.
const HEADER_ROW: u32 = 3;

/// Writes the workbook of some tasks in a language.
///
/// # Errors
///
/// Fails if the crate refuses the workbook, which is a bug in tiendo.
pub fn workbook(
    model: &Model,
    assessment: &Assessment,
    tasks: &[TaskIx],
    language: &str,
) -> Result<Vec<u8>, WriteError> {
    let words = Words::new(model, language);
    let settings = &model.settings;
    let mut writer = Writer::new(&settings.title, settings.publisher.as_deref(), assessment.as_of);
    let sheets = Sheets {
        tracker: words.text("export-sheet-tracker"),
        lists: words.text("export-sheet-lists"),
        about: words.text("export-sheet-about"),
    };
    let workbook = Workbook { model, assessment, tasks, words: &words, sheets: &sheets };
    workbook.tracker(writer.sheet(&sheets.tracker)?)?;
    workbook.about(writer.sheet(&sheets.about)?)?;
    workbook.lists(writer.sheet(&sheets.lists)?)?;
    writer.finish()
}

struct Sheets {
    tracker: String,
    lists: String,
    about: String,
}

struct Workbook<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    tasks: &'a [TaskIx],
    words: &'a Words,
    sheets: &'a Sheets,
}

impl Workbook<'_> {
    fn tracker(&self, mut sheet: SheetWriter<'_>) -> Result<(), WriteError> {
        let Workbook { model, words, .. } = self;
        sheet.put(0, 0, CellValue::Text(&model.settings.title), CellStyle::Title)?;
        let day = words.short(self.assessment.as_of);
        let args = [("number", model.directive.name().into()), ("day", day.into())];
        sheet.put(1, 0, CellValue::Text(&words.say("export-day", &args)), CellStyle::Plain)?;
        let hidden = self.tasks.iter().filter(|task| model[**task].restricted).count();
        let mark = match hidden {
            0 => words.text("export-internal"),
            n => words.count("export-internal-restricted", n as u64),
        };
        sheet.put(2, 0, CellValue::Text(&mark), CellStyle::Plain)?;
        for (n, (column, key, width)) in (0..).zip(COLUMNS) {
            let style = if column.is_input() { CellStyle::InputHeader } else { CellStyle::Header };
            sheet.width(n, width)?;
            let title = words.text(&format!("export-column-{key}"));
            sheet.put(HEADER_ROW, n, CellValue::Text(&title), style)?;
            sheet.note(HEADER_ROW, n, &words.text(&format!("export-about-{key}")))?;
        }
        let mut row = HEADER_ROW;
        for task in self.tasks {
            row += 1;
            for (n, (column, ..)) in (0..).zip(COLUMNS) {
                self.cell(&mut sheet, row, n, column, *task)?;
            }
        }
        // The first columns identify the task.
        sheet.freeze(HEADER_ROW + 1, 2)?;
        sheet.filter(HEADER_ROW, row, u16::try_from(COLUMNS.len() - 1).unwrap_or(0))?;
        sheet.for_paper(HEADER_ROW)?;
        let rows = (HEADER_ROW + 1, row.max(HEADER_ROW + 1));
        let lists = [
            (Column::State, 0, REPORTABLE_STATES.len(), "export-pick-state"),
            (Column::Lead, 1, model.agencies.len(), "export-pick-lead"),
            (Column::Evidence, 2, model.documents.len(), "export-pick-evidence"),
        ];
        for (column, from, count, key) in lists {
            let place = COLUMNS.iter().position(|(known, ..)| *known == column);
            let message = words.text(key);
            let choices = Choices {
                sheet: &self.sheets.lists,
                column: from,
                first: 1,
                count: u32::try_from(count).unwrap_or(u32::MAX),
                title: &words.text("export-pick"),
                message: &message,
            };
            sheet.choices(rows, u16::try_from(place.unwrap_or(0)).unwrap_or(0), &choices)?;
        }
        Ok(())
    }

    fn cell(
        &self,
        sheet: &mut SheetWriter<'_>,
        row: u32,
        n: u16,
        column: Column,
        ix: TaskIx,
    ) -> Result<(), WriteError> {
        let Workbook { model, assessment, words, .. } = self;
        let (task, as_of) = (&model[ix], assessment.as_of);
        let entries = known(task, as_of);
        let last = entries.last();
        let read_only = if task.restricted { CellStyle::Restricted } else { CellStyle::ReadOnly };
        let (text, style) = match column {
            Column::Id => (task.id.to_string(), read_only),
            Column::Priority => {
                let priority = &model[task.priority];
                (format!("{}. {}", priority.number, priority.title), read_only)
            }
            Column::Title => (task.title.clone(), read_only),
            Column::Lead => {
                // Who answers on the date, with whom the directive named.
                let lead = |lead: &Lead| {
                    let name = &model[lead.agency].name;
                    let before = lead.formerly.iter().map(|agency| model[*agency].name.as_str());
                    match before.collect::<Vec<_>>().join(", ") {
                        before if before.is_empty() => name.clone(),
                        before => {
                            let args = [("agency", name.into()), ("before", before.into())];
                            words.say("export-lead-changed", &args)
                        }
                    }
                };
                let leads: Vec<_> = assessment[ix].leads.iter().map(lead).collect();
                (leads.join("; "), read_only)
            }
            Column::Due => {
                let due = in_force(task, as_of);
                (due.map_or_else(String::new, |due| words.deadline(due.deadline, as_of)), read_only)
            }
            Column::Standing => {
                let mut standing = vec![words.standing(&assessment[ix])];
                standing.extend(words.causes(&assessment[ix]));
                (standing.join("; "), read_only)
            }
            Column::Publicity => {
                let key = if task.restricted { "export-status-only" } else { "export-public" };
                (words.text(key), read_only)
            }
            Column::LastDate => match last {
                Some(entry) => return sheet.put(row, n, CellValue::Day(entry.date), read_only),
                None => (String::new(), read_only),
            },
            // An entry without a state keeps the state before it.
            Column::LastState => {
                let state = last_state(entries).and_then(|at| entries[at].state);
                (state.map_or_else(String::new, |state| self.state(state)), read_only)
            }
            Column::LastText => {
                (last.and_then(|entry| entry.text.clone()).unwrap_or_default(), read_only)
            }
            Column::LastEvidence => {
                let ids = last.map(|entry| entry.evidence.as_slice()).unwrap_or_default();
                let ids: Vec<_> = ids.iter().map(|id| model[*id].id.as_str()).collect();
                (ids.join(", "), read_only)
            }
            Column::Date | Column::State | Column::Text | Column::Percent | Column::Evidence => {
                return sheet.blank(row, n, column == Column::Date);
            }
        };
        sheet.put(row, n, CellValue::Text(&text), style)
    }

    fn state(&self, state: State) -> String {
        self.words.text(&format!("state-{}", state.name().replace('_', "-")))
    }

    /// Writes the lists of choices: states, agencies, and documents with their titles.
    fn lists(&self, mut sheet: SheetWriter<'_>) -> Result<(), WriteError> {
        let keys = ["state", "lead", "evidence", "document"];
        for (n, (key, width)) in (0..).zip(keys.into_iter().zip([20.0, 44.0, 18.0, 80.0])) {
            let title = self.words.text(&format!("export-column-{key}"));
            sheet.width(n, width)?;
            sheet.put(0, n, CellValue::Text(&title), CellStyle::Header)?;
        }
        sheet.freeze(1, 0)?;
        for (row, state) in (1..).zip(REPORTABLE_STATES) {
            sheet.put(row, 0, CellValue::Text(&self.state(state)), CellStyle::Body)?;
        }
        for (row, agency) in (1..).zip(&self.model.agencies) {
            sheet.put(row, 1, CellValue::Text(&agency.name), CellStyle::Body)?;
        }
        for (row, document) in (1..).zip(&self.model.documents) {
            let about = match &document.symbol {
                Some(symbol) => format!("{symbol}: {}", document.title),
                None => document.title.clone(),
            };
            sheet.put(row, 2, CellValue::Text(document.id.as_str()), CellStyle::Body)?;
            sheet.put(row, 3, CellValue::Text(&about), CellStyle::Body)?;
        }
        Ok(())
    }

    /// Explains the file, how to fill it in and import it, and every column.
    fn about(&self, mut sheet: SheetWriter<'_>) -> Result<(), WriteError> {
        let words = self.words;
        sheet.width(0, 30.0)?;
        sheet.width(1, 110.0)?;
        sheet.put(0, 0, CellValue::Text(&self.sheets.about), CellStyle::Title)?;
        let mut row = 1;
        for step in words.text("export-how").lines() {
            sheet.put(row, 0, CellValue::Text(step), CellStyle::Plain)?;
            row += 1;
        }
        row += 1;
        let keys = ["export-about-column", "export-about-meaning"];
        for (n, key) in (0..).zip(keys) {
            sheet.put(row, n, CellValue::Text(&words.text(key)), CellStyle::Header)?;
        }
        for (_, key, _) in COLUMNS {
            row += 1;
            let title = words.text(&format!("export-column-{key}"));
            sheet.put(row, 0, CellValue::Text(&title), CellStyle::Plain)?;
            let about = words.text(&format!("export-about-{key}"));
            sheet.put(row, 1, CellValue::Text(&about), CellStyle::Plain)?;
        }
        Ok(())
    }
}

/// The states that a tracker can report. The others need a document, which `update` asks for.
const REPORTABLE_STATES: [State; 4] =
    [State::NotStarted, State::InProgress, State::Blocked, State::Done];
