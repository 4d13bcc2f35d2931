//! One date is more than a month later than all the others.
//!
//! If `site.yaml` has no `as_of`, everything is assessed as of the newest date in the records. One
//! mistyped year, 2022 instead of 2021, would make every open task overdue.
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
//! Correct the date. If it is right, and only one agency has reported for a month, set the as-of
//! date in `site.yaml` with the line that the message shows. The warning then goes away.
//!
//! # Tiếng Việt
//!
//! Có một ngày muộn hơn tất cả các ngày khác hơn một tháng.
//!
//! Khi `site.yaml` không ghi `as_of`, mọi nhiệm vụ được xét vào ngày mới nhất có trong dữ liệu. Vì
//! vậy chỉ một năm gõ nhầm, 2022 thay vì 2021, cũng làm mọi nhiệm vụ chưa xong thành quá hạn.
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
//! Sửa lại ngày. Nếu ngày đúng, chỉ là cả tháng nay chưa ai khác báo cáo, thì ghi ngày chốt số liệu
//! vào `site.yaml` bằng dòng mà thông báo đưa ra; cảnh báo sẽ hết.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Model;
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::warning("newest-fact-alone", include_str!("newest_fact_alone.rs"));

/// Maximum number of days by which the newest date may be ahead.
pub(in crate::check) const LIMIT_DAYS: i64 = 31;

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    // In a portal the facts of all directives count: `fact-ahead-of-portal`.
    if model.settings.as_of.is_some() || model.settings.portal.is_some() {
        return;
    }
    let (newest_day, second) = model.newest_fact();
    if (newest_day - second).num_days() <= LIMIT_DAYS {
        return;
    }
    if let Some(place) = newest(model) {
        let diagnostic = Diagnostic::of(&RULE, place);
        diagnostics.push(diagnostic.arg("date", newest_day).arg("second", second));
    }
}

/// Where the newest fact of the records is dated.
pub(in crate::check) fn newest(model: &Model) -> Option<Place> {
    let (newest, _) = model.newest_fact();
    let in_tasks = model
        .tasks
        .iter()
        .flat_map(|task| task.learnt().map(|(date, path)| (date, Place::value(task.file, path))));
    let in_notes = model.notes.iter().map(|note| {
        let (date, field) = note.learnt();
        (date, Place::value(note.file, field))
    });
    in_tasks.chain(in_notes).find(|(date, _)| *date == newest).map(|(_, place)| place)
}
