//! A comment in a note is not published.
//!
//! What stands between `<!--` and `-->` in a note is a remark between its authors. It is left out of
//! the page, the feeds, the search and the previews. The hint is there because nothing else shows
//! that the text is missing.
//!
//! Wrong:
//!
//! ```markdown
//! 310 children were vaccinated.
//!
//! <!-- the clinic has not confirmed this figure -->
//! ```
//!
//! Right:
//!
//! ```markdown
//! 310 children were vaccinated.
//! ```
//!
//! If readers should see it, delete the marks `<!--` and `-->`. If nobody needs it any more, delete the
//! whole comment.
//!
//! # Tiếng Việt
//!
//! Lời nhắn trong `<!-- -->` của ghi chép không được đăng.
//!
//! Phần đứng giữa `<!--` và `-->` là lời nhắn giữa những người soạn. Trang, nguồn tin, phần tìm kiếm
//! và phần trích đều bỏ qua phần này. Gợi ý này nhắc lại, vì ngoài nó ra không có gì cho biết phần đó
//! không được đăng.
//!
//! Sai:
//!
//! ```markdown
//! Đã tiêm 310 cháu.
//!
//! <!-- trạm chưa xác nhận số này -->
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! Đã tiêm 310 cháu.
//! ```
//!
//! Nếu muốn người đọc thấy thì xóa dấu `<!--` và `-->`. Nếu không cần nữa thì xóa cả phần đó.

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostics, Rule};
use crate::markdown::OddityKind;

pub(super) const RULE: Rule = Rule::hint("html-comment", include_str!("html_comment.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    whole.oddities(&RULE, |kind| kind == OddityKind::Comment, diagnostics);
}
