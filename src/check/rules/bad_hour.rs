//! An hour cannot be read.
//!
//! An hour stands behind its date, after a `T` or a blank: `17:00` or `17h00`, local time, from
//! 00:01 to 23:59. Midnight belongs to two days, so the date alone says it better.
//!
//! Wrong:
//!
//! ```yaml
//! due: {by: 2023-06-30T24:00}
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: {by: 2023-06-30T17:00}
//! ```
//!
//! Write hour and minutes, without seconds and time zone.
//!
//! # Tiếng Việt
//!
//! Không đọc được giờ.
//!
//! Giờ ghi sau ngày, cách bằng `T` hoặc dấu cách: `17:00` hoặc `17h00`, giờ địa phương, từ 00:01
//! đến 23:59. Nửa đêm thuộc về hai ngày nên chỉ ghi ngày.
//!
//! Sai:
//!
//! ```yaml
//! due: {by: 2023-06-30T24:00}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: {by: 2023-06-30T17:00}
//! ```
//!
//! Ghi giờ và phút, không ghi giây và múi giờ.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule = Rule::error("bad-hour", include_str!("bad_hour.rs"));

/// Returns the diagnostic for a text behind a date that is not an hour.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("read", text)
}
