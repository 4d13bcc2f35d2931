//! The only printer: complaints with their excerpts, and plain lines.

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::locale::{Arg, Locale};
use crate::source::{Sources, Spot};

/// So many complaints of one code are shown in full; the rest are counted.
const SHOWN_PER_CODE: usize = 20;

/// Prints, in one language.
pub(super) struct Report {
    locale: Locale,
}

/// A complaint for programs.
#[derive(Serialize)]
struct Complaint<'a> {
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
    suggestion: Option<&'a str>,
}

/// All complaints for programs.
#[derive(Serialize)]
struct Complaints<'a> {
    version: u32,
    errors: usize,
    warnings: usize,
    hints: usize,
    diagnostics: Vec<Complaint<'a>>,
}

impl Report {
    pub(super) fn new(locale: Locale) -> Self {
        Report { locale }
    }

    pub(super) fn locale(&self) -> &Locale {
        &self.locale
    }

    /// A line of the answer.
    pub(super) fn text(&self, text: &str) {
        anstream::print!("{text}");
        if !text.ends_with('\n') {
            anstream::println!();
        }
    }

    /// A line beside the answer.
    pub(super) fn aside(&self, text: &str) {
        anstream::eprintln!("{text}");
    }

    /// What went wrong with the command itself.
    pub(super) fn failure(&self, text: &str) {
        let name = self.locale.text("severity-error");
        anstream::eprintln!("\u{1b}[1;31m{name}\u{1b}[0m: {text}");
    }

    /// The answer for programs.
    pub(super) fn json(&self, answer: &impl Serialize) {
        let text = serde_json::to_string_pretty(answer).unwrap_or_default();
        anstream::println!("{text}");
    }

    /// Every complaint with its excerpt, and how many there are.
    pub(super) fn complaints(&self, diagnostics: &Diagnostics, sources: &Sources) {
        self.complaints_down_to(Severity::Hint, diagnostics, sources);
    }

    /// The same down to a severity; the rest is only counted.
    pub(super) fn complaints_down_to(
        &self,
        least: Severity,
        diagnostics: &Diagnostics,
        sources: &Sources,
    ) {
        let renderer = Renderer::styled().decor_style(DecorStyle::Unicode);
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for diagnostic in diagnostics.iter().filter(|d| d.severity <= least) {
            let count = seen.entry(diagnostic.code).or_default();
            *count += 1;
            if *count <= SHOWN_PER_CODE {
                let text = renderer.render(&[self.excerpt(diagnostic, sources)]);
                anstream::eprintln!("{text}\n");
            }
        }
        for (code, count) in seen {
            if count > SHOWN_PER_CODE {
                let args = [("count", (count - SHOWN_PER_CODE).into()), ("code", code.into())];
                self.aside(&self.locale.format("check-more", &args));
            }
        }
        if diagnostics.iter().next().is_some() {
            let count = |severity| Arg::from(diagnostics.count(severity));
            let args = [
                ("errors", count(Severity::Error)),
                ("warnings", count(Severity::Warning)),
                ("hints", count(Severity::Hint)),
            ];
            self.aside(&self.locale.format("check-summary", &args));
        }
    }

    /// Every complaint on a line of its own: `file:line:col: severity[code]: message`.
    pub(super) fn short_complaints(&self, diagnostics: &Diagnostics, sources: &Sources) {
        for diagnostic in diagnostics.iter() {
            let position = diagnostic.position(sources);
            anstream::println!(
                "{}:{}:{}: {}[{}]: {}",
                sources.get(diagnostic.place.file).path,
                position.line,
                position.column,
                self.severity(diagnostic.severity),
                diagnostic.code,
                self.say(diagnostic, ""),
            );
        }
    }

    /// Every complaint for programs.
    pub(super) fn json_complaints(&self, diagnostics: &Diagnostics, sources: &Sources) {
        let complaint = |diagnostic: &Diagnostic| {
            let file = sources.get(diagnostic.place.file);
            let range = file.range(&diagnostic.place.spot);
            let (start, end) = (file.position(range.start), file.position(range.end));
            (file.path.clone(), start, end)
        };
        let places: Vec<_> = diagnostics.iter().map(complaint).collect();
        let list =
            diagnostics.iter().zip(&places).map(|(diagnostic, (file, start, end))| Complaint {
                code: diagnostic.code,
                severity: diagnostic.severity.name(),
                file,
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                message: self.say(diagnostic, ""),
                label: self.say(diagnostic, ".label"),
                help: self.say(diagnostic, ".help"),
                suggestion: diagnostic.suggestion.as_deref(),
            });
        self.json(&Complaints {
            version: 1,
            errors: diagnostics.count(Severity::Error),
            warnings: diagnostics.count(Severity::Warning),
            hints: diagnostics.count(Severity::Hint),
            diagnostics: list.collect(),
        });
    }

    fn excerpt<'a>(&self, diagnostic: &Diagnostic, sources: &'a Sources) -> Group<'a> {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Hint => Level::NOTE,
        };
        let title = level
            .with_name(self.severity(diagnostic.severity))
            .primary_title(self.say(diagnostic, ""))
            .id(diagnostic.code);
        let mut group = Group::with_title(title);
        let place = &diagnostic.place;
        let file = sources.get(place.file);
        if place.spot == Spot::File || file.text.is_empty() {
            group = group.element(Origin::path(file.path.as_str()));
        } else {
            let primary = AnnotationKind::Primary
                .span(file.range(&place.spot))
                .label(self.say(diagnostic, ".label"));
            let mut snippet = Snippet::source(file.text.as_str())
                .path(file.path.as_str())
                .line_start(1)
                .annotation(primary);
            if let Some(second) = diagnostic.second.as_ref().filter(|s| s.file == place.file) {
                let label = self.say(diagnostic, ".second");
                let context = AnnotationKind::Context.span(file.range(&second.spot)).label(label);
                snippet = snippet.annotation(context);
            }
            group = group.element(snippet);
        }
        if let Some(second) = diagnostic.second.as_ref().filter(|s| s.file != place.file) {
            group = self.second(group, diagnostic, second, sources);
        }
        let help = Level::HELP.with_name(self.locale.text("help-name"));
        if let Some(suggestion) = &diagnostic.suggestion {
            let text = self.locale.format("did-you-mean", &[("suggestion", suggestion.into())]);
            group = group.element(help.clone().message(text));
        }
        group.element(help.message(self.say(diagnostic, ".help")))
    }

    fn second<'a>(
        &self,
        group: Group<'a>,
        diagnostic: &Diagnostic,
        second: &Place,
        sources: &'a Sources,
    ) -> Group<'a> {
        let file = sources.get(second.file);
        if second.spot == Spot::File || file.text.is_empty() {
            return group.element(Origin::path(file.path.as_str()));
        }
        let context = AnnotationKind::Context
            .span(file.range(&second.spot))
            .label(self.say(diagnostic, ".second"));
        let snippet = Snippet::source(file.text.as_str())
            .path(file.path.as_str())
            .line_start(1)
            .annotation(context);
        group.element(snippet)
    }

    fn severity(&self, severity: Severity) -> String {
        self.locale.text(&format!("severity-{}", severity.name()))
    }

    /// A sentence of the complaint; control characters from the content are made visible, so that
    /// no record can steer the terminal.
    fn say(&self, diagnostic: &Diagnostic, attribute: &str) -> String {
        let args: Vec<(&str, String)> =
            diagnostic.args.iter().map(|(name, value)| (*name, visible(value))).collect();
        let args: Vec<(&str, Arg<'_>)> =
            args.iter().map(|(name, value)| (*name, value.into())).collect();
        self.locale.format(&format!("{}{attribute}", diagnostic.code), &args)
    }
}

fn visible(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c })
        .take(200)
        .collect()
}
