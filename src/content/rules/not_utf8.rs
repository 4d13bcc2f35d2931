//! The file is not saved as UTF-8.
//!
//! UTF-8 is the one encoding in which every computer reads the same letters. This file was saved as
//! “ANSI” or “Unicode” (UTF-16), which stores Vietnamese letters differently. Guessing could
//! publish wrong words. The message points at the first invalid byte.
//!
//! Wrong, in the Save As window of Notepad:
//!
//! ```text
//! Encoding: ANSI
//! Encoding: UTF-16 LE
//! ```
//!
//! Right:
//!
//! ```text
//! Encoding: UTF-8
//! ```
//!
//! Open the file in a program that shows it correctly, choose Save As and set the encoding to
//! UTF-8. In Excel, choose “CSV UTF-8”. Letters that are already damaged have to be typed again.
//!
//! # Tiếng Việt
//!
//! Tệp không lưu theo bảng mã UTF-8.
//!
//! UTF-8 là bảng mã mà máy nào cũng đọc ra cùng một chữ. Tệp này lưu theo “ANSI” hoặc “Unicode”
//! (UTF-16), nên chữ Việt trong đó là những byte khác; nếu đoán thì có thể đăng sai chữ. Thông báo
//! chỉ vào byte đầu tiên không hợp lệ.
//!
//! Sai, trong cửa sổ Save As của Notepad:
//!
//! ```text
//! Encoding: ANSI
//! Encoding: UTF-16 LE
//! ```
//!
//! Đúng:
//!
//! ```text
//! Encoding: UTF-8
//! ```
//!
//! Mở tệp bằng phần mềm hiển thị đúng chữ, chọn Lưu dưới dạng (Save As), ở ô Mã hóa (Encoding) chọn
//! UTF-8. Với Excel chọn “CSV UTF-8”. Chữ nào đã hỏng thì phải gõ lại.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("not-utf8", include_str!("not_utf8.rs"));
