//! `tiendo verify --chain`: walks the chain of publications of a site and says where it breaks.

use std::path::Path;

use serde::Serialize;

use super::is_address;
use crate::cli::report::Report;
use crate::cli::{Format, Outcome, published};
use crate::gate::CHAIN;
use crate::locale::Arg;
use crate::output::manifest;
use crate::publish::chained::{Break, Copy, NoChain, first_break};

/// Maximum size of a manifest, a signature or a list of publications in bytes.
const MAX_FILE: u64 = 64 * 1024 * 1024;

/// The verdict, for programs.
#[derive(Serialize)]
struct Answer {
    version: u32,
    whole: bool,
    publications: u64,
    manifest_sha256: String,
    /// What is wrong: `link`, `shortened`, `forked`, `unknown`.
    #[serde(skip_serializing_if = "Option::is_none")]
    wrong: Option<&'static str>,
    /// The number of the first publication that is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
}

pub(super) fn run(
    site: &Path,
    older: Option<&Path>,
    format: Format,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let copy = read(site, report)?;
    let older = older.map(|older| read(older, report)).transpose()?;
    let found = first_break(&copy, older.as_ref());
    if format == Format::Json {
        report.json(&Answer {
            version: 1,
            whole: found.is_none(),
            publications: copy.publications.len() as u64,
            manifest_sha256: copy.manifest,
            wrong: found.map(Break::name),
            number: found.map(Break::number),
        });
    } else {
        let locale = report.locale();
        let args = |number: u32| {
            let known = copy.publications.get(number.saturating_sub(1) as usize);
            [
                ("number", Arg::from(number)),
                ("date", known.map_or_else(String::new, |known| known.as_of.clone()).into()),
                ("count", copy.publications.len().into()),
                ("hash", (&copy.manifest).into()),
            ]
        };
        match found {
            Some(found) => {
                let key = format!("chain-{}", found.name());
                report.text(&locale.format(&key, &args(found.number())));
                report.text(&locale.format("chain-broken", &args(found.number())));
            }
            None => report.text(&locale.format("chain-whole", &args(0))),
        }
    }
    if found.is_none() { Ok(Outcome::Fine) } else { Err(Outcome::ContentErrors) }
}

/// Reads the chain of a site in a folder, a zip or on the web.
fn read(site: &Path, report: &Report) -> Result<Copy, Outcome> {
    let (manifest, list) = fetch(site, report, |file| Ok((file(manifest::NAME)?, file(CHAIN)?)))?;
    let manifest = manifest.unwrap_or_default();
    let Ok(entries) = manifest::parse(&String::from_utf8_lossy(&manifest)) else {
        let args = [("path", Arg::from(site.display().to_string()))];
        report.failure(&report.locale().format("verify-no-manifest", &args));
        return Err(Outcome::ContentErrors);
    };
    let copy = Copy::read(&manifest, &entries, CHAIN, list.as_deref());
    copy.map_err(|error| {
        let key = match error {
            NoChain::NotKept => "chain-not-kept",
            NoChain::Altered => "chain-altered",
        };
        let args = [("site", Arg::from(site.display().to_string())), ("path", CHAIN.into())];
        report.failure(&report.locale().format(key, &args));
        Outcome::ContentErrors
    })
}

/// The bytes of a file of a site, if it is there.
type Bytes = Option<Vec<u8>>;

/// Lets `read` fetch files of a site in a folder, a zip or on the web.
pub(super) fn fetch<T>(
    site: &Path,
    report: &Report,
    read: impl FnOnce(&dyn Fn(&str) -> Result<Bytes, Outcome>) -> Result<T, Outcome>,
) -> Result<T, Outcome> {
    if let Some(address) = site.to_str().filter(|text| is_address(text)) {
        return fetch_website(address, report, read);
    }
    // Opening it reports a manifest that is missing or damaged.
    let (source, _) = published::open(site, report)?;
    let failed = |error| published::failure(&error, report);
    read(&|path| source.read(path, MAX_FILE).map_err(failed))
}

#[cfg(feature = "remote")]
fn fetch_website<T>(
    address: &str,
    report: &Report,
    read: impl FnOnce(&dyn Fn(&str) -> Result<Bytes, Outcome>) -> Result<T, Outcome>,
) -> Result<T, Outcome> {
    use crate::cli::target::store_message;
    use crate::publish::options::Access;
    use crate::publish::store::Store;
    use crate::publish::store::remote::Remote;
    let failed = |error| {
        report.failure(&store_message(&error, report.locale()));
        Outcome::Trouble
    };
    let access = Access { jobs: 1, is_read_only: true, ..Access::default() };
    let site = Remote::website(address, &access).map_err(failed)?;
    read(&|path| site.read(path, MAX_FILE).map_err(failed))
}

#[cfg(not(feature = "remote"))]
fn fetch_website<T>(
    _: &str,
    report: &Report,
    _: impl FnOnce(&dyn Fn(&str) -> Result<Bytes, Outcome>) -> Result<T, Outcome>,
) -> Result<T, Outcome> {
    report.failure(&report.locale().text("verify-needs-remote"));
    Err(Outcome::WrongUse)
}
