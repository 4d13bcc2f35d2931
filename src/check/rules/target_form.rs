//! A publishing target has a value that cannot be right.
//!
//! The name of a target is an id, so that it can be typed. A `host` is a name or an address without
//! a folder. The folder belongs in `root`, with forward slashes and without `..`. A `path` is never
//! empty and never the root of a disk. A `bucket` consists of lower-case letters, digits, dots and
//! hyphens.
//!
//! Wrong:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: sftp, host: "web.example.com/tien-do", root: /var/www/tien-do}
//! ```
//!
//! Right:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: sftp, host: web.example.com, root: /var/www/tien-do}
//! ```
//!
//! Write each part under its own key, as the message shows.
//!
//! # Tiếng Việt
//!
//! Nơi đăng được ghi theo một dạng mà không máy chủ nào có.
//!
//! Tên nơi đăng là một mã, để gõ được trên dòng lệnh. `host` chỉ là tên hoặc địa chỉ máy chủ, không
//! kèm thư mục; thư mục ghi ở `root`, dùng dấu gạch chéo xuôi và không có `..`. `path` không để
//! trống và không phải gốc của ổ đĩa. `bucket` là tên gồm chữ thường, chữ số, dấu chấm và dấu gạch
//! nối.
//!
//! Sai:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: sftp, host: "web.example.com/tien-do", root: /var/www/tien-do}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! targets:
//!   - {name: cong, kind: sftp, host: web.example.com, root: /var/www/tien-do}
//! ```
//!
//! Hãy ghi mỗi phần vào đúng trường của nó, như thông báo chỉ ra.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule = Rule::error("target-form", include_str!("target_form.rs"));

/// Returns the diagnostic for a value that is not allowed in its field.
pub(in crate::check) fn diagnostic(text: &str, field: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("read", text).arg("field", field)
}

/// Whether a field may have this value.
pub(in crate::check) fn is_fine(text: &str, field: &str) -> bool {
    let plain = |c: char| !c.is_whitespace() && !c.is_control();
    match field {
        "path" => {
            let bare = text.trim_end_matches(['/', '\\']);
            !bare.is_empty() && !bare.ends_with(':') && !text.chars().any(char::is_control)
        }
        "root" => {
            let parts = || text.split('/').filter(|part| !part.is_empty());
            let dots = parts().any(|part| matches!(part, "." | ".."));
            !dots && !text.contains('\\') && !text.chars().any(char::is_control)
        }
        // ssh would read a leading hyphen as an option.
        "host" | "user" => {
            !text.starts_with('-')
                && text.chars().all(|c| plain(c) && !"/\\@:?#\"'`$;|&<>(){}".contains(c))
        }
        "bucket" | "region" => {
            let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c);
            !text.starts_with(['.', '-']) && text.chars().all(known)
        }
        _ => true,
    }
}
