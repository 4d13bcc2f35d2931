//! A list contains the same id twice.
//!
//! The second mention adds nothing, but often another id was meant: a list was copied from the line
//! before it, and one number was not changed.
//!
//! Wrong:
//!
//! ```yaml
//! support: [so-tc, so-khdt, so-tc]
//! ```
//!
//! Right:
//!
//! ```yaml
//! support: [so-tc, so-khdt]
//! ```
//!
//! Compare the list with the document. Delete the repeated id, or write the id that was meant.
//!
//! # Tiếng Việt
//!
//! Một danh sách ghi cùng một mã hai lần.
//!
//! Mã ghi lần thứ hai không thêm gì, nhưng thường là định ghi một mã khác: danh sách được chép từ
//! dòng trên xuống mà quên sửa.
//!
//! Sai:
//!
//! ```yaml
//! support: [so-tc, so-khdt, so-tc]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! support: [so-tc, so-khdt]
//! ```
//!
//! Đối chiếu danh sách với văn bản. Xóa mã bị lặp, hoặc ghi mã đúng cần có.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::warning("doubled-reference", include_str!("doubled_reference.rs"));
