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
        .map(|(name, value)| {
            let value = match *name {
                "field" => field_words(value, locale),
                _ => shown_text(value, TEXT),
            };
            (*name, value.into())
        })
        .collect();
    locale.format(&format!("{}{attribute}", diagnostic.code), &args)
}

/// What a column with a field holds, in words.
pub(super) fn field_words(field: &str, locale: &Locale) -> String {
    match field.strip_prefix("tick_") {
        Some(state) => {
            let state = locale.text(&format!("state-{}", state.replace('_', "-")));
            locale.format("import-field-tick", &[("state", state.into())])
        }
        None => locale.text(&format!("import-field-{}", field.replace('_', "-"))),
    }
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

/// The lines of a text, each as it is shown, the second and later ones indented.
pub(super) fn shown_lines(text: &str, indent: &str, most: usize) -> String {
    let lines: Vec<String> = text.lines().map(|line| shown_text(line, most)).collect();
    lines.join(&format!("\n{indent}"))
}
