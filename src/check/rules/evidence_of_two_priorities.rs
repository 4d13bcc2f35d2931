//! One document is cited as evidence of tasks in two priorities.
//!
//! A summary report may rightly cover several tasks. Often, however, two departments do the same
//! work without knowing of each other, or the wrong id was copied. The message also shows the first
//! task that cites the document. If both are right, nothing has to be changed.
//!
//! Wrong:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! updates: [{date: 2024-03-10, state: done, evidence: [bc-1]}]
//! # tasks/2.1.yaml
//! updates: [{date: 2024-03-10, state: done, evidence: [bc-1]}]
//! ```
//!
//! Right:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! updates: [{date: 2024-03-10, state: done, evidence: [bc-1]}]
//! # tasks/2.1.yaml
//! updates: [{date: 2024-03-10, state: done, evidence: [bc-2]}]
//! ```
//!
//! # Tiếng Việt
//!
//! Một văn bản là minh chứng cho nhiệm vụ ở hai mục.
//!
//! Có khi một báo cáo tổng hợp nói về nhiều nhiệm vụ. Nhưng cũng hay gặp hai cơ quan làm cùng một
//! việc mà không biết nhau, hoặc chép nhầm mã. Thông báo chỉ cả nhiệm vụ dẫn trước; nếu cả hai đều
//! đúng thì không phải sửa.
//!
//! Sai:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! updates: [{date: 2024-03-10, state: done, evidence: [bc-1]}]
//! # tasks/2.1.yaml
//! updates: [{date: 2024-03-10, state: done, evidence: [bc-1]}]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! updates: [{date: 2024-03-10, state: done, evidence: [bc-1]}]
//! # tasks/2.1.yaml
//! updates: [{date: 2024-03-10, state: done, evidence: [bc-2]}]
//! ```

use std::collections::BTreeMap;

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{DocumentIx, Task};

pub(super) const RULE: Rule =
    Rule::hint("evidence-of-two-priorities", include_str!("evidence_of_two_priorities.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let model = whole.model;
    let place = |task: &Task, update: usize, document: DocumentIx| {
        let list = format!("updates[{update}].evidence");
        whole.item(task.file, &list, &model[document].id)
    };
    // The first task that cites a document, and the last priority that was reported.
    let mut first = BTreeMap::new();
    for (_, task) in model.tasks() {
        for update in &task.updates {
            for document in &update.evidence {
                let entry = first.entry(*document).or_insert((task, update.place, task.priority));
                let (other, at, last) = *entry;
                if last == task.priority {
                    continue;
                }
                // Tasks are sorted by priority, so each further priority is reported once.
                entry.2 = task.priority;
                let diagnostic = Diagnostic::of(&RULE, place(task, update.place, *document))
                    .also(place(other, at, *document));
                let id = &model[*document].id;
                diagnostics
                    .push(diagnostic.arg("id", id).arg("task", &task.id).arg("other", &other.id));
            }
        }
    }
}
