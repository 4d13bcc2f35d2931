//! An id looks like a number and has no quotes.
//!
//! This program reads the id as written. But other programs take 1.3 for a number, and they would
//! turn the id 1.10 into 1.1. Quotes around all ids prevent this.
//!
//! Wrong:
//!
//! ```yaml
//! related: [1.3]
//! ```
//!
//! Right:
//!
//! ```yaml
//! related: ["1.3"]
//! ```
//!
//! Put straight double quotes around the id. `tiendo check --fix` can do this for all ids at once.
//!
//! # Tiếng Việt
//!
//! Mã trông giống một con số và chưa có dấu nháy kép.
//!
//! Phần mềm này đọc đúng như đã ghi. Nhưng chương trình khác coi 1.3 là một số, và đến khi có mã
//! 1.10 thì chúng sẽ đổi thành 1.1. Chỗ nào cũng dùng dấu nháy kép thì không phải lo.
//!
//! Sai:
//!
//! ```yaml
//! related: [1.3]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! related: ["1.3"]
//! ```
//!
//! Thêm dấu nháy kép thẳng ở hai đầu mã. Lệnh `tiendo check --fix` có thể sửa tất cả cùng một lúc.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule = Rule::hint("unquoted-id", include_str!("unquoted_id.rs"));
