//! A note links to a note that is not public.
//!
//! A note that is only about restricted tasks or priorities (`visibility: status_only`) has no
//! page. A link to it would lead nowhere, and its name alone could reveal what must not be
//! published.
//!
//! Wrong:
//!
//! ```yaml
//! Xem [buổi làm việc](note:2021-08-02-hop-kin).
//! ```
//!
//! Right:
//!
//! ```yaml
//! Xem [nhiệm vụ 1.3](task:1.3).
//! ```
//!
//! Delete the link, or link to a task or a public note. If the other note should be public, let it
//! name a public task, or change the `visibility` of its task.
//!
//! # Tiếng Việt
//!
//! Ghi chép dẫn tới một ghi chép mà người dân không xem được.
//!
//! Ghi chép chỉ nói về nhiệm vụ hay mục công khai hạn chế (`visibility: status_only`) thì không có
//! trang. Liên kết tới đó không mở được, và riêng cái tên cũng có thể làm lộ điều không công bố.
//!
//! Sai:
//!
//! ```yaml
//! Xem [buổi làm việc](note:2021-08-02-hop-kin).
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! Xem [nhiệm vụ 1.3](task:1.3).
//! ```
//!
//! Xóa liên kết, hoặc dẫn tới nhiệm vụ hay ghi chép công khai. Nếu ghi chép kia thật ra được công
//! khai thì ghi thêm cho nó một nhiệm vụ công khai, hoặc sửa `visibility` của nhiệm vụ.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("link-to-hidden-note", include_str!("link_to_hidden_note.rs"));
