//! The lines at the top of a note have no second `---`.
//!
//! The first `---` opens the date, title and tasks of the note, and the second closes them.
//! Everything after it is the text. Without the second mark, the whole note would be read as data.
//!
//! Wrong:
//!
//! ```markdown
//! ---
//! date: 2021-07-24
//! title: Họp với các huyện
//! tasks: ["1.3"]
//!
//! Đã họp với các huyện.
//! ```
//!
//! Right:
//!
//! ```markdown
//! ---
//! date: 2021-07-24
//! title: Họp với các huyện
//! tasks: ["1.3"]
//! ---
//! Đã họp với các huyện.
//! ```
//!
//! The message points at the line that no longer looks like data. Put a line of three hyphens
//! before it.
//!
//! # Tiếng Việt
//!
//! Phần khai báo ở đầu ghi chép thiếu dòng `---` thứ hai.
//!
//! Dòng `---` thứ nhất mở phần khai báo (ngày, tiêu đề, nhiệm vụ), dòng thứ hai đóng lại; sau đó
//! mới là nội dung. Thiếu dòng thứ hai thì cả ghi chép bị coi là phần khai báo.
//!
//! Sai:
//!
//! ```markdown
//! ---
//! date: 2021-07-24
//! title: Họp với các huyện
//! tasks: ["1.3"]
//!
//! Đã họp với các huyện.
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! ---
//! date: 2021-07-24
//! title: Họp với các huyện
//! tasks: ["1.3"]
//! ---
//! Đã họp với các huyện.
//! ```
//!
//! Thông báo chỉ vào dòng đầu tiên không còn giống khai báo: thêm ngay trên dòng đó một dòng chỉ có
//! ba dấu gạch nối.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("front-matter-unclosed", include_str!("front_matter_unclosed.rs"));
