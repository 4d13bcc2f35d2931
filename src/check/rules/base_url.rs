//! The address of the site ends in something that is not part of a folder's address.
//!
//! Every address in `sitemap.xml`, `robots.txt` and the feeds consists of `base_url` and the path
//! of a page. A path cannot follow `?` or `#`: all addresses would lead to the same page.
//!
//! Wrong:
//!
//! ```yaml
//! base_url: https://example.com/tien-do/?lang=vi
//! ```
//!
//! Right:
//!
//! ```yaml
//! base_url: https://example.com/tien-do/
//! ```
//!
//! Keep the address of the folder and delete the part that begins with `?` or `#`.
//!
//! # Tiếng Việt
//!
//! Địa chỉ của trang có phần đuôi không thuộc địa chỉ của thư mục.
//!
//! Mọi địa chỉ trong `sitemap.xml`, `robots.txt` và các nguồn tin đều ghép từ `base_url` và đường
//! dẫn của từng trang. Sau dấu `?` hoặc `#` không ghép thêm đường dẫn được: tất cả sẽ dẫn về cùng
//! một trang.
//!
//! Sai:
//!
//! ```yaml
//! base_url: https://example.com/tien-do/?lang=vi
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! base_url: https://example.com/tien-do/
//! ```
//!
//! Giữ lại địa chỉ của thư mục, bỏ phần từ dấu `?` hoặc `#` trở đi.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule = Rule::error("base-url", include_str!("base_url.rs"));

/// Returns the diagnostic if no path can be appended to this address.
pub(in crate::check) fn diagnostic(address: &str, place: Place) -> Option<Diagnostic> {
    let end = address.find(['?', '#'])?;
    let diagnostic =
        Diagnostic::of(&RULE, place).arg("read", address).arg("mark", &address[end..=end]);
    Some(diagnostic.suggest(Some(address[..end].to_owned())))
}
