//! A required key is missing or has no value.
//!
//! A task without a kind cannot be assessed, an update without a date cannot be ordered, and an
//! agency without a name cannot be shown. The message names the missing key and shows the record to
//! which it belongs.
//!
//! Wrong:
//!
//! ```yaml
//! priority: "1"
//! title:
//! ```
//!
//! Right:
//!
//! ```yaml
//! priority: "1"
//! title: Đề xuất cách kích thích tăng trưởng
//! kind: deliverable
//! ```
//!
//! Add the line that the message shows, in the same column as the other keys of the record, with a
//! space after the colon. Required keys are: for a task `priority`, `title` and `kind`; for an
//! update `date`; for an extension `decided` and `due`; for a note `date` and `title`; for the
//! directive `number` and `date`; for items of the lists `id` and `name` or `title`.
//!
//! # Tiếng Việt
//!
//! Thiếu một nội dung mà bản ghi loại này bắt buộc phải có, hoặc có tên trường nhưng để trống.
//!
//! Nhiệm vụ không ghi loại thì không xét được tình trạng, lần cập nhật không có ngày thì không biết
//! đứng ở đâu, cơ quan không có tên thì không hiện ra được. Thông báo nêu trường còn thiếu và chỉ
//! vào bản ghi cần có trường đó.
//!
//! Sai:
//!
//! ```yaml
//! priority: "1"
//! title:
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! priority: "1"
//! title: Đề xuất cách kích thích tăng trưởng
//! kind: deliverable
//! ```
//!
//! Thêm dòng mà thông báo đưa ra, thẳng cột với các trường khác của bản ghi, sau dấu hai chấm có
//! một dấu cách. Bắt buộc phải có: nhiệm vụ cần `priority`, `title`, `kind`; lần cập nhật cần
//! `date`; lần gia hạn cần `decided` và `due`; ghi chép cần `date` và `title`; văn bản giao việc
//! cần `number` và `date`; mỗi mục trong các danh sách cần `id` và `name` hoặc `title`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("missing-field", include_str!("missing_field.rs"));
