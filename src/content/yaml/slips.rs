//! The one right answer to a slip of the pen, where there is one.

use std::ops::Range;

use super::yaml_smart_quote;
use crate::diagnostic::Edit;

/// What to type for the fault of this code at `range`; `None` where only its author can tell.
pub(super) fn mend(code: &str, yaml: &str, range: &Range<usize>) -> Option<Edit> {
    let edit = |range: Range<usize>, text: &str| Some(Edit { range, text: text.to_owned() });
    let found = yaml.get(range.clone())?;
    match code {
        // The run of such spaces becomes one space where a colon or a dash needs it, and as many
        // spaces where they indent the line.
        "yaml-nbsp" => {
            let rest = &yaml[range.start..];
            let run: String = rest.chars().take_while(|c| is_odd_space(*c)).collect();
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
            let text = yaml_smart_quote::straightened(value)?;
            let is_blank = text.trim_matches('"').trim().is_empty();
            if is_blank { None } else { edit(start..start + value.len(), &text) }
        }
        _ => None,
    }
}

/// A space that is no space to YAML.
fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r')
}
