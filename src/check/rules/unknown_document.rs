//! A record names a document that is not in `documents.yaml`.
//!
//! Documents are defined once, with symbol, title and date, and cited by id everywhere else.
//! Evidence that does not exist proves nothing, but the site would show a task as done because of
//! it.
//!
//! Wrong:
//!
//! ```yaml
//! evidence: [123/BC-SKHĐT]
//! ```
//!
//! Right:
//!
//! ```yaml
//! # documents.yaml
//! - {id: bc-123, symbol: 123/BC-SKHĐT, title: Báo cáo kịch bản tăng trưởng, date: 2021-07-24}
//! # tasks/1.3.yaml
//! evidence: [bc-123]
//! ```
//!
//! Type the id that the message suggests, if it is the right one. Add a new document to
//! `documents.yaml` first, with an id of your choice, such as `bc-123`.
//!
//! # Tiếng Việt
//!
//! Bản ghi nhắc tới một văn bản chưa có trong `documents.yaml`.
//!
//! Mỗi văn bản được ghi một lần với số ký hiệu, trích yếu và ngày, các chỗ khác chỉ dẫn bằng mã.
//! Minh chứng không tìm thấy thì không chứng minh được gì, mà trang lại dựa vào đó để ghi nhiệm vụ
//! đã hoàn thành.
//!
//! Sai:
//!
//! ```yaml
//! evidence: [123/BC-SKHĐT]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # documents.yaml
//! - {id: bc-123, symbol: 123/BC-SKHĐT, title: Báo cáo kịch bản tăng trưởng, date: 2021-07-24}
//! # tasks/1.3.yaml
//! evidence: [bc-123]
//! ```
//!
//! Gõ mã mà thông báo gợi ý nếu đúng. Văn bản mới thì ghi vào `documents.yaml` trước và tự đặt mã;
//! nên đặt ngắn, như `bc-123`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("unknown-document", include_str!("unknown_document.rs"));
