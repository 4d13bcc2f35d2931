//! `was` or `to` in `moved.yaml` is neither a record nor an address on the site.
//!
//! For every item in `moved.yaml`, the site has a page at the old address. The address must be
//! clear: either the kind of record and its id (`task:1.3`, `note:…`, `agency:…`, `priority:…`,
//! `place:…`), or the path below the site's address, in lower-case letters without accents. `to`
//! may also be a web address.
//!
//! Wrong:
//!
//! ```yaml
//! - was: 1.3
//! - was: https://example.com/tien-do/ky-bao-cao/2021-09-30.html
//! ```
//!
//! Right:
//!
//! ```yaml
//! - was: task:1.3
//! - was: ky-bao-cao/2021-09-30.html
//! ```
//!
//! `tiendo package --since` prints the line to write for each page that is gone.
//!
//! # Tiếng Việt
//!
//! `was` hoặc `to` trong `moved.yaml` không phải mã bản ghi hay địa chỉ trên trang.
//!
//! Với mỗi mục trong `moved.yaml`, phần mềm đặt một trang tại địa chỉ cũ, nên địa chỉ phải rõ: loại
//! bản ghi và mã (`task:1.3`, `note:…`, `agency:…`, `priority:…`, `place:…`), hoặc đường dẫn tính
//! từ địa chỉ của trang, viết thường không dấu. Riêng `to` có thể là địa chỉ một trang web khác.
//!
//! Sai:
//!
//! ```yaml
//! - was: 1.3
//! - was: https://example.com/tien-do/ky-bao-cao/2021-09-30.html
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - was: task:1.3
//! - was: ky-bao-cao/2021-09-30.html
//! ```
//!
//! `tiendo package --since` in sẵn dòng cần ghi cho từng thứ không còn nữa.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::Former;

pub(in crate::check) const RULE: Rule =
    Rule::error("moved-unclear", include_str!("moved_unclear.rs"));

/// Returns the diagnostic for a text that names nothing. `base` is the site's own address.
pub(in crate::check) fn diagnostic(text: &str, base: Option<&str>, place: Place) -> Diagnostic {
    let path = base.and_then(|base| text.strip_prefix(base)).unwrap_or(text);
    let path = path.trim_start_matches('/');
    let task = format!("task:{text}");
    let meant = [path, &task].into_iter().find(|text| Former::parse(text).is_some());
    Diagnostic::of(&RULE, place).arg("read", text).suggest(meant.map(str::to_owned))
}
