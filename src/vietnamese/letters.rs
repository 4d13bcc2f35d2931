//! Facts about Vietnamese letters that matching, sorting and the detection of bad text share.

use unicode_normalization::char::canonical_combining_class;

/// The combining tone marks, in alphabetical order: huyền, hỏi, ngã, sắc, nặng.
///
/// A mark that makes another letter (breve, circumflex, horn) is not a tone.
pub(super) const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Converts a character to lower case if that gives a single character.
pub(super) fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// Capitalises the first letter of a text.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns whether a character attaches to the letter before it.
pub(super) fn is_mark(c: char) -> bool {
    canonical_combining_class(c) != 0
}

/// Returns whether a character is invisible without being a control character: bidirectional
/// marks, zero-width characters, soft hyphens, fillers, variation selectors, tags.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{ffa0}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_becomes_a_capital() {
        assert_eq!(capitalised("đề án"), "Đề án");
        assert_eq!(capitalised(""), "");
    }
}
