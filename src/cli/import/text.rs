//! Texts of a workbook and sentences about it, made safe for a terminal.

use crate::import::CellDiagnostic;
use crate::locale::{Arg, Locale};

/// Maximum number of characters of a title.
pub(super) const TITLE: usize = 70;
/// Maximum number of characters of any other text.
pub(super) const TEXT: usize = 160;

/// The sentence about a diagnostic, or one of its attributes such as `.mend`.
pub(super) fn sentence(diagnostic: &CellDiagnostic, attribute: &str, locale: &Locale) -> String {
    let args: Vec<(&str, Arg<'_>)> = diagnostic
        .args
        .iter()
        .map(|(name, value)| (*name, shown_text(value, TEXT).into()))
        .collect();
    locale.format(&format!("{}{attribute}", diagnostic.code), &args)
}

/// The text without control characters, which could steer the terminal, and cut at a length.
pub(super) fn shown_text(text: &str, most: usize) -> String {
    let mut shown: String = text
        .chars()
        .map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c })
        .take(most)
        .collect();
    if text.chars().nth(most).is_some() {
        shown.push('…');
    }
    shown
}
