//! This key accepts only a few fixed words, and the value is none of them.
//!
//! `kind`, `state`, `visibility` and a few others decide how a task is assessed and what is
//! published. They are fixed words of the format, so that one state never has two spellings.
//! Readers see them in Vietnamese.
//!
//! Wrong:
//!
//! ```yaml
//! kind: thường xuyên
//! updates:
//!   - {date: 2021-07-24, state: Hoàn thành}
//! ```
//!
//! Right:
//!
//! ```yaml
//! kind: ongoing
//! updates:
//!   - {date: 2021-07-24, state: done, evidence: [bc-123]}
//! ```
//!
//! Choose a word from the list in the message. Free text belongs in `text`.
//!
//! # Tiếng Việt
//!
//! Trường này chỉ nhận một trong vài từ cố định, và nội dung ghi không phải từ nào trong số đó.
//!
//! `kind`, `state`, `visibility` và một số trường khác quyết định cách xét nhiệm vụ và nội dung
//! được công bố. Đó là các từ của định dạng, luôn viết giống nhau, để một trạng thái không có hai
//! cách viết. Người đọc vẫn thấy chúng bằng tiếng Việt.
//!
//! Sai:
//!
//! ```yaml
//! kind: thường xuyên
//! updates:
//!   - {date: 2021-07-24, state: Hoàn thành}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! kind: ongoing
//! updates:
//!   - {date: 2021-07-24, state: done, evidence: [bc-123]}
//! ```
//!
//! Chọn một từ trong danh sách mà thông báo nêu. Lời diễn giải thì ghi vào `text`.

use crate::diagnostic::{Diagnostic, Place, Rule, nearest};
use crate::reading::words::fixed_word;

pub(in crate::check) const RULE: Rule =
    Rule::error("unknown-word", include_str!("unknown_word.rs"));

/// Returns the diagnostic for a text that is none of the `known` words of a field.
pub(in crate::check) fn diagnostic(
    text: &str,
    known: &[&'static str],
    field: &str,
    place: Place,
) -> Diagnostic {
    let meant = fixed_word(text, known);
    Diagnostic::of(&RULE, place)
        .arg("read", text)
        .arg("field", field)
        .arg("known", known.join(", "))
        .suggest(meant.or_else(|| nearest(text, known.iter().copied())))
}
