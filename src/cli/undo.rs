//! `tiendo undo`: takes back a change of the records, and lists those that can be taken back.

use clap::Args;
use serde::Serialize;

use super::change;
use super::report::Report;
use super::rollback::moment;
use super::trouble::not_read;
use super::{Common, Format, Outcome, directive, unreadable};
use crate::content::Instead;
use crate::output::journal::{self, Change, FileChange, State, UndoError};
use crate::pipeline::{self, portal};

/// Maximum number of changes in the list.
const MAX_LISTED: usize = 50;

#[derive(Args)]
pub(super) struct UndoArguments {
    #[arg(id = "undo_number", value_name = "NUMBER")]
    number: Option<u32>,
    #[arg(id = "undo_list", long = "list")]
    list: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The changes, for programs.
#[derive(Serialize)]
struct Answer {
    version: u32,
    changes: Vec<Listed>,
}

#[derive(Serialize)]
struct Listed {
    number: u32,
    when: String,
    command: String,
    about: Vec<String>,
    files: Vec<String>,
    undone: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    undoes: Option<u32>,
}

pub(super) fn run(
    arguments: &UndoArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let changes = journal::list(&common.content);
    if arguments.list {
        list(&changes, arguments.format, report);
        return Ok(Outcome::Fine);
    }
    // Taking back what took something back would go to and fro, so it is done only if asked for.
    let latest =
        || changes.iter().find(|change| change.state == State::Done && change.undoes.is_none());
    let wanted = match arguments.number {
        Some(number) => changes.iter().find(|change| change.number == number),
        None => latest(),
    };
    let Some(wanted) = wanted else {
        let key = match arguments.number {
            Some(_) => "undo-unknown",
            None => "undo-nothing",
        };
        let number = arguments.number.unwrap_or(0);
        report.failure(&locale.format(key, &[("number", number.into())]));
        if portal::is_portal(&common.content) {
            report.aside(&locale.text("undo-of-portal"));
        }
        let directive = directive::option(common);
        if arguments.number.is_some() && !directive.is_empty() {
            let args = [("directive", directive.into())];
            report.aside(&locale.format("undo-of-directive", &args));
        }
        return Err(Outcome::WrongUse);
    };
    let files = inverse(common, wanted, report)?;
    report.text(&line(wanted, report));
    let before = pipeline::load_whole(&common.content, &Instead::new())
        .map_err(|error| unreadable(&error, report))?;
    let proposed = change::propose(&files, &before, common, report)?;
    for file in &files {
        change::show(file, report);
    }
    change::refuse_errors(&proposed, "undo-refused", report)?;
    if arguments.dry_run {
        report.text(&locale.text("update-dry"));
        return Ok(Outcome::Fine);
    }
    let about = wanted.label.about.clone();
    change::write_undoing(Some(wanted.number), "undo", about, &files, common, report)?;
    report.text(&locale.format("undo-done", &[("number", wanted.number.into())]));
    Ok(Outcome::Fine)
}

/// What has to be written to take the change back.
fn inverse(common: &Common, wanted: &Change, report: &Report) -> Result<Vec<FileChange>, Outcome> {
    let locale = report.locale();
    journal::inverse(&common.content, wanted.number).map_err(|error| match error {
        UndoError::Unknown => {
            let args = [("number", wanted.number.into())];
            report.failure(&locale.format("undo-unknown", &args));
            Outcome::WrongUse
        }
        UndoError::Differs { path, inserted } => {
            let args = [("file", path.into()), ("inserted", inserted.trim_end().into())];
            report.failure(&locale.format("undo-differs", &args));
            Outcome::WrongUse
        }
        UndoError::Unreadable { path, error } => {
            not_read(&path.display().to_string(), &error, report)
        }
    })
}

fn list(changes: &[Change], format: Format, report: &Report) {
    match format {
        Format::Json => {
            let listed = |change: &Change| Listed {
                number: change.number,
                when: change.label.when.clone(),
                command: change.label.command.clone(),
                about: change.label.about.clone(),
                files: change.files.iter().map(|file| file.path.clone()).collect(),
                undone: change.state == State::Undone,
                undoes: change.undoes,
            };
            report.json(&Answer { version: 1, changes: changes.iter().map(listed).collect() });
        }
        Format::Text if changes.is_empty() => report.text(&report.locale().text("undo-nothing")),
        Format::Text => {
            for change in changes.iter().take(MAX_LISTED) {
                report.text(&line(change, report));
            }
        }
    }
}

/// A change in one line.
fn line(change: &Change, report: &Report) -> String {
    let locale = report.locale();
    let files: Vec<&str> = change.files.iter().map(|file| file.path.as_str()).collect();
    let shown = files.iter().take(3).copied().collect::<Vec<_>>().join(", ");
    let args = [
        ("number", change.number.into()),
        ("when", moment(&change.label.when, locale).unwrap_or_default().into()),
        ("command", (&change.label.command).into()),
        ("about", change.label.about.join(", ").into()),
        ("files", (&shown).into()),
        ("more", files.len().saturating_sub(3).into()),
        ("state", if change.state == State::Undone { "undone" } else { "done" }.into()),
    ];
    locale.format("undo-line", &args)
}
