//! Something that was typed in a note is not on its page.
//!
//! Notes are Markdown, in which some signs are markup. The page shows their effect and not the signs
//! themselves, so `5 *6 and 7* 8` loses its stars (`3*4*5`, without blanks, keeps them), and
//! `> 90% of all` its sign. Also missing are: a backslash before a letter or sign that needs none,
//! cells beyond the head of a table, a footnote or the address of a link that nothing refers to, words
//! in quotation marks after an address, words after the fence of code, and the 0 at the start of a
//! list's number. Every character of a note is compared with its page; whatever is missing without
//! being markup is named.
//!
//! Wrong:
//!
//! ```markdown
//! The tanks measure 5 *6 and 7* 8 m, the path is D:\_common.
//!
//! [^old]: A footnote that nothing refers to.
//! ```
//!
//! Right:
//!
//! ```markdown
//! The tanks measure 5 × 6 and 7 × 8 m, the path is D:\\_common.
//! ```
//!
//! Put a backslash before a sign that is meant as such: `5 \*6`. Give each footnote its reference,
//! such as `[^old]`, or delete it.
//!
//! # Tiếng Việt
//!
//! Có chữ hoặc dấu đã gõ trong ghi chép mà trang không hiện.
//!
//! Ghi chép viết bằng Markdown, trong đó một số dấu là dấu định dạng. Trang chỉ hiện tác dụng của
//! chúng, nên `5 *6 và 7* 8` mất dấu sao (viết liền như `3*4*5` thì còn), `> 90% số hộ` mất dấu lớn
//! hơn. Những chỗ khác cũng mất: dấu `\` trước ký tự không cần nó, ô thừa so với dòng đầu bảng, chú
//! thích hoặc địa chỉ liên kết không có chỗ nào dùng tới, chữ trong dấu nháy sau địa chỉ, chữ sau dấu
//! mở khối mã, số 0 đứng đầu số thứ tự. Từng ký tự của ghi chép được đối chiếu với trang; chỗ nào
//! thiếu mà không phải dấu định dạng thì được nêu ra.
//!
//! Sai:
//!
//! ```markdown
//! Hai bể 5 *6 và 7* 8 m, tệp ở D:\_chung.
//!
//! [^cu]: Chú thích không có chỗ dẫn tới.
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! Hai bể 5 × 6 và 7 × 8 m, tệp ở D:\\_chung.
//! ```
//!
//! Đặt dấu `\` trước dấu muốn giữ nguyên: `5 \*6`. Chú thích thì thêm chỗ dẫn, ví dụ `[^cu]`, hoặc
//! xóa đi.

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostics, Rule};
use crate::markdown::OddityKind;

pub(super) const RULE: Rule = Rule::warning("text-not-shown", include_str!("text_not_shown.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    whole.oddities(&RULE, OddityKind::is_lost, diagnostics);
}
