//! A title is too long for a list.
//!
//! Titles of tasks, priorities and notes appear in tables, on cards and in feeds, where titles of
//! more than 250 characters are hard to read. Often the whole clause was pasted into the title. The
//! full sentence belongs in the `product` of a task, the `summary` of a priority or a note.
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
//! ký tự thì không ai đọc hết; thường là dán cả điều khoản vào tên. Câu đầy đủ nên ghi ở `product`
//! của nhiệm vụ, `summary` của mục hoặc trong ghi chép.
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
    let of_file = |file| Some(Place::value(file, "title"));
    let tasks = model.tasks().map(|(_, t)| ("task", &t.title, of_file(t.file)));
    let notes = model.notes.iter().map(|n| ("note", &n.title, of_file(n.file)));
    let priorities =
        model.priorities.iter().enumerate().map(|(n, priority)| {
            ("priority", &priority.title, whole.priority(PriorityIx(n), "title"))
        });
    for (kind, title, place) in tasks.chain(notes).chain(priorities) {
        // The number of bytes is quick to get and never less than the number of characters.
        let length = if title.len() > LONGEST { title.chars().count() } else { 0 };
        if let Some(place) = place.filter(|_| length > LONGEST) {
            let diagnostic = Diagnostic::of(&RULE, place);
            let diagnostic = diagnostic.arg("length", length).arg("limit", LONGEST);
            diagnostics.push(diagnostic.arg("kind", kind));
        }
    }
}
