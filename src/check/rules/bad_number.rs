//! A number is needed here, but the value is not a number or is out of range.
//!
//! Thresholds in `site.yaml`, `percent` in an update and `days` in a deadline are whole numbers.
//! Words, signs or commas are not allowed.
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
//! Write digits only, within the range that the message gives. Round a value such as 66.7 to 67.
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

/// Returns the diagnostic for a text that is not a whole number in range, with the number it
/// contains.
pub(in crate::check) fn diagnostic(
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
