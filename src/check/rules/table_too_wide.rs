//! A table in a note has more columns than a page can show.
//!
//! Nobody can read a table of more than 40 columns on a screen or on paper, and such a page would be
//! many times as large as its note. Most often a row was pasted that belongs into a spreadsheet.
//!
//! Wrong:
//!
//! ```markdown
//! | 1 | 2 | 3 | (and so on up to 41) |
//! | --- | --- | --- | --- |
//! ```
//!
//! Right:
//!
//! ```markdown
//! | Place | Households |
//! | --- | ---: |
//! | Gò Sim | 214 |
//! ```
//!
//! Cut the table into several, turn rows into columns, or attach the spreadsheet and link to it.
//!
//! # Tiếng Việt
//!
//! Bảng trong ghi chép có nhiều cột hơn mức trang hiện được.
//!
//! Không ai đọc được bảng quá 40 cột trên màn hình hay trên giấy, và trang sẽ lớn gấp nhiều lần ghi
//! chép. Thường là do dán nhầm một hàng của bảng tính.
//!
//! Sai:
//!
//! ```markdown
//! | 1 | 2 | 3 | (cứ thế đến 41) |
//! | --- | --- | --- | --- |
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! | Nơi | Số hộ |
//! | --- | ---: |
//! | Gò Sim | 214 |
//! ```
//!
//! Chia thành nhiều bảng, đổi hàng thành cột, hoặc đính kèm bảng tính rồi dẫn liên kết tới.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::markdown;

pub(in crate::check) const RULE: Rule =
    Rule::error("table-too-wide", include_str!("table_too_wide.rs"));

/// Returns the diagnostic for a table with this number of columns.
pub(in crate::check) fn diagnostic(count: usize, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("count", count).arg("limit", markdown::MAX_COLUMNS)
}
