//! An id contains a character that is not allowed in ids.
//!
//! The id of a record becomes part of a web address and of a file name. An id consists of the
//! lower-case letters a to z without accents and of digits, with a hyphen or full stop between
//! words and never at either end. This keeps addresses readable, and every computer can store the
//! file.
//!
//! Wrong:
//!
//! ```yaml
//! - {id: Sở KHĐT, name: Sở Kế hoạch và Đầu tư}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: so-khdt, name: Sở Kế hoạch và Đầu tư}
//! ```
//!
//! The name that readers see is `name`, `title` or `number`, which may contain any character. A
//! number such as “II.3.đ” goes into `number:`, and the id can be `ii.3.dd`. The id of a task or a
//! note is the name of its file, so rename the file.
//!
//! # Tiếng Việt
//!
//! Mã có ký tự không dùng được.
//!
//! Mã của bản ghi trở thành một phần của địa chỉ trang web và tên tệp. Vì vậy mã chỉ gồm chữ thường
//! không dấu a đến z và chữ số, giữa các từ là dấu gạch nối hoặc dấu chấm, không đứng ở đầu hay
//! cuối: địa chỉ dễ đọc và máy nào cũng lưu được tệp.
//!
//! Sai:
//!
//! ```yaml
//! - {id: Sở KHĐT, name: Sở Kế hoạch và Đầu tư}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: so-khdt, name: Sở Kế hoạch và Đầu tư}
//! ```
//!
//! Tên cho người đọc nằm ở `name`, `title` hoặc `number` và viết thế nào cũng được. Số thứ tự như
//! “II.3.đ” thì ghi vào `number:`, còn mã có thể là `ii.3.dd`. Mã của nhiệm vụ và ghi chép chính là
//! tên tệp: hãy đổi tên tệp.

use crate::content::copies::unmarked;
use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::Id;
use crate::reading::names::id_of_number;
use crate::vietnamese;

pub(in crate::check) const RULE: Rule = Rule::error("bad-id", include_str!("bad_id.rs"));

/// Returns the diagnostic for a malformed id, with a suggestion.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Diagnostic {
    // The copy of a file that is gone keeps the name of the original.
    let text_as_named = unmarked(text).unwrap_or(text);
    let number = id_of_number(text_as_named).map(|id| id.to_string());
    let folded = vietnamese::fold(text_as_named);
    let mut near = number.into_iter().chain([folded, vietnamese::slug(text_as_named)]);
    let near = near.find(|near| Id::parse(near).is_ok());
    Diagnostic::of(&RULE, place).arg("id", text).suggest(near)
}
