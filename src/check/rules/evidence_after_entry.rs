//! An entry cites a document that did not exist on the entry's date.
//!
//! The date of an entry is the day on which something happened, which is the date of the evidence
//! and not the day on which the entry was typed. A document with a later date cannot prove it: one
//! of the two dates is wrong, or the document belongs to a later entry. If a document has a
//! `correction`, its corrected date counts.
//!
//! Wrong:
//!
//! ```yaml
//! # documents.yaml
//! - {id: bc-1, title: Report, date: 2024-03-20}
//! # tasks/1.1.yaml
//! updates:
//!   - {date: 2024-03-10, state: done, evidence: [bc-1]}
//! ```
//!
//! Right:
//!
//! ```yaml
//! # documents.yaml
//! - {id: bc-1, title: Report, date: 2024-03-20}
//! # tasks/1.1.yaml
//! updates:
//!   - {date: 2024-03-20, state: done, evidence: [bc-1]}
//! ```
//!
//! # Tiếng Việt
//!
//! Lần cập nhật dẫn một văn bản lúc đó chưa có.
//!
//! Ngày của lần cập nhật là ngày việc xảy ra, tức ngày ghi trên minh chứng, không phải ngày nhập
//! liệu. Văn bản có ngày muộn hơn thì không chứng minh được: hoặc một trong hai ngày bị sai, hoặc
//! văn bản thuộc về một lần cập nhật sau. Văn bản có `correction` thì lấy ngày đã đính chính.
//!
//! Sai:
//!
//! ```yaml
//! # documents.yaml
//! - {id: bc-1, title: Báo cáo, date: 2024-03-20}
//! # tasks/1.1.yaml
//! updates:
//!   - {date: 2024-03-10, state: done, evidence: [bc-1]}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # documents.yaml
//! - {id: bc-1, title: Báo cáo, date: 2024-03-20}
//! # tasks/1.1.yaml
//! updates:
//!   - {date: 2024-03-20, state: done, evidence: [bc-1]}
//! ```

use chrono::NaiveDate;

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::DocumentIx;
use crate::source::FileId;

pub(super) const RULE: Rule =
    Rule::warning("evidence-after-entry", include_str!("evidence_after_entry.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    for (_, task) in whole.model.tasks() {
        for update in &task.updates {
            let list = format!("updates[{}].evidence", update.place);
            report(whole, task.file, update.date, &list, &update.evidence, diagnostics);
        }
    }
    for note in &whole.model.notes {
        report(whole, note.file, note.date, "evidence", &note.evidence, diagnostics);
    }
}

fn report(
    whole: &Whole<'_>,
    file: FileId,
    date: NaiveDate,
    list: &str,
    evidence: &[DocumentIx],
    diagnostics: &mut Diagnostics,
) {
    for document in evidence {
        let record = &whole.model[*document];
        let corrected = record.correction.as_ref().and_then(|correction| correction.date);
        let field = if corrected.is_some() { "correction.date" } else { "date" };
        let Some(issued) = corrected.or(record.date).filter(|issued| *issued > date) else {
            continue;
        };
        let mut diagnostic = Diagnostic::of(&RULE, whole.item(file, list, &record.id));
        diagnostic.second = whole.document(*document, field);
        diagnostics.push(diagnostic.arg("id", &record.id).arg("read", issued).arg("date", date));
    }
}
