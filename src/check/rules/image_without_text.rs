//! A picture in a note has no text that stands for it.
//!
//! Whoever has the page read out, or whose line is too slow for pictures, gets nothing at all.
//! Between the square brackets say what the picture shows, not that it is a picture.
//!
//! Wrong:
//!
//! ```markdown
//! ![](attachments/ke-song.png)
//! ```
//!
//! Right:
//!
//! ```markdown
//! ![The new dyke at Gò Sim, seen from the river](attachments/ke-song.png)
//! ```
//!
//! # Tiếng Việt
//!
//! Ảnh trong ghi chép không có chữ thay thế.
//!
//! Người dùng phần mềm đọc màn hình, hoặc mạng chậm không tải được ảnh, sẽ không biết gì. Giữa hai
//! ngoặc vuông hãy viết ảnh cho thấy điều gì, không chỉ viết “ảnh”.
//!
//! Sai:
//!
//! ```markdown
//! ![](attachments/ke-song.png)
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! ![Đoạn kè mới ở Gò Sim, nhìn từ sông](attachments/ke-song.png)
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::markdown::LinkKind;

pub(super) const RULE: Rule =
    Rule::warning("image-without-text", include_str!("image_without_text.rs"));

pub(super) fn check(whole: &Whole<'_>, faults: &mut Diagnostics) {
    for body in whole.bodies {
        let images = body.text.facts().links.iter().filter(|link| link.kind == LinkKind::Image);
        for image in images.filter(|image| !image.text.contains(char::is_alphanumeric)) {
            faults.push(Diagnostic::of(&RULE, body.place(&image.range)));
        }
    }
}
