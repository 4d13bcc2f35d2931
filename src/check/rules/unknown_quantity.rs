//! A note asks for a computed figure that does not exist.
//!
//! `{{name}}` in the body of a note is replaced by a figure that the program computes for the as-of
//! date. Names of figures with a total, such as 12/35: `hoan-thanh`, `dung-han`, `co-bao-cao`.
//! Names of plain counts: `qua-han`, `chua-co-tin`, `da-dung`, `co-san-pham`, `thuong-xuyen`,
//! `tong-so`. After the name you may write `muc:ID` (of a priority) or `co-quan:ID` (led by an
//! agency), and `= 12/35`, a figure that you typed yourself. In code, and as `\{{`, braces stay
//! braces.
//!
//! Wrong:
//!
//! ```markdown
//! Đến nay {{hoan-thnah}} nhiệm vụ đã xong, {{qua-han phan:1}} quá hạn.
//! ```
//!
//! Right:
//!
//! ```markdown
//! Đến nay {{hoan-thanh}} nhiệm vụ đã xong, {{qua-han muc:1}} quá hạn.
//! ```
//!
//! # Tiếng Việt
//!
//! Ghi chép gọi một con số mà chương trình không tính được.
//!
//! `{{tên}}` trong lời văn của ghi chép được thay bằng con số chương trình tính vào ngày chốt số
//! liệu. Các tên: `hoan-thanh`, `dung-han`, `co-bao-cao` (bao nhiêu trên bao nhiêu), `qua-han`,
//! `chua-co-tin`, `da-dung`, `co-san-pham`, `thuong-xuyen`, `tong-so` (bao nhiêu). Sau tên có thể
//! ghi `muc:MÃ` (của một mục) hoặc `co-quan:MÃ` (do cơ quan chủ trì), và `= 12/35` là số do mình tự
//! ghi. Trong đoạn mã, và khi viết `\{{`, dấu ngoặc chỉ là dấu ngoặc.
//!
//! Sai:
//!
//! ```markdown
//! Đến nay {{hoan-thnah}} nhiệm vụ đã xong, {{qua-han phan:1}} quá hạn.
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! Đến nay {{hoan-thanh}} nhiệm vụ đã xong, {{qua-han muc:1}} quá hạn.
//! ```

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, nearest};
use crate::markdown;
use crate::model::quantity::{AGENCY, Measure, PRIORITY, Quantity, Unknown};
use crate::model::{Id, Model};
use crate::source::FileId;

pub(super) const RULE: Rule = Rule::error("unknown-quantity", include_str!("unknown_quantity.rs"));

/// Checks the body of a note, which begins at byte `from` of its file.
pub(in crate::check) fn look(
    body: &str,
    file: FileId,
    from: usize,
    model: &Model,
    diagnostics: &mut Diagnostics,
) {
    for placeholder in markdown::placeholders(body) {
        let range = placeholder.range.start + from..placeholder.range.end + from;
        let diagnostic = Diagnostic::of(&RULE, Place::bytes(file, range));
        let Some(inside) = placeholder.inside else {
            diagnostics.push(diagnostic.arg("part", "open").arg("read", "{{"));
            continue;
        };
        if let Err(unknown) = Quantity::read(&inside, model) {
            let (part, read) = match &unknown {
                Unknown::Measure(read) => ("measure", read),
                Unknown::Scope(read) => ("scope", read),
                Unknown::Priority(read) => ("priority", read),
                Unknown::Agency(read) => ("agency", read),
                Unknown::Figure(read) => ("figure", read),
            };
            let suggestion = known_near(&unknown, model);
            diagnostics.push(diagnostic.arg("part", part).arg("read", read).suggest(suggestion));
        }
    }
}

/// Returns the known name that was most likely meant.
fn known_near<'m>(unknown: &Unknown, model: &'m Model) -> Option<&'m str> {
    match unknown {
        Unknown::Measure(read) => nearest(read, Measure::ALL.iter().map(|(name, _)| *name)),
        Unknown::Scope(read) => nearest(read, [PRIORITY, AGENCY]),
        Unknown::Priority(read) => nearest(read, model.priorities.iter().map(|p| id(&p.id))),
        Unknown::Agency(read) => nearest(read, model.agencies.iter().map(|a| id(&a.id))),
        Unknown::Figure(_) => None,
    }
}

fn id(id: &Id) -> &str {
    id.as_str()
}
