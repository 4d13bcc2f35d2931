//! Applies edits to a text and finds its YAML.

use std::ops::Range;

use crate::content::files::FileKind;
use crate::content::notes;
use crate::diagnostic::Edit;

/// Returns the range of the YAML in a text: all of it, or the front matter of a note.
pub fn yaml_part(kind: FileKind, text: &str) -> Option<Range<usize>> {
    match kind {
        FileKind::Note => notes::split(text).ok().map(|parts| parts.front),
        _ => Some(0..text.len()),
    }
}

/// Applies edits to a text. Of two that overlap, only the first is applied.
pub fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut fixed = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let Some(kept) = text.get(at..edit.range.start) else { continue };
        if text.get(edit.range.clone()).is_none() {
            continue;
        }
        fixed.push_str(kept);
        fixed.push_str(&edit.text);
        at = edit.range.end;
    }
    fixed.push_str(text.get(at..).unwrap_or_default());
    fixed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_applied_in_order_and_never_overlap() {
        let edit = |range, text: &str| Edit { range, text: text.to_owned() };
        let edits = vec![edit(4..5, "E"), edit(0..1, "A"), edit(0..3, "x"), edit(90..91, "y")];
        assert_eq!(apply("abcde", edits), "AbcdE");
    }
}
