//! Version 1 of the open data: one file per table, with its columns and the code that fills its
//! rows.
//!
//! Within version 1, a column keeps its name, meaning and type. Columns may be added at the end. Of
//! a restricted record, only what its page shows is included: number, title, lead agencies,
//! standing with its days, deadline in force, date of the last change, cycles, section, how many
//! parts are done and overdue. A column of a key that only some directives need is left out unless
//! a public record uses the key.

mod agencies;
mod changes;
mod corrections;
mod cycles;
mod directives;
mod documents;
mod handovers;
mod history;
mod parts;
mod places;
mod priorities;
mod progress;
mod sections;
mod tallies;
mod targets;
mod tasks;
mod updates;
mod values;

use chrono::NaiveTime;

use super::schema::{Cell, Column};
use super::table::Table;
use crate::model::{AgencyIx, DocumentIx, Uses};
use crate::site::context::PageContext;

/// A row of a table.
pub(super) trait Row {
    /// The cells, in the order of all columns.
    fn cells(&self) -> Vec<Cell<'_>>;
}

/// Declares a row's type and the table's columns from one list. `=> key` behind a column names the
/// key that a public record must use.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident<$m:lifetime> {
        $($field:ident: $type:ty = $kind:expr $(=> $($key:ident)|+)?,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug)]
        struct $name<$m> { $($field: $type,)* }

        impl<$m> $name<$m> {
            const COLUMNS: &'static [Column] = &[$(Column {
                // A field named after a Rust keyword is written as a raw identifier, such as
                // `r#type`.
                name: $crate::site::data::v1::plain(stringify!($field)),
                kind: $kind,
                needed: <$type as Value>::NEEDED,
                is_used: |_uses| $crate::site::data::v1::is_any(&[$($(_uses.$key),+)?]),
            },)*];
        }

        impl Row for $name<'_> {
            fn cells(&self) -> Vec<$crate::site::data::schema::Cell<'_>> {
                vec![$(self.$field.cell(),)*]
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

/// Whether a key is used; a column without a key always is.
fn is_any(keys: &[bool]) -> bool {
    keys.is_empty() || keys.contains(&true)
}

/// The columns of a table whose keys are used, in order.
pub(in crate::site) fn columns(table: Table, uses: Uses) -> Vec<Column> {
    all_columns(table).iter().filter(|column| (column.is_used)(&uses)).copied().collect()
}

fn all_columns(table: Table) -> &'static [Column] {
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
        Table::Parts => parts::COLUMNS,
        Table::Targets => targets::COLUMNS,
        Table::Values => values::COLUMNS,
        Table::Handovers => handovers::COLUMNS,
        Table::Sections => sections::COLUMNS,
        Table::Directives => directives::COLUMNS,
    }
}

/// Passes the cells of each row of a table to `show`, in the order of [`columns`].
pub(super) fn each(ctx: &PageContext<'_>, table: Table, show: &mut dyn FnMut(&[Cell<'_>])) {
    let all = all_columns(table);
    let used: Vec<bool> = all.iter().map(|column| (column.is_used)(&ctx.index.uses)).collect();
    let show: &mut dyn FnMut(&dyn Row) = &mut |row| {
        let mut cells = row.cells();
        let mut used = used.iter();
        cells.retain(|_| used.next() == Some(&true));
        show(&cells);
    };
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
        Table::Parts => parts::each(ctx, show),
        Table::Targets => targets::each(ctx, show),
        Table::Values => values::each(ctx, show),
        Table::Handovers => handovers::each(ctx, show),
        Table::Sections => sections::each(ctx, show),
        Table::Directives => directives::each(ctx, show),
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

/// A time of day, as hours and minutes.
fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
