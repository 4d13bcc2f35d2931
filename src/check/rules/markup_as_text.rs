//! Markup in a note does not work and is shown as it was typed.
//!
//! Readers see stars, brackets or tags in the middle of a sentence. The reasons: a mark of
//! emphasis that touches the next word, a reference to a footnote that does not exist, the name of a
//! record without its link, tags of HTML, a table without its second line, a heading without the blank
//! after `##`, code that is never closed.
//!
//! Wrong:
//!
//! ```markdown
//! **Result:**done, 120 m<sup>2</sup>, see task:1.3.
//! ```
//!
//! Right:
//!
//! ```markdown
//! **Result:** done, 120 m², see [task 1.3](task:1.3).
//! ```
//!
//! If the signs themselves are meant, put a backslash before them: `\*\*`, `\[`, `\<b>`.
//!
//! # Tiếng Việt
//!
//! Dấu định dạng trong ghi chép không có tác dụng và hiện nguyên trên trang.
//!
//! Người đọc sẽ thấy dấu sao, dấu ngoặc hay thẻ giữa câu. Nguyên nhân thường gặp: dấu in
//! đậm dính vào chữ sau, dẫn tới chú thích không có, ghi mã bản ghi mà không có liên kết, thẻ HTML,
//! bảng thiếu dòng thứ hai, tiêu đề thiếu dấu cách sau `##`, khối mã không đóng.
//!
//! Sai:
//!
//! ```markdown
//! **Kết quả:**đạt, 120 m<sup>2</sup>, xem task:1.3.
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! **Kết quả:** đạt, 120 m², xem [việc 1.3](task:1.3).
//! ```
//!
//! Nếu muốn giữ nguyên các dấu thì đặt dấu `\` trước chúng: `\*\*`, `\[`, `\<b>`.

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostics, Rule};
use crate::markdown::OddityKind;

pub(super) const RULE: Rule = Rule::warning("markup-as-text", include_str!("markup_as_text.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    whole.oddities(&RULE, OddityKind::is_left, diagnostics);
}
