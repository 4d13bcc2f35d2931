//! The last day of a period is earlier than its first day.
//!
//! The directive's `period` and the period in which an agency existed run from a first day to a
//! last day. If the last day comes first, the period contains no day at all: no reporting cycle
//! could be counted, and the agency would never have existed.
//!
//! Wrong:
//!
//! ```yaml
//! period: {from: 2021-12-31, to: 2021-07-01}
//! ```
//!
//! Right:
//!
//! ```yaml
//! period: {from: 2021-07-01, to: 2021-12-31}
//! ```
//!
//! Check both marked dates. Usually they are swapped, or one year is wrong.
//!
//! # Tiếng Việt
//!
//! Ngày cuối của một khoảng thời gian sớm hơn ngày đầu.
//!
//! Khoảng thời gian `period` của văn bản và thời gian tồn tại của một cơ quan tính từ ngày đầu đến
//! ngày cuối. Nếu bị đảo ngược thì trong khoảng đó không có ngày nào: không đếm được kỳ báo cáo,
//! còn cơ quan thì coi như chưa từng có.
//!
//! Sai:
//!
//! ```yaml
//! period: {from: 2021-12-31, to: 2021-07-01}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! period: {from: 2021-07-01, to: 2021-12-31}
//! ```
//!
//! Xem lại cả hai ngày được gạch chân. Thường là do đảo chỗ hai ngày, hoặc gõ nhầm một năm.

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("dates-reversed", include_str!("dates_reversed.rs"));

/// A date and the place where it is written.
pub(in crate::check) type Day<'a> = (Option<NaiveDate>, &'a str, Place);

/// Returns the diagnostic if the last day is earlier than the first. Each day comes with its key.
pub(in crate::check) fn diagnostic(first: Day<'_>, last: Day<'_>) -> Option<Diagnostic> {
    let (from, until) = (first.0?, last.0?);
    let diagnostic = Diagnostic::of(&RULE, last.2).also(first.2);
    let diagnostic = diagnostic.arg("from_key", first.1).arg("until_key", last.1);
    (until < from).then(|| diagnostic.arg("from", from).arg("until", until))
}
