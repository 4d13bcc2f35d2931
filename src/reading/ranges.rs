//! Splits texts that name several days or periods: "T9-T10/2025", "từ 01/7 đến 15/7/2025".

use crate::vietnamese::fold;

/// What stands between the first and the last of several terms, folded, with the clearest first.
const BETWEEN: [&str; 11] =
    [" den het ", " den ", " toi ", "->", "→", "–", "—", " - ", " va ", ";", ","];

/// Returns texts that may be the last of several days or periods that a text names, with the most
/// likely first. What only the first says is added: the year, "tháng", "quý". None if the text names
/// one at most.
pub(super) fn last_ends(text: &str) -> Vec<String> {
    let text = fold(text);
    let split = BETWEEN.iter().find_map(|between| {
        let (first, last) = text.rsplit_once(between)?;
        (names_time(first) || first.trim() == "tu nay").then_some((first, last))
    });
    // Of the dashes, the middle one: those beside it are within days.
    let dashes: Vec<usize> = text.match_indices(['-', '~']).map(|(at, _)| at).collect();
    let middle = dashes.get(dashes.len() / 2).filter(|_| dashes.len() % 2 == 1);
    let split = split.or_else(|| middle.map(|at| (&text[..*at], &text[at + 1..])));
    match split {
        Some((first, last)) if names_time(last) => completed(first.trim(), last.trim()),
        _ => Vec::new(),
    }
}

/// Returns whether a text has a number, Arabic or Roman.
fn names_time(text: &str) -> bool {
    let is_roman = |word: &str| matches!(word, "i" | "ii" | "iii" | "iv");
    text.contains(|c: char| c.is_ascii_digit())
        || text.split(|c: char| !c.is_alphanumeric()).any(is_roman)
}

fn completed(first: &str, last: &str) -> Vec<String> {
    let numbers = |text: &str| -> Vec<String> {
        let numbers = text.split(|c: char| !c.is_ascii_digit());
        numbers.filter(|number| !number.is_empty()).map(str::to_owned).collect()
    };
    let year = |text: &str| numbers(text).into_iter().rfind(|number| number.len() == 4);
    let mut forms = vec![last.to_owned()];
    if let (Some(year), None) = (year(first), year(last)) {
        forms.insert(0, format!("{last}/{year}"));
    }
    let begins = |word: &str| {
        first
            .strip_prefix("tu ")
            .unwrap_or(first)
            .strip_prefix(word)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == ' '))
    };
    let unit = match () {
        () if begins("quy") || begins("q") => "quy ",
        () if begins("thang") || begins("t") => "thang ",
        () => return forms,
    };
    let has_unit = last.starts_with(['q', 't', 'n']);
    if !has_unit {
        let with_unit: Vec<String> = forms.iter().map(|form| format!("{unit}{form}")).collect();
        forms.splice(0..0, with_unit);
    }
    forms
}
