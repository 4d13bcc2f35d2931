//! The signer has no name.
//!
//! The page of the directive shows who signed it. An office alone, such as “Chairman”, does not say
//! who signed, so the line is left out until there is a name.
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
//! Add the name that is printed under the signature. If it is illegible, ignore this warning: the
//! site is still built.
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
