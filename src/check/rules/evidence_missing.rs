//! A task is reported as done, but no document proves it.
//!
//! Until an entry cites evidence, the site shows “Reported done, evidence awaited” and does not
//! count the task as done. This keeps the published figures verifiable.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, state: done, text: Đã trình kịch bản.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! # documents.yaml
//! - {id: bc-123, symbol: 123/BC-SKHĐT, title: Báo cáo kịch bản tăng trưởng, date: 2021-07-24}
//! # tasks/1.3.yaml
//! updates:
//!   - {date: 2021-07-24, state: done, text: Đã trình kịch bản., evidence: [bc-123]}
//! ```
//!
//! Add the report, letter or decision to `documents.yaml` and write its id under `evidence` of this
//! update. If the document is not available yet, ignore this warning: the site is still built and
//! shows that evidence is missing.
//!
//! # Tiếng Việt
//!
//! Nhiệm vụ đã báo cáo hoàn thành nhưng chưa có văn bản, tài liệu minh chứng.
//!
//! Khi chưa dẫn minh chứng, trang ghi “Đã báo cáo hoàn thành, chờ minh chứng” và chưa tính nhiệm vụ
//! là hoàn thành. Nhờ vậy, số liệu công bố ai cũng kiểm tra được.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, state: done, text: Đã trình kịch bản.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # documents.yaml
//! - {id: bc-123, symbol: 123/BC-SKHĐT, title: Báo cáo kịch bản tăng trưởng, date: 2021-07-24}
//! # tasks/1.3.yaml
//! updates:
//!   - {date: 2021-07-24, state: done, text: Đã trình kịch bản., evidence: [bc-123]}
//! ```
//!
//! Thêm báo cáo, công văn hay quyết định vào `documents.yaml`, rồi ghi mã của tài liệu đó vào
//! `evidence` của lần cập nhật này. Nếu chưa có văn bản thì để nguyên: trang vẫn được dựng và nói
//! rõ điều đó.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Kind, Model, State};
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::warning("evidence-missing", include_str!("evidence_missing.rs"));

pub(super) fn check(model: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    if !model.settings.thresholds.evidence_required {
        return;
    }
    for task in model.tasks.iter().filter(|task| task.kind == Kind::Deliverable) {
        // The whole of a task with parts is done by its parts.
        let of_parts = task.split.is_some();
        for strand in task.strands().into_iter().filter(|s| s.part.is_some() == of_parts) {
            let last_other = strand
                .entries
                .iter()
                .rposition(|update| update.state.is_some_and(|state| state != State::Done));
            let run = &strand.entries[last_other.map_or(0, |n| n + 1)..];
            let Some(first) = run.iter().position(|u| u.state == Some(State::Done)) else {
                continue;
            };
            // Cited evidence that does not exist has been reported already.
            let index = &sources.get(task.file).index;
            let cited =
                |place: usize| index.inside(&format!("updates[{place}].evidence")).next().is_some();
            if run[first..].iter().all(|u| u.evidence.is_empty() && !cited(u.place)) {
                let place = Place::key(task.file, format!("updates[{}]", run[first].place));
                diagnostics.push(Diagnostic::of(&RULE, place));
            }
        }
    }
}
