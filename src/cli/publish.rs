//! `tiendo publish`: sends the site that was built to where people read it.

use std::cell::Cell;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::ProgressBar;
use serde::{Deserialize, Serialize};

use super::ask::Ask;
use super::build::{bar, templates};
use super::report::Report;
use super::trouble::reason;
use super::verify::open;
use super::{Common, Format, Outcome, assess, gate, load_sound};
use crate::gate::{DATA, Earlier, Unreadable};
use crate::locale::{Arg, Locale};
use crate::model::target::{KEEP, Target, TargetPlace};
use crate::output::manifest;
use crate::pipeline::{self, BuildError, Loaded, Verdict};
use crate::publish::lease::Claim;
use crate::publish::published::{self, Published};
use crate::publish::send::{Manner, Plan, SendError, Sent, Site};
use crate::publish::store::remote::Access;
use crate::publish::store::{Trouble, TroubleKind};
use crate::publish::target::{Reached, There};
use crate::publish::verify::verify;
use crate::vietnamese::{self, fold};

/// What `publish` and `rollback` both take.
#[derive(Args)]
pub(super) struct Towards {
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

#[derive(Args)]
pub(super) struct PublishArguments {
    #[command(flatten)]
    towards: Towards,
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

/// What was published, or would be, for programs.
#[derive(Serialize)]
struct Answer {
    version: u32,
    target: String,
    place: String,
    dry_run: bool,
    manifest_sha256: String,
    new: u64,
    changed: u64,
    removed: u64,
    same: u64,
    bytes: u64,
    resumed: bool,
    /// Published files that somebody had altered; absent where nothing was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    altered: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    release: Option<u32>,
    /// Paths in the order in which they go; only of a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    paths: Option<Paths>,
}

#[derive(Serialize)]
struct Paths {
    send: Vec<String>,
    remove: Vec<String>,
}

/// What of the open data says which day its figures are of.
#[derive(Deserialize)]
struct Dated {
    as_of: String,
}

/// Calls at a time, where nobody says: a server for SSH refuses many connections at once.
const JOBS: usize = 8;
const JOBS_SFTP: usize = 4;
/// So many names stand in a message.
const NAMED: usize = 5;

pub(super) fn run(arguments: &PublishArguments, common: &Common, report: &Report) -> Outcome {
    publish(arguments, common, report).into()
}

fn publish(arguments: &PublishArguments, common: &Common, report: &Report) -> Result<(), Outcome> {
    let locale = report.locale();
    let towards = &arguments.towards;
    let loaded = load_sound(common, report)?;
    let (target, base) = towards.target(&loaded.model.settings.targets, common, report)?;
    let (source, site) = built(&arguments.output, report)?;
    let gatekeeper = Gatekeeper::new(loaded, arguments, &source, &site, common, report)?;
    let access = access(towards, &target, arguments.only_plan);
    warn_of_plain_words(&target, &access, report);
    let manner = Manner {
        jobs: access.jobs,
        reads_all: arguments.reads_all,
        overwrites: arguments.overwrite,
        keep: target.keep,
    };
    let failed = |error: &SendError| failure(error, report);
    let reached = Reached::open(&target, &base, &access).map_err(|error| failed(&error))?;
    let told = Told { target: &target, site: &site };
    if arguments.only_plan {
        let there = reached.look().map_err(|error| failed(&error))?;
        let held = gatekeeper.holds(&there).map_err(|error| failed(&error))?;
        if let Some(held) = held {
            return Err(gatekeeper.stopped(&held));
        }
        let plan = there.plan(&site, manner).map_err(|error| failed(&error))?;
        told.plan(&plan, there.sends_all(), true, towards.format, report);
        return Ok(());
    }
    let begun = Cell::new(false);
    let token = token();
    let claim = Claim { token: &token, takes_over: towards.take_over };
    let on_wait = || report.aside(&locale.text("publish-waits"));
    let answer = reached.alone(claim, on_wait, |lease| {
        let there = reached.look()?;
        if let Some(held) = gatekeeper.holds(&there)? {
            return Ok(End::Held(held));
        }
        let plan = there.plan(&site, manner)?;
        told.plan(&plan, there.sends_all(), false, towards.format, report);
        if !plan.is_done() && !towards.is_allowed("publish-ask", report) {
            return Ok(End::Refused);
        }
        begun.set(true);
        let bar = files_bar(if there.sends_all() { site.entries.len() } else { plan.steps() });
        let sent = there.send(&plan, &site, &source, manner, lease, &|| bar.inc(1));
        bar.finish_and_clear();
        Ok(End::Sent(sent?, plan.resumes))
    });
    match answer {
        Ok(End::Sent(sent, resumed)) => {
            told.sent(&sent, resumed, towards.format, report);
            Ok(())
        }
        Ok(End::Held(held)) => Err(gatekeeper.stopped(&held)),
        Ok(End::Refused) => Err(Outcome::WrongUse),
        Err(error) => {
            let outcome = failed(&error);
            if begun.get() {
                report.aside(&locale.text("publish-cut"));
            }
            Err(outcome)
        }
    }
}

/// How an attempt to publish ended.
enum End {
    /// Sent, perhaps the rest of an attempt that was cut.
    Sent(Sent, bool),
    /// Somebody said no.
    Refused,
    /// The records give no reason for what would change.
    Held(Held),
}

/// What the gate said.
enum Held {
    Verdict(Box<Verdict>),
    Unreadable(Unreadable),
    /// The package of `--since` is not what was published here.
    OtherPackage,
}

/// Holds the site against the published one before anything is sent.
struct Gatekeeper<'a> {
    site: crate::site::Site,
    /// What was published, in the operator's own copy.
    copy: Option<(Earlier, String)>,
    content: &'a Path,
    format: Format,
    report: &'a Report,
}

impl<'a> Gatekeeper<'a> {
    /// What was built must be what the records say now: the gate looks at the records.
    fn new(
        loaded: Loaded,
        arguments: &PublishArguments,
        source: &Published,
        built: &Site,
        common: &'a Common,
        report: &'a Report,
    ) -> Result<Self, Outcome> {
        let as_of = vietnamese::parse_date(&built.label).ok();
        let assessment = assess(&loaded, as_of, report)?;
        let templates = templates(None, report)?;
        let failed = |error: BuildError| super::build::failure(&error, report);
        let site = crate::site::Site::new(loaded.model, assessment, templates)
            .map_err(|error| failed(error.into()))?;
        let read = |path: &str| source.read(path, u64::MAX).ok().flatten();
        if !pipeline::is_current(&site, read).map_err(|error| failed(error.into()))? {
            report.failure(&report.locale().text("publish-not-current"));
            report.aside(&report.locale().text("publish-build-first"));
            return Err(Outcome::ContentErrors);
        }
        let copy = match &arguments.own_copy {
            Some(path) => {
                let (site, listed) = open(path, report)?;
                let earlier = pipeline::earlier(&site);
                let earlier = earlier.map_err(|error| super::verify::failure(&error, report))?;
                Some((earlier, listed.sha256))
            }
            None => None,
        };
        let format = arguments.towards.format;
        Ok(Gatekeeper { site, copy, content: &common.content, format, report })
    }

    /// What stops the publication; nothing where nothing is published yet.
    fn holds(&self, there: &There<'_>) -> Result<Option<Held>, SendError> {
        let Some(entries) = there.entries() else { return Ok(None) };
        let fetched;
        let earlier = match &self.copy {
            Some((copy, sha256)) => {
                let is_known = there.history().of(sha256).is_some();
                if !is_known && there.sha256() != Some(sha256) {
                    return Ok(Some(Held::OtherPackage));
                }
                copy
            }
            None => {
                let mut earlier = Earlier { entries: entries.to_vec(), ..Earlier::default() };
                for (path, bytes) in DATA.into_iter().zip(&mut earlier.data) {
                    *bytes = there.file(path)?;
                }
                fetched = earlier;
                &fetched
            }
        };
        Ok(match pipeline::gate(earlier, &self.site) {
            Ok(verdict) if verdict.findings.is_empty() => None,
            Ok(verdict) => Some(Held::Verdict(Box::new(verdict))),
            Err(error) => Some(Held::Unreadable(error)),
        })
    }

    /// Says what stops the publication.
    fn stopped(&self, held: &Held) -> Outcome {
        match held {
            Held::Verdict(verdict) => {
                gate::stopped(verdict, self.content, self.format, self.report)
            }
            Held::Unreadable(error) => {
                let outcome = gate::unreadable(error, self.report);
                self.report.aside(&self.report.locale().text("publish-since"));
                outcome
            }
            Held::OtherPackage => {
                self.report.failure(&self.report.locale().text("publish-other-package"));
                Outcome::WrongUse
            }
        }
    }
}

impl Towards {
    /// The target that is meant, and what a folder's path is relative to: the only one, the one of
    /// that name, or a folder by its path.
    pub(super) fn target(
        &self,
        targets: &[Target],
        common: &Common,
        report: &Report,
    ) -> Result<(Target, PathBuf), Outcome> {
        let locale = report.locale();
        let beside = common.content.parent().map(Path::to_owned).unwrap_or_default();
        let known = || targets.iter().map(|t| t.name.as_str()).collect::<Vec<_>>().join(", ");
        match (&self.target, targets) {
            (None, [only]) => Ok((only.clone(), beside)),
            (None, []) => {
                report.failure(&locale.text("publish-no-targets"));
                Err(Outcome::WrongUse)
            }
            (None, _) => {
                let args = [("known", known().into())];
                report.failure(&locale.format("publish-which", &args));
                Err(Outcome::WrongUse)
            }
            (Some(name), _) => {
                if let Some(target) = targets.iter().find(|target| target.name == *name) {
                    return Ok((target.clone(), beside));
                }
                if name.contains(['/', '\\']) && !name.contains("://") {
                    let place = TargetPlace::Folder { path: name.clone(), releases: false };
                    let target = Target { name: name.clone(), place, keep: KEEP };
                    return Ok((target, PathBuf::new()));
                }
                let args = [("name", name.into()), ("known", known().into())];
                let none =
                    if targets.is_empty() { "publish-no-targets" } else { "publish-unknown" };
                report.failure(&locale.format(none, &args));
                Err(Outcome::WrongUse)
            }
        }
    }

    /// Whether somebody says yes: beforehand, or when asked.
    pub(super) fn is_allowed(&self, key: &str, report: &Report) -> bool {
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

    /// So many calls at a time.
    pub(super) fn jobs(&self, target: Option<&Target>) -> usize {
        let is_sftp = target.is_some_and(|t| matches!(t.place, TargetPlace::Sftp { .. }));
        self.jobs.map_or(if is_sftp { JOBS_SFTP } else { JOBS }, usize::from)
    }

    pub(super) fn claim<'a>(&self, token: &'a str) -> Claim<'a> {
        Claim { token, takes_over: self.take_over }
    }
}

/// What the environment says of accounts. Nothing of it is ever printed.
pub(super) fn access(towards: &Towards, target: &Target, only_looks: bool) -> Access {
    #[expect(clippy::disallowed_methods, reason = "secrets come from the environment alone")]
    let said = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    Access {
        user: said("TIENDO_WEBDAV_USER"),
        password: said("TIENDO_WEBDAV_PASSWORD"),
        token: said("TIENDO_WEBDAV_TOKEN"),
        ssh_key: said("TIENDO_SSH_KEY"),
        // The library reads these by itself.
        hidden: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]
            .into_iter()
            .filter_map(said)
            .collect(),
        jobs: towards.jobs(Some(target)),
        only_looks,
    }
}

/// A text that no other publisher has; it stands in the lock of a target.
pub(super) fn token() -> String {
    use std::hash::{BuildHasher as _, Hasher as _};
    let random = || std::hash::RandomState::new().build_hasher().finish();
    format!("{}-{:016x}{:016x}", std::process::id(), random(), random())
}

/// A bar of files, on a terminal only.
pub(super) fn files_bar(files: usize) -> ProgressBar {
    let bar = bar();
    bar.set_length(files as u64);
    bar
}

/// A password over plain http can be read on the way.
fn warn_of_plain_words(target: &Target, access: &Access, report: &Report) {
    if let TargetPlace::Webdav { endpoint, .. } = &target.place
        && let Some(rest) = endpoint.strip_prefix("http://")
        && !["127.0.0.1", "localhost", "[::1]"].iter().any(|host| rest.starts_with(host))
        && (access.password.is_some() || access.token.is_some())
    {
        report.aside(&report.locale().format("publish-plain", &[("address", endpoint.into())]));
    }
}

/// The site in the output folder, which must be what its manifest says.
fn built(output: &Path, report: &Report) -> Result<(Published, Site), Outcome> {
    let locale = report.locale();
    let (source, listed) = open(output, report).inspect_err(|_| {
        report.aside(&locale.text("publish-build-first"));
    })?;
    let verdict = verify(&source, &listed, &[]);
    let verdict = verdict.map_err(|error| failure(&error.into(), report))?;
    if !verdict.is_whole() {
        let first = verdict.missing.iter().chain(&verdict.altered).chain(&verdict.unknown).next();
        let args = [
            ("folder", Arg::from(output.display().to_string())),
            ("path", first.map_or("", String::as_str).into()),
        ];
        report.failure(&locale.format("publish-not-built", &args));
        return Err(Outcome::ContentErrors);
    }
    let manifest = source.read(manifest::NAME, u64::MAX).ok().flatten().unwrap_or_default();
    let data = source.read(DATA[0], u64::MAX).ok().flatten().unwrap_or_default();
    let label = serde_json::from_slice::<Dated>(&data).map(|dated| dated.as_of);
    let label = label.ok().filter(|day| vietnamese::parse_date(day).is_ok()).unwrap_or_default();
    Ok((source, Site { manifest, entries: listed.entries, label }))
}

/// What is told of one target and one site.
struct Told<'a> {
    target: &'a Target,
    site: &'a Site,
}

impl Told<'_> {
    fn plan(&self, plan: &Plan, all: bool, only: bool, format: Format, report: &Report) {
        let locale = report.locale();
        if plan.distrusts {
            report.aside(&locale.text("publish-distrusts"));
        }
        if format == Format::Json {
            if only {
                report.json(&Answer {
                    dry_run: true,
                    new: plan.new.len() as u64,
                    changed: plan.changed.len() as u64,
                    removed: plan.removed.len() as u64,
                    same: plan.same as u64,
                    bytes: plan.bytes(),
                    resumed: plan.resumes,
                    paths: Some(Paths {
                        send: plan.order().into_iter().map(str::to_owned).collect(),
                        remove: plan.removed.iter().map(|entry| entry.path.clone()).collect(),
                    }),
                    ..self.answer()
                });
            }
            return;
        }
        report.text(&locale.format("publish-target", &self.place()));
        if plan.resumes {
            report.text(&locale.text("publish-resumes"));
        }
        if only {
            let new: Vec<&str> = plan.new.iter().map(|entry| entry.path.as_str()).collect();
            for path in plan.order() {
                let key = if new.contains(&path) { "publish-new" } else { "publish-changed" };
                report.text(&locale.format(key, &[("path", path.into())]));
            }
            for entry in &plan.removed {
                report.text(&locale.format("publish-removed", &[("path", (&entry.path).into())]));
            }
        }
        let key = if plan.is_done() { "publish-up-to-date" } else { "publish-plan" };
        report.text(&locale.format(key, &counts(plan)));
        if all && !plan.is_done() {
            report.text(&locale.text("publish-whole-release"));
        }
        if only {
            report.text(&locale.text("publish-dry-run"));
        }
    }

    fn sent(&self, sent: &Sent, resumed: bool, format: Format, report: &Report) {
        let locale = report.locale();
        if !sent.left_behind.is_empty() {
            let more = sent.left_behind.len().saturating_sub(NAMED);
            let args =
                [("files", names(&sent.left_behind[..sent.left_behind.len() - more], more).into())];
            report.aside(&locale.format("publish-left-behind", &args));
        }
        if format == Format::Json {
            report.json(&Answer {
                new: sent.new as u64,
                changed: sent.changed as u64,
                removed: sent.removed as u64,
                same: sent.same as u64,
                bytes: sent.bytes,
                resumed,
                altered: Some(sent.altered as u64),
                release: Some(sent.release),
                ..self.answer()
            });
            return;
        }
        if sent.altered > 0 {
            report.aside(&locale.format("publish-altered", &[("count", sent.altered.into())]));
        }
        let hash = manifest::sha256(&self.site.manifest);
        let args = [
            ("release", Arg::from(sent.release)),
            ("files", (sent.new + sent.changed).into()),
            ("removed", sent.removed.into()),
            ("kilobytes", sent.bytes.div_ceil(1000).into()),
            ("hash", hash.into()),
        ];
        report.text(&locale.format("publish-done", &args));
        report.aside(&locale.format("publish-next", &args));
    }

    fn answer(&self) -> Answer {
        Answer {
            version: 1,
            target: self.target.name.clone(),
            place: self.target.shown(),
            dry_run: false,
            manifest_sha256: manifest::sha256(&self.site.manifest),
            new: 0,
            changed: 0,
            removed: 0,
            same: 0,
            bytes: 0,
            resumed: false,
            altered: None,
            release: None,
            paths: None,
        }
    }

    fn place(&self) -> [(&'static str, Arg<'_>); 2] {
        [("name", (&self.target.name).into()), ("place", self.target.shown().into())]
    }
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

/// The first names of many, and how many more there are.
fn names(files: &[String], more: usize) -> String {
    let more = if more > 0 { format!(" (+{more})") } else { String::new() };
    format!("{}{more}", files.join(", "))
}

/// Says why nothing, or not everything, was sent.
pub(super) fn failure(error: &SendError, report: &Report) -> Outcome {
    let locale = report.locale();
    let shown = |path: &Path| path.display().to_string();
    let (text, outcome) = match error {
        SendError::Store(trouble) => (told(trouble, locale), Outcome::Trouble),
        SendError::Disk { path, source } => {
            let args = [("path", shown(path).into()), ("reason", reason(source, locale).into())];
            (locale.format("publish-disk", &args), Outcome::Trouble)
        }
        SendError::Source(published::Error::Disk { path, source }) => {
            let args = [("path", shown(path).into()), ("reason", reason(source, locale).into())];
            (locale.format("trouble-read", &args), Outcome::Trouble)
        }
        SendError::Source(other) => return super::verify::failure(other, report),
        SendError::Altered { path } => {
            (locale.format("publish-source-altered", &[("path", path.into())]), Outcome::Trouble)
        }
        SendError::InTheWay { files, more } => {
            let args = [("files", names(files, *more).into())];
            (locale.format("publish-in-the-way", &args), Outcome::WrongUse)
        }
        SendError::DamagedManifest { line } => {
            let args = [("line", Arg::from(*line))];
            (locale.format("publish-damaged-manifest", &args), Outcome::Trouble)
        }
        SendError::NothingPublished => (locale.text("publish-nothing-there"), Outcome::WrongUse),
        SendError::LostLease => (locale.text("publish-lost-lease"), Outcome::Trouble),
        SendError::NotKept { files, more } => {
            let args = [("files", names(files, *more).into())];
            (locale.format("rollback-not-kept", &args), Outcome::Trouble)
        }
        SendError::NoLink { path } => {
            (locale.format("publish-no-link", &[("path", shown(path).into())]), Outcome::WrongUse)
        }
        SendError::NoSwitch => (locale.text("publish-no-switch"), Outcome::WrongUse),
    };
    report.failure(&text);
    outcome
}

/// What a server or a folder refused, and what to do about it.
pub(super) fn told(trouble: &Trouble, locale: &Locale) -> String {
    let key = match trouble.kind {
        TroubleKind::Denied => "store-denied",
        TroubleKind::Gone => "store-gone",
        TroubleKind::Full => "store-full",
        TroubleKind::HostKey => "store-host-key",
        TroubleKind::Certificate => "store-certificate",
        TroubleKind::Unreachable => "store-unreachable",
        TroubleKind::Blocked => "store-blocked",
        TroubleKind::Unsupported => "store-unsupported",
        TroubleKind::Other => "store-other",
    };
    let detail = match trouble.path.as_str() {
        "" => trouble.detail.clone(),
        path => format!("{path}: {}", trouble.detail),
    };
    locale.format(key, &[("detail", detail.into())])
}
