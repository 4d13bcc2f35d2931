//! A picture in a note has no alternative text.
//!
//! People who use a screen reader, or whose connection is too slow for pictures, get no information
//! at all. Between the square brackets, describe what the picture shows.
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

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    for body in whole.bodies {
        let images = body.text.facts().links.iter().filter(|link| link.kind == LinkKind::Image);
        for image in images.filter(|image| !image.text.contains(char::is_alphanumeric)) {
            diagnostics.push(Diagnostic::of(&RULE, body.place(&image.range)));
        }
    }
}
