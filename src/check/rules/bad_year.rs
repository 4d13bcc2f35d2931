//! A deadline names a year that cannot be read.
//!
//! Write the year with four digits. The deadline is then 31 December of that year.
//!
//! Wrong:
//!
//! ```yaml
//! due: {year: năm 2021}
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: {year: 2021}
//! ```
//!
//! Write only the four digits. For “before 2022”, write `due: {before: {year: 2022}}`.
//!
//! # Tiếng Việt
//!
//! Thời hạn ghi theo năm nhưng không đọc được năm.
//!
//! Năm viết bằng bốn chữ số. Ngày cuối của thời hạn khi đó là 31 tháng 12 năm ấy.
//!
//! Sai:
//!
//! ```yaml
//! due: {year: năm 2021}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: {year: 2021}
//! ```
//!
//! Chỉ viết bốn chữ số của năm. “Trước năm 2022” thì viết `due: {before: {year: 2022}}`.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::vietnamese;

pub(in crate::check) const RULE: Rule = Rule::error("bad-year", include_str!("bad_year.rs"));

/// Returns the diagnostic for a text that is not a year, with the year it probably means.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("read", text).suggest(in_words(text))
}

/// Finds the year in words that offices use: “năm 2021”.
pub(in crate::check) fn in_words(text: &str) -> Option<String> {
    let words = words(text);
    match &words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["nam", year] | [year] if is_year(year) => Some((*year).to_owned()),
        _ => None,
    }
}

/// Finds a month or quarter and its year, in either order, among words that belong to them.
pub(super) fn part_and_year(text: &str, names: &[&str]) -> Option<(String, String)> {
    let mut words = words(text);
    words.retain(|word| word != "nam" && !names.contains(&word.as_str()));
    // “q3” is the name and the number in one word.
    for word in &mut words {
        let short = names.iter().filter(|name| name.len() == 1);
        let bare = short.filter_map(|name| word.strip_prefix(*name)).next().map(str::to_owned);
        *word = bare.unwrap_or_else(|| word.clone());
    }
    let [a, b] = <[String; 2]>::try_from(words).ok()?;
    match (is_year(&a), is_year(&b)) {
        (false, true) => Some((a, b)),
        (true, false) => Some((b, a)),
        _ => None,
    }
}

fn is_year(word: &str) -> bool {
    vietnamese::parse_year(word).is_ok()
}

fn words(text: &str) -> Vec<String> {
    let text: String = text.chars().take(60).collect();
    vietnamese::fold(&text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
