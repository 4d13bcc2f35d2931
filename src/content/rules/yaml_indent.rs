//! A line begins in the wrong column.
//!
//! In YAML, the spaces at the beginning of a line show what it belongs to. Keys of one level begin
//! in the same column, and whatever belongs to a key is indented by two more spaces. With one space
//! too many, a key belongs to another key or to nothing.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!    state: done
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!     state: done
//! ```
//!
//! Move the line so that it begins in the same column as the other keys of its level. If the
//! columns are right, the value may begin with a sign that has a meaning in YAML (`-`, `|`, `>`,
//! `?`): put it in straight double quotes.
//!
//! # Tiếng Việt
//!
//! Dòng bắt đầu sai cột.
//!
//! Trong YAML, số dấu cách ở đầu dòng cho biết dòng đó thuộc về đâu. Các trường cùng cấp bắt đầu ở
//! cùng một cột; phần thuộc về một trường thì lùi vào thêm hai dấu cách. Thừa một dấu cách là
//! trường rơi vào đoạn khác hoặc không thuộc về đâu.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!    state: done
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!     state: done
//! ```
//!
//! Dời dòng này để bắt đầu thẳng cột với trường cùng cấp ở dòng trên. Nếu cột đã đúng thì có thể
//! giá trị bắt đầu bằng một dấu có nghĩa riêng trong YAML (`-`, `|`, `>`, `?`): đặt giá trị trong
//! dấu nháy kép thẳng.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-indent", include_str!("yaml_indent.rs"));
