//! A number is needed here, and what is written is not one or is out of bounds.
//!
//! Thresholds in `site.yaml`, `percent` in an update and `days` of a deadline are whole numbers.
//! Words, signs or a comma cannot be counted with.
//!
//! Wrong:
//!
//! ```yaml
//! percent: 80%
//! due_soon_days: một tuần
//! ```
//!
//! Right:
//!
//! ```yaml
//! percent: 80
//! due_soon_days: 7
//! ```
//!
//! Write digits only, within the bounds that the message names. A share such as 66.7 is rounded:
//! 67.
//!
//! # Tiếng Việt
//!
//! Chỗ này cần một con số, nhưng nội dung ghi không phải số hoặc nằm ngoài khoảng cho phép.
//!
//! Các ngưỡng trong `site.yaml`, tỷ lệ `percent` của lần cập nhật và số ngày `days` của thời hạn
//! đều là số nguyên. Chữ, ký hiệu hay dấu phẩy thì không tính được.
//!
//! Sai:
//!
//! ```yaml
//! percent: 80%
//! due_soon_days: một tuần
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! percent: 80
//! due_soon_days: 7
//! ```
//!
//! Chỉ viết chữ số, trong khoảng mà thông báo nêu. Tỷ lệ lẻ như 66,7 thì làm tròn: 67.

use std::ops::RangeInclusive;

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule = Rule::error("bad-number", include_str!("bad_number.rs"));

/// The complaint about a text that is no whole number within bounds, with the number in it.
pub(in crate::check) fn complaint(
    text: &str,
    field: &str,
    bounds: &RangeInclusive<u32>,
    place: Place,
) -> Diagnostic {
    let digits: String = text
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .take(9)
        .collect();
    let read: Option<u32> = digits.parse().ok().filter(|_| !text.contains('-'));
    let meant = read.filter(|n| bounds.contains(n));
    let example = read.unwrap_or(7).clamp(*bounds.start(), *bounds.end());
    Diagnostic::of(&RULE, place)
        .arg("read", text)
        .arg("field", field)
        .arg("from", bounds.start())
        .arg("to", bounds.end())
        .arg("example", example)
        .suggest(meant.map(|n| n.to_string()))
}
