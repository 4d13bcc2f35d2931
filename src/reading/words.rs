//! Reads the fixed words of the format from the words that offices use for them.

use super::{normalized, states};
use crate::model::State;

/// Other words of offices for the fixed words of the format, folded. Those for states that nobody
/// can mistake are in [`states`].
const NAMES: [(&str, &[&str]); 20] = [
    ("done", &["da lam", "finished"]),
    ("in_progress", &["doing"]),
    ("blocked", &["tac", "tam dung"]),
    ("cancelled", &["thoi", "bai bo"]),
    ("deliverable", &["san pham", "co san pham", "viec co san pham", "viec san pham"]),
    ("ongoing", &["thuong xuyen", "viec thuong xuyen", "nhiem vu thuong xuyen"]),
    ("duty", &["yeu cau chung", "nhiem vu chung"]),
    ("public", &["cong khai", "cong khai day du"]),
    ("status_only", &["han che", "cong khai han che", "chi cong khai tinh trang"]),
    ("week", &["tuan", "hang tuan"]),
    ("month", &["thang", "hang thang"]),
    ("quarter", &["quy", "hang quy"]),
    ("office", &["van phong"]),
    ("directive", &["van ban"]),
    ("true", &["co", "yes"]),
    ("false", &["khong", "no"]),
    ("task", &["nhiem vu", "viec"]),
    ("note", &["ghi chep", "ghi chu"]),
    ("vi", &["tieng viet", "viet", "vn"]),
    ("en", &["tieng anh", "anh"]),
];

/// Returns the fixed word that a text names, in capitals, without accents or in other words.
pub fn fixed_word<'k>(text: &str, known: &[&'k str]) -> Option<&'k str> {
    let text = normalized(text.get(..200).unwrap_or(text));
    let is_state = |word: &str, names: fn(State) -> &'static [&'static str]| {
        let state = State::ALL.iter().find(|(name, _)| *name == word);
        state.is_some_and(|(_, state)| names(*state).contains(&text.as_str()))
    };
    let same = known.iter().find(|word| normalized(word) == text);
    let called = || {
        known.iter().find(|word| {
            let others = NAMES.iter().filter(|(name, _)| name == *word);
            is_state(word, states::words_of)
                || others.flat_map(|(_, names)| *names).any(|name| *name == text)
        })
    };
    same.or_else(called).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_word_is_known_by_the_words_of_offices() {
        let states: Vec<&str> = State::ALL.iter().map(|(word, _)| *word).collect();
        for (text, word) in [
            ("Đã xong", "done"),
            ("ĐANG THỰC HIỆN", "in_progress"),
            ("in-progress", "in_progress"),
            ("gặp vướng mắc", "blocked"),
            ("đã dừng", "cancelled"),
        ] {
            assert_eq!(fixed_word(text, &states), Some(word), "{text}");
        }
        assert_eq!(fixed_word("thường xuyên", &["deliverable", "ongoing"]), Some("ongoing"));
        assert_eq!(fixed_word("hằng tháng", &["week", "month"]), Some("month"));
        assert_eq!(fixed_word("chưa xong", &states), None);
        assert_eq!(fixed_word("thường xuyên", &states), None);
    }

    #[test]
    fn every_name_belongs_to_one_word_of_a_key() {
        for (n, (_, names)) in NAMES.iter().enumerate() {
            for name in *names {
                assert_eq!(*name, normalized(name));
                assert!(NAMES[..n].iter().all(|(_, others)| !others.contains(name)), "{name}");
            }
        }
    }
}
