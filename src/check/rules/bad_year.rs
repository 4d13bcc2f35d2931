//! A deadline names a year that cannot be read.
//!
//! Write the year with four digits. The deadline is then 31 December of that year.
//!
//! Wrong:
//!
//! ```yaml
//! due: {year: năm 2021}
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: {year: 2021}
//! ```
//!
//! Write only the four digits. For “before 2022”, write `due: {before: {year: 2022}}`.
//!
//! # Tiếng Việt
//!
//! Thời hạn ghi theo năm nhưng không đọc được năm.
//!
//! Năm viết bằng bốn chữ số. Ngày cuối của thời hạn khi đó là 31 tháng 12 năm ấy.
//!
//! Sai:
//!
//! ```yaml
//! due: {year: năm 2021}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: {year: 2021}
//! ```
//!
//! Chỉ viết bốn chữ số của năm. “Trước năm 2022” thì viết `due: {before: {year: 2022}}`.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::reading::deadlines::meant_term;

pub(in crate::check) const RULE: Rule = Rule::error("bad-year", include_str!("bad_year.rs"));

/// Returns the diagnostic for a text that is not a year, with the year it probably means.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("read", text).suggest(meant_term(text, "year"))
}
