//! `tiendo rollback`: shows an earlier release again, byte for byte.

use chrono::{DateTime, FixedOffset};
use clap::Args;
use serde::Serialize;

use super::report::Report;
use super::target::{TargetArguments, counts, failure, files_bar, interrupted, warn_of_others};
use super::{Common, Format, Outcome, load};
use crate::locale::Arg;
use crate::publish::destination::Snapshot;
use crate::publish::error::PublishError;
use crate::publish::history::{History, Release};
use crate::publish::options::SendOptions;
use crate::publish::send::{Sent, Session};
use crate::publish::target::open;
use crate::vietnamese;

#[derive(Args)]
pub(super) struct RollbackArguments {
    #[command(flatten)]
    target: TargetArguments,
    #[arg(long = "to", value_name = "RELEASE")]
    release: Option<String>,
    #[arg(long = "list")]
    only_list: bool,
}

/// The releases of a target, for programs.
#[derive(Serialize)]
struct Listed {
    version: u32,
    target: String,
    releases: Vec<ListedRelease>,
}

#[derive(Serialize)]
struct ListedRelease {
    number: u32,
    manifest_sha256: String,
    files: u64,
    bytes: u64,
    as_of: Option<String>,
    /// When it was published, in Vietnam; absent if an earlier version published it.
    published: Option<String>,
    shown: bool,
}

/// What was done, for programs.
#[derive(Serialize)]
struct Answer {
    version: u32,
    target: String,
    release: u32,
    manifest_sha256: String,
    new: u64,
    changed: u64,
    removed: u64,
    same: u64,
    bytes: u64,
}

pub(super) fn run(
    arguments: &RollbackArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let format = arguments.target.format;
    // Errors in the content do not matter: a rollback must be possible while a record is edited.
    let loaded = load(common, report)?;
    let (target, base) = arguments.target.find(&loaded.model.settings.targets, common, report)?;
    let access = arguments.target.access(&target, arguments.only_list);
    let options =
        SendOptions { jobs: access.jobs, reads_all: true, overwrites: false, keep: target.keep };
    let failed = |error: PublishError| failure(&error, report);
    let destination = open(&target, &base, &access).map_err(failed)?;
    if arguments.only_list {
        let snapshot = destination.snapshot().map_err(failed)?;
        print_releases(&target.name, snapshot.as_ref(), format, report);
        return Ok(Outcome::Fine);
    }
    let lease = arguments.target.lease(destination.as_ref(), report)?;
    let snapshot = destination.snapshot().map_err(failed)?;
    let Some((shown, _)) = snapshot.published() else {
        return Err(failed(PublishError::NothingPublished));
    };
    let to = find(snapshot.history(), shown, arguments.release.as_deref(), report)?;
    let plan = snapshot.plan_rollback(to, options).map_err(failed)?;
    warn_of_others(&plan, report);
    if format == Format::Text {
        report.text(&locale.format("rollback-plan", &facts(to, report)));
        report.text(&locale.format("publish-plan", &counts(&plan)));
    }
    if !arguments.target.is_confirmed("rollback-ask", report) {
        return Err(Outcome::WrongUse);
    }
    let bar = files_bar(if snapshot.sends_all() { 0 } else { plan.steps() });
    let session = Session { options, lease: &lease, time: "", on_file: &|| bar.inc(1) };
    let sent = snapshot.roll_back(to, &session);
    bar.finish_and_clear();
    drop(lease);
    let sent = sent.map_err(|error| interrupted(&error, report))?;
    print_sent(&target.name, &sent, to, format, report);
    Ok(Outcome::Fine)
}

/// Finds the release to show: the named one, else the one before the one that is shown.
fn find<'a>(
    history: &'a History,
    shown: &str,
    named: Option<&str>,
    report: &Report,
) -> Result<&'a Release, Outcome> {
    let locale = report.locale();
    let found = match named {
        Some(named) => history.find(named),
        None => history.before(shown),
    };
    match found {
        Some(release) if release.sha256 != shown => return Ok(release),
        Some(_) => report.failure(&locale.text("rollback-shown")),
        None => {
            let known: Vec<String> =
                history.releases().iter().map(|release| release.number.to_string()).collect();
            let key = if named.is_some() { "rollback-unknown" } else { "rollback-none" };
            report.failure(&locale.format(key, &[("known", known.join(", ").into())]));
        }
    }
    Err(Outcome::WrongUse)
}

fn print_releases(target: &str, snapshot: &dyn Snapshot, format: Format, report: &Report) {
    let locale = report.locale();
    let shown = snapshot.published().map(|(sha256, _)| sha256);
    let is_shown = |release: &Release| shown == Some(release.sha256.as_str());
    let releases = snapshot.history().releases();
    if format == Format::Json {
        let releases = releases.iter().map(|release| ListedRelease {
            number: release.number,
            manifest_sha256: release.sha256.clone(),
            files: release.files,
            bytes: release.bytes,
            as_of: Some(release.label.clone()).filter(|label| !label.is_empty()),
            published: published(release).map(|time| time.to_rfc3339()),
            shown: is_shown(release),
        });
        let releases = releases.collect();
        report.json(&Listed { version: 1, target: target.to_owned(), releases });
        return;
    }
    if releases.is_empty() {
        report.text(&locale.text("rollback-no-releases"));
    }
    for release in releases.iter().rev() {
        let key = if is_shown(release) { "rollback-release-shown" } else { "rollback-release" };
        report.text(&locale.format(key, &facts(release, report)));
    }
}

fn print_sent(target: &str, sent: &Sent, to: &Release, format: Format, report: &Report) {
    if format == Format::Json {
        report.json(&Answer {
            version: 1,
            target: target.to_owned(),
            release: to.number,
            manifest_sha256: to.sha256.clone(),
            new: sent.new as u64,
            changed: sent.changed as u64,
            removed: sent.removed as u64,
            same: sent.same as u64,
            bytes: sent.bytes,
        });
    } else {
        report.text(&report.locale().format("rollback-done", &facts(to, report)));
    }
}

/// When a release was published, in the time of Vietnam.
fn published(release: &Release) -> Option<DateTime<FixedOffset>> {
    in_vietnam(&release.time)
}

/// A time of RFC 3339 in the time of Vietnam.
fn in_vietnam(time: &str) -> Option<DateTime<FixedOffset>> {
    let vietnam = FixedOffset::east_opt(7 * 3600)?;
    Some(DateTime::parse_from_rfc3339(time).ok()?.with_timezone(&vietnam))
}

/// A time of RFC 3339 in words, in the time of Vietnam.
pub(super) fn moment(time: &str, locale: &crate::locale::Locale) -> Option<String> {
    let time = in_vietnam(time)?;
    let args = [
        ("time", time.format("%H:%M").to_string().into()),
        ("date", locale.short_date(time.date_naive()).into()),
    ];
    Some(locale.format("rollback-time", &args))
}

/// What messages say about a release.
fn facts(release: &Release, report: &Report) -> [(&'static str, Arg<'static>); 7] {
    let locale = report.locale();
    let time = moment(&release.time, locale);
    let day = vietnamese::parse_date(&release.label).map(|day| report.locale().short_date(day));
    [
        ("number", release.number.into()),
        ("time", time.unwrap_or_else(|| locale.text("rollback-time-unknown")).into()),
        ("date", day.unwrap_or_else(|_| "?".to_owned()).into()),
        ("files", release.files.into()),
        ("kilobytes", release.bytes.div_ceil(1000).into()),
        ("hash", release.sha256.clone().into()),
        ("short", release.sha256[..12].to_owned().into()),
    ]
}
