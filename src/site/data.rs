//! The open data: every table as CSV and JSON, all of them in one workbook, and two descriptions
//! for machines. The page `du-lieu.html` documents the same columns for people.
//!
//! What is published has types of its own, with a version: a view may change with the pages, a
//! column of [`v1`] keeps its name and meaning.

mod catalog;
mod csv;
mod json;
mod package;
mod schema;
mod v1;
mod workbook;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::route::Route;
use super::context::PageContext;

pub(super) use catalog::catalog;
pub(super) use package::package;
pub(super) use schema::{Column, Kind, Vocabulary};
pub(super) use v1::columns;

/// The version of the columns, as the files say it.
pub(super) const VERSION: u32 = 1;

/// A table of the open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

/// A form in which each table can be had by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    pub(super) fn key(self) -> &'static [&'static str] {
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

/// The files that were made so far: their sizes are told on a page and in two descriptions, and
/// none is made twice.
#[derive(Debug, Default)]
pub(super) struct Files {
    tables: [[OnceLock<File>; Form::ALL.len()]; Table::ALL.len()],
    workbook: OnceLock<File>,
}

/// A file of the open data.
#[derive(Debug)]
pub(super) struct File {
    pub(super) bytes: Vec<u8>,
    /// How many rows it holds, without the header.
    pub(super) rows: usize,
}

/// A table in one form.
pub(super) fn table<'s>(ctx: &PageContext<'s>, table: Table, form: Form) -> &'s File {
    ctx.index.data.tables[table as usize][form as usize].get_or_init(|| match form {
        Form::Csv => csv::file(ctx, table),
        Form::Json => json::file(ctx, table),
    })
}

/// All tables in one workbook.
pub(super) fn workbook<'s>(ctx: &PageContext<'s>) -> &'s File {
    ctx.index.data.workbook.get_or_init(|| workbook::file(ctx))
}

/// The address of a file of the site: in full where the site says where it is published, else as
/// its path in the site.
fn address(ctx: &PageContext<'_>, route: Route) -> String {
    full(ctx, &route.path(ctx.model))
}

fn full(ctx: &PageContext<'_>, path: &str) -> String {
    let base = ctx.model.settings.base_url.as_deref().unwrap_or_default();
    let path = if !base.is_empty() && path == "index.html" { "" } else { path };
    format!("{base}{path}")
}
