//! A heading in a note skips a level, or is a second main title.
//!
//! The note's `title` is the main title of its page, so headings in the note begin with `##`,
//! followed by `###`. The site closes gaps automatically, so the page is still correct. But a gap
//! often means that a heading was forgotten, and `#` that the title was repeated.
//!
//! Wrong:
//!
//! ```markdown
//! # Progress in July
//! #### Funds
//! ```
//!
//! Right:
//!
//! ```markdown
//! ## Progress in July
//! ### Funds
//! ```
//!
//! # Tiếng Việt
//!
//! Tiêu đề trong ghi chép nhảy cấp, hoặc là tiêu đề chính thứ hai.
//!
//! `title` của ghi chép là tiêu đề chính của trang, nên tiêu đề trong bài bắt đầu từ `##`, dưới đó
//! là `###`. Trang tự lấp khoảng trống nên vẫn đúng; nhưng nhảy cấp thường là do quên một tiêu đề,
//! còn `#` thường là lặp lại tên ghi chép.
//!
//! Sai:
//!
//! ```markdown
//! # Kết quả tháng 7
//! #### Vốn
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! ## Kết quả tháng 7
//! ### Vốn
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

pub(super) const RULE: Rule = Rule::hint("heading-order", include_str!("heading_order.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    for body in whole.bodies {
        // The title of the note is the level above all headings.
        let mut above = 1;
        for heading in &body.text.facts().headings {
            let level = heading.level;
            if level == 1 || level > above + 1 {
                let diagnostic = Diagnostic::of(&RULE, body.place(&heading.range));
                let right = if level == 1 { 2 } else { above + 1 };
                diagnostics
                    .push(diagnostic.arg("level", level).arg("right", "#".repeat(right.into())));
            }
            above = level;
        }
    }
}
