//! The rules that look at linked records, one a file: what is odd, forgotten or contradictory.
//!
//! A fault that makes a name or a text unreadable is found while linking; a rule needs the model.
//! Its code is its file's name with hyphens, its sentences stand in `locales/*/rules.ftl`.

mod agency_not_valid;
mod done_on_ongoing;
mod due_without_end;
mod entry_before_directive;
mod evidence_missing;
mod extension_not_later;
pub(crate) mod figure_differs;
mod ledger_order;
mod newest_fact_alone;
mod note_newer_than_entry;
mod priority_without_tasks;
mod superseded_by_itself;
pub(super) mod unknown_quantity;

use crate::content;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Model;
use crate::source::Sources;

/// Every rule there is, those of reading and those of linking, by code.
pub fn all() -> Vec<&'static Rule> {
    let mut rules = [content::rules::RULES, RULES].concat();
    rules.sort_unstable_by_key(|rule| rule.code);
    rules
}

/// The rules of this room, one a file.
const RULES: &[&Rule] = &[&agency_not_valid::RULE, &figure_differs::RULE, &unknown_quantity::RULE];

/// How a rule looks at the linked whole.
pub(super) type Look = fn(&Model, &Sources, &mut Diagnostics);

/// The rules that look at the linked whole; the order does not matter, since complaints are sorted
/// by place.
pub(super) const LOOKS: &[Look] = &[
    done_on_ongoing::check,
    due_without_end::check,
    evidence_missing::check,
    extension_not_later::check,
    ledger_order::check,
    note_newer_than_entry::check,
    priority_without_tasks::check,
    superseded_by_itself::check,
];

/// The rules that compare with the directive's date, for when that could be read.
pub(super) const DATED: &[Look] =
    &[agency_not_valid::check, entry_before_directive::check, newest_fact_alone::check];
