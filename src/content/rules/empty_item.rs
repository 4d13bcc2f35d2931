//! A hyphen stands alone: its item has no value.
//!
//! In a list each hyphen begins one item. An item without a value names nobody and nothing; it is
//! most likely the rest of a line that was deleted, or one that was to be filled in later. Left
//! there, it would be taken for an agency, a document or an update without a name.
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

/// Where the hyphen of an item without a value stands, in a text that ends where the value should
/// begin and whose YAML begins at `start`: comments may stand between.
pub(in crate::content) fn dash_before(text: &str, start: usize) -> Option<usize> {
    let mut end = text.len();
    while end > start {
        let line = text[start..end].rfind('\n').map_or(start, |n| start + n + 1);
        let body = &text[line..end];
        let comment = body
            .match_indices('#')
            .find(|(at, _)| body[..*at].is_empty() || body[..*at].ends_with([' ', '\t']));
        let body = comment.map_or(body, |(at, _)| &body[..at]).trim_end();
        if !body.is_empty() {
            return body.ends_with('-').then(|| line + body.len() - 1);
        }
        end = line.saturating_sub(1);
    }
    None
}
