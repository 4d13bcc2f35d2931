//! The key `as_of` is present but has no date.
//!
//! Without a date, the site uses the date of the newest entry, decision or note, so the as-of date
//! moves with every report. If that is intended, delete the line. Otherwise, write the date.
//!
//! Wrong:
//!
//! ```yaml
//! as_of:
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
//! Có dòng `as_of` nhưng chưa ghi ngày.
//!
//! Không có ngày thì lần cập nhật, quyết định hoặc ghi chép mới nhất sẽ quyết định, nên ngày chốt
//! số liệu thay đổi theo từng báo cáo. Nếu chủ ý như vậy thì xóa dòng này đi; nếu không thì ghi
//! ngày.
//!
//! Sai:
//!
//! ```yaml
//! as_of:
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! as_of: 2024-03-31
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

pub(super) const RULE: Rule = Rule::hint("as-of-unknown", include_str!("as_of_unknown.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let Some(site) = &whole.content.site else { return };
    let index = &whole.sources.get(site.file).index;
    let is_blank = site.record.as_of.as_deref().is_none_or(|text| text.trim().is_empty());
    let written = index.get("as_of").is_some_and(|node| !node.left_out);
    if let Some(place) = whole.as_of().filter(|_| written && is_blank) {
        let (newest, _) = whole.model.newest_fact();
        diagnostics.push(Diagnostic::of(&RULE, place).arg("date", newest));
    }
}
