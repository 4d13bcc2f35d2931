//! A publishing target has a field that its kind does not use.
//!
//! Each kind of target has its own fields: `folder` has `path` and `releases`; `sftp` has `host`,
//! `port`, `user` and `root`; `webdav` has `endpoint`, `user` and `root`; `s3` has `bucket`,
//! `endpoint`, `region` and `root`. All have `name`, `kind` and `keep`. A field that is ignored
//! hides a mistake: the site may be published elsewhere than intended.
//!
//! Wrong:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: folder, path: /mnt/web/tien-do, root: /tien-do}
//! ```
//!
//! Right:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: folder, path: /mnt/web/tien-do}
//! ```
//!
//! Delete the field, or correct `kind`.
//!
//! # Tiếng Việt
//!
//! Nơi đăng có một trường mà loại nơi đăng này không dùng.
//!
//! Mỗi loại có trường riêng: `folder` có `path` và `releases`; `sftp` có `host`, `port`, `user` và
//! `root`; `webdav` có `endpoint`, `user` và `root`; `s3` có `bucket`, `endpoint`, `region` và
//! `root`. Loại nào cũng có `name`, `kind` và `keep`. Một trường bị bỏ qua thường che một chỗ sai:
//! có khi trang được đăng ở chỗ khác với chỗ mình nghĩ.
//!
//! Sai:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: folder, path: /mnt/web/tien-do, root: /tien-do}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: folder, path: /mnt/web/tien-do}
//! ```
//!
//! Hãy xóa trường thừa, hoặc sửa `kind`.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("target-field", include_str!("target_field.rs"));

/// Returns the diagnostic for a field that a kind does not use.
pub(in crate::check) fn diagnostic(field: &str, kind: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("field", field).arg("kind", kind)
}
