//! A note names only restricted records, so it has no page.
//!
//! Only the standing of restricted tasks and priorities is published. A note that names at least
//! one public task or priority has a page, which leaves out the restricted ones. This note names
//! none, so it has no page. If that is intended, ignore this hint.
//!
//! Wrong:
//!
//! ```yaml
//! tasks: ["6.1"]          # visibility: status_only
//! ```
//!
//! Right:
//!
//! ```yaml
//! tasks: ["6.1", "1.2"]   # 1.2 is public
//! ```
//!
//! # Tiếng Việt
//!
//! Ghi chép chỉ nêu việc công khai hạn chế nên không có trang.
//!
//! Việc và mục công khai hạn chế chỉ được đăng tình trạng. Ghi chép nêu ít nhất một việc hoặc mục
//! công khai thì có trang, không kèm phần hạn chế; ghi chép này không có trang và không liên kết
//! nào dẫn tới. Có thể đó là chủ ý; gợi ý này dành cho người đang chờ ghi chép hiện lên.
//!
//! Sai:
//!
//! ```yaml
//! tasks: ["6.1"]          # visibility: status_only
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! tasks: ["6.1", "1.2"]   # 1.2 công khai
//! ```

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Model;
use crate::source::Sources;

pub(super) const RULE: Rule = Rule::hint("note-without-page", include_str!("note_without_page.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for note in model.notes.iter().filter(|note| model.is_hidden(note)) {
        let field = if note.tasks.is_empty() { "priorities" } else { "tasks" };
        diagnostics.push(Diagnostic::of(&RULE, Place::value(note.file, field)));
    }
}
