//! A file in attachments/ is not cited by any record.
//!
//! A file is copied to the site only if a record cites it: a document as its `file`, a note by a
//! link, or site.yaml as its `logo`. This file will not be published, although somebody put it
//! there. This hint is not given while there are errors.
//!
//! Wrong:
//!
//! ```yaml
//! # attachments/bc-1.pdf is there, but
//! - {id: bc-1, title: Report 1}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: bc-1, title: Report 1, file: attachments/bc-1.pdf}
//! ```
//!
//! # Tiếng Việt
//!
//! Tệp trong attachments/ không được dẫn ở đâu.
//!
//! Tệp chỉ được chép lên trang khi có bản ghi dẫn tới: văn bản ghi ở `file`, ghi chép có liên kết,
//! hoặc site.yaml ghi ở `logo`. Tệp này sẽ không được công bố dù đã được chép vào đây. Khi còn lỗi
//! thì không nhắc.
//!
//! Sai:
//!
//! ```yaml
//! # có attachments/bc-1.pdf, nhưng
//! - {id: bc-1, title: Báo cáo 1}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: bc-1, title: Báo cáo 1, file: attachments/bc-1.pdf}
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};

pub(super) const RULE: Rule = Rule::hint("unused-attachment", include_str!("unused_attachment.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let Some(uses) = &whole.uses else { return };
    for ((attachment, found), used) in whole.attachments().zip(&uses.attachments) {
        if !used {
            let diagnostic = Diagnostic::of(&RULE, Place::file(found.file));
            diagnostics.push(diagnostic.arg("path", &attachment.path));
        }
    }
}
