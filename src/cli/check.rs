//! `tiendo check`: everything that is wrong with the content, in one run.

use clap::{Args, ValueEnum};

use super::report::Report;
use super::{Common, Outcome, load};

#[derive(Args)]
pub(super) struct CheckArguments {
    #[arg(long, default_value = "text", value_name = "text|short|json")]
    format: CheckFormat,
}

#[derive(Clone, Copy, ValueEnum)]
enum CheckFormat {
    Text,
    Short,
    Json,
}

pub(super) fn run(arguments: &CheckArguments, common: &Common, report: &Report) -> Outcome {
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
