//! A task is marked as public, but its priority is restricted.
//!
//! A priority with `visibility: status_only` shows only the titles and standings of its tasks,
//! often because they concern defence or security. A single task inside it cannot be made public:
//! its page would reveal what the priority hides.
//!
//! Wrong:
//!
//! ```yaml
//! # directive.yaml
//! - {id: "2", title: Quốc phòng, visibility: status_only}
//! # tasks/2.1.yaml
//! priority: "2"
//! visibility: public
//! ```
//!
//! Right:
//!
//! ```yaml
//! # tasks/2.1.yaml
//! priority: "2"
//! ```
//!
//! Delete the line in the task. If the whole priority may be public, change it in `directive.yaml`.
//! First ask whoever decided on the restriction.
//!
//! # Tiếng Việt
//!
//! Nhiệm vụ ghi là công khai nhưng nằm trong mục công khai hạn chế.
//!
//! Mục có `visibility: status_only` chỉ công khai tên và tình trạng các nhiệm vụ, thường vì liên
//! quan đến quốc phòng, an ninh. Không thể mở riêng một nhiệm vụ bên trong: trang của nhiệm vụ sẽ
//! để lộ điều mà mục không công bố.
//!
//! Sai:
//!
//! ```yaml
//! # directive.yaml
//! - {id: "2", title: Quốc phòng, visibility: status_only}
//! # tasks/2.1.yaml
//! priority: "2"
//! visibility: public
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # tasks/2.1.yaml
//! priority: "2"
//! ```
//!
//! Xóa dòng này trong tệp của nhiệm vụ. Nếu cả mục được phép công khai thì sửa ở mục đó trong
//! `directive.yaml`. Trước khi sửa, hãy hỏi người đã quyết định hạn chế.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::Priority;
use crate::source::FileId;

pub(in crate::check) const RULE: Rule =
    Rule::error("public-in-restricted", include_str!("public_in_restricted.rs"));

/// Returns the diagnostic for a public task in this restricted priority.
pub(in crate::check) fn diagnostic(priority: &Priority, task: FileId) -> Diagnostic {
    let diagnostic = Diagnostic::of(&RULE, Place::value(task, "visibility"));
    diagnostic.also(Place::value(task, "priority")).arg("id", &priority.id)
}
