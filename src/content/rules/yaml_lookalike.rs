//! A character only looks like the right one.
//!
//! Word turns the hyphen at the beginning of a line into a dash (–) or a dot (•), some people write
//! `*` or `+` before an item as in Markdown, some keyboards type a wide colon (：), and a Cyrillic
//! `а` looks just like a Latin `a`. People see no difference, but YAML sees no list, or a key that
//! does not exist.
//!
//! Wrong, where a dash stands for the hyphen:
//!
//! ```yaml
//! updates:
//!   – date: 2021-07-24
//!     text: Đã họp
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!     text: Đã họp
//! ```
//!
//! Delete the marked character and type it again: a hyphen (`-`) before an item, a colon (`:`) and
//! a space after a key, and keys in the letters a to z. `tiendo check --fix` can do this where only
//! one answer is possible. Such characters are allowed inside a text. In Word, “AutoFormat as you
//! type” makes the dashes; an editor such as Notepad does not.
//!
//! # Tiếng Việt
//!
//! Ký tự nhìn giống ký tự đúng nhưng là ký tự khác.
//!
//! Word tự đổi dấu gạch nối ở đầu dòng thành gạch dài (–) hoặc dấu chấm tròn (•), có người ghi `*`
//! hoặc `+` như trong Markdown, có bàn phím gõ ra dấu hai chấm rộng (：), còn chữ `а` của tiếng Nga
//! giống hệt chữ `a` của ta. Mắt người không phân biệt được; với YAML thì danh sách không còn là
//! danh sách, còn tên trường là tên không dùng được.
//!
//! Sai, ở đây dấu gạch dài đứng thay dấu gạch nối:
//!
//! ```yaml
//! updates:
//!   – date: 2021-07-24
//!     text: Đã họp
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!     text: Đã họp
//! ```
//!
//! Xóa ký tự được chỉ rồi gõ lại: dấu gạch nối (`-`) trước mỗi phần tử, dấu hai chấm (`:`) và một
//! dấu cách sau tên trường, tên trường chỉ dùng chữ từ a đến z. Lệnh `tiendo check --fix` sửa được
//! ở chỗ chắc chắn. Nằm trong câu thì các ký tự này là đúng và được giữ. Trong Word, tính năng tự
//! định dạng khi gõ tạo ra gạch dài; Notepad thì không.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-lookalike", include_str!("yaml_lookalike.rs"));
