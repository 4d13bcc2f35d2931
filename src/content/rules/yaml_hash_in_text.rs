//! A text without quotes is cut off at ` #`.
//!
//! In YAML, a blank and `#` begin a comment and end the text before it: `title: Meeting of group #2` is
//! read as “Meeting of group”, and the rest would be missing on every page. In a text of several lines,
//! the lines that follow belong to nothing.
//!
//! Wrong:
//!
//! ```yaml
//! title: Meeting of group #2
//! product: Minutes of
//!   group #18
//!   and the commune.
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: "Meeting of group #2"
//! product: "Minutes of
//!   group #18
//!   and the commune."
//! ```
//!
//! Put the whole text in straight double quotes, or write `|` after the colon and the text on the lines
//! below it. A remark belongs on a line of its own.
//!
//! # Tiếng Việt
//!
//! Nội dung không có dấu nháy bị cắt ở chỗ ` #`.
//!
//! Trong YAML, dấu cách và `#` mở đầu lời nhắn và kết thúc nội dung đứng trước: `title: Họp tổ #2` được
//! đọc thành “Họp tổ”, phần còn lại sẽ thiếu ở mọi trang. Với nội dung nhiều dòng thì các dòng sau đó
//! không còn thuộc về đâu.
//!
//! Sai:
//!
//! ```yaml
//! title: Họp tổ #2
//! product: Biên bản của
//!   tổ #18
//!   và xã.
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: "Họp tổ #2"
//! product: "Biên bản của
//!   tổ #18
//!   và xã."
//! ```
//!
//! Đặt cả nội dung trong dấu nháy kép thẳng, hoặc ghi `|` sau dấu hai chấm rồi viết nội dung ở các dòng
//! dưới. Lời nhắn thì ghi ở dòng riêng.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-hash-in-text", include_str!("yaml_hash_in_text.rs"));
