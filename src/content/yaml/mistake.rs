//! A mistake in YAML syntax, with its fix if there is only one possible.

use std::ops::Range;

use super::signs;
use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::source::FileId;

/// A probable mistake of the author. Ranges count from the start of the text in which it was found.
pub(super) struct Mistake {
    pub(super) rule: &'static Rule,
    pub(super) range: Range<usize>,
    /// The text that the message quotes.
    pub(super) what: String,
    /// The bytes to replace and their replacement, if there is only one possible fix.
    pub(super) fix: Option<(Range<usize>, String)>,
}

impl Mistake {
    /// Creates a mistake that quotes the text in its range.
    pub(super) fn of(rule: &'static Rule, text: &str, range: Range<usize>) -> Self {
        Mistake { rule, what: shorten(&text[range.clone()]), range, fix: None }
    }

    /// Adds the fix, if there is only one possible and none was set yet. `text` is the text in
    /// which the mistake was found.
    pub(super) fn with_fix(mut self, text: &str) -> Self {
        if self.fix.is_none() {
            self.fix = fix_for(self.rule.code, text, &self.range);
        }
        self
    }

    /// Returns the diagnostic for a text that begins at byte `offset` of the file.
    pub(super) fn diagnostic(self, file: FileId, offset: usize) -> Diagnostic {
        let shift = |range: Range<usize>| range.start + offset..range.end + offset;
        let place = Place::bytes(file, shift(self.range));
        let diagnostic = Diagnostic::of(self.rule, place).arg("what", self.what);
        match self.fix {
            Some((range, text)) => {
                let suggestion =
                    Some(text.clone()).filter(|text| text.contains(char::is_alphanumeric));
                diagnostic.suggest(suggestion).fixed_by(shift(range), text)
            }
            None => diagnostic,
        }
    }
}

/// Returns the fix for a mistake with this code at `range`, or `None` if only the author can
/// decide.
fn fix_for(code: &str, yaml: &str, range: &Range<usize>) -> Option<(Range<usize>, String)> {
    let edit = |range: Range<usize>, text: &str| Some((range, text.to_owned()));
    let found = yaml.get(range.clone())?;
    match code {
        // A run of such spaces becomes one space after a colon or dash, and one space each in
        // indentation.
        "yaml-nbsp" => {
            let rest = &yaml[range.start..];
            let run: String = rest.chars().take_while(|c| signs::is_odd_space(*c)).collect();
            let count = run.chars().count();
            edit(range.start..range.start + run.len(), &" ".repeat(count))
        }
        "yaml-space" => {
            let colon = range.start + found.find(':')?;
            edit(colon..colon + 1, ": ")
        }
        "yaml-dash" => {
            let dash = range.start + found.find('-')?;
            edit(dash..dash + 1, "- ")
        }
        "yaml-colon-in-text" | "yaml-needs-quotes" | "yaml-indent" | "yaml-bracket"
        | "yaml-quote" => {
            let value = found.trim();
            let start = range.start + found.find(value)?;
            let text = signs::straightened(value)?;
            let is_blank = text.trim_matches('"').trim().is_empty();
            if is_blank { None } else { edit(start..start + value.len(), &text) }
        }
        _ => None,
    }
}

/// Writes a character together with its code point, because its look is ambiguous.
pub(super) fn named(character: &str) -> String {
    let number = character.chars().next().map_or(0, u32::from);
    format!("{character} (U+{number:04X})")
}

/// Returns the beginning of a text, as messages quote it.
pub(super) fn shorten(text: &str) -> String {
    text.trim().chars().take(60).collect()
}
