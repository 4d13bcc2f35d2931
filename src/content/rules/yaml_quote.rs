//! A quotation mark is not closed, or is closed too early.
//!
//! A value that begins with a quotation mark ends at the next one of the same kind. If that one is
//! missing, the rest of the file becomes part of the text. If the text itself contains such a mark,
//! the value ends there, and what follows cannot be read.
//!
//! Wrong:
//!
//! ```yaml
//! title: "Báo cáo quý
//! product: "Đề án "Một cửa""
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: "Báo cáo quý"
//! product: 'Đề án "Một cửa"'
//! ```
//!
//! Close the text with the mark that opened it, on the same line. If a text contains double quotes,
//! use single ones around it, and the other way round. Often no quotes are needed: `title: Đề án
//! "Một cửa"` is correct.
//!
//! # Tiếng Việt
//!
//! Dấu nháy mở mà chưa đóng, hoặc đóng quá sớm.
//!
//! Giá trị mở đầu bằng dấu nháy thì kết thúc ở dấu nháy cùng loại gần nhất. Thiếu dấu đóng thì cả
//! phần còn lại của tệp bị coi là nằm trong nháy; nếu trong câu có chính dấu đó thì giá trị kết
//! thúc ngay tại đấy, phần sau không còn nghĩa.
//!
//! Sai:
//!
//! ```yaml
//! title: "Báo cáo quý
//! product: "Đề án "Một cửa""
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: "Báo cáo quý"
//! product: 'Đề án "Một cửa"'
//! ```
//!
//! Đóng bằng đúng loại dấu đã mở, trên cùng một dòng. Câu có nháy kép bên trong thì bên ngoài dùng
//! nháy đơn, và ngược lại. Nhiều khi tốt nhất là không dùng dấu nháy ngoài:
//! `title: Đề án "Một cửa"` vẫn đọc được.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-quote", include_str!("yaml_quote.rs"));
