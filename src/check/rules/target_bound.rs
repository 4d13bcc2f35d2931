//! A target does not say what must be reached.
//!
//! A target has a bound (`at_least`, `at_most`, `above`, `below`) or `levels`, which have one each,
//! and not both. Duties have no targets.
//!
//! Wrong:
//!
//! ```yaml
//! targets:
//!   - {title: Tỷ lệ hộ dùng nước sạch, unit: "%"}
//! ```
//!
//! Right:
//!
//! ```yaml
//! targets:
//!   - {title: Tỷ lệ hộ dùng nước sạch, unit: "%", at_least: 95}
//! ```
//!
//! Write the figure that the document names.
//!
//! # Tiếng Việt
//!
//! Chỉ tiêu chưa nêu mức phải đạt.
//!
//! Chỉ tiêu có mức phải đạt (`at_least`, `at_most`, `above`, `below`) hoặc `levels`, mỗi bậc một
//! mức, không ghi cả hai. Yêu cầu chung (`duty`) không có chỉ tiêu.
//!
//! Sai:
//!
//! ```yaml
//! targets:
//!   - {title: Tỷ lệ hộ dùng nước sạch, unit: "%"}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! targets:
//!   - {title: Tỷ lệ hộ dùng nước sạch, unit: "%", at_least: 95}
//! ```
//!
//! Ghi con số nêu trong văn bản.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("target-bound", include_str!("target_bound.rs"));

/// Returns the diagnostic for a target without one clear bound. `how` says why.
pub(in crate::check) fn diagnostic(how: &'static str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("how", how)
}
