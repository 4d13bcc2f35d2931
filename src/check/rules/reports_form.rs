//! The periodic reports of a task cannot be understood.
//!
//! `reports` belongs to an ongoing task and replaces `report_every`. It says how often (`every`),
//! and by which day: `by` for “at the latest on”, `before` for “before”, one of the two. The day is
//! 1 to 31, for weeks `mon` to `sun`; `offset` moves it by whole months (weeks for weeks).
//!
//! Wrong:
//!
//! ```yaml
//! kind: ongoing
//! reports: {every: month, by: 25/4}
//! ```
//!
//! Right:
//!
//! ```yaml
//! kind: ongoing
//! reports: {every: month, by: 25}
//! ```
//!
//! Write it as in the example. `from` and `to` are periods: `2023-03`, `2023-q1`, `2023-h1`,
//! `2023`, `2023-w05`.
//!
//! # Tiếng Việt
//!
//! Kỳ báo cáo của việc ghi chưa đúng.
//!
//! `reports` dùng cho việc thường xuyên (`ongoing`) và thay cho `report_every`. Cần ghi bao lâu một
//! lần (`every`) và ngày phải gửi: `by` là “chậm nhất ngày”, `before` là “trước ngày”, chỉ ghi một
//! trong hai. Ngày từ 1 đến 31, với tuần là `mon` đến `sun`; `offset` dời ngày đó theo tháng (theo
//! tuần nếu báo cáo tuần).
//!
//! Sai:
//!
//! ```yaml
//! kind: ongoing
//! reports: {every: month, by: 25/4}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! kind: ongoing
//! reports: {every: month, by: 25}
//! ```
//!
//! Ghi như ví dụ. `from` và `to` là kỳ: `2023-03`, `2023-q1`, `2023-h1`, `2023`, `2023-w05`.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("reports-form", include_str!("reports_form.rs"));

/// Returns the diagnostic for reports that cannot be understood. `how` says why.
pub(in crate::check) fn diagnostic(how: &'static str, read: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("how", how).arg("read", read)
}
