//! The system does not allow a file or folder to be read.
//!
//! Another program may have locked it, it may belong to another user, or its network drive may be
//! unavailable. Its content is missing, so the site is not built: a page without one department's
//! tasks would look as if the department had none.
//!
//! Wrong:
//!
//! ```text
//! tasks/1.3.yaml    (may be read by: nobody)
//! ```
//!
//! Right:
//!
//! ```text
//! tasks/1.3.yaml    (may be read by: the user who runs tiendo)
//! ```
//!
//! Close the file in Word, Excel or the editor, and check its permissions: in Windows under
//! Properties, Security; on other systems with `chmod u+r`. Then run `tiendo check` again. The
//! message quotes the system's error.
//!
//! # Tiếng Việt
//!
//! Hệ thống không cho đọc tệp hoặc thư mục.
//!
//! Tệp có thể đang bị một phần mềm khác mở và khóa, thuộc quyền của người dùng khác, hoặc ổ đĩa
//! mạng đang mất kết nối. Dữ liệu trong đó bị thiếu nên trang chưa được dựng: nếu vẫn dựng, trang
//! thiếu nhiệm vụ của một sở sẽ trông như sở đó không có việc.
//!
//! Sai:
//!
//! ```text
//! tasks/1.3.yaml    (quyền đọc: không ai)
//! ```
//!
//! Đúng:
//!
//! ```text
//! tasks/1.3.yaml    (quyền đọc: người chạy tiendo)
//! ```
//!
//! Đóng tệp trong Word, Excel hoặc phần mềm soạn thảo rồi xem quyền của tệp: trên Windows vào
//! Properties, thẻ Security; hệ khác dùng `chmod u+r`. Sau đó chạy lại `tiendo check`. Thông báo có
//! ghi nguyên văn lời hệ thống.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("unreadable-file", include_str!("unreadable_file.rs"));
