//! The name of a file contains bytes that are not letters.
//!
//! File names are ids and become addresses of pages. This name is in an old encoding, most likely
//! from an archive program or an old file share, and every system would show it differently. The
//! file is not read.
//!
//! Wrong, a name that came out of an old archive:
//!
//! ```text
//! tasks/bc-th?ng-7.yaml
//! ```
//!
//! Right:
//!
//! ```text
//! tasks/bc-thang-7.yaml
//! ```
//!
//! Rename the file with lower-case letters without accents, digits and hyphens. If it cannot be
//! renamed, save its content under a new name and delete the old file. Unpack archives with a
//! program that supports UTF-8 names.
//!
//! # Tiếng Việt
//!
//! Tên tệp có những byte không phải là chữ.
//!
//! Tên tệp chính là mã và trở thành địa chỉ của trang. Tên này viết theo một bảng mã cũ, thường do
//! phần mềm nén hoặc máy chủ chia sẻ tệp đời cũ tạo ra, nên mỗi máy hiện một kiểu. Nội dung tệp
//! không được đọc.
//!
//! Sai, tên tệp giải nén từ một tệp nén cũ:
//!
//! ```text
//! tasks/bc-th?ng-7.yaml
//! ```
//!
//! Đúng:
//!
//! ```text
//! tasks/bc-thang-7.yaml
//! ```
//!
//! Đổi tên tệp, chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối. Nếu không đổi được, hãy lưu
//! nội dung sang một tệp tên mới rồi xóa tệp cũ. Nên giải nén bằng phần mềm hiểu tên tệp UTF-8.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("file-name-not-utf8", include_str!("file_name_not_utf8.rs"));
