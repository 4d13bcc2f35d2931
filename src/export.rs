//! The tracker as a workbook for the office: a row a task, with what the ledger says last and what
//! is worked out, only to be read; beside it empty cells for news, which `import` reads again;
//! lists to pick from; a sheet that explains.

use crate::assess::Assessment;
use crate::assess::ledger::{in_force, known, last_state};
use crate::model::{Model, State, TaskIx};
use crate::site::words::Words;
use crate::spreadsheet::write::{Choices, Look, Page, WriteError, Writer, Written};

/// The columns of the tracker, by the keys of their titles, with their width in letters.
///
/// What the ledger says last is there to be read, and what is filled in stands beside it, empty: a
/// cell that is merely left alone can never become news, nor old evidence prove a new claim.
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
    /// Whether it is there to be filled in.
    fn is_input(self) -> bool {
        matches!(
            self,
            Column::Date | Column::State | Column::Text | Column::Percent | Column::Evidence
        )
    }
}

/// The row of the header: below the title, the day and the mark of what is not public.
const HEADER: u32 = 3;

/// The workbook of these tasks, in this language.
///
/// # Errors
///
/// When the crate refuses, which is a fault of ours.
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
    let made = Made { model, assessment, tasks, words: &words, sheets: &sheets };
    made.tracker(writer.page(&sheets.tracker)?)?;
    made.about(writer.page(&sheets.about)?)?;
    made.lists(writer.page(&sheets.lists)?)?;
    writer.finish()
}

struct Sheets {
    tracker: String,
    lists: String,
    about: String,
}

struct Made<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    tasks: &'a [TaskIx],
    words: &'a Words,
    sheets: &'a Sheets,
}

impl Made<'_> {
    fn tracker(&self, mut page: Page<'_>) -> Result<(), WriteError> {
        let Made { model, words, .. } = self;
        page.put(0, 0, Written::Text(&model.settings.title), Look::Title)?;
        let day = words.short(self.assessment.as_of);
        let args = [("number", model.directive.name().into()), ("day", day.into())];
        page.put(1, 0, Written::Text(&words.say("export-day", &args)), Look::Plain)?;
        let hidden = self.tasks.iter().filter(|task| model[**task].restricted).count();
        let mark = match hidden {
            0 => words.text("export-internal"),
            n => words.count("export-internal-restricted", n as u64),
        };
        page.put(2, 0, Written::Text(&mark), Look::Plain)?;
        for (n, (column, key, width)) in (0..).zip(COLUMNS) {
            let look = if column.is_input() { Look::InputHeader } else { Look::Header };
            page.width(n, width)?;
            let title = words.text(&format!("export-column-{key}"));
            page.put(HEADER, n, Written::Text(&title), look)?;
            page.note(HEADER, n, &words.text(&format!("export-about-{key}")))?;
        }
        let mut row = HEADER;
        for task in self.tasks {
            row += 1;
            for (n, (column, ..)) in (0..).zip(COLUMNS) {
                self.cell(&mut page, row, n, column, *task)?;
            }
        }
        // The first columns say which row one is in.
        page.freeze(HEADER + 1, 2)?;
        page.filter(HEADER, row, u16::try_from(COLUMNS.len() - 1).unwrap_or(0))?;
        page.for_paper(HEADER)?;
        let rows = (HEADER + 1, row.max(HEADER + 1));
        let lists = [
            (Column::State, 0, OFFERED.len(), "export-pick-state"),
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
            page.choices(rows, u16::try_from(place.unwrap_or(0)).unwrap_or(0), &choices)?;
        }
        Ok(())
    }

    fn cell(
        &self,
        page: &mut Page<'_>,
        row: u32,
        n: u16,
        column: Column,
        ix: TaskIx,
    ) -> Result<(), WriteError> {
        let Made { model, assessment, words, .. } = self;
        let (task, as_of) = (&model[ix], assessment.as_of);
        let entries = known(task, as_of);
        let last = entries.last();
        let told = if task.restricted { Look::Marked } else { Look::Told };
        let (text, look) = match column {
            Column::Id => (task.id.to_string(), told),
            Column::Priority => {
                let priority = &model[task.priority];
                (format!("{}. {}", priority.number, priority.title), told)
            }
            Column::Title => (task.title.clone(), told),
            Column::Lead => {
                let leads: Vec<_> =
                    task.leads.iter().map(|lead| model[*lead].name.as_str()).collect();
                (leads.join("; "), told)
            }
            Column::Due => {
                let due = in_force(task, as_of);
                (due.map_or_else(String::new, |due| words.deadline(due.deadline, as_of)), told)
            }
            Column::Standing => {
                let mut said = vec![words.standing(&assessment[ix])];
                said.extend(words.causes(&assessment[ix]));
                (said.join("; "), told)
            }
            Column::Publicity => {
                let key = if task.restricted { "export-status-only" } else { "export-public" };
                (words.text(key), told)
            }
            Column::LastDate => match last {
                Some(entry) => return page.put(row, n, Written::Day(entry.date), told),
                None => (String::new(), told),
            },
            // With a plain report, the state that holds on.
            Column::LastState => {
                let state = last_state(entries).and_then(|at| entries[at].state);
                (state.map_or_else(String::new, |state| self.state(state)), told)
            }
            Column::LastText => {
                (last.and_then(|entry| entry.text.clone()).unwrap_or_default(), told)
            }
            Column::LastEvidence => {
                let ids = last.map(|entry| entry.evidence.as_slice()).unwrap_or_default();
                let ids: Vec<_> = ids.iter().map(|id| model[*id].id.as_str()).collect();
                (ids.join(", "), told)
            }
            Column::Date | Column::State | Column::Text | Column::Percent | Column::Evidence => {
                return page.blank(row, n, column == Column::Date);
            }
        };
        page.put(row, n, Written::Text(&text), look)
    }

    fn state(&self, state: State) -> String {
        self.words.text(&format!("state-{}", state.name().replace('_', "-")))
    }

    /// What may be picked: states, agencies, documents with what they are about.
    fn lists(&self, mut page: Page<'_>) -> Result<(), WriteError> {
        let keys = ["state", "lead", "evidence", "document"];
        for (n, (key, width)) in (0..).zip(keys.into_iter().zip([20.0, 44.0, 18.0, 80.0])) {
            let title = self.words.text(&format!("export-column-{key}"));
            page.width(n, width)?;
            page.put(0, n, Written::Text(&title), Look::Header)?;
        }
        page.freeze(1, 0)?;
        for (row, state) in (1..).zip(OFFERED) {
            page.put(row, 0, Written::Text(&self.state(state)), Look::Body)?;
        }
        for (row, agency) in (1..).zip(&self.model.agencies) {
            page.put(row, 1, Written::Text(&agency.name), Look::Body)?;
        }
        for (row, document) in (1..).zip(&self.model.documents) {
            let about = match &document.symbol {
                Some(symbol) => format!("{symbol}: {}", document.title),
                None => document.title.clone(),
            };
            page.put(row, 2, Written::Text(document.id.as_str()), Look::Body)?;
            page.put(row, 3, Written::Text(&about), Look::Body)?;
        }
        Ok(())
    }

    /// What the file is, how it is filled in and read again, and every column.
    fn about(&self, mut page: Page<'_>) -> Result<(), WriteError> {
        let words = self.words;
        page.width(0, 30.0)?;
        page.width(1, 110.0)?;
        page.put(0, 0, Written::Text(&self.sheets.about), Look::Title)?;
        let mut row = 1;
        for step in words.text("export-how").lines() {
            page.put(row, 0, Written::Text(step), Look::Plain)?;
            row += 1;
        }
        row += 1;
        let keys = ["export-about-column", "export-about-meaning"];
        for (n, key) in (0..).zip(keys) {
            page.put(row, n, Written::Text(&words.text(key)), Look::Header)?;
        }
        for (_, key, _) in COLUMNS {
            row += 1;
            let title = words.text(&format!("export-column-{key}"));
            page.put(row, 0, Written::Text(&title), Look::Plain)?;
            let about = words.text(&format!("export-about-{key}"));
            page.put(row, 1, Written::Text(&about), Look::Plain)?;
        }
        Ok(())
    }
}

/// The states that a tracker may give; the others need a document, which `update` asks for.
const OFFERED: [State; 4] = [State::NotStarted, State::InProgress, State::Blocked, State::Done];
