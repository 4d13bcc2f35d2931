//! A date is needed here, but the value cannot be read as a date.
//!
//! Deadlines, delays and the order of updates are calculated from dates, so a date has to be exact.
//! Two forms are accepted: year-month-day, and day/month/year as on paper.
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
//! Write the day alone, without words. For a deadline that is not a day, use one of its other
//! forms: `due: {before: 2021-07-25}`, `due: {month: 2021-07}`, `due: {event: "trước mùa mưa
//! bão"}`.
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
