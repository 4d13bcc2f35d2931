//! The signer's name is not written.
//!
//! The page of the directive shows who signed it. An office alone, “Chairman”, does not say who, so
//! the whole line is left out until there is a name.
//!
//! Wrong:
//!
//! ```yaml
//! signer: {title: Chủ tịch}
//! ```
//!
//! Right:
//!
//! ```yaml
//! signer: {title: Chủ tịch, name: Nguyễn Văn A}
//! ```
//!
//! Add the name as it is printed under the signature. If it cannot be made out, leave the warning:
//! the site is built all the same.
//!
//! # Tiếng Việt
//!
//! Chưa ghi họ tên người ký.
//!
//! Trang của văn bản cho biết ai đã ký. Chỉ ghi chức vụ “Chủ tịch” thì không rõ là ai, nên cả dòng
//! người ký chưa hiện cho đến khi có tên.
//!
//! Sai:
//!
//! ```yaml
//! signer: {title: Chủ tịch}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! signer: {title: Chủ tịch, name: Nguyễn Văn A}
//! ```
//!
//! Thêm họ tên đúng như in dưới chữ ký. Nếu không đọc được thì để nguyên: trang vẫn được dựng.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::warning("signer-without-name", include_str!("signer_without_name.rs"));
