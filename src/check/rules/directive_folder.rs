//! The name of the folder of a directive is no id.
//!
//! Each directive of a portal has a folder in `directives`, and the name of the folder is the
//! directive's id. It is part of the addresses of its pages, so it has only lower-case letters
//! without marks, digits, full stops and hyphens.
//!
//! Wrong:
//!
//! ```text
//! content/directives/Kế hoạch 58/directive.yaml
//! ```
//!
//! Right:
//!
//! ```text
//! content/directives/kh-58-2023/directive.yaml
//! ```
//!
//! Rename the folder before the directive is published for the first time. Afterwards its addresses
//! would change; `moved.yaml` then says so.
//!
//! # Tiếng Việt
//!
//! Tên thư mục của một văn bản không phải là mã.
//!
//! Mỗi văn bản của cổng có một thư mục trong `directives`, tên thư mục là mã của văn bản. Mã nằm
//! trong địa chỉ các trang nên chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối.
//!
//! Sai:
//!
//! ```text
//! content/directives/Kế hoạch 58/directive.yaml
//! ```
//!
//! Đúng:
//!
//! ```text
//! content/directives/kh-58-2023/directive.yaml
//! ```
//!
//! Đổi tên thư mục trước khi công bố văn bản lần đầu. Về sau đổi thì địa chỉ các trang đổi theo, phải
//! ghi vào `moved.yaml`.

use crate::content::Content;
use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::Id;
use crate::vietnamese::slug;

pub(in crate::check) const RULE: Rule =
    Rule::error("directive-folder", include_str!("directive_folder.rs"));

/// Returns the diagnostics for the folders of a portal whose names are no ids.
pub(in crate::check) fn diagnostics(content: &Content) -> impl Iterator<Item = Diagnostic> {
    let bad = content.directives.iter().filter(|(_, name)| Id::parse(name).is_err());
    bad.map(|(file, name)| {
        let diagnostic = Diagnostic::of(&RULE, Place::file(*file));
        diagnostic.arg("name", name).arg("meant", slug(name))
    })
}
