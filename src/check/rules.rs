//! The rules that look at linked records, one a file: what is odd, forgotten or contradictory.
//!
//! A fault that makes a name or a text unreadable is found while linking; a rule needs the model.
//! Its code is its file's name with hyphens, its sentences stand in `locales/*/rules.ftl`.

mod agency_not_valid;
mod as_of_ahead;
mod as_of_unknown;
mod attachment_content;
mod attachment_double_ending;
mod bare_address;
mod done_in_words;
mod done_on_ongoing;
mod doubled_title;
mod due_before_directive;
mod due_without_end;
mod entry_before_directive;
mod entry_says_nothing;
mod evidence_after_entry;
mod evidence_missing;
mod evidence_of_two_priorities;
mod extension_not_later;
mod fact_after_as_of;
mod heading_order;
mod image_without_text;
mod ledger_order;
mod link_http;
mod newest_fact_alone;
mod note_newer_than_entry;
mod note_without_page;
mod percent_against_state;
mod percent_falls;
mod placeholder_text;
mod priority_without_tasks;
mod private_person;
mod shared_abbreviation;
mod state_goes_back;
mod summary_repeats_title;
mod superseded_by_itself;
mod superseded_loop;
mod title_long;
mod unused_agency;
mod unused_attachment;
mod unused_document;
mod unused_place;
mod windows_path;

use super::whole::Whole;
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
const RULES: &[&Rule] = &[
    &agency_not_valid::RULE,
    &as_of_ahead::RULE,
    &as_of_unknown::RULE,
    &attachment_content::RULE,
    &attachment_double_ending::RULE,
    &bare_address::RULE,
    &done_in_words::RULE,
    &doubled_title::RULE,
    &due_before_directive::RULE,
    &entry_says_nothing::RULE,
    &evidence_after_entry::RULE,
    &evidence_of_two_priorities::RULE,
    &fact_after_as_of::RULE,
    &heading_order::RULE,
    &image_without_text::RULE,
    &link_http::RULE,
    &note_without_page::RULE,
    &percent_against_state::RULE,
    &percent_falls::RULE,
    &placeholder_text::RULE,
    &private_person::RULE,
    &shared_abbreviation::RULE,
    &state_goes_back::RULE,
    &summary_repeats_title::RULE,
    &superseded_loop::RULE,
    &title_long::RULE,
    &unused_agency::RULE,
    &unused_attachment::RULE,
    &unused_document::RULE,
    &unused_place::RULE,
    &windows_path::RULE,
];

/// How a rule looks at the linked whole.
pub(super) type Look = fn(&Model, &Sources, &mut Diagnostics);

/// The rules that look at the linked whole; the order does not matter, since complaints are sorted
/// by place.
pub(super) const LOOKS: &[Look] = &[
    attachment_double_ending::check,
    done_in_words::check,
    done_on_ongoing::check,
    doubled_title::check,
    due_without_end::check,
    entry_says_nothing::check,
    evidence_missing::check,
    extension_not_later::check,
    ledger_order::check,
    note_newer_than_entry::check,
    note_without_page::check,
    percent_against_state::check,
    percent_falls::check,
    priority_without_tasks::check,
    state_goes_back::check,
    superseded_by_itself::check,
    superseded_loop::check,
    windows_path::check,
];

/// The rules that compare with the directive's date, for when that could be read.
pub(super) const DATED: &[Look] =
    &[agency_not_valid::check, entry_before_directive::check, newest_fact_alone::check];

/// How a rule looks at more than the model: lists, texts of notes, files.
pub(super) type WideLook = fn(&Whole<'_>, &mut Diagnostics);

/// The rules that do so, on any content.
pub(super) const WIDE: &[WideLook] = &[
    attachment_content::check,
    bare_address::check,
    evidence_after_entry::check,
    evidence_of_two_priorities::check,
    heading_order::check,
    image_without_text::check,
    link_http::check,
    placeholder_text::check,
    private_person::check,
    shared_abbreviation::check,
    summary_repeats_title::check,
    title_long::check,
    unused_agency::check,
    unused_attachment::check,
    unused_document::check,
    unused_place::check,
];

/// Those that need the directive's date.
pub(super) const WIDE_DATED: &[WideLook] = &[
    as_of_ahead::check,
    as_of_unknown::check,
    due_before_directive::check,
    fact_after_as_of::check,
];
