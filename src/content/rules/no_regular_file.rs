//! Where a file is expected, something else stands.
//!
//! A folder that is called like a record, a pipe, a socket or a device cannot be read as text;
//! reading it could wait for ever. It is left alone, and whatever record was meant is missing from
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
//! Delete or rename what stands there and copy the real file to its place. On Windows this is
//! usually a folder that was given a file's name by mistake.
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
