//! A record or a link names a task that does not exist.
//!
//! The id of a task is the name of its file in `tasks/`, without `.yaml`. The `number` that is
//! shown before the title may differ. A mistyped id would connect a note or a replacement to no
//! task at all.
//!
//! Wrong:
//!
//! ```yaml
//! related: ["1,4"]
//! ```
//!
//! Right:
//!
//! ```yaml
//! related: ["1.4"]
//! ```
//!
//! Type the id that the message suggests, or look up the name of the file in the folder `tasks`. In
//! links, write the word `task:` before it: `[nhiệm vụ 1.4](task:1.4)`.
//!
//! # Tiếng Việt
//!
//! Bản ghi hoặc liên kết nhắc tới một nhiệm vụ không có.
//!
//! Mã của nhiệm vụ là tên tệp trong thư mục `tasks`, bỏ đuôi `.yaml`. Số hiện trước tên nhiệm vụ
//! (`number`) có thể khác. Gõ sai mã thì ghi chép hay việc thay thế không gắn với nhiệm vụ nào cả.
//!
//! Sai:
//!
//! ```yaml
//! related: ["1,4"]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! related: ["1.4"]
//! ```
//!
//! Gõ mã mà thông báo gợi ý, hoặc xem tên tệp trong thư mục `tasks`. Trong liên kết thì có chữ
//! `task:` đứng trước: `[nhiệm vụ 1.4](task:1.4)`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("unknown-task", include_str!("unknown_task.rs"));
