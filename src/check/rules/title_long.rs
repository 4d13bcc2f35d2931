//! A title is too long for a list.
//!
//! Titles of tasks, priorities and notes appear in tables, on cards and in feeds, where titles of
//! more than 250 characters are hard to read. Often the whole clause was pasted into the title. The
//! full sentence belongs in the `product`, the `summary` or a note.
//!
//! Wrong:
//!
//! ```yaml
//! title: Review all projects, works, packages … and so on for 250 characters and more
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Review all projects and report on their funds
//! ```
//!
//! # Tiếng Việt
//!
//! Tên quá dài so với một danh sách.
//!
//! Tên nhiệm vụ, mục và ghi chép đứng trong bảng, trên thẻ chia sẻ và trong nguồn tin. Dài quá 250
//! ký tự thì không ai đọc hết; thường là dán cả điều khoản vào tên. Câu đầy đủ nên ghi ở `product`,
//! `summary` hoặc trong ghi chép.
//!
//! Sai:
//!
//! ```yaml
//! title: Rà soát toàn bộ các dự án, công trình, gói thầu … cứ thế hơn 250 ký tự
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Rà soát các dự án và báo cáo nguồn vốn
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::PriorityIx;

pub(super) const RULE: Rule = Rule::hint("title-long", include_str!("title_long.rs"));

/// Maximum length of a title in characters.
const LONGEST: usize = 250;

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let model = whole.model;
    let tasks = model.tasks.iter().map(|t| (&t.title, Some(Place::value(t.file, "title"))));
    let notes = model.notes.iter().map(|n| (&n.title, Some(Place::value(n.file, "title"))));
    let priorities = model.priorities.iter().enumerate();
    let priorities = priorities.map(|(n, p)| (&p.title, whole.priority(PriorityIx(n), "title")));
    for (title, place) in tasks.chain(notes).chain(priorities) {
        // The number of bytes is quick to get and never less than the number of characters.
        let length = if title.len() > LONGEST { title.chars().count() } else { 0 };
        if let Some(place) = place.filter(|_| length > LONGEST) {
            let diagnostic = Diagnostic::of(&RULE, place);
            diagnostics.push(diagnostic.arg("length", length).arg("limit", LONGEST));
        }
    }
}
