//! Something that is not a file has the name of a file.
//!
//! A folder with the name of a record, a pipe, a socket or a device cannot be read as text, and
//! reading it could take for ever. It is not read, and the record that was meant is missing from
//! the site.
//!
//! Wrong, where `1.3.yaml` is a folder:
//!
//! ```text
//! tasks/1.3.yaml/cong-van.yaml
//! ```
//!
//! Right:
//!
//! ```text
//! tasks/1.3.yaml
//! ```
//!
//! Delete or rename it and copy the real file to its place. On Windows it is usually a folder that
//! was given the name of a file by mistake.
//!
//! # Tiếng Việt
//!
//! Chỗ lẽ ra là một tệp lại là thứ khác.
//!
//! Thư mục đặt tên giống tệp dữ liệu, đường ống, thiết bị… không thể đọc như văn bản, có khi đọc
//! mãi không xong. Phần mềm bỏ qua, và dữ liệu lẽ ra ở đó sẽ không có trên trang.
//!
//! Sai, ở đây `1.3.yaml` là một thư mục:
//!
//! ```text
//! tasks/1.3.yaml/cong-van.yaml
//! ```
//!
//! Đúng:
//!
//! ```text
//! tasks/1.3.yaml
//! ```
//!
//! Xóa hoặc đổi tên thứ đang nằm ở đó rồi chép đúng tệp vào. Trên Windows thường là một thư mục bị
//! đặt nhầm tên của tệp.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("no-regular-file", include_str!("no_regular_file.rs"));
