//! A percentage is lower than the one reported before.
//!
//! Finished work stays finished, so one of the two figures is most likely mistyped. If the work was
//! started again, write a `state` that goes back and give the reason in `text`. A lower figure is
//! then accepted.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-10, percent: 60}
//!   - {date: 2024-03-20, percent: 6}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-10, percent: 60}
//!   - {date: 2024-03-20, percent: 65}
//! ```
//!
//! # Tiếng Việt
//!
//! Tỷ lệ tự đánh giá thấp hơn lần báo cáo trước.
//!
//! Phần đã làm thì không mất đi, nên thường một trong hai số bị gõ nhầm. Nếu phải làm lại thì ghi
//! `state` lùi lại và nêu lý do ở `text`; khi đó tỷ lệ thấp hơn là đúng.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-10, percent: 60}
//!   - {date: 2024-03-20, percent: 6}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-10, percent: 60}
//!   - {date: 2024-03-20, percent: 65}
//! ```

use super::state_goes_back::goes_back;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Model;
use crate::source::Sources;

pub(super) const RULE: Rule = Rule::warning("percent-falls", include_str!("percent_falls.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for (_, task) in model.tasks() {
        let place = |n: usize| Place::value(task.file, format!("updates[{n}].percent"));
        for strand in task.strands() {
            let mut last: Option<(u8, usize)> = None;
            let mut state = None;
            for update in strand.entries {
                if update.state.zip(state).is_some_and(|(new, old)| goes_back(old, new)) {
                    // When work starts again, so does its percentage.
                    last = None;
                }
                state = update.state.or(state);
                let Some(percent) = update.percent else { continue };
                if let Some((before, at)) = last.filter(|(before, _)| percent < *before) {
                    let diagnostic = Diagnostic::of(&RULE, place(update.place)).also(place(at));
                    diagnostics.push(diagnostic.arg("read", percent).arg("before", before));
                }
                last = Some((percent, update.place));
            }
        }
    }
}
