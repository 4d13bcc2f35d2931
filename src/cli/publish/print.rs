//! Prints what will be sent and what was sent, for people and for programs.

use serde::Serialize;

use crate::cli::Format;
use crate::cli::report::Report;
use crate::cli::target::{counts, warn_of_others};
use crate::locale::Arg;
use crate::model::target::Target;
use crate::publish::error::FileList;
use crate::publish::plan::Plan;
use crate::publish::send::Sent;
use crate::publish::site::Site;

/// What was sent, or would be, for programs.
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
    /// What was looked at before: the number of published files, and whether their bytes were read
    /// or only their names and sizes compared.
    compared: u64,
    compared_bytes: bool,
    /// Published files that somebody altered or deleted at the target.
    damaged: Vec<String>,
    /// Files and folders at the target that tiendo did not publish.
    strange: Vec<String>,
    /// The number of published files that somebody had altered; absent if nothing was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    altered: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    release: Option<u32>,
    /// The paths in the order in which they would be sent; only of a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    paths: Option<Paths>,
}

#[derive(Serialize)]
struct Paths {
    send: Vec<String>,
    remove: Vec<String>,
}

/// Prints about one site and one target.
pub(super) struct Printer<'a> {
    pub(super) target: &'a Target,
    pub(super) site: &'a Site,
    pub(super) format: Format,
    /// Whether the bytes at the target were read.
    pub(super) reads_all: bool,
    pub(super) report: &'a Report,
}

impl Printer<'_> {
    /// Prints what will be sent. For programs, [`sent`](Self::sent) prints everything.
    pub(super) fn plan(&self, plan: &Plan, sends_all: bool) {
        warn_of_others(plan, self.report);
        if self.format == Format::Text {
            self.heading(plan);
            self.summary(plan, sends_all);
        }
    }

    /// Prints what would be sent, file by file.
    pub(super) fn dry_run(&self, plan: &Plan, sends_all: bool) {
        let locale = self.report.locale();
        warn_of_others(plan, self.report);
        if self.format == Format::Json {
            self.report.json(&Answer {
                dry_run: true,
                new: plan.new.len() as u64,
                changed: plan.changed.len() as u64,
                removed: plan.removed.len() as u64,
                same: plan.same as u64,
                bytes: plan.bytes(),
                paths: Some(Paths {
                    send: plan.order().into_iter().map(str::to_owned).collect(),
                    remove: plan.removed.iter().map(|entry| entry.path.clone()).collect(),
                }),
                ..self.answer(plan)
            });
            return;
        }
        self.heading(plan);
        let new: Vec<&str> = plan.new.iter().map(|entry| entry.path.as_str()).collect();
        for path in plan.order() {
            let key = if new.contains(&path) { "publish-new" } else { "publish-changed" };
            self.report.text(&locale.format(key, &[("path", path.into())]));
        }
        for entry in &plan.removed {
            let args = [("path", (&entry.path).into())];
            self.report.text(&locale.format("publish-removed", &args));
        }
        self.summary(plan, sends_all);
        self.report.text(&locale.text("publish-dry-run"));
    }

    /// Prints what was sent.
    pub(super) fn sent(&self, sent: &Sent, plan: &Plan) {
        let locale = self.report.locale();
        if let Some(files) = FileList::new(sent.left_behind.clone()) {
            let args = [("files", files.to_string().into())];
            self.report.aside(&locale.format("publish-left-behind", &args));
        }
        if self.format == Format::Json {
            self.report.json(&Answer {
                new: sent.new as u64,
                changed: sent.changed as u64,
                removed: sent.removed as u64,
                same: sent.same as u64,
                bytes: sent.bytes,
                altered: Some(sent.altered as u64),
                release: Some(sent.release),
                ..self.answer(plan)
            });
            return;
        }
        // Otherwise they were named before.
        if sent.altered > 0 && plan.damaged.is_empty() {
            let args = [("count", sent.altered.into())];
            self.report.aside(&locale.format("publish-altered", &args));
        }
        let args = [
            ("release", Arg::from(sent.release)),
            ("files", (sent.new + sent.changed).into()),
            ("removed", sent.removed.into()),
            ("kilobytes", sent.bytes.div_ceil(1000).into()),
            ("hash", self.site.sha256().into()),
        ];
        self.report.text(&locale.format("publish-done", &args));
        self.report.aside(&locale.format("publish-next", &args));
    }

    fn heading(&self, plan: &Plan) {
        let locale = self.report.locale();
        let args = [("name", (&self.target.name).into()), ("place", self.target.shown().into())];
        self.report.text(&locale.format("publish-target", &args));
        if plan.resumes {
            self.report.text(&locale.text("publish-resumes"));
        }
    }

    fn summary(&self, plan: &Plan, sends_all: bool) {
        let locale = self.report.locale();
        let key = if plan.is_done() { "publish-up-to-date" } else { "publish-plan" };
        self.report.text(&locale.format(key, &counts(plan)));
        if plan.compared > 0 {
            let reads = self.reads_all || plan.distrusts;
            let key = if reads { "publish-compared-bytes" } else { "publish-compared-sizes" };
            self.report.text(&locale.format(key, &[("files", plan.compared.into())]));
        }
        if sends_all && !plan.is_done() {
            self.report.text(&locale.text("publish-whole-release"));
        }
    }

    fn answer(&self, plan: &Plan) -> Answer {
        Answer {
            version: 1,
            target: self.target.name.clone(),
            place: self.target.shown(),
            dry_run: false,
            manifest_sha256: self.site.sha256(),
            new: 0,
            changed: 0,
            removed: 0,
            same: 0,
            bytes: 0,
            resumed: plan.resumes,
            compared: plan.compared as u64,
            compared_bytes: self.reads_all || plan.distrusts,
            damaged: plan.damaged.clone(),
            strange: plan.strange.clone(),
            altered: None,
            release: None,
            paths: None,
        }
    }
}
