//! A task is stopped or replaced, but no document is named that says so.
//!
//! A stopped task is not counted in the ratios, because it can no longer be overdue. So that delays
//! cannot be hidden this way, each stop names the document that decided it, and readers see which.
//!
//! Wrong:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: cancelled}
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: cancelled, document: cv-3413}
//! ```
//!
//! Add the document to `documents.yaml` and write its id under `document` in the same entry. If
//! there is no such document, the task continues: write `state: blocked` and explain the obstacle
//! in `text`.
//!
//! # Tiếng Việt
//!
//! Nhiệm vụ dừng hoặc được thay thế nhưng không ghi theo văn bản nào.
//!
//! Nhiệm vụ đã dừng không còn nằm trong các tỷ lệ và không thể quá hạn nữa. Để không ai làm mất
//! việc chậm trễ theo cách đó, mỗi lần dừng phải ghi văn bản quyết định, và người đọc nhìn thấy văn
//! bản ấy.
//!
//! Sai:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: cancelled}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - {date: 2021-08-31, state: cancelled, document: cv-3413}
//! ```
//!
//! Thêm văn bản vào `documents.yaml` rồi ghi mã của nó vào `document` trong cùng lần cập nhật này.
//! Nếu không có văn bản nào thì nhiệm vụ vẫn tiếp tục: ghi `state: blocked` và nêu vướng mắc trong
//! `text`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("stop-without-document", include_str!("stop_without_document.rs"));
