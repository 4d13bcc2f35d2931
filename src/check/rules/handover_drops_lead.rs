//! A handover names only some of several agencies in charge.
//!
//! `lead` of a handover lists all agencies in charge from that day on. An agency that is not listed
//! no longer leads.
//!
//! Wrong:
//!
//! ```yaml
//! lead: [so-a, so-b]
//! handovers:
//!   - {date: 2024-05-01, lead: so-a}
//! ```
//!
//! Right:
//!
//! ```yaml
//! lead: [so-a, so-b]
//! handovers:
//!   - {date: 2024-05-01, lead: [so-a, so-c]}
//! ```
//!
//! If the others go on leading, list them too.
//!
//! # Tiếng Việt
//!
//! Bàn giao chỉ nêu một số trong các đơn vị cùng chủ trì.
//!
//! `lead` của lần bàn giao liệt kê mọi đơn vị chủ trì từ ngày đó. Đơn vị không có trong danh sách
//! thì không chủ trì nữa.
//!
//! Sai:
//!
//! ```yaml
//! lead: [so-a, so-b]
//! handovers:
//!   - {date: 2024-05-01, lead: so-a}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! lead: [so-a, so-b]
//! handovers:
//!   - {date: 2024-05-01, lead: [so-a, so-c]}
//! ```
//!
//! Nếu các đơn vị khác vẫn chủ trì thì ghi cả các đơn vị đó.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::Model;
use crate::source::Sources;

pub(in crate::check) const RULE: Rule =
    Rule::hint("handover-drops-lead", include_str!("handover_drops_lead.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for (_, task) in model.tasks() {
        let mut before = &task.leads;
        for handover in &task.handovers {
            let stays = before.iter().filter(|agency| handover.leads.contains(agency)).count();
            let dropped = before.iter().find(|agency| !handover.leads.contains(agency));
            let only_drops = handover.leads.iter().all(|agency| before.contains(agency));
            if let Some(dropped) = dropped.filter(|_| stays > 0 && only_drops) {
                let place = Place::value(task.file, format!("handovers[{}].lead", handover.place));
                let name = &model[*dropped].name;
                diagnostics.push(Diagnostic::of(&RULE, place).arg("name", name));
            }
            before = &handover.leads;
        }
    }
}
