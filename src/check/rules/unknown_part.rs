//! An entry or an extension names a part that does not exist.
//!
//! `part` is the id of one of the task’s parts, or a reporting period between the first and the
//! last. A report under a wrong name would be lost.
//!
//! Wrong:
//!
//! ```yaml
//! reports: {every: month, by: 25}
//! updates:
//!   - {date: 2023-04-24, part: tháng 4, state: done}
//! ```
//!
//! Right:
//!
//! ```yaml
//! reports: {every: month, by: 25}
//! updates:
//!   - {date: 2023-04-24, part: 2023-04, state: done}
//! ```
//!
//! Write an id of `parts`, or a period like `2023-04`, `2023-q2`, `2023-h1`, `2023`, `2023-w05`.
//! `all` is for entries of tasks with `parts`.
//!
//! # Tiếng Việt
//!
//! Lần cập nhật hoặc gia hạn nêu phần không có trong việc.
//!
//! `part` là mã một phần của việc, hoặc một kỳ báo cáo từ kỳ đầu đến kỳ cuối. Ghi sai tên thì báo
//! cáo đó không được tính cho phần nào.
//!
//! Sai:
//!
//! ```yaml
//! reports: {every: month, by: 25}
//! updates:
//!   - {date: 2023-04-24, part: tháng 4, state: done}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! reports: {every: month, by: 25}
//! updates:
//!   - {date: 2023-04-24, part: 2023-04, state: done}
//! ```
//!
//! Ghi mã trong `parts`, hoặc kỳ như `2023-04`, `2023-q2`, `2023-h1`, `2023`, `2023-w05`. `all` chỉ
//! dùng trong lần cập nhật của việc có `parts`.

use crate::diagnostic::{Diagnostic, Place, Rule, nearest};

pub(in crate::check) const RULE: Rule =
    Rule::error("unknown-part", include_str!("unknown_part.rs"));

/// Returns the diagnostic for a part that does not exist. `known` lists some that do, `ids` all.
pub(in crate::check) fn diagnostic(
    how: &'static str,
    read: &str,
    known: &str,
    ids: &[&str],
    place: Place,
) -> Diagnostic {
    Diagnostic::of(&RULE, place)
        .arg("how", how)
        .arg("read", read)
        .arg("known", known)
        .arg("some", if known.is_empty() { "no" } else { "yes" })
        .suggest(nearest(read, ids.iter().copied()))
}
