//! The hand-over: how things stand, and the package for those who publish.

use serde::Serialize;

use super::super::form::Form;
use super::super::keeper::Records;
use super::super::{Answer, Editor};
use super::frame::Frame;
use crate::diagnostic::Severity;
use crate::pipeline::{self, PackageOptions, Progress};
use crate::vietnamese::slug;

#[derive(Serialize)]
struct View {
    lines: Vec<String>,
    /// Whether the package can be made.
    is_ready: bool,
    command: String,
}

/// The package that was fetched last, in the content folder. The records can be compared with it.
pub(super) const KEPT: &str = ".tiendo/package.zip";

/// A package is made without a bar.
struct Quiet;

impl Progress for Quiet {
    fn waits(&self) {}
    fn begins(&self, _files: usize) {}
    fn advances(&self) {}
    fn ends(&self) {}
}

/// The name of the package.
fn name(records: &Records) -> String {
    let as_of = pipeline::as_of(records.model(), None);
    format!("tien-do-{}-{as_of}.zip", slug(&records.model().directive.number))
}

/// Shows how things stand.
pub(super) fn show(editor: &Editor, records: &Records, query: &Form) -> Answer {
    let locale = editor.locale;
    let diagnostics = &records.loaded.diagnostics;
    let errors = diagnostics.count(Severity::Error);
    let as_of = pipeline::as_of(records.model(), None);
    let mut lines =
        vec![locale.format("edit-handover-date", &[("date", locale.long_date(as_of).into())])];
    if let Some((_, assessment)) = &records.judged {
        let tally = &assessment.directive;
        let args = [
            ("done", records.words.fraction(tally.completion).into()),
            ("reported", records.words.fraction(tally.reporting).into()),
            ("overdue", tally.overdue().into()),
        ];
        lines.push(locale.format("edit-handover-tally", &args));
    }
    let is_ready = errors == 0 && records.judged.is_some();
    lines.push(match errors {
        0 => locale.text("edit-handover-ready"),
        errors => locale.format("edit-handover-errors", &[("count", errors.into())]),
    });
    let warnings = diagnostics.count(Severity::Warning);
    if warnings > 0 {
        lines.push(locale.format("edit-handover-warnings", &[("count", warnings.into())]));
    }
    let target = records.model().settings.targets.first();
    let target = target.map_or_else(|| "…".to_owned(), |target| target.name.clone());
    let view = View { lines, is_ready, command: format!("tiendo build\ntiendo publish {target}") };
    let frame = Frame::new(editor, locale.text("edit-menu-handover"), "ban-giao", query);
    Answer::page(200, editor.filled("edit/handover.html", &frame, &view))
}

/// The package, as `tiendo package` makes it.
pub(super) fn package(editor: &Editor, records: &Records) -> Answer {
    let failed = |text: String| editor.message(500, &text);
    let Ok(loaded) = pipeline::load(&editor.content) else {
        return failed(editor.locale.text("edit-handover-failed"));
    };
    let mut model = loaded.model;
    let as_of = pipeline::as_of(&model, None);
    let assessment = match pipeline::assess(&mut model, as_of) {
        Ok(assessment) if !loaded.diagnostics.has_errors() => assessment,
        _ => return failed(editor.locale.text("edit-handover-failed")),
    };
    let to = editor.content.join(KEPT);
    let templates = editor.clerk.templates();
    let options = PackageOptions::default();
    let made =
        pipeline::package(model, assessment, &templates, &editor.content, &to, options, &Quiet);
    let bytes = made.ok().and_then(|_| std::fs::read(&to).ok());
    match bytes {
        Some(bytes) => Answer {
            status: 200,
            kind: "application/zip",
            bytes,
            saved_as: Some(name(records)),
            ..Answer::default()
        },
        None => failed(editor.locale.text("edit-handover-failed")),
    }
}
