//! A task is marked public, but its priority is restricted.
//!
//! A priority with `visibility: status_only` keeps everything in it off the site except titles and
//! standings, often since the matter is one of defence or security. A task inside cannot be opened
//! up by itself: its page would tell what the priority hides.
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
//! Delete the line in the task. If the whole priority may be public, change it there, in
//! `directive.yaml`. Ask whoever decided on the restriction first.
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

/// The complaint about a public task in this restricted priority.
pub(in crate::check) fn complaint(priority: &Priority, task: FileId) -> Diagnostic {
    let fault = Diagnostic::of(&RULE, Place::value(task, "visibility"));
    fault.also(Place::value(task, "priority")).arg("id", &priority.id)
}
