//! The as-of date in `site.yaml` is earlier than the directive's own date.
//!
//! Every task is assessed as of the date in `as_of`. Before the directive was signed there were no
//! tasks, so the site would be empty.
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
//! Correct the year or month of `as_of`, or delete the line: the site then uses the newest date in
//! the records. If the directive's date is wrong, correct it in `directive.yaml`.
//!
//! In a portal, a directive of a later date does not exist yet on that day. The date is too early only
//! if all directives are later.
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
//!
//! Trong một cổng, văn bản ban hành sau ngày đó coi như chưa có. Ngày chốt chỉ sai khi mọi văn bản đều
//! ban hành sau nó.

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::source::FileId;

pub(in crate::check) const RULE: Rule =
    Rule::error("as-of-before-directive", include_str!("as_of_before_directive.rs"));

/// Returns the diagnostic if the as-of date in this file is earlier than the directive, or than all
/// directives of a portal, of which `date` is the first.
pub fn diagnostic(
    as_of: NaiveDate,
    site: FileId,
    date: NaiveDate,
    directive: Option<FileId>,
) -> Option<Diagnostic> {
    let diagnostic = Diagnostic::of(&RULE, Place::value(site, "as_of"));
    let diagnostic = match directive {
        Some(file) => diagnostic.also(Place::value(file, "date")),
        None => diagnostic,
    };
    (as_of < date).then(|| diagnostic.arg("read", as_of).arg("date", date))
}
