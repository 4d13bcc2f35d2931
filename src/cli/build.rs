//! `tiendo build`: the whole site, from records to a folder.

use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::NaiveDate;
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use super::given::GivenDay;
use super::report::Report;
use super::trouble::{self, reason};
use super::{Common, Format, Outcome, assess, before_directive, load, unreadable};
use crate::assess::Tally;
use crate::diagnostic::Severity;
use crate::locale::{Arg, Locale};
use crate::output;
use crate::pipeline::portal::{self, BuiltPortal, Checked, Later, PortalError};
use crate::pipeline::{self, BuildError, Built, Folders, Progress};
use crate::publish::package;
use crate::site::{RenderError, TemplateError, Templates};

#[derive(Args)]
pub(super) struct BuildArguments {
    #[arg(long, default_value = "output", value_name = "DIR")]
    output: PathBuf,
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
    #[arg(long)]
    keep_going: bool,
    #[arg(id = "full_build", long = "full")]
    full: bool,
    #[arg(long, default_value = "text", value_name = "text|json")]
    format: Format,
}

/// The answer as JSON.
#[derive(Serialize)]
struct Answer {
    version: u32,
    as_of: NaiveDate,
    pages: u64,
    files: u64,
    bytes: u64,
    unchanged: u64,
    removed: u64,
    manifest_sha256: String,
    /// The directives of a portal that are dated after `as_of`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    later: Vec<Later>,
}

pub(super) fn run(
    arguments: &BuildArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let start = Instant::now();
    if portal::is_portal(&common.content) {
        return whole_portal(arguments, start, common, report);
    }
    // Errors of the content are reported before errors of the templates.
    let read = templates_of(arguments.templates.as_deref());
    let folders = Folders { content: &common.content, output: &arguments.output };
    let bar = Bar::new(report);
    let mut loaded = load(common, report)?;
    match arguments.format {
        Format::Text => {
            let (diagnostics, sources) = (&loaded.diagnostics, &loaded.sources);
            report.print_diagnostics_down_to(Severity::Warning, diagnostics, sources);
        }
        Format::Json if loaded.diagnostics.has_errors() => {
            report.print_json(&loaded.diagnostics, &loaded.sources);
        }
        Format::Json => {}
    }
    if loaded.diagnostics.has_errors() {
        report.aside(&report.locale().text("build-refused"));
        return Err(Outcome::ContentErrors);
    }
    let templates = readable(read, report)?;
    let assessment = assess(&mut loaded, arguments.as_of.clone(), common, report)?;
    let as_of = assessment.as_of;
    let tally = assessment.directive.clone();
    // Only diagnostics need the texts; the build does not wait until they are freed.
    let sources = loaded.sources;
    rayon::spawn(move || drop(sources));
    let built = pipeline::build(loaded.model, assessment, &templates, folders, &bar)
        .map_err(|error| failure(&error, report))?;
    print_built(&built, as_of, &tally, &[], start, arguments, report);
    Ok(Outcome::Fine)
}

/// Builds a portal: the sites of all directives, and what they share.
fn whole_portal(
    arguments: &BuildArguments,
    start: Instant,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let templates = templates(arguments.templates.as_deref(), report)?;
    let folders = Folders { content: &common.content, output: &arguments.output };
    let given = |day: &GivenDay| Ok(day.date(&load(common, report)?.model, report));
    let as_of = arguments.as_of.as_ref().map(given).transpose()?;
    let options = portal::Options { as_of, keep_going: arguments.keep_going, full: arguments.full };
    let made = portal::build(folders, options, &templates, &Bar::new(report))
        .map_err(|error| portal_failure(error, arguments.keep_going, arguments.format, report))?;
    if arguments.format == Format::Text {
        said(&made.checked, arguments.format, report);
    }
    tell_of_kept(&made, report);
    print_built(&made.built, made.as_of, &made.tally, &made.later, start, arguments, report);
    if arguments.format == Format::Text {
        let args = [("directives", made.directives.into()), ("reused", made.reused.into())];
        report.text(&locale.format("portal-built", &args));
    }
    if made.kept.is_empty() { Ok(Outcome::Fine) } else { Err(Outcome::ContentErrors) }
}

/// Says which directives do not count yet, which keep their last good pages, and what those lead to
/// that is gone.
pub(super) fn tell_of_kept(made: &BuiltPortal, report: &Report) {
    let locale = report.locale();
    for Later { name, date, .. } in &made.later {
        let args = [("directive", name.into()), ("date", locale.short_date(*date).into())];
        report.aside(&locale.format("portal-later", &args));
    }
    for (id, as_of) in &made.kept {
        let args = [("id", id.into()), ("date", locale.short_date(*as_of).into())];
        report.aside(&locale.format("portal-kept-going", &args));
    }
    for (id, path) in &made.lost {
        let args = [("id", id.into()), ("path", path.into())];
        report.aside(&locale.format("portal-kept-lost", &args));
    }
}

/// Prints why a portal, or a directive of it, cannot be made.
pub(super) fn portal_failure(
    error: PortalError,
    kept_going: bool,
    format: Format,
    report: &Report,
) -> Outcome {
    match error {
        PortalError::Load(error) => unreadable(&error, report),
        PortalError::Build(error) => failure(&error, report),
        PortalError::Content(checked) => {
            said(&checked, format, report);
            if !checked.faulty.is_empty() {
                let list = checked.faulty.join(", ");
                let args = [("count", checked.faulty.len().into()), ("list", (&list).into())];
                let key = if kept_going { "portal-nothing-kept" } else { "portal-refused" };
                report.aside(&report.locale().format(key, &args));
            }
            report.aside(&report.locale().text("build-refused"));
            Outcome::ContentErrors
        }
    }
}

/// Prints what is wrong in a portal.
fn said(checked: &Checked, format: Format, report: &Report) {
    let Checked { diagnostics, sources, .. } = checked;
    match format {
        Format::Text => report.print_diagnostics_down_to(Severity::Warning, diagnostics, sources),
        Format::Json => report.print_json(diagnostics, sources),
    }
}

/// Prints what was built.
fn print_built(
    built: &Built,
    as_of: NaiveDate,
    tally: &Tally,
    later: &[Later],
    start: Instant,
    arguments: &BuildArguments,
    report: &Report,
) {
    let written = &built.written;
    match arguments.format {
        Format::Text => {
            let seconds = start.elapsed().as_secs_f64();
            summary(built, as_of, tally, seconds, arguments, report);
        }
        Format::Json => report.json(&Answer {
            version: 1,
            as_of,
            pages: built.pages as u64,
            files: written.files as u64,
            bytes: written.bytes,
            unchanged: written.unchanged as u64,
            removed: written.removed as u64,
            manifest_sha256: written.manifest_sha256.clone(),
            later: later.to_vec(),
        }),
    }
}

fn summary(
    built: &Built,
    as_of: NaiveDate,
    tally: &Tally,
    seconds: f64,
    arguments: &BuildArguments,
    report: &Report,
) {
    let Built { pages, written } = built;
    let locale = report.locale();
    let tenths = (seconds * 100.0).round() as u64;
    let point = if locale.tag() == "vi" { ',' } else { '.' };
    let args = [
        ("pages", Arg::from(*pages)),
        ("files", Arg::from(written.files)),
        ("kilobytes", Arg::from(written.bytes.div_ceil(1000))),
        ("seconds", Arg::from(format!("{}{point}{:02}", tenths / 100, tenths % 100))),
        ("date", Arg::from(locale.short_date(as_of))),
        ("unchanged", Arg::from(written.unchanged)),
        ("removed", Arg::from(written.removed)),
        ("folder", Arg::from(arguments.output.display().to_string())),
    ];
    report.text(&locale.format("build-written", &args));
    report.text(&format!("{} · {}", locale.format("build-done", &args), readouts(tally, locale)));
}

/// Returns the two main figures in one line.
pub(super) fn readouts(tally: &Tally, locale: &Locale) -> String {
    let args = [
        ("done", Arg::from(tally.completion.part)),
        ("deliverables", Arg::from(tally.completion.whole)),
        ("overdue", Arg::from(tally.overdue())),
        ("reported", Arg::from(tally.reporting.part)),
        ("ongoing", Arg::from(tally.reporting.whole)),
    ];
    locale.format("readouts", &args)
}

/// Returns the built-in templates, with those that `folder` replaces; prints why if it fails.
pub(super) fn templates(folder: Option<&Path>, report: &Report) -> Result<Templates, Outcome> {
    readable(templates_of(folder), report)
}

/// Returns the templates, or prints why they cannot be read.
fn readable(read: Result<Templates, Unusable>, report: &Report) -> Result<Templates, Outcome> {
    read.map_err(|unusable| {
        report.failure(&unusable.message(report.locale()));
        Outcome::Trouble
    })
}

/// A file that does not replace a template.
pub(super) enum Unusable {
    /// The system refused.
    Unread { path: String, error: std::io::Error },
    /// There is no template of this name.
    Unknown { path: String },
}

impl Unusable {
    /// The message in the user's language.
    pub(super) fn message(&self, locale: &Locale) -> String {
        match self {
            Unusable::Unread { path, error } => {
                let args = [("path", path.into()), ("reason", reason(error, locale).into())];
                locale.format("trouble-read", &args)
            }
            Unusable::Unknown { path } => {
                let known: Vec<&str> = Templates::names().collect();
                let args = [("path", path.into()), ("known", known.join(", ").into())];
                locale.format("trouble-no-template", &args)
            }
        }
    }
}

/// Returns the built-in templates, with those that `folder` replaces.
pub(super) fn templates_of(folder: Option<&Path>) -> Result<Templates, Unusable> {
    folder.map_or(Ok(Templates::embedded()), replaced)
}

fn replaced(folder: &Path) -> Result<Templates, Unusable> {
    let failed = |path: &Path| {
        let path = path.display().to_string();
        move |error| Unusable::Unread { path, error }
    };
    let mut templates = Templates::embedded();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).display().to_string();
            Unusable::Unread { path, error: error.into() }
        })?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let name = name.to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(entry.path()).map_err(failed(entry.path()))?;
            if !templates.replace(&name, text) {
                return Err(Unusable::Unknown { path: entry.path().display().to_string() });
            }
        }
    }
    Ok(templates)
}

/// Prints why nothing was built, in the user's language where the user can act on it.
pub(super) fn failure(error: &BuildError, report: &Report) -> Outcome {
    let locale = report.locale();
    match error {
        BuildError::Output(error) => report.failure(&output_failure(error, locale)),
        BuildError::Attachment { path, error } => {
            let args = [("path", path.into()), ("reason", reason(error, locale).into())];
            report.failure(&locale.format("trouble-read", &args));
        }
        BuildError::Template(TemplateError { message }) => {
            report.failure(&locale.format("trouble-template", &[("reason", message.into())]));
        }
        BuildError::Render(RenderError { template, message }) => {
            let why = format!("{template}: {message}");
            report.failure(&locale.format("trouble-template", &[("reason", why.into())]));
        }
        BuildError::BrokenLinks(broken) => {
            let args = [("count", broken.len().into())];
            report.failure(&locale.format("trouble-links", &args));
            for link in broken.iter().take(20) {
                let anchor = link.anchor.as_ref().map(|a| format!("#{a}")).unwrap_or_default();
                report.aside(&format!("  {} → {}{anchor}", link.page, link.target));
            }
        }
        BuildError::Package(package::Error::Disk { path, source }) => {
            let path = path.display().to_string();
            let args = [("path", path.into()), ("reason", reason(source, locale).into())];
            report.failure(&locale.format("trouble-disk", &args));
        }
        BuildError::Package(package::Error::Path { path, .. }) => {
            report.failure(&locale.format("trouble-site-path", &[("path", path.into())]));
        }
        BuildError::Unsigned => report.failure(&locale.text("sign-failed")),
        BuildError::Date(error) => before_directive(error, report),
        // Commands that compare with a published site print these by themselves.
        BuildError::Unreadable(_) | BuildError::Held(_) => {
            report.failure(&locale.text("build-refused"));
        }
    }
    report.aside(&locale.text("build-old-site-stands"));
    Outcome::Trouble
}

fn output_failure(error: &output::Error, locale: &Locale) -> String {
    let list = |files: &[String], more: usize| {
        let mut text = files.join(", ");
        if more > 0 {
            text.push_str(&format!(" (+{more})"));
        }
        text
    };
    let shown = |path: &Path| path.display().to_string();
    match error {
        output::Error::NotOurs { dir, files, more } => locale.format(
            "trouble-not-ours",
            &[("folder", shown(dir).into()), ("files", list(files, *more).into())],
        ),
        output::Error::Strangers { dir, files, more } => locale.format(
            "trouble-strangers",
            &[("folder", shown(dir).into()), ("files", list(files, *more).into())],
        ),
        output::Error::NotAFolder { dir } => {
            locale.format("trouble-not-a-folder", &[("folder", shown(dir).into())])
        }
        output::Error::Pinned { dir } => {
            locale.format("trouble-pinned", &[("folder", shown(dir).into())])
        }
        output::Error::Disk { path, step, source } => {
            let args = [
                ("path", shown(path).into()),
                ("step", trouble::step(*step, locale).into()),
                ("reason", reason(source, locale).into()),
            ];
            locale.format("trouble-step", &args)
        }
        output::Error::NoName { dir } => {
            locale.format("trouble-no-name", &[("folder", shown(dir).into())])
        }
        output::Error::Ending { dir } => {
            locale.format("trouble-name-ending", &[("folder", shown(dir).into())])
        }
        output::Error::DamagedManifest { path, line } => locale.format(
            "trouble-damaged-manifest",
            &[("path", shown(path).into()), ("line", (*line).into())],
        ),
        output::Error::Stranded { dir, aside, source } => {
            let args = [
                ("folder", shown(dir).into()),
                ("aside", shown(aside).into()),
                ("reason", reason(source, locale).into()),
            ];
            locale.format("trouble-stranded", &args)
        }
        // Neither can happen to a site of ours: every path is made by the program.
        output::Error::Path { path, .. } | output::Error::Incomplete { path } => {
            locale.format("trouble-site-path", &[("path", path.into())])
        }
    }
}

/// Returns an error with its causes.
#[cfg(feature = "serve")]
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let next = error.to_string();
        if !text.contains(&next) {
            text.push_str(": ");
            text.push_str(&next);
        }
        cause = error.source();
    }
    text
}

/// The progress bar, on a terminal only.
pub(super) struct Bar<'a> {
    bar: ProgressBar,
    report: &'a Report,
}

impl<'a> Bar<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        Bar { bar: bar(), report }
    }
}

/// Creates a progress bar that is drawn only on a terminal.
pub(super) fn bar() -> ProgressBar {
    let target = if std::io::stderr().is_terminal() {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let bar = ProgressBar::with_draw_target(Some(0), target);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}

impl Progress for Bar<'_> {
    fn waits(&self) {
        self.report.aside(&self.report.locale().text("build-waits"));
    }

    fn begins(&self, files: usize) {
        self.bar.set_length(files as u64);
    }

    fn advances(&self) {
        self.bar.inc(1);
    }

    fn ends(&self) {
        self.bar.finish_and_clear();
    }
}
