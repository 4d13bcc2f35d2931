//! The address of the site ends in something that is not part of a folder's address.
//!
//! Every address in `sitemap.xml`, in `robots.txt` and in the feeds is made of `base_url` and the
//! path of a page. Behind `?` or `#` no path can follow: all of them would lead to the same page.
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
//! Keep the address of the folder and leave out what begins with `?` or `#`.
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

/// The complaint about an address to which no path can be added.
pub(in crate::check) fn complaint(address: &str, place: Place) -> Option<Diagnostic> {
    let end = address.find(['?', '#'])?;
    let fault = Diagnostic::of(&RULE, place).arg("read", address).arg("mark", &address[end..=end]);
    Some(fault.suggest(Some(address[..end].to_owned())))
}
