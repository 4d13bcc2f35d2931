//! A task or a note names a priority that is not in `directive.yaml`.
//!
//! The priorities are the numbered parts of the directive. A task that belongs to none of them
//! would appear on no page and in no total.
//!
//! Wrong:
//!
//! ```yaml
//! priority: "II"
//! ```
//!
//! Right:
//!
//! ```yaml
//! priority: "2"
//! ```
//!
//! Write the `id` of the priority, which may differ from its printed number. Put ids that look like
//! numbers in straight double quotes. If the priority is missing, add it to `priorities` in
//! `directive.yaml`.
//!
//! # Tiếng Việt
//!
//! Nhiệm vụ hoặc ghi chép nhắc tới một mục không có trong `directive.yaml`.
//!
//! Mục là các phần được đánh số của văn bản giao việc. Nhiệm vụ không thuộc mục nào thì không hiện
//! ở trang nào và không có trong số tổng nào.
//!
//! Sai:
//!
//! ```yaml
//! priority: "II"
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! priority: "2"
//! ```
//!
//! Ghi `id` của mục, không ghi số in trên văn bản nếu hai thứ khác nhau. Mã giống một con số thì để
//! trong dấu nháy kép thẳng. Nếu thiếu hẳn mục đó thì thêm vào `priorities` trong `directive.yaml`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("unknown-priority", include_str!("unknown_priority.rs"));
