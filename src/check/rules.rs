//! The rules about linked records, one per file: broken references, contradictions, and things that
//! were probably forgotten.
//!
//! The code of a rule is its file's name with hyphens. Its doc comment is the explanation that
//! users read, its messages are in `locales/*/rules.ftl`, and `tests/rules/CODE/` shows it at work.
//! A mistake that makes an id or a text unreadable is found while linking, and the rule's file
//! builds the diagnostic. The other rules have a function `check`, and the list below gives its
//! kind.

use super::whole::Whole;
use crate::content;
use crate::diagnostic::{Diagnostics, Rule, rules};
use crate::model::Model;
use crate::source::Sources;

/// The input of a rule's `check`.
pub(super) enum Check {
    /// The linked model.
    Model(fn(&Model, &Sources, &mut Diagnostics)),
    /// The linked model, if the directive's date could be read.
    Dated(fn(&Model, &Sources, &mut Diagnostics)),
    /// The model and the records it was linked from: lists, bodies of notes, files.
    Whole(fn(&Whole<'_>, &mut Diagnostics)),
    /// The model and its records, if the directive's date could be read.
    DatedWhole(fn(&Whole<'_>, &mut Diagnostics)),
}

/// Returns all rules, those of reading and those of linking, sorted by code.
pub fn all() -> Vec<&'static Rule> {
    let mut rules = [content::rules::RULES, RULES].concat();
    rules.sort_unstable_by_key(|rule| rule.code);
    rules
}

// The order does not matter: diagnostics are sorted by place.
rules! {
    added_before_directive: Check::Dated,
    agency_not_valid: Check::Dated,
    as_of_ahead: Check::DatedWhole,
    as_of_before_directive,
    as_of_unknown: Check::DatedWhole,
    attachment_collision,
    attachment_content: Check::Whole,
    attachment_double_ending: Check::Whole,
    attachment_too_large,
    attachment_type,
    bad_id,
    bad_month,
    bad_number,
    bad_quarter,
    bad_url,
    bad_year,
    bare_address: Check::Whole,
    base_url,
    broken_link,
    colliding_id,
    comment_shown: Check::Whole,
    correction_detail,
    correction_of_several,
    date_form,
    date_month_first,
    date_no_such_day,
    date_no_such_month,
    date_short_year,
    date_year,
    dates_reversed,
    deadline_form,
    document_without_added,
    document_without_stop,
    done_in_words: Check::Model,
    done_on_duty: Check::Model,
    done_on_ongoing: Check::Model,
    doubled_id,
    doubled_reference,
    doubled_title: Check::Model,
    due_before_directive: Check::DatedWhole,
    due_without_end: Check::Model,
    entry_before_directive: Check::Dated,
    entry_says_nothing: Check::Model,
    evidence_after_entry: Check::Whole,
    evidence_missing: Check::Model,
    evidence_of_two_priorities: Check::Whole,
    extension_not_later: Check::Model,
    fact_after_as_of: Check::DatedWhole,
    figure_differs,
    heading_order: Check::Whole,
    html_comment: Check::Whole,
    id_is_device,
    id_too_long,
    image_not_shown: Check::Whole,
    image_without_text: Check::Whole,
    ledger_order: Check::Model,
    link_http: Check::Whole,
    link_to_draft,
    link_to_hidden_note,
    look_alike_letter,
    malformed_link: Check::Whole,
    markup_as_text: Check::Whole,
    missing_field,
    missing_heading,
    moved_still_there,
    moved_twice,
    moved_unclear,
    name_not_listed: Check::Model,
    newest_fact_alone: Check::Dated,
    no_tasks_but_tasks: Check::Model,
    note_names_nothing,
    note_newer_than_entry: Check::Model,
    note_too_deep,
    note_without_page: Check::Model,
    number_as_id,
    percent_against_state: Check::Model,
    percent_falls: Check::Model,
    placeholder_text: Check::Whole,
    priority_without_tasks: Check::Model,
    private_person: Check::Whole,
    public_in_restricted,
    publication_chain,
    recorded_before_fact,
    related_to_itself,
    replacement_without_state,
    secret_in_target,
    shared_abbreviation: Check::Whole,
    signer_without_name,
    state_goes_back: Check::Model,
    stop_without_document,
    successor_loop,
    successor_without_end,
    summary_repeats_title: Check::Whole,
    superseded_by_itself: Check::Model,
    superseded_by_nothing,
    superseded_loop: Check::Model,
    table_too_wide,
    target_field,
    target_form,
    text_not_shown: Check::Whole,
    title_long: Check::Whole,
    underlined_heading: Check::Whole,
    unknown_agency,
    unknown_attachment,
    unknown_document,
    unknown_note,
    unknown_place,
    unknown_priority,
    unknown_quantity,
    unknown_task,
    unknown_word,
    unquoted_id,
    unused_agency: Check::Whole,
    unused_attachment: Check::Whole,
    unused_document: Check::Whole,
    unused_place: Check::Whole,
    windows_path: Check::Whole,
}
