//! A line has no colon, so key and value cannot be told apart.
//!
//! Each line of a record is a key, a colon, a space and a value. Without the colon, the words
//! belong to nothing, and YAML may even join them to the previous line.
//!
//! Wrong:
//!
//! ```yaml
//! title Báo cáo quý
//! lead so-tc
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Báo cáo quý
//! lead: so-tc
//! ```
//!
//! Write the colon directly after the key, then one space, then the value. If the line continues
//! the text of the previous line, indent it by two spaces under its key.
//!
//! # Tiếng Việt
//!
//! Dòng thiếu dấu hai chấm nên không biết đâu là tên trường, đâu là giá trị.
//!
//! Mỗi dòng dữ liệu gồm tên trường, dấu hai chấm, một dấu cách và giá trị. Thiếu dấu hai chấm thì
//! dòng chữ không thuộc về đâu; YAML còn có thể nối nó vào dòng trên.
//!
//! Sai:
//!
//! ```yaml
//! title Báo cáo quý
//! lead so-tc
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Báo cáo quý
//! lead: so-tc
//! ```
//!
//! Ghi dấu hai chấm ngay sau tên trường, rồi một dấu cách, rồi đến giá trị. Nếu dòng này là phần
//! tiếp của câu ở dòng trên thì thụt vào hai dấu cách so với tên trường của nó.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-colon", include_str!("yaml_colon.rs"));
