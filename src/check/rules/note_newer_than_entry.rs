//! A note about a task is newer than the last update in the task's own record.
//!
//! A note describes the work but is not a report. Only an entry under `updates` changes the
//! standing of a task and ends its silence. The site may therefore say “no report for 90 days”
//! above a note of last week.
//!
//! Wrong:
//!
//! ```yaml
//! # notes/2021-08-20-lam-viec.md: tasks: ["1.3"]
//! # tasks/1.3.yaml
//! updates:
//!   - {date: 2021-07-24, text: Đã trình dự thảo.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, text: Đã trình dự thảo.}
//!   - {date: 2021-08-20, text: Đã họp góp ý dự thảo lần 2.}
//! ```
//!
//! If the note reports a result, add the result to the task in one sentence, with the date of the
//! evidence. If nothing has changed, ignore this message.
//!
//! # Tiếng Việt
//!
//! Ghi chép về nhiệm vụ mới hơn lần cập nhật cuối cùng trong tệp của nhiệm vụ.
//!
//! Ghi chép chỉ kể lại, không phải là báo cáo. Chỉ có lần cập nhật trong `updates` mới làm thay đổi
//! tình trạng nhiệm vụ. Vì vậy trang có thể ghi “Chưa cập nhật 90 ngày” ngay phía trên một ghi chép
//! của tuần trước.
//!
//! Sai:
//!
//! ```yaml
//! # notes/2021-08-20-lam-viec.md: tasks: ["1.3"]
//! # tasks/1.3.yaml
//! updates:
//!   - {date: 2021-07-24, text: Đã trình dự thảo.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, text: Đã trình dự thảo.}
//!   - {date: 2021-08-20, text: Đã họp góp ý dự thảo lần 2.}
//! ```
//!
//! Nếu ghi chép nói về một kết quả thì thêm kết quả đó vào nhiệm vụ bằng một câu, lấy ngày trên tài
//! liệu minh chứng. Nếu chưa có gì thay đổi thì để nguyên.

use std::collections::BTreeMap;

pub(in crate::check) const RULE: Rule =
    Rule::hint("note-newer-than-entry", include_str!("note_newer_than_entry.rs"));

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Kind, Model, Note, State};
use crate::source::Sources;

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    let mut newest: BTreeMap<usize, &Note> = BTreeMap::new();
    for note in model.notes.iter().rev() {
        for task in &note.tasks {
            newest.insert(task.0, note);
        }
    }
    for (task, note) in newest {
        let task = &model.tasks[task];
        let state = task.updates.iter().rev().find_map(|update| update.state);
        let is_over = state.is_some_and(|state| state == State::Done || state.is_stop());
        if is_over || task.kind == Kind::Duty {
            continue;
        }
        if task.updates.last().is_none_or(|update| update.date < note.date) {
            let diagnostic = Diagnostic::of(&RULE, Place::value(note.file, "date"));
            let diagnostic = diagnostic.arg("task", &task.number).arg("id", &task.id);
            diagnostics.push(diagnostic.arg("date", note.date));
        }
    }
}
