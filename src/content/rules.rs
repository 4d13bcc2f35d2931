//! The rules about the form of files and records, one per file: what keeps a text from being read.
//!
//! The code of a rule is its file's name with hyphens. Its doc comment is the explanation that
//! users read, its messages are in `locales/*/rules.ftl`, and `tests/rules/CODE/` shows it at work.
//! These mistakes are found while reading: in files by `content/files/`, in YAML by
//! `content/yaml/`.

use crate::diagnostic::rules;

rules! {
    copied_file,
    doubled_key,
    empty_file,
    empty_item,
    file_name_not_utf8,
    file_too_large,
    front_matter_missing,
    front_matter_unclosed,
    ignored_file,
    invisible_character,
    legacy_encoding,
    link_outside,
    merge_conflict,
    missing_file,
    no_regular_file,
    not_nfc,
    not_utf8,
    old_line_ends,
    too_many_records,
    unknown_key,
    unreadable_file,
    wrong_capitals,
    wrong_ending,
    wrong_shape,
    yaml_alias,
    yaml_anchor,
    yaml_bracket,
    yaml_colon,
    yaml_colon_in_text,
    yaml_complex_key,
    yaml_dash,
    yaml_escape,
    yaml_hash,
    yaml_hash_in_text,
    yaml_indent,
    yaml_lookalike,
    yaml_merge_key,
    yaml_nbsp,
    yaml_needs_quotes,
    yaml_nul,
    yaml_quote,
    yaml_second_document,
    yaml_smart_quote,
    yaml_space,
    yaml_tab,
    yaml_tag,
    yaml_too_deep,
    yaml_too_many,
}
