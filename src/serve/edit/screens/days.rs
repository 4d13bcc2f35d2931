//! Days in forms. They are typed, since a browser shows its own date fields in its own language.

use super::super::Editor;
use super::super::form::{Choice, Fault, Field, Form};
use super::super::keeper::Records;
use crate::fix::entry::scalar;
use crate::reading::days::{self, Years};

/// The fields of a day: today, yesterday, or another.
pub(super) fn day_fields(editor: &Editor, form: &Form, name: &str, label: String) -> Vec<Field> {
    let today = editor.clerk.today();
    let chosen = if form.has(name) { form.raw(name) } else { "hom-nay" };
    let yesterday = today.pred_opt().unwrap_or(today);
    let days = [("hom-nay", "edit-today", today), ("hom-qua", "edit-yesterday", yesterday)];
    let mut options: Vec<Choice> = (days.into_iter())
        .map(|(value, key, day)| {
            let args = [("date", editor.locale.short_date(day).into())];
            Choice::new(value, editor.locale.format(key, &args), chosen == value)
        })
        .collect();
    options.push(Choice::new("khac", editor.locale.text("edit-other-day"), chosen == "khac"));
    let other = format!("{name}-khac");
    let typed = form.line(&other);
    vec![
        Field::radios(name, label, options),
        Field::line(&other, editor.locale.text("edit-day"), &typed)
            .hint(editor.locale.text("edit-day-hint"))
            .short(),
    ]
}

/// A day as a record holds it. What cannot be read is written as it was typed, so that the rule says
/// what is wrong with it.
pub(super) fn day(
    editor: &Editor,
    records: &Records,
    form: &Form,
    name: &str,
) -> Result<String, Fault> {
    let other = format!("{name}-khac");
    let typed = form.line(&other);
    let today = editor.clerk.today();
    match form.raw(name) {
        "khac" => {}
        _ if !typed.is_empty() => {
            return Err(Fault::of(&other, editor.locale.text("edit-day-twice")));
        }
        "hom-qua" => return Ok(today.pred_opt().unwrap_or(today).to_string()),
        _ => return Ok(today.to_string()),
    }
    if typed.is_empty() {
        return Err(Fault::of(&other, editor.locale.text("edit-day-missing")));
    }
    Ok(typed_day(records, &typed))
}

/// A typed day as a record holds it.
pub(super) fn typed_day(records: &Records, typed: &str) -> String {
    if typed.is_empty() {
        return String::new();
    }
    match days::day(typed, years(records)) {
        Ok(day) => day.date.to_string(),
        Err(_) => scalar(typed, true),
    }
}

/// Whose year a day without one has.
pub(super) fn years(records: &Records) -> Years {
    Years::Near { date: records.as_of, from: records.model().directive.date }
}
