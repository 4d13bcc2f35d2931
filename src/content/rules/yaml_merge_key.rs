//! The key `<<` includes another block.
//!
//! In YAML, `<<` copies the keys of another block. Records do not use it: each record is complete,
//! so a change in one place never changes another unseen.
//!
//! Wrong:
//!
//! ```yaml
//! <<: {lead: so-tc, support: [so-khdt]}
//! title: Báo cáo quý
//! ```
//!
//! Right:
//!
//! ```yaml
//! lead: so-tc
//! support: [so-khdt]
//! title: Báo cáo quý
//! ```
//!
//! Delete the line and write the keys themselves.
//!
//! # Tiếng Việt
//!
//! Trường `<<` lấy nội dung từ một đoạn khác.
//!
//! Trong YAML, `<<` chép các trường của đoạn khác vào. Tệp dữ liệu không dùng cách này: tệp nào
//! cũng ghi đầy đủ, để khi sửa một chỗ không có chỗ khác âm thầm đổi theo.
//!
//! Sai:
//!
//! ```yaml
//! <<: {lead: so-tc, support: [so-khdt]}
//! title: Báo cáo quý
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! lead: so-tc
//! support: [so-khdt]
//! title: Báo cáo quý
//! ```
//!
//! Xóa dòng này và ghi đầy đủ từng trường.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-merge-key", include_str!("yaml_merge_key.rs"));
