//! A link in a note begins with http instead of https.
//!
//! A page sent over http can be changed on its way to the reader, and browsers warn about it.
//! Nearly every site supports https: open the address with https first, and if it works, write it
//! that way.
//!
//! Wrong:
//!
//! ```markdown
//! [portal](http://example.com/van-ban)
//! ```
//!
//! Right:
//!
//! ```markdown
//! [portal](https://example.com/van-ban)
//! ```
//!
//! # Tiếng Việt
//!
//! Liên kết trong ghi chép dùng http thay vì https.
//!
//! Trang truyền bằng http có thể bị sửa trên đường tới người đọc, và trình duyệt sẽ cảnh báo. Hầu
//! hết các trang đều có https: hãy mở thử địa chỉ với https rồi ghi như vậy.
//!
//! Sai:
//!
//! ```markdown
//! [cổng thông tin](http://example.com/van-ban)
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! [cổng thông tin](https://example.com/van-ban)
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

pub(super) const RULE: Rule = Rule::hint("link-http", include_str!("link_http.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    for body in whole.bodies {
        for link in &body.text.facts().links {
            let start = link.target.get(.."http://".len());
            if start.is_some_and(|start| start.eq_ignore_ascii_case("http://")) {
                let safe = format!("https://{}", &link.target["http://".len()..]);
                diagnostics.push(Diagnostic::of(&RULE, body.link(link)).suggest(Some(safe)));
            }
        }
    }
}
