//! An address in a note is not a link.
//!
//! Readers see the address as plain text and cannot click it. To make a link, put a web or mail
//! address in angle brackets, or better, put words in square brackets before the address in round
//! ones. An address inside code stays plain text on purpose.
//!
//! Wrong:
//!
//! ```markdown
//! See https://example.com or write to a@example.com.
//! ```
//!
//! Right:
//!
//! ```markdown
//! See [the portal](https://example.com) or write to <a@example.com>.
//! ```
//!
//! # Tiếng Việt
//!
//! Địa chỉ trong ghi chép chưa phải là liên kết.
//!
//! Người đọc chỉ thấy chữ, không bấm vào được. Đặt địa chỉ trang web hoặc hộp thư trong dấu < > thì
//! thành liên kết; viết thêm tên gọi trong ngoặc vuông ở trước thì dễ đọc hơn. Địa chỉ nằm trong
//! đoạn mã thì được giữ là chữ.
//!
//! Sai:
//!
//! ```markdown
//! Xem https://example.com hoặc gửi về a@example.com.
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! Xem [cổng thông tin](https://example.com) hoặc gửi về <a@example.com>.
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

pub(super) const RULE: Rule = Rule::hint("bare-address", include_str!("bare_address.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    for body in whole.bodies {
        let text = body.text.source();
        for range in &body.text.facts().bare {
            let read = text.get(range.clone()).unwrap_or_default();
            let link = match read.strip_prefix("www.") {
                Some(_) => format!("<https://{read}>"),
                None => format!("<{read}>"),
            };
            let diagnostic = Diagnostic::of(&RULE, body.place(range)).arg("read", read);
            diagnostics.push(diagnostic.suggest(Some(link)));
        }
    }
}
