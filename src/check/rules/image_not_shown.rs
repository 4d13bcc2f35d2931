//! A picture in a note is not shown: only its alternative text is on the page.
//!
//! A page shows pictures from `attachments/` only. Pictures of other websites may change or vanish, and
//! would tell those websites who reads the page. A PDF or a record is no picture either.
//!
//! Wrong:
//!
//! ```markdown
//! ![The new dyke at Gò Sim](https://example.com/dyke.jpg)
//! ![Report](attachments/report.pdf)
//! ```
//!
//! Right:
//!
//! ```markdown
//! ![The new dyke at Gò Sim](attachments/dyke.jpg)
//! [Report](attachments/report.pdf)
//! ```
//!
//! Save the picture in the folder `attachments` and name it there. For anything that is no picture,
//! delete the `!`, which makes it a link.
//!
//! # Tiếng Việt
//!
//! Ảnh trong ghi chép không hiện, trang chỉ có chữ thay thế.
//!
//! Trang chỉ hiện ảnh nằm trong `attachments/`. Ảnh ở trang web khác có thể bị đổi hoặc mất, và trang
//! đó sẽ biết ai đang đọc. Tệp PDF hay bản ghi cũng không phải là ảnh.
//!
//! Sai:
//!
//! ```markdown
//! ![Đoạn kè mới ở Gò Sim](https://example.com/ke.jpg)
//! ![Báo cáo](attachments/bao-cao.pdf)
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! ![Đoạn kè mới ở Gò Sim](attachments/ke.jpg)
//! [Báo cáo](attachments/bao-cao.pdf)
//! ```
//!
//! Lưu ảnh vào thư mục `attachments` rồi ghi tên ở đó. Thứ không phải ảnh thì bỏ dấu `!` để thành liên
//! kết.

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostics, Rule};
use crate::markdown::OddityKind;

pub(super) const RULE: Rule = Rule::error("image-not-shown", include_str!("image_not_shown.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    whole.oddities(&RULE, |kind| kind == OddityKind::OutsideImage, diagnostics);
}
