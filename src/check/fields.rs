//! Reads the texts of fields: as dates, numbers, words of a choice, addresses.

use std::ops::{Range, RangeInclusive};

use chrono::NaiveDate;

use super::context::Context;
use super::rules;
use crate::content::yaml::CURLY;
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::source::{FileId, Step};
use crate::vietnamese::{self, DateError};

/// The text of an optional field: trimmed, and nothing if nothing is left.
pub(super) fn trimmed(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The text of a field that must be there.
pub(super) fn required(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    record: &str,
    field: &'static str,
) -> Option<String> {
    let found = trimmed(text);
    if found.is_none() {
        missing(cx, file, record, field);
    }
    found
}

/// The text of a field that should be there; the site can do without it.
pub(super) fn wanted(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    field: &'static str,
) -> Option<String> {
    let found = trimmed(text);
    if found.is_none() {
        let fault = Diagnostic::of(&rules::missing_heading::RULE, Place::key(file, field));
        cx.faults.push(fault.arg("field", field));
    }
    found
}

/// Complains that a field is not there: at its key, if that much was written.
pub(super) fn missing(cx: &mut Context<'_>, file: FileId, record: &str, field: &'static str) {
    if was_left_out(cx, file, record, field) {
        return;
    }
    let path = join(record, field);
    let place = match cx.sources.get(file).index.get(&path) {
        Some(_) => Place::key(file, path),
        None => Place::key(file, record),
    };
    let fault = Diagnostic::of(&rules::missing_field::RULE, place).arg("field", field);
    cx.faults.push(fault);
}

/// Whether something was written for this field, could not be read and has been reported: as
/// a value of the wrong shape, or under a key that is nearly this one.
pub(super) fn was_left_out(cx: &Context<'_>, file: FileId, record: &str, field: &str) -> bool {
    let index = &cx.sources.get(file).index;
    index.inside(record).filter(|node| node.left_out).any(|node| match &node.step {
        Step::Key(key) => {
            let word = key.split([':', '\u{a0}']).find(|part| !part.is_empty());
            word.is_some_and(|word| nearest(word, [field]).is_some())
        }
        Step::Root | Step::Item(_) => false,
    })
}

/// An optional date.
pub(super) fn date(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<NaiveDate> {
    let text = trimmed(text)?;
    read_date(cx, &text, Place::value(file, path))
}

/// A date that must be there.
pub(super) fn required_date(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    record: &str,
    field: &'static str,
) -> Option<NaiveDate> {
    let text = required(cx, text, file, record, field)?;
    read_date(cx, &text, Place::value(file, join(record, field)))
}

pub(super) fn read_date(cx: &mut Context<'_>, text: &str, place: Place) -> Option<NaiveDate> {
    let error = match vietnamese::parse_date(text) {
        Ok(date) => return Some(date),
        Err(error) => error,
    };
    let quoted = text.trim_matches(|c| "“”‘’«»\"'".contains(c));
    let error = match (error, vietnamese::parse_date(quoted)) {
        (DateError::Shape { .. }, Ok(date)) => DateError::Shape { suggestion: Some(date) },
        (error, _) => error,
    };
    let fault = |rule| Diagnostic::of(rule, place).arg("read", text);
    let fault = match error {
        DateError::MonthFirst { suggestion } => {
            fault(&rules::date_month_first::RULE).suggest(Some(suggestion.to_string()))
        }
        DateError::TwoDigitYear { suggestion } => {
            fault(&rules::date_short_year::RULE).suggest(suggestion.map(|date| date.to_string()))
        }
        DateError::NoSuchDay { days_in_month, month, year, .. } => {
            fault(&rules::date_no_such_day::RULE)
                .arg("days", days_in_month)
                .arg("month", month)
                .arg("year", year)
        }
        DateError::NoSuchMonth { month } => {
            fault(&rules::date_no_such_month::RULE).arg("month", month)
        }
        DateError::YearOutOfRange { year } => fault(&rules::date_year::RULE).arg("year", year),
        DateError::Shape { suggestion } => {
            let fault =
                fault(&rules::date_form::RULE).suggest(suggestion.map(|date| date.to_string()));
            // A shape as plain as 2021-7-5 or 25.7.2021 can mean one day only.
            match (suggestion, plain_range(cx, &fault.place, text)) {
                (Some(date), Some(range)) => fault.fixed_by(range, date.to_string()),
                _ => fault,
            }
        }
    };
    cx.faults.push(fault);
    None
}

/// The bytes of the value at `place`, if they are this very text without quotes.
fn plain_range(cx: &Context<'_>, place: &Place, text: &str) -> Option<Range<usize>> {
    let file = cx.sources.get(place.file);
    let range = file.range(&place.spot);
    (file.text.get(range.clone()) == Some(text)).then_some(range)
}

/// A complaint about a value that is right but for the quotation marks which Word made around
/// it: `good` gives the value without them, if it is.
pub(super) fn fixed_quotes(
    cx: &Context<'_>,
    fault: Diagnostic,
    text: &str,
    good: impl Fn(&str) -> Option<String>,
) -> Diagnostic {
    let bare = text.trim_matches(CURLY).trim();
    match (good(bare), plain_range(cx, &fault.place, text)) {
        (Some(good), Some(range)) if bare != text => fault.fixed_by(range, format!("\"{good}\"")),
        _ => fault,
    }
}

/// One of a list of words.
pub(super) fn choice<T: Copy>(
    cx: &mut Context<'_>,
    text: &Option<String>,
    known: &[(&'static str, T)],
    file: FileId,
    path: &str,
) -> Option<T> {
    let text = trimmed(text)?;
    if let Some((_, value)) = known.iter().find(|(word, _)| *word == text) {
        return Some(*value);
    }
    let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
    let field = path.rsplit('.').next().unwrap_or(path);
    let place = Place::value(file, path);
    let fault = rules::unknown_word::complaint(&text, &words, field, place);
    let known = |bare: &str| words.contains(&bare).then(|| bare.to_owned());
    let fault = fixed_quotes(cx, fault, &text, known);
    cx.faults.push(fault);
    None
}

/// A whole number within bounds.
pub(super) fn number(
    cx: &mut Context<'_>,
    text: &Option<String>,
    bounds: RangeInclusive<u32>,
    file: FileId,
    path: &str,
) -> Option<u32> {
    let text = trimmed(text)?;
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    if let Some(n) = text.parse().ok().filter(|n| digits && bounds.contains(n)) {
        return Some(n);
    }
    let field = path.rsplit('.').next().unwrap_or(path);
    let place = Place::value(file, path);
    cx.faults.push(rules::bad_number::complaint(&text, field, &bounds, place));
    None
}

/// `true` or `false`.
pub(super) fn yes_or_no(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<bool> {
    choice(cx, text, &[("true", true), ("false", false)], file, path)
}

/// An http(s) address.
pub(super) fn url(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<String> {
    let text = trimmed(text)?;
    let fault = rules::bad_url::complaint(&text, Place::value(file, path));
    let fine = fault.is_none();
    cx.faults.extend(fault);
    fine.then_some(text)
}

/// The path of a field of the record at `record`.
pub(super) fn join(record: &str, field: &str) -> String {
    if record.is_empty() { field.to_owned() } else { format!("{record}.{field}") }
}
