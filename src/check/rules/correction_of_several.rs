//! A correction withdraws several facts at once.
//!
//! Only the agencies in charge may be a list. Write a correction for each of the other facts.
//!
//! Wrong:
//!
//! ```yaml
//! corrections:
//!   - {of: entry, was: [2021-08-20, 2021-08-27], date: 2021-09-01, reason: Another task’s.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! corrections:
//!   - {of: entry, was: 2021-08-20, date: 2021-09-01, reason: Another task’s.}
//!   - {of: entry, was: 2021-08-27, date: 2021-09-01, reason: Another task’s.}
//! ```
//!
//! # Tiếng Việt
//!
//! Một lần đính chính rút nhiều thông tin cùng lúc.
//!
//! Chỉ cơ quan chủ trì (of: lead) mới được ghi thành danh sách. Thông tin khác thì mỗi cái một lần đính
//! chính.
//!
//! Sai:
//!
//! ```yaml
//! corrections:
//!   - {of: entry, was: [2021-08-20, 2021-08-27], date: 2021-09-01, reason: Của nhiệm vụ khác.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! corrections:
//!   - {of: entry, was: 2021-08-20, date: 2021-09-01, reason: Của nhiệm vụ khác.}
//!   - {of: entry, was: 2021-08-27, date: 2021-09-01, reason: Của nhiệm vụ khác.}
//! ```

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("correction-of-several", include_str!("correction_of_several.rs"));

/// Returns the diagnostic for a correction of several facts that are not agencies in charge.
pub(in crate::check) fn diagnostic(of: &str, values: &[String], place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place)
        .arg("of", of)
        .arg("read", values.join(", "))
        .arg("first", values.first().map_or("", String::as_str))
}
