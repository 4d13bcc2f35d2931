//! Reads deadlines from cells.

use chrono::{Datelike, NaiveDate};

use super::days::{Years, day_of_numbers, is_month_format, serial, tokens};
use crate::model::{Deadline, Term};
use crate::spreadsheet::{Cell, Value};
use crate::vietnamese::{Month, Quarter, YEARS, Year};

/// The words that a deadline may consist of, folded.
const DEADLINE_WORDS: [&str; 23] = [
    "truoc", "ngay", "thang", "nam", "quy", "t", "q", "han", "cham", "nhat", "la", "den", "het",
    "trong", "cuoi", "muon", "hoan", "thanh", "xong", "i", "ii", "iii", "iv",
];

/// Reads the deadline of a cell; `None` if it is not clear.
///
/// With `before`, as under a header that says "trước", the task is due before the day and not on it.
pub(super) fn deadline(cell: &Cell, text: &str, before: bool, years: Years) -> Option<Deadline> {
    let with = |term: Term, before: bool| match before {
        true => Deadline::Before(term),
        false => Deadline::By(term),
    };
    match &cell.value {
        Value::Day(first) if is_month_format(&cell.format) => {
            Some(Deadline::By(Term::Month(Month::of(*first))))
        }
        Value::Day(day) => Some(with(Term::Day(*day), before)),
        Value::Number(n) => serial(*n).map(|day| with(Term::Day(day), before)),
        Value::Text(_) => {
            let (words, numbers) = tokens(text);
            if !words.iter().all(|word| DEADLINE_WORDS.contains(&word.as_str())) {
                return None;
            }
            let before = before || words.iter().any(|word| word == "truoc");
            Some(with(term(&words, &numbers, years)?, before))
        }
        _ => None,
    }
}

/// Reads a day, month, quarter or year from the words and numbers of a text.
fn term(words: &[String], numbers: &[String], years: Years) -> Option<Term> {
    let has = |word: &str| words.iter().any(|known| known == word);
    let default_year = years.from.year();
    let full_year = |text: &String| {
        text.parse::<i32>().ok().filter(|year| text.len() == 4 && YEARS.contains(year))
    };
    let month = |year: i32, month: &String| {
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, 1).map(Month::of).map(Term::Month)
    };
    if has("quy") || has("q") {
        let roman = ["i", "ii", "iii", "iv"].iter().position(|roman| has(roman));
        let (quarter, rest) = match (roman, numbers.split_first()) {
            (Some(at), _) => (at + 1, numbers),
            (None, Some((first, rest))) => (first.parse().ok()?, rest),
            (None, None) => return None,
        };
        let year = rest.first().map_or(Some(default_year), full_year)?;
        let last_month = u32::try_from(quarter).ok().filter(|q| (1..=4).contains(q))? * 3;
        return Some(Term::Quarter(Quarter::of(NaiveDate::from_ymd_opt(year, last_month, 1)?)));
    }
    match numbers {
        [first, last] if !has("ngay") && full_year(last).is_some() => {
            month(full_year(last)?, first)
        }
        [only] if has("thang") || has("t") => month(default_year, only),
        [only] if !has("ngay") => {
            Some(Term::Year(Year::of(NaiveDate::from_ymd_opt(full_year(only)?, 12, 31)?)))
        }
        _ => day_of_numbers(numbers, years).ok().map(Term::Day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEARS_OF: fn() -> Years =
        || Years { from: "2021-07-22".parse().unwrap(), to: "2022-03-31".parse().ok() };

    fn cell(text: &str) -> Cell {
        Cell { value: Value::Text(text.to_owned()), ..Cell::default() }
    }

    #[test]
    fn a_deadline_is_read_in_its_own_precision() {
        let read = |text: &str| deadline(&cell(text), text, false, YEARS_OF());
        let day = |text: &str| Term::Day(text.parse().unwrap());
        let month = |text: &str| Term::Month(Month::of(text.parse().unwrap()));
        let quarter = |text: &str| Term::Quarter(Quarter::of(text.parse().unwrap()));
        for (text, due) in [
            ("trước 25/7", Deadline::Before(day("2021-07-25"))),
            ("Trước ngày 25/7/2021", Deadline::Before(day("2021-07-25"))),
            ("30.6.2021", Deadline::By(day("2021-06-30"))),
            ("T12", Deadline::By(month("2021-12-01"))),
            ("trong tháng 10/2021", Deadline::By(month("2021-10-01"))),
            ("12/2021", Deadline::By(month("2021-12-01"))),
            ("quý III", Deadline::By(quarter("2021-07-01"))),
            ("Quý 4/2021", Deadline::By(quarter("2021-10-01"))),
            ("hết năm 2021", Deadline::By(Term::Year(Year::of("2021-01-01".parse().unwrap())))),
        ] {
            assert_eq!(read(text), Some(due), "{text}");
        }
        assert_eq!(read("thường xuyên"), None);
        assert_eq!(read("khi có hướng dẫn"), None);
    }
}
