//! A task is reported as replaced, but the replacing task is not named.
//!
//! A replaced task is not counted in the ratios, because another task continues its work. Without
//! the id of that task readers cannot follow the work.
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
//! Add `superseded_by` with the id of the new task. If the work was given up and nothing replaces
//! it, write `state: cancelled`.
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
