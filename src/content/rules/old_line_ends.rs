//! The lines end as on a very old Mac.
//!
//! Every line of this file ends in a carriage return alone (CR). Editors no longer write this, but
//! some programs that export data do. tiendo reads such lines, but Notepad and most other tools
//! show the whole file as one line, and a comparison of two versions shows one long change.
//!
//! Wrong, where `<CR>` is the end of a line:
//!
//! ```text
//! title: Báo cáo<CR>kind: deliverable<CR>
//! ```
//!
//! Right, where `<LF>` is the end of a line:
//!
//! ```text
//! title: Báo cáo<LF>
//! kind: deliverable<LF>
//! ```
//!
//! Nothing has to be done for the site. To fix the file, open it in an editor that can change line
//! ends (in Visual Studio Code, the word CR in the bar at the bottom) and choose LF or CRLF.
//!
//! # Tiếng Việt
//!
//! Dòng trong tệp kết thúc theo kiểu máy Mac đời rất cũ.
//!
//! Mọi dòng trong tệp này chỉ kết thúc bằng ký tự CR, kiểu mà phần mềm soạn thảo ngày nay không còn
//! dùng, nhưng một số phần mềm xuất dữ liệu vẫn ghi. tiendo vẫn đọc như dòng bình thường, nhưng
//! Notepad và nhiều công cụ khác coi cả tệp là một dòng, và khi so hai phiên bản thì chỉ thấy một
//! thay đổi dài.
//!
//! Sai, `<CR>` là chỗ kết thúc dòng:
//!
//! ```text
//! title: Báo cáo<CR>kind: deliverable<CR>
//! ```
//!
//! Đúng, `<LF>` là chỗ kết thúc dòng:
//!
//! ```text
//! title: Báo cáo<LF>
//! kind: deliverable<LF>
//! ```
//!
//! Trang vẫn đúng nên không bắt buộc phải sửa. Muốn sửa, mở tệp bằng phần mềm đổi được kiểu kết
//! thúc dòng (trong Visual Studio Code: chữ CR ở thanh dưới cùng) rồi chọn LF hoặc CRLF.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::hint("old-line-ends", include_str!("old_line_ends.rs"));
