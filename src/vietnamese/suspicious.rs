//! Finds text that cannot be what its author sees: invisible characters, text typed in a font
//! from before Unicode, and UTF-8 that was read in another encoding.

mod invisible;
mod misread;
mod old_font;

use std::ops::Range;

use super::plain::is_plain;

/// A part of a text that cannot be what its author sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    /// The bytes of the character or word.
    pub range: Range<usize>,
    /// What is wrong with it.
    pub kind: SuspicionKind,
}

/// The kind of a suspicion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuspicionKind {
    /// Bytes of TCVN3 (font ".VnTime") or VNI (font "VNI-Times") that were read as Latin letters:
    /// "Th¸i Nguyªn", "Thaùi Nguyeân".
    LegacyEncoding,
    /// UTF-8 that was read as Windows-1252: "Tiáº¿n Ä‘á»™".
    MisreadUtf8,
    /// A character that cannot be seen or that changes the direction of the text around it.
    Invisible(char),
}

/// Returns the first suspicious part of a text: an invisible character, a word in one of the two
/// encodings that Vietnamese offices used before Unicode, or misread UTF-8.
///
/// A byte order mark is accepted as the very first character, because the reader of the file
/// removes it. Text in a legacy encoding is reported only if a word cannot be anything else, or if
/// a line has several odd words and no letter that exists only in Unicode.
pub fn suspicious(text: &str) -> Option<Suspicion> {
    if is_plain(text) {
        return None;
    }
    // Nothing suspicious spans two lines, and nearly every line is plain.
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !is_plain(line)
            && let Some(Suspicion { range, kind }) = suspicious_line(line, start == 0)
        {
            return Some(Suspicion { range: range.start + start..range.end + start, kind });
        }
        start += line.len();
    }
    None
}

fn suspicious_line(line: &str, is_first_line: bool) -> Option<Suspicion> {
    let invisible = invisible::first_invisible(line, is_first_line);
    let before = invisible.map_or(line.len(), |(at, c)| at + c.len_utf8());
    let legacy = old_font::first_word(line).map(|range| (range, SuspicionKind::LegacyEncoding));
    let misread = misread::first_word(line).map(|range| (range, SuspicionKind::MisreadUtf8));
    // For the same word, misread UTF-8 explains more letters and wins.
    let first = misread.into_iter().chain(legacy).min_by_key(|(range, _)| range.start);
    match first.filter(|(range, _)| range.start < before) {
        Some((range, kind)) => Some(Suspicion { range, kind }),
        None => invisible.map(|(at, c)| Suspicion {
            range: at..at + c.len_utf8(),
            kind: SuspicionKind::Invisible(c),
        }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    use super::super::letters::is_invisible;
    use super::super::plain::is_composed;
    use super::super::samples::WORDS;
    use super::*;

    #[test]
    fn plain_characters_are_visible() {
        for c in (0..0x3000).filter_map(char::from_u32).filter(|c| is_plain(&c.to_string())) {
            assert!(matches!(c, '\n' | '\t') || !c.is_control() && !is_invisible(c), "{c:?}");
        }
    }

    #[test]
    fn good_text_is_not_suspicious() {
        for text in [
            "",
            "Tập trung cao nhất cho công tác phòng, chống dịch Covid-19 với tinh thần “chống dịch \
             như chống giặc”; bảo đảm hài hòa, hợp lý, hiệu quả.",
            "Hoà Bình, hoá đơn, toàn xã, khoẻ, loà xoà, quà, quý, tuần, xuân, thuở, quần áo",
            "hoà toàn hoá",
            "Toàn hoà, loá, khoá, xoã",
            "São Paulo, Brasil; Leões oceânicos; Ceará; Canaã dos Carajás",
            "El Niño, La Niña, España, señor, Coruña, Ñuble",
            "Saïgon, Hanoï, naïf, égoïste, août, goût, où, jeûne, Noël, Citroën, poème, théâtre",
            "Seán Ó hÉireann, Réunion, Côte d’Ivoire, l’été, réel, créée",
            "Straße, Übung, Köln, Häuser, Ärzte, Österreich, Ägypten",
            "Skåne, Malmö, Ærø, Tromsø, København, Læsø",
            "Ísland, Þórður, Eyjafjallajökull, Orðið",
            "5 µm, 5µm, 20 °C, 20°C, ≥ 3, ½ giờ, 1½ giờ, 10 m², 3 m³, ±5 %, 3×5, 4x×5y, 10÷2",
            "Windows®, Microsoft® Office, ©2021, © UBND tỉnh, «école», £5, §5, § 12, x·y",
            "chỉ đạo của UBND tỉnh¹ và ghi chú², số 1ª",
            "cập nhật·tin tức; Hà Nội·Huế; col·lecció",
            "nhận xét:Ý kiến; theoÔng; ThS.Đinh; iPhone; GRDP",
            "a@b.vn https://thainguyen.gov.vn/tin-tuc?id=1&x=%C3%A1",
            "👩‍⚕️ 👨‍👩‍👧 ❤️ 1️⃣ ✔️ ☎︎ 👩🏽‍🚒",
            "một\r\nhai\n\tba",
            "\u{feff}có BOM ở đầu",
            "d\u{301}ấu rời: tiê\u{301}n",
            "Привет 日本語 한국어 ไทย",
            "5\u{a0}%",
        ] {
            assert_eq!(suspicious(text), None, "{text:?}");
        }
    }

    #[test]
    fn tcvn3_is_found_at_its_word() {
        for (text, word) in [
            ("Th¸i Nguyªn", "Th¸i"),
            ("ñy ban nh©n d©n tØnh", "nh©n"),
            ("tØnh", "tØnh"),
            ("huyÖn §ång Hû", "huyÖn"),
            ("§ång Hû", "§ång"),
            ("®Çu t", "®Çu"),
            ("®Çu t\u{ad}", "®Çu"),
            ("C«ng v¨n sè 3413", "v¨n"),
            ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "hoµ"),
            ("dßng mét\nviÖc hai", "viÖc"),
            ("tiÕn ®é", "®é"),
            ("KÕ ho¹ch quý", "KÕ"),
        ] {
            let found = suspicious(text).map(|s| (&text[s.range], s.kind));
            if word == "KÕ" {
                // Two odd words are not enough.
                assert_eq!(found, None);
            } else {
                assert_eq!(found, Some((word, SuspicionKind::LegacyEncoding)), "{text}");
            }
        }
    }

    #[test]
    fn vni_is_found_at_its_word() {
        for (text, word) in [
            ("Thaùi Nguyeân", "Thaùi"),
            ("UÛy ban nhaân daân tænh", "UÛy"),
            ("ñöôïc", "ñöôïc"),
            ("ñeán nay", "ñeán"),
            ("tieán ñoä", "ñoä"),
            ("Coäng hoøa xaõ hoäi", "Coäng"),
            ("nhaân daân keâ", "nhaân"),
        ] {
            let found = suspicious(text).map(|s| (&text[s.range], s.kind));
            assert_eq!(found, Some((word, SuspicionKind::LegacyEncoding)), "{text}");
        }
    }

    #[test]
    fn misread_utf8_is_found_at_its_word() {
        let misread = |text: &str| -> String {
            let marks: Vec<char> =
                "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ".chars().collect();
            let read = |byte: u8| match byte {
                0x80..=0x9f => marks[usize::from(byte) - 0x80],
                _ => char::from(byte),
            };
            text.bytes().map(read).collect()
        };
        assert_eq!(misread("Tiến độ"), "Tiáº¿n Ä‘á»™");
        for word in WORDS.split_whitespace().filter(|word| !word.is_ascii()) {
            let text = format!("Quy II {} 2021", misread(word));
            let found = suspicious(&text).map(|s| s.kind);
            // A single đ, and à with its no-break space, may be coincidence.
            if found != Some(SuspicionKind::MisreadUtf8) {
                let doubtful = misread(word).contains([
                    '‘', '\u{a0}', '’', '“', '”', '–', '—', '…', '³', '²', '«', '»', '¹',
                ]);
                assert!(doubtful, "{text}");
            }
        }
        for text in ["Tiến độ năm 2021", "đã đến “hạn”", "Kế hoạch – phần 1", "Thời hạn"]
        {
            let text = misread(text);
            let found = suspicious(&text).map(|s| (s.range.start, s.kind));
            assert!(matches!(found, Some((_, SuspicionKind::MisreadUtf8))), "{text}: {found:?}");
        }
        for text in
            ["«Cá»… và “quá”", "«cá»…", "SÃO “PAULÃ”", "“ĐÃ”… «ĐÃ»", "Ä‘", "«má»\u{a0}: «là»"]
        {
            assert_eq!(suspicious(text), None, "{text}");
        }
    }

    #[test]
    fn invisible_characters_are_found() {
        for c in [
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{200f}',
            '\u{202a}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2069}',
            '\u{ad}',
            '\u{61c}',
            '\u{feff}',
            '\u{fe0f}',
            '\0',
            '\u{7}',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{2028}',
            '\r',
            '\u{b}',
            '\u{e0041}',
            '\u{3164}',
        ] {
            let text = format!("việc{c} x");
            let range = "việc".len().."việc".len() + c.len_utf8();
            let expected = Suspicion { range, kind: SuspicionKind::Invisible(c) };
            assert_eq!(suspicious(&text), Some(expected), "{c:?}");
        }
        // A joiner needs emoji on both sides.
        assert!(suspicious("👩\u{200d}a").is_some());
        assert!(suspicious("a\u{200d}👩").is_some());
        assert!(suspicious("👩\u{200d}").is_some());
    }

    proptest! {
        #[test]
        fn what_is_plain_is_never_suspicious(
            text in "([aeouyhAEOUYH .\n\"“”…\u{a0}-\u{17f}ơưạếệỷ]|[áâãôùõàêẢẤ]|\\PC|\\r\n){0,12}"
        ) {
            for line in text.split_inclusive('\n') {
                if is_plain(line) {
                    prop_assert_eq!(suspicious_line(line, false), None);
                }
            }
            if is_plain(&text) {
                prop_assert_eq!(text.split_inclusive('\n').find(|line| !is_plain(line)), None);
            }
            if is_composed(&text) {
                prop_assert_eq!(is_nfc_quick(text.chars()), IsNormalized::Yes);
            }
        }

        #[test]
        fn vietnamese_letters_are_never_suspicious(
            text in "([aăâeêioôơuưyđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵbcdghklmnpqrstvx]{1,4} ?){0,6}ơ"
        ) {
            // A line with one letter beyond Latin-1; only pairs that no syllable has are exempt.
            let pairs = ["aù", "aõ", "eù", "oõ", "uù", "yù", "yõ", "ôù", "ôõ"];
            prop_assume!(!pairs.iter().any(|pair| text.contains(pair)));
            prop_assert_eq!(suspicious(&text), None);
        }
    }
}
