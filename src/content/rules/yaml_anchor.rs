//! A value begins with `&`, which has a meaning in YAML.
//!
//! In YAML, `&name` marks a value that another place refers to with `*name`. Records do not use
//! this: every value is written where it is read. Usually the sign belongs to the text, and YAML
//! would remove it together with the first word.
//!
//! Wrong:
//!
//! ```yaml
//! title: &Báo cáo bổ sung
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: "&Báo cáo bổ sung"
//! ```
//!
//! Put the whole value in straight double quotes, or write `và` instead of the sign. An `&` in the
//! middle of a text, as in `Sở A & Sở B`, needs no quotes.
//!
//! # Tiếng Việt
//!
//! Giá trị bắt đầu bằng dấu `&`, YAML hiểu đó là dấu đánh mốc.
//!
//! Trong YAML, `&ten` đánh dấu một chỗ để chỗ khác trỏ về bằng `*ten`. Tệp dữ liệu không dùng cách
//! này: nội dung nằm ngay ở chỗ được đọc. Thường thì dấu `&` là một phần của câu, và YAML sẽ nuốt
//! mất nó cùng với từ đầu tiên.
//!
//! Sai:
//!
//! ```yaml
//! title: &Báo cáo bổ sung
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: "&Báo cáo bổ sung"
//! ```
//!
//! Đặt cả giá trị trong dấu nháy kép thẳng, hoặc viết chữ `và` thay cho dấu. Dấu `&` nằm giữa câu,
//! như `Sở A & Sở B`, thì không cần dấu nháy.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-anchor", include_str!("yaml_anchor.rs"));
