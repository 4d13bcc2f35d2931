//! A task lists itself as related.
//!
//! `related` leads readers to other tasks that belong together. A task's own id is usually left
//! over from a copied file, and the id that was meant is missing.
//!
//! Wrong:
//!
//! ```yaml
//! # tasks/1.3.yaml
//! related: ["1.3"]
//! ```
//!
//! Right:
//!
//! ```yaml
//! # tasks/1.3.yaml
//! related: ["1.4"]
//! ```
//!
//! Write the id of the other task, or delete this one.
//!
//! # Tiếng Việt
//!
//! Nhiệm vụ tự ghi là liên quan với chính nó.
//!
//! `related` dẫn người đọc tới các nhiệm vụ khác có liên quan. Mã của chính nhiệm vụ thường còn sót
//! lại khi chép tệp, còn mã cần ghi thì thiếu.
//!
//! Sai:
//!
//! ```yaml
//! # tasks/1.3.yaml
//! related: ["1.3"]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # tasks/1.3.yaml
//! related: ["1.4"]
//! ```
//!
//! Ghi mã của nhiệm vụ kia, hoặc xóa mã này.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::warning("related-to-itself", include_str!("related_to_itself.rs"));
