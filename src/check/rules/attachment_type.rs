//! A file in `attachments/` is of a kind that the site does not publish.
//!
//! Everything in that folder is copied to the public site. A web page, a program or a script among
//! the attachments could do harm to readers who trust the site, so only papers, pictures, sheets
//! and plain text are accepted.
//!
//! Wrong:
//!
//! ```yaml
//! attachments/bao-cao.html
//! attachments/bieu-mau.zip
//! ```
//!
//! Right:
//!
//! ```yaml
//! attachments/bao-cao.pdf
//! attachments/bieu-mau.xlsx
//! ```
//!
//! Open the file, save it as PDF, copy the PDF into `attachments/` and delete the old file. What is
//! not meant for the public belongs outside the content folder.
//!
//! # Tiếng Việt
//!
//! Trong thư mục `attachments/` có tệp thuộc loại không được công bố.
//!
//! Mọi tệp trong thư mục này được chép lên trang công khai. Tệp trang web, chương trình hay mã lệnh
//! nằm lẫn trong đó có thể gây hại cho người đọc vốn tin vào trang, nên chỉ nhận văn bản, ảnh, bảng
//! tính và tệp chữ thường.
//!
//! Sai:
//!
//! ```yaml
//! attachments/bao-cao.html
//! attachments/bieu-mau.zip
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! attachments/bao-cao.pdf
//! attachments/bieu-mau.xlsx
//! ```
//!
//! Mở tệp, lưu thành PDF, chép tệp PDF vào `attachments/` rồi xóa tệp cũ. Tệp không dành cho người
//! dân thì để ở ngoài thư mục nội dung.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("attachment-type", include_str!("attachment_type.rs"));

/// Kinds of files that may be published beside a record: none of them can run in a browser.
const TYPES: [&str; 11] =
    ["pdf", "png", "jpg", "jpeg", "webp", "docx", "xlsx", "odt", "ods", "csv", "txt"];

/// The complaint about a file with this ending, if it may not be published.
pub(in crate::check) fn complaint(ending: &str, place: Place) -> Option<Diagnostic> {
    let fault = Diagnostic::of(&RULE, place).arg("read", ending).arg("known", TYPES.join(", "));
    (!TYPES.contains(&ending)).then_some(fault)
}
