//! The name of an attachment contains the extension of a program or a web page before its own.
//!
//! “bao-cao.exe.pdf” looks like a report but may be a program, and some web servers look at every
//! extension in a name. The site publishes the file under a name without these extensions, but
//! anyone who finds the file in the folder may be misled.
//!
//! Wrong:
//!
//! ```text
//! attachments/bao-cao.exe.pdf
//! ```
//!
//! Right:
//!
//! ```text
//! attachments/bao-cao.pdf
//! ```
//!
//! # Tiếng Việt
//!
//! Tên tệp đính kèm có đuôi của chương trình hoặc trang web đứng trước đuôi thật.
//!
//! “bao-cao.exe.pdf” trông như báo cáo nhưng có thể là thứ khác; một số máy chủ còn xét mọi đuôi
//! trong tên. Trang công bố tệp dưới tên đã bỏ các đuôi này, nhưng người mở thư mục vẫn dễ bị lừa.
//!
//! Sai:
//!
//! ```text
//! attachments/bao-cao.exe.pdf
//! ```
//!
//! Đúng:
//!
//! ```text
//! attachments/bao-cao.pdf
//! ```

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};

pub(super) const RULE: Rule =
    Rule::warning("attachment-double-ending", include_str!("attachment_double_ending.rs"));

/// Extensions of files that run, in a browser, in an office program or by themselves.
const DANGEROUS: [&str; 28] = [
    "exe", "bat", "cmd", "com", "scr", "msi", "dll", "jar", "apk", "lnk", "ps1", "sh", "vbs", "js",
    "mjs", "hta", "html", "htm", "xhtml", "svg", "php", "asp", "aspx", "jsp", "cgi", "docm",
    "xlsm", "pptm",
];

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    for (attachment, found) in whole.attachments() {
        let name = attachment.path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        let mut parts = name.split('.').rev();
        let ending = parts.next().unwrap_or_default();
        // The part before the first full stop is the name itself.
        let inner: Vec<&str> = parts.collect();
        let inner = inner.iter().rev().skip(1).rev();
        if let Some(read) = inner.copied().find(|part| DANGEROUS.contains(&part.trim())) {
            let diagnostic = Diagnostic::of(&RULE, Place::file(found.file));
            diagnostics.push(diagnostic.arg("read", read).arg("ending", ending));
        }
    }
}
