//! `tiendo rollback`: shows an earlier release again, byte for byte.

use std::cell::Cell;

use clap::Args;
use serde::Serialize;

use super::publish::{Towards, access, counts, failure, files_bar, token};
use super::report::Report;
use super::{Common, Format, Outcome, load};
use crate::locale::Arg;
use crate::publish::history::{History, Release};
use crate::publish::send::{Manner, SendError, Sent};
use crate::publish::target::{Reached, There};
use crate::vietnamese;

#[derive(Args)]
pub(super) struct RollbackArguments {
    #[command(flatten)]
    towards: Towards,
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

/// What somebody who names a release, or none, means.
enum Meant<'a> {
    Release(&'a Release),
    Shown,
    Unknown,
}

pub(super) fn run(arguments: &RollbackArguments, common: &Common, report: &Report) -> Outcome {
    go_back(arguments, common, report).into()
}

fn go_back(arguments: &RollbackArguments, common: &Common, report: &Report) -> Result<(), Outcome> {
    let locale = report.locale();
    let towards = &arguments.towards;
    // Going back must be possible while somebody is in the middle of a record.
    let loaded = load(common, report)?;
    let (target, base) = towards.target(&loaded.model.settings.targets, common, report)?;
    let access = access(towards, &target, arguments.only_list);
    let manner =
        Manner { jobs: access.jobs, reads_all: true, overwrites: false, keep: target.keep };
    let failed = |error: &SendError| failure(error, report);
    let reached = Reached::open(&target, &base, &access).map_err(|error| failed(&error))?;
    if arguments.only_list {
        let there = reached.look().map_err(|error| failed(&error))?;
        list(&target.name, &there, towards.format, report);
        return Ok(());
    }
    let begun = Cell::new(false);
    let token = token();
    let on_wait = || report.aside(&locale.text("publish-waits"));
    let answer = reached.alone(towards.claim(&token), on_wait, |lease| {
        let there = reached.look()?;
        let Some(current) = there.sha256() else { return Err(SendError::NothingPublished) };
        let history = there.history();
        let to = match meant(history, current, arguments.release.as_deref()) {
            Meant::Release(release) => release.clone(),
            Meant::Shown => {
                report.failure(&locale.text("rollback-shown"));
                return Ok(None);
            }
            Meant::Unknown => {
                let known: Vec<String> =
                    history.releases().iter().map(|r| r.number.to_string()).collect();
                let args = [("known", known.join(", ").into())];
                let key = match &arguments.release {
                    Some(_) => "rollback-unknown",
                    None => "rollback-none",
                };
                report.failure(&locale.format(key, &args));
                return Ok(None);
            }
        };
        let plan = there.plan_back(&to, manner)?;
        if plan.distrusts {
            report.aside(&locale.text("publish-distrusts"));
        }
        if towards.format == Format::Text {
            report.text(&locale.format("rollback-plan", &named(&to, report)));
            report.text(&locale.format("publish-plan", &counts(&plan)));
        }
        if !towards.is_allowed("rollback-ask", report) {
            return Ok(None);
        }
        begun.set(true);
        let bar = files_bar(if there.sends_all() { 0 } else { plan.steps() });
        let sent = there.go_back(&to, manner, lease, &|| bar.inc(1));
        bar.finish_and_clear();
        Ok(Some((sent?, to)))
    });
    match answer {
        Ok(Some((sent, to))) => {
            done(&target.name, &sent, &to, towards.format, report);
            Ok(())
        }
        Ok(None) => Err(Outcome::WrongUse),
        Err(error) => {
            let outcome = failed(&error);
            if begun.get() {
                report.aside(&locale.text("publish-cut"));
            }
            Err(outcome)
        }
    }
}

/// The release that is meant: the one named, else the one before the one that is shown.
fn meant<'a>(history: &'a History, current: &str, named: Option<&str>) -> Meant<'a> {
    let found = match named {
        Some(named) => history.meant(named),
        None => history.before(current),
    };
    match found {
        Some(release) if release.sha256 == current => Meant::Shown,
        Some(release) => Meant::Release(release),
        None => Meant::Unknown,
    }
}

fn list(target: &str, there: &There<'_>, format: Format, report: &Report) {
    let locale = report.locale();
    let is_shown = |release: &Release| there.sha256() == Some(release.sha256.as_str());
    let releases = there.history().releases();
    if format == Format::Json {
        let releases = releases.iter().map(|release| ListedRelease {
            number: release.number,
            manifest_sha256: release.sha256.clone(),
            files: release.files,
            bytes: release.bytes,
            as_of: Some(release.label.clone()).filter(|label| !label.is_empty()),
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
        report.text(&locale.format(key, &named(release, report)));
    }
}

fn done(target: &str, sent: &Sent, to: &Release, format: Format, report: &Report) {
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
        report.text(&report.locale().format("rollback-done", &named(to, report)));
    }
}

fn named(release: &Release, report: &Report) -> [(&'static str, Arg<'static>); 6] {
    let day = vietnamese::parse_date(&release.label).map(|day| report.locale().short_date(day));
    [
        ("number", release.number.into()),
        ("date", day.unwrap_or_else(|_| "?".to_owned()).into()),
        ("files", release.files.into()),
        ("kilobytes", release.bytes.div_ceil(1000).into()),
        ("hash", release.sha256.clone().into()),
        ("short", release.sha256[..12].to_owned().into()),
    ]
}
