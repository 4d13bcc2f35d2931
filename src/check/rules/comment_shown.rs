//! A comment meant for the authors would be published.
//!
//! A note's comments are left out of its page, but only from `<!--` to `-->`. Without the `-->`,
//! nobody can tell where the remark ends, and the page would show all of it. Texts of records
//! (`title`, `text`, `product` and so on) are published as they are, comments included.
//!
//! Wrong:
//!
//! ```yaml
//! text: The draft was sent. <!-- do not publish the figures yet -->
//! ```
//!
//! Right:
//!
//! ```yaml
//! # do not publish the figures yet
//! text: The draft was sent.
//! ```
//!
//! In a note, write `-->` at the end of the remark. In a record, delete the remark or write it on a
//! line of its own that begins with `#`.
//!
//! # Tiếng Việt
//!
//! Lời nhắn nội bộ sẽ bị đăng lên trang.
//!
//! Trang bỏ qua lời nhắn trong ghi chép, nhưng chỉ từ `<!--` đến `-->`. Thiếu `-->` thì không biết lời
//! nhắn dừng ở đâu, trang sẽ hiện tất cả. Các trường của bản ghi (`title`, `text`, `product`…) thì được
//! đăng nguyên văn, kể cả phần trong `<!-- -->`.
//!
//! Sai:
//!
//! ```yaml
//! text: Đã gửi dự thảo. <!-- số liệu chưa được đăng -->
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # số liệu chưa được đăng
//! text: Đã gửi dự thảo.
//! ```
//!
//! Trong ghi chép, ghi `-->` ở cuối lời nhắn. Trong bản ghi, xóa lời nhắn hoặc ghi ở một dòng riêng bắt
//! đầu bằng `#`.

use memchr::memmem;

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::markdown::OddityKind;
use crate::source::Style;

pub(super) const RULE: Rule = Rule::error("comment-shown", include_str!("comment_shown.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    whole.oddities(&RULE, |kind| kind == OddityKind::OpenComment, diagnostics);
    for (file, source) in whole.sources.iter() {
        // Hardly any file has one.
        if memmem::find(source.text.as_bytes(), b"<!--").is_none() {
            continue;
        }
        let texts = source.index.nodes().iter();
        for node in texts.filter(|node| matches!(node.style, Style::Plain | Style::Quoted)) {
            let text = source.text.get(node.value.clone()).unwrap_or_default();
            let Some(at) = text.find("<!--") else { continue };
            let end = text[at..].find("-->").map_or(text.len(), |n| at + n + 3);
            let range = node.value.start + at..node.value.start + end;
            let diagnostic = Diagnostic::of(&RULE, Place::bytes(file, range));
            diagnostics.push(diagnostic.arg("kind", "record").arg("read", &text[at..at + 4]));
        }
    }
}
