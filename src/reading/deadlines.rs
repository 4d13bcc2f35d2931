//! Reads deadlines as people write them, and writes them as records hold them.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::MONTHS;
use super::days::{
    DayError, Years, begins_with_month, day, day_of_numbers, is_mixed, tokens, without_weekday,
    written as written_day,
};
use super::{ranges, times};
use crate::model::{Deadline, Term};
use crate::vietnamese::{
    Month, Quarter, YEARS, Year, parse_date, parse_month, parse_quarter, parse_year,
};

/// The words that a deadline may consist of, folded.
const DEADLINE_WORDS: [&str; 23] = [
    "truoc", "ngay", "thang", "nam", "quy", "t", "q", "han", "cham", "nhat", "la", "den", "het",
    "trong", "cuoi", "muon", "hoan", "thanh", "xong", "i", "ii", "iii", "iv",
];

/// The error for a text that is not one deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadlineError {
    /// Several terms, of which this is the last: "T9-T10/2025" is kept at the end of October.
    LastOf(Deadline),
    /// Anything else.
    Term(DayError),
}

/// Reads a deadline: a day, perhaps with its hour, a month, a quarter or a year, or “trước” and one
/// of these. Midnight is no hour.
///
/// With `before`, as under a header that says “trước”, the task is due before the day and not on
/// it.
///
/// # Errors
///
/// Fails with a [`DeadlineError`] if the text is something else.
pub fn deadline(text: &str, before: bool, years: Years) -> Result<Deadline, DeadlineError> {
    let with = |term: Term, before: bool| match before {
        true => Deadline::Before(term),
        false => Deadline::By(term),
    };
    if let Some(term) = written(text.trim()) {
        return Ok(with(term, before));
    }
    if let Some((term, says_before)) = english(text, years) {
        return Ok(with(term, before || says_before));
    }
    let time = times::time(text);
    let text = time.as_ref().map_or(text, |time| time.rest.as_str());
    let before = before || tokens(text).0.iter().any(|word| word == "truoc");
    match one_term(text, years) {
        Ok(Term::Day(day)) => {
            let moved = time.as_ref().and_then(|time| time.moved);
            let day = day + TimeDelta::days(moved.unwrap_or_default());
            let hour = time.and_then(|time| time.time).filter(|time| *time != NaiveTime::MIN);
            Ok(with(hour.map_or(Term::Day(day), |hour| Term::Hour(day, hour)), before))
        }
        Ok(term) => Ok(with(term, before)),
        Err(error @ DayError::MonthFirst(_)) => Err(DeadlineError::Term(error)),
        Err(error) => {
            let ends = ranges::last_ends(text);
            let last = ends.iter().find_map(|end| one_term(end, years).ok());
            Err(last.map_or(DeadlineError::Term(error), |term| {
                DeadlineError::LastOf(with(term, before))
            }))
        }
    }
}

/// Reads a text that says one day, which may have the day of the week, or one month, quarter or
/// year.
fn one_term(text: &str, years: Years) -> Result<Term, DayError> {
    let read = |text: &str| {
        let (words, numbers) = tokens(text);
        let is_known = |word: &String| DEADLINE_WORDS.contains(&word.as_str());
        if !words.iter().all(is_known) || is_mixed(text) {
            return Err(DayError::Shape);
        }
        let has_day = !begins_with_month(text) || words.iter().any(|word| word == "ngay");
        term(&words, &numbers, has_day, years)
    };
    read(text).or_else(|error| match read(&without_weekday(text)) {
        Ok(day @ Term::Day(_)) => Ok(day),
        _ => Err(error),
    })
}

/// Reads a day or a month in English, as English pages and trackers write them, and whether it says
/// “before”: `by 28 Feb 2025`, `before March 1st, 2025`, `end of June 2025`.
fn english(text: &str, years: Years) -> Option<(Term, bool)> {
    const WORDS: [&str; 13] = [
        "by", "before", "until", "on", "due", "the", "of", "end", "no", "later", "than", "in", "at",
    ];
    let text = text.to_lowercase();
    let (mut month, mut numbers, mut words) = (None, Vec::new(), Vec::new());
    for word in text.split([' ', '\u{a0}', ',', '.', '-']).filter(|word| !word.is_empty()) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let is_ordinal = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th");
        let named = MONTHS.iter().position(|name| word.len() >= 3 && name.starts_with(word));
        if let (Ok(number), true) = (digits.parse::<u32>(), is_ordinal) {
            numbers.push((number, digits.len()));
        } else if let (Some(at), None) = (named, month) {
            month = u32::try_from(at + 1).ok();
        } else if WORDS.contains(&word) {
            words.push(word);
        } else {
            return None;
        }
    }
    let month = month?;
    let year = |(number, digits): (u32, usize)| {
        i32::try_from(number).ok().filter(|year| digits == 4 && YEARS.contains(year))
    };
    let term = match *numbers {
        [day, of] if day.1 <= 2 => Term::Day(NaiveDate::from_ymd_opt(year(of)?, month, day.0)?),
        [one] if one.1 <= 2 => Term::Day(years.day(one.0, month)?),
        [one] => Term::Month(Month::of(NaiveDate::from_ymd_opt(year(one)?, month, 1)?)),
        _ => return None,
    };
    Some((term, words.contains(&"before")))
}

/// Reads a term as records write it.
fn written(text: &str) -> Option<Term> {
    let day = parse_date(text).ok().map(Term::Day);
    let month = || parse_month(text).ok().map(Term::Month);
    let quarter = || parse_quarter(text).ok().map(Term::Quarter);
    let year = || parse_year(text).ok().map(Term::Year);
    day.or_else(month).or_else(quarter).or_else(year)
}

/// Reads a day, month, quarter or year from the words and numbers of a text.
fn term(
    words: &[String],
    numbers: &[String],
    has_day: bool,
    years: Years,
) -> Result<Term, DayError> {
    let count =
        |wanted: &[&str]| words.iter().filter(|word| wanted.contains(&word.as_str())).count();
    let has = |word: &str| count(&[word]) > 0;
    // "Quý II - Quý III", "T9, T10"
    let kinds: [&[&str]; 3] = [&["i", "ii", "iii", "iv"], &["quy", "q"], &["t", "thang"]];
    if kinds.iter().any(|kind| count(kind) > 1) {
        return Err(DayError::Shape);
    }
    let full_year = |text: &String| {
        text.parse::<i32>().ok().filter(|year| text.len() == 4 && YEARS.contains(year))
    };
    // “2021, tháng 10” and “2021/10” have the year first.
    let turned: Vec<String>;
    let numbers = match numbers {
        [first, last] if full_year(first).is_some() && last.len() <= 2 => {
            turned = vec![last.clone(), first.clone()];
            turned.as_slice()
        }
        numbers => numbers,
    };
    let month = |year: Option<i32>, month: &String| {
        NaiveDate::from_ymd_opt(year?, month.parse().ok()?, 1).map(Month::of).map(Term::Month)
    };
    if has("quy") || has("q") {
        return quarter(words, numbers, years).map(Term::Quarter).ok_or(DayError::Shape);
    }
    match numbers {
        [first, last] if !has("ngay") && full_year(last).is_some() => {
            month(full_year(last), first).ok_or(DayError::NoSuchDay)
        }
        [only] if has("thang") || has("t") => {
            month(years.period(), only).ok_or(DayError::NoSuchDay)
        }
        // "tháng 6, 8" is no day.
        _ if !has_day => Err(DayError::Shape),
        [only] if !has("ngay") => {
            let year = full_year(only).and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
            year.map(|day| Term::Year(Year::of(day))).ok_or(DayError::Shape)
        }
        _ => day_of_numbers(numbers, years).map(Term::Day),
    }
}

/// Reads a quarter, in Roman or in Arabic numerals.
fn quarter(words: &[String], numbers: &[String], years: Years) -> Option<Quarter> {
    let has = |word: &str| words.iter().any(|known| known == word);
    let roman = ["i", "ii", "iii", "iv"].iter().position(|roman| has(roman));
    let (quarter, rest) = match (roman, numbers.split_first()) {
        (Some(at), _) => (u32::try_from(at + 1).ok()?, numbers),
        (None, Some((first, rest))) => (first.parse().ok()?, rest),
        (None, None) => return None,
    };
    let year = match rest {
        [] => years.period(),
        [year] => year.parse().ok().filter(|known| year.len() == 4 && YEARS.contains(known)),
        _ => None,
    }?;
    let last_month = Some(quarter).filter(|q| (1..=4).contains(q))? * 3;
    NaiveDate::from_ymd_opt(year, last_month, 1).map(Quarter::of)
}

/// Writes a deadline as the value of `due` in a record. `None` for an event, which only its author
/// can word.
pub fn yaml(deadline: &Deadline) -> Option<String> {
    let term = |term: &Term| match term {
        Term::Day(day) => written_day(*day, None),
        Term::Hour(day, time) => written_day(*day, Some(*time)),
        Term::Month(month) => format!("{{month: {}-{:02}}}", month.year(), month.number()),
        Term::Quarter(q) => format!("{{quarter: {}-Q{}}}", q.year(), q.number()),
        Term::Year(year) => format!("{{year: {}}}", year.number()),
    };
    match deadline {
        Deadline::By(by) => Some(term(by)),
        Deadline::Before(before) => Some(format!("{{before: {}}}", term(before))),
        Deadline::After { .. } | Deadline::Event(_) => None,
    }
}

/// Returns the value of `due` that a text must mean which is not one: `quý III/2021`,
/// `trước ngày 25/7/2021`. `None` for a mere day, of which dates have a rule of their own.
pub fn meant(text: &str) -> Option<String> {
    let text: String = text.trim().chars().take(80).collect();
    if parse_date(&text).is_ok() || day(&text, Years::Written).is_ok() {
        return None;
    }
    yaml(&deadline(&text, false, Years::Written).ok()?)
}

/// Returns the month, quarter or year that a text means, as its key in a record has it.
pub fn meant_term(text: &str, key: &str) -> Option<String> {
    let text: String = text.trim().chars().take(80).collect();
    // Under its key, a month needs no word: “10-2021”, and neither does a quarter: “III/2021”.
    let (known, _) = tokens(&text);
    let names = |words: [&str; 2]| known.iter().any(|word| words.contains(&word.as_str()));
    let word = match key {
        "month" if !names(["t", "thang"]) => "tháng",
        "quarter" if !names(["q", "quy"]) => "quý",
        _ => "",
    };
    let value = deadline(&format!("{word} {text}"), false, Years::Written).ok();
    match (key, value?) {
        ("month", Deadline::By(Term::Month(month))) => {
            Some(format!("{}-{:02}", month.year(), month.number()))
        }
        ("quarter", Deadline::By(Term::Quarter(q))) => {
            Some(format!("{}-Q{}", q.year(), q.number()))
        }
        ("year", Deadline::By(Term::Year(year))) => Some(year.number().to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn directive() -> Years {
        Years::OfDirective { from: date("2021-07-22"), to: Some(date("2022-03-31")) }
    }

    #[test]
    fn english_days_and_months_are_read() {
        for (text, expected) in [
            ("by 28 Feb 2025", Some("2025-02-28")),
            ("By 28 February 2025", Some("2025-02-28")),
            ("before 1 Mar 2025", Some("{before: 2025-03-01}")),
            ("March 1st, 2025", Some("2025-03-01")),
            ("end of Sept. 2025", Some("{month: 2025-09}")),
            ("28-Feb-2025", Some("2025-02-28")),
            ("no later than 5 May 2025", Some("2025-05-05")),
            ("30 Feb 2025", None),
            ("5 May", None),
            ("May the office report", None),
            ("by 5 May 2025 or 6 May 2025", None),
        ] {
            let read = deadline(text, false, Years::Written).ok();
            assert_eq!(read.and_then(|due| yaml(&due)).as_deref(), expected, "{text}");
        }
        let from = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
        let read = deadline("by 5 May", false, Years::OfDirective { from, to: None });
        assert_eq!(read.ok().and_then(|due| yaml(&due)).as_deref(), Some("2025-05-05"));
    }

    #[test]
    fn a_deadline_is_read_in_its_own_precision() {
        let read = |text: &str| deadline(text, false, directive());
        let day = |text: &str| Term::Day(date(text));
        let hour = |text: &str, clock: &str| Term::Hour(date(text), clock.parse().unwrap());
        let month = |text: &str| Term::Month(Month::of(date(text)));
        let quarter = |text: &str| Term::Quarter(Quarter::of(date(text)));
        let year = Term::Year(Year::of(date("2021-01-01")));
        for (text, due) in [
            ("trước 25/7", Deadline::Before(day("2021-07-25"))),
            ("Trước ngày 25/7/2021", Deadline::Before(day("2021-07-25"))),
            ("30.6.2021", Deadline::By(day("2021-06-30"))),
            ("2021-06-30", Deadline::By(day("2021-06-30"))),
            ("T12", Deadline::By(month("2021-12-01"))),
            ("trong tháng 10/2021", Deadline::By(month("2021-10-01"))),
            ("12/2021", Deadline::By(month("2021-12-01"))),
            ("2021-12", Deadline::By(month("2021-12-01"))),
            ("quý III", Deadline::By(quarter("2021-07-01"))),
            ("quý II/2022", Deadline::By(quarter("2022-04-01"))),
            ("Quý 4/2021", Deadline::By(quarter("2021-10-01"))),
            ("2021-Q4", Deadline::By(quarter("2021-10-01"))),
            ("24 tháng 8 năm 2021", Deadline::By(day("2021-08-24"))),
            ("17h thứ sáu, 30/7/2021", Deadline::By(hour("2021-07-30", "17:00"))),
            ("trước 17h30 ngày 30/7/2021", Deadline::Before(hour("2021-07-30", "17:30"))),
            ("2021-07-30 00:00:00", Deadline::By(day("2021-07-30"))),
            ("trước thứ năm 29/7", Deadline::Before(day("2021-07-29"))),
            ("hết năm 2021", Deadline::By(year)),
            ("2021", Deadline::By(year)),
        ] {
            assert_eq!(read(text), Ok(due), "{text}");
        }
        for text in ["thường xuyên", "khi có hướng dẫn", "quý 5/2021", "quý", "ngày 25 hằng tháng"]
        {
            assert_eq!(read(text), Err(DeadlineError::Term(DayError::Shape)), "{text}");
        }
        let no_such_day = DeadlineError::Term(DayError::NoSuchDay);
        assert_eq!(read("30/2/2021"), Err(no_such_day.clone()));
        assert_eq!(read("tháng 13/2021"), Err(no_such_day));
    }

    #[test]
    fn of_several_terms_the_last_counts() {
        let read = |text: &str| deadline(text, false, directive());
        let day = |text: &str| Deadline::By(Term::Day(date(text)));
        let month = |text: &str| Deadline::By(Term::Month(Month::of(date(text))));
        let quarter = |text: &str| Deadline::By(Term::Quarter(Quarter::of(date(text))));
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
            ("2021-2022", Deadline::By(Term::Year(Year::of(date("2022-01-01"))))),
        ] {
            assert_eq!(read(text), Err(DeadlineError::LastOf(due)), "{text}");
        }
    }

    #[test]
    fn what_is_read_is_written_as_records_have_it() {
        for (text, written) in [
            ("quý II/2025", "{quarter: 2025-Q2}"),
            ("trước quý II/2025", "{before: {quarter: 2025-Q2}}"),
            ("tháng 6/2025", "{month: 2025-06}"),
            ("trước ngày 30/6/2025", "{before: 2025-06-30}"),
            ("chậm nhất ngày 30/6/2025", "2025-06-30"),
            ("trong năm 2025", "{year: 2025}"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(written), "{text}");
        }
        for text in ["30.6.2025", "2025-06-30", "30/6", "quý II", "tháng 6"] {
            assert_eq!(meant(text), None, "{text}: no year, or a day");
        }
        assert_eq!(meant_term("10-2021", "month").as_deref(), Some("2021-10"));
        assert_eq!(meant_term("tháng 10 năm 2021", "month").as_deref(), Some("2021-10"));
        assert_eq!(meant_term("III/2021", "quarter").as_deref(), Some("2021-Q3"));
        assert_eq!(meant_term("3/2021", "quarter").as_deref(), Some("2021-Q3"));
        assert_eq!(meant_term("năm 2021", "year").as_deref(), Some("2021"));
        assert_eq!(meant_term("quý 5/2021", "quarter"), None);
    }
}
