//! Accents are stored apart from their letters.
//!
//! The same word can be written with `ế` as one character or as `e` and two marks. Both look alike,
//! but programs hold them for different words, so a search in an editor finds only one of them.
//! tiendo joins the marks while it reads, so the site is right; the file stays as it is.
//!
//! Wrong, where `e` is followed by two separate marks, written here as `<U+0302><U+0301>`:
//!
//! ```yaml
//! title: Ke<U+0302><U+0301> hoạch
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Kế hoạch
//! ```
//!
//! Nothing has to be done. `tiendo check --fix` shows how the files would be joined, and does it
//! with `--yes`. To type whole letters from now on, choose the code table “Unicode” in UniKey, not
//! “Unicode tổ hợp”. Files copied from a Mac often come so.
//!
//! # Tiếng Việt
//!
//! Dấu được lưu tách rời khỏi chữ cái.
//!
//! Cùng một chữ có thể lưu `ế` thành một ký tự, hoặc thành `e` và hai dấu rời (Unicode tổ hợp).
//! Nhìn thì giống nhau nhưng máy coi là hai từ khác nhau, nên tìm trong phần mềm soạn thảo chỉ ra
//! một kiểu. Khi đọc, tiendo tự ghép dấu nên trang vẫn đúng; tệp được giữ nguyên.
//!
//! Sai, sau chữ `e` là hai dấu rời, ở đây viết là `<U+0302><U+0301>`:
//!
//! ```yaml
//! title: Ke<U+0302><U+0301> hoạch
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Kế hoạch
//! ```
//!
//! Không bắt buộc phải sửa. Lệnh `tiendo check --fix` cho xem các tệp sẽ được ghép thế nào, thêm
//! `--yes` thì sửa. Để từ nay gõ đúng, trong UniKey chọn bảng mã “Unicode”, không chọn “Unicode tổ
//! hợp”. Tệp chép từ máy Mac thường bị như vậy.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::hint("not-nfc", include_str!("not_nfc.rs"));
