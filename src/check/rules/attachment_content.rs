//! The content of an attachment does not match its file extension.
//!
//! The first bytes of a file show its real type. Readers cannot open a web page that is named .pdf,
//! nor an old or password-protected office document that is named .docx. A program disguised as a
//! picture must not be published at all. Open the file in its program and save it again in the
//! right format.
//!
//! Wrong:
//!
//! ```text
//! attachments/bao-cao.pdf     begins with: <!doctype html>
//! ```
//!
//! Right:
//!
//! ```text
//! attachments/bao-cao.pdf     begins with: %PDF-1.7
//! ```
//!
//! # Tiếng Việt
//!
//! Nội dung tệp đính kèm không khớp với đuôi tên.
//!
//! Mấy byte đầu cho biết tệp thật sự là gì. Trang web đặt đuôi .pdf thì người đọc không mở được;
//! tệp văn phòng kiểu cũ hoặc có mật khẩu đặt đuôi .docx cũng vậy; chương trình giả làm ảnh thì
//! không được công bố. Hãy mở tệp bằng đúng phần mềm rồi lưu lại.
//!
//! Sai:
//!
//! ```text
//! attachments/bao-cao.pdf     bắt đầu bằng: <!doctype html>
//! ```
//!
//! Đúng:
//!
//! ```text
//! attachments/bao-cao.pdf     bắt đầu bằng: %PDF-1.7
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};

pub(super) const RULE: Rule =
    Rule::warning("attachment-content", include_str!("attachment_content.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    for (_, found) in whole.attachments() {
        let ending = found.path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if !found.looks.fits(&ending) {
            let diagnostic = Diagnostic::of(&RULE, Place::file(found.file));
            diagnostics.push(diagnostic.arg("read", found.looks.name()).arg("ending", ending));
        }
    }
}
