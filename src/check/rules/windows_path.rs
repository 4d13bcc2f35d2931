//! An attachment has a path that Windows refuses, or one that is too long for the site.
//!
//! The office works on Windows: a name with one of \ : * ? " < > |, one that ends with a full stop
//! or a space, or a device such as con or aux cannot be saved there. Below many folders the path on
//! the site grows beyond 100 characters, and copying it to a server may fail. Ids of records have
//! rules of their own.
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
use crate::model::id::is_device;

pub(super) const RULE: Rule = Rule::warning("windows-path", include_str!("windows_path.rs"));

/// Longest path on the site, in characters.
const LONGEST: usize = 100;

pub(super) fn check(whole: &Whole<'_>, faults: &mut Diagnostics) {
    for (attachment, found) in whole.attachments() {
        let length = attachment.site_path.chars().count();
        let refused = attachment.path.split('/').find(|part| {
            let stem = part.split('.').next().unwrap_or_default().trim_end();
            part.contains(['\\', ':', '*', '?', '"', '<', '>', '|'])
                || part.ends_with(['.', ' '])
                || is_device(&stem.to_ascii_lowercase())
        });
        if refused.is_none() && length <= LONGEST {
            continue;
        }
        let kind = if refused.is_some() { "name" } else { "length" };
        let fault = Diagnostic::of(&RULE, Place::file(found.file)).arg("kind", kind);
        let fault = fault.arg("read", refused.unwrap_or(&attachment.path));
        faults.push(fault.arg("length", length).arg("limit", LONGEST));
    }
}
