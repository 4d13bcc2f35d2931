//! A general duty is reported as done.
//!
//! A task of kind `duty` is a permanent requirement, such as “follow the rules on saving”. Its
//! progress is not assessed, so `done` has no effect and the site would not show it.
//!
//! Wrong:
//!
//! ```yaml
//! kind: duty
//! updates:
//!   - {date: 2021-07-24, state: done, text: Đã quán triệt đến các phòng.}
//! ```
//!
//! Right:
//!
//! ```yaml
//! kind: duty
//! updates:
//!   - {date: 2021-07-24, text: Đã quán triệt đến các phòng.}
//! ```
//!
//! Delete `state: done` and keep the text. If the document asks for a product that is handed in,
//! the task is a `deliverable`: change its `kind`.
//!
//! # Tiếng Việt
//!
//! Yêu cầu chung được ghi là đã hoàn thành.
//!
//! Việc loại `duty` là yêu cầu thực hiện thường trực, như “chấp hành quy định về tiết kiệm”. Loại
//! việc này không đánh giá tiến độ nên trạng thái `done` không có tác dụng, trang sẽ không hiện gì.
//!
//! Sai:
//!
//! ```yaml
//! kind: duty
//! updates:
//!   - {date: 2021-07-24, state: done, text: Đã quán triệt đến các phòng.}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! kind: duty
//! updates:
//!   - {date: 2021-07-24, text: Đã quán triệt đến các phòng.}
//! ```
//!
//! Xóa `state: done`, giữ lại phần nội dung. Nếu văn bản yêu cầu nộp một sản phẩm thì đó là việc
//! `deliverable`: hãy sửa `kind`.

use super::done_on_ongoing;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Kind, Model};
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::warning("done-on-duty", include_str!("done_on_duty.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    done_on_ongoing::report(model, Kind::Duty, &RULE, diagnostics);
}
