//! The file contains no data.
//!
//! The file is empty, or contains only comments or `---`. A task file without data would be a task
//! without title or deadline, and an empty list of agencies would leave every task without a lead.
//! The site is not built until the file has data or is deleted. Often a program was closed before
//! it had saved.
//!
//! Wrong, in `tasks/1.3.yaml`:
//!
//! ```yaml
//! # to be filled in
//! ```
//!
//! Right, in `tasks/1.3.yaml`:
//!
//! ```yaml
//! priority: "1"
//! title: Báo cáo quý
//! kind: deliverable
//! ```
//!
//! Write the data, or delete the file. If it used to contain data, look for a copy in an earlier
//! version of the folder or in the recycle bin.
//!
//! # Tiếng Việt
//!
//! Tệp chưa có dữ liệu nào.
//!
//! Tệp trống, hoặc chỉ có lời giải thích sau dấu `#` hay dòng `---`. Tệp nhiệm vụ mà trống thì
//! nhiệm vụ không có tên, không có thời hạn; danh sách cơ quan mà trống thì mọi nhiệm vụ đều thiếu
//! cơ quan chủ trì. Vì vậy trang chưa được dựng cho đến khi tệp có dữ liệu hoặc được xóa đi. Thường
//! gặp khi đóng chương trình lúc chưa lưu xong.
//!
//! Sai, trong `tasks/1.3.yaml`:
//!
//! ```yaml
//! # sẽ điền sau
//! ```
//!
//! Đúng, trong `tasks/1.3.yaml`:
//!
//! ```yaml
//! priority: "1"
//! title: Báo cáo quý
//! kind: deliverable
//! ```
//!
//! Ghi dữ liệu vào tệp, hoặc xóa tệp. Nếu trước đây tệp đã có dữ liệu, hãy tìm bản cũ: bản sao lưu
//! của thư mục hoặc thùng rác.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("empty-file", include_str!("empty_file.rs"));
