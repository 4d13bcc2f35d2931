//! Tasks replace one another in a circle.
//!
//! A replaced task is not counted in the ratios, because the replacing task continues its work. In
//! a circle no task continues: all the work would drop out of the figures without being done or
//! stopped.
//!
//! Wrong:
//!
//! ```yaml
//! # tasks/1.3.yaml
//! - {date: 2021-08-31, state: superseded, superseded_by: "1.4", document: cv-3413}
//! # tasks/1.4.yaml
//! - {date: 2021-09-30, state: superseded, superseded_by: "1.3", document: cv-4000}
//! ```
//!
//! Right:
//!
//! ```yaml
//! # tasks/1.3.yaml
//! - {date: 2021-08-31, state: superseded, superseded_by: "1.4", document: cv-3413}
//! # tasks/1.4.yaml
//! - {date: 2021-09-30, state: in_progress}
//! ```
//!
//! The message shows the whole circle. Find the task that is active today and delete `state:
//! superseded` and `superseded_by` from its last entry. If all the work was given up, its last task
//! is `cancelled`.
//!
//! # Tiếng Việt
//!
//! Các nhiệm vụ thay thế nhau thành một vòng.
//!
//! Nhiệm vụ được thay thế không còn nằm trong các tỷ lệ vì nhiệm vụ thay nó vẫn tiếp tục. Nếu thành
//! vòng thì không nhiệm vụ nào tiếp tục: cả phần việc biến mất khỏi số liệu mà chưa từng hoàn thành
//! hay dừng.
//!
//! Sai:
//!
//! ```yaml
//! # tasks/1.3.yaml
//! - {date: 2021-08-31, state: superseded, superseded_by: "1.4", document: cv-3413}
//! # tasks/1.4.yaml
//! - {date: 2021-09-30, state: superseded, superseded_by: "1.3", document: cv-4000}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # tasks/1.3.yaml
//! - {date: 2021-08-31, state: superseded, superseded_by: "1.4", document: cv-3413}
//! # tasks/1.4.yaml
//! - {date: 2021-09-30, state: in_progress}
//! ```
//!
//! Thông báo nêu cả vòng. Xem nhiệm vụ nào hiện đang được thực hiện thì bỏ `state: superseded` và
//! `superseded_by` ở lần cập nhật cuối của nhiệm vụ đó. Nếu toàn bộ việc đã bỏ thì nhiệm vụ cuối
//! cùng ghi `cancelled`.

use std::collections::{BTreeMap, VecDeque};

use crate::check::circles;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Model, State, Task, TaskIx, Update};
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::error("superseded-loop", include_str!("superseded_loop.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    let next: Vec<&[TaskIx]> = (model.tasks.iter())
        .map(|task| match &task.elsewhere {
            Some(elsewhere) => &elsewhere.replaced_by[..],
            None => replaced(task).map_or(&[][..], |update| &update.superseded_by),
        })
        .collect();
    // A task that replaces itself is reported by another rule.
    for circle in loops(&next).iter().filter(|circle| circle.len() > 1) {
        let ids: Vec<&str> = circle.iter().map(|n| model.tasks[*n].id.as_str()).collect();
        for (n, task) in circle.iter().enumerate() {
            let following = circle[(n + 1) % circle.len()];
            let place = |n: usize| {
                let task = &model.tasks[n];
                let path = format!("updates[{}].superseded_by", replaced(task)?.place);
                Some(Place::value(task.file, path))
            };
            // What lies in another directive is reported there too.
            let Some(first) = place(*task) else { continue };
            let mut diagnostic = Diagnostic::of(&RULE, first).arg("id", ids[n]);
            if let Some(second) = place(following) {
                diagnostic = diagnostic.also(second);
            }
            let diagnostic = diagnostic.arg("other", ids[(n + 1) % ids.len()]);
            diagnostics.push(diagnostic.arg("chain", circles::written(&ids, n)));
        }
    }
}

/// Maximum number of steps in the search for circles among tasks that were split.
const MAX_STEPS: usize = 1_000_000;

/// The circles of tasks that replace one another, each once.
fn loops(next: &[&[TaskIx]]) -> Vec<Vec<usize>> {
    if next.iter().all(|tasks| tasks.len() < 2) {
        let next: Vec<Option<usize>> = next.iter().map(|tasks| Some(tasks.first()?.0)).collect();
        return circles::of(&next);
    }
    let (mut found, mut steps) = (Vec::<Vec<usize>>::new(), 0);
    for start in 0..next.len() {
        if next[start].is_empty() || found.iter().any(|circle| circle.contains(&start)) {
            continue;
        }
        // The shortest way back, by the task from which each was reached first.
        let mut from: BTreeMap<usize, usize> = BTreeMap::new();
        let mut queue = VecDeque::from([start]);
        while let Some(task) = queue.pop_front().filter(|_| steps < MAX_STEPS) {
            for TaskIx(other) in next[task] {
                steps += 1;
                if !from.contains_key(other) {
                    from.insert(*other, task);
                    queue.push_back(*other);
                }
            }
        }
        if let Some(last) = from.get(&start) {
            let back = std::iter::successors(Some(*last), |task| {
                from.get(task).copied().filter(|_| *task != start)
            });
            let mut circle: Vec<usize> = back.collect();
            circle.reverse();
            found.push(circle);
        }
    }
    found
}

/// Returns the entry that says that the task is replaced, if that is its latest state.
fn replaced(task: &Task) -> Option<&Update> {
    let last = task.updates.iter().rev().find(|update| update.state.is_some())?;
    (last.state == Some(State::Superseded)).then_some(last)
}
