//! Sorts texts in the alphabetical order of the CLDR for Vietnamese.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose, is_combining_mark};

use super::letters::{TONES, is_invisible, is_mark, lower};

/// The lowest weight, that of a character without tone or capital.
const COMMON: u32 = 1;

/// The spaces, punctuation and symbols that reports contain, in the order of the CLDR root.
const BEFORE_DIGITS: &str = "\t\n\u{b}\u{c}\r\u{85}\u{2028}\u{2029} _-‐–—―,;:!¡?¿.…·'‘’‚‹›\"“”„«»()[]{}§¶@*/\\&#%‰†‡•`´˜^¯¨\
     °©®+±÷×<=>¬|¦~¤¢$£¥₫€";

/// The letters in their order. Letters of other languages take their English positions.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The key by which a text is sorted; see [`sort_key`].
///
/// Texts that differ only in characters that the CLDR ignores have equal keys.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Box<[u32]>);

/// Returns the sort key of a text in the alphabetical order of the CLDR for `vi`.
///
/// Letters first (a ă â b c d đ e ê … o ô ơ … u ư …), then tones (ngang, huyền, hỏi, ngã, sắc,
/// nặng), then case, small before capital. Spaces and punctuation count and come before digits,
/// digits before letters. Other scripts and foreign marks have a fixed order that is not the
/// CLDR's.
///
/// Source: CLDR `common/collation/vi.xml`; the tests compare with ICU.
pub fn sort_key(text: &str) -> SortKey {
    let chars: Vec<char> = text.nfd().collect();
    let mut primary = Vec::with_capacity(chars.len() * 3 + 2);
    let mut secondary = Vec::with_capacity(chars.len());
    let mut tertiary = Vec::with_capacity(chars.len());
    let mut rest = chars.as_slice();
    while !rest.is_empty() {
        // Only a text that begins with a mark has a cluster without a base.
        let bases = usize::from(!is_mark(rest[0]));
        let marks_end = rest[bases..].iter().position(|&c| !is_mark(c));
        let (cluster, next) = rest.split_at(marks_end.map_or(rest.len(), |len| bases + len));
        rest = next;
        let (base, marks) = cluster.split_at(bases);
        let letter_mark = base.first().and_then(|&base| {
            let at = marks.iter().position(|&mark| is_letter_mark(base, mark))?;
            // A mark is part of its letter unless a mark of the same class stands between.
            let class = canonical_combining_class(marks[at]);
            marks[..at].iter().all(|&m| canonical_combining_class(m) != class).then_some(at)
        });
        if let Some(&base) = base.first()
            && let Some(weight) = primary_weight(base, letter_mark.map(|at| marks[at]))
        {
            primary.push(weight);
            secondary.push(COMMON);
            tertiary.push(if base.is_uppercase() { COMMON + 1 } else { COMMON });
        }
        for (at, &mark) in marks.iter().enumerate() {
            if Some(at) != letter_mark {
                secondary.push(tone_weight(mark));
                tertiary.push(COMMON);
            }
        }
    }
    // Zero is below every weight, so a text comes before the texts that it begins.
    primary.push(0);
    primary.append(&mut secondary);
    primary.push(0);
    primary.append(&mut tertiary);
    SortKey(primary.into_boxed_slice())
}

/// Returns the letter under which a text is listed in an index: its first letter or digit as a
/// capital without tone ("ổn định" under Ô, "Đất" under Đ).
pub fn initial(text: &str) -> Option<char> {
    let mut chars = text.nfd().skip_while(|c| !c.is_alphanumeric());
    let first = chars.next()?;
    let letter = chars.take_while(|c| is_mark(*c)).find(|mark| is_letter_mark(first, *mark));
    let letter = letter.and_then(|mark| compose(first, mark)).unwrap_or(first);
    let mut capital = letter.to_uppercase();
    match (capital.next(), capital.next()) {
        // The long ſ shares its capital with s but is sorted elsewhere, so it is its own initial.
        (Some(one), None) if letter.is_uppercase() || one.to_lowercase().eq([letter]) => Some(one),
        _ => Some(letter),
    }
}

/// Returns whether a mark makes another letter of the base, as a circumflex makes â.
fn is_letter_mark(base: char, mark: char) -> bool {
    compose(lower(base), mark).is_some_and(|letter| ALPHABET.contains(letter))
}

/// Returns the weight of a character on the first level; `None` if the CLDR ignores it.
fn primary_weight(base: char, letter_mark: Option<char>) -> Option<u32> {
    const DIGITS: u32 = 0x100;
    const LETTERS: u32 = 0x200;
    const OTHERS: u32 = 0x1000;
    // No-break spaces and the non-breaking hyphen sort like their ordinary forms.
    let base = match base {
        '\u{a0}' | '\u{202f}' => ' ',
        '\u{2011}' => '‐',
        other => lower(other),
    };
    let letter = letter_mark.map_or(Some(base), |mark| compose(base, mark));
    if let Some(place) = ALPHABET.chars().position(|c| Some(c) == letter) {
        return Some(LETTERS + place as u32);
    }
    if let Some(digit) = base.to_digit(10) {
        return Some(DIGITS + digit);
    }
    if let Some(place) = BEFORE_DIGITS.chars().position(|c| c == base) {
        return Some(COMMON + place as u32);
    }
    if base.is_control() || is_invisible(base) || is_combining_mark(base) {
        return None;
    }
    Some(OTHERS + base as u32)
}

fn tone_weight(mark: char) -> u32 {
    match TONES.iter().position(|&tone| tone == mark) {
        Some(place) => COMMON + 1 + place as u32,
        None => 0x100 + mark as u32,
    }
}

#[cfg(test)]
mod tests {
    use icu_collator::options::CollatorOptions;
    use icu_collator::{Collator, CollatorBorrowed};
    use proptest::prelude::*;

    use super::super::samples::{WORDS, syllable_letters};
    use super::*;

    const NAMES: &[&str] = &[
        "Nguyễn Văn An",
        "Nguyễn Văn Ân",
        "Nguyễn Văn Anh",
        "Nguyễn Vân Anh",
        "Nguyễn Vãn",
        "Nguyên Văn",
        "Nguyển",
        "Trần Đức",
        "Trần Dức",
        "Trân",
        "Trấn Yên",
        "Trịnh Việt Hùng",
        "Trinh",
        "Trình",
        "Sở Y tế",
        "Sở Xây dựng",
        "Sở Công Thương",
        "Sở Công thương",
        "Sở Giáo dục và Đào tạo",
        "Sở Giao thông vận tải",
        "Sở Giao thông - Vận tải",
        "Sở Kế hoạch và Đầu tư",
        "Ủy ban nhân dân",
        "UBND tỉnh",
        "UBND huyện",
        "UBND huyện Phú Bình",
        "UBND huyện Phú Lương",
        "vắc-xin",
        "vắc xin",
        "vắcxin",
        "vacxin",
        "Covid-19",
        "COVID-19",
        "Covid 19",
        "3413/UBND-TH",
        "61/TB-UBND",
        "2673/UBND-TH",
        "(1) Kính gửi",
        "“chống dịch như chống giặc”",
        "6 tháng cuối năm",
        "10 tháng",
        "",
        " ",
        "-",
        "a-b",
        "a b",
        "ab",
        "a.b",
        "a,b",
        "á b",
        "áb",
        "ạ-b",
    ];

    fn icu() -> CollatorBorrowed<'static> {
        let vietnamese = icu_locale_core::locale!("vi");
        Collator::try_new(vietnamese.into(), CollatorOptions::default()).unwrap()
    }

    fn assert_like_icu(icu: &CollatorBorrowed<'_>, a: &str, b: &str) {
        assert_eq!(sort_key(a).cmp(&sort_key(b)), icu.compare(a, b), "{a:?} and {b:?}");
    }

    #[test]
    fn every_pair_of_words_and_letters_is_ordered_as_icu_does() {
        let icu = icu();
        let mut all = syllable_letters();
        all.extend(WORDS.split_whitespace().map(String::from));
        all.extend(NAMES.iter().map(ToString::to_string));
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        all.extend(words.windows(2).map(|pair| pair.join(" ")));
        assert!(all.len() > 500);
        for a in &all {
            for b in &all {
                assert_like_icu(&icu, a, b);
            }
        }
    }

    #[test]
    fn spaces_punctuation_and_symbols_are_ordered_as_icu_does() {
        let icu = icu();
        let mut signs: Vec<char> = BEFORE_DIGITS.chars().collect();
        signs.extend(['0', '9', 'a', '\u{a0}', '\u{2011}']);
        let mut sorted = signs.clone();
        sorted.sort_by(|a, b| icu.compare(&a.to_string(), &b.to_string()));
        for (a, b) in signs.iter().zip(signs.iter().skip(1)) {
            if *b == '\u{a0}' {
                break;
            }
            assert!(icu.compare(&a.to_string(), &b.to_string()).is_lt(), "{a:?} {b:?}: {sorted:?}");
        }
    }

    #[test]
    fn the_alphabet_is_the_vietnamese_one() {
        let mut letters: Vec<&str> = "ư u ơ ô o ê e đ d â ă a x b".split(' ').collect();
        letters.sort_by_key(|letter| sort_key(letter));
        assert_eq!(letters.join(""), "aăâbdđeêoôơuưx");
        let mut tones = vec!["mạ", "má", "mã", "mả", "mà", "ma", "Ma"];
        tones.sort_by_key(|word| sort_key(word));
        assert_eq!(tones, ["ma", "Ma", "mà", "mả", "mã", "má", "mạ"]);
        let mut places = vec!["Định Hóa", "Võ Nhai", "Đại Từ", "Đồng Hỷ", "Phú Lương", "Đà Nẵng"];
        places.sort_by_key(|place| sort_key(place));
        assert_eq!(places, ["Đà Nẵng", "Đại Từ", "Định Hóa", "Đồng Hỷ", "Phú Lương", "Võ Nhai"]);
    }

    #[test]
    fn normal_forms_have_equal_keys() {
        let decomposed: String = "Đại Từ".nfd().collect();
        assert_eq!(sort_key("Đại Từ"), sort_key(&decomposed));
    }

    proptest! {
        #[test]
        fn order_is_icus(a in "[a-zA-ZăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵÀỨỆ0-9 -]{0,6}",
                         b in "[a-zA-ZăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵÀỨỆ0-9 -]{0,6}") {
            assert_like_icu(&icu(), &a, &b);
        }

        // A mark before any letter is not Vietnamese text: no order is defined for it.
        #[test]
        fn order_is_icus_for_separate_marks(
            a in "([aAeouydD][aAeouydD\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31b}\u{323}]{0,4})?",
            b in "([aAeouydD][aAeouydD\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31b}\u{323}]{0,4})?",
        ) {
            assert_like_icu(&icu(), &a, &b);
        }
    }

    #[test]
    fn a_name_is_listed_under_its_letter() {
        for (text, expected) in [
            ("ổn định", Some('Ô')),
            ("“Đất”", Some('Đ')),
            ("script", Some('S')),
            ("\u{17f}cript", Some('\u{17f}')),
            ("1.3", Some('1')),
            ("…", None),
        ] {
            assert_eq!(initial(text), expected, "{text}");
        }
    }
}
