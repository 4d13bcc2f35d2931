//! A deadline names a quarter that cannot be read.
//!
//! Write the year, a hyphen, the letter Q and a digit from 1 to 4. The deadline is then the last
//! day of the quarter.
//!
//! Wrong:
//!
//! ```yaml
//! due: {quarter: quý III/2021}
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: {quarter: 2021-Q3}
//! ```
//!
//! Write the quarter as in the example, with an ordinary digit instead of a Roman numeral. For
//! “before the third quarter of 2021”, write `due: {before: {quarter: 2021-Q3}}`.
//!
//! # Tiếng Việt
//!
//! Thời hạn ghi theo quý nhưng không đọc được quý.
//!
//! Quý viết gồm năm, dấu gạch nối, chữ Q và một chữ số từ 1 đến 4. Ngày cuối của thời hạn khi đó là
//! ngày cuối quý.
//!
//! Sai:
//!
//! ```yaml
//! due: {quarter: quý III/2021}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: {quarter: 2021-Q3}
//! ```
//!
//! Viết quý như trên, dùng chữ số thường thay cho số La Mã. Nếu văn bản ghi “trước quý III” thì
//! viết `due: {before: {quarter: 2021-Q3}}`.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::reading::deadlines::meant_term;

pub(in crate::check) const RULE: Rule = Rule::error("bad-quarter", include_str!("bad_quarter.rs"));

/// Returns the diagnostic for a text that is not a quarter, with the quarter it probably means.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("read", text).suggest(meant_term(text, "quarter"))
}
