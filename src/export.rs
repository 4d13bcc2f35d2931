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
use crate::assess::targets::known as known_values;
use crate::assess::{AssessedPart, Assessment, Lead};
use crate::model::{Model, State, Task, TaskIx};
use crate::reading::names::{Found, Names};
use crate::site::words::Words;
use crate::spreadsheet::write::{CellStyle, CellValue, Choices, SheetWriter, WriteError, Writer};

/// The columns of the tracker with the keys of their titles and their width in letters.
///
/// The columns of a new entry are empty beside those of the last entry: a cell that is left alone
/// never becomes progress, and old evidence never supports a new claim.
const COLUMNS: [(Column, &str, f64); 20] = [
    (Column::Id, "id", 8.0),
    (Column::Title, "title", 42.0),
    (Column::Priority, "priority", 22.0),
    (Column::Lead, "lead", 26.0),
    (Column::Due, "due", 20.0),
    (Column::Standing, "standing", 22.0),
    (Column::PartsDone, "parts-done", 26.0),
    (Column::PeriodsOwed, "periods-owed", 26.0),
    (Column::Targets, "targets", 30.0),
    (Column::LastDate, "last-date", 13.0),
    (Column::LastState, "last-state", 16.0),
    (Column::LastText, "last-text", 44.0),
    (Column::LastEvidence, "last-evidence", 14.0),
    (Column::Part, "part", 20.0),
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
    /// How many parts are done, and what is missing.
    PartsDone,
    /// The periods whose report is missing.
    PeriodsOwed,
    /// How the values stand against the levels.
    Targets,
    /// The part or period that the new entry is about.
    Part,
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
            Column::Date
                | Column::State
                | Column::Text
                | Column::Percent
                | Column::Evidence
                | Column::Part
        )
    }

    /// Returns whether the tasks use what the column is about.
    fn is_used(self, model: &Model, tasks: &[TaskIx]) -> bool {
        let any = |test: fn(&Task) -> bool| tasks.iter().any(|task| test(&model[*task]));
        match self {
            Column::PartsDone => any(|task| task.split.is_some()),
            Column::PeriodsOwed => any(|task| task.reports.is_some()),
            Column::Targets => any(|task| !task.targets.is_empty()),
            Column::Part => any(Task::is_divided),
            _ => true,
        }
    }
}

/// A column of the sheet of parts, whose last columns are those of a new entry.
const PART_COLUMNS: [(Column, &str, f64); 10] = [
    (Column::Id, "id", 8.0),
    (Column::Title, "title", 42.0),
    (Column::Part, "part-of-row", 30.0),
    (Column::Lead, "lead", 26.0),
    (Column::Due, "due", 20.0),
    (Column::Standing, "standing", 22.0),
    (Column::Date, "date", 13.0),
    (Column::State, "state", 18.0),
    (Column::Text, "text", 56.0),
    (Column::Evidence, "evidence", 18.0),
];

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
    let columns = COLUMNS.into_iter().filter(|(column, ..)| column.is_used(model, tasks));
    let columns: Vec<_> = columns.collect();
    let workbook = Workbook { model, assessment, tasks, words: &words, sheets: &sheets, columns };
    workbook.tracker(writer.sheet(&sheets.tracker)?)?;
    if tasks.iter().any(|task| model[*task].is_divided()) {
        workbook.parts(writer.sheet(&words.text("export-sheet-parts"))?)?;
    }
    if tasks.iter().any(|task| !model[*task].targets.is_empty()) {
        workbook.targets(writer.sheet(&words.text("export-sheet-targets"))?)?;
    }
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
    columns: Vec<(Column, &'static str, f64)>,
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
        for (n, &(column, key, width)) in (0..).zip(&self.columns) {
            let style = if column.is_input() { CellStyle::InputHeader } else { CellStyle::Header };
            self.head(&mut sheet, (HEADER_ROW, n), key, width, style)?;
        }
        let mut row = HEADER_ROW;
        for task in self.tasks {
            row += 1;
            for (n, &(column, ..)) in (0..).zip(&self.columns) {
                self.cell(&mut sheet, row, n, column, *task)?;
            }
        }
        // The first columns identify the task.
        sheet.freeze(HEADER_ROW + 1, 2)?;
        sheet.filter(HEADER_ROW, row, u16::try_from(self.columns.len() - 1).unwrap_or(0))?;
        sheet.for_paper(HEADER_ROW)?;
        let rows = (HEADER_ROW + 1, row.max(HEADER_ROW + 1));
        let lists = [
            (Column::State, 0, REPORTABLE_STATES.len(), "export-pick-state"),
            (Column::Lead, 1, model.agencies.len(), "export-pick-lead"),
            (Column::Evidence, 2, model.documents.len(), "export-pick-evidence"),
        ];
        for (column, from, count, key) in lists {
            let place = self.columns.iter().position(|(known, ..)| *known == column);
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
            Column::PartsDone => (self.parts_done(ix), read_only),
            Column::PeriodsOwed => (self.periods_owed(ix), read_only),
            Column::Targets => (self.levels(ix), read_only),
            Column::Part
            | Column::Date
            | Column::State
            | Column::Text
            | Column::Percent
            | Column::Evidence => return sheet.blank(row, n, column == Column::Date),
        };
        sheet.put(row, n, CellValue::Text(&text), style)
    }

    /// How many parts are done, and the names of those that are not: "6/8; còn: Ea, Cư".
    fn parts_done(&self, ix: TaskIx) -> String {
        let (task, parts) = (&self.model[ix], &self.assessment[ix].parts);
        if task.split.is_none() {
            return String::new();
        }
        let open = parts.list.iter().filter(|part| part.standing.is_open());
        let names: Vec<_> = open.map(|part| self.words.part_name(self.model, task, part)).collect();
        let done = format!("{}/{}", parts.counts.done, parts.counts.total);
        match names.is_empty() {
            true => done,
            false => {
                let args = [("done", (&done).into()), ("parts", names.join(", ").into())];
                self.words.say("export-parts-open", &args)
            }
        }
    }

    /// The periods whose report is missing.
    fn periods_owed(&self, ix: TaskIx) -> String {
        let task = &self.model[ix];
        let parts = self.assessment[ix].parts.list.iter();
        let owed = parts.filter(|part| part.period.is_some() && part.is_overdue());
        let names: Vec<_> = owed.map(|part| self.words.part_name(self.model, task, part)).collect();
        names.join(", ")
    }

    /// How the values stand against each level.
    fn levels(&self, ix: TaskIx) -> String {
        let (task, words) = (&self.model[ix], self.words);
        let mut said = Vec::new();
        for (target, standings) in task.targets.iter().zip(&self.assessment[ix].levels) {
            for (level, standing) in target.levels.iter().zip(standings) {
                let bound = words.bound(&level.bound, target.unit.as_deref());
                said.push(format!("{}, {bound}: {}", target.title, words.reach(standing)));
            }
        }
        said.join("; ")
    }

    /// Writes the title of a column, with what it holds as a note.
    fn head(
        &self,
        sheet: &mut SheetWriter<'_>,
        (row, n): (u32, u16),
        key: &str,
        width: f64,
        style: CellStyle,
    ) -> Result<(), WriteError> {
        sheet.width(n, width)?;
        let title = self.words.text(&format!("export-column-{key}"));
        sheet.put(row, n, CellValue::Text(&title), style)?;
        sheet.note(row, n, &self.words.text(&format!("export-about-{key}")))
    }

    /// Writes the open parts and the periods owed, a row each, with columns for a new entry. It is
    /// read like the tracker.
    fn parts(&self, mut sheet: SheetWriter<'_>) -> Result<(), WriteError> {
        let Workbook { model, assessment, words, .. } = self;
        for (n, (column, key, width)) in (0..).zip(PART_COLUMNS) {
            let is_told = !column.is_input() || column == Column::Part;
            let style = if is_told { CellStyle::Header } else { CellStyle::InputHeader };
            self.head(&mut sheet, (0, n), key, width, style)?;
        }
        let mut row = 0;
        for ix in self.tasks {
            let task = &model[*ix];
            let style = if task.restricted { CellStyle::Restricted } else { CellStyle::ReadOnly };
            let is_shown = |part: &&AssessedPart| match part.period {
                Some(_) => part.is_overdue(),
                None => part.standing.is_open(),
            };
            for part in assessment[*ix].parts.list.iter().filter(is_shown) {
                row += 1;
                for (n, (column, ..)) in (0..).zip(PART_COLUMNS) {
                    let text = match column {
                        Column::Id => task.id.to_string(),
                        Column::Title => task.title.clone(),
                        Column::Part => self.part_of_row(task, part),
                        Column::Lead => self.part_lead(*ix, part),
                        Column::Due => part
                            .deadline
                            .as_ref()
                            .map_or_else(String::new, |due| words.deadline(due, assessment.as_of)),
                        Column::Standing => words.part_label(part),
                        _ => {
                            sheet.blank(row, n, column == Column::Date)?;
                            continue;
                        }
                    };
                    sheet.put(row, n, CellValue::Text(&text), style)?;
                }
            }
        }
        sheet.freeze(1, 3)?;
        sheet.filter(0, row, u16::try_from(PART_COLUMNS.len() - 1).unwrap_or(0))?;
        sheet.for_paper(0)?;
        let place = PART_COLUMNS.iter().position(|(column, ..)| *column == Column::State);
        let choices = Choices {
            sheet: &self.sheets.lists,
            column: 0,
            first: 1,
            count: u32::try_from(REPORTABLE_STATES.len()).unwrap_or(0),
            title: &words.text("export-pick"),
            message: &words.text("export-pick-state"),
        };
        sheet.choices((1, row.max(1)), u16::try_from(place.unwrap_or(0)).unwrap_or(0), &choices)
    }

    /// The name of a part, or its id if another part has the same name.
    fn part_of_row(&self, task: &Task, part: &AssessedPart) -> String {
        let name = self.words.part_name(self.model, task, part);
        match Names::parts(self.model, task).named(&name) {
            Found::Many(_) => part.id.to_string(),
            Found::One(_) | Found::Nothing => name,
        }
    }

    fn part_lead(&self, ix: TaskIx, part: &AssessedPart) -> String {
        let leads = self.assessment[ix].leads.iter().map(|lead| lead.agency);
        let agencies: Vec<_> = part.agency.map_or_else(|| leads.collect(), |agency| vec![agency]);
        let names = agencies.iter().map(|agency| self.model[*agency].name.as_str());
        names.collect::<Vec<_>>().join("; ")
    }

    /// Writes the targets, a row for each, with columns for a new value.
    fn targets(&self, mut sheet: SheetWriter<'_>) -> Result<(), WriteError> {
        let Workbook { model, assessment, words, .. } = self;
        let columns = [
            ("id", 8.0, false),
            ("title", 42.0, false),
            ("target", 36.0, false),
            ("reach", 40.0, false),
            ("last-value", 22.0, false),
            ("value-date", 13.0, true),
            ("value", 14.0, true),
            ("of", 14.0, true),
        ];
        for (n, (key, width, is_input)) in (0..).zip(columns) {
            let style = if is_input { CellStyle::InputHeader } else { CellStyle::Header };
            self.head(&mut sheet, (0, n), key, width, style)?;
        }
        let mut row = 0;
        for ix in self.tasks {
            let task = &model[*ix];
            let style = if task.restricted { CellStyle::Restricted } else { CellStyle::ReadOnly };
            for (target, standings) in task.targets.iter().zip(&assessment[*ix].levels) {
                row += 1;
                let unit = target.unit.as_deref();
                let levels = target.levels.iter().zip(standings).map(|(level, standing)| {
                    format!("{}: {}", words.bound(&level.bound, unit), words.reach(standing))
                });
                let last = known_values(target, assessment.as_of).last();
                let last = last.map(|value| {
                    format!("{} ({})", words.measured(value, unit), words.short(value.date))
                });
                let cells = [
                    task.id.to_string(),
                    task.title.clone(),
                    target.title.clone(),
                    levels.collect::<Vec<_>>().join("; "),
                    last.unwrap_or_default(),
                ];
                for (n, text) in (0..).zip(&cells) {
                    sheet.put(row, n, CellValue::Text(text), style)?;
                }
                for n in 5..8 {
                    sheet.blank(row, n, n == 5)?;
                }
            }
        }
        sheet.freeze(1, 3)?;
        sheet.filter(0, row, 7)?;
        sheet.for_paper(0)
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
        let directive = self.model.settings.directive_option();
        for step in words.say("export-how", &[("directive", directive.into())]).lines() {
            sheet.put(row, 0, CellValue::Text(step), CellStyle::Plain)?;
            row += 1;
        }
        row += 1;
        let keys = ["export-about-column", "export-about-meaning"];
        for (n, key) in (0..).zip(keys) {
            sheet.put(row, n, CellValue::Text(&words.text(key)), CellStyle::Header)?;
        }
        for &(_, key, _) in &self.columns {
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
