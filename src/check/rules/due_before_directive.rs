//! A deadline is earlier than the directive's own date.
//!
//! A letter signed in March cannot ask for results in February, so the year or the month is most
//! likely mistyped. If the directive gives a new deadline for older work, keep the old deadline in
//! `due` and write the new one under `extensions`. This warning then goes away.
//!
//! Wrong:
//!
//! ```yaml
//! # a letter of 1 March 2024
//! due: 2023-12-31
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: 2024-12-31
//! ```
//!
//! # Tiếng Việt
//!
//! Thời hạn đã qua trước ngày ban hành văn bản giao việc.
//!
//! Không ai giao việc vào tháng 3 để nộp trong tháng 2, nên thường là gõ nhầm năm hoặc tháng. Nếu
//! văn bản đặt lại thời hạn cho một việc cũ thì giữ thời hạn cũ ở `due` và ghi thời hạn mới ở
//! `extensions`; khi đó quy tắc này không nhắc nữa.
//!
//! Sai:
//!
//! ```yaml
//! # công văn ngày 01/3/2024
//! due: 2023-12-31
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: 2024-12-31
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Kind;

pub(super) const RULE: Rule =
    Rule::warning("due-before-directive", include_str!("due_before_directive.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let model = whole.model;
    let date = model.directive.date;
    for task in model.tasks.iter().filter(|task| task.kind == Kind::Deliverable) {
        // An event has no date until it has happened. On the last possible day, every known one
        // has.
        let last = task.due.as_ref().and_then(|due| due.last_good_day(chrono::NaiveDate::MAX));
        let Some(day) = last.filter(|day| *day < date && task.extensions.is_empty()) else {
            continue;
        };
        let place = Place::value(task.file, "due");
        let mut diagnostic = Diagnostic::of(&RULE, place).arg("day", day).arg("date", date);
        if let Some(file) = model.directive.file {
            diagnostic = diagnostic.also(Place::value(file, "date"));
        }
        diagnostics.push(diagnostic);
    }
}
