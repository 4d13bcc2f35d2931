//! What `publish` and `rollback` share: their arguments, and how targets and errors are shown.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::ProgressBar;

use super::ask::Ask;
use super::build::bar;
use super::published;
use super::report::Report;
use super::trouble::reason;
use super::{Common, Format, Outcome};
use crate::locale::{Arg, Locale};
use crate::model::target::{KEEP, Target, TargetPlace};
use crate::publish::destination::Destination;
use crate::publish::error::{FileList, PublishError};
use crate::publish::lease::{Claim, Lease};
use crate::publish::options::Access;
use crate::publish::plan::Plan;
use crate::publish::published::Error;
use crate::publish::store::{StoreError, StoreErrorKind};
use crate::publish::target::check_support;
use crate::vietnamese::fold;

/// The number of files at a time, unless the operator says otherwise.
const JOBS: usize = 8;
/// The same for SFTP, whose servers refuse many connections at once.
const JOBS_SFTP: usize = 4;

/// The arguments of both commands.
#[derive(Args)]
pub(super) struct TargetArguments {
    #[arg(value_name = "TARGET")]
    target: Option<String>,
    #[arg(long = "yes", short = 'y')]
    without_asking: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=64))]
    jobs: Option<u8>,
    #[arg(long)]
    take_over: bool,
    #[arg(long, default_value = "text", value_name = "text|json")]
    pub(super) format: Format,
}

impl TargetArguments {
    /// Finds the target, and the folder that a target's path is relative to: the target of that
    /// name, the only one, or a folder given by its path.
    pub(super) fn find(
        &self,
        targets: &[Target],
        common: &Common,
        report: &Report,
    ) -> Result<(Target, PathBuf), Outcome> {
        let locale = report.locale();
        let refused = |key: &str, name: &str| {
            let known = targets.iter().map(|t| t.name.as_str()).collect::<Vec<_>>().join(", ");
            let key = if targets.is_empty() { "publish-no-targets" } else { key };
            report.failure(&locale.format(key, &[("name", name.into()), ("known", known.into())]));
            Outcome::WrongUse
        };
        let by_name = |name: &str| targets.iter().find(|target| target.name == name);
        let found = match (&self.target, targets) {
            (None, [only]) => only,
            (None, _) => return Err(refused("publish-which", "")),
            (Some(name), _) => match by_name(name) {
                Some(target) => target,
                None if name.contains(['/', '\\']) && !name.contains("://") => {
                    let place = TargetPlace::Folder { path: name.clone(), releases: false };
                    return Ok((Target { name: name.clone(), place, keep: KEEP }, PathBuf::new()));
                }
                None => return Err(refused("publish-unknown", name)),
            },
        };
        check_support(found).map_err(|error| failure(&error, report))?;
        Ok((found.clone(), common.content.parent().map(Path::to_owned).unwrap_or_default()))
    }

    /// Whether the operator agrees: beforehand, or when asked.
    pub(super) fn is_confirmed(&self, key: &str, report: &Report) -> bool {
        if self.without_asking {
            return true;
        }
        let Some(answer) = Ask::new(report, false).line(key) else {
            if std::io::stdin().is_terminal() {
                report.aside(&report.locale().text("publish-nothing-sent"));
            } else {
                report.failure(&report.locale().text("publish-needs-yes"));
            }
            return false;
        };
        let yes = fold(&answer).starts_with(['c', 'y']);
        if !yes {
            report.aside(&report.locale().text("publish-nothing-sent"));
        }
        yes
    }

    /// Reads secrets from the environment. They are never printed.
    pub(super) fn access(&self, target: &Target, is_read_only: bool) -> Access {
        #[expect(clippy::disallowed_methods, reason = "secrets come from the environment alone")]
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let is_sftp = matches!(target.place, TargetPlace::Sftp { .. });
        Access {
            user: variable("TIENDO_WEBDAV_USER"),
            password: variable("TIENDO_WEBDAV_PASSWORD"),
            token: variable("TIENDO_WEBDAV_TOKEN"),
            ssh_key: variable("TIENDO_SSH_KEY"),
            // The library for S3 reads these itself.
            secrets: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]
                .into_iter()
                .filter_map(variable)
                .collect(),
            jobs: self.jobs.map_or(if is_sftp { JOBS_SFTP } else { JOBS }, usize::from),
            is_read_only,
        }
    }

    /// Waits until no other publisher writes to a target.
    pub(super) fn lease(
        &self,
        destination: &dyn Destination,
        report: &Report,
    ) -> Result<Lease, Outcome> {
        let claim = Claim { token: token(), takes_over: self.take_over };
        let on_wait = || report.aside(&report.locale().text("publish-waits"));
        destination.lease(&claim, &on_wait).map_err(|error| failure(&error, report))
    }
}

/// A text that no other publisher has.
fn token() -> String {
    use std::hash::{BuildHasher as _, Hasher as _};
    let random = || std::hash::RandomState::new().build_hasher().finish();
    format!("{}-{:016x}{:016x}", std::process::id(), random(), random())
}

/// A progress bar of files, drawn on a terminal only.
pub(super) fn files_bar(files: usize) -> ProgressBar {
    let bar = bar();
    bar.set_length(files as u64);
    bar
}

/// The figures of a plan.
pub(super) fn counts(plan: &Plan) -> [(&'static str, Arg<'static>); 5] {
    [
        ("new", plan.new.len().into()),
        ("changed", plan.changed.len().into()),
        ("removed", plan.removed.len().into()),
        ("same", plan.same.into()),
        ("kilobytes", plan.bytes().div_ceil(1000).into()),
    ]
}

/// Warns of what somebody else did at a target: an altered manifest, damaged files, and files that
/// tiendo did not publish.
pub(super) fn warn_of_others(plan: &Plan, report: &Report) {
    let locale = report.locale();
    if plan.distrusts {
        report.aside(&locale.text("publish-distrusts"));
    }
    for (key, paths) in [("publish-damaged", &plan.damaged), ("publish-strange", &plan.strange)] {
        if let Some(files) = FileList::new(paths.clone()) {
            let args = [("count", paths.len().into()), ("files", files.to_string().into())];
            report.aside(&locale.format(key, &args));
        }
    }
}

/// Prints why nothing more is sent, and that old and new pages may be mixed at the target.
pub(super) fn interrupted(error: &PublishError, report: &Report) -> Outcome {
    let outcome = failure(error, report);
    report.aside(&report.locale().text("publish-cut"));
    outcome
}

/// Prints why a target cannot be read or written.
pub(super) fn failure(error: &PublishError, report: &Report) -> Outcome {
    let locale = report.locale();
    let shown = |path: &Path| path.display().to_string();
    let (text, outcome) = match error {
        PublishError::Store(error) => (store_message(error, locale), Outcome::Trouble),
        PublishError::Disk { path, source } => {
            let args = [("path", shown(path).into()), ("reason", reason(source, locale).into())];
            (locale.format("publish-disk", &args), Outcome::Trouble)
        }
        PublishError::Source(Error::Disk { path, source }) => {
            let args = [("path", shown(path).into()), ("reason", reason(source, locale).into())];
            (locale.format("trouble-read", &args), Outcome::Trouble)
        }
        PublishError::Source(other) => return published::failure(other, report),
        PublishError::Altered { path } => {
            (locale.format("publish-source-altered", &[("path", path.into())]), Outcome::Trouble)
        }
        PublishError::InTheWay { files } => {
            let args = [("files", files.to_string().into())];
            (locale.format("publish-in-the-way", &args), Outcome::WrongUse)
        }
        PublishError::DamagedManifest { line } => {
            let args = [("line", Arg::from(*line))];
            (locale.format("publish-damaged-manifest", &args), Outcome::Trouble)
        }
        PublishError::NothingPublished => (locale.text("publish-nothing-there"), Outcome::WrongUse),
        PublishError::LostLease => (locale.text("publish-lost-lease"), Outcome::Trouble),
        PublishError::NotKept { files } => {
            let args = [("files", files.to_string().into())];
            (locale.format("rollback-not-kept", &args), Outcome::Trouble)
        }
        PublishError::NoLink { path } => {
            (locale.format("publish-no-link", &[("path", shown(path).into())]), Outcome::WrongUse)
        }
        PublishError::NoSwitch => (locale.text("publish-no-switch"), Outcome::WrongUse),
        PublishError::NeedsRemote => (locale.text("publish-needs-remote"), Outcome::WrongUse),
    };
    report.failure(&text);
    outcome
}

/// What a server or a folder refused, and what to do about it.
pub(super) fn store_message(error: &StoreError, locale: &Locale) -> String {
    let key = match error.kind {
        // A folder of this machine asks for no account.
        StoreErrorKind::Denied if error.system.is_some() => "store-denied-here",
        StoreErrorKind::Denied => "store-denied",
        StoreErrorKind::Gone => "store-gone",
        StoreErrorKind::Full => "store-full",
        StoreErrorKind::HostKey => "store-host-key",
        StoreErrorKind::Certificate => "store-certificate",
        StoreErrorKind::Unreachable => "store-unreachable",
        StoreErrorKind::Blocked => "store-blocked",
        StoreErrorKind::Unsupported => "store-unsupported",
        StoreErrorKind::Other => "store-other",
    };
    let known = error.system.map(|kind| reason(&kind.into(), locale));
    let is_own = matches!(error.kind, StoreErrorKind::Blocked | StoreErrorKind::Unsupported);
    let quoted = (known.is_none() && !is_own && !error.detail.is_empty())
        .then(|| locale.format("store-quoted", &[("detail", error.detail.as_str().into())]));
    let path = if is_own { &error.detail } else { &error.path };
    let parts = [Some(path.clone()).filter(|path| !path.is_empty()), known];
    let at = parts.into_iter().flatten().collect::<Vec<_>>().join(": ");
    let at = if at.is_empty() { at } else { format!(" ({at})") };
    let text = locale.format(key, &[("at", at.into())]);
    quoted.map_or_else(|| text.clone(), |quoted| format!("{text}. {quoted}"))
}
