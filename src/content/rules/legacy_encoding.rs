//! The text is not in Unicode, or was damaged by a conversion.
//!
//! There are three possible causes. Text typed for fonts such as .VnTime (TCVN3) or VNI-Times (VNI)
//! is only right in those fonts. Text such as “Tiáº¿n Ä‘á»™” is Unicode that a program read in the
//! wrong encoding. In all three cases readers see nonsense, the search does not find it, and a
//! screen reader cannot read it out.
//!
//! Wrong:
//!
//! ```yaml
//! title: KÕ ho¹ch ph¸t triÓn
//! title: Keá hoaïch phaùt trieån
//! title: Káº¿ hoáº¡ch phÃ¡t triá»ƒn
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Kế hoạch phát triển
//! ```
//!
//! For old fonts: copy the text, open the UniKey toolkit (Ctrl+Shift+F6), choose TCVN3 or VNI as
//! the source and Unicode as the target, convert, and paste it back. For damaged text: open the
//! original and save it as UTF-8; in Excel choose “CSV UTF-8”. A short text is quicker to type
//! again.
//!
//! # Tiếng Việt
//!
//! Văn bản không phải Unicode, hoặc đã bị hỏng mã khi chuyển đổi.
//!
//! Có ba trường hợp. Chữ gõ cho phông .VnTime (TCVN3) hoặc VNI-Times (VNI) chỉ đọc được bằng chính
//! các phông đó. Chữ kiểu “Tiáº¿n Ä‘á»™” là Unicode bị một phần mềm đọc nhầm bảng mã. Cả ba đều
//! hiện ra thành chữ vô nghĩa, không tìm kiếm được, và phần mềm đọc màn hình không đọc được.
//!
//! Sai:
//!
//! ```yaml
//! title: KÕ ho¹ch ph¸t triÓn
//! title: Keá hoaïch phaùt trieån
//! title: Káº¿ hoáº¡ch phÃ¡t triá»ƒn
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Kế hoạch phát triển
//! ```
//!
//! Chữ theo phông cũ: sao chép, mở công cụ của UniKey (Ctrl+Shift+F6), chọn nguồn TCVN3 hoặc VNI,
//! đích Unicode, chuyển mã rồi dán lại. Chữ bị hỏng mã: quay về bản gốc, mở ra và lưu lại theo
//! UTF-8; với Excel chọn “CSV UTF-8”. Đoạn ngắn thì gõ lại cho nhanh.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("legacy-encoding", include_str!("legacy_encoding.rs"));
