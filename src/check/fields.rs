//! Parses the texts of fields: dates, numbers, fixed words and addresses.

use std::ops::{Range, RangeInclusive};

use chrono::{NaiveDate, NaiveTime};

use super::context::Context;
use super::rules;
use crate::content::yaml::CURLY;
use crate::diagnostic::{Diagnostic, Place, is_like};
use crate::reading::days;
use crate::reading::words::fixed_word;
use crate::source::{FileId, Step};
use crate::vietnamese::{self, DateError};

/// Trims the text of an optional field. Returns `None` if nothing is left.
pub(super) fn trimmed(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Reads the text of a required field.
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

/// Reads the text of a recommended field. The site works without it.
pub(super) fn wanted(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    field: &'static str,
) -> Option<String> {
    let found = trimmed(text);
    if found.is_none() {
        let diagnostic = Diagnostic::of(&rules::missing_heading::RULE, Place::key(file, field));
        cx.diagnostics.push(diagnostic.arg("field", field));
    }
    found
}

/// Reports a missing field, at its key if the key was written.
pub(super) fn missing(cx: &mut Context<'_>, file: FileId, record: &str, field: &'static str) {
    if was_left_out(cx, file, record, field) {
        return;
    }
    let path = join(record, field);
    let place = match cx.sources.get(file).index.get(&path) {
        Some(_) => Place::key(file, path),
        None => Place::key(file, record),
    };
    let diagnostic = Diagnostic::of(&rules::missing_field::RULE, place).arg("field", field);
    cx.diagnostics.push(diagnostic.arg("what", meaning(record, field)));
}

/// Names what a field means: `kind` and `name` of a target are not those of a record.
fn meaning(record: &str, field: &str) -> String {
    let is_target = record.starts_with("targets") && ["kind", "name"].contains(&field);
    if is_target { format!("target-{field}") } else { field.to_owned() }
}

/// Whether a value for this field was written and has been reported already: it has the wrong
/// shape, or stands under a misspelt key.
pub(super) fn was_left_out(cx: &Context<'_>, file: FileId, record: &str, field: &str) -> bool {
    let index = &cx.sources.get(file).index;
    index.inside(record).filter(|node| node.left_out).any(|node| match &node.step {
        Step::Key(key) => {
            let word = key.split([':', '\u{a0}']).find(|part| !part.is_empty());
            word.is_some_and(|word| is_like(word, field))
        }
        Step::Root | Step::Item(_) => false,
    })
}

/// Reads an optional date.
pub(super) fn date(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<NaiveDate> {
    let text = trimmed(text)?;
    read_date(cx, &text, Place::value(file, path))
}

/// Reads a required date.
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

/// Reads the day on which a fact was recorded: `recorded`, or the day of the fact if that is
/// missing or later.
pub(super) fn recorded(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    path: &str,
    happened: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let Some(recorded) = date(cx, text, file, path) else { return happened };
    if let Some(happened) = happened.filter(|happened| recorded < *happened) {
        let place = Place::value(file, path);
        cx.diagnostics.push(rules::recorded_before_fact::diagnostic(recorded, happened, place));
        return Some(happened);
    }
    Some(recorded)
}

/// Splits a text that is a date and then something that looks like an hour, `T` or blanks between
/// them.
pub(super) fn with_hour(text: &str) -> Option<(NaiveDate, &str)> {
    let (day, hour) = text.trim().split_once(['T', ' '])?;
    let hour = hour.trim();
    let day = vietnamese::parse_date(day).ok()?;
    hour.starts_with(|c: char| c.is_ascii_digit()).then_some((day, hour))
}

/// Reads a date that may have an hour behind it: `2023-06-30T17:00`, `30/6/2023 17h05`.
pub(super) fn read_moment(
    cx: &mut Context<'_>,
    text: &str,
    place: Place,
) -> (Option<NaiveDate>, Option<NaiveTime>) {
    let Some((day, hour)) = with_hour(text) else { return (read_date(cx, text, place), None) };
    let time = hour_of(hour);
    if time.is_none() {
        cx.diagnostics.push(rules::bad_hour::diagnostic(hour, place));
        return (None, None);
    }
    (Some(day), time)
}

/// Reads an hour: `17:00` or `17h00`, from 00:01 to 23:59.
fn hour_of(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once([':', 'h'])?;
    let number = |text: &str, digits: std::ops::RangeInclusive<usize>| -> Option<u32> {
        let plain = digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse().ok()).flatten()
    };
    let time = NaiveTime::from_hms_opt(number(hour, 1..=2)?, number(minute, 2..=2)?, 0)?;
    (time != NaiveTime::MIN).then_some(time)
}

pub(super) fn read_date(cx: &mut Context<'_>, text: &str, place: Place) -> Option<NaiveDate> {
    if let Some((_, hour)) = with_hour(text) {
        cx.diagnostics.push(rules::hour_misplaced::diagnostic(hour, place));
        return None;
    }
    let error = match vietnamese::parse_date(text) {
        Ok(date) => return Some(date),
        Err(error) => error,
    };
    let quoted = text.trim_matches(|c| "“”‘’«»\"'".contains(c));
    let error = match (error, vietnamese::parse_date(quoted)) {
        (DateError::Shape { .. }, Ok(date)) => DateError::Shape { suggestion: Some(date) },
        (error, _) => error,
    };
    let diagnostic = |rule| Diagnostic::of(rule, place).arg("read", text);
    let diagnostic = match error {
        DateError::MonthFirst { suggestion } => {
            diagnostic(&rules::date_month_first::RULE).suggest(Some(suggestion.to_string()))
        }
        DateError::TwoDigitYear { suggestion } => diagnostic(&rules::date_short_year::RULE)
            .suggest(suggestion.map(|date| date.to_string())),
        DateError::NoSuchDay { days_in_month, month, year, .. } => {
            diagnostic(&rules::date_no_such_day::RULE)
                .arg("days", days_in_month)
                .arg("month", month)
                .arg("year", year)
        }
        DateError::NoSuchMonth { month } => {
            diagnostic(&rules::date_no_such_month::RULE).arg("month", month)
        }
        DateError::YearOutOfRange { year } => diagnostic(&rules::date_year::RULE).arg("year", year),
        DateError::Shape { suggestion } => {
            let suggestion = suggestion.or_else(|| days::meant(text));
            let diagnostic = diagnostic(&rules::date_form::RULE)
                .suggest(suggestion.map(|date| date.to_string()));
            // 2021-7-5, 25.7.2021 and “ngày 25 tháng 7 năm 2021” can only mean one day.
            match (suggestion, plain_range(cx, &diagnostic.place, text)) {
                (Some(date), Some(range)) => diagnostic.fixed_by(range, date.to_string()),
                _ => diagnostic,
            }
        }
    };
    cx.diagnostics.push(diagnostic);
    None
}

/// Returns the range of the value at `place`, if it is exactly this text without quotes.
fn plain_range(cx: &Context<'_>, place: &Place, text: &str) -> Option<Range<usize>> {
    let file = cx.sources.get(place.file);
    let range = file.range(&place.spot);
    (file.text.get(range.clone()) == Some(text)).then_some(range)
}

/// Returns a diagnostic for a value in whose place another is certain.
pub(super) fn fixed_value(
    cx: &Context<'_>,
    diagnostic: Diagnostic,
    read: &str,
    right: &str,
) -> Diagnostic {
    let file = cx.sources.get(diagnostic.place.file);
    let range = file.range(&diagnostic.place.spot);
    let written = file.text.get(range.clone()).unwrap_or_default();
    // In a link of a note, the id stands behind a word and needs no quotation marks.
    let kind = written.split_once(':').filter(|(_, id)| *id == read).map(|(kind, _)| kind);
    match kind {
        Some(kind) => diagnostic.fixed_by(range, format!("{kind}:{right}")),
        None if written.trim_matches(['"', '\'']).trim() == read => {
            let is_word = right.starts_with(|c: char| c.is_ascii_alphabetic());
            let value = if is_word { right.to_owned() } else { format!("\"{right}\"") };
            diagnostic.fixed_by(range, value)
        }
        None => diagnostic,
    }
}

/// Returns a diagnostic for a value that is right except for the quotation marks that a word
/// processor put around it. `good` returns the value without them, if it is valid.
pub(super) fn fixed_quotes(
    cx: &Context<'_>,
    diagnostic: Diagnostic,
    text: &str,
    good: impl Fn(&str) -> Option<String>,
) -> Diagnostic {
    let bare = text.trim_matches(CURLY).trim();
    match (good(bare), plain_range(cx, &diagnostic.place, text)) {
        (Some(good), Some(range)) if bare != text => {
            diagnostic.fixed_by(range, format!("\"{good}\""))
        }
        _ => diagnostic,
    }
}

/// Reads one of a list of fixed words.
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
    let diagnostic = rules::unknown_word::diagnostic(&text, &words, field, place);
    let diagnostic = diagnostic.arg("what", meaning(path, field));
    let known = |bare: &str| words.contains(&bare).then(|| bare.to_owned());
    let diagnostic = match fixed_word(&text, &words) {
        Some(word) => fixed_value(cx, diagnostic, &text, word),
        None => fixed_quotes(cx, diagnostic, &text, known),
    };
    cx.diagnostics.push(diagnostic);
    None
}

/// Reads a whole number within bounds.
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
    cx.diagnostics.push(rules::bad_number::diagnostic(&text, field, &bounds, place));
    None
}

/// Reads `true` or `false`.
pub(super) fn yes_or_no(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<bool> {
    choice(cx, text, &[("true", true), ("false", false)], file, path)
}

/// Reads an http(s) address.
pub(super) fn url(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<String> {
    let text = trimmed(text)?;
    let diagnostic = rules::bad_url::diagnostic(&text, Place::value(file, path));
    let fine = diagnostic.is_none();
    cx.diagnostics.extend(diagnostic);
    fine.then_some(text)
}

/// Joins the path of a record and the name of a field.
pub(super) fn join(record: &str, field: &str) -> String {
    if record.is_empty() { field.to_owned() } else { format!("{record}.{field}") }
}
