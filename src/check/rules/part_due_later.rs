//! A part is due after the task.
//!
//! The task is done when every part is. A part that may be handed in later than the whole makes the
//! task late without being late itself.
//!
//! Wrong:
//!
//! ```yaml
//! due: 2024-06-30
//! parts:
//!   - {id: a, title: A, due: 2024-12-31}
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: 2024-12-31
//! parts:
//!   - {id: a, title: A, due: 2024-12-31}
//! ```
//!
//! Check both days in the document.
//!
//! # Tiếng Việt
//!
//! Phần có thời hạn sau thời hạn của việc.
//!
//! Việc chỉ hoàn thành khi mọi phần đã xong. Phần có thời hạn sau thời hạn của việc sẽ làm cả việc
//! quá hạn trong khi phần đó vẫn trong hạn.
//!
//! Sai:
//!
//! ```yaml
//! due: 2024-06-30
//! parts:
//!   - {id: a, title: A, due: 2024-12-31}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: 2024-12-31
//! parts:
//!   - {id: a, title: A, due: 2024-12-31}
//! ```
//!
//! Đối chiếu hai ngày với văn bản.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::warning("part-due-later", include_str!("part_due_later.rs"));
