//! An ongoing task is reported as done.
//!
//! A task of kind `ongoing` continues for as long as the directive runs: inspecting, reporting,
//! reminding. It has reporting cycles instead of an end. If the site showed it as done, nobody
//! would expect the next report.
//!
//! Wrong:
//!
//! ```yaml
//! kind: ongoing
//! updates:
//!   - {date: 2021-07-24, state: done, text: Đã kiểm tra 12 chốt.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! kind: ongoing
//! updates:
//!   - {date: 2021-07-24, text: Đã kiểm tra 12 chốt.}
//! ```
//!
//! Delete `state: done`; the entry then counts as the report of its cycle. If the task ends with a
//! product that is handed in, change its `kind` to `deliverable`. If it was called off, write
//! `state: cancelled` and the document that says so.
//!
//! # Tiếng Việt
//!
//! Việc thường xuyên được ghi là đã hoàn thành.
//!
//! Việc loại `ongoing` phải làm liên tục trong suốt thời gian thực hiện văn bản: kiểm tra, báo cáo,
//! đôn đốc. Loại việc này có kỳ báo cáo chứ không có điểm kết thúc. Nếu hiện là đã hoàn thành thì
//! không ai chờ báo cáo kỳ sau nữa.
//!
//! Sai:
//!
//! ```yaml
//! kind: ongoing
//! updates:
//!   - {date: 2021-07-24, state: done, text: Đã kiểm tra 12 chốt.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! kind: ongoing
//! updates:
//!   - {date: 2021-07-24, text: Đã kiểm tra 12 chốt.}
//! ```
//!
//! Xóa `state: done`; lần cập nhật khi đó được tính là báo cáo trong kỳ. Nếu việc thật sự kết thúc
//! bằng một sản phẩm thì sửa `kind` thành `deliverable`. Nếu việc bị dừng thì ghi `state:
//! cancelled` và văn bản cho dừng.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Kind, Model, State};
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::error("done-on-ongoing", include_str!("done_on_ongoing.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    report(model, Kind::Ongoing, &RULE, diagnostics);
}

/// Reports every `done` of a task of this kind. The second place is the task's kind.
pub(super) fn report(
    model: &Model,
    kind: Kind,
    rule: &'static Rule,
    diagnostics: &mut Diagnostics,
) {
    for task in model.tasks.iter().filter(|task| task.kind == kind) {
        // The report of a period may be done.
        let whole = task.updates.iter().filter(|update| !update.parts.is_of_parts());
        for update in whole.filter(|update| update.state == Some(State::Done)) {
            let place = Place::value(task.file, format!("updates[{}].state", update.place));
            diagnostics.push(Diagnostic::of(rule, place).also(Place::value(task.file, "kind")));
        }
    }
}
