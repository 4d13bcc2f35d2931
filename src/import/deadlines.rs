//! Reads deadlines from cells.

use chrono::{Datelike, NaiveDate};

use super::days::{Years, day_of_numbers, is_mixed, is_month_format, serial, tokens};
use super::{ranges, times};
use crate::model::{Deadline, Term};
use crate::spreadsheet::{Cell, Value};
use crate::vietnamese::{Month, Quarter, YEARS, Year};

/// The words that a deadline may consist of, folded.
const DEADLINE_WORDS: [&str; 23] = [
    "truoc", "ngay", "thang", "nam", "quy", "t", "q", "han", "cham", "nhat", "la", "den", "het",
    "trong", "cuoi", "muon", "hoan", "thanh", "xong", "i", "ii", "iii", "iv",
];

/// What a cell says about a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DeadlineReading {
    /// No deadline: "thường xuyên".
    Nothing,
    /// This deadline.
    One(Deadline),
    /// Several terms, of which this is the last: "T9-T10/2025" is kept at the end of October.
    LastOf(Deadline),
    /// Something with numbers that is not understood.
    Unread,
}

/// Reads the deadline of a cell.
///
/// With `before`, as under a header that says "trước", the task is due before the day and not on it.
pub(super) fn deadline(cell: &Cell, text: &str, before: bool, years: Years) -> DeadlineReading {
    let with = |term: Term, before: bool| match before {
        true => Deadline::Before(term),
        false => Deadline::By(term),
    };
    match &cell.value {
        Value::Day(first) if is_month_format(&cell.format) => {
            DeadlineReading::One(Deadline::By(Term::Month(Month::of(*first))))
        }
        Value::Day(day) => DeadlineReading::One(with(Term::Day(*day), before)),
        Value::Number(n) => serial(*n).map_or(DeadlineReading::Unread, |day| {
            DeadlineReading::One(with(Term::Day(day), before))
        }),
        Value::Text(_) => {
            let time = times::time(text);
            let text = time.as_ref().map_or(text, |time| time.rest.as_str());
            let before = before || tokens(text).0.iter().any(|word| word == "truoc");
            if let Some(term) = one_term(text, years) {
                let moved = time.as_ref().and_then(|time| time.moved.as_ref());
                let days = chrono::TimeDelta::days(moved.map_or(0, |(days, _)| (*days).into()));
                let term = if let Term::Day(day) = term { Term::Day(day + days) } else { term };
                return DeadlineReading::One(with(term, before));
            }
            let ends = ranges::last_ends(text);
            match ends.iter().find_map(|end| one_term(end, years)) {
                Some(term) => DeadlineReading::LastOf(with(term, before)),
                None if text.contains(|c: char| c.is_ascii_digit()) => DeadlineReading::Unread,
                None => DeadlineReading::Nothing,
            }
        }
        _ => DeadlineReading::Nothing,
    }
}

/// Reads a text that says one day, month, quarter or year.
fn one_term(text: &str, years: Years) -> Option<Term> {
    let (words, numbers) = tokens(text);
    let is_known = |word: &String| DEADLINE_WORDS.contains(&word.as_str());
    if !words.iter().all(is_known) || is_mixed(text) {
        return None;
    }
    term(&words, &numbers, years)
}

/// Reads a day, month, quarter or year from the words and numbers of a text.
fn term(words: &[String], numbers: &[String], years: Years) -> Option<Term> {
    let count =
        |wanted: &[&str]| words.iter().filter(|word| wanted.contains(&word.as_str())).count();
    let has = |word: &str| count(&[word]) > 0;
    // "Quý II - Quý III", "T9, T10"
    if count(&["i", "ii", "iii", "iv"]) > 1
        || count(&["quy", "q"]) > 1
        || count(&["t", "thang"]) > 1
    {
        return None;
    }
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
        // "tháng 6, 8" is no day.
        _ if (has("thang") || has("t")) && !has("ngay") => None,
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
        let one = DeadlineReading::One;
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
            assert_eq!(read(text), one(due), "{text}");
        }
        assert_eq!(read("thường xuyên"), DeadlineReading::Nothing);
        assert_eq!(read("khi có hướng dẫn"), DeadlineReading::Nothing);
        assert_eq!(read("ngày 25 hằng tháng"), DeadlineReading::Unread);
    }

    #[test]
    fn of_several_terms_the_last_counts() {
        let read = |text: &str| deadline(&cell(text), text, false, YEARS_OF());
        let day = |text: &str| Deadline::By(Term::Day(text.parse().unwrap()));
        let month = |text: &str| Deadline::By(Term::Month(Month::of(text.parse().unwrap())));
        let quarter = |text: &str| Deadline::By(Term::Quarter(Quarter::of(text.parse().unwrap())));
        for (text, due) in [
            ("T9-T10/2021", month("2021-10-01")),
            ("T9-10/2021", month("2021-10-01")),
            ("T9 - T10", month("2021-10-01")),
            ("Tháng 9, 10/2021", month("2021-10-01")),
            ("Tháng 9 đến tháng 10 năm 2021", month("2021-10-01")),
            ("từ tháng 9/2021 đến tháng 10/2021", month("2021-10-01")),
            ("9/2021-10/2021", month("2021-10-01")),
            ("5-7/2021", month("2021-07-01")),
            ("Quý II - Quý III", quarter("2021-07-01")),
            ("Quý II, III/2021", quarter("2021-07-01")),
            ("Quý 2-3/2021", quarter("2021-07-01")),
            ("Quý II/2022 – Quý III", quarter("2022-07-01")),
            ("Q2-Q3/2021", quarter("2021-07-01")),
            ("01/7-15/7/2021", day("2021-07-15")),
            ("1-15/7/2021", day("2021-07-15")),
            ("từ ngày 01/7 đến ngày 15/7/2021", day("2021-07-15")),
            ("30/6 và 31/12/2021", day("2021-12-31")),
            ("2021-2022", Deadline::By(Term::Year(Year::of("2022-01-01".parse().unwrap())))),
        ] {
            assert_eq!(read(text), DeadlineReading::LastOf(due), "{text}");
        }
    }
}
