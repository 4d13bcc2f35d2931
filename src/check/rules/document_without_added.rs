//! A task names the document that added it, but not the day.
//!
//! At the top of a task, `document` is the document by which the task was added to the directive
//! later, on the day in `added`. Documents that the task cites belong in the list `documents`.
//!
//! Wrong:
//!
//! ```yaml
//! document: cv-3900
//! ```
//!
//! Right:
//!
//! ```yaml
//! added: 2021-08-20
//! document: cv-3900
//! ```
//!
//! # Tiếng Việt
//!
//! Nhiệm vụ ghi văn bản giao thêm nhưng không ghi ngày.
//!
//! Ở đầu tệp nhiệm vụ, `document` là văn bản giao thêm nhiệm vụ này, vào ngày ghi ở `added`. Các văn
//! bản mà nhiệm vụ dẫn thì ghi trong danh sách `documents`.
//!
//! Sai:
//!
//! ```yaml
//! document: cv-3900
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! added: 2021-08-20
//! document: cv-3900
//! ```

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("document-without-added", include_str!("document_without_added.rs"));
