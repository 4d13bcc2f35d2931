//! Links deadlines: a day, or a mapping in exactly one of several forms.

use super::context::Context;
use super::fields::{self, join};
use super::rules;
use crate::content::records::{DueParts, DueRecord};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Deadline, Term};
use crate::reading::deadlines::meant;
use crate::source::FileId;
use crate::vietnamese::{self, PeriodError};

/// Links the deadline of a record.
pub(super) fn link(
    cx: &mut Context<'_>,
    due: &DueRecord,
    file: FileId,
    path: &str,
) -> Option<Deadline> {
    let parts = match due {
        DueRecord::Date(text) => return day(cx, text, Place::value(file, path)).map(Deadline::By),
        DueRecord::Parts(parts) => parts,
    };
    match form(parts) {
        None => {
            report_form(cx, file, path);
            None
        }
        Some(Form::By(due)) => term(cx, due, file, &join(path, "by")).map(Deadline::By),
        Some(Form::Before(due)) => term(cx, due, file, &join(path, "before")).map(Deadline::Before),
        Some(Form::Calendar(unit, text)) => calendar(cx, unit, text, file, path).map(Deadline::By),
        Some(Form::After) => {
            let after = fields::required(cx, &parts.after, file, path, "after");
            if parts.days.is_none() {
                fields::missing(cx, file, path, "days");
            }
            let days = fields::number(cx, &parts.days, 0..=3650, file, &join(path, "days"));
            let happened = fields::date(cx, &parts.happened, file, &join(path, "happened"));
            Some(Deadline::After { days: days?, event: after?, happened })
        }
        Some(Form::Event) => {
            fields::required(cx, &parts.event, file, path, "event").map(Deadline::Event)
        }
    }
}

/// The forms of a deadline that is written as a mapping.
enum Form<'a> {
    By(&'a DueRecord),
    Before(&'a DueRecord),
    Calendar(Unit, &'a str),
    After,
    Event,
}

#[derive(Clone, Copy)]
enum Unit {
    Month,
    Quarter,
    Year,
}

/// Returns the form of a deadline, or `None` if it has none or more than one.
fn form(parts: &DueParts) -> Option<Form<'_>> {
    let DueParts { by, before, month, quarter, year, days, after, happened, event } = parts;
    let unit = |unit| move |text| Form::Calendar(unit, text);
    let is_counted = days.is_some() || after.is_some() || happened.is_some();
    let forms = [
        by.as_ref().map(Form::By),
        before.as_ref().map(Form::Before),
        month.as_deref().map(unit(Unit::Month)),
        quarter.as_deref().map(unit(Unit::Quarter)),
        year.as_deref().map(unit(Unit::Year)),
        is_counted.then_some(Form::After),
        event.as_ref().map(|_| Form::Event),
    ];
    let mut written = forms.into_iter().flatten();
    written.next().filter(|_| written.next().is_none())
}

/// Reports a deadline with no form or several, unless one of its parts was already reported.
fn report_form(cx: &mut Context<'_>, file: FileId, path: &str) {
    if cx.sources.get(file).index.inside(path).all(|node| !node.left_out) {
        let place = Place::value(file, path);
        cx.diagnostics.push(rules::deadline_form::diagnostic("", place));
    }
}

/// Reads the value of `by` or `before`: a day, a month, a quarter or a year.
fn term(cx: &mut Context<'_>, due: &DueRecord, file: FileId, path: &str) -> Option<Term> {
    match due {
        DueRecord::Date(text) => day(cx, text, Place::value(file, path)),
        DueRecord::Parts(parts) => {
            if let Some(Form::Calendar(unit, text)) = form(parts) {
                return calendar(cx, unit, text, file, path);
            }
            report_form(cx, file, path);
            None
        }
    }
}

/// Reads a month, a quarter or a year.
fn calendar(
    cx: &mut Context<'_>,
    unit: Unit,
    text: &str,
    file: FileId,
    path: &str,
) -> Option<Term> {
    let written = text.trim();
    let (field, read) = match unit {
        Unit::Month => ("month", vietnamese::parse_month(written).map(Term::Month)),
        Unit::Quarter => ("quarter", vietnamese::parse_quarter(written).map(Term::Quarter)),
        Unit::Year => ("year", vietnamese::parse_year(written).map(Term::Year)),
    };
    let error = match read {
        Ok(term) => return Some(term),
        Err(error) => error,
    };
    let place = Place::value(file, join(path, field));
    cx.diagnostics.push(match (unit, error) {
        (_, PeriodError::YearOutOfRange { year }) => {
            Diagnostic::of(&rules::date_year::RULE, place).arg("read", text).arg("year", year)
        }
        (Unit::Month, _) => rules::bad_month::diagnostic(text, place),
        (Unit::Quarter, _) => rules::bad_quarter::diagnostic(text, place),
        (Unit::Year, _) => rules::bad_year::diagnostic(text, place),
    });
    None
}

/// Reads a day. The diagnostic for a month, quarter or year without its key shows how to write it.
fn day(cx: &mut Context<'_>, text: &str, place: Place) -> Option<Term> {
    let text = text.trim();
    let has_hour = fields::with_hour(text).is_some();
    if !has_hour && meant(text).is_some() {
        cx.diagnostics.push(rules::deadline_form::diagnostic(text, place));
        return None;
    }
    match fields::read_moment(cx, text, place) {
        (Some(day), Some(time)) => Some(Term::Hour(day, time)),
        (day, _) => day.map(Term::Day),
    }
}
