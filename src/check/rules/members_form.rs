//! The members of a group cannot be understood.
//!
//! A group stands for its members. It needs at least one, does not contain itself, and contains no
//! other group.
//!
//! Wrong:
//!
//! ```yaml
//! - {id: cac-xa, name: UBND các xã, members: []}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: cac-xa, name: UBND các xã, members: [xa-a, xa-b]}
//! ```
//!
//! List the members, each by its id; name the members of an inner group one by one.
//!
//! # Tiếng Việt
//!
//! Danh sách thành viên của nhóm chưa đúng.
//!
//! Nhóm đại diện cho các thành viên: phải có ít nhất một, không chứa chính nó và không chứa nhóm
//! khác.
//!
//! Sai:
//!
//! ```yaml
//! - {id: cac-xa, name: UBND các xã, members: []}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: cac-xa, name: UBND các xã, members: [xa-a, xa-b]}
//! ```
//!
//! Liệt kê mã từng thành viên; thay nhóm con bằng các thành viên của nó.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::FileId;

pub(in crate::check) const RULE: Rule =
    Rule::error("members-form", include_str!("members_form.rs"));

/// Reports groups of a list that are empty or contain themselves or another group.
pub(in crate::check) fn check<'r>(
    records: impl Iterator<Item = (Option<&'r str>, Option<&'r [String]>)>,
    file: FileId,
    diagnostics: &mut Diagnostics,
) {
    let records: Vec<_> = records.map(|(id, members)| (id.map(str::trim), members)).collect();
    let is_group =
        |id: &str| records.iter().any(|(known, members)| *known == Some(id) && members.is_some());
    for (n, (own, members)) in records.iter().enumerate() {
        let Some(members) = members else { continue };
        if members.is_empty() {
            let place = Place::key(file, format!("[{n}].members"));
            diagnostics.push(Diagnostic::of(&RULE, place).arg("how", "empty").arg("id", ""));
        }
        for (m, id) in members.iter().enumerate().map(|(m, id)| (m, id.trim())) {
            let how = match (*own == Some(id), is_group(id)) {
                (true, _) => "itself",
                (false, true) => "group",
                (false, false) => continue,
            };
            let place = Place::value(file, format!("[{n}].members[{m}]"));
            diagnostics.push(Diagnostic::of(&RULE, place).arg("how", how).arg("id", id));
        }
    }
}
