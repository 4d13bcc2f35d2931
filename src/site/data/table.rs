//! The tables of the open data, and the forms in which each can be downloaded.

/// A table of the open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// How every task stands.
    Tasks,
    /// The entries of every ledger and the decisions on deadlines.
    Updates,
    /// The first level of the directive.
    Priorities,
    /// Who is responsible.
    Agencies,
    /// Units that tasks and notes name.
    Places,
    /// What is cited.
    Documents,
    /// Counts and ratios of every group.
    Tallies,
}

/// A form in which each table can be downloaded by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Comma-separated, for spreadsheets and statistics.
    Csv,
    /// For programs.
    Json,
}

impl Table {
    /// All tables, in the order in which they are shown.
    pub const ALL: [Table; 7] = [
        Table::Tasks,
        Table::Updates,
        Table::Priorities,
        Table::Agencies,
        Table::Places,
        Table::Documents,
        Table::Tallies,
    ];

    /// Its name in files, addresses and keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Table::Tasks => "tasks",
            Table::Updates => "updates",
            Table::Priorities => "priorities",
            Table::Agencies => "agencies",
            Table::Places => "places",
            Table::Documents => "documents",
            Table::Tallies => "tallies",
        }
    }

    /// The columns whose values together name a row.
    pub(in crate::site) fn key(self) -> &'static [&'static str] {
        match self {
            Table::Updates => &["task", "type", "entry"],
            Table::Tallies => &["group_type", "group"],
            _ => &["id"],
        }
    }
}

impl Form {
    /// Both forms.
    pub const ALL: [Form; 2] = [Form::Csv, Form::Json];

    /// How its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Json => "json",
        }
    }
}
