//! A line of `---` or `===` under a text makes the text a heading and is not shown itself.
//!
//! In Markdown, such a line underlines a heading. Most often a rule between two paragraphs was meant,
//! which needs an empty line above it.
//!
//! Wrong:
//!
//! ```markdown
//! All departments have reported.
//! ---
//! Next week: Gò Sim.
//! ```
//!
//! Right:
//!
//! ```markdown
//! All departments have reported.
//!
//! ---
//!
//! Next week: Gò Sim.
//! ```
//!
//! Put an empty line above the rule. If a heading is meant, write `## ` before its text and delete the
//! line below it.
//!
//! # Tiếng Việt
//!
//! Dòng `---` hoặc `===` sát dưới một câu biến câu đó thành tiêu đề, còn chính dòng ấy không hiện.
//!
//! Trong Markdown, dòng như vậy là gạch chân của tiêu đề. Thường thì người viết muốn kẻ một đường
//! ngăn giữa hai đoạn, và đường đó cần một dòng trống ở trên.
//!
//! Sai:
//!
//! ```markdown
//! Các sở đã báo cáo đủ.
//! ---
//! Tuần sau: Gò Sim.
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! Các sở đã báo cáo đủ.
//!
//! ---
//!
//! Tuần sau: Gò Sim.
//! ```
//!
//! Thêm một dòng trống phía trên đường kẻ. Nếu đúng là tiêu đề thì ghi `## ` trước câu và xóa dòng
//! gạch bên dưới.

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostics, Rule};
use crate::markdown::OddityKind;

pub(super) const RULE: Rule =
    Rule::warning("underlined-heading", include_str!("underlined_heading.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    whole.oddities(&RULE, |kind| kind == OddityKind::Underline, diagnostics);
}
