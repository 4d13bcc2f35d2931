//! Two items of `moved.yaml` are about the same thing.
//!
//! An address can have only one page, which gives one reason and leads to one place.
//!
//! Wrong:
//!
//! ```yaml
//! - {was: task:1.3, title: Kịch bản tăng trưởng, date: 2021-11-02, reason: Nhập trùng.}
//! - {was: task:1.3, title: Kịch bản tăng trưởng, date: 2021-11-05, reason: Gộp vào 1.4.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {was: task:1.3, title: Kịch bản tăng trưởng, date: 2021-11-02, reason: "Nhập trùng, gộp vào 1.4."}
//! ```
//!
//! Delete one of them.
//!
//! # Tiếng Việt
//!
//! Hai mục trong `moved.yaml` nói về cùng một thứ.
//!
//! Tại một địa chỉ chỉ có một trang, nêu một lý do và dẫn tới một nơi.
//!
//! Sai:
//!
//! ```yaml
//! - {was: task:1.3, title: Kịch bản tăng trưởng, date: 2021-11-02, reason: Nhập trùng.}
//! - {was: task:1.3, title: Kịch bản tăng trưởng, date: 2021-11-05, reason: Gộp vào 1.4.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {was: task:1.3, title: Kịch bản tăng trưởng, date: 2021-11-02, reason: "Nhập trùng, gộp vào 1.4."}
//! ```
//!
//! Xóa bớt một mục.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::Former;

pub(in crate::check) const RULE: Rule = Rule::error("moved-twice", include_str!("moved_twice.rs"));

/// Returns the diagnostic for the second item.
pub(in crate::check) fn diagnostic(was: &Former, place: Place, first: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).also(first).arg("was", was.name())
}
