//! A priority gives a reason for having no tasks, but has tasks.
//!
//! `no_tasks` explains to readers why a part of the directive is empty. If there are tasks, either
//! the reason is out of date, or a task was put into the wrong priority.
//!
//! Wrong:
//!
//! ```yaml
//! # directive.yaml
//! - {id: "2", title: Quốc phòng, no_tasks: Mục này chỉ nêu yêu cầu chung}
//! # tasks/2.1.yaml
//! priority: "2"
//! ```
//!
//! Right:
//!
//! ```yaml
//! # directive.yaml
//! - {id: "2", title: Quốc phòng}
//! # tasks/2.1.yaml
//! priority: "2"
//! ```
//!
//! Delete `no_tasks`, or correct `priority` in the task's file. The message shows the first such
//! task.
//!
//! # Tiếng Việt
//!
//! Mục đã ghi lý do không có nhiệm vụ nhưng thực tế lại có.
//!
//! `no_tasks` giải thích cho người đọc vì sao một phần của văn bản để trống. Khi đã có nhiệm vụ thì
//! lời giải thích không còn đúng: hoặc lý do đã cũ, hoặc có nhiệm vụ xếp nhầm mục.
//!
//! Sai:
//!
//! ```yaml
//! # directive.yaml
//! - {id: "2", title: Quốc phòng, no_tasks: Mục này chỉ nêu yêu cầu chung}
//! # tasks/2.1.yaml
//! priority: "2"
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # directive.yaml
//! - {id: "2", title: Quốc phòng}
//! # tasks/2.1.yaml
//! priority: "2"
//! ```
//!
//! Xóa `no_tasks`, hoặc ghi lại đúng `priority` trong tệp của nhiệm vụ. Thông báo nêu nhiệm vụ đầu
//! tiên như vậy.

use super::priority_without_tasks::written;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Model;
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::warning("no-tasks-but-tasks", include_str!("no_tasks_but_tasks.rs"));

pub(super) fn check(model: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    for (priority, file, path) in written(model, sources) {
        let Some(first) = priority.tasks.first().filter(|_| priority.no_tasks.is_some()) else {
            continue;
        };
        let first = &model[*first];
        diagnostics.push(
            Diagnostic::of(&RULE, Place::key(file, format!("{path}.no_tasks")))
                .also(Place::value(first.file, "priority"))
                .arg("id", &priority.id)
                .arg("count", priority.tasks.len())
                .arg("task", &first.id),
        );
    }
}
