//! The only place that prints: diagnostics with excerpts, and plain lines.

mod diff;
mod excerpt;
mod machine;
#[cfg(feature = "serve")]
mod preview;
mod sarif;

use std::collections::BTreeMap;
use std::path::Path;

use clap::ValueEnum;
use serde::Serialize;

use crate::content::portal::top_of;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Severity};
use crate::locale::{Arg, Locale};
use crate::model::settings::directive_option;
use crate::source::{SourceFile, Sources};

/// Maximum number of diagnostics of one code shown in full; the others are counted.
const SHOWN_PER_CODE: usize = 20;
/// Maximum number of diagnostics shown in full, the most serious first.
const SHOWN: usize = 100;

/// When to use colours.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR or CLICOLOR turn them off.
    Auto,
    /// Always, even when writing to a file.
    Always,
    /// Never.
    Never,
}

/// Prints in one language.
pub(super) struct Report {
    locale: &'static Locale,
}

impl Report {
    pub(super) fn new(locale: &'static Locale) -> Self {
        Report { locale }
    }

    /// Sets when to use colours, for the rest of the run.
    pub(super) fn color(&self, color: Color) {
        match color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }

    pub(super) fn locale(&self) -> &Locale {
        self.locale
    }

    /// Prints a line of the answer to standard output.
    pub(super) fn text(&self, text: &str) {
        anstream::print!("{text}");
        if !text.ends_with('\n') {
            anstream::println!();
        }
    }

    /// Prints a question to standard error, without a line ending.
    pub(super) fn question(&self, text: &str) {
        anstream::eprint!("{text} ");
    }

    /// Prints a line to standard error.
    pub(super) fn aside(&self, text: &str) {
        anstream::eprintln!("{text}");
    }

    /// Prints an error of the command itself.
    pub(super) fn failure(&self, text: &str) {
        let name = self.locale.text("severity-error");
        anstream::eprintln!("\u{1b}[1;31m{name}\u{1b}[0m: {text}");
    }

    /// Prints the answer as JSON.
    pub(super) fn json(&self, answer: &impl Serialize) {
        let text = serde_json::to_string_pretty(answer).unwrap_or_default();
        anstream::println!("{text}");
    }

    /// Prints every diagnostic with its excerpt, and the number of each severity.
    pub(super) fn print_diagnostics(&self, diagnostics: &Diagnostics, sources: &Sources) {
        self.print_diagnostics_down_to(Severity::Hint, diagnostics, sources);
    }

    /// Prints the diagnostics of at least this severity; the others are only counted.
    pub(super) fn print_diagnostics_down_to(
        &self,
        least: Severity,
        diagnostics: &Diagnostics,
        sources: &Sources,
    ) {
        let shown = chosen(diagnostics, least);
        for diagnostic in &shown {
            let text = excerpt::render(self, diagnostic, sources);
            anstream::eprintln!("{text}\n");
        }
        self.count_hidden(&shown, least, diagnostics);
        let count = |severity| diagnostics.count(severity);
        let counts = [Severity::Error, Severity::Warning, Severity::Hint].map(count);
        if counts.iter().any(|count| *count > 0) {
            let [errors, warnings, hints] = counts.map(Arg::from);
            let args = [("errors", errors), ("warnings", warnings), ("hints", hints)];
            self.aside(&self.locale.format("check-summary", &args));
        }
    }

    /// Prints each diagnostic on a line of its own: `file:line:col: severity[code]: message`.
    pub(super) fn print_short(&self, diagnostics: &Diagnostics, sources: &Sources) {
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

    /// Prints every diagnostic as JSON.
    pub(super) fn print_json(&self, diagnostics: &Diagnostics, sources: &Sources) {
        self.json(&machine::DiagnosticList::new(self, diagnostics, sources));
    }

    /// Returns a diagnostic in the form that a page of the preview shows.
    #[cfg(feature = "serve")]
    pub(super) fn for_preview(
        &self,
        diagnostic: &Diagnostic,
        sources: &Sources,
    ) -> crate::serve::ShownDiagnostic {
        preview::shown(self, diagnostic, sources)
    }

    /// Names the command that fixes a file: in a portal, with the directive to which the file belongs.
    fn by_machine(&self, file: &SourceFile) -> String {
        let folders = Path::new(&file.path).ancestors().skip(1);
        let mut folders = folders.filter(|folder| top_of(folder).is_some());
        let id = folders.find_map(|folder| Some(folder.file_name()?.to_string_lossy()));
        let args = [("directive", directive_option(id.as_deref()).into())];
        self.locale.format("fix-by-machine", &args)
    }

    /// Prints every diagnostic as SARIF 2.1.0.
    pub(super) fn sarif(
        &self,
        rules: &[&'static Rule],
        diagnostics: &Diagnostics,
        sources: &Sources,
    ) {
        self.json(&sarif::Log::new(self, rules, diagnostics, sources));
    }

    /// Prints every diagnostic as a workflow command of GitHub Actions.
    pub(super) fn github(&self, diagnostics: &Diagnostics, sources: &Sources) {
        for diagnostic in diagnostics.iter() {
            anstream::println!("{}", machine::github(self, diagnostic, sources));
        }
    }

    /// Prints the changes to a file.
    pub(super) fn diff(&self, file: &str, remarks: &[String], before: &str, after: &str) {
        anstream::println!("\u{1b}[1m{file}\u{1b}[0m");
        for remark in remarks {
            anstream::println!("  {remark}");
        }
        anstream::println!("{}", diff::render(before, after));
    }

    /// Prints how many diagnostics of the wanted severity were not shown, and how to see them.
    fn count_hidden(&self, shown: &[&Diagnostic], least: Severity, diagnostics: &Diagnostics) {
        let mut hidden: BTreeMap<&str, usize> = BTreeMap::new();
        for diagnostic in diagnostics.iter().filter(|d| d.severity <= least) {
            *hidden.entry(diagnostic.code).or_default() += 1;
        }
        for diagnostic in shown {
            if let Some(count) = hidden.get_mut(diagnostic.code) {
                *count -= 1;
            }
        }
        hidden.retain(|_, count| *count > 0);
        for (code, count) in &hidden {
            let args = [("count", (*count).into()), ("code", (*code).into())];
            self.aside(&self.locale.format("check-more", &args));
        }
        let count: usize = hidden.values().sum();
        if count > 0 {
            self.aside(&self.locale.format("check-see-all", &[("count", count.into())]));
        }
    }

    fn severity(&self, severity: Severity) -> String {
        self.locale.text(&format!("severity-{}", severity.name()))
    }

    /// Returns a sentence of the diagnostic; control characters from the content are made visible, so that
    /// no record can steer the terminal.
    fn say(&self, diagnostic: &Diagnostic, attribute: &str) -> String {
        let args: Vec<(&str, String)> =
            diagnostic.args.iter().map(|(name, value)| (name.as_ref(), visible(value))).collect();
        let args: Vec<(&str, Arg<'_>)> =
            args.iter().map(|(name, value)| (*name, value.into())).collect();
        self.locale.format(&format!("{}{attribute}", diagnostic.code), &args)
    }
}

/// Returns the diagnostics to show in full, in their order: a limited number of each code and in
/// all, errors before warnings before hints.
fn chosen(diagnostics: &Diagnostics, least: Severity) -> Vec<&Diagnostic> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut shown: Vec<(usize, &Diagnostic)> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity <= least)
        .filter(|diagnostic| {
            let count = seen.entry(diagnostic.code).or_default();
            *count += 1;
            *count <= SHOWN_PER_CODE
        })
        .enumerate()
        .collect();
    shown.sort_by_key(|(place, diagnostic)| (diagnostic.severity, *place));
    shown.truncate(SHOWN);
    shown.sort_by_key(|(place, _)| *place);
    shown.into_iter().map(|(_, diagnostic)| diagnostic).collect()
}

fn visible(text: &str) -> String {
    text.chars().map(visible_character).take(200).collect()
}

/// The character, or a mark for one that could steer the terminal or turn the text around.
fn visible_character(c: char) -> char {
    let turns = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    if c.is_control() || turns { char::REPLACEMENT_CHARACTER } else { c }
}
