//! Writes files of the content folder: the one road of all commands that change records.

use super::publish::now;
use super::report::Report;
use super::trouble::not_written;
use super::{Common, Outcome};
use crate::output::journal::{self, FileChange, Label};

/// Writes all of these files or none, and keeps in the journal what `tiendo undo` needs.
///
/// `about` are the ids of the records that the change is about.
pub(super) fn write(
    command: &str,
    about: Vec<String>,
    files: &[FileChange],
    common: &Common,
    report: &Report,
) -> Result<(), Outcome> {
    write_undoing(None, command, about, files, common, report)
}

/// As `write`, of a change that takes back the one of this number.
pub(super) fn write_undoing(
    undoes: Option<u32>,
    command: &str,
    about: Vec<String>,
    files: &[FileChange],
    common: &Common,
    report: &Report,
) -> Result<(), Outcome> {
    let locale = report.locale();
    let label = Label { when: now(), command: command.to_owned(), about };
    let written = journal::write(&common.content, &label, undoes, files).map_err(|error| {
        let outcome = not_written(&error.error, report);
        let left: Vec<_> = error.left.iter().map(|path| path.display().to_string()).collect();
        if !left.is_empty() {
            report.failure(&locale.format("change-left", &[("files", left.join(", ").into())]));
        } else if files.len() > 1 {
            report.failure(&locale.text("change-put-back"));
        }
        outcome
    })?;
    if let Some(recovered) = written.recovered {
        let files: Vec<&str> = recovered.files.iter().map(|file| file.path.as_str()).collect();
        let args =
            [("command", recovered.label.command.into()), ("files", files.join(", ").into())];
        report.aside(&locale.format("change-recovered", &args));
    }
    Ok(())
}

/// Shows how a file changes.
pub(super) fn show(file: &FileChange, common: &Common, report: &Report) {
    let path = file.path.strip_prefix(&common.content).unwrap_or(&file.path);
    let text = |bytes: &Option<Vec<u8>>| {
        bytes.as_deref().map_or(Some(String::new()), |bytes| String::from_utf8(bytes.to_vec()).ok())
    };
    let shown = path.display().to_string();
    match (text(&file.old), text(&file.new)) {
        (Some(old), Some(new)) => report.diff(&shown, &[], &old, &new),
        _ => report.text(&shown),
    }
    if file.new.is_none() {
        report.text(&report.locale().format("undo-deletes", &[("file", shown.into())]));
    }
}
