//! A hyphen stands alone, without a value.
//!
//! In a list, each hyphen begins one item. An item without a value refers to nothing. It is most
//! likely left over from a deleted line, or was to be filled in later. It would be read as an
//! agency, a document or an update without a name.
//!
//! Wrong:
//!
//! ```yaml
//! support:
//!   - so-tc
//!   -
//! ```
//!
//! Right:
//!
//! ```yaml
//! support:
//!   - so-tc
//!   - so-khdt
//! ```
//!
//! Write the value after the hyphen and one space, or delete the line with the hyphen.
//!
//! # Tiếng Việt
//!
//! Dấu gạch nối đứng một mình, phía sau không có giá trị.
//!
//! Trong danh sách, mỗi dấu gạch nối mở đầu một phần tử. Phần tử không có giá trị thì không chỉ cơ
//! quan hay văn bản nào; thường là phần còn lại của một dòng đã xóa, hoặc dòng để dành điền sau. Để
//! nguyên thì nó sẽ bị hiểu là một cơ quan, một văn bản hoặc một lần cập nhật không có tên.
//!
//! Sai:
//!
//! ```yaml
//! support:
//!   - so-tc
//!   -
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! support:
//!   - so-tc
//!   - so-khdt
//! ```
//!
//! Ghi giá trị ngay sau dấu gạch nối và một dấu cách, hoặc xóa cả dòng có dấu gạch nối.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("empty-item", include_str!("empty_item.rs"));
