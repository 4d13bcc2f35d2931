//! A file is a copy of another one.
//!
//! Programs that keep a folder in step on several computers (OneDrive, Google Drive, Dropbox,
//! Syncthing) put a second file beside the first if two people have changed it, and so does copying
//! by mistake. Each file is a record of its own: a task would be counted twice, and a note would be
//! published twice. The copy is left out until it is gone.
//!
//! Wrong:
//!
//! ```text
//! tasks/1.1.yaml
//! tasks/1.1 (1).yaml
//! tasks/1.1-hoa-laptop.yaml
//! ```
//!
//! Right:
//!
//! ```text
//! tasks/1.1.yaml
//! ```
//!
//! Open both files, move what only the copy has into the original, and delete the copy. A copy is
//! known by a name that only programs make, or by a name that begins with that of the original and
//! nearly the same content. If it is another task or note, give it an id and a title of its own:
//! `1.1-a` with its own title is allowed.
//!
//! # Tiếng Việt
//!
//! Tệp là bản sao của một tệp khác.
//!
//! Các chương trình đồng bộ thư mục giữa nhiều máy (OneDrive, Google Drive, Dropbox, Syncthing) đặt
//! thêm một tệp bên cạnh khi hai người cùng sửa; chép nhầm cũng sinh ra tệp như vậy. Mỗi tệp là một
//! bản ghi: nhiệm vụ sẽ bị tính hai lần, ghi chép sẽ bị đăng hai lần. Bản sao chưa được tính vào đâu
//! cho đến khi nó được dọn đi.
//!
//! Sai:
//!
//! ```text
//! tasks/1.1.yaml
//! tasks/1.1 (1).yaml
//! tasks/1.1-hoa-laptop.yaml
//! ```
//!
//! Đúng:
//!
//! ```text
//! tasks/1.1.yaml
//! ```
//!
//! Mở cả hai tệp, chép phần chỉ có ở bản sao sang tệp gốc rồi xóa bản sao. Bản sao được nhận ra nhờ
//! phần tên mà chỉ chương trình mới đặt, hoặc nhờ tên bắt đầu bằng tên tệp gốc và nội dung gần như
//! giống hệt. Nếu đó là nhiệm vụ hay ghi chép khác thì đặt mã và tên riêng: `1.1-a` có tên riêng thì
//! dùng được.

use crate::content::files::FileKind;
use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::source::FileId;

pub(in crate::content) const RULE: Rule =
    Rule::error("copied-file", include_str!("copied_file.rs"));

/// How a copy was told.
#[derive(Clone, Copy)]
pub(in crate::content) enum How {
    /// By a name that only programs make.
    Name,
    /// By its name and its content.
    Content,
}

/// Returns the diagnostic for a copy.
pub(in crate::content) fn diagnostic(
    copy: FileId,
    name: &str,
    original: FileId,
    original_name: &str,
    kind: FileKind,
    how: How,
) -> Diagnostic {
    let last = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let kind = match kind {
        FileKind::Task => "task",
        FileKind::Note => "note",
        FileKind::Attachment => "attachment",
        _ => "list",
    };
    let how = match how {
        How::Name => "name",
        How::Content => "content",
    };
    Diagnostic::of(&RULE, Place::file(copy))
        .also(Place::file(original))
        .arg("copy", last(name))
        .arg("original", last(original_name))
        .arg("kind", kind)
        .arg("how", how)
}
