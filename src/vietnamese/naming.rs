//! Finds proper names in running text.

use std::ops::Range;

/// Words for administrative units, which stand before the name of one.
const UNITS: [&str; 8] =
    ["tỉnh", "thành phố", "thị xã", "huyện", "quận", "phường", "xã", "thị trấn"];

/// Finds the name of a place or an agency in a text. Both must be in the normal form NFC.
///
/// A match is not part of a longer name: it ends at the ends of words, and no other capitalised word
/// precedes or follows it, except at the beginning of the text. `kind` is the unit that has the name:
/// “tỉnh Thái Nguyên” does not name the “thành phố” Thái Nguyên.
///
/// ```
/// use tiendo::vietnamese::find_name;
/// let text = "Diễn tập tại huyện Phú Lương";
/// assert_eq!(find_name(text, "Phú Lương", Some("huyện")).map(|found| &text[found]), Some("Phú Lương"));
/// assert_eq!(find_name("Nạo vét sông Phú Lương Thượng", "Phú Lương", Some("huyện")), None);
/// assert_eq!(find_name("Công an tỉnh Thái Nguyên", "Thái Nguyên", Some("thành phố")), None);
/// ```
pub fn find_name(text: &str, name: &str, kind: Option<&str>) -> Option<Range<usize>> {
    let is_named = |range: &Range<usize>| {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let inside =
            before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        let goes_on =
            after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
        let Some(preceding) = before.strip_suffix(' ') else { return !inside && !goes_on };
        let lower = preceding.to_lowercase();
        // "thị xã" ends with "xã": the longest unit counts.
        let unit = UNITS.iter().filter(|unit| ends_with_word(&lower, unit)).max_by_key(|u| u.len());
        let of_another = match (unit, kind) {
            (Some(unit), Some(kind)) => kind.trim().to_lowercase() != **unit,
            (Some(_), None) => false,
            (None, _) => {
                let word = preceding.rsplit(' ').next().unwrap_or_default();
                let touches = preceding.ends_with(char::is_alphanumeric);
                touches && word.len() < preceding.len() && word.starts_with(char::is_uppercase)
            }
        };
        !inside && !goes_on && !of_another
    };
    let found = text.match_indices(name).map(|(at, name)| at..at + name.len());
    found.into_iter().find(|range| !name.is_empty() && is_named(range))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_whole_and_of_their_unit() {
        for (text, name, kind, found) in [
            ("Phú Bình: diễn tập", "Phú Bình", "huyện", true),
            ("Diễn tập ở Phú Bình, Phú Lương", "Phú Lương", "huyện", true),
            ("Huyện Phú Bình diễn tập", "Phú Bình", "huyện", true),
            ("xã Phú Bình", "Phú Bình", "huyện", false),
            ("thị xã Phổ Yên", "Phổ Yên", "thị xã", true),
            ("thị xã Phổ Yên", "Phổ Yên", "xã", false),
            ("tại Tân Phú Bình", "Phú Bình", "huyện", false),
            ("Phú Bình Hạ", "Phú Bình", "huyện", false),
            ("PhúBình", "Bình", "huyện", false),
            ("", "Bình", "huyện", false),
        ] {
            assert_eq!(find_name(text, name, Some(kind)).is_some(), found, "{text}");
        }
        assert!(find_name("phối hợp với Sở Y tế, Công an", "Sở Y tế", None).is_some());
        assert_eq!(find_name("bất kỳ", "", None), None);
    }
}
