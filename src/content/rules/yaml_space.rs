//! A colon has no space behind it.
//!
//! A key ends with a colon and a space. Without the space, key and value are one word: `title:Báo`
//! is no key, and the value is lost.
//!
//! Wrong:
//!
//! ```yaml
//! title:Báo cáo quý
//! lead:so-tc
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Báo cáo quý
//! lead: so-tc
//! ```
//!
//! Add one space right after the colon. `tiendo check --fix` can add it.
//!
//! # Tiếng Việt
//!
//! Sau dấu hai chấm thiếu dấu cách.
//!
//! Tên trường kết thúc bằng dấu hai chấm và một dấu cách. Thiếu dấu cách thì tên trường và giá trị
//! dính thành một từ: `title:Báo` không phải là tên trường, và giá trị bị mất.
//!
//! Sai:
//!
//! ```yaml
//! title:Báo cáo quý
//! lead:so-tc
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Báo cáo quý
//! lead: so-tc
//! ```
//!
//! Thêm một dấu cách ngay sau dấu hai chấm. Lệnh `tiendo check --fix` có thể thêm giúp.

use std::ops::Range;

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-space", include_str!("yaml_space.rs"));

/// Where the space is missing in a key that has taken in its value: `before:2021-07-25`.
pub(in crate::content) fn within(key: &str) -> Option<Range<usize>> {
    let (name, value) = key.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let is_value = !value.is_empty() && !value.starts_with("//");
    (is_name && is_value).then(|| name.len() + 1..name.len() + 1)
}
