//! Compares published words with the present ones: a misspelt word may be mended, a number not.

use crate::diagnostic::nearest;

/// Whether two texts hold the same numbers in the same order. A comma, point, slash or hyphen
/// between two digits belongs to the number.
pub(super) fn same_numbers(was: &str, now: &str) -> bool {
    numbers(was) == numbers(now)
}

/// Whether two titles hold the same numbers, apart from `own`, the number of their task.
pub(super) fn same_numbers_but(own: &str, was: &str, now: &str) -> bool {
    let others = |text| {
        let mut numbers = numbers(text);
        numbers.retain(|number| number != own);
        numbers
    };
    others(was) == others(now)
}

/// Whether two texts are equal, apart from spaces.
pub(super) fn same_words(was: &str, now: &str) -> bool {
    was.split_whitespace().eq(now.split_whitespace())
}

/// Whether the second text says what the first says: the same numbers, and the same words except
/// for misspellings.
pub(super) fn says_the_same(was: &str, now: &str) -> bool {
    let (old, new) = (was.split_whitespace(), now.split_whitespace());
    let alike = |(old, new): (&str, &str)| old == new || nearest(old, [new]).is_some();
    same_numbers(was, now) && old.clone().count() == new.clone().count() && old.zip(new).all(alike)
}

fn numbers(text: &str) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let joins = matches!(c, ',' | '.' | '/' | '-') && before.is_numeric();
        let joins = joins && letters.peek().is_some_and(|next| next.is_numeric());
        if c.is_numeric() || joins {
            let goes_on = before.is_numeric() || matches!(before, ',' | '.' | '/' | '-');
            match numbers.last_mut().filter(|_| goes_on) {
                Some(number) => number.push(c),
                None => numbers.push(c.to_string()),
            }
        }
        before = c;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_and_misspellings_do_not() {
        for (was, now, same) in [
            ("Thu 118,4 tỷ đồng", "Thu 18,4 tỷ đồng", false),
            ("Thu 118,4 tỷ đồng", "Thu 118,4 tỉ đồng", true),
            ("Giao 178 công dân", "Giao công dân", false),
            ("từ 3 đến 5", "từ 5 đến 3", false),
            ("1,5 ha", "15 ha", false),
            ("ngày 30/6", "ngày 30/7", false),
            ("Diện tích 20 m²", "Diện tích 20 m", false),
            ("Báo  cáo", "Báo cáo", true),
        ] {
            assert_eq!(same_numbers(was, now), same, "{was} {now}");
        }
    }

    #[test]
    fn a_promise_may_be_spelt_better_and_not_be_another() {
        for (was, now, same) in [
            ("Báo cáo kêt quả", "Báo cáo kết quả", true),
            ("Báo cáo", "Tờ trình", false),
            ("Báo cáo và đề án", "Báo cáo", false),
            ("178 công dân", "180 công dân", false),
        ] {
            assert_eq!(says_the_same(was, now), same, "{was} {now}");
        }
    }
}
