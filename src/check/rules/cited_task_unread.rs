//! A task of another directive that is cited here cannot be read.
//!
//! A reference shows the number and title of the task that it leads to. While the records of that
//! task or of its directive are damaged, only its id can be shown.
//!
//! Wrong, in the task that is cited:
//!
//! ```yaml
//! title: "Số hóa hồ sơ
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: "Số hóa hồ sơ"
//! ```
//!
//! Correct the errors of the file that the message names; the records that cite it are right.
//!
//! # Tiếng Việt
//!
//! Không đọc được một nhiệm vụ của văn bản khác được dẫn ở đây.
//!
//! Chỗ dẫn hiện số hiệu văn bản và tên nhiệm vụ. Khi tệp của nhiệm vụ hoặc của văn bản ấy bị hỏng thì
//! chỉ hiện được mã.
//!
//! Sai, ở tệp của nhiệm vụ được dẫn:
//!
//! ```yaml
//! title: "Số hóa hồ sơ
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: "Số hóa hồ sơ"
//! ```
//!
//! Sửa lỗi ở tệp mà thông báo nêu; chỗ dẫn đến tệp ấy không sai.

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::warning("cited-task-unread", include_str!("cited_task_unread.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    for cited in whole.content.elsewhere.iter().filter(|cited| !cited.is_read) {
        let id = format!("{}/{}", cited.directive, cited.task);
        diagnostics.push(Diagnostic::of(&RULE, Place::file(cited.file)).arg("id", id));
    }
}
