//! A state goes back without a reason.
//!
//! If finished work is under way again, or work under way has not begun, readers will ask why. Give
//! the reason in the `text` of the same entry, in three words or more. Otherwise the state is most
//! likely mistyped. The order is: not_started, then in_progress and blocked, then done, cancelled
//! and superseded.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-10, state: done, evidence: [bc-1]}
//!   - {date: 2024-03-20, state: in_progress}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-10, state: done, evidence: [bc-1]}
//!   - {date: 2024-03-20, state: in_progress, text: Counted again, 300 books are missing.}
//! ```
//!
//! # Tiếng Việt
//!
//! Trạng thái lùi lại mà không nêu lý do.
//!
//! Việc đã xong nay lại đang làm, hay việc đang làm nay lại chưa triển khai, thì người đọc nào cũng
//! hỏi vì sao. Trả lời ngay ở `text` của lần cập nhật đó, ít nhất ba chữ; nếu không có gì để giải
//! thích thì thường là chọn nhầm trạng thái. Thứ tự: not_started, rồi in_progress và blocked, rồi
//! done, cancelled, superseded.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-10, state: done, evidence: [bc-1]}
//!   - {date: 2024-03-20, state: in_progress}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-10, state: done, evidence: [bc-1]}
//!   - {date: 2024-03-20, state: in_progress, text: Đếm lại thấy thiếu 300 cuốn.}
//! ```

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Model, State};
use crate::source::Sources;

pub(super) const RULE: Rule = Rule::warning("state-goes-back", include_str!("state_goes_back.rs"));

/// Minimum number of words of a reason.
const REASON_WORDS: usize = 3;

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for (_, task) in model.tasks() {
        let place = |n: usize| Place::value(task.file, format!("updates[{n}].state"));
        let strands = task.strands();
        let pairs = strands.iter().flat_map(|strand| {
            let states = strand.entries.iter().filter_map(|update| Some((update.state?, *update)));
            states.clone().zip(states.skip(1))
        });
        for ((before, first), (state, update)) in pairs {
            let words = update.text.as_deref().unwrap_or_default().split_whitespace().count();
            if goes_back(before, state) && words < REASON_WORDS {
                let diagnostic =
                    Diagnostic::of(&RULE, place(update.place)).also(place(first.place));
                diagnostics.push(diagnostic.arg("read", state.name()).arg("before", before.name()));
            }
        }
    }
}

/// Whether a state comes before the one reported earlier.
pub(super) fn goes_back(before: State, state: State) -> bool {
    let step = |state| match state {
        State::NotStarted => 0,
        State::InProgress | State::Blocked => 1,
        State::Done | State::Cancelled | State::Superseded => 2,
    };
    step(state) < step(before)
}
