//! `tiendo check`: everything that is wrong with the content, in one run.

use clap::{Args, ValueEnum};

use super::report::Report;
use super::{Common, Outcome, load};
use crate::check::rules;
use crate::diagnostic::nearest;

#[derive(Args)]
pub(super) struct CheckArguments {
    #[arg(long, default_value = "text", value_name = "text|short|json")]
    format: CheckFormat,
    #[arg(long, value_name = "CODE")]
    explain: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum CheckFormat {
    Text,
    Short,
    Json,
}

pub(super) fn run(arguments: &CheckArguments, common: &Common, report: &Report) -> Outcome {
    if let Some(code) = &arguments.explain {
        return explain(code, report);
    }
    let loaded = match load(common, report) {
        Ok(loaded) => loaded,
        Err(outcome) => return outcome,
    };
    let (diagnostics, sources) = (&loaded.diagnostics, &loaded.sources);
    match arguments.format {
        CheckFormat::Text => {
            report.complaints(diagnostics, sources);
            if diagnostics.iter().next().is_none() {
                let args = [
                    ("tasks", loaded.model.tasks.len().into()),
                    ("notes", loaded.model.notes.len().into()),
                ];
                report.text(&report.locale().format("check-clean", &args));
            }
        }
        CheckFormat::Short => report.short_complaints(diagnostics, sources),
        CheckFormat::Json => report.json_complaints(diagnostics, sources),
    }
    if diagnostics.has_errors() { Outcome::ContentErrors } else { Outcome::Fine }
}

/// Prints what a rule is about.
fn explain(code: &str, report: &Report) -> Outcome {
    let rules = rules::all();
    let locale = report.locale();
    if let Some(rule) = rules.iter().find(|rule| rule.code == code) {
        report.text(&rule.explanation(locale.tag()));
        return Outcome::Fine;
    }
    report.failure(&locale.format("check-unknown-rule", &[("code", code.into())]));
    if let Some(known) = nearest(code, rules.iter().map(|rule| rule.code)) {
        report.aside(&locale.format("did-you-mean", &[("suggestion", known.into())]));
    }
    Outcome::WrongUse
}
