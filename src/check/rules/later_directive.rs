//! A directive of a portal is dated after `as_of`.
//!
//! Everything is assessed as of the date in `as_of` in the portal's site.yaml. A directive that was
//! issued later does not exist on that day: it has no pages, and its tasks count nowhere.
//!
//! Wrong:
//!
//! ```yaml
//! # site.yaml
//! as_of: 2024-12-31
//! # directives/kh-05-2025/directive.yaml
//! date: 2025-01-15
//! ```
//!
//! Right:
//!
//! ```yaml
//! # site.yaml
//! as_of: 2025-01-31
//! # directives/kh-05-2025/directive.yaml
//! date: 2025-01-15
//! ```
//!
//! If its date is right and its time has not come, leave it.
//!
//! # Tiếng Việt
//!
//! Một văn bản của cổng ban hành sau ngày chốt số liệu.
//!
//! Mọi việc được tính đến ngày `as_of` trong site.yaml của cổng. Văn bản ban hành sau ngày đó coi như
//! chưa có: chưa có trang, việc trong đó chưa tính vào đâu.
//!
//! Sai:
//!
//! ```yaml
//! # site.yaml
//! as_of: 2024-12-31
//! # directives/kh-05-2025/directive.yaml
//! date: 2025-01-15
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # site.yaml
//! as_of: 2025-01-31
//! # directives/kh-05-2025/directive.yaml
//! date: 2025-01-15
//! ```
//!
//! Ngày ban hành đúng mà chưa đến kỳ thì để nguyên.

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};

pub(super) const RULE: Rule = Rule::hint("later-directive", include_str!("later_directive.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let (settings, directive) = (&whole.model.settings, &whole.model.directive);
    let as_of = settings.as_of.filter(|as_of| *as_of < directive.date);
    // Of a single directive the date is an error.
    let Some(as_of) = as_of.filter(|_| settings.portal.is_some()) else { return };
    let Some(file) = whole.content.directive.as_ref().map(|read| read.file) else { return };
    let mut diagnostic = Diagnostic::of(&RULE, Place::value(file, "date"));
    diagnostic.second = whole.as_of();
    let diagnostic = diagnostic.arg("directive", directive.name()).arg("read", directive.date);
    diagnostics.push(diagnostic.arg("date", as_of));
}
