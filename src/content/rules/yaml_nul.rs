//! The file contains a null character and may be damaged.
//!
//! No editor writes such a character. It appears if a computer was switched off while the file was
//! being saved, if a network drive failed, or if the file is not a text at all, such as a renamed
//! Word document.
//!
//! Wrong, where the null character is written as `<NUL>`:
//!
//! ```yaml
//! title: Báo cáo<NUL> quý
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Báo cáo quý
//! ```
//!
//! Copy the file again from a good source: an earlier version, the backup, or the mail it came
//! with. If the rest is right, delete the marked line and type it again.
//!
//! # Tiếng Việt
//!
//! Tệp có ký tự rỗng, có thể đã bị hỏng.
//!
//! Không phần mềm soạn thảo nào ghi ký tự này. Nó xuất hiện khi máy tắt giữa lúc đang lưu, khi ổ
//! đĩa mạng gặp lỗi, hoặc khi tệp không phải là văn bản thuần, ví dụ tệp Word bị đổi đuôi.
//!
//! Sai, ký tự rỗng ở đây viết là `<NUL>`:
//!
//! ```yaml
//! title: Báo cáo<NUL> quý
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Báo cáo quý
//! ```
//!
//! Chép lại tệp từ bản còn tốt: phiên bản trước, bản sao lưu, thư điện tử đã gửi tệp. Nếu phần còn
//! lại vẫn đúng thì xóa dòng được chỉ rồi gõ lại.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-nul", include_str!("yaml_nul.rs"));
