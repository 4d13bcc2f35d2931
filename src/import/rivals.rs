//! Reports columns that could have been read for the same field.

use super::cell::cell_text;
use super::diagnostic::CellDiagnostic;
use super::header::{Column, Field, Header};
use super::mapping::Mapping;
use crate::spreadsheet::{Sheet, column_name};

/// Reports the columns that are not read because another one is, and those whose meaning only the
/// title above them gives. Columns without content do not matter, nor do those that a mapping names.
///
/// Two columns with equal titles are an error: which of them is meant is not for a program to say.
pub(super) fn rivals(sheet: &Sheet, header: &Header, mapping: &Mapping) -> Vec<CellDiagnostic> {
    let filled = |column: &Column| {
        let below = sheet.cells.range((header.rows.1 + 1, 0)..);
        let mut texts = below.filter(|((_, at), _)| *at == column.column);
        texts.any(|(_, cell)| !cell_text(cell).text.is_empty())
    };
    let name = |column: &Column| format!("{} “{}”", column_name(column.column), column.title);
    let mut found = Vec::new();
    for column in &header.columns {
        let Some(claim) = column.claim.filter(|claim| claim.field.is_progress()) else { continue };
        let letter = column_name(column.column);
        let at = format!("{}!{letter}{}", sheet.name, header.rows.1 + 1);
        let field = claim.field.name();
        if column.hidden || mapping.settles(column, claim.field) || !filled(column) {
            continue;
        }
        if column.field == claim.field {
            if claim.guessed {
                found.push(
                    CellDiagnostic::warning("import-column-guessed", at)
                        .arg("column", name(column))
                        .arg("letter", letter)
                        .arg("field", &field)
                        .arg("key", field),
                );
            }
            continue;
        }
        let is_read = |other: &&Column| other.field == claim.field;
        if column.field != Field::Ignored {
            continue;
        }
        let Some(other) = header.columns.iter().find(is_read) else { continue };
        let is_equal = other.claim.is_some_and(|other| other.rank == claim.rank) && filled(other);
        let diagnostic = match is_equal {
            true => CellDiagnostic::error("import-columns-equal", at),
            false => CellDiagnostic::warning("import-column-rival", at),
        };
        found.push(
            diagnostic
                .arg("column", name(column))
                .arg("other", name(other))
                .arg("letter", letter)
                .arg("other_letter", column_name(other.column))
                .arg("field", &field)
                .arg("key", field),
        );
    }
    found
}
