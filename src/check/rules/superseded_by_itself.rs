//! A task is reported as replaced by itself.
//!
//! Readers follow a replaced task to the task that continues its work. This one leads back to
//! itself, so the work is neither stopped nor continued anywhere.
//!
//! Wrong:
//!
//! ```yaml
//! # tasks/1.3.yaml
//! updates:
//!   - {date: 2021-08-31, state: superseded, superseded_by: "1.3", document: cv-3413}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: superseded, superseded_by: "1.4", document: cv-3413}
//! ```
//!
//! Write the id of the task that continues the work. If there is none, the task was stopped: write
//! `state: cancelled`. If only its deadline changed, it was not replaced: add an entry under
//! `extensions`.
//!
//! # Tiếng Việt
//!
//! Nhiệm vụ tự ghi là được thay bằng chính nó.
//!
//! Từ nhiệm vụ được thay thế, người đọc tìm đến nhiệm vụ đang tiếp tục. Ở đây lại quay về chính
//! nhiệm vụ này: việc không dừng mà cũng không biết tìm ở đâu.
//!
//! Sai:
//!
//! ```yaml
//! # tasks/1.3.yaml
//! updates:
//!   - {date: 2021-08-31, state: superseded, superseded_by: "1.3", document: cv-3413}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: superseded, superseded_by: "1.4", document: cv-3413}
//! ```
//!
//! Ghi mã của nhiệm vụ đang tiếp tục. Nếu không có thì nhiệm vụ đã dừng: ghi `state: cancelled`.
//! Nếu chỉ thay đổi thời hạn thì không phải là thay thế: thêm một lần gia hạn vào `extensions`.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Model, TaskIx};
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::error("superseded-by-itself", include_str!("superseded_by_itself.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for (n, task) in model.tasks.iter().enumerate() {
        for update in task.updates.iter().filter(|u| u.superseded_by.contains(&TaskIx(n))) {
            let path = format!("updates[{}].superseded_by", update.place);
            let place = Place::value(task.file, path);
            diagnostics.push(Diagnostic::of(&RULE, place).arg("id", &task.id));
        }
    }
}
