//! Accents are stored separately from their letters.
//!
//! The letter `ế` can be stored as one character or as `e` and two marks. Both look alike, but
//! programs treat them as different, so a search in an editor finds only one of them. tiendo joins
//! the marks when it reads the file, so the site is right. The file itself is not changed.
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
//! Nothing has to be done. `tiendo check --fix` shows how the marks would be joined, and joins them
//! with `--yes`. To type joined letters in future, choose the code table “Unicode” in UniKey, not
//! “Unicode tổ hợp”. Files copied from a Mac often have separate marks.
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
