//! A table as comma-separated values, for spreadsheets.
//!
//! The file is UTF-8 with a byte order mark and CRLF line ends, and no cell can be taken for a
//! formula. Every row ends with the as-of date. This is the only file that knows the `csv` crate.

use ::csv::{ByteRecord, ReaderBuilder, Terminator, WriterBuilder};
use std::borrow::Cow;

use super::schema::{AS_OF, Cell, SEPARATOR};
use super::{File, Table, v1};
use crate::model::Uses;
use crate::site::context::PageContext;
use crate::site::portal::{Piece, path_below};

const MARK: &[u8] = "\u{feff}".as_bytes();

/// Renders a table as CSV.
pub(super) fn file(ctx: &PageContext<'_>, table: Table) -> File {
    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(MARK.to_vec());
    let mut rows = 0;
    let mut write = |cells: &mut dyn Iterator<Item = Cow<'_, str>>| {
        for cell in cells {
            writer.write_field(cell.as_bytes()).unwrap_or_else(|error| in_memory(&error));
        }
        writer.write_record(None::<&[u8]>).unwrap_or_else(|error| in_memory(&error));
    };
    let columns = v1::columns(table, ctx.index.uses);
    write(&mut columns.iter().chain([&AS_OF]).map(|column| Cow::Borrowed(column.name)));
    let as_of = [Cell::Day(ctx.as_of())];
    v1::each(ctx, table, &mut |cells| {
        rows += 1;
        write(&mut cells.iter().chain(&as_of).map(text));
    });
    let bytes = writer.into_inner().unwrap_or_else(|error| in_memory(error.error()));
    File { bytes, rows }
}

/// Joins the CSV files of several directives, with the directive as the last column. A table of
/// which some directives lack a column has an empty cell there.
pub(super) fn merged(table: Table, uses: Uses, pieces: &[Piece]) -> File {
    let columns = v1::columns(table, uses);
    let mut heads: Vec<&str> = columns.iter().map(|column| column.name).collect();
    heads.extend([AS_OF.name, DIRECTIVE]);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(MARK.to_vec());
    writer.write_record(&heads).unwrap_or_else(|error| in_memory(&error));
    let mut rows = 0;
    for piece in pieces {
        let bytes = piece.bytes.strip_prefix(MARK).unwrap_or(&piece.bytes);
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(bytes);
        let known = reader.headers().cloned().unwrap_or_default();
        let place = |name: &str| known.iter().position(|head| head == name);
        let places: Vec<Option<usize>> = heads.iter().map(|head| place(head)).collect();
        let below = path_below(&piece.directive, "").into_bytes();
        let mut record = ByteRecord::new();
        while reader.read_byte_record(&mut record).unwrap_or_default() {
            rows += 1;
            for (head, place) in heads.iter().zip(&places) {
                let cell = match place {
                    _ if *head == DIRECTIVE => piece.directive.as_bytes(),
                    Some(place) => record.get(*place).unwrap_or_default(),
                    None => &[],
                };
                // Addresses within the directive's site are below that of the portal.
                let is_below = *head == "url" && !cell.is_empty() && !is_whole_address(cell);
                let written = match is_below {
                    true => writer.write_field([below.as_slice(), cell].concat()),
                    false => writer.write_field(cell),
                };
                written.unwrap_or_else(|error| in_memory(&error));
            }
            writer.write_record(None::<&[u8]>).unwrap_or_else(|error| in_memory(&error));
        }
    }
    let bytes = writer.into_inner().unwrap_or_else(|error| in_memory(error.error()));
    File { bytes, rows }
}

fn is_whole_address(cell: &[u8]) -> bool {
    cell.windows(3).any(|part| part == b"://")
}

/// The last column of the merged tables.
const DIRECTIVE: &str = "directive";

fn in_memory(error: &dyn std::error::Error) -> ! {
    unreachable!("a list of bytes takes whatever is written: {error}")
}

fn text<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    match cell {
        Cell::Nothing => Cow::Borrowed(""),
        Cell::Text(text) => guarded(text),
        Cell::Number(n) => Cow::Owned(n.to_string()),
        Cell::Decimal(figure) => Cow::Owned(figure.to_string()),
        Cell::Day(day) => Cow::Owned(day.to_string()),
        Cell::List(values) => Cow::Owned(values.join(SEPARATOR)),
    }
}

/// Puts an apostrophe before a text that a spreadsheet would take for a formula.
///
/// These are texts that begin with `= + - @` (also in full width), a tab or a line break. A text
/// that begins with an apostrophe gets another one, so that removing one always restores the
/// original.
fn guarded(text: &str) -> Cow<'_, str> {
    const RISKY: [char; 12] = [
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\'',
    ];
    if text.starts_with(RISKY) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula_and_nothing_is_lost() {
        for text in
            ["=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'x", "''", "'"]
        {
            let cell = guarded(text);
            assert!(cell.starts_with('\''), "{text:?}");
            assert_eq!(cell.strip_prefix('\''), Some(text));
        }
        for text in ["", "a=1", "Sở A", "1.3"] {
            assert_eq!(guarded(text), text);
        }
    }
}
