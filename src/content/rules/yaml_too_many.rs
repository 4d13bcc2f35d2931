//! The file has more than 50,000 values.
//!
//! A task has a few dozen values, and a list of all the agencies of a province has a few hundred. A
//! file with so many values is most likely an export of something else, and reading it would only
//! use memory.
//!
//! Wrong:
//!
//! ```text
//! documents.yaml    60,000 lines, exported from the document system
//! ```
//!
//! Right:
//!
//! ```text
//! documents.yaml    the 60 documents that tasks and notes cite
//! ```
//!
//! Keep only what tasks and notes use: documents that no record cites need not be listed. Put each
//! task and each note in its own file.
//!
//! # Tiếng Việt
//!
//! Tệp có hơn 50.000 giá trị.
//!
//! Một nhiệm vụ có vài chục giá trị, danh sách mọi cơ quan của một tỉnh cũng chỉ vài trăm. Tệp
//! nhiều đến thế thường là bản xuất từ phần mềm khác, đọc chỉ tốn bộ nhớ.
//!
//! Sai:
//!
//! ```text
//! documents.yaml    60.000 dòng, xuất từ phần mềm quản lý văn bản
//! ```
//!
//! Đúng:
//!
//! ```text
//! documents.yaml    60 văn bản mà nhiệm vụ và ghi chép có dẫn
//! ```
//!
//! Chỉ giữ những gì nhiệm vụ và ghi chép có nhắc đến: văn bản không ai dẫn thì không cần liệt kê.
//! Mỗi nhiệm vụ một tệp riêng, mỗi ghi chép một tệp riêng.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-too-many", include_str!("yaml_too_many.rs"));
