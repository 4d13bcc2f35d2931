//! Two directives of a portal have the same number, date and issuer.
//!
//! Nobody issues two letters under one number on one day, so one folder is a copy of the other. Each
//! of its tasks would count twice in every figure of the portal.
//!
//! Wrong:
//!
//! ```text
//! content/directives/kh-58-2023/directive.yaml
//! content/directives/kh-58-2023-copy/directive.yaml
//! ```
//!
//! Right:
//!
//! ```text
//! content/directives/kh-58-2023/directive.yaml
//! ```
//!
//! Move the copy out of the content folder. If they are two letters, correct the number or the date.
//!
//! # Tiếng Việt
//!
//! Hai văn bản của cổng trùng số hiệu, ngày và nơi ban hành.
//!
//! Không nơi nào ban hành hai văn bản cùng số trong một ngày, nên một thư mục là bản chép của thư mục
//! kia. Mỗi nhiệm vụ trong đó sẽ được tính hai lần ở mọi con số của cổng.
//!
//! Sai:
//!
//! ```text
//! content/directives/kh-58-2023/directive.yaml
//! content/directives/kh-58-2023-copy/directive.yaml
//! ```
//!
//! Đúng:
//!
//! ```text
//! content/directives/kh-58-2023/directive.yaml
//! ```
//!
//! Chuyển bản chép ra ngoài thư mục nội dung. Nếu là hai văn bản khác nhau thì sửa lại số hiệu hoặc
//! ngày.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::source::FileId;

pub(in crate::check) const RULE: Rule =
    Rule::error("doubled-directive", include_str!("doubled_directive.rs"));

/// Returns the diagnostic for the directive whose `directive.yaml` this is: `other` is the id of
/// another one with the same number, date and issuer.
pub fn diagnostic(file: FileId, number: &str, other: &str) -> Diagnostic {
    let place = Place::value(file, "number");
    Diagnostic::of(&RULE, place).arg("number", number).arg("other", other)
}
