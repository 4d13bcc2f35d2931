//! Converts text from the two encodings that Vietnamese offices used before Unicode.
//!
//! Both use the codes of other characters for Vietnamese letters, so the text alone does not
//! reveal its encoding. The name of its font does: `.VnTime` is TCVN3, `VNI-Times` is VNI.

use super::matching::nfc;

/// An encoding from before Unicode, identified by the name of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// TCVN 5712:1993 VN3, also called "ABC": one code for a letter with its tone.
    Tcvn3,
    /// TCVN3 in a font that has only capitals (`.VnTimeH`).
    Tcvn3Capitals,
    /// VNI for Windows: one code for a letter and one for its marks.
    Vni,
}

impl Encoding {
    /// Returns the encoding of the font with this name.
    pub fn of_font(name: &str) -> Option<Self> {
        let capitals = name.trim().ends_with('H');
        let name = name.trim().to_ascii_lowercase();
        if name.starts_with(".vn") {
            return Some(if capitals { Encoding::Tcvn3Capitals } else { Encoding::Tcvn3 });
        }
        (name.starts_with("vni-") || name.starts_with("vni ")).then_some(Encoding::Vni)
    }

    /// Converts a text to Unicode. Returns `None` if it has letters that the encoding does not have:
    /// such text was typed in Unicode, whatever its font.
    pub fn decode(self, text: &str) -> Option<String> {
        let beyond = |c: char| c > '\u{ff}' && c.is_alphabetic() && c != 'μ';
        if text.chars().any(beyond) {
            return None;
        }
        let decoded = match self {
            Encoding::Tcvn3 => text.chars().map(tcvn3).collect(),
            Encoding::Tcvn3Capitals => text.chars().map(tcvn3).collect::<String>().to_uppercase(),
            Encoding::Vni => vni(text),
        };
        Some(nfc(&decoded).into_owned())
    }
}

/// The letters of TCVN3 from U+00A1 on: each code followed by its letter.
const TCVN3: &str = "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u{ad}ư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹ\
    ÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵμà";

fn tcvn3(c: char) -> char {
    let mut letters = TCVN3.chars();
    while let (Some(code), Some(letter)) = (letters.next(), letters.next()) {
        if code == c {
            return letter;
        }
    }
    c
}

/// The codes that VNI writes after a vowel, with their marks.
const VNI_MARKS: [(char, &str); 15] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
];
/// The remaining codes after a vowel.
const VNI_BREVES: [(char, &str); 2] = [('ü', "\u{306}\u{303}"), ('ë', "\u{306}\u{323}")];

/// The letters that VNI writes with one code.
const VNI_LETTERS: [(char, char); 8] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
    ('í', 'í'),
];

fn vni(text: &str) -> String {
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let mut decoded = String::with_capacity(text.len());
    let mut vowel = None;
    for c in text.chars() {
        let (low, capital) = (small(c), c.is_uppercase());
        let marks = VNI_MARKS.iter().chain(&VNI_BREVES).find(|(code, _)| *code == low);
        // Only some vowels can have a circumflex or a breve.
        let fits = |vowel: char, marks: &str| match (marks.chars().next(), small(vowel)) {
            (Some('\u{302}'), base) => matches!(base, 'a' | 'e' | 'o'),
            (Some('\u{306}'), base) => base == 'a',
            (_, base) => matches!(base, 'a' | 'e' | 'o' | 'u' | 'y' | 'i' | 'ô' | 'ö'),
        };
        if let (Some(vowel), Some((_, marks))) = (vowel.take(), marks)
            && fits(vowel, marks)
        {
            decoded.push_str(marks);
            continue;
        }
        let letter = VNI_LETTERS.iter().find(|(code, _)| *code == low).map_or(low, |(_, l)| *l);
        if capital {
            decoded.extend(letter.to_uppercase());
        } else {
            decoded.push(letter);
        }
        vowel = matches!(low, 'a' | 'e' | 'o' | 'u' | 'y' | 'i' | 'ô' | 'ö').then_some(c);
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_identifies_the_encoding() {
        for (font, encoding) in [
            (".VnTime", Some(Encoding::Tcvn3)),
            (".VnTimeH", Some(Encoding::Tcvn3Capitals)),
            (".VnArial Narrow", Some(Encoding::Tcvn3)),
            (".VnArial NarrowH", Some(Encoding::Tcvn3Capitals)),
            ("VNI-Times", Some(Encoding::Vni)),
            ("Times New Roman", None),
            ("VnTimes", None),
        ] {
            assert_eq!(Encoding::of_font(font), encoding, "{font}");
        }
    }

    #[test]
    fn legacy_text_becomes_unicode() {
        let decode = |encoding: Encoding, text| encoding.decode(text).unwrap();
        for (read, meant) in [
            ("Th¸i Nguyªn", "Thái Nguyên"),
            ("§ång Hû", "Đồng Hỷ"),
            ("huyÖn Phó L\u{ad}¬ng", "huyện Phú Lương"),
            ("tØnh, nghÜa, vµ, thùc hiÖn", "tỉnh, nghĩa, và, thực hiện"),
            ("®ang lµm", "đang làm"),
            ("ch\u{ad}a triÓn khai", "chưa triển khai"),
            ("Hoµn thµnh 100%", "Hoàn thành 100%"),
        ] {
            assert_eq!(decode(Encoding::Tcvn3, read), meant);
        }
        assert_eq!(decode(Encoding::Tcvn3Capitals, "Th¸i Nguyªn"), "THÁI NGUYÊN");
        for (read, meant) in [
            ("Thaùi Nguyeân", "Thái Nguyên"),
            ("ñöôïc", "được"),
            ("Coäng hoøa xaõ hoäi", "Cộng hòa xã hội"),
            ("Ñaõ hoaøn thaønh", "Đã hoàn thành"),
            ("ñang thöïc hieän", "đang thực hiện"),
            ("chöa trieån khai", "chưa triển khai"),
            ("nghæ, kyõ thuaät, thuûy lôïi", "nghỉ, kỹ thuật, thủy lợi"),
            ("THAÙI NGUYEÂN", "THÁI NGUYÊN"),
            ("naêm, laép, ñaëc", "năm, lắp, đặc"),
        ] {
            assert_eq!(decode(Encoding::Vni, read), meant);
        }
        assert_eq!(Encoding::Tcvn3.decode("Đã xong"), None, "it is Unicode already");
        assert_eq!(decode(Encoding::Vni, "2021: BC-SKH"), "2021: BC-SKH");
    }
}
