//! Reduces texts to the forms in which they are compared: normal form, folded text, words, slugs.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::letters::TONES;
use super::plain::is_composed;

/// Maximum length of a slug in characters. Ids have the same limit.
const SLUG_LIMIT: usize = 60;

/// The tone letters of [`Word::exact`] in the order of [`TONES`], as typed on a keyboard.
const TONE_LETTERS: [char; 5] = ['F', 'R', 'X', 'S', 'J'];

/// Returns a text in Unicode normal form C, borrowed if it already has that form.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_composed(text) {
        return Cow::Borrowed(text);
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => {
            let normal: String = text.nfc().collect();
            if normal == text { Cow::Borrowed(text) } else { Cow::Owned(normal) }
        }
    }
}

/// Folds a text for comparisons that ignore accents and case: lower case, without marks, `d` for
/// `đ`.
///
/// The input may have any normal form. Other scripts stay unchanged.
///
/// ```
/// use tiendo::vietnamese::fold;
/// assert_eq!(fold("Tiêm vắc-xin ở Đồng Hỷ"), "tiem vac-xin o dong hy");
/// ```
pub fn fold(text: &str) -> String {
    // Marks are removed last, because the lower case of `İ` is `i` and a mark.
    text.nfd()
        .map(plain_d)
        .flat_map(char::to_lowercase)
        .filter(|&c| !is_combining_mark(c))
        .collect()
}

/// Removes the apostrophes inside words, in whatever form they are typed: "H'Mông", "H’Mông" and
/// "Hmông" are one name. Borrowed if there are none.
///
/// ```
/// use tiendo::vietnamese::without_apostrophes;
/// assert_eq!(without_apostrophes("người H’Mông ở Đắk R'Lấp"), "người HMông ở Đắk RLấp");
/// assert_eq!(without_apostrophes("'Đề án' 21°34'"), "'Đề án' 21°34'");
/// ```
pub fn without_apostrophes(text: &str) -> Cow<'_, str> {
    if !text.contains(is_apostrophe) {
        return Cow::Borrowed(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let is_letter = |c: Option<&char>| {
        c.is_some_and(|&c| c.is_alphabetic() && !is_apostrophe(c) || is_combining_mark(c))
    };
    let inside = |at: usize| {
        is_apostrophe(chars[at])
            && is_letter(at.checked_sub(1).and_then(|before| chars.get(before)))
            && is_letter(chars.get(at + 1))
    };
    (0..chars.len()).filter(|at| !inside(*at)).map(|at| chars[at]).collect::<String>().into()
}

/// Whether a character is typed as an apostrophe. Some of them count as letters in Unicode.
fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | '＇' | 'ꞌ' | '\u{2b9}'..='\u{2bd}' | '\u{2c8}'
    )
}

/// A word in the two forms that a search compares.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    /// The word without marks, like the result of [`fold`].
    pub folded: String,
    /// The word with its marks and the tone as a capital at the end (F huyền, R hỏi, X ngã, S sắc,
    /// J nặng), so that "hoà" and "hòa" are equal.
    pub exact: String,
}

/// Splits a text into words: runs of letters and digits, which may contain dots ("1.3", "II.3.đ").
///
/// An apostrophe parts two words, as a space does.
///
/// Compatibility forms such as full-width letters and "m²" are replaced by their plain forms.
///
/// ```
/// use tiendo::vietnamese::words;
/// let found: Vec<(String, String)> =
///     words("Thuỷ-lợi 1.3.").into_iter().map(|w| (w.folded, w.exact)).collect();
/// let expected = [("thuy", "thuyR"), ("loi", "lơiJ"), ("1.3", "1.3")];
/// assert_eq!(found, expected.map(|(folded, exact)| (folded.to_owned(), exact.to_owned())));
/// ```
pub fn words(text: &str) -> Vec<Word> {
    let letter = |c: char| c.is_alphanumeric() && !is_combining_mark(c) && !is_apostrophe(c);
    let chars: Vec<char> = text.nfkd().flat_map(char::to_lowercase).collect();
    let mut words = Vec::new();
    let mut word: Vec<char> = Vec::new();
    for (at, &c) in chars.iter().enumerate() {
        let inside = !word.is_empty();
        let dot = c == '.' && word.last() != Some(&'.');
        if letter(c)
            || inside && is_combining_mark(c)
            || inside && dot && chars.get(at + 1).is_some_and(|&next| letter(next))
        {
            word.push(c);
        } else if inside {
            words.push(Word::of(&word));
            word.clear();
        }
    }
    if !word.is_empty() {
        words.push(Word::of(&word));
    }
    words
}

impl Word {
    /// Makes a word of lower-case, decomposed characters.
    fn of(chars: &[char]) -> Self {
        let plain = chars.iter().filter(|c| !is_combining_mark(**c));
        let tone = chars.iter().filter_map(|c| TONES.iter().position(|tone| tone == c)).next_back();
        let letters = chars.iter().copied().filter(|c| !TONES.contains(c));
        let mut exact: String = letters.nfc().collect();
        exact.extend(tone.map(|place| TONE_LETTERS[place]));
        Word { folded: plain.map(|&c| plain_d(c)).collect(), exact }
    }
}

/// Makes a name for a file or an anchor: `[a-z0-9]+(-[a-z0-9]+)*`, at most 60 characters.
///
/// A slug is cut between words if possible. It is never empty and never a Windows device name.
///
/// ```
/// use tiendo::vietnamese::slug;
/// assert_eq!(slug("Tiến độ: tuần 30/2021"), "tien-do-tuan-30-2021");
/// assert_eq!(slug("…"), "muc");
/// ```
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    // Compatibility forms are replaced first, so that "m²" and full-width letters are kept.
    let folded = || fold(&text.nfkd().collect::<String>());
    let folded = text.chars().map(folded_letter).collect::<Option<String>>().unwrap_or_else(folded);
    for c in folded.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() > SLUG_LIMIT {
            break;
        }
    }
    if slug.len() > SLUG_LIMIT {
        // The character past the limit shows whether the last word is complete.
        let whole = if slug.as_bytes()[SLUG_LIMIT] == b'-' { SLUG_LIMIT } else { 0 };
        let cut = whole.max(slug.rfind('-').unwrap_or(0));
        slug.truncate(if cut == 0 { SLUG_LIMIT } else { cut });
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() {
        return "muc".to_owned();
    }
    // "Con" is a word, and Windows cannot write `con.html`.
    if is_device_name(&slug) {
        slug.insert_str(0, "muc-");
    }
    slug
}

/// Returns an id that is not taken: `base`, or `base-2` and so on.
pub fn first_free(base: String, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&base) {
        return base;
    }
    (2u32..).map(|n| format!("{base}-{n}")).find(|id| !taken(id)).unwrap_or(base)
}

/// Replaces `đ`, which has no decomposition, and letters that look like it.
fn plain_d(c: char) -> char {
    match c {
        'đ' | 'Đ' | 'ð' | 'Ð' | 'ɖ' | 'Ɖ' => 'd',
        other => other,
    }
}

/// Folds a single character if it is ASCII or a Vietnamese letter.
fn folded_letter(c: char) -> Option<char> {
    Some(match c {
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        'à'..='ã' | 'À'..='Ã' | 'ă' | 'Ă' | '\u{1ea0}'..='\u{1eb7}' => 'a',
        'đ' | 'Đ' => 'd',
        'è'..='ê' | 'È'..='Ê' | '\u{1eb8}'..='\u{1ec7}' => 'e',
        'ì' | 'í' | 'Ì' | 'Í' | 'ĩ' | 'Ĩ' | '\u{1ec8}'..='\u{1ecb}' => 'i',
        'ò'..='õ' | 'Ò'..='Õ' | 'ơ' | 'Ơ' | '\u{1ecc}'..='\u{1ee3}' => 'o',
        'ù' | 'ú' | 'Ù' | 'Ú' | 'ũ' | 'Ũ' | 'ư' | 'Ư' | '\u{1ee4}'..='\u{1ef1}' => 'u',
        'ý' | 'Ý' | '\u{1ef2}'..='\u{1ef9}' => 'y',
        _ => return None,
    })
}

fn is_device_name(slug: &str) -> bool {
    matches!(slug, "con" | "prn" | "aux" | "nul")
        || slug
            .strip_prefix("com")
            .or_else(|| slug.strip_prefix("lpt"))
            .is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::syllable_letters;
    use super::*;

    #[test]
    fn a_taken_id_gets_the_next_number() {
        for (taken, expected) in [
            (&[][..], "so-y-te"),
            (&["so-y-te"], "so-y-te-2"),
            (&["so-y-te", "so-y-te-2"], "so-y-te-3"),
        ] {
            assert_eq!(first_free("so-y-te".to_owned(), |id| taken.contains(&id)), expected);
        }
    }

    #[test]
    fn folding_forgets_case_accents_and_normal_form() {
        assert_eq!(fold("ĐẨY NHANH ỔN ĐỊNH — Ẫ Ỡ Ữ Ặ Ệ"), "day nhanh on dinh — a o u a e");
        assert_eq!(fold("hoà hòa thuỷ thủy Uỷ Ủy"), "hoa hoa thuy thuy uy uy");
        let composed = "Tiến độ giải ngân ở Định Hóa";
        assert_eq!(fold(&composed.nfd().collect::<String>()), fold(composed));
        // The Windows keyboard types a letter and a combining tone.
        assert_eq!(fold("tiê\u{301}n đô\u{323}"), "tien do");
        assert_eq!(fold("Ðồng (Eth) İ"), "dong (eth) i");
        assert_eq!(fold(""), "");
        for letter in syllable_letters() {
            assert!(fold(&letter).bytes().all(|b| b.is_ascii_lowercase()), "{letter}");
        }
    }

    #[test]
    fn slugs_are_safe_names() {
        assert_eq!(slug("Sở Giáo dục & Đào tạo"), "so-giao-duc-dao-tao");
        assert_eq!(slug("  --3413/UBND-TH--  "), "3413-ubnd-th");
        assert_eq!(slug(""), "muc");
        assert_eq!(slug("日本"), "muc");
        assert_eq!(slug("Diện tích 5 m²"), "dien-tich-5-m2");
        assert_eq!(slug("Con"), "muc-con");
        assert_eq!(slug("COM1"), "muc-com1");
        assert_eq!(slug("com10"), "com10");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
    }

    #[test]
    fn slugs_are_cut_between_words() {
        let words = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba";
        assert_eq!(slug(words), "mot-hai-ba-bon-nam-sau-bay-tam-chin-muoi-muoi-mot-muoi-hai");
        assert_eq!(slug(&"x".repeat(200)), "x".repeat(SLUG_LIMIT));
        let exact = format!("{}-{}", "x".repeat(29), "y".repeat(30));
        assert_eq!(slug(&exact), exact);
        assert_eq!(slug(&format!("{exact} z")), exact);
        assert_eq!(slug(&format!("{exact}z")), "x".repeat(29));
    }

    #[test]
    fn normal_text_is_borrowed() {
        assert!(matches!(nfc("Thái Nguyên"), Cow::Borrowed(_)));
        let decomposed: String = "Thái Nguyên".nfd().collect();
        assert_eq!(nfc(&decomposed), "Thái Nguyên");
    }

    #[test]
    fn folded_letters_agree_with_fold() {
        let letters = (0..0x3000).filter_map(char::from_u32);
        let known: Vec<(char, char)> =
            letters.filter_map(|c| Some((c, folded_letter(c)?))).collect();
        for (c, letter) in &known {
            assert_eq!(
                fold(&c.to_string().nfkd().collect::<String>()),
                letter.to_string(),
                "{c:?}"
            );
        }
        assert_eq!(known.iter().filter(|(c, _)| !c.is_ascii()).count(), 2 * 67);
    }

    proptest! {
        #[test]
        fn slugs_have_their_shape(text in any::<String>()) {
            let slug = slug(&text);
            prop_assert!(!slug.is_empty() && slug.len() <= SLUG_LIMIT);
            let plain = |part: &str| part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
            prop_assert!(slug.split('-').all(|part| !part.is_empty() && plain(part)));
        }

        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert_eq!(fold(&text.nfd().collect::<String>()), once);
        }
    }
}
