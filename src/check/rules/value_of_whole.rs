//! A value and the whole that it is a part of do not go together.
//!
//! With `of`, a value is a share in per cent: 98 of 120 applications. Then every value of the
//! target has one, the unit is `%`, and the whole is neither 0 nor less than the value.
//!
//! Wrong:
//!
//! ```yaml
//! targets:
//!   - {title: Đúng hạn, unit: "%", at_least: 95, values: [{date: 2024-12-31, value: 120, of: 98}]}
//! ```
//!
//! Right:
//!
//! ```yaml
//! targets:
//!   - {title: Đúng hạn, unit: "%", at_least: 95, values: [{date: 2024-12-31, value: 98, of: 120}]}
//! ```
//!
//! Check both figures.
//!
//! # Tiếng Việt
//!
//! Giá trị và tổng số không khớp nhau.
//!
//! Có `of` thì giá trị là tỷ lệ phần trăm: 98 trên 120 hồ sơ. Khi đó mọi giá trị của chỉ tiêu đều
//! có `of`, đơn vị là `%`, tổng số khác 0 và không nhỏ hơn giá trị.
//!
//! Sai:
//!
//! ```yaml
//! targets:
//!   - {title: Đúng hạn, unit: "%", at_least: 95, values: [{date: 2024-12-31, value: 120, of: 98}]}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! targets:
//!   - {title: Đúng hạn, unit: "%", at_least: 95, values: [{date: 2024-12-31, value: 98, of: 120}]}
//! ```
//!
//! Kiểm tra lại hai con số.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("value-of-whole", include_str!("value_of_whole.rs"));

/// Returns the diagnostic for a whole that does not go with its value. `how` says why.
pub(in crate::check) fn diagnostic(how: &'static str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("how", how)
}
