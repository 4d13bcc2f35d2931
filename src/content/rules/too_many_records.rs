//! The content folder contains more records than a site supports.
//!
//! Tasks, notes, attachments, agencies, places and documents count together, and the limit is
//! 100,000. A directive has dozens of tasks, and a province's archive of ten years has thousands.
//! A folder with more is most likely one that was copied in by mistake, or the output of a
//! script.
//!
//! Wrong:
//!
//! ```text
//! content/tasks/        120,000 files
//! ```
//!
//! Right:
//!
//! ```text
//! cv-3413/tasks/             64 files
//! nq-12/tasks/              210 files
//! ```
//!
//! Look for folders that do not belong here. If the number is right, give each directive its own
//! content folder and build them one by one: `tiendo build --content cv-3413`.
//!
//! # Tiếng Việt
//!
//! Nội dung có nhiều bản ghi hơn mức một trang chứa được.
//!
//! Nhiệm vụ, ghi chép, tệp đính kèm, cơ quan, địa bàn và văn bản được tính chung; giới hạn là
//! 100.000. Một văn bản chỉ đạo có vài chục nhiệm vụ, cả kho mười năm của một tỉnh cũng chỉ vài
//! nghìn, nên nhiều hơn thế thường là do chép nhầm cả thư mục khác vào, hoặc do một chương trình tự
//! sinh ra.
//!
//! Sai:
//!
//! ```text
//! content/tasks/        120.000 tệp
//! ```
//!
//! Đúng:
//!
//! ```text
//! cv-3413/tasks/             64 tệp
//! nq-12/tasks/              210 tệp
//! ```
//!
//! Tìm những thư mục không thuộc về đây. Nếu số lượng là đúng thì mỗi văn bản chỉ đạo để một thư
//! mục nội dung riêng và dựng từng trang: `tiendo build --content cv-3413`.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("too-many-records", include_str!("too_many_records.rs"));
