//! A comment follows a text without quotes.
//!
//! In YAML, a blank and `#` begin a comment, which is not part of the value and is not published. After
//! a text it may be either: a remark, or part of a sentence such as `Lot # 3`. This is reported for
//! values that readers see as text. After dates, ids, words such as `done`, texts in quotes and on
//! lines of their own, a comment is nothing unusual.
//!
//! Wrong:
//!
//! ```yaml
//! title: Road to lot # 3
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: "Road to lot # 3"
//! ```
//!
//! If it belongs to the text, put the whole value in straight double quotes. If it is a remark, write
//! it on a line of its own above, or put the value before it in quotes.
//!
//! # Tiếng Việt
//!
//! Sau nội dung không có dấu nháy có một lời nhắn.
//!
//! Trong YAML, dấu cách và `#` mở đầu lời nhắn, phần này không thuộc về nội dung và không được đăng.
//! Đứng sau câu chữ thì có thể hiểu hai cách: lời nhắn, hoặc một phần của câu như `Lô # 3`. Quy tắc chỉ
//! xem những trường mà người đọc thấy như câu chữ. Sau ngày, mã, các từ như `done`, nội dung trong dấu
//! nháy, hay ở dòng riêng thì lời nhắn là bình thường.
//!
//! Sai:
//!
//! ```yaml
//! title: Đường vào lô # 3
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: "Đường vào lô # 3"
//! ```
//!
//! Nếu phần đó thuộc về nội dung thì đặt cả nội dung trong dấu nháy kép thẳng. Nếu là lời nhắn thì ghi
//! ở dòng riêng phía trên, hoặc đặt nội dung đứng trước trong dấu nháy kép.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::warning("yaml-hash", include_str!("yaml_hash.rs"));
