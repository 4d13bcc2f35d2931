//! An id holds a letter that looks like an ordinary one and is another.
//!
//! Text that is pasted from the web or typed with another keyboard may hold a Russian “с”, a Greek
//! “ο” or a full-width “ａ”. Nobody can see the difference, but to the computer it is another id.
//! Vietnamese “đ” is no “d” either. The message names the letter, its place and what to type.
//!
//! Wrong:
//!
//! ```yaml
//! lead: so-tс      # the last letter is a Russian с
//! lead: so-khđt
//! ```
//!
//! Right:
//!
//! ```yaml
//! lead: so-tc
//! lead: so-khdt
//! ```
//!
//! Delete the whole id and type it again by hand, with the Vietnamese keyboard switched off; do not
//! paste it. The id of a task or a note is the name of its file: rename the file.
//!
//! # Tiếng Việt
//!
//! Mã chứa một chữ trông giống chữ thường dùng nhưng thật ra là chữ khác.
//!
//! Đoạn chữ dán từ trang web hoặc gõ bằng bàn phím khác có thể lẫn chữ “с” của tiếng Nga, “ο” của
//! tiếng Hy Lạp hay chữ rộng “ａ”. Mắt thường không phân biệt được, nhưng với máy đó là một mã khác.
//! Chữ “đ” của tiếng Việt cũng không phải là “d”. Thông báo nêu rõ chữ nào, ở đâu và phải gõ gì.
//!
//! Sai:
//!
//! ```yaml
//! lead: so-tс      # chữ cuối là chữ с của tiếng Nga
//! lead: so-khđt
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! lead: so-tc
//! lead: so-khdt
//! ```
//!
//! Xóa cả mã rồi gõ lại bằng tay, tắt bộ gõ tiếng Việt; không dán. Mã của nhiệm vụ và ghi chép là
//! tên tệp: hãy đổi tên tệp.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::Id;
use crate::model::id::MAX_LENGTH;
use crate::source::{Sources, Spot};

pub(in crate::check) const RULE: Rule =
    Rule::error("look-alike-letter", include_str!("look_alike_letter.rs"));

/// Letters that look like the ones of ids, and those.
const ALIKE: [(&str, &str, &str); 5] = [
    ("cyrillic", "аАвВеЕкКмМнНоОрРсСтТуУүҮхХіІјЈѕЅһԁԛԝ", "aabbeekkmmhhooppccttyyyyxxiijjsshdqw"),
    ("greek", "αΑΒεΕΖΗιΙκΚΜνΝοΟρΡτΤυΥχΧγω", "aabeezhiikkmvnoopptuuyxxyw"),
    ("vietnamese", "đĐ", "dd"),
    ("dash", "‐‑‒–—―−", "-------"),
    ("other", "ıɑɡℓ․", "iagl."),
];

/// A letter in a text that is not what it looks like.
pub(in crate::check) struct LookAlike {
    letter: char,
    /// The ordinary letter.
    plain: char,
    /// What kind of letter it is, by name.
    kind: &'static str,
    /// The whole text in ordinary letters.
    pub(in crate::check) text: String,
}

/// The first such letter, if the text would be an id in ordinary letters.
pub(in crate::check) fn find(text: &str) -> Option<LookAlike> {
    if text.is_ascii() || text.len() > 4 * MAX_LENGTH {
        return None;
    }
    let letter = text.chars().find_map(|c| Some((c, plain(c)?)));
    let (letter, (kind, plain_letter)) = letter?;
    let text: String =
        text.chars().map(|c| plain(c).map_or(c, |(_, plain)| plain).to_ascii_lowercase()).collect();
    Id::parse(&text).is_ok().then_some(LookAlike { letter, plain: plain_letter, kind, text })
}

/// The complaint about it, with the letter itself underlined where the text stands in a record.
pub(in crate::check) fn complaint(
    read: &str,
    found: LookAlike,
    place: Place,
    sources: &Sources,
) -> Diagnostic {
    let source = sources.get(place.file);
    let place = match &place.spot {
        Spot::File => place,
        spot => {
            let range = source.range(spot);
            let at = source.text.get(range.clone()).and_then(|text| text.find(found.letter));
            let start = range.start + at.unwrap_or(0);
            let end = at.map_or(range.end, |_| start + found.letter.len_utf8());
            Place::bytes(place.file, start..end)
        }
    };
    Diagnostic::of(&RULE, place)
        .arg("id", read)
        .arg("letter", found.letter)
        .arg("code", format!("U+{:04X}", u32::from(found.letter)))
        .arg("kind", found.kind)
        .arg("plain", found.plain)
        .suggest(Some(found.text))
}

/// The kind of a letter that only looks like another, and the other.
fn plain(c: char) -> Option<(&'static str, char)> {
    if let '！'..='～' = c {
        let plain = char::from_u32(u32::from(c) - 0xfee0)?;
        return Some(("full-width", plain.to_ascii_lowercase()));
    }
    ALIKE.iter().find_map(|(kind, letters, plain)| {
        let n = letters.chars().position(|letter| letter == c)?;
        Some((*kind, plain.chars().nth(n)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_plain_one() {
        for (kind, letters, plain) in ALIKE {
            assert_eq!(letters.chars().count(), plain.chars().count(), "{kind}");
            assert!(plain.is_ascii() && letters.chars().all(|c| !c.is_ascii()), "{kind}");
        }
    }

    #[test]
    fn only_what_would_be_an_id_is_one() {
        let meant = |text| find(text).map(|found| found.text);
        assert_eq!(meant("so-tс").as_deref(), Some("so-tc"));
        assert_eq!(meant("SO-khđt").as_deref(), Some("so-khdt"));
        assert_eq!(meant("so–yt").as_deref(), Some("so-yt"));
        assert_eq!(meant("ｓｏ－ａ").as_deref(), Some("so-a"));
        assert_eq!(meant("Sở KHĐT"), None);
        assert_eq!(meant("so-tc"), None);
    }
}
