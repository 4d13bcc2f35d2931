//! A value is a list where one text belongs, or the other way round.
//!
//! Some keys hold one text (`title`), some a list (`documents`, `updates`), and some a block of
//! keys (`signer`, `period`). A value of another shape is treated as a mistake: `documents: cv-1,
//! cv-2` is one text with a comma in it, not two documents.
//!
//! Wrong:
//!
//! ```yaml
//! title: [Khẩn]
//! documents: cv-2673, tb-61
//! updates:
//!   date: 2021-07-24
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: "[Khẩn]"
//! documents: [cv-2673, tb-61]
//! updates:
//!   - date: 2021-07-24
//! ```
//!
//! Write a list in square brackets with commas between the items, or each item on its own line
//! after a hyphen. A text that begins with a bracket needs straight double quotes. `lead` may be
//! one id or a list.
//!
//! # Tiếng Việt
//!
//! Chỗ cần một giá trị lại ghi danh sách, hoặc ngược lại.
//!
//! Có trường chỉ nhận một giá trị (`title`), có trường nhận danh sách (`documents`, `updates`), có
//! trường gồm nhiều trường con (`signer`, `period`). Ghi khác dạng thì không thể biết là cố ý hay
//! gõ nhầm: `documents: cv-1, cv-2` là một đoạn chữ có dấu phẩy, không phải hai văn bản.
//!
//! Sai:
//!
//! ```yaml
//! title: [Khẩn]
//! documents: cv-2673, tb-61
//! updates:
//!   date: 2021-07-24
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: "[Khẩn]"
//! documents: [cv-2673, tb-61]
//! updates:
//!   - date: 2021-07-24
//! ```
//!
//! Danh sách để trong ngoặc vuông, giữa các giá trị có dấu phẩy, hoặc mỗi phần tử một dòng sau dấu
//! gạch nối. Đoạn chữ bắt đầu bằng dấu ngoặc thì để trong dấu nháy kép thẳng. Riêng `lead` ghi một
//! mã hoặc một danh sách đều được.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("wrong-shape", include_str!("wrong_shape.rs"));
