//! The rules about the form of files and records, one a file: what keeps a text from being read.
//!
//! A rule's code is its file's name with hyphens, its doc comment explains it, its sentences stand
//! in `locales/*/rules.ftl`. Where a rule's detection can be told apart from reading, it stands in
//! the rule's file too.

pub(super) mod doubled_key;
pub(super) mod empty_file;
pub(super) mod empty_item;
pub(super) mod file_name_not_utf8;
pub(super) mod file_too_large;
pub(super) mod front_matter_missing;
pub(super) mod front_matter_unclosed;
pub(super) mod ignored_file;
pub(super) mod invisible_character;
pub(super) mod legacy_encoding;
pub(super) mod link_outside;
pub(super) mod missing_file;
pub(super) mod no_regular_file;
pub(super) mod not_nfc;
pub(super) mod not_utf8;
pub(super) mod old_line_ends;
pub(super) mod too_many_records;
pub(super) mod unknown_key;
pub(super) mod unreadable_file;
pub(super) mod wrong_capitals;
pub(super) mod wrong_ending;
pub(super) mod wrong_shape;
pub(super) mod yaml_alias;
pub(super) mod yaml_anchor;
pub(super) mod yaml_bracket;
pub(super) mod yaml_colon;
pub(super) mod yaml_colon_in_text;
pub(super) mod yaml_complex_key;
pub(super) mod yaml_dash;
pub(super) mod yaml_escape;
pub(super) mod yaml_indent;
pub(super) mod yaml_lookalike;
pub(super) mod yaml_merge_key;
pub(super) mod yaml_nbsp;
pub(super) mod yaml_needs_quotes;
pub(super) mod yaml_nul;
pub(super) mod yaml_quote;
pub(super) mod yaml_second_document;
pub(super) mod yaml_smart_quote;
pub(super) mod yaml_space;
pub(super) mod yaml_tab;
pub(super) mod yaml_tag;
pub(super) mod yaml_too_deep;
pub(super) mod yaml_too_many;

use crate::diagnostic::Rule;

/// The rules of this room, by code.
pub const RULES: &[&Rule] = &[
    &doubled_key::RULE,
    &empty_file::RULE,
    &empty_item::RULE,
    &file_name_not_utf8::RULE,
    &file_too_large::RULE,
    &front_matter_missing::RULE,
    &front_matter_unclosed::RULE,
    &ignored_file::RULE,
    &invisible_character::RULE,
    &legacy_encoding::RULE,
    &link_outside::RULE,
    &missing_file::RULE,
    &no_regular_file::RULE,
    &not_nfc::RULE,
    &not_utf8::RULE,
    &old_line_ends::RULE,
    &too_many_records::RULE,
    &unknown_key::RULE,
    &unreadable_file::RULE,
    &wrong_capitals::RULE,
    &wrong_ending::RULE,
    &wrong_shape::RULE,
    &yaml_alias::RULE,
    &yaml_anchor::RULE,
    &yaml_bracket::RULE,
    &yaml_colon::RULE,
    &yaml_colon_in_text::RULE,
    &yaml_complex_key::RULE,
    &yaml_dash::RULE,
    &yaml_escape::RULE,
    &yaml_indent::RULE,
    &yaml_lookalike::RULE,
    &yaml_merge_key::RULE,
    &yaml_nbsp::RULE,
    &yaml_needs_quotes::RULE,
    &yaml_nul::RULE,
    &yaml_quote::RULE,
    &yaml_second_document::RULE,
    &yaml_smart_quote::RULE,
    &yaml_space::RULE,
    &yaml_tab::RULE,
    &yaml_tag::RULE,
    &yaml_too_deep::RULE,
    &yaml_too_many::RULE,
];
