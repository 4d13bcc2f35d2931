//! A colon has no space after it.
//!
//! A key ends with a colon and a space. Without the space, key and value are one word: `title:Báo`
//! is not a key, and the value is lost.
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
//! Add one space after the colon. `tiendo check --fix` can add it.
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

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-space", include_str!("yaml_space.rs"));
