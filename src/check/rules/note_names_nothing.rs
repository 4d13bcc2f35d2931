//! A note does not say what it is about.
//!
//! Readers find a note on the pages of the tasks, priorities and places that it names. A note that
//! names none would appear only in the list of all notes, and readers could not see which work it
//! belongs to.
//!
//! Wrong:
//!
//! ```markdown
//! ---
//! date: 2021-07-24
//! title: Kịch bản tăng trưởng
//! ---
//! ```
//!
//! Right:
//!
//! ```markdown
//! ---
//! date: 2021-07-24
//! title: Kịch bản tăng trưởng
//! tasks: ["1.3"]
//! ---
//! ```
//!
//! Add at least one of `tasks`, `priorities` and `places`, with the ids of what the note is about.
//! While you are still writing the note, `draft: true` keeps it off the site.
//!
//! # Tiếng Việt
//!
//! Ghi chép chưa cho biết nói về việc gì.
//!
//! Người đọc gặp ghi chép ở trang của nhiệm vụ, mục và địa bàn mà ghi chép nêu. Ghi chép không nêu
//! gì thì chỉ nằm trong danh sách chung, không ai biết thuộc việc nào.
//!
//! Sai:
//!
//! ```markdown
//! ---
//! date: 2021-07-24
//! title: Kịch bản tăng trưởng
//! ---
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! ---
//! date: 2021-07-24
//! title: Kịch bản tăng trưởng
//! tasks: ["1.3"]
//! ---
//! ```
//!
//! Thêm ít nhất một trong ba dòng `tasks`, `priorities`, `places`, kèm mã của nơi được nói tới.
//! Trong lúc còn soạn, ghi `draft: true` để ghi chép chưa hiện lên trang.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("note-names-nothing", include_str!("note_names_nothing.rs"));
