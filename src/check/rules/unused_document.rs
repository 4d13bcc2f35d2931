//! A document is not cited by any record.
//!
//! The document does not appear on the site. Documents are shown if the directive is based on them,
//! or if a task, an extension, an entry or a note cites them. Either the citation was forgotten,
//! perhaps as evidence of a result, or the record is left over. Lists are often filled in ahead of
//! the tasks or copied whole, so this hint is not given for lists of three or fewer, while half of
//! the list or more is unused, or while there are errors.
//!
//! Wrong:
//!
//! ```yaml
//! # documents.yaml
//! - {id: bc-9, title: Report 9}
//! # no file names bc-9
//! ```
//!
//! Right:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! updates:
//!   - {date: 2024-03-20, state: done, evidence: [bc-9]}
//! ```
//!
//! # Tiếng Việt
//!
//! Văn bản không được dẫn ở đâu.
//!
//! Trang chỉ hiện văn bản là căn cứ của văn bản giao việc, hoặc được nhiệm vụ, lần gia hạn, lần cập
//! nhật, ghi chép dẫn tới. Hoặc quên dẫn, có khi là minh chứng của việc đã xong, hoặc bản ghi bị
//! thừa. Danh mục hay được nhập trước hoặc chép cả bảng, nên danh mục không quá ba mục, danh mục từ
//! một nửa trở lên chưa dùng tới, hoặc khi còn lỗi, thì không nhắc.
//!
//! Sai:
//!
//! ```yaml
//! # documents.yaml
//! - {id: bc-9, title: Report 9}
//! # no file names bc-9
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! updates:
//!   - {date: 2024-03-20, state: done, evidence: [bc-9]}
//! ```

use crate::check::whole::{Whole, forgotten};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::DocumentIx;

pub(super) const RULE: Rule = Rule::hint("unused-document", include_str!("unused_document.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let Some(uses) = &whole.uses else { return };
    for n in forgotten(&uses.documents) {
        let document = DocumentIx(n);
        let Some(spot) = whole.document(document, "id") else { continue };
        diagnostics.push(Diagnostic::of(&RULE, spot).arg("id", &whole.model[document].id));
    }
}
