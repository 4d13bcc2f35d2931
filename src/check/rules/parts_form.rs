//! The parts of a task cannot be understood.
//!
//! `parts` belongs to a deliverable: one part for each place (`places`), one for each agency in
//! charge (`leads`), or a list. There must be at least one, or nothing would ever be done. `leads`
//! does not go with `handovers`, since the parts would change with the agencies.
//!
//! Wrong:
//!
//! ```yaml
//! parts: các xã
//! ```
//!
//! Right:
//!
//! ```yaml
//! places: [xa-a, xa-b]
//! parts: places
//! ```
//!
//! Name the places or agencies of the task and write the word, or list the parts, each with `id`
//! and `title`.
//!
//! # Tiếng Việt
//!
//! Các phần của việc ghi chưa đúng.
//!
//! `parts` dùng cho việc có sản phẩm (`deliverable`): mỗi địa bàn một phần (`places`), mỗi đơn vị
//! chủ trì một phần (`leads`), hoặc một danh sách. Phải có ít nhất một phần, nếu không việc không
//! bao giờ hoàn thành. `leads` không dùng cùng `handovers` vì các phần sẽ đổi theo đơn vị.
//!
//! Sai:
//!
//! ```yaml
//! parts: các xã
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! places: [xa-a, xa-b]
//! parts: places
//! ```
//!
//! Ghi địa bàn hoặc đơn vị chủ trì của việc rồi dùng một trong hai từ trên, hoặc liệt kê từng phần
//! với `id` và `title`.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule = Rule::error("parts-form", include_str!("parts_form.rs"));

/// Returns the diagnostic for parts that cannot be understood. `how` says why.
pub(in crate::check) fn diagnostic(how: &'static str, read: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("how", how).arg("read", read)
}
