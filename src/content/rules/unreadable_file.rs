//! The system refuses to let a file or folder be read.
//!
//! It may be open in another program that locks it, it may belong to another user, or the network
//! drive on which it lies is gone for the moment. What was in it is missing, so the site is not
//! built: a page without one department's tasks would look as if it had none.
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
//! Close the file in Word, Excel or the editor, and look at its permissions: in Windows under
//! Properties, Security; elsewhere with `chmod u+r`. Then run `tiendo check` again. The complaint
//! quotes what the system said.
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
