//! A task with parts is reported done as a whole.
//!
//! A task with parts is done when each of its parts is. A `done` that names no part finishes none
//! of them: the task waits for its parts.
//!
//! Wrong:
//!
//! ```yaml
//! parts: [{id: a, title: A}, {id: b, title: B}]
//! updates:
//!   - {date: 2024-05-02, state: done, evidence: [bc-1]}
//! ```
//!
//! Right:
//!
//! ```yaml
//! parts: [{id: a, title: A}, {id: b, title: B}]
//! updates:
//!   - {date: 2024-05-02, part: all, state: done, evidence: [bc-1]}
//! ```
//!
//! Write `part: all`, or the parts that are done.
//!
//! # Tiếng Việt
//!
//! Việc chia phần được báo hoàn thành chung.
//!
//! Việc chia phần chỉ hoàn thành khi từng phần đã xong. `done` không nêu phần nào thì không phần
//! nào được tính: việc vẫn chờ các phần.
//!
//! Sai:
//!
//! ```yaml
//! parts: [{id: a, title: A}, {id: b, title: B}]
//! updates:
//!   - {date: 2024-05-02, state: done, evidence: [bc-1]}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! parts: [{id: a, title: A}, {id: b, title: B}]
//! updates:
//!   - {date: 2024-05-02, part: all, state: done, evidence: [bc-1]}
//! ```
//!
//! Ghi `part: all`, hoặc các phần đã xong.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Model, State};
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::warning("done-of-no-part", include_str!("done_of_no_part.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for task in model.tasks.iter().filter(|task| task.split.is_some()) {
        let whole = task.updates.iter().filter(|entry| !entry.parts.is_of_parts());
        for entry in whole.filter(|entry| entry.state == Some(State::Done)) {
            let place = Place::value(task.file, format!("updates[{}].state", entry.place));
            diagnostics.push(Diagnostic::of(&RULE, place).also(Place::key(task.file, "parts")));
        }
    }
}
