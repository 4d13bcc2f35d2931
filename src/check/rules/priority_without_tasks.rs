//! A priority of the directive has no tasks and gives no reason.
//!
//! Readers compare the site with the letter clause by clause. An empty clause looks forgotten, and
//! sometimes it is: if the `priority` of a task is mistyped, the task is missing here.
//!
//! Wrong:
//!
//! ```yaml
//! # directive.yaml
//! - {id: "2", title: Quốc phòng}
//! ```
//!
//! Right:
//!
//! ```yaml
//! # directive.yaml
//! - {id: "2", title: Quốc phòng, no_tasks: Mục này chỉ nêu yêu cầu chung}
//! ```
//!
//! Add the tasks, each with the `priority` that the message shows. If the clause asks for nothing
//! that can be followed up, say so in one sentence under `no_tasks`, which readers will see.
//!
//! # Tiếng Việt
//!
//! Một mục của văn bản không có nhiệm vụ nào và không ghi lý do.
//!
//! Người đọc đối chiếu trang với văn bản theo từng mục. Mục trống trông như bị bỏ sót, và đôi khi
//! đúng là bị sót: nhiệm vụ ghi nhầm `priority` sẽ thiếu ở đây.
//!
//! Sai:
//!
//! ```yaml
//! # directive.yaml
//! - {id: "2", title: Quốc phòng}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # directive.yaml
//! - {id: "2", title: Quốc phòng, no_tasks: Mục này chỉ nêu yêu cầu chung}
//! ```
//!
//! Thêm các nhiệm vụ, mỗi nhiệm vụ có dòng `priority` như thông báo đưa ra. Nếu mục đó thật sự
//! không giao việc gì theo dõi được thì ghi một câu vào `no_tasks`; người đọc sẽ thấy câu này.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Model, Priority};
use crate::source::{FileId, Sources};

pub(in crate::check) const RULE: Rule =
    Rule::warning("priority-without-tasks", include_str!("priority_without_tasks.rs"));

pub(super) fn check(model: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    for (priority, file, path) in written(model, sources) {
        if priority.no_tasks.is_none() && priority.tasks.is_empty() {
            let diagnostic = Diagnostic::of(&RULE, Place::value(file, format!("{path}.id")));
            diagnostics.push(diagnostic.arg("id", &priority.id).arg("title", &priority.title));
        }
    }
}

/// Returns the priorities with their paths in the directive's file. Priorities that could not be
/// linked are in the file but not in the model.
pub(super) fn written<'a>(
    model: &'a Model,
    sources: &Sources,
) -> Vec<(&'a Priority, FileId, String)> {
    let Some(file) = model.directive.file else { return Vec::new() };
    let source = sources.get(file);
    let written: Vec<&str> = (0..source.index.inside("priorities").count())
        .map(|n| source.text_at(&format!("priorities[{n}].id")))
        .collect();
    let path = |priority: &Priority| {
        let n = written.iter().position(|id| *id == priority.id.as_str())?;
        Some(format!("priorities[{n}]"))
    };
    model.priorities.iter().filter_map(|p| Some((p, file, path(p)?))).collect()
}
