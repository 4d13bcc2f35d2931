//! A deadline is written in a form that cannot be read, or in two forms at once.
//!
//! Deadlines are not always days: “before 25 July”, “in the third quarter”, “15 days after
//! instructions”. Each has its own form, and a deadline has exactly one form, so that “overdue”
//! means the same to everybody.
//!
//! Wrong:
//!
//! ```yaml
//! due: quý III
//! due: {by: 2021-07-25, month: 2021-07}
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: 2021-07-25
//! due: {before: 2021-07-25}
//! due: {month: 2021-10}
//! due: {quarter: 2021-Q3}
//! due: {year: 2021}
//! due: {days: 15, after: "nhận hướng dẫn"}
//! due: {event: "trước mùa mưa bão"}
//! ```
//!
//! Choose the line of the example that matches the document. Under `by` and `before`, write a day,
//! or a month, quarter or year in its own braces: `due: {before: {month: 2021-10}}`. Write a later
//! deadline under `extensions`, not as a second `due`.
//!
//! # Tiếng Việt
//!
//! Thời hạn viết theo cách không đọc được, hoặc viết hai cách cùng lúc.
//!
//! Văn bản không phải lúc nào cũng ghi một ngày cụ thể: “trước ngày 25/7”, “trong quý III”, “15
//! ngày sau khi nhận hướng dẫn”. Mỗi kiểu có một cách ghi riêng, và mỗi thời hạn chỉ dùng đúng một
//! cách, để “quá hạn” có cùng một nghĩa với mọi người.
//!
//! Sai:
//!
//! ```yaml
//! due: quý III
//! due: {by: 2021-07-25, month: 2021-07}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: 2021-07-25
//! due: {before: 2021-07-25}
//! due: {month: 2021-10}
//! due: {quarter: 2021-Q3}
//! due: {year: 2021}
//! due: {days: 15, after: "nhận hướng dẫn"}
//! due: {event: "trước mùa mưa bão"}
//! ```
//!
//! Chọn một dòng ở trên đúng với lời văn bản. Dưới `by` và `before` là một ngày, hoặc tháng, quý,
//! năm trong ngoặc nhọn riêng: `due: {before: {month: 2021-10}}`. Thời hạn được lùi lại sau này thì
//! ghi thành một lần gia hạn trong `extensions`, không ghi thêm một `due` nữa.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::reading::deadlines::meant;

pub(in crate::check) const RULE: Rule =
    Rule::error("deadline-form", include_str!("deadline_form.rs"));

/// Returns the diagnostic for a deadline with no form or several, with the form that the words
/// probably mean.
pub(in crate::check) fn diagnostic(read: &str, place: Place) -> Diagnostic {
    let how = if read.is_empty() { "several" } else { "words" };
    Diagnostic::of(&RULE, place).arg("read", read).arg("how", how).suggest(meant(read))
}
