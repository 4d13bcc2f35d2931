//! `tiendo check`: all diagnostics of the content, in one run.

use clap::{Args, ValueEnum};

use super::change;
use super::report::Report;
use super::{Common, Outcome, directive, load, unreadable};
use crate::check::rules;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, nearest};
use crate::fix::{Draft, LeftAlone, WholeFileChanges};
use crate::locale::Locale;
use crate::output::journal::FileChange;
use crate::pipeline::portal::{self, Checked};
use crate::pipeline::{self, Loaded};

#[derive(Args)]
pub(super) struct CheckArguments {
    #[arg(
        id = "complaints",
        long = "format",
        default_value = "text",
        value_name = "text|short|json|sarif|github"
    )]
    format: CheckFormat,
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = "")]
    explain: Option<String>,
    #[arg(long, conflicts_with_all = ["complaints", "explain"])]
    fix: bool,
    #[arg(long, requires = "fix")]
    yes: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum CheckFormat {
    Text,
    Short,
    Json,
    Sarif,
    Github,
}

pub(super) fn run(
    arguments: &CheckArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    if let Some(code) = &arguments.explain {
        return explain(code, report);
    }
    if arguments.fix {
        return fix(arguments.yes, common, report);
    }
    let whole = portal::is_portal(&common.content).then(|| portal::check(&common.content));
    let (diagnostics, sources, tasks, notes) = match whole.transpose() {
        Ok(Some(Checked { diagnostics, sources, tasks, notes, .. })) => {
            (diagnostics, sources, tasks, notes)
        }
        Ok(None) => {
            let Loaded { model, diagnostics, sources } = load(common, report)?;
            (diagnostics, sources, model.tasks().count(), model.notes.len())
        }
        Err(error) => return Err(unreadable(&error, report)),
    };
    let (diagnostics, sources) = (&diagnostics, &sources);
    match arguments.format {
        CheckFormat::Text => {
            report.print_diagnostics(diagnostics, sources);
            if diagnostics.iter().next().is_none() {
                let args = [("tasks", tasks.into()), ("notes", notes.into())];
                report.text(&report.locale().format("check-clean", &args));
            }
        }
        CheckFormat::Short => report.print_short(diagnostics, sources),
        CheckFormat::Json => report.print_json(diagnostics, sources),
        CheckFormat::Sarif => report.sarif(&rules::all(), diagnostics, sources),
        CheckFormat::Github => report.github(diagnostics, sources),
    }
    if diagnostics.has_errors() { Err(Outcome::ContentErrors) } else { Ok(Outcome::Fine) }
}

/// Shows the automatic fixes, and writes them if `write` is set.
fn fix(write: bool, common: &Common, report: &Report) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let mended = pipeline::mend(&common.content).map_err(|error| unreadable(&error, report))?;
    let changed = || mended.drafts.iter().filter(|draft| draft.is_changed());
    for draft in changed() {
        report.diff(&draft.shown, &whole(draft, locale), draft.before(), &draft.text);
    }
    let count = changed().count();
    if write && count > 0 {
        let file = |draft: &Draft| FileChange {
            path: draft.path.clone(),
            old: Some(draft.raw.clone()),
            new: Some(draft.text.clone().into_bytes()),
        };
        let files: Vec<FileChange> = changed().map(file).collect();
        change::write("check", Vec::new(), &files, common, report)?;
    }
    for draft in &mended.drafts {
        let args = |code: &'static str| [("file", (&draft.shown).into()), ("code", code.into())];
        match &draft.left_alone {
            None => {}
            Some(LeftAlone::StillUnreadable) => {
                report.aside(&locale.format("fix-left-unreadable", &args("")));
            }
            Some(LeftAlone::OtherValues) => {
                report.aside(&locale.format("fix-left-values", &args("")));
            }
            Some(LeftAlone::NewDiagnostic(code)) => {
                report.aside(&locale.format("fix-left-complaint", &args(code)));
            }
        }
    }
    let said = match (count, write) {
        (0, _) => "fix-nothing",
        (_, true) => "fix-done",
        (_, false) => "fix-would",
    };
    let args = [("count", count.into()), ("directive", directive::option(common).into())];
    report.text(&locale.format(said, &args));
    let loaded = &mended.loaded;
    if loaded.diagnostics.iter().next().is_some() {
        report.aside(&locale.text("fix-remains"));
        // The diagnostics must not suggest the command that is running.
        let mut remaining = Diagnostics::default();
        remaining.extend(loaded.diagnostics.iter().cloned().map(|d| Diagnostic { fix: None, ..d }));
        report.print_diagnostics(&remaining, &loaded.sources);
    }
    let errors = if write { loaded.diagnostics.has_errors() } else { mended.had_errors };
    if errors { Err(Outcome::ContentErrors) } else { Ok(Outcome::Fine) }
}

/// Describes changes to a whole file, which no line of a diff shows.
fn whole(draft: &Draft, locale: &Locale) -> Vec<String> {
    let WholeFileChanges { mark, line_ends, decomposed, last_line } = draft.whole;
    let args = [("count", line_ends.into())];
    [
        (mark, "fix-whole-mark"),
        (line_ends > 0, "fix-whole-line-ends"),
        (decomposed, "fix-whole-decomposed"),
        (last_line, "fix-whole-last-line"),
    ]
    .into_iter()
    .filter(|(done, _)| *done)
    .map(|(_, key)| locale.format(key, &args))
    .collect()
}

/// Prints the explanation of a rule, or the list of all rules if no code is given.
fn explain(code: &str, report: &Report) -> Result<Outcome, Outcome> {
    let rules = rules::all();
    let locale = report.locale();
    if code.is_empty() {
        for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
            let of: Vec<_> = rules.iter().filter(|rule| rule.severity == severity).collect();
            let name = locale.text(&format!("severity-{}", severity.name()));
            report.text(&format!("{name} ({})", of.len()));
            for rule in of {
                let explanation = rule.explanation(locale.tag());
                let title = explanation.lines().next().unwrap_or_default();
                report.text(&format!("  {}  {title}", rule.code));
            }
        }
        report.text(&locale.text("check-explain-one"));
        return Ok(Outcome::Fine);
    }
    if let Some(rule) = rules.iter().find(|rule| rule.code == code) {
        report.text(&rule.explanation(locale.tag()));
        return Ok(Outcome::Fine);
    }
    report.failure(&locale.format("check-unknown-rule", &[("code", code.into())]));
    if let Some(known) = nearest(code, rules.iter().map(|rule| rule.code)) {
        report.aside(&locale.format("did-you-mean", &[("suggestion", known.into())]));
    }
    Err(Outcome::WrongUse)
}
