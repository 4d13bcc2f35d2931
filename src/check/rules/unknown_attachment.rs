//! A record or a note names a file that is not in `attachments/`.
//!
//! The file would be missing from the site, and readers would get an error page. Most often the
//! file was not copied yet, or its name differs in a capital or an accent: to a web server,
//! `BC-123.pdf` and `bc-123.pdf` are two files.
//!
//! Wrong:
//!
//! ```yaml
//! file: BC 123.pdf
//! ```
//!
//! Right:
//!
//! ```yaml
//! file: attachments/bc-123.pdf
//! ```
//!
//! Copy the file into the folder `attachments` and write its exact name, including `attachments/`.
//! If the file is in a subfolder, write that too: `attachments/2021/bc-123.pdf`.
//!
//! # Tiếng Việt
//!
//! Bản ghi hoặc ghi chép nhắc tới một tệp không có trong `attachments/`.
//!
//! Tệp sẽ thiếu trên trang và người đọc gặp trang báo lỗi. Thường là do chưa chép tệp vào, hoặc tên
//! khác nhau ở chữ hoa hay dấu: với máy chủ web, `BC-123.pdf` và `bc-123.pdf` là hai tệp.
//!
//! Sai:
//!
//! ```yaml
//! file: BC 123.pdf
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! file: attachments/bc-123.pdf
//! ```
//!
//! Chép tệp vào thư mục `attachments` và ghi đúng tên, kể cả phần `attachments/`. Nếu tệp nằm trong
//! thư mục con thì ghi cả thư mục đó: `attachments/2021/bc-123.pdf`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("unknown-attachment", include_str!("unknown_attachment.rs"));
