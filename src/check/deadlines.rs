//! Links deadlines: a day, or a mapping that has exactly one of several forms.

use super::context::Context;
use super::fields::{self, join};
use super::rules;
use crate::content::records::{DueParts, DueRecord};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Deadline, Term};
use crate::source::FileId;
use crate::vietnamese::{self, PeriodError};

/// The deadline that a record means.
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

/// The forms of a deadline that is a mapping.
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

/// The form that a deadline has; `None` where it has none, or more than one.
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

/// Reports a deadline of no form, or of several, unless a part of it was left out.
fn report_form(cx: &mut Context<'_>, file: FileId, path: &str) {
    if cx.sources.get(file).index.inside(path).all(|node| !node.left_out) {
        let place = Place::value(file, path);
        cx.faults.push(rules::deadline_form::complaint("", place));
    }
}

/// What may stand under `by` and `before`: a day, a month, a quarter, a year.
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

/// A month, a quarter or a year.
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
    cx.faults.push(match (unit, error) {
        (_, PeriodError::YearOutOfRange { year }) => {
            Diagnostic::of(&rules::date_year::RULE, place).arg("read", text).arg("year", year)
        }
        (Unit::Month, _) => rules::bad_month::complaint(text, place),
        (Unit::Quarter, _) => rules::bad_quarter::complaint(text, place),
        (Unit::Year, _) => rules::bad_year::complaint(text, place),
    });
    None
}

/// A day; a month, quarter or year without its key is told how to write it.
fn day(cx: &mut Context<'_>, text: &str, place: Place) -> Option<Term> {
    let text = text.trim();
    if rules::deadline_form::meant(text).is_some() {
        cx.faults.push(rules::deadline_form::complaint(text, place));
        return None;
    }
    fields::read_date(cx, text, place).map(Term::Day)
}
