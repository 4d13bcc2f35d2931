//! A link in a note begins with http, not https.
//!
//! On the way to the reader anybody can change a page that comes by http, and browsers warn of it.
//! Nearly every site answers by https too: open the address with https first, then write it so.
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

pub(super) fn check(whole: &Whole<'_>, faults: &mut Diagnostics) {
    for body in whole.bodies {
        for link in &body.text.facts().links {
            let start = link.target.get(.."http://".len());
            if start.is_some_and(|start| start.eq_ignore_ascii_case("http://")) {
                let safe = format!("https://{}", &link.target["http://".len()..]);
                faults.push(Diagnostic::of(&RULE, body.link(link)).suggest(Some(safe)));
            }
        }
    }
}
