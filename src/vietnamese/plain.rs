//! Recognises ordinary text by its bytes alone, so that only other text is examined letter by
//! letter.

/// Number of bytes that are judged between two checks for a failure.
const PIECE: usize = 256;

/// Returns whether every byte of a text passes a test.
///
/// The test also gets the byte before and the two bytes after; beyond the ends of the text it gets
/// blanks. A test without branches is compiled to code that handles many bytes at once.
pub fn every_byte(text: &[u8], judge: impl Fn(u8, u8, u8, u8) -> bool) -> bool {
    let at = |at: Option<usize>| at.and_then(|at| text.get(at)).copied().unwrap_or(b' ');
    let alone = |n: usize| judge(at(n.checked_sub(1)), text[n], at(Some(n + 1)), at(Some(n + 2)));
    // The neighbours of the first byte and of the last two lie beyond the ends.
    let Some(inner) = text.len().checked_sub(3).filter(|inner| *inner > 0) else {
        return (0..text.len()).all(alone);
    };
    let piece = |from: usize| {
        let length = PIECE.min(inner - from);
        let [before, bytes, next, third] = [0, 1, 2, 3].map(|n| &text[from + n..][..length]);
        let each = before.iter().zip(bytes).zip(next.iter().zip(third));
        each.fold(true, |fine, ((a, b), (c, d))| fine & judge(*a, *b, *c, *d))
    };
    [0, inner + 1, inner + 2].into_iter().all(alone) && (0..inner).step_by(PIECE).all(piece)
}

/// Returns whether a byte of UTF-8 beyond ASCII, given the two bytes after it, belongs to a
/// character that is common in Vietnamese text.
///
/// These are the letters of Latin-1 and Latin Extended (`đ`, `ư`, `ơ`), the letters with two marks
/// (`ạ` to `ỹ`), dashes, quotation marks and the ellipsis. All of them are composed, and none is a
/// combining mark.
pub fn is_common(byte: u8, next: u8, third: u8) -> bool {
    let is_inside = matches!(byte, 0x80..=0xbf);
    let is_letter = matches!(byte, 0xc3..=0xc6) | ((byte == 0xe1) & (next & 0xfe == 0xba));
    is_inside | is_letter | ((byte == 0xe2) & (next == 0x80) & matches!(third, 0x90..=0xa6))
}

/// Returns whether a text consists of common characters and so has normal form C.
pub(super) fn is_composed(text: &str) -> bool {
    every_byte(text.as_bytes(), |_, byte, next, third| {
        byte.is_ascii() | is_common(byte, next, third)
    })
}

/// Returns whether a text certainly has nothing suspicious.
///
/// This is a coarse test: any text that [`super::suspicious()`] might report is not plain.
pub(super) fn is_plain(text: &str) -> bool {
    every_byte(text.as_bytes(), |before, byte, next, third| {
        let is_ascii = matches!(byte, b'\n' | b'\t' | b' '..=b'~');
        let is_line_end = (byte == b'\r') & (next == b'\n');
        let is_letter =
            is_common(byte, next, third) & ((byte != 0xc3) | is_plain_latin1(before, next, third));
        is_ascii | is_line_end | is_letter
    })
}

/// Returns whether a letter of Latin-1, given by its second byte, is Vietnamese and not the result
/// of an old font or a misreading, such as a capital after a small letter, "aù", or "Ã" before
/// another letter beyond ASCII.
fn is_plain_latin1(before: u8, letter: u8, next: u8) -> bool {
    let (small, is_capital) = (letter | 0x20, letter & 0x20 == 0);
    let is_vietnamese = matches!(small, 0xa0..=0xa3 | 0xa8..=0xaa | 0xac | 0xad)
        | matches!(small, 0xb2..=0xb5 | 0xb9 | 0xba | 0xbd);
    let last = before | 0x20;
    // 0xb4 is the second byte of ô; other characters that end in it are rare here.
    let is_pair = matches!(last, b'a' | b'e' | 0xb4)
        | ((last == b'o') & matches!(small, 0xa2 | 0xb5))
        | (matches!(last, b'u' | b'y') & matches!(small, 0xb5 | 0xb9));
    let is_lead = matches!(letter, 0x83..=0x8c | 0xa1 | 0xa2);
    let starts_in_a_word = is_capital & before.is_ascii_lowercase();
    is_vietnamese & !is_pair & !starts_in_a_word & (!is_lead | next.is_ascii())
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::is_combining_mark;
    use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

    use super::*;

    #[test]
    fn every_byte_is_judged_once_with_its_neighbours() {
        for length in (0..8).chain(PIECE - 4..PIECE + 8).chain([2 * PIECE + 3, 3 * PIECE]) {
            let text: Vec<u8> = (0..length).map(|n| (n % 251) as u8).collect();
            let seen = std::cell::RefCell::new(Vec::new());
            let fine = every_byte(&text, |a, b, c, d| {
                seen.borrow_mut().push([a, b, c, d]);
                true
            });
            let padded: Vec<u8> = [&b" "[..], &text, b"  "].concat();
            let mut expected: Vec<[u8; 4]> =
                padded.windows(4).map(|four| [four[0], four[1], four[2], four[3]]).collect();
            let mut seen = seen.into_inner();
            seen.sort_unstable();
            expected.sort_unstable();
            assert!(fine && seen == expected, "{length}");
            for at in 0..length {
                let one = |_, byte, next, _| (byte, next) != (text[at], text[(at + 1) % length]);
                assert!(!every_byte(&text, one) || at + 1 == length, "{at} of {length}");
            }
        }
    }

    #[test]
    fn common_characters_are_composed_and_not_marks() {
        for c in (0..0x3000).filter_map(char::from_u32) {
            if is_composed(&c.to_string()) {
                assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
                assert!(!is_combining_mark(c), "{c:?}");
                assert!(c.nfd().next().is_some_and(|first| !is_combining_mark(first)), "{c:?}");
            }
        }
    }

    #[test]
    fn plain_text_is_plain() {
        let text = "Rà soát, tổng hợp “báo cáo” số 12/BC-UBND; hoà giải, quân đội, xuân, tuần\r\n";
        assert!(is_plain(text) && is_composed(text));
        for text in ["Th¸i", "Thaùi", "tØnh", "ñ", "a\u{200b}", "Ä‘", "a\rb", "\u{7f}", "ôù", "Ã©"]
        {
            assert!(!is_plain(text), "{text:?}");
        }
    }
}
