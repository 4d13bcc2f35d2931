//! A bracket is opened and not closed, or the other way round.
//!
//! Square brackets hold a list, and braces hold a block of keys. While one is open, everything that
//! follows is part of it, so YAML often fails many lines further down. The message points at the
//! bracket that has no partner.
//!
//! Wrong:
//!
//! ```yaml
//! related: ["1.3", "1.4"
//! due: {before: 2021-07-25]
//! ```
//!
//! Right:
//!
//! ```yaml
//! related: ["1.3", "1.4"]
//! due: {before: 2021-07-25}
//! ```
//!
//! Close each `[` with `]` and each `{` with `}`, and put commas between the values. If the bracket
//! belongs to the text, put the whole text in straight double quotes: `title: "[Khẩn] Báo cáo"`.
//!
//! # Tiếng Việt
//!
//! Dấu ngoặc mở mà không đóng, hoặc đóng mà không mở.
//!
//! Ngoặc vuông chứa một danh sách, ngoặc nhọn chứa các cặp tên trường và giá trị. Khi ngoặc còn mở,
//! mọi thứ phía sau đều bị coi là nằm trong ngoặc, nên máy thường chỉ dừng lại ở nhiều dòng sau;
//! thông báo chỉ vào dấu ngoặc không có đôi.
//!
//! Sai:
//!
//! ```yaml
//! related: ["1.3", "1.4"
//! due: {before: 2021-07-25]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! related: ["1.3", "1.4"]
//! due: {before: 2021-07-25}
//! ```
//!
//! Mỗi `[` cần một `]`, mỗi `{` cần một `}`, giữa các giá trị có dấu phẩy. Nếu dấu ngoặc là một
//! phần của câu thì đặt cả câu trong dấu nháy kép thẳng: `title: "[Khẩn] Báo cáo"`.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-bracket", include_str!("yaml_bracket.rs"));
