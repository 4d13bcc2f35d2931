//! Diagnostics as SARIF 2.1.0, which editors and code hosts read.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Report;
use crate::diagnostic::{Diagnostic, Diagnostics, Edit, Place, Rule, Severity};
use crate::source::{SourceFile, Sources, Spot};

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<Finding>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Vec<Descriptor>,
}

/// A rule that was broken.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Markdown,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Markdown {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

/// Lines and columns from 1, in characters; the end is the first that is no part of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix {
    description: Text,
    artifact_changes: [Change; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    artifact_location: Artifact,
    replacements: [Replacement; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Text,
}

impl Log {
    pub(super) fn new(
        report: &Report,
        rules: &[&'static Rule],
        diagnostics: &Diagnostics,
        sources: &Sources,
    ) -> Self {
        let mut broken: BTreeMap<&'static str, &Diagnostic> = BTreeMap::new();
        for diagnostic in diagnostics.iter() {
            broken.entry(diagnostic.code).or_insert(diagnostic);
        }
        let index: BTreeMap<&str, usize> =
            broken.keys().enumerate().map(|(n, code)| (*code, n)).collect();
        let language = report.locale().tag();
        let version = env!("CARGO_PKG_VERSION");
        let descriptor = |diagnostic: &&Diagnostic| {
            let rule = rules.iter().find(|rule| rule.code == diagnostic.code);
            descriptor(report, diagnostic, rule.map(|rule| rule.explanation(language)))
        };
        let rules = broken.values().map(descriptor).collect();
        let finding =
            |diagnostic| finding(report, diagnostic, sources, index.get(diagnostic.code).copied());
        let driver = Driver { name: "tiendo", version, semantic_version: version, language, rules };
        Log {
            schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [Run {
                tool: Tool { driver },
                language,
                column_kind: "unicodeCodePoints",
                results: diagnostics.iter().map(finding).collect(),
            }],
        }
    }
}

/// Returns the description of a code: its rule's explanation, or the sentence of a diagnostic.
fn descriptor(report: &Report, diagnostic: &Diagnostic, explanation: Option<String>) -> Descriptor {
    let help = report.say(diagnostic, ".help");
    let explanation = explanation.unwrap_or_else(|| diagnostic.code.replace('-', " "));
    let first = explanation.lines().next().unwrap_or_default().to_owned();
    Descriptor {
        id: diagnostic.code,
        short_description: Text { text: first },
        full_description: Text { text: explanation.clone() },
        help: Markdown { text: help, markdown: explanation },
        default_configuration: Configuration { level: level(diagnostic.severity) },
    }
}

fn finding(
    report: &Report,
    diagnostic: &Diagnostic,
    sources: &Sources,
    index: Option<usize>,
) -> Finding {
    let mut message = report.say(diagnostic, "");
    if let Some(suggestion) = &diagnostic.suggestion {
        let args = [("suggestion", suggestion.into())];
        message.push_str(". ");
        message.push_str(&report.locale().format("did-you-mean", &args));
    }
    let second = diagnostic.second.as_ref();
    let file = sources.get(diagnostic.place.file);
    Finding {
        rule_id: diagnostic.code,
        rule_index: index.unwrap_or_default(),
        level: level(diagnostic.severity),
        message: Text { text: message },
        locations: [location(
            &diagnostic.place,
            sources,
            None,
            Some(report.say(diagnostic, ".label")),
        )],
        related_locations: second
            .map(|place| location(place, sources, Some(1), Some(report.say(diagnostic, ".second"))))
            .into_iter()
            .collect(),
        fixes: diagnostic.fix.iter().map(|edit| fix(report, file, edit)).collect(),
    }
}

fn location(
    place: &Place,
    sources: &Sources,
    id: Option<usize>,
    message: Option<String>,
) -> Location {
    let file = sources.get(place.file);
    let region = (place.spot != Spot::File && !file.text.is_empty())
        .then(|| region(file, file.range(&place.spot)));
    let physical_location = Physical { artifact_location: artifact(file), region };
    Location { id, physical_location, message: message.map(|text| Text { text }) }
}

fn fix(report: &Report, file: &SourceFile, edit: &Edit) -> Fix {
    let replacement = Replacement {
        deleted_region: region(file, edit.range.clone()),
        inserted_content: Text { text: edit.text.clone() },
    };
    Fix {
        description: Text { text: report.by_machine(file) },
        artifact_changes: [Change {
            artifact_location: artifact(file),
            replacements: [replacement],
        }],
    }
}

fn region(file: &SourceFile, range: std::ops::Range<usize>) -> Region {
    let (start, end) = (file.position(range.start), file.position(range.end));
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

fn artifact(file: &SourceFile) -> Artifact {
    Artifact { uri: uri(&file.path) }
}

/// A path as a URI reference: relative as it was given, or below `file://`.
fn uri(path: &str) -> String {
    let mut uri = match path.as_bytes() {
        [b'/', ..] => "file://".to_owned(),
        [_, b':', ..] => "file:///".to_owned(),
        _ => String::new(),
    };
    for byte in path.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        if plain || byte == b':' && !uri.is_empty() {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_becomes_a_reference_that_leads_to_it() {
        assert_eq!(uri("content/tasks/1.3.yaml"), "content/tasks/1.3.yaml");
        assert_eq!(uri("nội dung/a#b.md"), "n%E1%BB%99i%20dung/a%23b.md");
        assert_eq!(uri("/tmp/a"), "file:///tmp/a");
        assert_eq!(uri("C:/a b"), "file:///C:/a%20b");
    }
}
