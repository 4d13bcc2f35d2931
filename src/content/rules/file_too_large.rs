//! A file is larger than the limit.
//!
//! A record may have 1 MiB, a note 256 KiB, an attachment 20 MiB. Records and notes are far smaller
//! than that; one this large usually holds something that was pasted in, such as a picture or a
//! whole spreadsheet. A large attachment takes minutes to open on a phone with a slow line.
//!
//! Wrong:
//!
//! ```text
//! attachments/bao-cao-quet.pdf    35 MB
//! ```
//!
//! Right:
//!
//! ```text
//! attachments/bao-cao-quet.pdf    2 MB
//! ```
//!
//! Scan again in black and white at 200 dpi, or save the PDF with “reduce file size”. Split what
//! cannot be made smaller: `bao-cao-phan-1.pdf`, `bao-cao-phan-2.pdf`. Give each task a file of its
//! own; pictures and tables belong in `attachments/`.
//!
//! # Tiếng Việt
//!
//! Tệp nặng quá mức cho phép.
//!
//! Tệp dữ liệu được tối đa 1 MiB, ghi chú 256 KiB, tệp đính kèm 20 MiB. Tệp dữ liệu và ghi chú bình
//! thường nhỏ hơn nhiều; nặng đến thế thường là do dán nhầm ảnh hoặc cả bảng tính vào. Tệp đính kèm
//! nặng thì người dân dùng điện thoại, mạng chậm phải chờ nhiều phút mới mở được.
//!
//! Sai:
//!
//! ```text
//! attachments/bao-cao-quet.pdf    35 MB
//! ```
//!
//! Đúng:
//!
//! ```text
//! attachments/bao-cao-quet.pdf    2 MB
//! ```
//!
//! Quét lại ở chế độ đen trắng, 200 dpi, hoặc lưu PDF với tùy chọn giảm dung lượng. Tệp không giảm
//! được thì tách ra: `bao-cao-phan-1.pdf`, `bao-cao-phan-2.pdf`. Mỗi nhiệm vụ để một tệp riêng; ảnh
//! và bảng biểu để trong thư mục `attachments/`.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("file-too-large", include_str!("file_too_large.rs"));
