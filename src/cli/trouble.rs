//! Errors of the disk and the system, in the user's language.

use std::io::{Error, ErrorKind};
use std::path::Path;

use super::Outcome;
use super::report::Report;
use crate::locale::Locale;
use crate::output::Step;
use crate::output::replace::ReplaceError;

/// Returns the reason of an error in the user's language, or the system's number for it.
pub(super) fn reason(error: &Error, locale: &Locale) -> String {
    // Windows: another program has the file open.
    let is_shared = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    let key = match error.kind() {
        _ if is_shared => "system-busy",
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-no-permission",
        ErrorKind::AlreadyExists => "system-is-there",
        ErrorKind::NotADirectory => "system-no-folder",
        ErrorKind::IsADirectory => "system-is-folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "system-disk-full",
        ErrorKind::FileTooLarge => "system-too-large",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::DirectoryNotEmpty => "system-not-empty",
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => "system-bad-name",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::WouldBlock => {
            "system-busy"
        }
        ErrorKind::Unsupported => "system-unsupported",
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => "system-damaged",
        ErrorKind::TimedOut
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe => "system-network",
        _ => {
            let Some(code) = error.raw_os_error() else { return error.to_string() };
            return locale.format("system-code", &[("code", code.to_string().into())]);
        }
    };
    locale.text(key)
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
    let locale = report.locale();
    let (key, path, why) = match error {
        ReplaceError::Changed { path } => ("trouble-changed", path, String::new()),
        ReplaceError::Exists { path } => ("trouble-exists", path, String::new()),
        ReplaceError::Protected { path } => ("trouble-protected", path, String::new()),
        ReplaceError::Disk { path, error } => ("trouble-disk", path, reason(error, locale)),
    };
    let args = [("path", path.display().to_string().into()), ("reason", why.into())];
    report.failure(&locale.format(key, &args));
    Outcome::Trouble
}

fn print(key: &str, path: &str, error: &Error, report: &Report) -> Outcome {
    let locale = report.locale();
    let args = [("path", path.into()), ("reason", reason(error, locale).into())];
    report.failure(&locale.format(key, &args));
    Outcome::Trouble
}
