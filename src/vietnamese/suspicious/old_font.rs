//! Finds words typed in a TCVN3 or VNI font, whose bytes were read as Latin letters.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::vietnamese::letters::lower;

/// How likely it is that a word was typed in an old font.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likelihood {
    /// It cannot be anything else.
    Certain,
    /// It is odd. Enough odd words in a line are certain together.
    Odd,
    No,
}

/// Number of odd words that make a line certain if it has no letter that exists only in Unicode.
const ODD_WORDS: usize = 3;

/// Returns the first word that was typed in an old font.
pub(super) fn first_word(text: &str) -> Option<Range<usize>> {
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let mut odd = 0;
        let mut accented = 0;
        let mut first_odd = None;
        for (at, word) in words_with_signs(line) {
            let range = line_start + at..line_start + at + word.len();
            if word.is_ascii() {
                continue;
            }
            accented += 1;
            match likelihood(word) {
                Likelihood::Certain => return Some(range),
                Likelihood::Odd => {
                    odd += 1;
                    first_odd.get_or_insert(range);
                }
                Likelihood::No => {}
            }
        }
        if odd >= ODD_WORDS && odd * 2 > accented && !line.chars().any(is_beyond_latin1_letter) {
            return first_odd;
        }
        line_start += line.len();
    }
    None
}

/// Splits a line into runs of letters and of signs that stand for letters in TCVN3.
fn words_with_signs(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| c.is_alphanumeric() || is_combining_mark(c) || is_sign(c);
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + line[from..].find(is_part)?;
        let end = line[start..].find(|c| !is_part(c)).map_or(line.len(), |len| start + len);
        from = end;
        Some((start, &line[start..end]))
    })
}

/// Returns whether a character is a sign of Latin-1 whose byte is a letter in TCVN3. The soft
/// hyphen is one of them: it stands for ư.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{bf}' | '×' | '÷') && c != '°' && c != '²' && c != '³'
}

fn is_beyond_latin1_letter(c: char) -> bool {
    c > '\u{ff}' && c.is_alphabetic()
}

fn likelihood(word: &str) -> Likelihood {
    let chars: Vec<char> = word.chars().collect();
    // A word with a real ạ, ế, đ or a combining mark was typed in Unicode.
    if chars.iter().any(|&c| c > '\u{ff}') {
        return Likelihood::No;
    }
    let tcvn3 = (0..chars.len()).map(|at| tcvn3_at(&chars, at));
    let vni = (0..chars.len()).map(|at| vni_at(&chars, at));
    tcvn3.chain(vni).fold(Likelihood::No, |found, next| match (found, next) {
        (Likelihood::Certain, _) | (_, Likelihood::Certain) => Likelihood::Certain,
        (Likelihood::Odd, _) | (_, Likelihood::Odd) => Likelihood::Odd,
        _ => Likelihood::No,
    })
}

fn is_letter(c: Option<&char>) -> bool {
    // The signs ª, º and µ are letters to Unicode.
    c.is_some_and(|c| c.is_alphabetic() && !is_sign(*c))
}

fn is_small(c: Option<&char>) -> bool {
    c.is_some_and(char::is_ascii_lowercase)
}

/// Judges a character as a byte of TCVN3: "®Çu t­", "viÖt nam", "nhµ", "§ång Hû".
fn tcvn3_at(chars: &[char], at: usize) -> Likelihood {
    let before = at.checked_sub(1).and_then(|at| chars.get(at));
    let after = chars.get(at + 1);
    match chars[at] {
        // Signs that never stand between two letters.
        'µ' | '¶' | '¸' | '¨' | '©' | 'ª' | '¬' | '®' | '¼' | '½' | '¾'
            if is_letter(before) && is_letter(after) =>
        {
            Likelihood::Certain
        }
        // đ and Đ begin a word.
        '®' | '§' if before.is_none() && is_letter(after) => Likelihood::Certain,
        // à and á end one: "nhµ", "x¸". Two signs in a row make a whole word: "®¸", "®µ".
        'µ' | '¸' if after.is_none() && is_letter(before) => Likelihood::Certain,
        'µ' | '¶' | '·' | '¸' | '¹' if before == Some(&'®') => Likelihood::Certain,
        // Quotation marks stand between words, points between names, signs in formulas.
        '«' | '»' | '·' | '¹' | '×' | '÷' | '¡' | '¢' | '£' | '¤' | '¥' | '¦' | '\u{ad}'
            if is_letter(before) && is_letter(after) =>
        {
            Likelihood::Odd
        }
        '·' | '¹' | '¶' | '¨' | 'ª' if after.is_none() && is_letter(before) => Likelihood::Odd,
        // Foreign capitals between small letters: "tØnh", "huyÖn", "nghÜa".
        'Æ' | 'Ç' | 'Ë' | 'Î' | 'Ï' | 'Ð' | 'Ñ' | 'Ö' | 'Ø' | 'Ü' | 'Þ'
            if is_small(before) && is_small(after) =>
        {
            Likelihood::Certain
        }
        // Capitals that Vietnamese has too: the space may just be missing, as in "theoÔng".
        c if c.is_uppercase() && !c.is_ascii() && is_small(before) => Likelihood::Odd,
        'ñ' if before.is_some() && after.is_none() => Likelihood::Odd,
        _ => Likelihood::No,
    }
}

/// Judges a character as a byte of VNI: "Thaùi Nguyeân", "ñöôïc", "Coäng hoøa".
fn vni_at(chars: &[char], at: usize) -> Likelihood {
    let small = |c: &char| lower(*c);
    let here = lower(chars[at]);
    let before = at.checked_sub(1).and_then(|at| chars.get(at)).map(small);
    let after = chars.get(at + 1).map(small);
    match (before, here) {
        // ơ and ư with a tone.
        (Some('ô' | 'ö'), 'ù' | 'ø' | 'û' | 'õ' | 'ï') => Likelihood::Certain,
        // Pairs of no language that writes in Latin letters.
        (Some('a'), 'ù' | 'û' | 'õ' | 'å' | 'ä')
        | (Some('e'), 'ù' | 'ä')
        | (Some('o'), 'õ' | 'ä')
        | (Some('u'), 'ù' | 'ø' | 'û')
        | (Some('y'), 'ù' | 'ø' | 'û' | 'õ') => Likelihood::Certain,
        // Not even Danish compounds have them inside a word.
        (Some('a' | 'o'), 'ø') if after.is_some() => Likelihood::Certain,
        // "ñaõ", "ñeán": Spanish words rarely begin with ñ, and never like this.
        (None, 'ñ')
            if matches!(after, Some('a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ô' | 'ö'))
                && chars[2..].iter().any(|c| !c.is_ascii()) =>
        {
            Likelihood::Certain
        }
        (None, 'ñ') => Likelihood::Odd,
        // Pairs that foreign names have too. Not listed: "oà", "oá", "oã", "uâ" are Vietnamese; "aï",
        // "oï", "oû", "aé", "aë" are French.
        (Some('a' | 'e' | 'o'), 'â' | 'å' | 'ø' | 'õ') | (Some('u'), 'õ') => Likelihood::Odd,
        (Some('a' | 'e'), 'á' | 'à' | 'ã') | (Some('a'), 'ê' | 'è') => Likelihood::Odd,
        _ => Likelihood::No,
    }
}
