//! Whether a task as a whole was done on a day, and for how long it stood overdue before.

use chrono::NaiveDate;

use super::ledger::{self, Completion};
use super::parts;
use crate::model::{Kind, State, Task};

/// Returns the completion of a task on a day, if it counts: with evidence, where that is required.
/// A deliverable with parts is done by its parts alone.
pub(super) fn proven(task: &Task, on: NaiveDate, evidence_required: bool) -> Option<Completion> {
    if task.kind == Kind::Deliverable && task.split.is_some() {
        return parts::whole_of(task, on, evidence_required).completion;
    }
    ledger::completion(ledger::known(task, on))
        .filter(|c| c.evidence.is_some() || !evidence_required)
}

/// Counts the days on which the task was overdue before its last extension, cancellation or
/// replacement known on `as_of`. The day of that decision is not counted.
///
/// A later decision does not erase these days. What names a part leaves the whole alone.
pub fn slip_days(task: &Task, as_of: NaiveDate, evidence_required: bool) -> u32 {
    let stops = ledger::known(task, as_of).iter();
    let stops = stops.filter(|e| !e.parts.is_of_parts() && e.state.is_some_and(State::is_stop));
    let extensions = ledger::decided(task, as_of).iter().filter(|e| e.parts.is_empty());
    let extensions = extensions.map(|extension| extension.decided);
    let Some(end) = stops.map(|e| e.date).chain(extensions).max() else { return 0 };
    ledger::days_in(&overdue_spans(task, end, evidence_required))
}

/// Returns the stretches of days before `end` on which the task was overdue, as known on each day.
/// Each is its first day and the day after its last.
pub fn overdue_spans(
    task: &Task,
    end: NaiveDate,
    evidence_required: bool,
) -> Vec<(NaiveDate, NaiveDate)> {
    ledger::overdue_spans(
        task,
        end,
        |day| ledger::in_force(task, day).and_then(|due| due.last_good_day),
        |day| parts::is_stopped(task, day) || proven(task, day, evidence_required).is_some(),
    )
}
