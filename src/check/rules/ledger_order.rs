//! Entries or extensions that do not stand in the order of their dates.
//!
//! A warning that says which one won: the ledger is read by date, then by place in the file.

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::Model;
use crate::source::{FileId, Sources};

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    for task in &model.tasks {
        let entries = task.updates.iter().map(|update| (update.place, update.date)).collect();
        complain(entries, "updates", "date", task.file, faults);
        let extensions = task.extensions.iter().map(|e| (e.place, e.decided)).collect();
        complain(extensions, "extensions", "decided", task.file, faults);
    }
}

/// `entries` come sorted by date; those that the file has in another order are named.
fn complain(
    mut entries: Vec<(usize, NaiveDate)>,
    list: &str,
    field: &str,
    file: FileId,
    faults: &mut Diagnostics,
) {
    let Some((_, winner)) = entries.last().copied() else { return };
    entries.sort_unstable();
    let mut newest = NaiveDate::MIN;
    for (place, date) in entries {
        if date < newest {
            let place = Place::value(file, format!("{list}[{place}].{field}"));
            faults.push(
                Diagnostic::warning("ledger-order", place)
                    .arg("read", date)
                    .arg("before", newest)
                    .arg("winner", winner),
            );
        }
        newest = newest.max(date);
    }
}
