//! A note does not begin with its date, title and tasks.
//!
//! A note has two parts: a few lines of YAML between two lines of `---`, then the text. Without the
//! first part, the date of the note and the tasks it is about are unknown, so no page could show
//! it.
//!
//! Wrong:
//!
//! ```markdown
//! Đã họp với các huyện về tiến độ.
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
//! Đã họp với các huyện về tiến độ.
//! ```
//!
//! The first line must be `---` and nothing else: three hyphens, not the long dash that a word
//! processor makes of them. The quickest way is to copy the top of another note and change it.
//!
//! # Tiếng Việt
//!
//! Ghi chép thiếu ngày, tiêu đề và nhiệm vụ ở đầu tệp.
//!
//! Mỗi ghi chép có hai phần: vài dòng khai báo nằm giữa hai dòng `---`, sau đó là nội dung. Thiếu
//! phần khai báo thì không biết ghi chép viết ngày nào, thuộc nhiệm vụ nào, nên không thể đưa lên
//! trang nào cả.
//!
//! Sai:
//!
//! ```markdown
//! Đã họp với các huyện về tiến độ.
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
//! Đã họp với các huyện về tiến độ.
//! ```
//!
//! Dòng đầu tiên phải là `---` và không có gì khác: ba dấu gạch nối, không phải dấu gạch dài do
//! Word tự đổi. Cách nhanh nhất là chép phần đầu của một ghi chép khác rồi sửa lại.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("front-matter-missing", include_str!("front_matter_missing.rs"));
