//! A text says that the task is done, but no state says so.
//!
//! The standing of a task is never read from words: without `state: done` the task stays open and
//! may become overdue. Only sentences about the whole task are checked, such as “Đã hoàn thành.” or
//! “Nhiệm vụ đã hoàn thành.”, and not “đã hoàn thành phần khảo sát”, which reports a part of the
//! work.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, text: Đã hoàn thành., evidence: [bc-1]}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, state: done, text: Đã hoàn thành., evidence: [bc-1]}
//! ```
//!
//! # Tiếng Việt
//!
//! Nội dung nói đã hoàn thành nhưng không ghi trạng thái.
//!
//! Trạng thái không bao giờ lấy từ câu chữ: không có `state: done` thì nhiệm vụ vẫn đang chạy và có
//! thể thành quá hạn. Quy tắc chỉ xem câu nói về cả nhiệm vụ, như “Đã hoàn thành.” hoặc “Nhiệm vụ
//! đã hoàn thành.”; câu “đã hoàn thành phần khảo sát” là báo cáo một phần việc.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, text: Đã hoàn thành., evidence: [bc-1]}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, state: done, text: Đã hoàn thành., evidence: [bc-1]}
//! ```

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Kind, Model, State};
use crate::source::Sources;

pub(super) const RULE: Rule = Rule::hint("done-in-words", include_str!("done_in_words.rs"));

/// Sentences about a whole task, in lower case.
const SENTENCES: [&str; 12] = [
    "đã hoàn thành",
    "hoàn thành",
    "đã xong",
    "đã thực hiện xong",
    "đã hoàn thành nhiệm vụ",
    "đã hoàn thành nhiệm vụ được giao",
    "đã hoàn thành toàn bộ nhiệm vụ",
    "nhiệm vụ đã hoàn thành",
    "công việc đã hoàn thành",
    "đã hoàn thành 100%",
    "done",
    "completed",
];

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for task in model.tasks.iter().filter(|task| task.kind == Kind::Deliverable) {
        let mut state = None;
        for update in &task.updates {
            state = update.state.or(state);
            let is_over = state.is_some_and(|state| state == State::Done || state.is_stop());
            if !is_over && update.text.as_deref().is_some_and(says_done) {
                let path = format!("updates[{}].text", update.place);
                diagnostics.push(Diagnostic::of(&RULE, Place::value(task.file, path)));
            }
        }
    }
}

fn says_done(text: &str) -> bool {
    let sentences = text.split(['.', '!', ';', '\n']);
    sentences.map(|sentence| sentence.trim().to_lowercase()).any(|sentence| {
        let sentence = sentence.replace("100 %", "100%");
        SENTENCES.contains(&sentence.as_str())
    })
}
