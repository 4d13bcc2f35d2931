//! A task is reported done while a target is not reached.
//!
//! The label follows the evidence and the target stands beside it, so nothing is wrong. But readers
//! will ask.
//!
//! Wrong:
//!
//! ```yaml
//! targets:
//!   - {title: Nhà đã xong, at_least: 118, values: [{date: 2024-12-31, value: 97}]}
//! updates:
//!   - {date: 2025-05-22, state: done, evidence: [bc-1]}
//! ```
//!
//! Right:
//!
//! ```yaml
//! targets:
//!   - {title: Nhà đã xong, at_least: 118, values: [{date: 2025-05-20, value: 118}]}
//! updates:
//!   - {date: 2025-05-22, state: done, evidence: [bc-1]}
//! ```
//!
//! Add the newest value, or check whether the task is done.
//!
//! # Tiếng Việt
//!
//! Báo hoàn thành khi chỉ tiêu chưa đạt.
//!
//! Tình trạng theo minh chứng, chỉ tiêu ghi bên cạnh, nên không có gì sai. Nhưng người đọc sẽ hỏi.
//!
//! Sai:
//!
//! ```yaml
//! targets:
//!   - {title: Nhà đã xong, at_least: 118, values: [{date: 2024-12-31, value: 97}]}
//! updates:
//!   - {date: 2025-05-22, state: done, evidence: [bc-1]}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! targets:
//!   - {title: Nhà đã xong, at_least: 118, values: [{date: 2025-05-20, value: 118}]}
//! updates:
//!   - {date: 2025-05-22, state: done, evidence: [bc-1]}
//! ```
//!
//! Bổ sung giá trị mới nhất, hoặc xem lại việc đã xong chưa.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Model, State};
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::warning("done-below-target", include_str!("done_below_target.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for task in model.tasks.iter().filter(|task| !task.targets.is_empty()) {
        let whole = task.updates.iter().filter(|entry| !entry.parts.is_of_parts());
        let Some(last) = whole.rev().find(|entry| entry.state.is_some()) else { continue };
        if last.state != Some(State::Done) {
            continue;
        }
        for target in &task.targets {
            let known = target.values.iter().rev().find(|value| value.date <= last.date);
            let is_outside = |value| target.levels.iter().any(|level| !level.bound.holds(value));
            if let Some(value) = known.filter(|value| is_outside(value)) {
                let place = Place::value(task.file, format!("updates[{}].state", last.place));
                let at = format!("targets[{}].values[{}]", target.at, value.place);
                let diagnostic = Diagnostic::of(&RULE, place).also(Place::key(task.file, at));
                diagnostics.push(diagnostic.arg("title", &target.title));
            }
        }
    }
}
