//! Entries are not in the order of their dates.
//!
//! The program sorts the updates of a task by date, whatever their order in the file. But people
//! read from top to bottom: an older entry below a newer one often has a wrong date, and then the
//! wrong entry decides the standing of the task.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: done, evidence: [bc-123]}
//!   - {date: 2021-07-24, state: in_progress}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, state: in_progress}
//!   - {date: 2021-08-31, state: done, evidence: [bc-123]}
//! ```
//!
//! The message shows both dates and the entry that counts as the newest. If a date is wrong,
//! correct it. Otherwise move the entry to its place, with the newest last. This also applies to
//! `decided` of extensions.
//!
//! # Tiếng Việt
//!
//! Các lần cập nhật không xếp theo thứ tự ngày.
//!
//! Phần mềm đọc theo ngày, không theo thứ tự trong tệp. Nhưng người thì đọc từ trên xuống: lần cập
//! nhật cũ nằm dưới lần mới thường là do ghi sai ngày, và khi đó lần sai quyết định tình trạng của
//! nhiệm vụ.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: done, evidence: [bc-123]}
//!   - {date: 2021-07-24, state: in_progress}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, state: in_progress}
//!   - {date: 2021-08-31, state: done, evidence: [bc-123]}
//! ```
//!
//! Thông báo nêu cả hai ngày và lần cập nhật đang được coi là mới nhất. Nếu ngày sai thì sửa; nếu
//! không thì chuyển lần cập nhật về đúng chỗ, mới nhất ở cuối. Ngày `decided` của các lần gia hạn
//! cũng vậy.

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Model;
use crate::source::{FileId, Sources};

pub(in crate::check) const RULE: Rule =
    Rule::warning("ledger-order", include_str!("ledger_order.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for (_, task) in model.tasks() {
        let entries = task.updates.iter().map(|update| (update.place, update.date)).collect();
        report(entries, "updates", "date", task.file, diagnostics);
        let extensions = task.extensions.iter().map(|e| (e.place, e.decided)).collect();
        report(extensions, "extensions", "decided", task.file, diagnostics);
    }
}

/// Reports entries that the file has in another order. `entries` are sorted by date.
fn report(
    mut entries: Vec<(usize, NaiveDate)>,
    list: &str,
    field: &str,
    file: FileId,
    diagnostics: &mut Diagnostics,
) {
    let Some((_, winner)) = entries.last().copied() else { return };
    entries.sort_unstable();
    let at = |place: usize| Place::value(file, format!("{list}[{place}].{field}"));
    let (mut newest, mut above) = (NaiveDate::MIN, 0);
    for (place, date) in entries {
        if date < newest {
            let diagnostic = Diagnostic::of(&RULE, at(place)).also(at(above));
            diagnostics
                .push(diagnostic.arg("read", date).arg("before", newest).arg("winner", winner));
        } else {
            (newest, above) = (date, place);
        }
    }
}
