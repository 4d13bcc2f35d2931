//! Something happened, or was recorded, after `as_of`.
//!
//! Everything is assessed as of the date in `as_of` in site.yaml. Later facts are kept, but the
//! site does not show them yet. Most often `as_of` was not updated, and a new report seems to be
//! missing. For each file only the first such date is reported.
//!
//! Wrong:
//!
//! ```yaml
//! # site.yaml
//! as_of: 2024-03-15
//! # tasks/1.1.yaml
//! updates:
//!   - {date: 2024-03-22, text: The draft was sent.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! # site.yaml
//! as_of: 2024-03-22
//! # tasks/1.1.yaml
//! updates:
//!   - {date: 2024-03-22, text: The draft was sent.}
//! ```
//!
//! # Tiếng Việt
//!
//! Có việc xảy ra, hoặc được ghi vào sổ, sau ngày chốt số liệu.
//!
//! Mọi việc được tính đến ngày `as_of` trong site.yaml; việc xảy ra sau ngày đó vẫn được giữ nhưng
//! trang chưa hiện. Thường là quên dời `as_of`, nên báo cáo mới như bị mất. Mỗi tệp chỉ nêu ngày
//! đầu tiên như vậy.
//!
//! Sai:
//!
//! ```yaml
//! # site.yaml
//! as_of: 2024-03-15
//! # tasks/1.1.yaml
//! updates:
//!   - {date: 2024-03-22, text: Đã gửi dự thảo.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # site.yaml
//! as_of: 2024-03-22
//! # tasks/1.1.yaml
//! updates:
//!   - {date: 2024-03-22, text: Đã gửi dự thảo.}
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};

pub(super) const RULE: Rule = Rule::hint("fact-after-as-of", include_str!("fact_after_as_of.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let model = whole.model;
    // An as-of date before the directive is an error of its own.
    let as_of = model.settings.as_of.filter(|as_of| *as_of >= model.directive.date);
    let Some(as_of) = as_of else { return };
    let in_tasks = model.tasks.iter().filter_map(|task| {
        let late = task.learnt().filter(|(date, _)| *date > as_of);
        late.min_by_key(|(date, _)| *date).map(|(date, path)| (date, Place::value(task.file, path)))
    });
    let in_notes = model.notes.iter().filter(|note| note.recorded > as_of);
    let in_notes = in_notes.map(|note| {
        let (date, field) = note.learnt();
        (date, Place::value(note.file, field))
    });
    for (date, place) in in_tasks.chain(in_notes) {
        let mut diagnostic = Diagnostic::of(&RULE, place);
        diagnostic.second = whole.as_of();
        diagnostics.push(diagnostic.arg("read", date).arg("date", as_of));
    }
}
