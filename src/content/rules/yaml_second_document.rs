//! A second record begins in the same file.
//!
//! A line of `---` begins a new YAML document. A file holds one record, and its name is the
//! record's id. A second record in the file would have no id and would be lost.
//!
//! Wrong, in `tasks/1.3.yaml`:
//!
//! ```yaml
//! title: Báo cáo quý
//! ---
//! title: Báo cáo năm
//! ```
//!
//! Right, and the second task in `tasks/1.4.yaml`:
//!
//! ```yaml
//! title: Báo cáo quý
//! ```
//!
//! Delete the line `---` if it is only a separator. If another task follows, move it to its own
//! file. A `---` before the first line may stay.
//!
//! # Tiếng Việt
//!
//! Trong cùng một tệp bắt đầu phần dữ liệu thứ hai.
//!
//! Dòng `---` mở đầu một phần YAML mới. Mỗi tệp chỉ có một bản ghi, tên tệp là mã của bản ghi đó;
//! phần thứ hai sẽ không có mã và bị mất.
//!
//! Sai, trong `tasks/1.3.yaml`:
//!
//! ```yaml
//! title: Báo cáo quý
//! ---
//! title: Báo cáo năm
//! ```
//!
//! Đúng, nhiệm vụ thứ hai chuyển sang `tasks/1.4.yaml`:
//!
//! ```yaml
//! title: Báo cáo quý
//! ```
//!
//! Nếu `---` chỉ để ngăn cách cho dễ nhìn thì xóa đi; nếu bên dưới là nhiệm vụ khác thì chuyển sang
//! tệp riêng. Dòng `---` đứng trước dòng đầu tiên thì được giữ.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-second-document", include_str!("yaml_second_document.rs"));
