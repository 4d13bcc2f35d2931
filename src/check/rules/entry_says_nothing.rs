//! An entry has a date and nothing else.
//!
//! The entry counts as a report and ends the task's silence, but does not say what happened. Add a
//! `text`, a `state` or the `evidence`. If nothing happened, delete the entry.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - date: 2024-03-20
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - date: 2024-03-20
//!     text: The draft went to all departments.
//! ```
//!
//! # Tiếng Việt
//!
//! Lần cập nhật chỉ có ngày, không có nội dung.
//!
//! Lần này vẫn được tính là có báo cáo, nhưng người đọc không biết đã làm gì. Hãy thêm nội dung ở
//! `text`, trạng thái ở `state`, hoặc minh chứng ở `evidence`; nếu không có gì xảy ra thì xóa.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - date: 2024-03-20
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - date: 2024-03-20
//!     text: Đã gửi dự thảo tới các sở.
//! ```

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Model;
use crate::source::Sources;

pub(super) const RULE: Rule =
    Rule::hint("entry-says-nothing", include_str!("entry_says_nothing.rs"));

pub(super) fn check(model: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    for (_, task) in model.tasks() {
        for update in &task.updates {
            let says = update.state.is_some() || update.text.is_some() || update.percent.is_some();
            let cites = !update.evidence.is_empty() || update.document.is_some();
            if says || cites {
                continue;
            }
            // A value that could not be read has been reported already.
            let path = format!("updates[{}]", update.place);
            let index = &sources.get(task.file).index;
            let date = index.get(&format!("{path}.date"));
            let others = index.inside(&path).filter(|n| date.is_none_or(|d| d.key != n.key));
            if others.into_iter().all(|node| !node.left_out && node.value.is_empty()) {
                diagnostics
                    .push(Diagnostic::of(&RULE, Place::value(task.file, format!("{path}.date"))));
            }
        }
    }
}
