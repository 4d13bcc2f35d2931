//! A file in `attachments/` is of a type that the site does not publish.
//!
//! Files in that folder are copied to the public site. A web page, a program or a script could harm
//! readers who trust the site, so only documents, pictures, spreadsheets and plain text are
//! accepted.
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
//! Open the file, save it as PDF, copy the PDF into `attachments/` and delete the old file. Keep
//! files that are not meant for the public outside the content folder.
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

/// Types of files that may be published. None of them can run in a browser.
pub(crate) const TYPES: [&str; 11] =
    ["pdf", "png", "jpg", "jpeg", "webp", "docx", "xlsx", "odt", "ods", "csv", "txt"];

/// Returns the diagnostic if a file with this extension may not be published.
pub(in crate::check) fn diagnostic(ending: &str, place: Place) -> Option<Diagnostic> {
    let diagnostic =
        Diagnostic::of(&RULE, place).arg("read", ending).arg("known", TYPES.join(", "));
    (!TYPES.contains(&ending)).then_some(diagnostic)
}
