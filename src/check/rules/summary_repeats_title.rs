//! The summary of a priority only repeats its title.
//!
//! Readers expect the summary to say in plain words what the priority asks for. Repeating the title
//! does not help. Without `summary` the page is shorter and just as clear.
//!
//! Wrong:
//!
//! ```yaml
//! - {id: "1", title: Clean water, summary: Clean water}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: "1", title: Clean water, summary: Bring clean water to the upland communes.}
//! ```
//!
//! # Tiếng Việt
//!
//! Tóm tắt của mục chỉ lặp lại tên mục.
//!
//! Dưới tên mục, người đọc chờ được biết mục này yêu cầu gì, nói bằng lời dễ hiểu. Lặp lại tên thì
//! không giúp ai; bỏ `summary` đi thì trang gọn hơn mà vẫn đủ.
//!
//! Sai:
//!
//! ```yaml
//! - {id: "1", title: Nước sạch, summary: Nước sạch}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: "1", title: Nước sạch, summary: Đưa nước sạch tới các xã vùng cao.}
//! ```

use super::doubled_title::plain;
use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::PriorityIx;

pub(super) const RULE: Rule =
    Rule::hint("summary-repeats-title", include_str!("summary_repeats_title.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    for (n, priority) in whole.model.priorities.iter().enumerate() {
        let summary = priority.summary.as_deref();
        if summary.is_none_or(|summary| plain(summary) != plain(&priority.title)) {
            continue;
        }
        let ix = PriorityIx(n);
        let Some(place) = whole.priority(ix, "summary") else { continue };
        let mut diagnostic = Diagnostic::of(&RULE, place).arg("id", &priority.id);
        diagnostic.second = whole.priority(ix, "title");
        diagnostics.push(diagnostic);
    }
}
