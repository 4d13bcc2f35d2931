//! A reporting period cannot be read.
//!
//! The first and the last period are written in the form of their frequency: a week `2023-w05`, a
//! month `2023-03`, a quarter `2023-q1`, a half-year `2023-h1`, a year `2023`.
//!
//! Wrong:
//!
//! ```yaml
//! reports: {every: month, by: 25, from: 2023-q1}
//! ```
//!
//! Right:
//!
//! ```yaml
//! reports: {every: month, by: 25, from: 2023-01}
//! ```
//!
//! Write the period in the form that belongs to `every`.
//!
//! # Tiếng Việt
//!
//! Không đọc được kỳ báo cáo.
//!
//! Kỳ đầu, kỳ cuối ghi theo dạng của kỳ: tuần `2023-w05`, tháng `2023-03`, quý `2023-q1`, nửa năm
//! `2023-h1`, năm `2023`.
//!
//! Sai:
//!
//! ```yaml
//! reports: {every: month, by: 25, from: 2023-q1}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! reports: {every: month, by: 25, from: 2023-01}
//! ```
//!
//! Ghi kỳ theo đúng dạng của `every`.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::{Frequency, ReportPeriod};

pub(in crate::check) const RULE: Rule = Rule::error("bad-period", include_str!("bad_period.rs"));

/// Returns the diagnostic for a text that is not a period of this length.
pub(in crate::check) fn diagnostic(text: &str, every: Frequency, place: Place) -> Diagnostic {
    let day = chrono::NaiveDate::from_ymd_opt(2023, 3, 15).unwrap_or_default();
    let example = ReportPeriod::holding(every, day).id();
    Diagnostic::of(&RULE, place).arg("read", text).arg("example", example)
}
