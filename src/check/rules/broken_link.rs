//! A link in a note has an address of an unknown kind.
//!
//! Notes may link to records by kind and id, to files in `attachments/`, to web pages and to mail
//! addresses. The name of a file on your computer, or an address without `https://`, would lead
//! readers to a page that does not exist.
//!
//! Wrong:
//!
//! ```markdown
//! [nhiệm vụ 1.3](tasks/1.3.yaml)
//! [trang của Sở](www.example.com)
//! ```
//!
//! Right:
//!
//! ```markdown
//! [nhiệm vụ 1.3](task:1.3)
//! [công văn](doc:cv-3413)
//! [tệp](attachments/bc-123.pdf)
//! [trang của Sở](https://www.example.com)
//! ```
//!
//! Choose the right form: `task:`, `priority:`, `note:`, `doc:`, `agency:` or `place:` with the
//! record's id, `attachments/…`, or the full web address. If no link is needed, delete the brackets
//! and the address and keep the words.
//!
//! # Tiếng Việt
//!
//! Liên kết trong ghi chép có địa chỉ thuộc loại mà trang không hiểu.
//!
//! Ghi chép có thể dẫn tới bản ghi theo loại và mã, tới tệp trong `attachments/`, tới trang web và
//! địa chỉ thư điện tử. Tên tệp trên máy hay địa chỉ thiếu `https://` sẽ đưa người đọc tới một
//! trang không tồn tại.
//!
//! Sai:
//!
//! ```markdown
//! [nhiệm vụ 1.3](tasks/1.3.yaml)
//! [trang của Sở](www.example.com)
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! [nhiệm vụ 1.3](task:1.3)
//! [công văn](doc:cv-3413)
//! [tệp](attachments/bc-123.pdf)
//! [trang của Sở](https://www.example.com)
//! ```
//!
//! Chọn cách ghi phù hợp: `task:`, `priority:`, `note:`, `doc:`, `agency:` hoặc `place:` kèm mã của
//! bản ghi, hoặc `attachments/…`, hoặc địa chỉ web đầy đủ. Nếu không cần liên kết thì bỏ dấu ngoặc
//! và địa chỉ, chỉ để lại chữ.

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(in crate::check) const RULE: Rule = Rule::error("broken-link", include_str!("broken_link.rs"));

/// Returns the diagnostic for a link's target, with the target that was probably meant.
pub(in crate::check) fn diagnostic(target: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place).arg("read", target).suggest(meant(target.trim()))
}

/// Turns a path or a bare address into a link: `tasks/1.3.yaml` becomes `task:1.3`.
fn meant(target: &str) -> Option<String> {
    if target.starts_with("www.") {
        return Some(format!("https://{target}"));
    }
    let slashed = target.replace('\\', "/");
    let path = slashed.trim_start_matches(['.', '/']);
    let (folder, rest) = path.rsplit_once('/')?;
    let stem = |ending: &str| rest.strip_suffix(ending).unwrap_or(rest).to_owned();
    match folder.rsplit('/').next()? {
        "tasks" | "nhiem-vu" => Some(format!("task:{}", stem(".yaml").trim_end_matches(".html"))),
        "notes" | "ghi-chu" => Some(format!("note:{}", stem(".md").trim_end_matches(".html"))),
        "attachments" => Some(format!("attachments/{rest}")),
        _ => None,
    }
}
