//! A note nests lists or quotations too deeply.
//!
//! Every level of a list or quotation is a box inside a box. Beyond the limit the text cannot be
//! read on any screen. Such text usually comes from an e-mail that was answered many times, or from
//! a paste that went wrong.
//!
//! Wrong:
//!
//! ```markdown
//! > > > > > > > > > > > > > (và còn nhiều dấu > nữa) Kết quả trong tuần
//! ```
//!
//! Right:
//!
//! ```markdown
//! > Kết quả trong tuần
//! ```
//!
//! Delete the `>` marks or the spaces at the start of the line. One level of quotations and two of
//! lists are enough for any report.
//!
//! # Tiếng Việt
//!
//! Ghi chép lồng danh sách hoặc trích dẫn sâu hơn mức có thể hiển thị.
//!
//! Mỗi tầng của danh sách hay trích dẫn là một khung nằm trong một khung khác. Quá giới hạn thì
//! không màn hình nào đọc được; đoạn chữ như vậy thường lấy từ thư điện tử trả lời qua lại nhiều
//! lần, hoặc do dán bị lỗi.
//!
//! Sai:
//!
//! ```markdown
//! > > > > > > > > > > > > > (và còn nhiều dấu > nữa) Kết quả trong tuần
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! > Kết quả trong tuần
//! ```
//!
//! Xóa bớt dấu `>` hoặc dấu cách ở đầu dòng. Với một báo cáo, một tầng trích dẫn và hai tầng danh
//! sách là đủ.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::markdown;

pub(in crate::check) const RULE: Rule =
    Rule::error("note-too-deep", include_str!("note_too_deep.rs"));

/// Returns the diagnostic for the first line that is nested too deeply.
pub(in crate::check) fn diagnostic(place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("limit", markdown::MAX_DEPTH)
}
