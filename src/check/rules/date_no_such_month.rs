//! The month of this date does not exist.
//!
//! The month is 0 or more than 12, and the day and the month are not just swapped. Nothing can be
//! calculated from such a date.
//!
//! Wrong:
//!
//! ```yaml
//! date: 25/13/2021
//! ```
//!
//! Right:
//!
//! ```yaml
//! date: 25/12/2021
//! ```
//!
//! Look up the date in the signed document and correct it. If the document itself is misprinted,
//! put the printed date under `printed:` and the right date under `correction:` of that document in
//! `documents.yaml`.
//!
//! # Tiếng Việt
//!
//! Một năm không có tháng này.
//!
//! Tháng ghi là 0 hoặc lớn hơn 12, mà không phải chỉ do đảo chỗ ngày và tháng. Không thể tính thời
//! hạn từ một ngày như vậy.
//!
//! Sai:
//!
//! ```yaml
//! date: 25/13/2021
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! date: 25/12/2021
//! ```
//!
//! Tra lại văn bản đã ký rồi sửa. Nếu chính văn bản in sai thì trong `documents.yaml`, chép nguyên
//! chỗ in sai vào `printed:` và ghi ngày đúng vào `correction:` của văn bản đó.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("date-no-such-month", include_str!("date_no_such_month.rs"));
