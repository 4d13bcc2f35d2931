//! Two records have the same id.
//!
//! An id identifies a record. If two records share one, every reference to it is ambiguous, and
//! readers could see the report of one agency or task under the name of another.
//!
//! Wrong:
//!
//! ```yaml
//! - {id: so-tc, name: Sở Tài chính}
//! - {id: so-tc, name: Sở Tư pháp}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: so-tc, name: Sở Tài chính}
//! - {id: so-tp, name: Sở Tư pháp}
//! ```
//!
//! The message shows both places. If it is the same record twice, delete one. If they are different
//! records, give the second one another id and correct it wherever it is used. The id of a task or
//! a note is the name of its file, also in subfolders: rename one of the files.
//!
//! # Tiếng Việt
//!
//! Hai bản ghi có cùng một mã.
//!
//! Mã dùng để chỉ đúng một bản ghi. Nếu hai bản ghi cùng mã thì chỗ nào nhắc tới mã đó cũng không
//! rõ nghĩa, và người đọc sẽ thấy kết quả của cơ quan hay nhiệm vụ này dưới tên của cơ quan hay
//! nhiệm vụ khác.
//!
//! Sai:
//!
//! ```yaml
//! - {id: so-tc, name: Sở Tài chính}
//! - {id: so-tc, name: Sở Tư pháp}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: so-tc, name: Sở Tài chính}
//! - {id: so-tp, name: Sở Tư pháp}
//! ```
//!
//! Cả hai chỗ đều được chỉ ra. Nếu một bản ghi bị chép hai lần thì xóa bớt một. Nếu là hai bản ghi
//! khác nhau thì đặt mã khác cho bản ghi sau và sửa những chỗ nhắc tới. Mã của nhiệm vụ và ghi chép
//! là tên tệp, kể cả tệp nằm trong thư mục con: đổi tên một trong hai tệp.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule = Rule::error("doubled-id", include_str!("doubled_id.rs"));

/// Returns the diagnostic for the second record with an id.
pub(in crate::check) fn diagnostic(id: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).also(first).arg("id", id)
}
