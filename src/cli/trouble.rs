//! What the system says when it refuses, in the user's language.

use std::io::{Error, ErrorKind};

use crate::locale::Locale;
use crate::output::Step;

/// Why the system refused; its own words where there are none of ours.
pub(super) fn reason(error: &Error, locale: &Locale) -> String {
    let key = match error.kind() {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-no-permission",
        ErrorKind::AlreadyExists => "system-is-there",
        ErrorKind::NotADirectory => "system-no-folder",
        ErrorKind::IsADirectory => "system-is-folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "system-disk-full",
        ErrorKind::FileTooLarge => "system-too-large",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        _ => return error.to_string(),
    };
    locale.text(key)
}

/// What was being done to the disk.
pub(super) fn step(step: Step, locale: &Locale) -> String {
    locale.text(match step {
        Step::Resolve => "step-resolve",
        Step::CreateFolder => "step-create-folder",
        Step::Lock => "step-lock",
        Step::Inspect => "step-inspect",
        Step::CleanUp => "step-clean-up",
        Step::PutBack => "step-put-back",
        Step::Write => "step-write",
        Step::Flush => "step-flush",
        Step::Move => "step-move",
    })
}
