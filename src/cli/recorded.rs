//! `--recorded`: the day on which a fact that a command writes counts as recorded.

use chrono::NaiveDate;

use super::given::{GivenDay, Refusal, today};
use super::report::Report;
use crate::model::Model;
use crate::pipeline::Recording;

/// Takes the day that was given, or the one that follows from the records and from today.
pub(super) fn recording(given: Option<&GivenDay>, model: &Model, report: &Report) -> Recording {
    match given {
        Some(given) => Recording::on(given.date(model, report)),
        None => Recording::of_model(model, today()),
    }
}

/// Refuses a day that was given with `--recorded` if the fact happened after it.
pub(super) fn judge(
    recording: &Recording,
    happened: NaiveDate,
    report: &Report,
) -> Result<(), Refusal> {
    let Some(recorded) = recording.too_early_for(happened) else { return Ok(()) };
    let locale = report.locale();
    let args = [
        ("recorded", locale.short_date(recorded).into()),
        ("date", locale.short_date(happened).into()),
    ];
    Err(Refusal::new(locale.format("usage-recorded-before", &args)))
}
