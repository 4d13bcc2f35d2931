//! The open data: every table as CSV and JSON, a workbook of all tables, and two machine-readable
//! descriptions.
//!
//! The page `du-lieu.html` documents the columns for people. Published rows have versioned types of
//! their own: a view may change with the pages, but a column of [`v1`] keeps its name and meaning.

mod catalog;
mod csv;
pub(super) mod files;
mod json;
mod package;
mod schema;
pub mod table;
mod v1;
mod workbook;

use super::context::PageContext;
use super::portal::Piece;
use super::route::{Route, published};

use crate::model::Uses;
pub(super) use catalog::catalog;
use files::File;
pub(super) use package::package;
pub(super) use schema::{AS_OF, Column, Extended, Kind};
use table::{Form, Table};
pub(super) use v1::columns;

/// The version of the columns, as stated in the files.
pub(super) const VERSION: u32 = 1;

/// A table as a file of the given form.
pub(super) fn table<'s>(ctx: &PageContext<'s>, table: Table, form: Form) -> &'s File {
    ctx.files.tables[table as usize][form as usize].get_or_init(|| match form {
        Form::Csv => csv::file(ctx, table),
        Form::Json => json::file(ctx, table),
    })
}

/// A table of all directives of a portal, as CSV.
pub(super) fn merged(table: Table, uses: Uses, pieces: &[Piece]) -> File {
    csv::merged(table, uses, pieces)
}

/// The workbook of all tables.
pub(super) fn workbook<'s>(ctx: &PageContext<'s>) -> &'s File {
    ctx.files.workbook.get_or_init(|| workbook::file(ctx))
}

/// The address of a file of the site: absolute if the site's address is known, else its path in the
/// site.
fn address(ctx: &PageContext<'_>, route: Route) -> String {
    full(ctx, &route.path(ctx.model))
}

fn full(ctx: &PageContext<'_>, path: &str) -> String {
    match &ctx.model.settings.base_url {
        Some(base) => published(base, path),
        None => path.to_owned(),
    }
}
