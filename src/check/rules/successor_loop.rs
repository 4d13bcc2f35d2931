//! Agencies succeed one another in a circle.
//!
//! Work that an agency has not finished on its last day counts under its successor. In a circle it
//! is passed on for ever, and no agency is responsible in the end.
//!
//! Wrong:
//!
//! ```yaml
//! - {id: so-cu, name: Sở Cũ, valid_until: 2025-02-28, successor: so-moi}
//! - {id: so-moi, name: Sở Mới, valid_until: 2025-02-28, successor: so-cu}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: so-cu, name: Sở Cũ, valid_until: 2025-02-28, successor: so-moi}
//! - {id: so-moi, name: Sở Mới, valid_from: 2025-03-01}
//! ```
//!
//! The message shows the whole circle. Only an agency that has ended names a successor: delete
//! `successor` from the one that exists today.
//!
//! # Tiếng Việt
//!
//! Các cơ quan kế thừa nhau thành một vòng.
//!
//! Việc chưa xong vào ngày cuối của một cơ quan được tính cho cơ quan kế thừa. Nếu thành vòng thì
//! việc cứ chuyển mãi, cuối cùng không cơ quan nào chịu trách nhiệm.
//!
//! Sai:
//!
//! ```yaml
//! - {id: so-cu, name: Sở Cũ, valid_until: 2025-02-28, successor: so-moi}
//! - {id: so-moi, name: Sở Mới, valid_until: 2025-02-28, successor: so-cu}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: so-cu, name: Sở Cũ, valid_until: 2025-02-28, successor: so-moi}
//! - {id: so-moi, name: Sở Mới, valid_from: 2025-03-01}
//! ```
//!
//! Thông báo nêu cả vòng. Chỉ cơ quan đã kết thúc hoạt động mới ghi cơ quan kế thừa: xóa
//! `successor` ở cơ quan hiện đang hoạt động.

use std::collections::BTreeMap;

use crate::check::circles;
use crate::content::Loaded;
use crate::content::records::AgencyRecord;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Agency;

pub(in crate::check) const RULE: Rule =
    Rule::error("successor-loop", include_str!("successor_loop.rs"));

/// Checks the linked agencies of the list.
pub(in crate::check) fn check(
    agencies: &[Agency],
    list: &Loaded<Vec<AgencyRecord>>,
    diagnostics: &mut Diagnostics,
) {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (n, record) in list.record.iter().enumerate() {
        places.entry(record.id.as_deref().unwrap_or_default().trim()).or_insert(n);
    }
    let place = |agency: &Agency| {
        let n = places.get(agency.id.as_str())?;
        Some(Place::value(list.file, format!("[{n}].successor")))
    };
    let next: Vec<Option<usize>> =
        agencies.iter().map(|agency| agency.successor.map(|successor| successor.0)).collect();
    for circle in circles::of(&next) {
        let ids: Vec<&str> = circle.iter().map(|n| agencies[*n].id.as_str()).collect();
        for (n, agency) in circle.iter().enumerate() {
            let following = circle[(n + 1) % circle.len()];
            let Some(first) = place(&agencies[*agency]) else { continue };
            let mut diagnostic = Diagnostic::of(&RULE, first).arg("id", ids[n]);
            if let Some(second) = place(&agencies[following]).filter(|_| circle.len() > 1) {
                diagnostic = diagnostic.also(second);
            }
            diagnostics.push(diagnostic.arg("chain", circles::written(&ids, n)));
        }
    }
}
