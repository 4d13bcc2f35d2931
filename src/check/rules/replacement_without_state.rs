//! An update names a replacing task but does not say that the task is replaced.
//!
//! `superseded_by` alone does not stop a task: the task would still be counted and become overdue,
//! while people think that it was replaced. The state, the replacing task and the deciding document
//! belong together in one entry.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, superseded_by: "1.4"}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: superseded, superseded_by: "1.4", document: cv-3413}
//! ```
//!
//! Add `state: superseded` and the document that says so. If this task continues and the other one
//! is only connected with it, delete the key and write the id under `related`.
//!
//! # Tiếng Việt
//!
//! Lần cập nhật ghi nhiệm vụ thay thế nhưng không ghi là được thay thế.
//!
//! Chỉ ghi `superseded_by` thì nhiệm vụ chưa dừng: vẫn được tính và sẽ thành quá hạn, trong khi mọi
//! người tưởng đã được thay. Trạng thái, nhiệm vụ thay thế và văn bản quyết định phải ghi cùng
//! trong một lần cập nhật.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, superseded_by: "1.4"}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: superseded, superseded_by: "1.4", document: cv-3413}
//! ```
//!
//! Thêm `state: superseded` và văn bản quyết định. Nếu nhiệm vụ vẫn tiếp tục, nhiệm vụ kia chỉ có
//! liên quan, thì xóa trường này và ghi mã vào `related`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("replacement-without-state", include_str!("replacement_without_state.rs"));
