//! `tiendo package`: the site and what its publisher needs, in one zip.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::build::{Bar, failure, portal_failure, readouts, tell_of_kept, templates};
use super::given::GivenDay;
use super::publish;
use super::publish::portal::PortalGate;
use super::published::{self, open};
use super::report::Report;
use super::trouble::{not_created, not_read};
use super::{Common, Format, Outcome, assess, gate, load_sound};
use crate::assess::Tally;
use crate::gate::Earlier;
use crate::locale::Arg;
use crate::model::Model;
use crate::pipeline::{self, BuildError, Folders, PackageOptions, Packaged, portal, publications};
use crate::publish::signature::{self, SignError, SigningKey};
use crate::vietnamese;

#[derive(Args)]
pub(super) struct PackageArguments {
    #[arg(long, value_name = "KEY")]
    sign: Option<PathBuf>,
    #[arg(long, value_name = "FILE.zip")]
    zip: Option<PathBuf>,
    #[arg(long, value_name = "DIR|ZIP")]
    since: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
    /// Takes the pages of directives with errors from `output`, where the portal is built.
    #[arg(long)]
    keep_going: bool,
    #[arg(long, default_value = "output", value_name = "DIR", requires = "keep_going")]
    output: PathBuf,
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
            let (site, listed) = open(path, report)?;
            let earlier = pipeline::earlier(&site);
            Some((earlier.map_err(|error| published::failure(&error, report))?, listed.sha256))
        }
        None => None,
    };
    let key = arguments
        .sign
        .as_deref()
        .map(|path| signing_key(path, &common.content, report))
        .transpose()?;
    if portal::is_portal(&common.content) {
        let options =
            PackageOptions { earlier: earlier.as_ref().map(|(e, _)| e), key: key.as_ref() };
        return whole_portal(arguments, options, common, report);
    }
    let mut loaded = load_sound(common, report)?;
    let templates = templates(arguments.templates.as_deref(), report)?;
    let assessment = assess(&mut loaded, arguments.as_of.clone(), common, report)?;
    if let Some((earlier, manifest)) = &earlier {
        keep_earlier(earlier, manifest, &mut loaded.model, &common.content, report);
    }
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
        &templates,
        &common.content,
        &zip,
        PackageOptions { earlier: earlier.as_ref().map(|(earlier, _)| earlier), key: key.as_ref() },
        &Bar::new(report),
    );
    let packaged = packaged.map_err(|error| match &error {
        BuildError::Held(verdict) => {
            gate::stopped(verdict, &common.content, arguments.format, report)
        }
        BuildError::Unreadable(error) => gate::unreadable(error, report),
        _ => failure(&error, report),
    })?;
    let done = Done { zip: &zip, as_of, ids: &ids, tally: &tally };
    print_packaged(packaged, &done, arguments.format, report);
    Ok(Outcome::Fine)
}

/// Packs a portal: all directives and the pages that they share.
fn whole_portal(
    arguments: &PackageArguments,
    options: PackageOptions<'_>,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let top = load_sound(common, report)?;
    let templates = templates(arguments.templates.as_deref(), report)?;
    let as_of = arguments.as_of.as_ref().map(|day| day.date(&top.model, report));
    let parent = arguments.zip.as_ref().and_then(|zip| zip.parent());
    let parent = parent.filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let keep_going = arguments.keep_going;
    let temporary;
    let output = if keep_going {
        // The last good pages of a directive with errors are nowhere else.
        arguments.output.clone()
    } else {
        // Beside the zip, since the disk of temporary files may be small.
        let folder = tempfile::Builder::new().prefix(".tiendo-").tempdir_in(parent);
        temporary = folder.map_err(|error| not_created(parent, &error, report))?;
        temporary.path().join("site")
    };
    let folders = Folders { content: &common.content, output: &output };
    let how = portal::Options { as_of, keep_going, full: false };
    let built = portal::build(folders, how, &templates, &Bar::new(report))
        .map_err(|error| portal_failure(error, keep_going, arguments.format, report))?;
    tell_of_kept(&built, report);
    if let Some(path) = &arguments.since {
        let (published, listed) = open(path, report)?;
        let (source, site) = publish::built(&output, report)?;
        let (root, model, as_of) = (&*common.content, &top.model, built.as_of);
        let gate = PortalGate { root, model, as_of, site: &site, source: &source, report };
        let read = |path: &str| {
            published.read(path, u64::MAX).map_err(|error| published::failure(&error, report))
        };
        gate.check(&listed.entries, &read, arguments.format)?;
    }
    let zip = match &arguments.zip {
        Some(zip) => zip.clone(),
        None => default_name(&top.model.settings.title, built.as_of),
    };
    let packaged = pipeline::package_portal(&built, &output, &zip, options);
    let packaged = packaged.map_err(|error| failure(&error, report))?;
    let done = Done { zip: &zip, as_of: built.as_of, ids: &[], tally: &built.tally };
    print_packaged(packaged, &done, arguments.format, report);
    if built.kept.is_empty() { Ok(Outcome::Fine) } else { Err(Outcome::ContentErrors) }
}

/// What is told of a finished package beside what it holds.
struct Done<'a> {
    zip: &'a Path,
    as_of: NaiveDate,
    /// The ids of all tasks, by their handles.
    ids: &'a [String],
    tally: &'a Tally,
}

/// Prints what was packed.
fn print_packaged(packaged: Packaged, done: &Done<'_>, format: Format, report: &Report) {
    let Done { zip, as_of, ids, tally } = *done;
    let locale = report.locale();
    if format == Format::Json {
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
            changed: packaged.changed.map(|changed| gate::Retold::of(&changed, ids)),
        });
        return;
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
    report.text(&readouts(tally, locale));
    if let Some(changed) = &packaged.changed {
        gate::warn_of_late(changed, ids, as_of, report);
    }
    if let Some(since) = packaged.since {
        let args = [
            ("added", Arg::from(since.added)),
            ("changed", since.changed.into()),
            ("removed", since.removed.len().into()),
        ];
        report.text(&locale.format("package-since", &args));
    }
    report.text(&locale.format("package-next", &args));
}

/// Reads the key that signs the manifest, and asks for its password if it has one.
fn signing_key(path: &Path, content: &Path, report: &Report) -> Result<SigningKey, Outcome> {
    let locale = report.locale();
    let shown = path.display().to_string();
    // Whoever gets the records, by a copy or from a repository, must not get the key with them.
    let real = |path: &Path| path.canonicalize().ok();
    if real(content).is_some_and(|content| real(path).is_some_and(|key| key.starts_with(content))) {
        report.failure(&locale.format("sign-in-content", &[("file", shown.into())]));
        return Err(Outcome::WrongUse);
    }
    let text = std::fs::read_to_string(path).map_err(|error| not_read(&shown, &error, report))?;
    let password = || {
        report.aside(&locale.text("sign-password"));
        None
    };
    signature::secret_key(&text, password).map_err(|error| {
        let key = match error {
            SignError::NotAKey | SignError::Failed => "sign-not-a-key",
            SignError::Password => "sign-wrong-password",
        };
        report.failure(&locale.format(key, &[("file", shown.into())]));
        Outcome::WrongUse
    })
}

/// Adds the publication that the package continues to the chain, if it is kept and not in it yet.
fn keep_earlier(
    earlier: &Earlier,
    manifest: &str,
    model: &mut Model,
    content: &Path,
    report: &Report,
) {
    let Ok(published) = crate::gate::read(earlier) else { return };
    let Some(records) = &published.records else { return };
    let Some(next) = publications::next(model, published.as_of, manifest, records, None) else {
        return;
    };
    gate::keep(&next, content, report);
    model.publications.get_or_insert_default().push(next);
}

/// `tien-do-3413-ubnd-th-2021-10-31.zip`, in the folder where the command was given.
fn default_name(number: &str, as_of: NaiveDate) -> PathBuf {
    Path::new(&format!("tien-do-{}-{as_of}.zip", vietnamese::slug(number))).to_owned()
}
