//! An hour stands where only a day is read.
//!
//! Hours decide only whether a product was handed in in time. They stand in `due` and in the `date`
//! of an entry, nowhere else.
//!
//! Wrong:
//!
//! ```yaml
//! extensions:
//!   - {decided: 2023-06-20T08:00, due: 2023-07-15}
//! ```
//!
//! Right:
//!
//! ```yaml
//! extensions:
//!   - {decided: 2023-06-20, due: 2023-07-15}
//! ```
//!
//! Delete the hour.
//!
//! # Tiếng Việt
//!
//! Ghi giờ ở chỗ chỉ dùng ngày.
//!
//! Giờ chỉ dùng để biết sản phẩm nộp kịp hay không: ở `due` và ở `date` của lần cập nhật, không
//! dùng ở chỗ khác.
//!
//! Sai:
//!
//! ```yaml
//! extensions:
//!   - {decided: 2023-06-20T08:00, due: 2023-07-15}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! extensions:
//!   - {decided: 2023-06-20, due: 2023-07-15}
//! ```
//!
//! Bỏ giờ, chỉ giữ ngày.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("hour-misplaced", include_str!("hour_misplaced.rs"));

/// Returns the diagnostic for an hour in a place that has none.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("read", text)
}
