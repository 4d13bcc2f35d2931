//! A key is written twice in one block.
//!
//! Only one of the two values could be kept, and it is unclear which one was meant: if a deadline
//! was corrected in one place and forgotten in the other, the site could show the wrong one. Keys
//! are compared inside one block, so two updates may each have a `date`.
//!
//! Wrong:
//!
//! ```yaml
//! title: Báo cáo quý
//! lead: so-tc
//! title: Báo cáo tháng
//! ```
//!
//! Right:
//!
//! ```yaml
//! lead: so-tc
//! title: Báo cáo tháng
//! ```
//!
//! The message shows both places. Keep the right line and delete the other. If both values are
//! needed, use a list: `lead: [so-tc, so-khdt]`.
//!
//! # Tiếng Việt
//!
//! Một tên trường ghi hai lần trong cùng một đoạn.
//!
//! Chỉ giữ được một trong hai giá trị, và không ai biết giá trị nào mới đúng: thời hạn đã sửa ở
//! dưới mà quên xóa ở trên sẽ bị đăng sai. Tên trường chỉ được so trong cùng một đoạn, nên mỗi lần
//! cập nhật vẫn có `date` của riêng nó.
//!
//! Sai:
//!
//! ```yaml
//! title: Báo cáo quý
//! lead: so-tc
//! title: Báo cáo tháng
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! lead: so-tc
//! title: Báo cáo tháng
//! ```
//!
//! Thông báo chỉ ra cả hai chỗ. Giữ dòng đúng và xóa dòng kia. Nếu cần cả hai giá trị thì ghi thành
//! danh sách: `lead: [so-tc, so-khdt]`.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("doubled-key", include_str!("doubled_key.rs"));
