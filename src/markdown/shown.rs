//! Decides which characters may reach a page and escapes the rest.

use std::borrow::Cow;

use memchr::{memchr, memchr3};

use crate::vietnamese::{every_byte, is_common};

/// Returns whether a text has a character that means something in HTML.
fn has_signs(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr3(b'&', b'<', b'>', bytes).or_else(|| memchr(b'"', bytes)).is_some()
}

/// Escapes a text for an element or a quoted attribute and removes characters that may not be
/// shown.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if (is_shown(text) && !has_signs(text))
        || !text.contains(|c| matches!(c, '&' | '<' | '>' | '"') || !may_be_shown(c))
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars().filter(|&c| may_be_shown(c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Returns whether a character may reach a page.
///
/// Entities can smuggle in what is refused in a source: control characters and characters that
/// change the direction of text. HTML itself forbids noncharacters.
pub(super) fn may_be_shown(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_noncharacter = c as u32 & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c);
    (!c.is_control() || matches!(c, '\n' | '\t')) && !turns && !is_noncharacter
}

/// Returns whether a text consists of common characters only: ASCII, Vietnamese letters, dashes and
/// quotation marks.
///
/// The bytes alone decide, which is fast. All of these characters may be shown, and the only blanks
/// among them are those of ASCII.
pub(super) fn is_shown(text: &str) -> bool {
    every_byte(text.as_bytes(), |_, byte, next, third| {
        let ascii = matches!(byte, b' '..=b'~' | b'\n' | b'\t');
        ascii | is_common(byte, next, third)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_test_by_bytes_agrees_with_the_test_by_characters() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            if is_shown(&c.to_string()) {
                assert!(may_be_shown(c), "{c:?}");
                assert_eq!(c.is_whitespace(), c.is_ascii_whitespace(), "{c:?}");
            }
        }
        assert!(is_shown("Đã họp “các sở”…\n\tQuân 12/7") && is_shown(""));
        // The position of the character must not matter.
        for length in (0..6).chain(250..262).chain(508..516) {
            for sign in ['\u{200e}', '\u{202a}', '\u{85}', '\u{2003}', '\u{1680}', '\r', '\u{7f}'] {
                for behind in ["", "ệ", "abc"] {
                    let text = format!("{}{sign}{behind}", "a".repeat(length));
                    assert!(!is_shown(&text) && is_shown(&text.replace(sign, "–")), "{text:?}");
                }
            }
        }
    }
}
