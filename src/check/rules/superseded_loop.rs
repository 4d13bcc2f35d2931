//! Tasks that replace each other in a circle.
//!
//! Who follows the links from a replaced task must come to one that is still pursued, done or
//! cancelled. Here the way leads back to where it began, so the work is nowhere.
//!
//! Wrong:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! updates: [{date: 2024-03-10, state: superseded, document: qd-1, superseded_by: "1.2"}]
//! # tasks/1.2.yaml
//! updates: [{date: 2024-03-20, state: superseded, document: qd-1, superseded_by: "1.1"}]
//! ```
//!
//! Right:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! updates: [{date: 2024-03-10, state: superseded, document: qd-1, superseded_by: "1.2"}]
//! # tasks/1.2.yaml
//! updates: [{date: 2024-03-20, state: in_progress}]
//! ```
//!
//! # Tiếng Việt
//!
//! Các nhiệm vụ thay thế nhau thành vòng tròn.
//!
//! Đi theo liên kết từ một nhiệm vụ đã được thay thế thì phải tới một nhiệm vụ còn theo dõi, đã
//! xong hoặc đã dừng. Ở đây đường đi quay về chỗ cũ, nên không nhiệm vụ nào còn được theo dõi.
//!
//! Sai:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! updates: [{date: 2024-03-10, state: superseded, document: qd-1, superseded_by: "1.2"}]
//! # tasks/1.2.yaml
//! updates: [{date: 2024-03-20, state: superseded, document: qd-1, superseded_by: "1.1"}]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! updates: [{date: 2024-03-10, state: superseded, document: qd-1, superseded_by: "1.2"}]
//! # tasks/1.2.yaml
//! updates: [{date: 2024-03-20, state: in_progress}]
//! ```

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Model, State, Task, TaskIx, Update};
use crate::source::Sources;

pub(super) const RULE: Rule = Rule::warning("superseded-loop", include_str!("superseded_loop.rs"));

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    // Every task has at most one way on, so a walk that marks its steps is done in one pass.
    let mut seen_from: Vec<Option<usize>> = vec![None; model.tasks.len()];
    for start in 0..model.tasks.len() {
        let mut at = start;
        while seen_from[at].is_none() {
            seen_from[at] = Some(start);
            let Some((_, TaskIx(next))) = replaced(&model.tasks[at]) else { break };
            at = next;
        }
        let Some((update, TaskIx(next))) = replaced(&model.tasks[at]) else { continue };
        // A circle is met again only on the walk that found it; itself alone is another fault.
        if seen_from[at] != Some(start) || next == at {
            continue;
        }
        let place = |task: &Task, update: &Update| {
            Place::value(task.file, format!("updates[{}].superseded_by", update.place))
        };
        let (task, other) = (&model.tasks[at], &model.tasks[next]);
        let mut fault = Diagnostic::of(&RULE, place(task, update));
        fault.second = replaced(other).map(|(update, _)| place(other, update));
        faults.push(fault.arg("task", &task.id).arg("other", &other.id));
    }
}

/// The entry by which a task stands replaced now, and by what.
fn replaced(task: &Task) -> Option<(&Update, TaskIx)> {
    let last = task.updates.iter().rev().find(|update| update.state.is_some())?;
    let by = last.superseded_by.filter(|_| last.state == Some(State::Superseded))?;
    Some((last, by))
}
