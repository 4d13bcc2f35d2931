//! A record names an agency that is not in `agencies.yaml`.
//!
//! Every agency is defined once, with its full name, and referred to by its id everywhere else. A
//! name in words or a mistyped id cannot be counted under any agency, so the task would be missing
//! from that agency's page.
//!
//! Wrong:
//!
//! ```yaml
//! lead: Sở Kế hoạch và Đầu tư
//! support: [so-ytt]
//! ```
//!
//! Right:
//!
//! ```yaml
//! lead: so-khdt
//! support: [so-yt]
//! ```
//!
//! Type the id that the message suggests, if it is the right one. Otherwise open `agencies.yaml`
//! and look up the id beside the full name. Add a new agency there first: `- {id: so-moi, name: Sở
//! Mới}`.
//!
//! # Tiếng Việt
//!
//! Bản ghi nhắc tới một cơ quan chưa có trong `agencies.yaml`.
//!
//! Mỗi cơ quan được ghi một lần với tên đầy đủ, các chỗ khác chỉ nhắc bằng mã. Ghi cả tên, hoặc gõ
//! sai mã, thì không tính được cho cơ quan nào: nhiệm vụ sẽ thiếu trên trang của cơ quan đó.
//!
//! Sai:
//!
//! ```yaml
//! lead: Sở Kế hoạch và Đầu tư
//! support: [so-ytt]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! lead: so-khdt
//! support: [so-yt]
//! ```
//!
//! Gõ mã mà thông báo gợi ý nếu đúng. Nếu không, mở `agencies.yaml` và tìm mã cạnh tên đầy đủ. Cơ
//! quan mới thì thêm vào tệp đó trước: `- {id: so-moi, name: Sở Mới}`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("unknown-agency", include_str!("unknown_agency.rs"));
