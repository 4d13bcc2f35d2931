//! The data date in `site.yaml` is earlier than the directive's own date.
//!
//! `as_of` is the day on which every task is judged. Before the directive was signed nobody had a
//! task, so nothing could be judged and the site would be empty.
//!
//! Wrong:
//!
//! ```yaml
//! # directive.yaml
//! date: 2021-07-22
//! # site.yaml
//! as_of: 2021-07-02
//! ```
//!
//! Right:
//!
//! ```yaml
//! as_of: 2021-08-31
//! ```
//!
//! Correct the year or month of `as_of`, or delete the line: without it the newest date in the
//! records is taken. If the directive's date is the one that is wrong, correct that in
//! `directive.yaml`.
//!
//! # Tiếng Việt
//!
//! Ngày chốt số liệu trong `site.yaml` sớm hơn ngày ban hành văn bản giao việc.
//!
//! `as_of` là ngày dùng để xét tình trạng của mọi nhiệm vụ. Khi văn bản chưa ban hành thì chưa ai
//! được giao việc, nên không có gì để xét và trang sẽ trống.
//!
//! Sai:
//!
//! ```yaml
//! # directive.yaml
//! date: 2021-07-22
//! # site.yaml
//! as_of: 2021-07-02
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! as_of: 2021-08-31
//! ```
//!
//! Sửa lại năm hoặc tháng của `as_of`, hoặc xóa dòng này: khi không có, phần mềm lấy ngày mới nhất
//! trong dữ liệu. Nếu chính ngày của văn bản bị gõ sai thì sửa trong `directive.yaml`.

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::Directive;
use crate::source::FileId;

pub(in crate::check) const RULE: Rule =
    Rule::error("as-of-before-directive", include_str!("as_of_before_directive.rs"));

/// The complaint, if the data date in this file is too early.
pub(in crate::check) fn complaint(
    as_of: NaiveDate,
    site: FileId,
    directive: &Directive,
) -> Option<Diagnostic> {
    let date = directive.date;
    let fault = Diagnostic::of(&RULE, Place::value(site, "as_of"));
    let fault = match directive.file {
        Some(file) => fault.also(Place::value(file, "date")),
        None => fault,
    };
    (as_of < date).then(|| fault.arg("read", as_of).arg("date", date))
}
