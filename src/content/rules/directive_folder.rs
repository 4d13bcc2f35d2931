//! The folder of a portal's directives holds something that is no directive.
//!
//! Each directive of a portal has a folder in `directives`, and the name of the folder is the
//! directive's id. It is part of the addresses of its pages, so it has only lower-case letters
//! without marks, digits, full stops and hyphens.
//!
//! Wrong:
//!
//! ```text
//! content/directives/Kế hoạch 58/directive.yaml
//! content/directives/agencies.yaml
//! ```
//!
//! Right:
//!
//! ```text
//! content/directives/kh-58-2023/directive.yaml
//! content/agencies.yaml
//! ```
//!
//! Rename the folder before the directive is published for the first time. Afterwards its addresses
//! would change; `moved.yaml` then says so.
//!
//! # Tiếng Việt
//!
//! Thư mục chứa các văn bản của cổng có thứ không phải là một văn bản.
//!
//! Mỗi văn bản của cổng có một thư mục trong `directives`, tên thư mục là mã của văn bản. Mã nằm
//! trong địa chỉ các trang nên chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối.
//!
//! Sai:
//!
//! ```text
//! content/directives/Kế hoạch 58/directive.yaml
//! content/directives/agencies.yaml
//! ```
//!
//! Đúng:
//!
//! ```text
//! content/directives/kh-58-2023/directive.yaml
//! content/agencies.yaml
//! ```
//!
//! Đổi tên thư mục trước khi công bố văn bản lần đầu. Về sau đổi thì địa chỉ các trang đổi theo, phải
//! ghi vào `moved.yaml`.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("directive-folder", include_str!("directive_folder.rs"));
