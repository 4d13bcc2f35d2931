//! An attachment is larger than the site allows.
//!
//! Many people read the site on phones and slow connections, where a document of 20 MB takes
//! minutes to open. The whole site also has to be copied at every update.
//!
//! Wrong:
//!
//! ```yaml
//! # documents.yaml, and attachments/bc-123.pdf has 35 MB
//! - {id: bc-123, title: Báo cáo quý III, file: attachments/bc-123.pdf}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: bc-123, title: Báo cáo quý III, url: "https://example.com/bc-123.pdf"}
//! ```
//!
//! To make a scanned document smaller, scan it again in black and white at 200 dpi, or save it as
//! PDF from Word instead of scanning it. Split a long document into parts. If it is already
//! published elsewhere, do not attach it: write its address as `url:` in `documents.yaml`.
//!
//! # Tiếng Việt
//!
//! Tệp đính kèm nặng hơn mức trang có thể công bố.
//!
//! Người dân đọc trang bằng điện thoại, đường truyền chậm; một tệp 20 MB phải đợi vài phút mới mở
//! được, và mỗi lần cập nhật phải chép lại toàn bộ trang.
//!
//! Sai:
//!
//! ```yaml
//! # documents.yaml, and attachments/bc-123.pdf has 35 MB
//! - {id: bc-123, title: Báo cáo quý III, file: attachments/bc-123.pdf}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: bc-123, title: Báo cáo quý III, url: "https://example.com/bc-123.pdf"}
//! ```
//!
//! Văn bản quét (scan) sẽ nhẹ hơn nhiều nếu quét lại đen trắng ở 200 dpi, hoặc lưu thẳng từ Word ra
//! PDF. Văn bản dài thì tách thành nhiều phần. Nếu văn bản đã được đăng ở nơi khác thì không cần
//! đính kèm: ghi địa chỉ vào `url:` trong `documents.yaml`.

use crate::content::files::MAX_ATTACHMENT_BYTES;
use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("attachment-too-large", include_str!("attachment_too_large.rs"));

/// Returns the diagnostic if a file of `size` bytes is too large.
pub(in crate::check) fn diagnostic(size: u64, place: Place) -> Option<Diagnostic> {
    const MIB: u64 = 1024 * 1024;
    let diagnostic = Diagnostic::of(&RULE, place)
        .arg("size", size.div_ceil(MIB))
        .arg("limit", MAX_ATTACHMENT_BYTES / MIB);
    (size > MAX_ATTACHMENT_BYTES).then_some(diagnostic)
}
