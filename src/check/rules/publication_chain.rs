//! A publication in `publications.yaml` does not follow from the one before.
//!
//! The program writes this file: after each publication it adds what was published, with a sum that
//! also covers the line before. Whoever changes, removes or exchanges a publication breaks the sums
//! from there on. Restore the file, from a copy of the content folder or from
//! `du-lieu/publications.json` of the published site.
//!
//! Wrong:
//!
//! ```yaml
//! - as_of: 2024-03-31
//!   manifest: 5891…
//!   records: 8ac1…
//!   sum: 0000…
//! ```
//!
//! Right:
//!
//! ```yaml
//! - as_of: 2024-03-31
//!   manifest: 5891…
//!   records: 8ac1…
//!   sum: 27fe…
//! ```
//!
//! # Tiếng Việt
//!
//! Một lần công bố trong `publications.yaml` không nối tiếp lần trước.
//!
//! Chương trình ghi tệp này: sau mỗi lần công bố, nó thêm một mục có mã kiểm tra tính cả mục trước.
//! Sửa, xóa hay đổi chỗ một mục thì các mã từ đó trở đi không còn khớp. Hãy lấy lại tệp từ bản sao
//! của thư mục nội dung, hoặc từ `du-lieu/publications.json` trên trang đã công bố.
//!
//! Sai:
//!
//! ```yaml
//! - as_of: 2024-03-31
//!   manifest: 5891…
//!   records: 8ac1…
//!   sum: 0000…
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - as_of: 2024-03-31
//!   manifest: 5891…
//!   records: 8ac1…
//!   sum: 27fe…
//! ```

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("publication-chain", include_str!("publication_chain.rs"));

/// Returns the diagnostic for the first publication that does not follow from the one before.
pub(in crate::check) fn diagnostic(number: usize, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("number", number)
}
