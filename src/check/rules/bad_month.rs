//! A deadline names a month that cannot be read.
//!
//! Write the year first, then a hyphen and the two digits of the month. A task due “within October
//! 2021” is then overdue from 1 November.
//!
//! Wrong:
//!
//! ```yaml
//! due: {month: tháng 10}
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: {month: 2021-10}
//! ```
//!
//! Write the year and the month as in the example. If the deadline is a day, leave out the braces:
//! `due: 2021-10-31`. For “before October 2021”, write `due: {before: {month: 2021-10}}`.
//!
//! # Tiếng Việt
//!
//! Thời hạn ghi theo tháng nhưng không đọc được tháng.
//!
//! Tháng viết năm trước, rồi dấu gạch nối, rồi hai chữ số của tháng. Khi đó “trong tháng 10 năm
//! 2021” nghĩa là từ ngày 1 tháng 11 mới tính quá hạn.
//!
//! Sai:
//!
//! ```yaml
//! due: {month: tháng 10}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: {month: 2021-10}
//! ```
//!
//! Viết năm và tháng như trên. Nếu thời hạn là một ngày cụ thể thì bỏ dấu ngoặc nhọn: `due:
//! 2021-10-31`. Nếu là “trước tháng 10” thì viết `due: {before: {month: 2021-10}}`.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::reading::deadlines::meant_term;

pub(in crate::check) const RULE: Rule = Rule::error("bad-month", include_str!("bad_month.rs"));

/// Returns the diagnostic for a text that is not a month, with the month it probably means.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("read", text).suggest(meant_term(text, "month"))
}
