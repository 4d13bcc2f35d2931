//! A record listed in `moved.yaml` as gone still exists.
//!
//! A page cannot be at an address and also be reported there as gone.
//!
//! Wrong:
//!
//! ```yaml
//! # moved.yaml, while there is a file tasks/1.3.yaml
//! - {was: task:1.3, title: Kịch bản tăng trưởng, date: 2021-11-02, reason: Nhập trùng.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! # moved.yaml, when tasks/1.3.yaml has been deleted
//! - {was: task:1.3, title: Kịch bản tăng trưởng, date: 2021-11-02, reason: Nhập trùng.}
//! ```
//!
//! Delete the record, or the item in `moved.yaml`. Keep a task that was stopped or replaced, and
//! write `state: cancelled` or `state: superseded` in its updates instead.
//!
//! # Tiếng Việt
//!
//! `moved.yaml` ghi là không còn, nhưng bản ghi vẫn còn.
//!
//! Một địa chỉ không thể vừa có trang, vừa báo rằng trang không còn ở đó.
//!
//! Sai:
//!
//! ```yaml
//! # moved.yaml, trong khi vẫn có tệp tasks/1.3.yaml
//! - {was: task:1.3, title: Kịch bản tăng trưởng, date: 2021-11-02, reason: Nhập trùng.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # moved.yaml, khi đã xóa tệp tasks/1.3.yaml
//! - {was: task:1.3, title: Kịch bản tăng trưởng, date: 2021-11-02, reason: Nhập trùng.}
//! ```
//!
//! Xóa bản ghi, hoặc xóa mục này trong `moved.yaml`. Nhiệm vụ đã dừng hoặc được thay thế thì vẫn
//! giữ: ghi `state: cancelled` hoặc `state: superseded` vào sổ theo dõi.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::{Former, Model};
use crate::source::FileId;

pub(in crate::check) const RULE: Rule =
    Rule::error("moved-still-there", include_str!("moved_still_there.rs"));

/// Returns the diagnostic if the page that is listed as gone exists.
pub(in crate::check) fn diagnostic(
    was: &Former,
    model: &Model,
    directives: &[(FileId, String)],
    place: Place,
) -> Option<Diagnostic> {
    let there = match was {
        Former::Task(id) => model.tasks.iter().any(|task| task.id == *id),
        Former::Priority(id) => model.priorities.iter().any(|priority| priority.id == *id),
        Former::Note(id) => model.notes.iter().any(|note| note.id == *id && !model.is_hidden(note)),
        Former::Directive(id, _) => directives.iter().any(|(_, name)| name == id.as_str()),
        Former::Site(_) => false,
        // Whether these have a page depends on the records that name them, and on the date.
        Former::Agency(_) | Former::Place(_) | Former::Address(_) | Former::AsOf(_) => false,
    };
    there.then(|| Diagnostic::of(&RULE, place).arg("was", was.name()))
}
