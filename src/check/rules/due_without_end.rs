//! A task that has no end has a deadline.
//!
//! Only a `deliverable` is due: something is handed in, and then it is over. An `ongoing` task has
//! reporting cycles, and a `duty` has neither. With a deadline on one of them it would be unclear
//! what has to be there on that day.
//!
//! Wrong:
//!
//! ```yaml
//! kind: ongoing
//! due: 2021-12-31
//! ```
//!
//! Right:
//!
//! ```yaml
//! kind: ongoing
//! report_every: month
//! ```
//!
//! Look at the paper. If something has to be handed in by that day, write `kind: deliverable` and
//! keep `due`. If it goes on until the period's end, delete `due` and `extensions`: the end of the
//! directive's `period` is known already.
//!
//! # Tiếng Việt
//!
//! Việc không có điểm kết thúc mà lại ghi thời hạn.
//!
//! Chỉ việc `deliverable` mới có thời hạn: nộp sản phẩm là xong. Việc `ongoing` có kỳ báo cáo, còn
//! yêu cầu chung `duty` thì không có cả hai. Ghi thời hạn cho những loại việc đó thì không rõ đến
//! ngày ấy phải có gì.
//!
//! Sai:
//!
//! ```yaml
//! kind: ongoing
//! due: 2021-12-31
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! kind: ongoing
//! report_every: month
//! ```
//!
//! Xem lại văn bản. Nếu đến ngày đó phải nộp sản phẩm thì ghi `kind: deliverable` và giữ `due`. Nếu
//! phải làm đến hết thời gian thực hiện thì xóa `due` và `extensions`: ngày kết thúc đã có ở
//! `period` của văn bản.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Kind, Model};
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::error("due-without-end", include_str!("due_without_end.rs"));

pub(super) fn check(model: &Model, _: &Sources, faults: &mut Diagnostics) {
    for task in model.tasks.iter().filter(|task| task.kind != Kind::Deliverable) {
        let fields = [("due", task.due.is_some()), ("extensions", !task.extensions.is_empty())];
        for (field, _) in fields.into_iter().filter(|(_, there)| *there) {
            let fault = Diagnostic::of(&RULE, Place::key(task.file, field))
                .also(Place::value(task.file, "kind"));
            faults.push(fault.arg("kind", task.kind.name()).arg("field", field));
        }
    }
}
