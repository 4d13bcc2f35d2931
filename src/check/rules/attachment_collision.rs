//! Two attachments would get the same address on the site.
//!
//! On the site, file names are written in lower case without accents or spaces, so that every link
//! works on every computer. Names that differ only in accents, capitals or spaces become the same,
//! and one file would silently replace the other.
//!
//! Wrong:
//!
//! ```yaml
//! attachments/Báo cáo.pdf
//! attachments/bao-cao.pdf
//! ```
//!
//! Right:
//!
//! ```yaml
//! attachments/bao-cao-so-tc.pdf
//! attachments/bao-cao-so-khdt.pdf
//! ```
//!
//! Rename one of the two files, and correct its name in `documents.yaml` and in the notes that link
//! to it. If both are the same document, delete one.
//!
//! # Tiếng Việt
//!
//! Hai tệp đính kèm sẽ có cùng một địa chỉ trên trang.
//!
//! Trên trang, tên tệp được viết bằng chữ thường, không dấu, không dấu cách để mọi máy đều mở được.
//! Hai tên chỉ khác nhau ở dấu, chữ hoa hay dấu cách sẽ thành một, và tệp này sẽ lặng lẽ đè lên tệp
//! kia.
//!
//! Sai:
//!
//! ```yaml
//! attachments/Báo cáo.pdf
//! attachments/bao-cao.pdf
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! attachments/bao-cao-so-tc.pdf
//! attachments/bao-cao-so-khdt.pdf
//! ```
//!
//! Đổi tên một trong hai tệp, rồi sửa tên đó trong `documents.yaml` và trong các ghi chép có dẫn
//! tới. Nếu hai tệp là cùng một văn bản thì xóa bớt một.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("attachment-collision", include_str!("attachment_collision.rs"));
