//! The rules about linked records, one a file: what leads nowhere, is odd, forgotten or
//! contradictory.
//!
//! A fault that makes a name or a text unreadable is found while linking, and its rule's file makes
//! the complaint; the others look at the model. A rule's code is its file's name with hyphens, its
//! doc comment explains it, its sentences stand in `locales/*/rules.ftl`.

pub(super) mod agency_not_valid;
pub(super) mod as_of_ahead;
pub(super) mod as_of_before_directive;
pub(super) mod as_of_unknown;
pub(super) mod attachment_collision;
pub(super) mod attachment_content;
pub(super) mod attachment_double_ending;
pub(super) mod attachment_too_large;
pub(super) mod attachment_type;
pub(super) mod bad_id;
pub(super) mod bad_month;
pub(super) mod bad_number;
pub(super) mod bad_quarter;
pub(super) mod bad_url;
pub(super) mod bad_year;
pub(super) mod bare_address;
pub(super) mod base_url;
pub(super) mod broken_link;
pub(super) mod colliding_id;
pub(super) mod date_form;
pub(super) mod date_month_first;
pub(super) mod date_no_such_day;
pub(super) mod date_no_such_month;
pub(super) mod date_short_year;
pub(super) mod date_year;
pub(super) mod dates_reversed;
pub(super) mod deadline_form;
pub(super) mod document_without_stop;
pub(super) mod done_in_words;
pub(super) mod done_on_duty;
pub(super) mod done_on_ongoing;
pub(super) mod doubled_id;
pub(super) mod doubled_reference;
pub(super) mod doubled_title;
pub(super) mod due_before_directive;
pub(super) mod due_without_end;
pub(super) mod entry_before_directive;
pub(super) mod entry_says_nothing;
pub(super) mod evidence_after_entry;
pub(super) mod evidence_missing;
pub(super) mod evidence_of_two_priorities;
pub(super) mod extension_not_later;
pub(super) mod fact_after_as_of;
pub(crate) mod figure_differs;
pub(super) mod heading_order;
pub(super) mod id_is_device;
pub(super) mod id_too_long;
pub(super) mod image_without_text;
pub(super) mod ledger_order;
pub(super) mod link_http;
pub(super) mod link_to_draft;
pub(super) mod link_to_hidden_note;
pub(super) mod look_alike_letter;
pub(super) mod missing_field;
pub(super) mod missing_heading;
pub(super) mod moved_still_there;
pub(super) mod moved_twice;
pub(super) mod moved_unclear;
pub(super) mod newest_fact_alone;
pub(super) mod no_tasks_but_tasks;
pub(super) mod note_names_nothing;
pub(super) mod note_newer_than_entry;
pub(super) mod note_too_deep;
pub(super) mod note_without_page;
pub(super) mod number_as_id;
pub(super) mod percent_against_state;
pub(super) mod percent_falls;
pub(super) mod placeholder_text;
pub(super) mod priority_without_tasks;
pub(super) mod private_person;
pub(super) mod public_in_restricted;
pub(super) mod related_to_itself;
pub(super) mod replacement_without_state;
pub(super) mod secret_in_target;
pub(super) mod shared_abbreviation;
pub(super) mod signer_without_name;
pub(super) mod state_goes_back;
pub(super) mod stop_without_document;
pub(super) mod successor_loop;
pub(super) mod successor_without_end;
pub(super) mod summary_repeats_title;
pub(super) mod superseded_by_itself;
pub(super) mod superseded_by_nothing;
pub(super) mod superseded_loop;
pub(super) mod target_field;
pub(super) mod target_form;
pub(super) mod title_long;
pub(super) mod unknown_agency;
pub(super) mod unknown_attachment;
pub(super) mod unknown_document;
pub(super) mod unknown_note;
pub(super) mod unknown_place;
pub(super) mod unknown_priority;
pub(super) mod unknown_quantity;
pub(super) mod unknown_task;
pub(super) mod unknown_word;
pub(super) mod unquoted_id;
pub(super) mod unused_agency;
pub(super) mod unused_attachment;
pub(super) mod unused_document;
pub(super) mod unused_place;
pub(super) mod windows_path;

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

/// The rules of this room, by code: one a file and one a line.
const RULES: &[&Rule] = &[
    &agency_not_valid::RULE,
    &as_of_ahead::RULE,
    &as_of_before_directive::RULE,
    &as_of_unknown::RULE,
    &attachment_collision::RULE,
    &attachment_content::RULE,
    &attachment_double_ending::RULE,
    &attachment_too_large::RULE,
    &attachment_type::RULE,
    &bad_id::RULE,
    &bad_month::RULE,
    &bad_number::RULE,
    &bad_quarter::RULE,
    &bad_url::RULE,
    &bad_year::RULE,
    &bare_address::RULE,
    &base_url::RULE,
    &broken_link::RULE,
    &colliding_id::RULE,
    &date_form::RULE,
    &date_month_first::RULE,
    &date_no_such_day::RULE,
    &date_no_such_month::RULE,
    &date_short_year::RULE,
    &date_year::RULE,
    &dates_reversed::RULE,
    &deadline_form::RULE,
    &document_without_stop::RULE,
    &done_in_words::RULE,
    &done_on_duty::RULE,
    &done_on_ongoing::RULE,
    &doubled_id::RULE,
    &doubled_reference::RULE,
    &doubled_title::RULE,
    &due_before_directive::RULE,
    &due_without_end::RULE,
    &entry_before_directive::RULE,
    &entry_says_nothing::RULE,
    &evidence_after_entry::RULE,
    &evidence_missing::RULE,
    &evidence_of_two_priorities::RULE,
    &extension_not_later::RULE,
    &fact_after_as_of::RULE,
    &figure_differs::RULE,
    &heading_order::RULE,
    &id_is_device::RULE,
    &id_too_long::RULE,
    &image_without_text::RULE,
    &ledger_order::RULE,
    &link_http::RULE,
    &link_to_draft::RULE,
    &link_to_hidden_note::RULE,
    &look_alike_letter::RULE,
    &missing_field::RULE,
    &missing_heading::RULE,
    &moved_still_there::RULE,
    &moved_twice::RULE,
    &moved_unclear::RULE,
    &newest_fact_alone::RULE,
    &no_tasks_but_tasks::RULE,
    &note_names_nothing::RULE,
    &note_newer_than_entry::RULE,
    &note_too_deep::RULE,
    &note_without_page::RULE,
    &number_as_id::RULE,
    &percent_against_state::RULE,
    &percent_falls::RULE,
    &placeholder_text::RULE,
    &priority_without_tasks::RULE,
    &private_person::RULE,
    &public_in_restricted::RULE,
    &related_to_itself::RULE,
    &replacement_without_state::RULE,
    &secret_in_target::RULE,
    &shared_abbreviation::RULE,
    &signer_without_name::RULE,
    &state_goes_back::RULE,
    &stop_without_document::RULE,
    &successor_loop::RULE,
    &successor_without_end::RULE,
    &summary_repeats_title::RULE,
    &superseded_by_itself::RULE,
    &superseded_by_nothing::RULE,
    &superseded_loop::RULE,
    &target_field::RULE,
    &target_form::RULE,
    &title_long::RULE,
    &unknown_agency::RULE,
    &unknown_attachment::RULE,
    &unknown_document::RULE,
    &unknown_note::RULE,
    &unknown_place::RULE,
    &unknown_priority::RULE,
    &unknown_quantity::RULE,
    &unknown_task::RULE,
    &unknown_word::RULE,
    &unquoted_id::RULE,
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
    done_in_words::check,
    done_on_duty::check,
    done_on_ongoing::check,
    doubled_title::check,
    due_without_end::check,
    entry_says_nothing::check,
    evidence_missing::check,
    extension_not_later::check,
    ledger_order::check,
    no_tasks_but_tasks::check,
    note_newer_than_entry::check,
    note_without_page::check,
    percent_against_state::check,
    percent_falls::check,
    priority_without_tasks::check,
    state_goes_back::check,
    superseded_by_itself::check,
    superseded_loop::check,
];

/// The rules that compare with the directive's date, for when that could be read.
pub(super) const DATED: &[Look] =
    &[agency_not_valid::check, entry_before_directive::check, newest_fact_alone::check];

/// How a rule looks at more than the model: lists, texts of notes, files.
pub(super) type WideLook = fn(&Whole<'_>, &mut Diagnostics);

/// The rules that do so, on any content.
pub(super) const WIDE: &[WideLook] = &[
    attachment_content::check,
    attachment_double_ending::check,
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
    windows_path::check,
];

/// Those that need the directive's date.
pub(super) const WIDE_DATED: &[WideLook] = &[
    as_of_ahead::check,
    as_of_unknown::check,
    due_before_directive::check,
    fact_after_as_of::check,
];
