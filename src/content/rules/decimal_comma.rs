//! A number with a decimal comma stands in braces without quotes.
//!
//! In braces a comma parts one field from the next: `{at_most: 13,67}` says that the limit is 13,
//! and that there is a field called 67.
//!
//! Wrong:
//!
//! ```yaml
//! targets:
//!   - {title: Thời gian chờ, at_most: 13,67}
//! ```
//!
//! Right:
//!
//! ```yaml
//! targets:
//!   - {title: Thời gian chờ, at_most: "13,67"}
//! ```
//!
//! Put the number in quotes, or write a point: `at_most: 13.67`. `check --fix` adds the quotes.
//!
//! # Tiếng Việt
//!
//! Số có dấu phẩy thập phân đứng trong ngoặc nhọn mà không có dấu nháy.
//!
//! Trong ngoặc nhọn, dấu phẩy tách trường này với trường sau: `{at_most: 13,67}` nghĩa là mức
//! 13, và một trường tên là 67.
//!
//! Sai:
//!
//! ```yaml
//! targets:
//!   - {title: Thời gian chờ, at_most: 13,67}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! targets:
//!   - {title: Thời gian chờ, at_most: "13,67"}
//! ```
//!
//! Để số trong dấu nháy, hoặc viết dấu chấm: `at_most: 13.67`. Lệnh `check --fix` tự thêm dấu nháy.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::source::FileId;

pub(in crate::content) const RULE: Rule =
    Rule::error("decimal-comma", include_str!("decimal_comma.rs"));

/// Returns the diagnostic if a key that does not exist is what follows the comma of a number.
pub(in crate::content) fn diagnostic(
    text: &str,
    key: &Range<usize>,
    file: FileId,
) -> Option<Diagnostic> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let decimals = text.get(key.clone()).filter(|decimals| is_digits(decimals))?;
    let before = text[..key.start].strip_suffix(',')?;
    let whole = before.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    let sign = usize::from(before[..whole].ends_with('-'));
    let follows = |mark: char| before[..whole - sign].trim_end().ends_with(mark);
    if !is_digits(&before[whole..]) || !follows(':') {
        return None;
    }
    let range = whole - sign..key.end;
    let number = format!("{},{decimals}", &before[whole - sign..]);
    let fixed = format!("\"{number}\"");
    let place = Place::bytes(file, range.clone());
    Some(Diagnostic::of(&RULE, place).arg("read", &number).fixed_by(range, fixed))
}
