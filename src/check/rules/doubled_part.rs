//! Two parts of a task have the same id, or one is called `all`.
//!
//! Entries name parts by their ids. An id must mean one part; `all` means every part that is still
//! open.
//!
//! Wrong:
//!
//! ```yaml
//! parts:
//!   - {id: all, title: Toàn bộ}
//! ```
//!
//! Right:
//!
//! ```yaml
//! parts:
//!   - {id: m1, title: Đợt một}
//! ```
//!
//! Give each part an id of its own.
//!
//! # Tiếng Việt
//!
//! Hai phần của việc trùng mã, hoặc có phần mang mã `all`.
//!
//! Lần cập nhật nêu phần bằng mã. Mỗi mã chỉ một phần; `all` nghĩa là mọi phần còn lại.
//!
//! Sai:
//!
//! ```yaml
//! parts:
//!   - {id: all, title: Toàn bộ}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! parts:
//!   - {id: m1, title: Đợt một}
//! ```
//!
//! Đặt cho mỗi phần một mã riêng.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("doubled-part", include_str!("doubled_part.rs"));
