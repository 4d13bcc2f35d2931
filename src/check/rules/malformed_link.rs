//! A link or picture in a note is not written as one and would be shown as typed.
//!
//! Readers would see brackets and an address that they cannot click, and nobody checks whether it leads
//! anywhere. Most often the address has a blank, a blank stands between `]` and `(`, or the closing
//! bracket is missing.
//!
//! Wrong:
//!
//! ```markdown
//! See [the report](attachments/Report 2.pdf) and [task 1.3] (task: 1.3).
//! ```
//!
//! Right:
//!
//! ```markdown
//! See [the report](<attachments/Report 2.pdf>) and [task 1.3](task:1.3).
//! ```
//!
//! Write the address directly after `]`, without blanks; put the name of a file that has some in angle
//! brackets. If no link is meant, put a backslash before the bracket: `\[`.
//!
//! # Tiếng Việt
//!
//! Liên kết hoặc ảnh trong ghi chép ghi chưa đúng nên sẽ hiện nguyên như đã gõ.
//!
//! Người đọc sẽ thấy dấu ngoặc và một địa chỉ không bấm được, cũng không ai kiểm tra địa chỉ đó có thật
//! hay không. Thường là do địa chỉ có dấu cách, có dấu cách giữa `]` và `(`, hoặc thiếu dấu đóng ngoặc.
//!
//! Sai:
//!
//! ```markdown
//! Xem [báo cáo](attachments/Báo cáo 2.pdf) và [việc 1.3] (task: 1.3).
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! Xem [báo cáo](<attachments/Báo cáo 2.pdf>) và [việc 1.3](task:1.3).
//! ```
//!
//! Ghi địa chỉ liền sau `]`, không có dấu cách; tên tệp có dấu cách thì để trong dấu nhọn. Nếu không
//! định tạo liên kết thì đặt dấu `\` trước dấu ngoặc: `\[`.

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostics, Rule};
use crate::markdown::OddityKind;

pub(super) const RULE: Rule = Rule::error("malformed-link", include_str!("malformed_link.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    whole.oddities(&RULE, |kind| kind == OddityKind::Link, diagnostics);
}
