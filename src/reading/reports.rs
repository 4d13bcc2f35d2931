//! Reads which reporting period is meant: `2023-03`, "tháng 3/2023", "quý I năm 2023".

use chrono::{Datelike, NaiveDate};

use super::MONTHS;
use super::normalized;
use crate::model::{Directive, Frequency, ReportPeriod, Reports};

/// Returns the period of a task's reports that a text names.
pub fn period(text: &str, reports: &Reports, directive: &Directive) -> Option<ReportPeriod> {
    let id = text.trim().to_lowercase();
    reports.period(directive, &id).or_else(|| {
        let id = id_in_words(&normalized(text), reports.every)?;
        reports.period(directive, &id)
    })
}

/// Returns the period that a spreadsheet turned into a day: `3/2023` typed into a cell becomes the
/// first of that month.
pub fn period_of_day(
    day: NaiveDate,
    reports: &Reports,
    directive: &Directive,
) -> Option<ReportPeriod> {
    let period = ReportPeriod { every: reports.every, first_day: day };
    let is_month = reports.every == Frequency::Month && day.day() == 1;
    is_month.then(|| reports.period(directive, &period.id())).flatten()
}

/// Returns the id of a period in folded words: its number, if it needs one, and its year.
fn id_in_words(words: &str, every: Frequency) -> Option<String> {
    let has = |word: &str| words.split(' ').any(|known| known == word);
    let fits = match every {
        Frequency::Week => !has("thang") && !has("quy") && !has("quarter"),
        Frequency::Month => !has("tuan") && !has("quy") && !has("week") && !has("quarter"),
        Frequency::Quarter => !has("tuan") && !has("thang") && !has("week"),
        Frequency::Half => !has("tuan") && !has("quy") && !has("quarter"),
        Frequency::Year => !has("tuan") && !has("quy") && !has("thang"),
    };
    if !fits {
        return None;
    }
    const ROMAN: [&str; 4] = ["i", "ii", "iii", "iv"];
    let place = |list: &[&str], word: &str| list.iter().position(|known| *known == word);
    let (mut year, mut numbers) = (None, Vec::new());
    for word in words.split(' ') {
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &word[letters.len()..];
        let is_short = matches!(letters, "" | "t" | "q" | "h" | "w");
        if let Ok(number) = digits.parse::<u32>()
            && is_short
        {
            match digits.len() {
                4 if year.replace(number).is_some() => return None,
                4 => {}
                _ => numbers.push(number),
            }
        } else if let Some(n) = place(&ROMAN, word).filter(|_| every != Frequency::Month) {
            numbers.push(u32::try_from(n).ok()? + 1);
        } else if let Some(n) = place(&MONTHS, word).filter(|_| every == Frequency::Month) {
            numbers.push(u32::try_from(n).ok()? + 1);
        }
    }
    let year = year?;
    if every == Frequency::Half {
        // "6 tháng đầu năm 2023", "6 tháng (1) năm 2023"
        if numbers.first() == Some(&6) && has("thang") {
            numbers.remove(0);
        }
        numbers.extend((has("dau") || has("first")).then_some(1));
        numbers.extend((has("cuoi") || has("second") || has("last")).then_some(2));
    }
    match (every, numbers.as_slice()) {
        (Frequency::Year, []) => Some(year.to_string()),
        (Frequency::Week, [n]) => Some(format!("{year}-w{n:02}")),
        (Frequency::Month, [n]) => Some(format!("{year}-{n:02}")),
        (Frequency::Quarter, [n]) => Some(format!("{year}-q{n}")),
        (Frequency::Half, [n]) => Some(format!("{year}-h{n}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_offices_write_them() {
        for (every, text, expected) in [
            (Frequency::Month, "tháng 3/2023", Some("2023-03")),
            (Frequency::Month, "Tháng 03 năm 2023", Some("2023-03")),
            (Frequency::Month, "Kỳ báo cáo tháng 3/2023", Some("2023-03")),
            (Frequency::Month, "T3/2023", Some("2023-03")),
            (Frequency::Month, "3/2023", Some("2023-03")),
            (Frequency::Month, "March 2023", Some("2023-03")),
            (Frequency::Month, "quý I/2023", None),
            (Frequency::Month, "tháng 3", None),
            (Frequency::Month, "tháng 3, 4/2023", None),
            (Frequency::Quarter, "quý I/2023", Some("2023-q1")),
            (Frequency::Quarter, "Quý 4 năm 2023", Some("2023-q4")),
            (Frequency::Quarter, "quarter III/2023", Some("2023-q3")),
            (Frequency::Quarter, "tháng 3/2023", None),
            (Frequency::Half, "6 tháng đầu năm 2023", Some("2023-h1")),
            (Frequency::Half, "6 tháng cuối năm 2023", Some("2023-h2")),
            (Frequency::Half, "6 tháng (2) năm 2023", Some("2023-h2")),
            (Frequency::Half, "half-year 1/2023", Some("2023-h1")),
            (Frequency::Year, "năm 2023", Some("2023")),
            (Frequency::Week, "tuần 5/2023", Some("2023-w05")),
            (Frequency::Week, "week 5/2023", Some("2023-w05")),
        ] {
            let read = id_in_words(&normalized(text), every);
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }
}
