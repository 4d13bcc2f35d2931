//! An id contains a letter that only looks like an ordinary one.
//!
//! Text that was pasted from the web or typed with another keyboard may contain a Russian “с”, a
//! Greek “ο” or a full-width “ａ”. The difference is invisible, but to the computer it is another
//! id. The Vietnamese “đ” is not a “d” either. The message shows the letter, its position and what
//! to type.
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
//! Delete the whole id and type it again by hand, with the Vietnamese keyboard switched off. Do not
//! paste it. The id of a task or a note is the name of its file, so rename the file.
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
use crate::reading::names::id_of_number;
use crate::source::{Sources, Spot};

pub(in crate::check) const RULE: Rule =
    Rule::error("look-alike-letter", include_str!("look_alike_letter.rs"));

/// Lookalike letters and the ordinary letters that they look like.
const ALIKE: [(&str, &str, &str); 5] = [
    ("cyrillic", "аАвВеЕкКмМнНоОрРсСтТуУүҮхХіІјЈѕЅһԁԛԝ", "aabbeekkmmhhooppccttyyyyxxiijjsshdqw"),
    ("greek", "αΑΒεΕΖΗιΙκΚΜνΝοΟρΡτΤυΥχΧγω", "aabeezhiikkmvnoopptuuyxxyw"),
    ("vietnamese", "đĐ", "dd"),
    ("dash", "‐‑‒–—―−", "-------"),
    ("other", "ıɑɡℓ․", "iagl."),
];

/// A letter that is not what it looks like.
pub(in crate::check) struct LookAlike {
    letter: char,
    /// The ordinary letter.
    plain: char,
    /// The name of the alphabet or kind of the letter.
    kind: &'static str,
    /// The whole text in ordinary letters.
    pub(in crate::check) text: String,
}

/// Finds the first lookalike letter in a text that would be an id in ordinary letters.
pub(in crate::check) fn find(text: &str) -> Option<LookAlike> {
    if text.is_ascii() || text.len() > 4 * MAX_LENGTH {
        return None;
    }
    let letter = text.chars().find_map(|c| Some((c, plain(c)?)));
    let (letter, (kind, plain_letter)) = letter?;
    // “II.1.đ” is a number as pages show it, and “đ” in it another letter than “d”.
    if kind == "vietnamese" && id_of_number(text).is_some() {
        return None;
    }
    let text: String =
        text.chars().map(|c| plain(c).map_or(c, |(_, plain)| plain).to_ascii_lowercase()).collect();
    Id::parse(&text).is_ok().then_some(LookAlike { letter, plain: plain_letter, kind, text })
}

/// Returns the diagnostic for a lookalike letter. Marks the letter itself if the text is in a
/// record.
pub(in crate::check) fn diagnostic(
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

/// Returns the kind of a lookalike letter and the letter that it looks like.
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
