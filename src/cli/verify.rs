//! `tiendo verify`: checks that a published site is whole, and that nothing was added to it.

mod chain;
mod key;

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::report::Report;
use super::{Format, Outcome, published};
use crate::locale::Arg;
use crate::publish::error::FileList;
use crate::publish::samples;
use crate::publish::verify::{Verdict, verify};

#[derive(Args)]
pub(super) struct VerifyArguments {
    #[arg(value_name = "DIR|ZIP|URL")]
    site: PathBuf,
    #[arg(long, value_name = "SHA256")]
    hash: Option<String>,
    #[arg(long, value_name = "FILE")]
    allow: Vec<String>,
    #[arg(long, value_name = "FILE|KEY")]
    key: Option<String>,
    #[arg(long, conflicts_with_all = ["hash", "allow", "key"])]
    chain: bool,
    #[arg(long, requires = "chain", value_name = "DIR|ZIP|URL")]
    older: Option<PathBuf>,
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
    /// Whether the manifest has the SHA-256 of `--hash`; absent without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    manifest_expected: Option<bool>,
    /// Whether the manifest has a signature of `--key`; absent without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    signed: Option<bool>,
    missing: Vec<String>,
    altered: Vec<String>,
    /// Files of which only the line ends differ.
    line_ends: Vec<String>,
    /// Absent for a website: files that it does not list cannot be seen from outside.
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown: Option<Vec<String>>,
}

pub(super) fn run(arguments: &VerifyArguments, report: &Report) -> Result<Outcome, Outcome> {
    if arguments.chain {
        let older = arguments.older.as_deref();
        return chain::run(&arguments.site, older, arguments.format, report);
    }
    let address = arguments.site.to_str().filter(|text| is_address(text));
    let verdict = match address {
        Some(address) => verify_website(address, arguments, report)?,
        None => {
            let (site, listed) = published::open(&arguments.site, report)?;
            verify(&site, &listed, &arguments.allow)
                .map_err(|error| published::failure(&error, report))?
        }
    };
    let is_website = address.is_some();
    let expected = (arguments.hash.as_ref())
        .map(|hash| hash.trim().eq_ignore_ascii_case(&verdict.manifest_sha256));
    let signed = (arguments.key.as_deref())
        .map(|key| key::check(key, &arguments.site, report))
        .transpose()?;
    let whole =
        verdict.is_whole() && expected != Some(false) && signed.as_ref().is_none_or(Result::is_ok);
    if arguments.format == Format::Json {
        report.json(&Answer {
            version: 1,
            whole,
            files: verdict.files as u64,
            bytes: verdict.bytes,
            manifest_sha256: verdict.manifest_sha256,
            manifest_expected: expected,
            signed: signed.as_ref().map(Result::is_ok),
            missing: verdict.missing,
            altered: verdict.altered,
            line_ends: verdict.line_ends,
            unknown: (!is_website).then_some(verdict.unknown),
        });
    } else {
        let hash = arguments.hash.as_deref();
        print_verdict(&verdict, whole, hash.filter(|_| expected == Some(false)), report);
        if let Some(signed) = &signed {
            key::print(signed, report);
        }
        if is_website {
            report.aside(&report.locale().text("verify-unknown-unseen"));
        }
        if expected.is_none() {
            report.aside(&report.locale().format("verify-compare", &counts(&verdict)));
        }
    }
    if whole { Ok(Outcome::Fine) } else { Err(Outcome::ContentErrors) }
}

/// Prints which files are not as listed, and the SHA-256 that was expected of the manifest, if it
/// has another one.
fn print_verdict(verdict: &Verdict, whole: bool, expected: Option<&str>, report: &Report) {
    let locale = report.locale();
    for (key, paths) in [
        ("verify-missing", &verdict.missing),
        ("verify-altered", &verdict.altered),
        ("verify-unknown", &verdict.unknown),
    ] {
        for path in paths {
            let is_sample = key == "verify-unknown" && samples::is_name(path);
            let key = if is_sample { "verify-other-sample" } else { key };
            report.text(&locale.format(key, &[("path", path.into())]));
        }
    }
    if let Some(files) = FileList::new(verdict.line_ends.clone()) {
        let args = [("count", verdict.line_ends.len().into()), ("files", files.to_string().into())];
        report.text(&locale.format("verify-line-ends", &args));
    }
    if !verdict.unknown.is_empty() {
        report.text(&locale.text("verify-allow"));
    }
    if let Some(expected) = expected {
        let args = [("read", (&verdict.manifest_sha256).into()), ("wanted", expected.into())];
        report.text(&locale.format("verify-other-manifest", &args));
    }
    let key = if whole { "verify-whole" } else { "verify-broken" };
    report.text(&locale.format(key, &counts(verdict)));
}

fn counts(verdict: &Verdict) -> [(&'static str, Arg<'_>); 6] {
    [
        ("files", Arg::from(verdict.files)),
        ("kilobytes", verdict.bytes.div_ceil(1000).into()),
        ("missing", verdict.missing.len().into()),
        ("altered", verdict.altered.len().into()),
        ("unknown", verdict.unknown.len().into()),
        ("hash", (&verdict.manifest_sha256).into()),
    ]
}

/// Whether a path is the address of a website.
fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// Verifies a website as its visitors get it.
#[cfg(feature = "remote")]
fn verify_website(
    address: &str,
    arguments: &VerifyArguments,
    report: &Report,
) -> Result<Verdict, Outcome> {
    use super::target::{files_bar, store_message};
    use crate::publish::options::Access;
    use crate::publish::served::{self, ServedError};
    use crate::publish::store::remote::Remote;
    let jobs = arguments.jobs.map_or(8, usize::from);
    let access = Access { jobs, is_read_only: true, ..Access::default() };
    let bar = files_bar(0);
    let verdict = Remote::website(address, &access).map_err(ServedError::from).and_then(|site| {
        served::verify(&site, jobs, |files| bar.set_length(files as u64), &|| bar.inc(1))
    });
    bar.finish_and_clear();
    let locale = report.locale();
    verdict.map_err(|error| {
        let (text, outcome) = match error {
            ServedError::Store(error) => (store_message(&error, locale), Outcome::Trouble),
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

#[cfg(not(feature = "remote"))]
fn verify_website(_: &str, _: &VerifyArguments, report: &Report) -> Result<Verdict, Outcome> {
    report.failure(&report.locale().text("verify-needs-remote"));
    Err(Outcome::WrongUse)
}
