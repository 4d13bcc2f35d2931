//! A backslash in double quotes is followed by a character that YAML does not allow there.
//!
//! In double quotes, a backslash gives the next letter another meaning: `
//! ` is a new line, `\t` is a tab. Before most other letters it has no meaning, and the file cannot
//! be read. Windows paths are the usual cause.
//!
//! Wrong:
//!
//! ```yaml
//! product: "Lưu ở D:\Báo cáo"
//! ```
//!
//! Right:
//!
//! ```yaml
//! product: 'Lưu ở D:\Báo cáo'
//! ```
//!
//! Use single quotes around the text, in which a backslash is only a backslash, or leave out the
//! quotes. In double quotes, write each backslash twice: `"D:\\Báo cáo"`.
//!
//! # Tiếng Việt
//!
//! Dấu `\` trong dấu nháy kép tạo thành ký hiệu mà YAML không hiểu.
//!
//! Trong dấu nháy kép, dấu `\` làm đổi nghĩa chữ đứng sau: `\n` là xuống dòng, `\t` là tab. Đứng
//! trước chữ khác thì không có nghĩa gì và tệp không đọc được. Hay gặp nhất ở đường dẫn Windows.
//!
//! Sai:
//!
//! ```yaml
//! product: "Lưu ở D:\Báo cáo"
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! product: 'Lưu ở D:\Báo cáo'
//! ```
//!
//! Đổi sang dấu nháy đơn, ở đó `\` chỉ là `\`, hoặc bỏ hẳn dấu nháy. Trong dấu nháy kép thì ghi hai
//! dấu thay cho một: `"D:\\Báo cáo"`.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-escape", include_str!("yaml_escape.rs"));
