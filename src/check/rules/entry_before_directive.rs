//! An update is dated before the directive itself.
//!
//! Work may have begun before the letter was signed, and then the date is right. More often the
//! year is a typing error, especially in January, and the update would be missing from the month to
//! which it belongs.
//!
//! Wrong:
//!
//! ```yaml
//! # directive.yaml: date: 2021-07-22
//! updates:
//!   - {date: 2020-07-24, text: Đã trình dự thảo.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, text: Đã trình dự thảo.}
//! ```
//!
//! Compare the date with the date of the evidence. If it is right, ignore this warning: the site is
//! still built.
//!
//! # Tiếng Việt
//!
//! Lần cập nhật có ngày trước ngày ban hành văn bản giao việc.
//!
//! Việc có thể đã bắt đầu từ trước khi ký văn bản, khi đó ngày này là đúng. Nhưng thường là gõ nhầm
//! năm, nhất là vào tháng 1, và lần cập nhật sẽ không nằm ở tháng mà nó thuộc về.
//!
//! Sai:
//!
//! ```yaml
//! # directive.yaml: date: 2021-07-22
//! updates:
//!   - {date: 2020-07-24, text: Đã trình dự thảo.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, text: Đã trình dự thảo.}
//! ```
//!
//! Đối chiếu với ngày trên tài liệu minh chứng. Nếu đúng thì giữ nguyên: trang vẫn được dựng.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Model;
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::warning("entry-before-directive", include_str!("entry_before_directive.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    let date = model.directive.date;
    for (_, task) in model.tasks() {
        for update in task.updates.iter().filter(|update| update.date < date) {
            let place = Place::value(task.file, format!("updates[{}].date", update.place));
            let mut diagnostic = Diagnostic::of(&RULE, place);
            if let Some(file) = model.directive.file {
                diagnostic = diagnostic.also(Place::value(file, "date"));
            }
            diagnostics.push(diagnostic.arg("read", update.date).arg("date", date));
        }
    }
}
