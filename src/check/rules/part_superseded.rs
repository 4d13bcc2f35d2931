//! A part is reported as replaced.
//!
//! Only a whole task can be replaced by another. A part is cancelled, by a document.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-05-02, part: m1, state: superseded, document: qd-1, superseded_by: "2"}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-05-02, part: m1, state: cancelled, document: qd-1}
//! ```
//!
//! Write `state: cancelled`, or leave `part` out.
//!
//! # Tiếng Việt
//!
//! Phần được ghi là được thay thế.
//!
//! Chỉ cả việc mới được thay thế bằng việc khác. Phần thì được dừng (`cancelled`), kèm văn bản.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-05-02, part: m1, state: superseded, document: qd-1, superseded_by: "2"}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-05-02, part: m1, state: cancelled, document: qd-1}
//! ```
//!
//! Ghi `state: cancelled`, hoặc bỏ `part`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("part-superseded", include_str!("part_superseded.rs"));
