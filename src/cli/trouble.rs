//! Errors of the disk and the system, in the user's language.

use std::io::Error;
use std::path::{Path, PathBuf};

use super::Outcome;
use super::report::Report;
use crate::diagnostic::system_word;
use crate::locale::Locale;
use crate::output::Step;
use crate::output::replace::ReplaceError;

/// Returns the reason of an error in the user's language.
pub(super) fn reason(error: &Error, locale: &Locale) -> String {
    match (system_word(error), error.raw_os_error()) {
        // A number that every administrator can look up, whatever the system's own language.
        ("other", Some(code)) => locale.format("system-code", &[("code", code.to_string().into())]),
        ("other", None) => error.to_string(),
        (word, _) => locale.text(&format!("system-{word}")),
    }
}

/// Returns the name of the step that failed.
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

/// Prints that a file cannot be read.
pub(super) fn not_read(path: &str, error: &Error, report: &Report) -> Outcome {
    print("trouble-read", path, error, report)
}

/// Prints that a file or folder cannot be created.
pub(super) fn not_created(path: &Path, error: &Error, report: &Report) -> Outcome {
    print("trouble-create", &path.display().to_string(), error, report)
}

/// Prints why a record or workbook was not written.
pub(super) fn not_written(error: &ReplaceError, report: &Report) -> Outcome {
    report.failure(&not_written_text(error, report.locale()));
    Outcome::Trouble
}

/// Returns why a record or workbook was not written.
pub(super) fn not_written_text(error: &ReplaceError, locale: &Locale) -> String {
    let (key, path, why) = match error {
        ReplaceError::Changed { path } => ("trouble-changed", path, String::new()),
        ReplaceError::Exists { path } => ("trouble-exists", path, String::new()),
        ReplaceError::Busy { path } => ("trouble-busy", path, String::new()),
        ReplaceError::Held { path } => ("trouble-held", path, String::new()),
        ReplaceError::Protected { path } => ("trouble-protected", path, String::new()),
        ReplaceError::Disk { path, error } => ("trouble-disk", path, reason(error, locale)),
    };
    let args = [("path", shown(path).into()), ("reason", why.into())];
    locale.format(key, &args)
}

/// A path with the separators of the system, however its parts were joined.
fn shown(path: &Path) -> String {
    path.components().collect::<PathBuf>().display().to_string()
}

fn print(key: &str, path: &str, error: &Error, report: &Report) -> Outcome {
    let locale = report.locale();
    let args = [("path", path.into()), ("reason", reason(error, locale).into())];
    report.failure(&locale.format(key, &args));
    Outcome::Trouble
}
