//! A value begins with `!`, which marks a type in YAML.
//!
//! In YAML, `!name` gives the type of a value. Records have no types: everything is text. Usually
//! the exclamation mark belongs to the text and would be lost with the first word.
//!
//! Wrong:
//!
//! ```yaml
//! title: !Khẩn báo cáo tuần
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: "!Khẩn báo cáo tuần"
//! ```
//!
//! Put the whole value in straight double quotes, or leave out the mark. At the end of a text it
//! needs no quotes.
//!
//! # Tiếng Việt
//!
//! Giá trị bắt đầu bằng dấu `!`, YAML hiểu đó là kiểu dữ liệu.
//!
//! Trong YAML, `!ten` cho biết giá trị thuộc kiểu gì. Tệp dữ liệu không có kiểu: mọi thứ đều là
//! chữ. Thường thì dấu chấm than là một phần của câu và sẽ bị nuốt mất cùng với từ đầu tiên.
//!
//! Sai:
//!
//! ```yaml
//! title: !Khẩn báo cáo tuần
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: "!Khẩn báo cáo tuần"
//! ```
//!
//! Đặt cả giá trị trong dấu nháy kép thẳng, hoặc bỏ dấu chấm than. Nằm ở cuối câu thì không cần làm
//! gì.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-tag", include_str!("yaml_tag.rs"));
