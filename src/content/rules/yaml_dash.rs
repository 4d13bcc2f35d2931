//! A hyphen has no space after it.
//!
//! A hyphen and a space begin an item of a list. Without the space, the hyphen becomes part of the
//! key, and `-date` is a key that does not exist: the update would be lost.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   -date: 2021-07-24
//!    state: done
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!     state: done
//! ```
//!
//! Add one space after the hyphen, and begin the other keys of the item in the same column as the
//! first one.
//!
//! # Tiếng Việt
//!
//! Sau dấu gạch nối thiếu dấu cách.
//!
//! Dấu gạch nối và một dấu cách mở đầu một phần tử của danh sách. Thiếu dấu cách thì dấu gạch nối
//! dính vào tên trường, và `-date` là tên trường không có: lần cập nhật đó sẽ mất.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   -date: 2021-07-24
//!    state: done
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!     state: done
//! ```
//!
//! Thêm một dấu cách ngay sau dấu gạch nối, các trường khác của cùng phần tử thì thẳng cột với
//! trường đầu tiên.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-dash", include_str!("yaml_dash.rs"));
