//! A text contains a colon and needs quotes.
//!
//! In YAML, a colon and a space end a key, so `title: Kế hoạch: phần 1` looks like two keys on one
//! line and cannot be read. Titles of documents often have such a colon.
//!
//! Wrong:
//!
//! ```yaml
//! title: Kế hoạch: phần 1
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: "Kế hoạch: phần 1"
//! ```
//!
//! Put the whole value in straight double quotes ("), not in curly ones. If the text contains
//! double quotes itself, use single ones: `title: 'Đề án "Một cửa": giai đoạn 2'`. A colon without
//! a space after it, as in `8:30`, needs no quotes.
//!
//! # Tiếng Việt
//!
//! Giá trị có dấu hai chấm thì phải để trong dấu nháy.
//!
//! Với YAML, dấu hai chấm có dấu cách theo sau là chỗ kết thúc tên trường. Gặp
//! `title: Kế hoạch: phần 1`, máy thấy hai tên trường trên một dòng nên không đọc được. Trích yếu
//! văn bản rất hay có dấu hai chấm như vậy.
//!
//! Sai:
//!
//! ```yaml
//! title: Kế hoạch: phần 1
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: "Kế hoạch: phần 1"
//! ```
//!
//! Đặt cả giá trị trong dấu nháy kép thẳng ("), không dùng nháy cong. Bên trong đã có nháy kép thì
//! bên ngoài dùng nháy đơn: `title: 'Đề án "Một cửa": giai đoạn 2'`. Dấu hai chấm không có dấu cách
//! theo sau, như `8:30`, thì không cần dấu nháy.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-colon-in-text", include_str!("yaml_colon_in_text.rs"));
