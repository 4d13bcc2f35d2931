//! `tiendo verify --key`: checks the signature of a site's manifest.

use std::path::Path;

use super::chain::fetch;
use crate::cli::Outcome;
use crate::cli::report::Report;
use crate::cli::trouble::not_read;
use crate::output::manifest;
use crate::publish::signature::{self, BadSignature};

/// The signed comment, or what is wrong with the signature.
pub(super) type Signed = Result<String, BadSignature>;

/// Checks the signature beside the manifest with a public key: a file, or the key itself.
pub(super) fn check(key: &str, site: &Path, report: &Report) -> Result<Signed, Outcome> {
    let key = match Path::new(key).is_file() {
        true => std::fs::read_to_string(key).map_err(|error| not_read(key, &error, report))?,
        false => key.to_owned(),
    };
    let (manifest, signed) =
        fetch(site, report, |file| Ok((file(manifest::NAME)?, file(signature::NAME)?)))?;
    let verdict = signature::verify(&key, &manifest.unwrap_or_default(), signed.as_deref());
    if verdict == Err(BadSignature::NotAKey) {
        report.failure(&report.locale().text("verify-not-a-key"));
        return Err(Outcome::WrongUse);
    }
    Ok(verdict)
}

/// Prints what the signature proves.
pub(super) fn print(signed: &Signed, report: &Report) {
    let locale = report.locale();
    let key = match signed {
        Ok(comment) => {
            let args = [("comment", comment.into())];
            report.text(&locale.format("verify-signed", &args));
            return;
        }
        Err(BadSignature::NoSignature) => "verify-no-signature",
        Err(BadSignature::OtherKey) => "verify-other-key",
        Err(BadSignature::Wrong | BadSignature::NotAKey) => "verify-wrong-signature",
    };
    report.text(&locale.text(key));
}
