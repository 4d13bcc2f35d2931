//! Version 1 of the open data: one file per table, with its columns and the code that fills its
//! rows.
//!
//! Within version 1, a column keeps its name, meaning and type. Columns may be added at the end. Of
//! a restricted record, only what its page shows is included: number, title, lead agencies,
//! standing with its days, deadline in force, date of the last change, cycles.

mod agencies;
mod changes;
mod corrections;
mod cycles;
mod documents;
mod history;
mod places;
mod priorities;
mod progress;
mod tallies;
mod tasks;
mod updates;

use super::schema::{Cell, Column};
use super::table::Table;
use crate::model::{AgencyIx, DocumentIx};
use crate::site::context::PageContext;

/// A row of a table.
pub(super) trait Row {
    /// The cells, in the order of the columns.
    fn cells(&self) -> Vec<Cell<'_>>;
    /// The row as a JSON object on one line.
    fn json(&self) -> String;
}

/// Declares a row's type and the table's columns from one list.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident<$m:lifetime> { $($field:ident: $type:ty = $kind:expr,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Serialize)]
        struct $name<$m> { $($field: $type,)* }

        impl<$m> $name<$m> {
            const COLUMNS: &'static [Column] = &[$(Column {
                // A field named after a Rust keyword is written as a raw identifier, such as
                // `r#type`.
                name: $crate::site::data::v1::plain(stringify!($field)),
                kind: $kind,
                needed: <$type as Value>::NEEDED,
            },)*];
        }

        impl Row for $name<'_> {
            fn cells(&self) -> Vec<$crate::site::data::schema::Cell<'_>> {
                vec![$(self.$field.cell(),)*]
            }
            fn json(&self) -> String {
                serde_json::to_string(self)
                    .unwrap_or_else(|_| unreachable!("texts, numbers and lists can be written"))
            }
        }
    };
}
use row;

const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// The columns of a table, in order.
pub(in crate::site) fn columns(table: Table) -> &'static [Column] {
    match table {
        Table::Tasks => tasks::COLUMNS,
        Table::Updates => updates::COLUMNS,
        Table::Priorities => priorities::COLUMNS,
        Table::Agencies => agencies::COLUMNS,
        Table::Places => places::COLUMNS,
        Table::Documents => documents::COLUMNS,
        Table::Tallies => tallies::COLUMNS,
        Table::History => history::COLUMNS,
        Table::Progress => progress::COLUMNS,
        Table::Changes => changes::COLUMNS,
        Table::Cycles => cycles::COLUMNS,
        Table::Corrections => corrections::COLUMNS,
    }
}

/// Passes each row of a table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, table: Table, show: &mut dyn FnMut(&dyn Row)) {
    match table {
        Table::Tasks => tasks::each(ctx, show),
        Table::Updates => updates::each(ctx, show),
        Table::Priorities => priorities::each(ctx, show),
        Table::Agencies => agencies::each(ctx, show),
        Table::Places => places::each(ctx, show),
        Table::Documents => documents::each(ctx, show),
        Table::Tallies => tallies::each(ctx, show),
        Table::History => history::each(ctx, show),
        Table::Progress => progress::each(ctx, show),
        Table::Changes => changes::each(ctx, show),
        Table::Cycles => cycles::each(ctx, show),
        Table::Corrections => corrections::each(ctx, show),
    }
}

fn visibility(restricted: bool) -> &'static str {
    if restricted { "status_only" } else { "public" }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn agency_ids<'m>(ctx: &PageContext<'m>, agencies: impl Iterator<Item = AgencyIx>) -> Vec<&'m str> {
    agencies.map(|ix| ctx.model[ix].id.as_str()).collect()
}

fn document_ids<'m>(ctx: &PageContext<'m>, documents: &[DocumentIx]) -> Vec<&'m str> {
    documents.iter().map(|ix| ctx.model[*ix].id.as_str()).collect()
}
