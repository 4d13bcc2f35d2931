//! A note links to a note that does not exist.
//!
//! The id of a note is the name of its file in `notes/`, without `.md`. When a file is renamed, the
//! links to it have to be changed too.
//!
//! Wrong:
//!
//! ```yaml
//! Xem [kỳ trước](note:kich-ban-tang-truong.md).
//! ```
//!
//! Right:
//!
//! ```yaml
//! Xem [kỳ trước](note:2021-07-24-kich-ban-tang-truong).
//! ```
//!
//! Type the id that the message suggests, or look up the name of the file in the folder `notes`. If
//! that note was deleted, delete the brackets and the address and keep the words.
//!
//! # Tiếng Việt
//!
//! Ghi chép dẫn tới một ghi chép không có.
//!
//! Mã của ghi chép là tên tệp trong thư mục `notes`, bỏ đuôi `.md`. Khi đổi tên tệp thì phải sửa cả
//! những liên kết dẫn tới tệp đó.
//!
//! Sai:
//!
//! ```yaml
//! Xem [kỳ trước](note:kich-ban-tang-truong.md).
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! Xem [kỳ trước](note:2021-07-24-kich-ban-tang-truong).
//! ```
//!
//! Gõ mã mà thông báo gợi ý, hoặc xem tên tệp trong thư mục `notes`. Nếu ghi chép kia đã bị xóa thì
//! bỏ dấu ngoặc và địa chỉ, chỉ để lại chữ.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("unknown-note", include_str!("unknown_note.rs"));
