//! An agency is not used by any record.
//!
//! No task names it as `lead` or `support`, no note as `author`, and no agency as `successor`.
//! Either its task was forgotten, or another agency's id was written by mistake. Lists are often
//! filled in ahead of the tasks or copied whole, so this hint is not given for lists of three or
//! fewer, while half of the list or more is unused, or while there are errors.
//!
//! Wrong:
//!
//! ```yaml
//! # agencies.yaml
//! - {id: so-c, name: Sở C}
//! # no file names so-c
//! ```
//!
//! Right:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! support: [so-c]
//! ```
//!
//! # Tiếng Việt
//!
//! Cơ quan không được nhắc tới ở đâu.
//!
//! Không nhiệm vụ nào giao cho cơ quan này chủ trì (`lead`) hay phối hợp (`support`), không ghi
//! chép nào của cơ quan này, không cơ quan nào ghi là `successor`. Hoặc quên giao việc, hoặc việc
//! đang ghi nhầm mã. Danh mục hay được nhập trước hoặc chép cả bảng, nên danh mục không quá ba mục,
//! danh mục từ một nửa trở lên chưa dùng tới, hoặc khi còn lỗi, thì không nhắc.
//!
//! Sai:
//!
//! ```yaml
//! # agencies.yaml
//! - {id: so-c, name: Sở C}
//! # no file names so-c
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! support: [so-c]
//! ```

use crate::check::whole::{Whole, forgotten};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::AgencyIx;

pub(super) const RULE: Rule = Rule::hint("unused-agency", include_str!("unused_agency.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let Some(uses) = &whole.uses else { return };
    for n in forgotten(&uses.agencies) {
        let agency = AgencyIx(n);
        let Some(spot) = whole.agency(agency, "id") else { continue };
        diagnostics.push(Diagnostic::of(&RULE, spot).arg("id", &whole.model[agency].id));
    }
}
