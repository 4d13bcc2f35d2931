//! The as-of date is so far after all reports that every task counts as silent.
//!
//! On the date in `as_of`, nothing has been reported for more than `stale_after_days`. Either the
//! year or the month of `as_of` is mistyped, or no record has been added for a long time. In both
//! cases the site would show every agency as silent.
//!
//! Wrong:
//!
//! ```yaml
//! # the newest report is of 29 March 2024
//! as_of: 2025-03-31
//! ```
//!
//! Right:
//!
//! ```yaml
//! as_of: 2024-03-31
//! ```
//!
//! # Tiếng Việt
//!
//! Ngày chốt số liệu muộn đến mức mọi nhiệm vụ đều bị coi là im lặng.
//!
//! Tính đến ngày `as_of` thì quá `stale_after_days` ngày không có báo cáo nào. Hoặc `as_of` bị gõ
//! nhầm năm, tháng, hoặc đã lâu không ai nhập báo cáo; cả hai trường hợp trang đều nói mọi cơ quan
//! không cập nhật.
//!
//! Sai:
//!
//! ```yaml
//! # báo cáo mới nhất ngày 29/3/2024
//! as_of: 2025-03-31
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! as_of: 2024-03-31
//! ```

use chrono::NaiveDate;

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::settings::Settings;

pub(in crate::check) const RULE: Rule =
    Rule::warning("as-of-ahead", include_str!("as_of_ahead.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let model = whole.model;
    let (newest, _) = model.newest_fact();
    if let Some(place) = whole.as_of() {
        diagnostics.extend(diagnostic(&model.settings, place, newest));
    }
}

/// Returns the diagnostic if the as-of date is too far after the newest fact: of the directive, or of
/// all directives of a portal. `place` is that of the date.
pub fn diagnostic(settings: &Settings, place: Place, newest: NaiveDate) -> Option<Diagnostic> {
    let as_of = settings.as_of?;
    let days = (as_of - newest).num_days();
    let diagnostic = Diagnostic::of(&RULE, place);
    let diagnostic = diagnostic.arg("read", as_of).arg("newest", newest).arg("days", days);
    (days > i64::from(settings.thresholds.stale_after_days)).then_some(diagnostic)
}
