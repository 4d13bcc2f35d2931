//! The year of a date is written with two digits.
//!
//! 25/7/21 could mean 2021 or 1921, or even 21 July 2025. Dates decide whether a task is overdue,
//! so write the year in full.
//!
//! Wrong:
//!
//! ```yaml
//! date: 25/7/21
//! ```
//!
//! Right:
//!
//! ```yaml
//! date: 25/7/2021
//! ```
//!
//! Write all four digits of the year.
//!
//! # Tiếng Việt
//!
//! Năm trong ngày chỉ viết hai chữ số.
//!
//! 25/7/21 có thể đọc là năm 2021, năm 1921, thậm chí là ngày 21 tháng 7 năm 2025. Ngày quyết định
//! nhiệm vụ có quá hạn hay không nên phải ghi đủ năm.
//!
//! Sai:
//!
//! ```yaml
//! date: 25/7/21
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! date: 25/7/2021
//! ```
//!
//! Ghi đủ bốn chữ số của năm.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("date-short-year", include_str!("date_short_year.rs"));
