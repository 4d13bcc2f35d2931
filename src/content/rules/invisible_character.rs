//! The text contains an invisible character.
//!
//! Zero-width spaces, soft hyphens, marks that change the direction of text and other control
//! characters come along when text is pasted from a web page, a PDF or a chat. They split words for
//! the search, make two equal names different, and can make a line read differently than it is
//! written.
//!
//! Wrong, where a zero-width space, written here as `<U+200B>`, stands inside a word:
//!
//! ```yaml
//! title: Tiêm vắc<U+200B>xin
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Tiêm vắc-xin
//! ```
//!
//! Delete the words before and after the marked place and type them again by hand. When pasting,
//! choose “paste as plain text” (Ctrl+Shift+V). Emoji may keep their joiners.
//!
//! # Tiếng Việt
//!
//! Trong văn bản có ký tự không nhìn thấy được.
//!
//! Dấu cách không độ rộng, dấu nối mềm, ký tự đổi chiều chữ và các ký tự điều khiển khác thường đi
//! theo khi dán từ trang web, tệp PDF hoặc phần mềm nhắn tin. Chúng làm đứt từ khi tìm kiếm, làm
//! hai tên giống hệt thành khác nhau, và có thể khiến dòng chữ hiện ra khác với nội dung thật.
//!
//! Sai, có dấu cách không độ rộng, ở đây viết là `<U+200B>`, nằm giữa từ:
//!
//! ```yaml
//! title: Tiêm vắc<U+200B>xin
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Tiêm vắc-xin
//! ```
//!
//! Xóa từ ngay trước và ngay sau chỗ được chỉ rồi gõ lại bằng tay. Khi dán, nên chọn dán không kèm
//! định dạng (Ctrl+Shift+V). Biểu tượng cảm xúc vẫn được giữ ký tự nối của chúng.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("invisible-character", include_str!("invisible_character.rs"));
