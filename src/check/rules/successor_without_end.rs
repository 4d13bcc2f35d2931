//! An agency has a successor but no last day.
//!
//! Open work passes to the successor after the agency's last day. Without that day it never passes,
//! and `successor` has no effect.
//!
//! Wrong:
//!
//! ```yaml
//! - {id: so-cu, name: Sở Cũ, successor: so-moi}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: so-cu, name: Sở Cũ, valid_until: 2025-02-28, successor: so-moi}
//! ```
//!
//! Add the last day on which the agency existed, which is in the decision on the merger. If the
//! agency still exists, delete `successor`.
//!
//! # Tiếng Việt
//!
//! Có ghi cơ quan kế thừa nhưng chưa ghi ngày cuối của cơ quan này.
//!
//! Việc chưa xong chuyển sang cơ quan kế thừa sau ngày cuối của cơ quan cũ. Không có ngày đó thì
//! việc không bao giờ chuyển, ghi cơ quan kế thừa cũng không có tác dụng.
//!
//! Sai:
//!
//! ```yaml
//! - {id: so-cu, name: Sở Cũ, successor: so-moi}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: so-cu, name: Sở Cũ, valid_until: 2025-02-28, successor: so-moi}
//! ```
//!
//! Thêm ngày cuối cùng cơ quan hoạt động; ngày này có trong văn bản sáp nhập hoặc giải thể. Nếu cơ
//! quan vẫn đang hoạt động thì xóa `successor`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::warning("successor-without-end", include_str!("successor_without_end.rs"));
