//! The file has more than 50,000 values.
//!
//! A task has a few dozen values, a list of all the agencies of a province some hundreds. A file
//! with so many is most likely an export of something else, and reading it would take memory for
//! nothing.
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
//! Keep only what tasks and notes name: documents that nobody cites need not be listed. Each task
//! has a file of its own, each note too.
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
