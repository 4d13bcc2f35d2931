//! A mistake in how YAML is written, and the one right answer where there is one.

use std::ops::Range;

use super::signs;
use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::source::FileId;

/// What an author most likely did wrong. Ranges count from the start of the text it was found in.
pub(super) struct Slip {
    pub(super) rule: &'static Rule,
    pub(super) range: Range<usize>,
    /// What the message quotes.
    pub(super) what: String,
    /// The bytes to replace and what to put there, if there is one right answer.
    pub(super) fix: Option<(Range<usize>, String)>,
}

impl Slip {
    /// A slip that quotes the text in its range.
    pub(super) fn of(rule: &'static Rule, text: &str, range: Range<usize>) -> Self {
        Slip { rule, what: shorten(&text[range.clone()]), range, fix: None }
    }

    /// Adds the one right answer, if there is one and the slip has none yet. `text` is the text it
    /// was found in.
    pub(super) fn mended(mut self, text: &str) -> Self {
        if self.fix.is_none() {
            self.fix = mend(self.rule.code, text, &self.range);
        }
        self
    }

    /// The diagnostic about it, in a text that begins at byte `offset` of the file.
    pub(super) fn diagnostic(self, file: FileId, offset: usize) -> Diagnostic {
        let shift = |range: Range<usize>| range.start + offset..range.end + offset;
        let place = Place::bytes(file, shift(self.range));
        let fault = Diagnostic::of(self.rule, place).arg("what", self.what);
        match self.fix {
            Some((range, text)) => {
                let suggestion =
                    Some(text.clone()).filter(|text| text.contains(char::is_alphanumeric));
                fault.suggest(suggestion).fixed_by(shift(range), text)
            }
            None => fault,
        }
    }
}

/// What to type for the fault of this code at `range`; `None` where only its author can tell.
fn mend(code: &str, yaml: &str, range: &Range<usize>) -> Option<(Range<usize>, String)> {
    let edit = |range: Range<usize>, text: &str| Some((range, text.to_owned()));
    let found = yaml.get(range.clone())?;
    match code {
        // The run of such spaces becomes one space where a colon or a dash needs it, and as many
        // spaces where they indent the line.
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

/// A character with its number, since its looks do not tell.
pub(super) fn named(character: &str) -> String {
    let number = character.chars().next().map_or(0, u32::from);
    format!("{character} (U+{number:04X})")
}

/// The beginning of a text, as messages quote it.
pub(super) fn shorten(text: &str) -> String {
    text.trim().chars().take(60).collect()
}
