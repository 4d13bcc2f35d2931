//! Two versions of a text were not merged: the marks of the conflict are still in the file.
//!
//! When two people change the same lines, git keeps both versions between the lines `<<<<<<<`,
//! `=======` and `>>>>>>>`. Published as it is, the page would show both figures. No other line of the
//! file is examined until the marks are gone. They look the same in every file: records, notes, and
//! texts among the attachments.
//!
//! Wrong:
//!
//! ```text
//! <<<<<<< HEAD
//! Total: 310 children in four villages.
//! =======
//! Total: 290 children in three villages.
//! >>>>>>> other-computer
//! ```
//!
//! Right:
//!
//! ```text
//! Total: 310 children in four villages.
//! ```
//!
//! Ask which version is right, keep that one, and delete all lines of marks.
//!
//! # Tiếng Việt
//!
//! Hai bản của một đoạn chưa được gộp: dấu xung đột vẫn còn trong tệp.
//!
//! Khi hai người cùng sửa một chỗ, git giữ cả hai bản giữa các dòng `<<<<<<<`, `=======` và `>>>>>>>`.
//! Nếu cứ thế mà đăng, trang sẽ hiện cả hai con số. Các dòng khác của tệp chưa được xem khi chưa xóa
//! những dấu này. Tệp nào cũng vậy: bản ghi, ghi chép và tệp chữ trong số tệp đính kèm.
//!
//! Sai:
//!
//! ```text
//! <<<<<<< HEAD
//! Tổng cộng 310 cháu ở bốn bản.
//! =======
//! Tổng cộng 290 cháu ở ba bản.
//! >>>>>>> may-khac
//! ```
//!
//! Đúng:
//!
//! ```text
//! Tổng cộng 310 cháu ở bốn bản.
//! ```
//!
//! Hỏi xem bản nào đúng, giữ lại bản đó rồi xóa hết các dòng dấu.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("merge-conflict", include_str!("merge_conflict.rs"));
