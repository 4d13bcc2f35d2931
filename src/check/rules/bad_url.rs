//! This value is not the address of a web page.
//!
//! The address becomes a link for readers. It must begin with `https://` or `http://` and contain
//! no spaces. Anything else would lead to an error page, or start something unexpected.
//!
//! Wrong:
//!
//! ```yaml
//! url: vanban.example.com/bc 123.pdf
//! ```
//!
//! Right:
//!
//! ```yaml
//! url: "https://vanban.example.com/bc-123.pdf"
//! ```
//!
//! Open the page, copy the whole address from the address bar of the browser and paste it here in
//! double quotes. If the document is a file on your computer, copy it into `attachments/` and write
//! `file: attachments/…` instead.
//!
//! # Tiếng Việt
//!
//! Đây không phải địa chỉ của một trang web.
//!
//! Địa chỉ này trở thành liên kết để người đọc bấm vào. Địa chỉ phải bắt đầu bằng `https://` hoặc
//! `http://` và không có dấu cách; nếu không, liên kết sẽ dẫn tới trang lỗi hoặc chạy một thứ không
//! ai ngờ tới.
//!
//! Sai:
//!
//! ```yaml
//! url: vanban.example.com/bc 123.pdf
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! url: "https://vanban.example.com/bc-123.pdf"
//! ```
//!
//! Mở trang đó, chép nguyên địa chỉ trên thanh địa chỉ của trình duyệt và dán vào đây, để trong dấu
//! nháy kép. Nếu văn bản là tệp trên máy của mình thì chép vào `attachments/` và ghi `file:
//! attachments/…`.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule = Rule::error("bad-url", include_str!("bad_url.rs"));

/// Returns the diagnostic if a browser must not be sent to this address.
pub(in crate::check) fn diagnostic(text: &str, place: Place) -> Option<Diagnostic> {
    if is_address(text) {
        return None;
    }
    // Browsers ignore these characters at the beginning.
    let whole = format!("https://{text}");
    let bare = text.contains('.') && !text.contains(':') && !text.starts_with(['/', '\\']);
    let meant = (bare && is_address(&whole)).then_some(whole);
    Some(Diagnostic::of(&RULE, place).arg("read", text).suggest(meant))
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.unwrap_or_default().split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c);
    !host.is_empty() && !host.contains('@') && text.chars().all(plain)
}
