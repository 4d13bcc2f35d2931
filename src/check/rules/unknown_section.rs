//! A task names a section that its priority does not have.
//!
//! Sections stand under their priority in `directive.yaml`. A task belongs to one of its own
//! priority’s.
//!
//! Wrong:
//!
//! ```yaml
//! priority: "1"
//! section: "2.1"
//! ```
//!
//! Right:
//!
//! ```yaml
//! priority: "2"
//! section: "2.1"
//! ```
//!
//! Check the priority and the section, or add the section to the priority.
//!
//! # Tiếng Việt
//!
//! Việc nêu một tiểu mục không có trong mục của nó.
//!
//! Các tiểu mục khai báo trong mục của chúng ở `directive.yaml`. Việc chỉ thuộc tiểu mục của mục
//! mình.
//!
//! Sai:
//!
//! ```yaml
//! priority: "1"
//! section: "2.1"
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! priority: "2"
//! section: "2.1"
//! ```
//!
//! Xem lại mục và tiểu mục, hoặc thêm tiểu mục vào mục đó.

use crate::diagnostic::{Diagnostic, Place, Rule, nearest};
use crate::model::{Model, PriorityIx};

pub(in crate::check) const RULE: Rule =
    Rule::error("unknown-section", include_str!("unknown_section.rs"));

/// Returns the diagnostic for a section that the priority does not have.
pub(in crate::check) fn diagnostic(
    text: &str,
    model: &Model,
    priority: PriorityIx,
    place: Place,
) -> Diagnostic {
    let ids = || model[priority].sections.iter().map(|section| section.id.as_str());
    let mut others = model.priorities.iter();
    let other = others.find(|other| other.sections.iter().any(|s| s.id.as_str() == text));
    let diagnostic = Diagnostic::of(&RULE, place)
        .arg("read", text)
        .arg("priority", &model[priority].number)
        .arg("other", other.map(|other| other.number.as_str()).unwrap_or_default())
        .arg("how", if other.is_some() { "other" } else { "unknown" })
        .arg("known", ids().collect::<Vec<_>>().join(", "))
        .arg("some", if model[priority].sections.is_empty() { "no" } else { "yes" });
    diagnostic.suggest(nearest(text, ids()))
}
