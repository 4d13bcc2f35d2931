//! An id has a character that ids cannot hold.
//!
//! The id of a record becomes part of a web address and a file name. So it is made of small letters
//! a to z without accents and of digits, with a hyphen or full stop between words, never at either
//! end: addresses stay readable and every computer can store the file.
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
//! The name that readers see is `name`, `title` or `number`; it may hold anything. A number such as
//! “II.3.đ” goes into `number:`, the id can be `ii.3.dd`. The id of a task or a note is the name of
//! its file: rename the file.
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

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::Id;
use crate::vietnamese;

pub(in crate::check) const RULE: Rule = Rule::error("bad-id", include_str!("bad_id.rs"));

/// The complaint about a text that has not the form of an id, with an id that has.
pub(in crate::check) fn complaint(text: &str, place: Place) -> Diagnostic {
    let folded = vietnamese::fold(text);
    let near = [folded, vietnamese::slug(text)].into_iter().find(|near| Id::parse(near).is_ok());
    Diagnostic::of(&RULE, place).arg("id", text).suggest(near)
}
