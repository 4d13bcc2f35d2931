//! `tiendo publish`: sends the site that was built to where people read it.

mod gatekeeper;
pub(super) mod portal;
mod print;

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;

use super::report::Report;
use super::target::{TargetArguments, failure, files_bar, interrupted};
use super::{Common, Format, Outcome, gate, load_sound, published, unreadable};
use crate::gate::{Changed, DATA};
use crate::locale::Arg;
use crate::model::target::{Target, TargetPlace};
use crate::output::manifest;
use crate::pipeline::{portal as portals, publications};
use crate::publish::destination::Snapshot;
use crate::publish::error::PublishError;
use crate::publish::options::{Access, SendOptions};
use crate::publish::published::Published;
use crate::publish::send::Session;
use crate::publish::site::Site;
use crate::publish::target::open;
use crate::publish::verify::verify;
use crate::site::portal::DIRECTIVES_DATA;
use crate::vietnamese;
use gatekeeper::Gatekeeper;
use portal::PortalGate;
use print::Printer;

#[derive(Args)]
pub(super) struct PublishArguments {
    #[command(flatten)]
    target: TargetArguments,
    #[arg(long, default_value = "output", value_name = "DIR")]
    output: PathBuf,
    #[arg(long = "dry-run")]
    only_plan: bool,
    #[arg(long = "full")]
    reads_all: bool,
    #[arg(long)]
    overwrite: bool,
    #[arg(long = "since", value_name = "DIR|ZIP")]
    own_copy: Option<PathBuf>,
}

/// The field of the open data that dates its figures.
#[derive(Deserialize)]
struct Dated {
    as_of: String,
}

pub(super) fn run(
    arguments: &PublishArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let loaded = load_sound(common, report)?;
    let (target, base) = arguments.target.find(&loaded.model.settings.targets, common, report)?;
    let (source, site) = built(&arguments.output, report)?;
    let content = &common.content;
    let model;
    let gatekeeper = if portals::is_portal(content) {
        tell_of_faulty(content, report)?;
        model = loaded.model;
        let as_of = vietnamese::parse_date(&site.label).unwrap_or_default();
        let gate = PortalGate {
            root: content,
            model: &model,
            as_of,
            site: &site,
            source: &source,
            report,
        };
        Gates::Portal(gate)
    } else {
        let own_copy = arguments.own_copy.as_deref();
        Gates::Single(Box::new(Gatekeeper::new(loaded, &source, &site, own_copy, report)?))
    };
    let access = arguments.target.access(&target, arguments.only_plan);
    warn_of_unencrypted_password(&target, &access, report);
    let options = SendOptions {
        jobs: access.jobs,
        reads_all: arguments.reads_all,
        overwrites: arguments.overwrite,
        keep: target.keep,
    };
    let failed = |error: PublishError| failure(&error, report);
    let destination = open(&target, &base, &access).map_err(failed)?;
    let format = arguments.target.format;
    let reads_all = arguments.reads_all;
    let printer = Printer { target: &target, site: &site, format, reads_all, report };
    if arguments.only_plan {
        let snapshot = destination.snapshot().map_err(failed)?;
        gatekeeper.check(snapshot.as_ref(), content, format)?;
        let plan = snapshot.plan(&site, options).map_err(failed)?;
        printer.dry_run(&plan, snapshot.sends_all());
        return Ok(Outcome::Fine);
    }
    let lease = arguments.target.lease(destination.as_ref(), report)?;
    let snapshot = destination.snapshot().map_err(failed)?;
    let changed = gatekeeper.check(snapshot.as_ref(), content, format)?;
    let plan = snapshot.plan(&site, options).map_err(failed)?;
    printer.plan(&plan, snapshot.sends_all());
    if !plan.is_done() && !arguments.target.is_confirmed("publish-ask", report) {
        return Err(Outcome::WrongUse);
    }
    let bar = files_bar(if snapshot.sends_all() { site.entries.len() } else { plan.steps() });
    let time = now();
    let session = Session { options, lease: &lease, time: &time, on_file: &|| bar.inc(1) };
    let sent = snapshot.send(&plan, &site, &source, &session);
    bar.finish_and_clear();
    drop(lease);
    printer.sent(&sent.map_err(|error| interrupted(&error, report))?, &plan);
    if let Gates::Single(gatekeeper) = &gatekeeper {
        keep_publication(gatekeeper.site(), &site, changed.as_ref(), content, report);
    }
    Ok(Outcome::Fine)
}

/// Says which directives of a portal have errors in their records, so that what is sent of them is
/// older.
fn tell_of_faulty(content: &Path, report: &Report) -> Result<(), Outcome> {
    let faulty = portals::check(content).map_err(|error| unreadable(&error, report))?.faulty;
    if !faulty.is_empty() {
        let args = [("list", faulty.join(", ").into())];
        report.aside(&report.locale().format("portal-publish-kept", &args));
    }
    Ok(())
}

/// What stands between a site and its target: of a single directive, or of a portal.
enum Gates<'a> {
    Single(Box<Gatekeeper<'a>>),
    Portal(PortalGate<'a>),
}

impl Gates<'_> {
    /// Stops a publication that the records in `content` do not explain.
    fn check(
        &self,
        snapshot: &dyn Snapshot,
        content: &Path,
        format: Format,
    ) -> Result<Option<Changed>, Outcome> {
        match self {
            Gates::Single(gate) => gate.check(snapshot, content, format),
            Gates::Portal(gate) => {
                let Some((_, entries)) = snapshot.published() else { return Ok(None) };
                let read =
                    |path: &str| snapshot.file(path).map_err(|error| failure(&error, gate.report));
                gate.check(entries, &read, format).map(|()| None)
            }
        }
    }
}

/// Adds the publication to the chain in the content folder, if it is kept there.
fn keep_publication(
    shown: &crate::site::Site,
    sent: &Site,
    changed: Option<&Changed>,
    content: &Path,
    report: &Report,
) {
    let (model, as_of) = (shown.model(), shown.assessment().as_of);
    let manifest = manifest::sha256(&sent.manifest);
    let next = publications::next(model, as_of, &manifest, &model.records_sum, changed);
    if let Some(next) = next {
        gate::keep(&next, content, report);
    }
}

/// The time at which a release is published or a change is written, in UTC. `SOURCE_DATE_EPOCH` stands for the clock where
/// runs are to be the same.
pub(super) fn now() -> String {
    #[expect(clippy::disallowed_methods, reason = "the lists of releases and of changes tell when")]
    let (clock, fixed) = (chrono::Utc::now(), std::env::var("SOURCE_DATE_EPOCH"));
    let fixed = fixed.ok().and_then(|seconds| seconds.parse().ok());
    let time = fixed.and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0));
    time.unwrap_or(clock).format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Warns that a password can be read on its way over plain HTTP.
fn warn_of_unencrypted_password(target: &Target, access: &Access, report: &Report) {
    if let TargetPlace::Webdav { endpoint, .. } = &target.place
        && let Some(rest) = endpoint.strip_prefix("http://")
        && !["127.0.0.1", "localhost", "[::1]"].iter().any(|host| rest.starts_with(host))
        && (access.password.is_some() || access.token.is_some())
    {
        report.aside(&report.locale().format("publish-plain", &[("address", endpoint.into())]));
    }
}

/// Reads the site in the output folder, which must be what its manifest says.
pub(super) fn built(output: &Path, report: &Report) -> Result<(Published, Site), Outcome> {
    let locale = report.locale();
    let (source, listed) = published::open(output, report).inspect_err(|_| {
        report.aside(&locale.text("publish-build-first"));
    })?;
    let verdict = verify(&source, &listed, &[]);
    let verdict = verdict.map_err(|error| failure(&error.into(), report))?;
    if let Some(path) = verdict.first() {
        let args = [("folder", Arg::from(output.display().to_string())), ("path", path.into())];
        report.failure(&locale.format("publish-not-built", &args));
        return Err(Outcome::ContentErrors);
    }
    let manifest = source.read(manifest::NAME, u64::MAX).ok().flatten().unwrap_or_default();
    // A portal has no table of tasks at its top.
    let dated = [DATA[0], DIRECTIVES_DATA].into_iter();
    let mut dated = dated.filter_map(|path| source.read(path, u64::MAX).ok().flatten());
    let data = dated.next().unwrap_or_default();
    let label = serde_json::from_slice::<Dated>(&data).map(|dated| dated.as_of);
    let label = label.ok().filter(|day| vietnamese::parse_date(day).is_ok()).unwrap_or_default();
    Ok((source, Site { manifest, entries: listed.entries, label }))
}
