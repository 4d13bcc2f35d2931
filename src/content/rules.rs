//! The rules about the form of files and records, one a file: what keeps a text from being read.
//!
//! A rule's code is its file's name with hyphens, its doc comment explains it, its sentences stand
//! in `locales/*/rules.ftl`.

pub(super) mod wrong_capitals;
pub(super) mod yaml_alias;

use crate::diagnostic::Rule;

/// The rules of this room, by code.
pub const RULES: &[&Rule] = &[&wrong_capitals::RULE, &yaml_alias::RULE];
