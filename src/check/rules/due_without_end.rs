//! A task that has no end has a deadline.
//!
//! Only a `deliverable` can be due: a product is handed in, and the task is finished. An `ongoing`
//! task has reporting cycles, and a `duty` has neither. With a deadline it would be unclear what is
//! expected on that day.
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
//! Check the document. If a product has to be handed in by that day, write `kind: deliverable` and
//! keep `due`. If the task continues until the end of the period, delete `due` and `extensions`:
//! the directive's `period` already gives the end.
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

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for task in model.tasks.iter().filter(|task| task.kind != Kind::Deliverable) {
        // An extension may move the report of a period.
        let extended = task.extensions.iter().any(|extension| extension.parts.is_empty());
        let fields = [("due", task.due.is_some()), ("extensions", extended)];
        for (field, _) in fields.into_iter().filter(|(_, there)| *there) {
            let diagnostic = Diagnostic::of(&RULE, Place::key(task.file, field))
                .also(Place::value(task.file, "kind"));
            diagnostics.push(diagnostic.arg("kind", task.kind.name()).arg("field", field));
        }
    }
}
