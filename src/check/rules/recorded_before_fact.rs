//! Something was recorded before it happened.
//!
//! `recorded` is the day on which a fact was put into the records. It cannot lie before the day on
//! which the fact happened; the day of the fact counts instead.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, recorded: 2024-03-02, text: The draft was sent.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, recorded: 2024-04-02, text: The draft was sent.}
//! ```
//!
//! # Tiếng Việt
//!
//! Ngày ghi vào sổ sớm hơn ngày sự việc xảy ra.
//!
//! `recorded` là ngày sự việc được ghi vào sổ theo dõi, nên không thể trước ngày sự việc xảy ra;
//! chương trình lấy ngày xảy ra. Nếu hai ngày trùng nhau thì bỏ `recorded`.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, recorded: 2024-03-02, text: Đã gửi dự thảo.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2024-03-20, recorded: 2024-04-02, text: Đã gửi dự thảo.}
//! ```

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::warning("recorded-before-fact", include_str!("recorded_before_fact.rs"));

/// Returns the diagnostic for a fact that was recorded before it happened.
pub(in crate::check) fn diagnostic(
    recorded: NaiveDate,
    happened: NaiveDate,
    place: Place,
) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("read", recorded).arg("date", happened)
}
