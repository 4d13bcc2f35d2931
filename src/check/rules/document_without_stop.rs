//! An update names a deciding document but does not stop or replace the task.
//!
//! In an update, `document:` names the document by which the task was stopped or replaced. With any
//! other state it has no effect, and readers would not see it. A document that proves a result
//! belongs under `evidence`.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, state: done, document: bc-123}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, state: done, evidence: [bc-123]}
//! ```
//!
//! If the document proves a result, write it under `evidence`. If it stops the task, write `state:
//! cancelled`. If another task replaces this one, write `state: superseded` and `superseded_by`.
//!
//! # Tiếng Việt
//!
//! Lần cập nhật có ghi văn bản quyết định nhưng không dừng, không thay thế nhiệm vụ.
//!
//! `document:` trong lần cập nhật cho biết nhiệm vụ dừng hay được thay thế theo văn bản nào. Đi
//! cùng trạng thái khác thì trường này không có tác dụng và người đọc không nhìn thấy. Văn bản, tài
//! liệu minh chứng kết quả thì ghi ở `evidence`.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, state: done, document: bc-123}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-07-24, state: done, evidence: [bc-123]}
//! ```
//!
//! Nếu văn bản chứng minh việc đã làm thì ghi vào `evidence`. Nếu văn bản cho dừng nhiệm vụ thì ghi
//! `state: cancelled`; nếu có nhiệm vụ khác thay thì ghi `state: superseded` và `superseded_by`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::warning("document-without-stop", include_str!("document_without_stop.rs"));
