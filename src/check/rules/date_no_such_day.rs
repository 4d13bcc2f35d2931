//! The month of this date does not have that many days.
//!
//! A date that does not exist, such as 30 February or 31 September, is a typing error or a misprint
//! in the document. Nothing can be calculated from it, and a guess would invent a deadline.
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
//! Look up the date in the signed document. If the document itself is misprinted, record both what
//! was printed and what is right: in `documents.yaml`, `printed: {date: "31/9/2021"}` and
//! `correction: {date: 2021-09-30, note: …}`.
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
