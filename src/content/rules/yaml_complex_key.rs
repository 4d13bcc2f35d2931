//! Before the colon stands a list or a block, not a word.
//!
//! YAML allows whole lists as keys, records do not: a key is one word. This happens when a value
//! that begins with a bracket and holds a colon has no quotes, or when a line begins with `?`.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - [Khẩn]: báo cáo tuần
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!     text: "[Khẩn]: báo cáo tuần"
//! ```
//!
//! Write the key that the text belongs to, and put the text in straight double quotes.
//!
//! # Tiếng Việt
//!
//! Trước dấu hai chấm là một danh sách hoặc ngoặc nhọn, không phải một từ.
//!
//! YAML cho phép cả danh sách làm tên trường, tệp dữ liệu thì không: tên trường là một từ. Thường
//! gặp khi giá trị bắt đầu bằng dấu ngoặc, có dấu hai chấm mà không để trong dấu nháy, hoặc khi
//! dòng bắt đầu bằng dấu `?`.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - [Khẩn]: báo cáo tuần
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!     text: "[Khẩn]: báo cáo tuần"
//! ```
//!
//! Ghi tên trường mà đoạn chữ thuộc về, và đặt đoạn chữ trong dấu nháy kép thẳng.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-complex-key", include_str!("yaml_complex_key.rs"));
