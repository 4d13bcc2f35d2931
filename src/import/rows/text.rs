//! Prepares texts of cells for comparisons and for diagnostics.

use crate::spreadsheet::within;

/// Returns a text in one line, cut to the length of a cell, as entries are compared.
pub(super) fn one_line(text: &str) -> String {
    within(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Shortens a text for a diagnostic.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
