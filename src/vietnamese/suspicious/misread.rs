//! Finds words whose UTF-8 was read as Windows-1252 or Latin-1.

use std::ops::Range;

/// Returns the first word that is UTF-8 read as Windows-1252 or Latin-1.
pub(super) fn first_word(text: &str) -> Option<Range<usize>> {
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let mut doubtful = None;
        for (at, _) in line.match_indices(is_lead) {
            match misread_at(&line[at..]) {
                Misread::Certain => return Some(word_around(line, at, line_start)),
                // Two of them are no coincidence if no Vietnamese letter is intact.
                Misread::Doubtful if !line.chars().any(is_vietnamese_alone) => match doubtful {
                    Some(first) => return Some(word_around(line, first, line_start)),
                    None => doubtful = Some(at),
                },
                Misread::Doubtful | Misread::No => {}
            }
        }
        line_start += line.len();
    }
    None
}

/// Whether the characters at the start of a text are the misread bytes of one letter.
enum Misread {
    Certain,
    /// They may be, but their last character is one that often follows a word.
    Doubtful,
    No,
}

/// Returns whether a character is what the first byte of a Vietnamese letter is read as.
fn is_lead(c: char) -> bool {
    matches!(c, 'Ã'..='Ì' | 'á' | 'â')
}

fn misread_at(text: &str) -> Misread {
    let mut chars = text.chars();
    let Some(lead) = chars.next().filter(|c| is_lead(*c)).and_then(windows_1252) else {
        return Misread::No;
    };
    let length = if lead < 0xe0 { 2 } else { 3 };
    let mut bytes = vec![lead];
    let mut last = lead.into();
    for c in chars.take(length - 1) {
        match windows_1252(c) {
            Some(byte) => bytes.push(byte),
            None => return Misread::No,
        }
        last = c;
    }
    let letter = std::str::from_utf8(&bytes).ok().and_then(|letter| letter.chars().next());
    let known = letter.is_some_and(|c| {
        is_vietnamese_alone(c)
            || matches!(c, 'À'..='Ý' | 'à'..='ý' | '\u{300}'..='\u{323}' | '–'..='…')
    });
    // «nhà»… and “ĐÃ” end in such characters; â€œ has no other meaning.
    let mark =
        matches!(last, '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '«' | '»' | '¹' | '²' | '³')
            || last == '\u{a0}';
    match known {
        false => Misread::No,
        true if mark && bytes[0] != 0xe2 => Misread::Doubtful,
        true => Misread::Certain,
    }
}

/// Returns whether a letter is rarely used outside Vietnamese.
fn is_vietnamese_alone(c: char) -> bool {
    matches!(c, 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ')
}

/// Returns the byte that Windows-1252 reads as this character, or Latin-1 if Windows-1252 has none.
fn windows_1252(c: char) -> Option<u8> {
    const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match FROM_80.chars().position(|known| known == c) {
        Some(place) => Some(0x80 + place as u8),
        None => u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0x80),
    }
}

/// Returns the word around a position in a line, shortened if it is very long.
fn word_around(line: &str, at: usize, line_start: usize) -> Range<usize> {
    let is_end = |c: char| c.is_ascii_whitespace() || c.is_ascii_punctuation();
    let from = line[..at].rfind(is_end).map_or(0, |n| n + 1);
    let from = if at - from > 60 { at } else { from };
    let rest = line[at..].char_indices().take(40);
    let end = rest.take_while(|(_, c)| !is_end(*c)).map(|(n, c)| n + c.len_utf8()).last();
    line_start + from..line_start + at + end.unwrap_or(0)
}
