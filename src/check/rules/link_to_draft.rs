//! A note links to another note that is still a draft.
//!
//! A draft has no page, so the link would lead to a page that does not exist.
//!
//! Wrong:
//!
//! ```yaml
//! Xem [ghi chép tuần trước](note:2021-07-24-kich-ban).
//! ```
//!
//! Right:
//!
//! ```yaml
//! Xem [nhiệm vụ 1.3](task:1.3).
//! ```
//!
//! If that note is approved, delete the line `draft: true` in its file. Otherwise link to the task,
//! or delete the brackets and the address and keep the words.
//!
//! # Tiếng Việt
//!
//! Ghi chép dẫn tới một ghi chép khác còn là bản nháp.
//!
//! Bản nháp không có trang. Người bấm vào liên kết sẽ tới một trang không tồn tại.
//!
//! Sai:
//!
//! ```yaml
//! Xem [ghi chép tuần trước](note:2021-07-24-kich-ban).
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! Xem [nhiệm vụ 1.3](task:1.3).
//! ```
//!
//! Nếu ghi chép kia đã được duyệt thì xóa dòng `draft: true` trong tệp của nó. Nếu chưa thì dẫn tới
//! nhiệm vụ, hoặc bỏ dấu ngoặc và địa chỉ, chỉ để lại chữ.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("link-to-draft", include_str!("link_to_draft.rs"));
