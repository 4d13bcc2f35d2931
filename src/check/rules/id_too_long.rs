//! An id is longer than 60 characters.
//!
//! Ids become file names and web addresses. Windows rejects files whose full path is too long, and
//! an address that does not fit on a line is hard to read out on the phone.
//!
//! Wrong:
//!
//! ```yaml
//! notes/2021-07-24-bao-cao-ket-qua-thuc-hien-kich-ban-tang-truong-quy-iii.md
//! ```
//!
//! Right:
//!
//! ```yaml
//! notes/2021-07-24-kich-ban-tang-truong.md
//! ```
//!
//! Keep the two or three words that distinguish the record from others. The full title belongs in
//! `title`. The id of a task or a note is the name of its file, so rename the file.
//!
//! # Tiếng Việt
//!
//! Mã dài quá 60 ký tự.
//!
//! Mã trở thành tên tệp và địa chỉ trang web. Windows không nhận tệp có đường dẫn quá dài, còn địa
//! chỉ dài hơn một dòng thì không thể đọc cho nhau qua điện thoại.
//!
//! Sai:
//!
//! ```yaml
//! notes/2021-07-24-bao-cao-ket-qua-thuc-hien-kich-ban-tang-truong-quy-iii.md
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! notes/2021-07-24-kich-ban-tang-truong.md
//! ```
//!
//! Chỉ giữ vài từ đủ để phân biệt. Tên đầy đủ ghi ở `title`. Mã của nhiệm vụ và ghi chép là tên
//! tệp: hãy đổi tên tệp.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::id::MAX_LENGTH;

pub(in crate::check) const RULE: Rule = Rule::error("id-too-long", include_str!("id_too_long.rs"));

/// Returns the diagnostic for an id that is too long, with a suggestion that is cut between words.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Diagnostic {
    let short = text.get(..=MAX_LENGTH).and_then(|cut| cut.rsplit_once(['-', '.']));
    Diagnostic::of(&RULE, place)
        .arg("id", text)
        .arg("length", text.chars().count())
        .arg("limit", MAX_LENGTH)
        .suggest(short.map(|(short, _)| short))
}
