//! A date of one directive is more than a month later than all others of the portal.
//!
//! If `site.yaml` has no `as_of`, the whole portal is assessed as of the newest date in its records.
//! One mistyped year in one directive would make the open tasks of all the others overdue.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2022-07-24, text: Đã trình dự thảo.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, text: Đã trình dự thảo.}
//! ```
//!
//! Correct the date. If it is right, set the as-of date in `site.yaml`.
//!
//! # Tiếng Việt
//!
//! Một ngày của một văn bản muộn hơn mọi ngày khác của cả cổng hơn một tháng.
//!
//! Khi `site.yaml` không ghi `as_of`, cả cổng được xét vào ngày mới nhất có trong dữ liệu. Chỉ một
//! năm gõ nhầm ở một văn bản cũng làm việc chưa xong của mọi văn bản khác thành quá hạn.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2022-07-24, text: Đã trình dự thảo.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, text: Đã trình dự thảo.}
//! ```
//!
//! Sửa lại ngày. Nếu ngày đúng thì ghi ngày chốt số liệu vào `site.yaml`.

use chrono::NaiveDate;

use super::newest_fact_alone::{LIMIT_DAYS, newest};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Model;

pub(in crate::check) const RULE: Rule =
    Rule::error("fact-ahead-of-portal", include_str!("fact_ahead_of_portal.rs"));

/// Returns the diagnostic if the newest fact of a directive is ahead of `second`, the newest of all
/// other facts of the portal.
pub fn diagnostic(model: &Model, second: NaiveDate) -> Option<Diagnostic> {
    let (day, _) = model.newest_fact();
    let is_ahead = model.settings.as_of.is_none() && (day - second).num_days() > LIMIT_DAYS;
    let place = newest(model).filter(|_| is_ahead)?;
    Some(Diagnostic::of(&RULE, place).arg("date", day).arg("second", second))
}
