//! A task was added to the directive before the directive’s date.
//!
//! `added` is for a task that a later document added. It does not count before that day. A task of
//! the directive itself has no `added`.
//!
//! Wrong:
//!
//! ```yaml
//! # directive.yaml: date: 2021-07-22
//! added: 2020-08-20
//! document: cv-3900
//! ```
//!
//! Right:
//!
//! ```yaml
//! added: 2021-08-20
//! document: cv-3900
//! ```
//!
//! # Tiếng Việt
//!
//! Nhiệm vụ được giao thêm trước ngày ban hành văn bản giao việc.
//!
//! `added` dành cho nhiệm vụ do một văn bản sau giao thêm; trước ngày ấy nhiệm vụ không được tính.
//! Nhiệm vụ có sẵn trong văn bản giao việc thì không ghi `added`.
//!
//! Sai:
//!
//! ```yaml
//! # directive.yaml: date: 2021-07-22
//! added: 2020-08-20
//! document: cv-3900
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! added: 2021-08-20
//! document: cv-3900
//! ```

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Model;
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::warning("added-before-directive", include_str!("added_before_directive.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    let directive = model.directive.date;
    for (_, task) in model.tasks() {
        if let Some(added) = task.added.filter(|added| added.date < directive) {
            let place = Place::value(task.file, "added");
            let diagnostic = Diagnostic::of(&RULE, place);
            diagnostics.push(diagnostic.arg("read", added.date).arg("date", directive));
        }
    }
}
