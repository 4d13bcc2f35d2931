//! The path of an attachment is not allowed on Windows, or is too long for the site.
//!
//! Most offices work on Windows, where these names cannot be saved: names with one of \ : * ? " < >
//! |, names that end with a full stop or a space, and device names such as con or aux. In deep
//! folders the path on the site may exceed 100 characters, and copying it to a server may fail.
//! Other rules check the ids of records.
//!
//! Wrong:
//!
//! ```text
//! attachments/con.pdf
//! attachments/bao cao: quy 3.pdf
//! ```
//!
//! Right:
//!
//! ```text
//! attachments/tre-con.pdf
//! attachments/bao-cao-quy-3.pdf
//! ```
//!
//! # Tiếng Việt
//!
//! Đường dẫn tệp đính kèm không dùng được trên Windows, hoặc quá dài cho trang.
//!
//! Văn phòng dùng Windows: tên có một trong các ký tự \ : * ? " < > |, tên kết thúc bằng dấu chấm
//! hay dấu cách, hoặc trùng tên thiết bị như con, aux thì không lưu được. Nằm dưới nhiều thư mục
//! thì đường dẫn trên trang dài quá 100 ký tự, chép lên máy chủ dễ bị lỗi. Mã của bản ghi có quy
//! tắc riêng.
//!
//! Sai:
//!
//! ```text
//! attachments/con.pdf
//! attachments/bao cao: quy 3.pdf
//! ```
//!
//! Đúng:
//!
//! ```text
//! attachments/tre-con.pdf
//! attachments/bao-cao-quy-3.pdf
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::id::{device_part, is_device};

pub(super) const RULE: Rule = Rule::warning("windows-path", include_str!("windows_path.rs"));

/// Maximum length of a path on the site, in characters.
const LONGEST: usize = 100;

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    for (attachment, found) in whole.attachments() {
        let length = attachment.site_path.chars().count();
        let refused = attachment.path.split('/').find(|part| {
            let stem = device_part(part).trim_end();
            part.contains(['\\', ':', '*', '?', '"', '<', '>', '|'])
                || part.ends_with(['.', ' '])
                || is_device(&stem.to_ascii_lowercase())
        });
        if refused.is_none() && length <= LONGEST {
            continue;
        }
        let kind = if refused.is_some() { "name" } else { "length" };
        let diagnostic = Diagnostic::of(&RULE, Place::file(found.file)).arg("kind", kind);
        let diagnostic = diagnostic.arg("read", refused.unwrap_or(&attachment.path));
        diagnostics.push(diagnostic.arg("length", length).arg("limit", LONGEST));
    }
}
