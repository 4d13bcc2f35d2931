//! A value begins with a sign that needs quotes around it.
//!
//! The signs `@`, backtick, `%`, `&`, `*`, `!`, `[` and `{` have a meaning in YAML at the beginning
//! of a value. In quotes they are ordinary characters.
//!
//! Wrong:
//!
//! ```yaml
//! product: @vanphong
//! title: [Khẩn] Báo cáo quý
//! ```
//!
//! Right:
//!
//! ```yaml
//! product: "@vanphong"
//! title: "[Khẩn] Báo cáo quý"
//! ```
//!
//! Put straight double quotes around the whole value. Inside a text these signs need no quotes:
//! `title: Báo cáo [khẩn]` is correct.
//!
//! # Tiếng Việt
//!
//! Giá trị bắt đầu bằng dấu cần để trong dấu nháy.
//!
//! Các dấu `@`, dấu nháy ngược, `%`, `&`, `*`, `!`, `[` và `{` đứng đầu giá trị thì có nghĩa riêng
//! trong YAML. Để trong dấu nháy thì chúng chỉ là dấu bình thường.
//!
//! Sai:
//!
//! ```yaml
//! product: @vanphong
//! title: [Khẩn] Báo cáo quý
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! product: "@vanphong"
//! title: "[Khẩn] Báo cáo quý"
//! ```
//!
//! Đặt cả giá trị trong dấu nháy kép thẳng. Nằm giữa câu thì các dấu này không cần gì thêm:
//! `title: Báo cáo [khẩn]` là được.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-needs-quotes", include_str!("yaml_needs_quotes.rs"));
