//! `tiendo verify`: whether a published site is whole, and nothing was slipped in.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::report::Report;
use super::trouble::reason;
use super::{Format, Outcome};
use crate::locale::Arg;
use crate::publish::published::{Error, Listed, Published};
use crate::publish::verify::{Verdict, verify};

#[derive(Args)]
pub(super) struct VerifyArguments {
    #[arg(value_name = "DIR|ZIP|URL")]
    site: PathBuf,
    #[arg(long, value_name = "SHA256")]
    hash: Option<String>,
    #[arg(long, value_name = "FILE")]
    allow: Vec<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=64))]
    jobs: Option<u8>,
    #[arg(long, default_value = "text", value_name = "text|json")]
    format: Format,
}

/// The verdict, for programs.
#[derive(Serialize)]
struct Answer {
    version: u32,
    whole: bool,
    files: u64,
    bytes: u64,
    manifest_sha256: String,
    /// Whether the manifest is the one that was asked for; absent if none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    manifest_expected: Option<bool>,
    missing: Vec<String>,
    altered: Vec<String>,
    /// Absent where a website was read: what it does not list cannot be seen from outside.
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown: Option<Vec<String>>,
}

pub(super) fn run(arguments: &VerifyArguments, report: &Report) -> Outcome {
    let address = arguments.site.to_str().filter(|text| is_address(text));
    let verdict = match address {
        Some(address) => served(address, arguments, report),
        None => lying(arguments, report),
    };
    let verdict = match verdict {
        Ok(verdict) => verdict,
        Err(outcome) => return outcome,
    };
    let expected = (arguments.hash.as_ref())
        .map(|hash| hash.trim().eq_ignore_ascii_case(&verdict.manifest_sha256));
    let whole = verdict.is_whole() && expected != Some(false);
    let locale = report.locale();
    if arguments.format == Format::Json {
        report.json(&Answer {
            version: 1,
            whole,
            files: verdict.files as u64,
            bytes: verdict.bytes,
            manifest_sha256: verdict.manifest_sha256,
            manifest_expected: expected,
            missing: verdict.missing,
            altered: verdict.altered,
            unknown: address.is_none().then_some(verdict.unknown),
        });
    } else {
        for (key, paths) in [
            ("verify-missing", &verdict.missing),
            ("verify-altered", &verdict.altered),
            ("verify-unknown", &verdict.unknown),
        ] {
            for path in paths {
                report.text(&locale.format(key, &[("path", path.into())]));
            }
        }
        if let (Some(hash), Some(false)) = (&arguments.hash, expected) {
            let args = [("read", (&verdict.manifest_sha256).into()), ("wanted", hash.into())];
            report.text(&locale.format("verify-other-manifest", &args));
        }
        let args = [
            ("files", Arg::from(verdict.files)),
            ("kilobytes", verdict.bytes.div_ceil(1000).into()),
            ("missing", verdict.missing.len().into()),
            ("altered", verdict.altered.len().into()),
            ("unknown", verdict.unknown.len().into()),
            ("hash", (&verdict.manifest_sha256).into()),
        ];
        report.text(&locale.format(if whole { "verify-whole" } else { "verify-broken" }, &args));
        if address.is_some() {
            report.aside(&locale.text("verify-unknown-unseen"));
        }
        if expected.is_none() {
            report.aside(&locale.format("verify-compare", &args));
        }
    }
    if whole { Outcome::Fine } else { Outcome::ContentErrors }
}

/// A site in a folder or a zip.
fn lying(arguments: &VerifyArguments, report: &Report) -> Result<Verdict, Outcome> {
    let (site, listed) = open(&arguments.site, report)?;
    verify(&site, &listed, &arguments.allow).map_err(|error| failure(&error, report))
}

/// Whether a path is the address of a website.
fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// A site as its visitors get it.
#[cfg(feature = "publish")]
fn served(address: &str, arguments: &VerifyArguments, report: &Report) -> Result<Verdict, Outcome> {
    use super::publish::{files_bar, told};
    use crate::publish::served::{self, ServedError};
    use crate::publish::store::remote::{Access, Remote};
    let jobs = arguments.jobs.map_or(8, usize::from);
    let access = Access { jobs, only_looks: true, ..Access::default() };
    let bar = files_bar(0);
    let verdict = Remote::site(address, &access).map_err(ServedError::from).and_then(|site| {
        served::verify(&site, jobs, |files| bar.set_length(files as u64), &|| bar.inc(1))
    });
    bar.finish_and_clear();
    let locale = report.locale();
    verdict.map_err(|error| {
        let (text, outcome) = match error {
            ServedError::Store(trouble) => (told(&trouble, locale), Outcome::Trouble),
            ServedError::NoManifest => (
                locale.format("verify-no-manifest", &[("path", address.into())]),
                Outcome::ContentErrors,
            ),
            ServedError::DamagedManifest(line) => {
                let args = [("path", address.into()), ("line", line.into())];
                (locale.format("verify-damaged-manifest", &args), Outcome::ContentErrors)
            }
        };
        report.failure(&text);
        outcome
    })
}

#[cfg(not(feature = "publish"))]
fn served(_: &str, _: &VerifyArguments, report: &Report) -> Result<Verdict, Outcome> {
    report.failure(&report.locale().text("verify-no-network"));
    Err(Outcome::WrongUse)
}

/// Opens a published site; on trouble says so.
pub(super) fn open(path: &Path, report: &Report) -> Result<(Published, Listed), Outcome> {
    let opened = Published::open(path).and_then(|site| {
        let listed = site.manifest()?;
        Ok((site, listed))
    });
    opened.map_err(|error| failure(&error, report))
}

pub(super) fn failure(error: &Error, report: &Report) -> Outcome {
    let locale = report.locale();
    let shown = |path: &Path| path.display().to_string();
    let (text, outcome) = match error {
        Error::Disk { path, source } => {
            let args = [("path", shown(path).into()), ("reason", reason(source, locale).into())];
            (locale.format("trouble-read", &args), Outcome::Trouble)
        }
        Error::Zip { path, .. } => {
            (locale.format("verify-no-zip", &[("path", shown(path).into())]), Outcome::Trouble)
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
