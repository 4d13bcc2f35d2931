//! Writes a file for the user, without ever overwriting another unless asked to.

use std::path::Path;

use super::Outcome;
use super::report::Report;
use super::trouble::{not_read, not_written};
use crate::output::replace::{ReplaceError, create, replace};

/// Writes a file; replaces an existing one if `replaces` is set. Prints why if it cannot.
pub(super) fn deliver(
    to: &Path,
    bytes: &[u8],
    replaces: bool,
    report: &Report,
) -> Result<(), Outcome> {
    let shown = to.display().to_string();
    let written = match std::fs::read(to) {
        Ok(old) if replaces => replace(to, &old, bytes),
        Ok(_) => Err(ReplaceError::Exists { path: to.to_path_buf() }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => create(to, bytes),
        Err(error) => return Err(not_read(&shown, &error, report)),
    };
    written.map_err(|error| {
        if let ReplaceError::Exists { .. } = error {
            let args = [("file", (&shown).into())];
            report.failure(&report.locale().format("export-exists", &args));
            return Outcome::WrongUse;
        }
        not_written(&error, report)
    })
}

/// Fails if the name of a file does not end as its kind of file does; prints the message with this
/// key.
pub(super) fn expect_ending(
    to: &Path,
    ending: &str,
    key: &str,
    report: &Report,
) -> Result<(), Outcome> {
    if to.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending)) {
        return Ok(());
    }
    let args = [("file", to.display().to_string().into())];
    report.failure(&report.locale().format(key, &args));
    Err(Outcome::WrongUse)
}
