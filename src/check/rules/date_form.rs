//! Here a date is needed, and what is written cannot be read as one.
//!
//! Deadlines, delays and the order of the ledger are all reckoned from dates, so a date has to be
//! exact. Two ways are understood: year-month-day, and day/month/year as on paper.
//!
//! Wrong:
//!
//! ```yaml
//! date: ngày 25 tháng 7 năm 2021
//! decided: cuối tháng 7
//! ```
//!
//! Right:
//!
//! ```yaml
//! date: 2021-07-25
//! decided: 30/7/2021
//! ```
//!
//! Write the day alone, without words. A deadline that is not a day has forms of its own: `due:
//! {before: 2021-07-25}`, `due: {month: 2021-07}`, `due: {event: "trước mùa mưa bão"}`.
//!
//! # Tiếng Việt
//!
//! Chỗ này cần một ngày, nhưng không đọc được thành ngày.
//!
//! Thời hạn, số ngày quá hạn và thứ tự các lần cập nhật đều tính từ ngày, nên ngày phải chính xác.
//! Có hai cách viết được hiểu: năm-tháng-ngày, và ngày/tháng/năm như trên giấy.
//!
//! Sai:
//!
//! ```yaml
//! date: ngày 25 tháng 7 năm 2021
//! decided: cuối tháng 7
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! date: 2021-07-25
//! decided: 30/7/2021
//! ```
//!
//! Chỉ viết ngày, không kèm chữ. Thời hạn không phải là một ngày thì có cách viết riêng: `due:
//! {before: 2021-07-25}`, `due: {month: 2021-07}`, `due: {event: "trước mùa mưa bão"}`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule = Rule::error("date-form", include_str!("date_form.rs"));
