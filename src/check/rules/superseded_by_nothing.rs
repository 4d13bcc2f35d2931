//! A task is said to be replaced, but not by which task.
//!
//! A replaced task leaves the ratios, because the work goes on elsewhere. Without the id of the
//! other task nobody can follow it, and the work would vanish.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: superseded, document: cv-3413}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: superseded, superseded_by: "1.4", document: cv-3413}
//! ```
//!
//! Add `superseded_by` with the id of the new task. If the work was given up and nothing takes its
//! place, write `state: cancelled`.
//!
//! # Tiếng Việt
//!
//! Nhiệm vụ ghi là được thay thế nhưng không ghi nhiệm vụ nào thay.
//!
//! Nhiệm vụ được thay thế không còn nằm trong các tỷ lệ vì việc tiếp tục ở nơi khác. Thiếu mã của
//! nhiệm vụ kia thì không ai theo dõi tiếp được, việc coi như biến mất.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: superseded, document: cv-3413}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: superseded, superseded_by: "1.4", document: cv-3413}
//! ```
//!
//! Thêm `superseded_by` kèm mã của nhiệm vụ mới. Nếu việc bị bỏ, không có gì thay, thì ghi `state:
//! cancelled`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("superseded-by-nothing", include_str!("superseded_by_nothing.rs"));
