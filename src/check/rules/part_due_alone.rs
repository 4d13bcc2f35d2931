//! A part has a deadline, and the task has none.
//!
//! Parts without a deadline of their own follow the task, and the task as a whole is judged by its
//! own deadline. Without one, it would never be late, however late its parts are.
//!
//! Wrong:
//!
//! ```yaml
//! parts:
//!   - {id: m1, title: 200 người, due: 2023-12-31}
//! ```
//!
//! Right:
//!
//! ```yaml
//! due: 2025-06-30
//! parts:
//!   - {id: m1, title: 200 người, due: 2023-12-31}
//! ```
//!
//! Give the task its own `due`, usually that of the last part.
//!
//! # Tiếng Việt
//!
//! Phần có thời hạn riêng nhưng việc chưa có thời hạn.
//!
//! Phần không ghi thời hạn thì theo thời hạn của việc, và cả việc được đánh giá theo thời hạn của
//! việc. Nếu việc không có thời hạn thì dù các phần trễ đến đâu, việc cũng không bao giờ quá hạn.
//!
//! Sai:
//!
//! ```yaml
//! parts:
//!   - {id: m1, title: 200 người, due: 2023-12-31}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! due: 2025-06-30
//! parts:
//!   - {id: m1, title: 200 người, due: 2023-12-31}
//! ```
//!
//! Ghi `due` cho việc, thường là thời hạn của phần cuối cùng.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("part-due-alone", include_str!("part_due_alone.rs"));
