//! A date is written with the month before the day.
//!
//! Some spreadsheets and phones write 7/25/2021 for 25 July. Here the day always comes first. If
//! both numbers are 12 or less, the two orders cannot be told apart, so month-first dates are never
//! accepted.
//!
//! Wrong:
//!
//! ```yaml
//! date: 7/25/2021
//! ```
//!
//! Right:
//!
//! ```yaml
//! date: 25/7/2021
//! ```
//!
//! Write the day first, or use year-month-day: 2021-07-25. If the file came from Excel, check its
//! other dates too: 7/8/2021 is read as 7 August, and no diagnostic can warn about it.
//!
//! # Tiếng Việt
//!
//! Ngày viết tháng trước, ngày sau.
//!
//! Một số bảng tính và điện thoại ghi ngày 25 tháng 7 thành 7/25/2021. Ở đây luôn đọc ngày trước,
//! tháng sau. Khi cả hai số đều không quá 12 thì không ai phân biệt được, nên không chấp nhận cách
//! viết tháng trước.
//!
//! Sai:
//!
//! ```yaml
//! date: 7/25/2021
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! date: 25/7/2021
//! ```
//!
//! Viết ngày trước, hoặc viết năm-tháng-ngày: 2021-07-25. Nếu dữ liệu lấy từ Excel thì xem lại cả
//! các ngày khác: 7/8/2021 được đọc là ngày 7 tháng 8 và phần mềm không thể phát hiện nếu sai.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("date-month-first", include_str!("date_month_first.rs"));
