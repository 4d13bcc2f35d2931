//! Opens a published site or a package, and reports why that failed.

use std::path::Path;

use super::Outcome;
use super::report::Report;
use super::trouble::reason;
use crate::publish::published::{Error, Listed, Published};

/// Opens a published site and reads its manifest.
pub(super) fn open(path: &Path, report: &Report) -> Result<(Published, Listed), Outcome> {
    let site = Published::open(path).map_err(|error| failure(&error, report))?;
    let listed = site.manifest().map_err(|error| failure(&error, report))?;
    Ok((site, listed))
}

/// Prints why a published site cannot be read.
pub(super) fn failure(error: &Error, report: &Report) -> Outcome {
    let locale = report.locale();
    let shown = |path: &Path| path.display().to_string();
    let (text, outcome) = match error {
        Error::Disk { path, source } => {
            let args = [("path", shown(path).into()), ("reason", reason(source, locale).into())];
            (locale.format("trouble-read", &args), Outcome::Trouble)
        }
        Error::Zip { path } => {
            (locale.format("verify-no-zip", &[("path", shown(path).into())]), Outcome::Trouble)
        }
        Error::OtherZip { path } => {
            (locale.format("verify-other-zip", &[("path", shown(path).into())]), Outcome::Trouble)
        }
        Error::NoManifest { path } => (
            locale.format("verify-no-manifest", &[("path", shown(path).into())]),
            Outcome::ContentErrors,
        ),
        Error::DamagedManifest { path, line } => {
            let args = [("path", shown(path).into()), ("line", (*line).into())];
            (locale.format("verify-damaged-manifest", &args), Outcome::ContentErrors)
        }
    };
    report.failure(&text);
    outcome
}
