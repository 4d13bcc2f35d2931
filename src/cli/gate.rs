//! Prints why a publication is refused, and what to write so that it may go on.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;

use super::report::Report;
use super::{Format, Outcome};
use crate::gate::{Changed, Finding, Unreadable, What};
use crate::locale::{Arg, Locale};
use crate::model::chain::{self, Publication};
use crate::model::{Model, TaskIx};
use crate::pipeline::{Verdict, publications};

/// The answer as JSON.
#[derive(Serialize)]
struct Answer {
    version: u32,
    stopped: bool,
    published_as_of: NaiveDate,
    findings: Vec<Held>,
}

#[derive(Serialize)]
struct Held {
    code: &'static str,
    subject: String,
    message: String,
    file: String,
    key: Option<&'static str>,
    write: String,
}

/// The tasks that changed since the published site, by their ids, for JSON.
#[derive(Serialize)]
pub(super) struct Retold {
    from: NaiveDate,
    done: Vec<String>,
    overdue: Vec<String>,
    redated: Vec<String>,
    reopened: Vec<String>,
    stopped: Vec<String>,
    added: Vec<String>,
    late: Vec<String>,
    /// Numbers, because the records no longer have their ids.
    gone: Vec<String>,
}

impl Retold {
    pub(super) fn of(changed: &Changed, ids: &[String]) -> Self {
        let named =
            |tasks: &[TaskIx]| tasks.iter().filter_map(|ix| ids.get(ix.0).cloned()).collect();
        Retold {
            from: changed.from,
            done: named(&changed.done),
            overdue: named(&changed.overdue),
            redated: named(&changed.redated),
            reopened: named(&changed.reopened),
            stopped: named(&changed.stopped),
            added: named(&changed.added),
            late: named(&changed.late),
            gone: changed.gone.iter().map(|(number, _)| number.clone()).collect(),
        }
    }
}

/// The ids of all tasks, by their handles.
pub(super) fn ids(model: &Model) -> Vec<String> {
    model.tasks.iter().map(|task| task.id.to_string()).collect()
}

/// Prints the changes for which the content gives no reason.
pub(super) fn stopped(
    verdict: &Verdict,
    content: &Path,
    format: Format,
    report: &Report,
) -> Outcome {
    let locale = report.locale();
    let from = verdict.changed.from;
    if format == Format::Json {
        report.json(&Answer {
            version: 1,
            stopped: true,
            published_as_of: from,
            findings: verdict.findings.iter().map(|finding| held(finding, locale)).collect(),
        });
        return Outcome::ContentErrors;
    }
    let args =
        [("count", Arg::from(verdict.findings.len())), ("date", locale.short_date(from).into())];
    report.failure(&locale.format("gate-stopped", &args));
    for (n, finding) in verdict.findings.iter().enumerate() {
        report.aside("");
        report.aside(&format!("{}. {}", n + 1, finding.message(locale)));
        match finding.what {
            What::Reopened { .. } | What::PartReopened { .. } => {
                report.aside(&format!("   {}", locale.text("gate-reopened-how")));
            }
            What::Backwards { was, .. } => {
                let args = [("date", was.to_string().into())];
                report.aside(&format!("   {}", locale.format("gate-backwards-how", &args)));
            }
            _ => {}
        }
        let file = content.join(&finding.file).display().to_string();
        let file = ("file", Arg::from(file));
        let write = match finding.key {
            Some(key) => locale.format("gate-write-key", &[file, ("key", key.into())]),
            None => locale.format("gate-write", &[file]),
        };
        report.aside(&format!("   {write}"));
        for line in finding.write.lines() {
            report.aside(&format!("     {line}"));
        }
        report.aside(&format!("   {}", locale.text("gate-or-restore")));
    }
    report.aside("");
    report.aside(&locale.text("gate-how"));
    Outcome::ContentErrors
}

/// Names the tasks with facts that change the figures of published dates.
pub(super) fn warn_of_late(changed: &Changed, ids: &[String], as_of: NaiveDate, report: &Report) {
    if changed.late.is_empty() {
        return;
    }
    let locale = report.locale();
    let tasks: Vec<&str> = changed.late.iter().map(|ix| &*ids[ix.0]).collect();
    let args = [
        ("tasks", Arg::from(tasks.join(", "))),
        ("date", locale.short_date(changed.from).into()),
        ("recorded", as_of.to_string().into()),
    ];
    report.aside(&locale.format("gate-late", &args));
}

/// Adds a publication to the chain in the content folder, and prints it if that fails.
pub(super) fn keep(next: &Publication, content: &Path, report: &Report) {
    let locale = report.locale();
    let file = content.join(publications::NAME).display().to_string();
    let args = [("number", Arg::from(next.number)), ("file", file.into())];
    match publications::keep(content, next) {
        Ok(()) => report.aside(&locale.format("publication-kept", &args)),
        Err(_) => {
            report.aside(&locale.format("publication-not-kept", &args));
            report.aside(&chain::text(next));
        }
    }
}

/// Prints why the published site cannot be compared.
pub(super) fn unreadable(error: &Unreadable, report: &Report) -> Outcome {
    report.failure(&error.message(report.locale()));
    Outcome::Trouble
}

fn held(finding: &Finding, locale: &Locale) -> Held {
    Held {
        code: finding.what.name(),
        subject: finding.subject.clone(),
        message: finding.message(locale),
        file: finding.file.clone(),
        key: finding.key,
        write: finding.write.clone(),
    }
}
