//! This month does not have that many days.
//!
//! A day that is not in the calendar, such as 30 February or 31 September, is a slip of the
//! keyboard or a misprint in the paper. Nothing can be reckoned from it, and to guess would be to
//! invent a deadline.
//!
//! Wrong:
//!
//! ```yaml
//! due: 31/9/2021
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: 30/9/2021
//! ```
//!
//! Look it up in the signed paper. If the paper itself is misprinted, the record of the document
//! keeps what was printed beside what is right: in `documents.yaml`, `printed: {date: "31/9/2021"}`
//! and `correction: {date: 2021-09-30, note: …}`.
//!
//! # Tiếng Việt
//!
//! Tháng này không có ngày đó.
//!
//! Ngày không có trong lịch như 30 tháng 2 hay 31 tháng 9 là do gõ nhầm hoặc do văn bản in sai.
//! Không thể tính thời hạn từ một ngày như vậy; nếu đoán thì thành ra tự đặt thời hạn.
//!
//! Sai:
//!
//! ```yaml
//! due: 31/9/2021
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: 30/9/2021
//! ```
//!
//! Tra lại văn bản đã ký. Nếu chính văn bản in sai thì trong `documents.yaml` giữ nguyên chỗ in sai
//! bên cạnh ngày đúng: `printed: {date: "31/9/2021"}` và `correction: {date: 2021-09-30, note: …}`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("date-no-such-day", include_str!("date_no_such_day.rs"));
