//! A space is not an ordinary space, and YAML does not accept it as one.
//!
//! Word processors and web pages use a “non-breaking space” that looks just like a space. In the
//! middle of a text it does no harm. After a colon or a hyphen, or at the beginning of a line, YAML
//! reads it as a letter, so that key and value become one word.
//!
//! Wrong, where the special space is written as `<NBSP>`:
//!
//! ```yaml
//! title:<NBSP>Báo cáo quý
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Báo cáo quý
//! ```
//!
//! The message points at the space. Delete it and type it again with the space bar. `tiendo check
//! --fix` can do this too. To avoid such spaces, paste as plain text (Ctrl+Shift+V).
//!
//! # Tiếng Việt
//!
//! Dấu cách này không phải dấu cách thường, YAML không nhận ra.
//!
//! Word và trang web hay dùng “dấu cách không ngắt”, nhìn giống hệt dấu cách. Nằm giữa câu thì
//! không sao; nằm sau dấu hai chấm, sau dấu gạch nối hoặc ở đầu dòng thì YAML coi là một chữ, nên
//! tên trường và giá trị dính thành một từ.
//!
//! Sai, dấu cách đặc biệt ở đây viết là `<NBSP>`:
//!
//! ```yaml
//! title:<NBSP>Báo cáo quý
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Báo cáo quý
//! ```
//!
//! Thông báo chỉ đúng vào dấu cách đó: xóa đi rồi gõ lại bằng phím cách. Lệnh `tiendo check --fix`
//! cũng sửa được. Để tránh, khi dán nên chọn dán không kèm định dạng (Ctrl+Shift+V).

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-nbsp", include_str!("yaml_nbsp.rs"));
