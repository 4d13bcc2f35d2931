//! The year of a date is not between 2000 and 2100.
//!
//! A year such as 1021 or 2201 is a typing error. It would make a task overdue by centuries, or
//! never.
//!
//! Wrong:
//!
//! ```yaml
//! date: 1021-07-25
//! due: {month: 2201-10}
//! ```
//!
//! Right:
//!
//! ```yaml
//! date: 2021-07-25
//! due: {month: 2021-10}
//! ```
//!
//! Correct the year. If the document itself is misprinted, put the printed date under `printed:`
//! and the right date under `correction:` of that document in `documents.yaml`.
//!
//! # Tiếng Việt
//!
//! Năm của ngày này nằm ngoài khoảng 2000 đến 2100.
//!
//! Không ai giao việc vào năm 1021 hay 2201: đó là do gõ nhầm, và sẽ làm nhiệm vụ quá hạn hàng trăm
//! năm hoặc không bao giờ đến hạn.
//!
//! Sai:
//!
//! ```yaml
//! date: 1021-07-25
//! due: {month: 2201-10}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! date: 2021-07-25
//! due: {month: 2021-10}
//! ```
//!
//! Sửa lại năm. Nếu chính văn bản in sai thì trong `documents.yaml`, chép nguyên chỗ in sai vào
//! `printed:` và ghi ngày đúng vào `correction:` của văn bản đó.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule = Rule::error("date-year", include_str!("date_year.rs"));
