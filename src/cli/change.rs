//! Writes files of the content folder: the one road of all commands that change records.

use super::publish::now;
use super::report::Report;
use super::trouble::{not_read, not_written};
use super::{Common, Outcome, unreadable};
use crate::diagnostic::Edit;
use crate::model::TaskIx;
use crate::output::journal::{self, FileChange, Label};
use crate::pipeline::{self, ChangeError, Loaded, Proposed};

/// A task's record with one more item in one of its lists, and the path that diagnostics show.
pub(super) fn longer_record(
    task: TaskIx,
    list: &str,
    edit: impl Fn(&str) -> Option<Edit>,
    before: &Loaded,
    common: &Common,
    report: &Report,
) -> Result<(FileChange, String), Outcome> {
    let shown = before.sources.get(before.model[task].file).path.clone();
    match pipeline::longer_record(&common.content, before, task, list, edit) {
        Ok(file) => Ok((file, shown)),
        Err(ChangeError::Unreadable(error)) => Err(not_read(&shown, &error, report)),
        Err(ChangeError::Style) => {
            report.failure(&report.locale().format("update-cannot", &[("value", (&shown).into())]));
            Err(Outcome::WrongUse)
        }
    }
}

/// Reads the content as it would be with these files.
pub(super) fn propose(
    files: &[FileChange],
    before: &Loaded,
    common: &Common,
    report: &Report,
) -> Result<Proposed, Outcome> {
    let instead = files.iter().map(|file| (file.path.clone(), file.new.clone())).collect();
    pipeline::propose_all(&common.content, &instead, before)
        .map_err(|error| unreadable(&error, report))
}

/// Refuses a change that brings errors, which it prints before the sentence of `key`.
pub(super) fn refuse_errors(
    proposed: &Proposed,
    key: &str,
    report: &Report,
) -> Result<(), Outcome> {
    if !proposed.new_errors.has_errors() {
        return Ok(());
    }
    report.print_diagnostics(&proposed.new_errors, &proposed.loaded.sources);
    report.failure(&report.locale().text(key));
    Err(Outcome::ContentErrors)
}

/// Writes all of these files or none, and keeps in the journal what `tiendo undo` needs. Where nothing
/// is written, there is nothing to undo.
///
/// `about` are the ids of the records that the change is about.
pub(super) fn write(
    command: &str,
    about: Vec<String>,
    files: &[FileChange],
    common: &Common,
    report: &Report,
) -> Result<(), Outcome> {
    match files {
        [] => Ok(()),
        files => write_undoing(None, command, about, files, common, report),
    }
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
pub(super) fn show(file: &FileChange, report: &Report) {
    let text = |bytes: &Option<Vec<u8>>| {
        bytes.as_deref().map_or(Some(String::new()), |bytes| String::from_utf8(bytes.to_vec()).ok())
    };
    let shown = file.path.display().to_string();
    match (text(&file.old), text(&file.new)) {
        (Some(old), Some(new)) => report.diff(&shown, &[], &old, &new),
        _ => report.text(&shown),
    }
    if file.new.is_none() {
        report.text(&report.locale().format("undo-deletes", &[("file", shown.into())]));
    }
}
