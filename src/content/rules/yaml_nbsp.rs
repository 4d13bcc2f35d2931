//! A space is no ordinary space, and YAML does not take it for one.
//!
//! Word processors and web pages use a “non-breaking space” that looks just like a space. In the
//! middle of a text it does no harm; behind a colon or a hyphen, or at the beginning of a line,
//! YAML takes it for a letter, so that key and value become one word.
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
//! The complaint points at the space itself: delete it and type it again with the space bar.
//! `tiendo check --fix` can do it too. To avoid it, paste as plain text (Ctrl+Shift+V).
//!
//! # Tiếng Việt
//!
//! Dấu cách này không phải dấu cách thường, YAML không nhận ra.
//!
//! Word và trang web hay dùng “dấu cách không ngắt”, nhìn giống hệt dấu cách. Nằm giữa câu thì
//! không sao; nằm sau dấu hai chấm, sau dấu gạch nối hoặc ở đầu dòng thì YAML coi là một chữ, nên
//! khóa và giá trị dính thành một từ.
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
