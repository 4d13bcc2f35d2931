//! The tables of the open data, and the forms in which each can be downloaded.

use crate::model::Uses;

/// A table of the open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// The standing of every task.
    Tasks,
    /// The entries of every ledger, and the decisions on deadlines.
    Updates,
    /// The priorities of the directive.
    Priorities,
    /// The agencies that are responsible.
    Agencies,
    /// The places that tasks and notes name.
    Places,
    /// The documents that are cited.
    Documents,
    /// Counts and ratios of every group.
    Tallies,
    /// The standing of every task on every reporting date, as published.
    History,
    /// The number of tasks by standing on every reporting date, as published.
    Progress,
    /// What changed from each reporting date to the next.
    Changes,
    /// Which ongoing task was reported on in which cycle.
    Cycles,
    /// Published facts that were wrong, with the reason.
    Corrections,
    /// The parts of deliverables, and the periodic reports of ongoing tasks.
    Parts,
    /// The levels of targets.
    Targets,
    /// The values that were measured.
    Values,
    /// Changes of the agencies in charge.
    Handovers,
    /// The sections of priorities.
    Sections,
    /// The directives of a portal.
    Directives,
}

/// A form in which each table can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Comma-separated values, for spreadsheets and statistics.
    Csv,
    /// JSON, for programs.
    Json,
}

impl Table {
    /// All tables, in the order in which they are shown.
    pub const ALL: [Table; 18] = [
        Table::Tasks,
        Table::Updates,
        Table::Priorities,
        Table::Agencies,
        Table::Places,
        Table::Documents,
        Table::Tallies,
        Table::History,
        Table::Progress,
        Table::Changes,
        Table::Cycles,
        Table::Corrections,
        Table::Parts,
        Table::Targets,
        Table::Values,
        Table::Handovers,
        Table::Sections,
        Table::Directives,
    ];

    /// Returns the tables of a site whose public records use these keys.
    pub fn of(uses: Uses) -> impl Iterator<Item = Table> {
        Table::ALL.into_iter().filter(move |table| match table {
            Table::Parts => uses.parts || uses.reports,
            Table::Targets | Table::Values => uses.targets,
            Table::Handovers => uses.handovers,
            Table::Sections => uses.sections,
            Table::Directives => false,
            _ => true,
        })
    }

    /// The name of the table in files, addresses and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Table::Tasks => "tasks",
            Table::Updates => "updates",
            Table::Priorities => "priorities",
            Table::Agencies => "agencies",
            Table::Places => "places",
            Table::Documents => "documents",
            Table::Tallies => "tallies",
            Table::History => "history",
            Table::Progress => "progress",
            Table::Changes => "changes",
            Table::Cycles => "cycles",
            Table::Corrections => "corrections",
            Table::Parts => "parts",
            Table::Targets => "targets",
            Table::Values => "values",
            Table::Handovers => "handovers",
            Table::Sections => "sections",
            Table::Directives => "directives",
        }
    }

    /// The columns whose values together identify a row.
    pub(in crate::site) fn key(self) -> &'static [&'static str] {
        match self {
            Table::Updates => &["task", "type", "entry"],
            Table::Tallies => &["group_type", "group"],
            Table::History => &["date", "task"],
            Table::Progress => &["date", "group_type", "group", "kind", "standing"],
            Table::Changes => &["date", "task", "change"],
            Table::Cycles => &["task", "first_day"],
            Table::Corrections => &["task", "correction"],
            Table::Tasks
            | Table::Priorities
            | Table::Agencies
            | Table::Places
            | Table::Documents
            | Table::Sections
            | Table::Directives => &["id"],
            Table::Parts => &["task", "part"],
            Table::Targets => &["task", "target", "level"],
            Table::Values => &["task", "target", "entry"],
            Table::Handovers => &["task", "entry"],
        }
    }
}

impl Form {
    /// All forms.
    pub const ALL: [Form; 2] = [Form::Csv, Form::Json];

    /// The extension of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Json => "json",
        }
    }
}
