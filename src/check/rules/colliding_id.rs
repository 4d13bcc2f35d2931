//! Two ids differ only in capitals, accents or the way accents are stored.
//!
//! Ids become file names and addresses. On Windows and macOS, `SO-TC` and `so-tc` are the same
//! file, and an accented letter can be stored in two ways that look alike. Links could lead to
//! either of the two records.
//!
//! Wrong:
//!
//! ```yaml
//! - {id: so-tc, name: Sở Tài chính}
//! - {id: SO-TC, name: Sở Tư pháp}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: so-tc, name: Sở Tài chính}
//! - {id: so-tp, name: Sở Tư pháp}
//! ```
//!
//! If both are the same record, delete one. If they are different records, give one of them another
//! id, in lower-case letters without accents, and correct it wherever it is used. The id of a task
//! or a note is the name of its file.
//!
//! # Tiếng Việt
//!
//! Hai mã chỉ khác nhau ở chữ hoa, ở dấu hoặc ở cách lưu dấu.
//!
//! Mã trở thành tên tệp và địa chỉ. Trên Windows và macOS, `SO-TC` và `so-tc` là cùng một tệp; chữ
//! có dấu lại có thể được lưu theo hai cách trông giống hệt nhau. Khi đó liên kết dẫn tới bản ghi
//! nào là do may rủi.
//!
//! Sai:
//!
//! ```yaml
//! - {id: so-tc, name: Sở Tài chính}
//! - {id: SO-TC, name: Sở Tư pháp}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: so-tc, name: Sở Tài chính}
//! - {id: so-tp, name: Sở Tư pháp}
//! ```
//!
//! Nếu hai chỗ là cùng một bản ghi thì xóa bớt một. Nếu là hai bản ghi khác nhau thì đổi mã của một
//! bản ghi, viết chữ thường không dấu, và sửa những chỗ nhắc tới mã đó. Mã của nhiệm vụ và ghi chép
//! chính là tên tệp.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("colliding-id", include_str!("colliding_id.rs"));

/// Returns the diagnostic for an id that differs from `other`, at `second`, only in capitals,
/// accents or how they are stored.
pub(in crate::check) fn diagnostic(
    text: &str,
    place: Place,
    other: &str,
    second: Place,
) -> Diagnostic {
    Diagnostic::of(&RULE, place).also(second).arg("id", text).arg("other", other)
}
