//! Normalises the words of headers, cells and mappings for comparison.

use crate::vietnamese::fold;

/// Returns a text folded, with letters and digits only and single spaces between words.
pub(super) fn normalized(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
