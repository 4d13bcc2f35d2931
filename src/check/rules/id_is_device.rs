//! An id is a name that Windows reserves.
//!
//! Windows reserves `con`, `prn`, `aux`, `nul`, `com1` to `com9` and `lpt1` to `lpt9` for devices,
//! with or without a full stop and more behind it. A file with such a name cannot be stored or
//! copied on Windows, so the page of that record would be lost on a Windows server.
//!
//! Wrong:
//!
//! ```yaml
//! - {id: con, name: Xã Còn}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: xa-con, name: Xã Còn}
//! ```
//!
//! Put another word before it, joined by a hyphen. Only the part before the first full stop
//! counts, so `con.1` is reserved, and `tre-con`, `con-duong` and `1.con` are not. The id of a task
//! or a note is the name of its file.
//!
//! # Tiếng Việt
//!
//! Mã trùng với tên mà Windows dành riêng.
//!
//! Windows dành `con`, `prn`, `aux`, `nul`, `com1` đến `com9` và `lpt1` đến `lpt9` cho thiết bị, dù
//! phía sau có thêm dấu chấm và chữ khác. Tệp mang tên đó không lưu, không chép được trên Windows,
//! nên trang của bản ghi này sẽ bị mất ngay trên máy chủ của cơ quan.
//!
//! Sai:
//!
//! ```yaml
//! - {id: con, name: Xã Còn}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: xa-con, name: Xã Còn}
//! ```
//!
//! Thêm một từ vào trước, nối bằng dấu gạch nối. Chỉ phần đứng trước dấu chấm đầu tiên là tính, nên
//! `con.1` là tên dành riêng, còn `tre-con`, `con-duong` và `1.con` thì không. Mã của nhiệm vụ và
//! ghi chép là tên tệp.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::id::device_part;

pub(in crate::check) const RULE: Rule =
    Rule::error("id-is-device", include_str!("id_is_device.rs"));

/// Returns the diagnostic for an id that Windows takes for a device.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("id", text).arg("part", device_part(text))
}
