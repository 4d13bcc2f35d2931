//! A `*name` refers to another place in the file.
//!
//! Records have no aliases: every value is written where it is read, so nobody has to look
//! elsewhere to know what a task says. A file with many aliases can also grow without limit when it
//! is read. If the asterisk belongs to the text, put the text in quotes.
//!
//! Wrong:
//!
//! ```yaml
//! title: *tasks of the month
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: "*tasks of the month"
//! ```
//!
//! # Tiếng Việt
//!
//! Dấu `*` ở đầu giá trị trỏ về một chỗ khác trong tệp.
//!
//! Tệp dữ liệu không dùng cách viết trỏ chéo: nội dung nằm ngay ở chỗ được đọc, không ai phải tìm ở
//! chỗ khác mới biết nhiệm vụ ghi gì; tệp có nhiều dấu trỏ còn có thể phình ra vô hạn khi đọc. Nếu
//! dấu sao là một phần của câu, hãy đặt cả câu trong ngoặc kép.
//!
//! Sai:
//!
//! ```yaml
//! title: *việc trong tháng
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: "*việc trong tháng"
//! ```

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-alias", include_str!("yaml_alias.rs"));
