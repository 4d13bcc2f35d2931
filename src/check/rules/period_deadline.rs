//! The report on a period gets a deadline without a day, or with an hour.
//!
//! Periodic reports are counted by days. An extension moves one to another day, month, quarter or
//! year.
//!
//! Wrong:
//!
//! ```yaml
//! extensions:
//!   - {part: 2023-04, decided: 2023-04-20, due: {event: họp}, document: cv-9}
//! ```
//!
//! Right:
//!
//! ```yaml
//! extensions:
//!   - {part: 2023-04, decided: 2023-04-20, due: 2023-05-10, document: cv-9}
//! ```
//!
//! Write the day.
//!
//! # Tiếng Việt
//!
//! Kỳ báo cáo được gia hạn đến một sự kiện hoặc một giờ.
//!
//! Báo cáo định kỳ tính theo ngày. Gia hạn thì dời sang ngày, tháng, quý hoặc năm khác.
//!
//! Sai:
//!
//! ```yaml
//! extensions:
//!   - {part: 2023-04, decided: 2023-04-20, due: {event: họp}, document: cv-9}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! extensions:
//!   - {part: 2023-04, decided: 2023-04-20, due: 2023-05-10, document: cv-9}
//! ```
//!
//! Ghi ngày cụ thể.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::{Deadline, Term};

pub(in crate::check) const RULE: Rule =
    Rule::error("period-deadline", include_str!("period_deadline.rs"));

/// Returns the diagnostic for a deadline that the report on a period cannot have.
pub(in crate::check) fn diagnostic(due: &Deadline, place: Place) -> Option<Diagnostic> {
    let how = match due {
        Deadline::By(Term::Hour(..)) | Deadline::Before(Term::Hour(..)) => "hour",
        Deadline::After { .. } | Deadline::Event(_) => "event",
        Deadline::By(_) | Deadline::Before(_) => return None,
    };
    Some(Diagnostic::of(&RULE, place).arg("how", how))
}
