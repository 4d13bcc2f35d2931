//! An id contains a name that Windows reserves.
//!
//! Windows reserves `con`, `prn`, `aux`, `nul`, `com1` to `com9` and `lpt1` to `lpt9` for devices.
//! A file with such a name cannot be stored or copied on Windows, so the page of that record would
//! be lost on a Windows server.
//!
//! Wrong:
//!
//! ```yaml
//! - {id: tre-con, name: Trung tâm Bảo trợ trẻ}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: treem, name: Trung tâm Bảo trợ trẻ}
//! ```
//!
//! Choose another word, or join two words into one: a part is reserved only if it stands alone
//! between hyphens or full stops. The id of a task or a note is the name of its file.
//!
//! # Tiếng Việt
//!
//! Mã chứa một tên mà Windows dành riêng.
//!
//! Windows dành `con`, `prn`, `aux`, `nul`, `com1` đến `com9` và `lpt1` đến `lpt9` cho thiết bị.
//! Tệp mang tên đó không lưu, không chép được trên Windows, nên trang của bản ghi này sẽ bị mất
//! ngay trên máy chủ của cơ quan.
//!
//! Sai:
//!
//! ```yaml
//! - {id: tre-con, name: Trung tâm Bảo trợ trẻ}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: treem, name: Trung tâm Bảo trợ trẻ}
//! ```
//!
//! Chọn từ khác, hoặc viết liền hai từ: phần đó chỉ bị coi là tên dành riêng khi đứng một mình giữa
//! hai dấu gạch nối hoặc dấu chấm. Mã của nhiệm vụ và ghi chép là tên tệp.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::Id;
use crate::model::id::is_device;

pub(in crate::check) const RULE: Rule =
    Rule::error("id-is-device", include_str!("id_is_device.rs"));

/// Returns the diagnostic for an id with a reserved part, with a suggestion that joins the parts.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Diagnostic {
    let part = text.split(['.', '-']).find(|part| is_device(part)).unwrap_or_default();
    let joined = text.replace('-', "");
    let meant = (joined != text && Id::parse(&joined).is_ok()).then_some(joined);
    Diagnostic::of(&RULE, place).arg("id", text).arg("part", part).suggest(meant)
}
