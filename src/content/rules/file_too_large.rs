//! A record or a note is larger than the limit.
//!
//! A record may have 1 MiB and a note 256 KiB; most have one or two KB. A larger file usually
//! contains something that was pasted in, such as a picture or a whole spreadsheet, or is another
//! file under the name of a record. The file is not read.
//!
//! Wrong:
//!
//! ```text
//! tasks/1.3.yaml     4,800 KB   one file with the whole spreadsheet in it
//! ```
//!
//! Right:
//!
//! ```text
//! tasks/1.3.yaml         2 KB
//! tasks/1.4.yaml         2 KB
//! ```
//!
//! Put each task and each note in its own file. Pictures, tables and scanned documents belong in
//! `attachments/` and are listed in `documents.yaml`.
//!
//! # Tiếng Việt
//!
//! Tệp dữ liệu hoặc ghi chép nặng quá mức cho phép.
//!
//! Tệp dữ liệu được tối đa 1 MiB, ghi chép tối đa 256 KiB; bình thường chỉ vài KB. Nặng đến thế
//! thường là do dán nhầm ảnh hoặc cả bảng tính vào, hoặc là một tệp khác bị đặt tên thành tệp dữ
//! liệu. Tệp này không được đọc.
//!
//! Sai:
//!
//! ```text
//! tasks/1.3.yaml     4.800 KB   một tệp chứa cả bảng tính
//! ```
//!
//! Đúng:
//!
//! ```text
//! tasks/1.3.yaml         2 KB
//! tasks/1.4.yaml         2 KB
//! ```
//!
//! Mỗi nhiệm vụ, mỗi ghi chép để một tệp riêng. Ảnh, bảng biểu, văn bản quét để trong thư mục
//! `attachments/` và khai báo trong `documents.yaml`.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("file-too-large", include_str!("file_too_large.rs"));
