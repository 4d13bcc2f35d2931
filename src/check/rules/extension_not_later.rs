//! An extension sets a deadline that is not later than its own decision.
//!
//! An extension gives more time. If the new deadline is on or before the day of the decision, the
//! task is overdue at once. Most often a month or a year was mistyped, or the two dates were
//! swapped.
//!
//! Wrong:
//!
//! ```yaml
//! extensions:
//!   - {decided: 2021-08-31, due: 2021-07-22, document: cv-3413}
//! ```
//!
//! Right:
//!
//! ```yaml
//! extensions:
//!   - {decided: 2021-07-22, due: 2021-08-31, document: cv-3413}
//! ```
//!
//! `decided` is the date of the deciding document, and `due` is the new deadline in it. If the
//! document really says so, ignore this warning: the site is still built.
//!
//! # Tiếng Việt
//!
//! Gia hạn đến một ngày đã qua khi ra quyết định.
//!
//! Gia hạn là để có thêm thời gian. Nếu hạn mới bằng hoặc sớm hơn chính ngày quyết định thì không
//! thêm được ngày nào: nhiệm vụ quá hạn ngay. Thường là do gõ nhầm tháng, năm hoặc đảo chỗ hai
//! ngày.
//!
//! Sai:
//!
//! ```yaml
//! extensions:
//!   - {decided: 2021-08-31, due: 2021-07-22, document: cv-3413}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! extensions:
//!   - {decided: 2021-07-22, due: 2021-08-31, document: cv-3413}
//! ```
//!
//! `decided` là ngày ghi trên văn bản gia hạn, `due` là hạn mới trong văn bản đó. Nếu văn bản đúng
//! là ghi như vậy thì giữ nguyên: trang vẫn được dựng.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Model;
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::warning("extension-not-later", include_str!("extension_not_later.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for (_, task) in model.tasks() {
        for extension in &task.extensions {
            let last_good_day = extension.due.last_good_day(extension.decided);
            if let Some(day) = last_good_day.filter(|day| *day <= extension.decided) {
                let at = |field: &str| {
                    Place::value(task.file, format!("extensions[{}].{field}", extension.place))
                };
                let diagnostic = Diagnostic::of(&RULE, at("due")).also(at("decided"));
                diagnostics.push(diagnostic.arg("day", day).arg("decided", extension.decided));
            }
        }
    }
}
