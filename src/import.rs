//! Reads an office's own tracker, a workbook, and says which entries it adds to the ledgers.
//!
//! Nothing is written here and nothing is guessed in silence: a row whose task, day or state cannot
//! be told is a complaint with the name of its cell, and is left out. A row never changes anything
//! but the ledger: another deadline or another agency in the tracker is only told.

mod header;
pub mod mapping;
mod rows;
pub mod values;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diagnostic::Severity;
use crate::model::{DocumentIx, Model, State, TaskIx};
use crate::spreadsheet::{Book, Cell, Value};
use crate::vietnamese::legacy::Encoding;
use crate::vietnamese::{Suspicion, SuspicionKind, nfc, suspicious};

pub use header::{Column, Field, Header};
pub use mapping::Mapping;

/// What a workbook says about the tasks of a model.
#[derive(Debug, Default)]
pub struct Import {
    /// The tables that were found.
    pub tables: Vec<Table>,
    /// Sheets without a table that could be read, or hidden ones.
    pub passed_over: Vec<String>,
    /// What is new, by task in the model's order, then by day.
    pub entries: Vec<NewEntry>,
    /// So many rows say what the ledger says already.
    pub unchanged: usize,
    /// So many rows name a task and say nothing of its progress.
    pub silent: usize,
    /// What is wrong or odd, in the order of the cells.
    pub faults: Vec<Fault>,
    /// The state that a row named first for a task on a day, and that row.
    states: BTreeMap<(TaskIx, NaiveDate), (State, String)>,
}

/// A table on a sheet.
#[derive(Debug)]
pub struct Table {
    /// The sheet.
    pub sheet: String,
    /// Its header.
    pub header: Header,
    /// So many of its rows name a task.
    pub rows: usize,
    /// The day that holds for rows without one, and where it stands.
    pub on: Option<(NaiveDate, String)>,
}

/// An entry that a row adds to the ledger of a task.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// The task.
    pub task: TaskIx,
    /// The sheet and row (from 1) that say so.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
    /// The day.
    pub date: NaiveDate,
    /// The state, where the row names one.
    pub state: Option<State>,
    /// What happened; may be empty.
    pub text: String,
    /// Self-assessment.
    pub percent: Option<u8>,
    /// Documents that prove it.
    pub evidence: Vec<DocumentIx>,
    /// The comments that are pinned to the row.
    pub notes: Vec<String>,
}

/// What is wrong with a cell, or odd.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Under which words it stands: `import-…`.
    pub code: &'static str,
    /// An error leaves the row out.
    pub severity: Severity,
    /// The cell: `TH!B7`; or the file of the mapping.
    pub at: String,
    /// The values of the sentence.
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    fn new(code: &'static str, severity: Severity, at: impl Into<String>) -> Self {
        Fault { code, severity, at: at.into(), args: Vec::new() }
    }

    fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// What the importer is told beside the workbook.
#[derive(Debug, Default)]
pub struct Wanted {
    /// How columns, sheets and words are to be read.
    pub mapping: Mapping,
    /// The day for rows that name none.
    pub on: Option<NaiveDate>,
    /// Whether the comments of a row are part of what it says.
    pub with_notes: bool,
}

/// Compares a workbook with the ledgers of a model.
pub fn read(book: &Book, model: &Model, wanted: &Wanted) -> Import {
    let mut import = Import::default();
    let mapping = &wanted.mapping;
    for name in &mapping.sheets {
        if !book.sheets.iter().any(|sheet| same_name(&sheet.name, name)) {
            let known = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>();
            let fault = Fault::new("import-no-sheet", Severity::Error, &mapping.file);
            import.faults.push(fault.arg("read", name).arg("known", known.join(", ")));
        }
    }
    for sheet in &book.sheets {
        let is_named = mapping.sheets.iter().any(|name| same_name(&sheet.name, name));
        if !mapping.sheets.is_empty() && !is_named {
            continue;
        }
        let found = match mapping.header {
            _ if sheet.hidden && !is_named => None,
            Some(rows) => Some(header::at(sheet, rows)),
            None => header::find(sheet),
        };
        match found.map(|header| mapping.apply(header)) {
            Some(header) if header.columns.iter().any(|column| is_name_of_task(column.field)) => {
                rows::read(sheet, header, model, wanted, &mut import);
            }
            _ if sheet.cells.is_empty() => {}
            _ => import.passed_over.push(sheet.name.clone()),
        }
    }
    for (title, _) in &mapping.columns {
        let found = |column: &Column| mapping::names(title, column);
        if !import.tables.iter().any(|table| table.header.columns.iter().any(found)) {
            let fault = Fault::new("import-no-column", Severity::Error, &mapping.file);
            import.faults.push(fault.arg("read", title));
        }
    }
    import.entries.sort_by_key(|entry| (entry.task, entry.date));
    import
}

fn is_name_of_task(field: Field) -> bool {
    matches!(field, Field::Id | Field::Number | Field::Title)
}

fn same_name(a: &str, b: &str) -> bool {
    values::squeezed(a) == values::squeezed(b)
}

/// A cell's text, made fit to be read.
pub(crate) struct Clean {
    /// In Unicode, normal form C, without what cannot be seen.
    pub(crate) text: String,
    /// What it was written in, where that is not Unicode.
    pub(crate) converted: bool,
    /// It looks like text in an old encoding, but its font does not say so: what it could mean.
    pub(crate) doubtful: Option<String>,
}

/// The text of a cell in one line; a number or day as it is shown.
pub(crate) fn clean(cell: &Cell, in_one_line: bool) -> Clean {
    let plain = match &cell.value {
        Value::Text(text) => return clean_text(text, cell.font.as_deref(), in_one_line),
        Value::Number(n) => shown(*n, &cell.format),
        Value::Day(day) => crate::vietnamese::short_date(*day),
        Value::Truth(truth) => if *truth { "x" } else { "" }.to_owned(),
        Value::Fault(fault) => fault.clone(),
        Value::Nothing | Value::Uncomputed => String::new(),
    };
    Clean { text: plain, converted: false, doubtful: None }
}

/// Cells are read up to so many characters.
const LONGEST: usize = 32_767;

fn clean_text(text: &str, font: Option<&str>, in_one_line: bool) -> Clean {
    let mut text: String = text.chars().take(LONGEST).collect();
    let mut converted = false;
    if let Some(encoding) = font.and_then(Encoding::of_font)
        && let Some(decoded) = encoding.decode(&text)
    {
        converted = decoded != nfc(&text);
        text = decoded;
    }
    let mut text: String = nfc(&text)
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
        .map(|c| if c != '\n' && (c.is_control() || c.is_whitespace()) { ' ' } else { c })
        .collect();
    if in_one_line {
        text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let doubtful = match suspicious(&text) {
        Some(Suspicion { kind: SuspicionKind::LegacyEncoding, .. }) => {
            let meant = [Encoding::Tcvn3, Encoding::Vni].into_iter().find_map(|encoding| {
                encoding.decode(&text).filter(|decoded| suspicious(decoded).is_none())
            });
            Some(meant.unwrap_or_default())
        }
        Some(_) => Some(String::new()),
        None => None,
    };
    Clean { text, converted, doubtful }
}

/// A number as its cell shows it, as far as ids and numbers of tasks need it.
fn shown(n: f64, format: &str) -> String {
    let decimals = format.split(';').next().and_then(|first| first.split_once('.'));
    let decimals = decimals.map(|(_, rest)| rest.chars().take_while(|c| *c == '0').count());
    match decimals {
        Some(places) if places > 0 && n.fract() != 0.0 => format!("{n:.places$}"),
        _ => format!("{n}"),
    }
}
