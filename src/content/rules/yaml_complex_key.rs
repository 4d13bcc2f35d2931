//! A list or a block stands before the colon instead of a word.
//!
//! YAML allows a list as a key, but records do not: a key is one word. This happens if a value that
//! begins with a bracket and contains a colon has no quotes, or if a line begins with `?`.
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
//! Write the key to which the text belongs, and put the text in straight double quotes.
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
