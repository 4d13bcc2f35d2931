//! An agency that leads or helps did not exist on the directive's date.
//!
//! A warning: a task may have been given to an agency that was set up later, but more often the
//! wrong one of two agencies of similar names was chosen.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::{AgencyIx, Model};
use crate::source::Sources;

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    let date = model.directive.date;
    let is_valid = |agency: AgencyIx| {
        let agency = &model[agency];
        agency.valid_from.is_none_or(|from| from <= date)
            && agency.valid_until.is_none_or(|until| until >= date)
    };
    for task in &model.tasks {
        for (field, agencies) in [("lead", &task.leads), ("support", &task.support)] {
            for agency in agencies.iter().filter(|agency| !is_valid(**agency)) {
                let fault = Diagnostic::warning("agency-not-valid", Place::value(task.file, field));
                faults.push(fault.arg("agency", &model[*agency].name).arg("date", date));
            }
        }
    }
}
