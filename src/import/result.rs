//! The options and the result of an import.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use super::diagnostic::CellDiagnostic;
use super::header::Header;
use super::mapping::Mapping;
use crate::model::{Deadline, DocumentIx, Figure, Named, State, TaskIx};

/// The options of an import.
#[derive(Debug, Default)]
pub struct ImportOptions {
    /// How columns, sheets and words are read.
    pub mapping: Mapping,
    /// The day for rows without one.
    pub on: Option<NaiveDate>,
    /// Whether the comments of a row are added to its text.
    pub with_comments: bool,
    /// Whether hidden sheets, rows, columns and cells are read.
    pub with_hidden: bool,
    /// Whether words that are struck through are read.
    pub with_struck: bool,
    /// Whether lists of tasks without a column for progress are read.
    pub with_lists: bool,
    /// The priority of new tasks whose rows stand in no group.
    pub priority: Option<String>,
    /// Rows that are not read, by sheet and row from 1: those that become new tasks.
    pub passed_rows: BTreeSet<(String, u32)>,
}

/// The records that a list has and the content does not.
#[derive(Debug, Default)]
pub struct NewRecords {
    /// New priorities, in the order of the list.
    pub priorities: Vec<NewPriority>,
    /// New agencies.
    pub agencies: Vec<NewAgency>,
    /// New tasks.
    pub tasks: Vec<NewTask>,
    /// What keeps rows from becoming tasks.
    pub diagnostics: Vec<CellDiagnostic>,
}

/// A priority that a list has.
#[derive(Clone, Debug)]
pub struct NewPriority {
    /// Its id.
    pub id: String,
    /// Its number as printed, if that is not its id.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
}

/// An agency that a list names.
#[derive(Clone, Debug)]
pub struct NewAgency {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its short form, if the list has that.
    pub short: Option<String>,
}

/// A task of a list.
#[derive(Clone, Debug)]
pub struct NewTask {
    /// The sheet of its row.
    pub sheet: String,
    /// Its row, from 1.
    pub row: u32,
    /// Its id.
    pub id: String,
    /// Its number as printed, if that is not its id.
    pub number: Option<String>,
    /// The id of its priority.
    pub priority: String,
    /// Its title.
    pub title: String,
    /// `deliverable`, `ongoing` or `duty`.
    pub kind: &'static str,
    /// What is owed.
    pub product: Option<String>,
    /// Ids of the agencies that lead.
    pub leads: Vec<String>,
    /// Ids of the agencies that support.
    pub supports: Vec<String>,
    /// Its deadline.
    pub due: Option<Deadline>,
    /// Its reporting cycle.
    pub report_every: Option<&'static str>,
    /// Whether only its standing may be published.
    pub restricted: bool,
    /// Whether no rule decided its kind.
    pub unsure: bool,
    /// Id and title of a task with a similar title, which it may be.
    pub near: Option<(String, String)>,
}

/// The result of comparing a workbook with the ledgers.
#[derive(Debug, Default)]
pub struct Import {
    /// The tables that were read.
    pub tables: Vec<Table>,
    /// Names of sheets that are hidden or have no readable table.
    pub passed_over: Vec<String>,
    /// The new entries, by task in the model's order, then by day.
    pub entries: Vec<NewEntry>,
    /// The new values of targets, in the order of the rows.
    pub values: Vec<NewValue>,
    /// Number of rows whose content is in the ledger already.
    pub unchanged: usize,
    /// Number of rows that name a task but report no progress.
    pub silent: usize,
    /// The diagnostics, by table: those about its columns, about what is left out, then by row.
    pub diagnostics: Vec<CellDiagnostic>,
    /// The first state that was read for a task, its parts and a day, and its row.
    pub(super) states: BTreeMap<(TaskIx, Option<String>, NaiveDate), (State, String)>,
}

/// A table of a sheet.
#[derive(Debug)]
pub struct Table {
    /// The name of the sheet.
    pub sheet: String,
    /// The header of the table.
    pub header: Header,
    /// Number of rows that name a task.
    pub rows: usize,
    /// The day for rows without one, and the cell where it was read; empty if it was given.
    pub on: Option<(NaiveDate, String)>,
}

/// A value that a row adds to a target of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewValue {
    /// The task.
    pub task: TaskIx,
    /// The index of the target.
    pub target: usize,
    /// The sheet of the row.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
    /// The day.
    pub date: NaiveDate,
    /// The figure, or the part of `of`.
    pub value: Figure,
    /// The whole.
    pub of: Option<Figure>,
}

/// An entry that a row adds to the ledger of a task.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// The task.
    pub task: TaskIx,
    /// The sheet of the row.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
    /// The parts or periods that it is about.
    pub parts: Named,
    /// The day.
    pub date: NaiveDate,
    /// The time of day, if the cell has one and a deadline has an hour that it may keep.
    pub time: Option<NaiveTime>,
    /// The state, if the row names one.
    pub state: Option<State>,
    /// What happened; may be empty.
    pub text: String,
    /// Self-assessment in percent.
    pub percent: Option<u8>,
    /// Documents that serve as evidence.
    pub evidence: Vec<DocumentIx>,
    /// The comments on cells of the row.
    pub notes: Vec<String>,
}
