//! Changes between the published site and a new one, for the hand-over sheet.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::published::{self, Published};
use crate::assess::{Assessment, Standing, ledger};
use crate::model::{Model, State, Task, TaskIx};

/// Tasks that changed since the published site, each list in the model's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The date of the published data.
    pub from: NaiveDate,
    /// Not published before.
    pub added: Vec<TaskIx>,
    /// Number and title of what is gone.
    pub gone: Vec<(String, String)>,
    /// Done now, and not before.
    pub done: Vec<TaskIx>,
    /// Past its deadline now, and not before.
    pub overdue: Vec<TaskIx>,
    /// Another last good day than before.
    pub redated: Vec<TaskIx>,
    /// Done before, and no longer.
    pub reopened: Vec<TaskIx>,
    /// Given up or replaced now, and not before.
    pub stopped: Vec<TaskIx>,
    /// With an entry or a decision that the records date, and claim to have known, before the
    /// published date, although it was not published; or not published as a whole. The figures of
    /// earlier dates change by them.
    pub late: Vec<TaskIx>,
}

impl Changed {
    /// The lists of tasks, under the keys of their words.
    pub fn by_kind(&self) -> [(&'static str, &Vec<TaskIx>); 7] {
        [
            ("handover-done", &self.done),
            ("handover-overdue", &self.overdue),
            ("handover-redated", &self.redated),
            ("handover-reopened", &self.reopened),
            ("handover-stopped", &self.stopped),
            ("handover-late", &self.late),
            ("handover-added", &self.added),
        ]
    }
}

/// Whether a fact of a public task is said to have been known before the published date, and was not
/// published.
fn is_late(task: &Task, before: &published::Task, published: NaiveDate) -> bool {
    if task.restricted || before.is_restricted() {
        return false;
    }
    let mut entries: Vec<_> = before.entries.iter().map(|e| (e.date, e.state.as_deref())).collect();
    let mut decisions: Vec<_> = before.extensions.iter().map(|e| e.date).collect();
    let new_entry = task.updates.iter().filter(|u| u.recorded < published).any(|update| {
        let wanted = (update.date, update.state.map(State::name));
        let known = entries.iter().position(|known| *known == wanted);
        known.map(|at| entries.swap_remove(at)).is_none()
    });
    new_entry
        || task.extensions.iter().filter(|e| e.recorded < published).any(|extension| {
            let known = decisions.iter().position(|known| *known == extension.decided);
            known.map(|at| decisions.swap_remove(at)).is_none()
        })
}

/// Compares the published facts with the current ones.
pub fn changed(published: &Published, model: &Model, assessment: &Assessment) -> Changed {
    let before: BTreeMap<&str, _> =
        published.tasks.iter().map(|task| (task.id.as_str(), task)).collect();
    let now: BTreeSet<&str> = model.tasks.iter().map(|task| task.id.as_str()).collect();
    let mut changed = Changed { from: published.as_of, ..Changed::default() };
    for (ix, task) in model.tasks() {
        let Some(before) = before.get(task.id.as_str()) else {
            changed.added.push(ix);
            if task.since.is_none_or(|since| since < published.as_of) {
                changed.late.push(ix);
            }
            continue;
        };
        if is_late(task, before, published.as_of) {
            changed.late.push(ix);
        }
        let standing = assessment[ix].standing;
        let due = ledger::in_force(task, assessment.as_of).and_then(|due| due.last_good_day);
        let mut put = |holds: bool, list: fn(&mut Changed) -> &mut Vec<TaskIx>| {
            if holds {
                list(&mut changed).push(ix);
            }
        };
        put(standing.is_done() && !before.is_done(), |c| &mut c.done);
        put(standing == Standing::Overdue && before.standing != "overdue", |c| &mut c.overdue);
        put(before.last_good_day.is_some() && due != before.last_good_day, |c| &mut c.redated);
        put(before.is_done() && !standing.is_done() && !standing.is_stopped(), |c| &mut c.reopened);
        put(standing.is_stopped() && !before.is_stopped(), |c| &mut c.stopped);
    }
    let gone = published.tasks.iter().filter(|task| !now.contains(task.id.as_str()));
    changed.gone = gone.map(|task| (task.number.clone(), task.title.clone())).collect();
    changed
}
