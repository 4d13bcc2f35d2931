//! The content of an attachment does not fit its ending.
//!
//! The first bytes say what a file really is. A web page that is called .pdf cannot be opened by
//! the reader; an office document of the old kind, or one with a password, that is called .docx
//! cannot either; a program that poses as a picture must not be published at all. Open the file in
//! its program and save it anew.
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

pub(super) fn check(whole: &Whole<'_>, faults: &mut Diagnostics) {
    for (_, found) in whole.attachments() {
        let ending = found.path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if !found.looks.fits(&ending) {
            let fault = Diagnostic::of(&RULE, Place::file(found.file));
            faults.push(fault.arg("read", found.looks.name()).arg("ending", ending));
        }
    }
}
