//! Diagnostics for programs: a JSON object, or workflow commands of GitHub Actions.

use serde::Serialize;

use super::Report;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::source::Sources;

/// All diagnostics. Field names are stable within a `version`.
#[derive(Serialize)]
pub(super) struct DiagnosticList<'a> {
    version: u32,
    errors: usize,
    warnings: usize,
    hints: usize,
    diagnostics: Vec<DiagnosticAnswer<'a>>,
}

/// A diagnostic.
#[derive(Serialize)]
struct DiagnosticAnswer<'a> {
    code: &'static str,
    severity: &'static str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    label: String,
    help: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    second: Option<Spot<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'a>>,
}

/// The second place that matters.
#[derive(Serialize)]
struct Spot<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    label: String,
}

/// What `check --fix` would write in the same file.
#[derive(Serialize)]
struct Fix<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

impl<'a> DiagnosticList<'a> {
    pub(super) fn new(report: &Report, diagnostics: &'a Diagnostics, sources: &'a Sources) -> Self {
        DiagnosticList {
            version: 1,
            errors: diagnostics.count(Severity::Error),
            warnings: diagnostics.count(Severity::Warning),
            hints: diagnostics.count(Severity::Hint),
            diagnostics: diagnostics
                .iter()
                .map(|diagnostic| DiagnosticAnswer::new(report, diagnostic, sources))
                .collect(),
        }
    }
}

impl<'a> DiagnosticAnswer<'a> {
    fn new(report: &Report, diagnostic: &'a Diagnostic, sources: &'a Sources) -> Self {
        let file = sources.get(diagnostic.place.file);
        let range = file.range(&diagnostic.place.spot);
        let (start, end) = (file.position(range.start), file.position(range.end));
        DiagnosticAnswer {
            code: diagnostic.code,
            severity: diagnostic.severity.name(),
            file: &file.path,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            message: report.say(diagnostic, ""),
            label: report.say(diagnostic, ".label"),
            help: report.say(diagnostic, ".help"),
            second: diagnostic.second.as_ref().map(|second| {
                let file = sources.get(second.file);
                let start = file.position(file.range(&second.spot).start);
                let label = report.say(diagnostic, ".second");
                Spot { file: &file.path, line: start.line, column: start.column, label }
            }),
            suggestion: diagnostic.suggestion.as_deref(),
            fix: diagnostic.fix.as_ref().map(|edit| {
                let start = file.position(edit.range.start);
                let end = file.position(edit.range.end);
                Fix {
                    line: start.line,
                    column: start.column,
                    end_line: end.line,
                    end_column: end.column,
                    text: &edit.text,
                }
            }),
        }
    }
}

/// `::error file=…,line=…::message`: what GitHub's runners show beside the line.
pub(super) fn github(report: &Report, diagnostic: &Diagnostic, sources: &Sources) -> String {
    let file = sources.get(diagnostic.place.file);
    let range = file.range(&diagnostic.place.spot);
    let (start, end) = (file.position(range.start), file.position(range.end));
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    format!(
        "::{level} file={},line={},col={},endLine={},endColumn={},title={}::{}",
        property(&file.path),
        start.line,
        start.column,
        end.line,
        end.column,
        property(diagnostic.code),
        data(&format!("{}\n{}", report.say(diagnostic, ""), report.say(diagnostic, ".help"))),
    )
}
