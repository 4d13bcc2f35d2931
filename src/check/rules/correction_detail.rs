//! A correction has a key that belongs to another kind of fact.
//!
//! `entry` says to which entry evidence, a percentage or a text belonged; `decided` says which
//! decision set the wrong deadline; `as_published` repeats a withdrawn entry. With any other `of` the
//! key would be ignored.
//!
//! Wrong:
//!
//! ```yaml
//! corrections:
//!   - {of: lead, was: so-a, decided: 2021-08-20, date: 2021-09-01, reason: Typed wrongly.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! corrections:
//!   - {of: lead, was: so-a, date: 2021-09-01, reason: Typed wrongly.}
//! ```
//!
//! # Tiếng Việt
//!
//! Lần đính chính có trường không thuộc loại thông tin này.
//!
//! `entry` nói minh chứng, tỷ lệ hoặc nội dung thuộc lần cập nhật nào; `decided` nói quyết định gia hạn
//! nào ghi sai thời hạn; `as_published` ghi lại lần cập nhật đã rút. Với giá trị `of` khác, trường ấy
//! không có tác dụng.
//!
//! Sai:
//!
//! ```yaml
//! corrections:
//!   - {of: lead, was: so-a, decided: 2021-08-20, date: 2021-09-01, reason: Gõ nhầm.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! corrections:
//!   - {of: lead, was: so-a, date: 2021-09-01, reason: Gõ nhầm.}
//! ```

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("correction-detail", include_str!("correction_detail.rs"));

/// Returns the diagnostic for a key that only corrections of other kinds of fact have.
pub(in crate::check) fn diagnostic(
    key: &str,
    of: &str,
    kinds: &[&str],
    place: Place,
) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("field", key).arg("of", of).arg("kinds", kinds.join(", "))
}
