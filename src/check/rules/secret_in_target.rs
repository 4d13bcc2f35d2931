//! `site.yaml` contains a password or a key.
//!
//! The content folder is copied, mailed and kept in git, so anyone with a copy could change the
//! published site. `site.yaml` only says where the site is published. Passwords and keys come from
//! the computer that publishes: SSH keys from the ssh agent or its configuration, WebDAV accounts
//! from the variables `TIENDO_WEBDAV_USER` and `TIENDO_WEBDAV_PASSWORD`, S3 keys from
//! `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` or from `~/.aws`.
//!
//! Wrong:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: webdav, endpoint: "https://web.example.com/", password: "bí mật"}
//! ```
//!
//! Right:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: webdav, endpoint: "https://web.example.com/"}
//! ```
//!
//! Delete the line. If the file has already been sent to somebody or committed, change the password
//! too: deleting it here does not take it back.
//!
//! # Tiếng Việt
//!
//! Có mật khẩu hoặc khóa bí mật ghi trong `site.yaml`.
//!
//! Thư mục nội dung được sao chép, gửi thư và lưu trong git: ai có một bản sao là có thể sửa trang
//! đã đăng. `site.yaml` chỉ ghi nơi đăng. Mật khẩu và khóa lấy từ máy dùng để đăng: khóa SSH lấy từ
//! ssh agent hoặc cấu hình của ssh, tài khoản WebDAV lấy từ các biến `TIENDO_WEBDAV_USER` và
//! `TIENDO_WEBDAV_PASSWORD`, khóa S3 lấy từ `AWS_ACCESS_KEY_ID` và `AWS_SECRET_ACCESS_KEY` hoặc
//! từ `~/.aws`.
//!
//! Sai:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: webdav, endpoint: "https://web.example.com/", password: "bí mật"}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: webdav, endpoint: "https://web.example.com/"}
//! ```
//!
//! Hãy xóa dòng đó. Nếu tệp đã gửi cho ai hoặc đã đưa vào git thì phải đổi cả mật khẩu: xóa ở đây
//! không lấy lại được bản đã lọt ra ngoài.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule =
    Rule::error("secret-in-target", include_str!("secret_in_target.rs"));

/// Returns the diagnostic for a field that holds a secret. Never quotes its value.
pub(in crate::check) fn diagnostic(field: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("field", field)
}

/// Whether the text contains an account with a password, as in `user:password@host`.
pub(in crate::check) fn is_in(text: &str) -> bool {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.rsplit_once('@').is_some_and(|(account, _)| account.contains(':'))
}
