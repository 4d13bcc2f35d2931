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
//! Khóa kết thúc bằng dấu hai chấm và một dấu cách. Thiếu dấu cách thì khóa và giá trị dính thành
//! một từ: `title:Báo` không phải là khóa, và giá trị bị mất.
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

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-space", include_str!("yaml_space.rs"));
