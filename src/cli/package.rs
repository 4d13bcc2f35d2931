//! `tiendo package`: the site and what its publisher needs, in one zip.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::build::{Bar, failure, readouts, templates};
use super::given::GivenDay;
use super::published::{self, open};
use super::report::Report;
use super::{Common, Format, Outcome, assess, gate, load_sound};
use crate::locale::Arg;
use crate::pipeline::{self, BuildError};
use crate::vietnamese;

#[derive(Args)]
pub(super) struct PackageArguments {
    #[arg(long, value_name = "FILE.zip")]
    zip: Option<PathBuf>,
    #[arg(long, value_name = "DIR|ZIP")]
    since: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
    #[arg(long, default_value = "text", value_name = "text|json")]
    format: Format,
}

/// What was packed, for programs.
#[derive(Serialize)]
struct Answer {
    version: u32,
    zip: String,
    as_of: NaiveDate,
    pages: u64,
    files: u64,
    bytes: u64,
    zip_bytes: u64,
    manifest_sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Changes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<gate::Retold>,
}

#[derive(Serialize)]
struct Changes {
    added: u64,
    changed: u64,
    removed: Vec<String>,
}

pub(super) fn run(
    arguments: &PackageArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let earlier = match &arguments.since {
        Some(path) => {
            let (site, _) = open(path, report)?;
            Some(pipeline::earlier(&site).map_err(|error| published::failure(&error, report))?)
        }
        None => None,
    };
    let loaded = load_sound(common, report)?;
    let templates = templates(arguments.templates.as_deref(), report)?;
    let assessment = assess(&loaded, arguments.as_of.clone(), report)?;
    let (as_of, tally) = (assessment.as_of, assessment.directive.clone());
    let zip = match &arguments.zip {
        Some(zip) => zip.clone(),
        None => default_name(&loaded.model.directive.number, as_of),
    };
    let ids = gate::ids(&loaded.model);
    drop(loaded.sources);
    let packaged = pipeline::package(
        loaded.model,
        assessment,
        templates,
        &common.content,
        &zip,
        earlier.as_ref(),
        &Bar::new(report),
    );
    let packaged = packaged.map_err(|error| match &error {
        BuildError::Held(verdict) => {
            gate::stopped(verdict, &common.content, arguments.format, report)
        }
        BuildError::Unreadable(error) => gate::unreadable(error, report),
        _ => failure(&error, report),
    })?;
    let locale = report.locale();
    if arguments.format == Format::Json {
        report.json(&Answer {
            version: 1,
            zip: zip.display().to_string(),
            as_of,
            pages: packaged.pages as u64,
            files: packaged.files as u64,
            bytes: packaged.bytes,
            zip_bytes: packaged.zipped,
            manifest_sha256: packaged.manifest_sha256,
            since: packaged.since.map(|since| Changes {
                added: since.added as u64,
                changed: since.changed as u64,
                removed: since.removed,
            }),
            changed: packaged.changed.map(|changed| gate::Retold::of(&changed, &ids)),
        });
        return Ok(Outcome::Fine);
    }
    let args = [
        ("zip", Arg::from(zip.display().to_string())),
        ("pages", packaged.pages.into()),
        ("files", packaged.files.into()),
        ("kilobytes", packaged.zipped.div_ceil(1000).into()),
        ("date", locale.short_date(as_of).into()),
        ("hash", (&packaged.manifest_sha256).into()),
    ];
    report.text(&locale.format("package-done", &args));
    report.text(&readouts(&tally, locale));
    if let Some(since) = packaged.since {
        let args = [
            ("added", Arg::from(since.added)),
            ("changed", since.changed.into()),
            ("removed", since.removed.len().into()),
        ];
        report.text(&locale.format("package-since", &args));
    }
    report.text(&locale.format("package-next", &args));
    Ok(Outcome::Fine)
}

/// `tien-do-3413-ubnd-th-2021-10-31.zip`, in the folder where the command was given.
fn default_name(number: &str, as_of: NaiveDate) -> PathBuf {
    Path::new(&format!("tien-do-{}-{as_of}.zip", vietnamese::slug(number))).to_owned()
}
