//! A shortcut in the content folder leads outside it, or nowhere.
//!
//! A symbolic link is followed only if it stays inside the content folder. One that leads elsewhere
//! could publish a file that was never meant for the public, and on another computer it would lead
//! nowhere.
//!
//! Wrong:
//!
//! ```text
//! attachments/bc-123.pdf -> /home/lan/bc-123.pdf
//! ```
//!
//! Right:
//!
//! ```text
//! attachments/bc-123.pdf
//! ```
//!
//! Delete the shortcut and copy the file itself to its place. A link to another file in the content
//! folder may stay. A link in place of the folder of a directive is never followed.
//!
//! # Tiếng Việt
//!
//! Lối tắt trong thư mục nội dung dẫn ra ngoài, hoặc không dẫn tới đâu.
//!
//! Liên kết tượng trưng chỉ được đi theo khi đích nằm trong thư mục nội dung. Liên kết dẫn ra ngoài
//! có thể làm lộ một tệp không dành để công khai; chép sang máy khác thì liên kết đó cũng không còn
//! dẫn tới đâu.
//!
//! Sai:
//!
//! ```text
//! attachments/bc-123.pdf -> /home/lan/bc-123.pdf
//! ```
//!
//! Đúng:
//!
//! ```text
//! attachments/bc-123.pdf
//! ```
//!
//! Xóa lối tắt rồi chép chính tệp đó vào chỗ của nó. Liên kết từ tệp này sang tệp khác trong cùng
//! thư mục nội dung thì được giữ. Lối tắt ở chỗ của thư mục văn bản thì không bao giờ được đi theo.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("link-outside", include_str!("link_outside.rs"));
