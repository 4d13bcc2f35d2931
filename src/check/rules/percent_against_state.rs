//! The percentage and the state of a deliverable contradict each other.
//!
//! “100 %” with a state that is not done, or `done` with less than 100 %: one of the two is wrong.
//! Only the state counts. The percentage is shown as the agency's own estimate, so readers see the
//! contradiction.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, state: in_progress, percent: 100}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, state: done, percent: 100, evidence: [bc-1]}
//! ```
//!
//! # Tiếng Việt
//!
//! Tỷ lệ và trạng thái của một nhiệm vụ mâu thuẫn nhau.
//!
//! Ghi 100 % mà trạng thái chưa hoàn thành, hoặc ghi `done` mà chưa tới 100 %: một trong hai bị
//! sai. Phần mềm chỉ tính theo trạng thái; tỷ lệ được hiện là số cơ quan tự đánh giá, nên người đọc
//! thấy ngay chỗ mâu thuẫn.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, state: in_progress, percent: 100}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, state: done, percent: 100, evidence: [bc-1]}
//! ```

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Kind, Model, State};
use crate::source::Sources;

pub(super) const RULE: Rule =
    Rule::hint("percent-against-state", include_str!("percent_against_state.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for task in model.tasks.iter().filter(|task| task.kind == Kind::Deliverable) {
        let mut state = None;
        for update in &task.updates {
            state = update.state.or(state);
            let Some(percent) = update.percent else { continue };
            let against = match state {
                Some(State::Done) => percent < 100 && update.state.is_some(),
                Some(State::Cancelled | State::Superseded) => false,
                _ => percent == 100,
            };
            if against {
                let path = format!("updates[{}].percent", update.place);
                let diagnostic = Diagnostic::of(&RULE, Place::value(task.file, path));
                let state = state.map_or("none", State::name);
                diagnostics.push(diagnostic.arg("read", percent).arg("state", state));
            }
        }
    }
}
