//! `tiendo draft LETTER`: reads a directive and creates the first content folder for a person to
//! correct. It never overwrites anything.

mod answer;
mod review;

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::report::Report;
use super::trouble::{not_created, not_read, not_written};
use super::{Format, Outcome, unreadable};
use crate::diagnostic::Severity;
use crate::draft::{self, Draft};
use crate::letter::{self, LetterError, MAX_FILE};
use crate::output::interrupt;
use crate::output::replace::create;
use crate::pipeline;

#[derive(Args)]
pub(super) struct DraftArguments {
    #[arg(id = "draft_letter", value_name = "LETTER.docx|.txt|-")]
    letter: PathBuf,
    #[arg(id = "draft_output", long = "output", default_value = "content", value_name = "DIR")]
    output: PathBuf,
    #[arg(id = "draft_dry_run", long = "dry-run")]
    dry_run: bool,
    #[arg(long, default_value = "text", value_name = "text|json")]
    format: Format,
}

pub(super) fn run(arguments: &DraftArguments, report: &Report) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let shown = arguments.letter.display().to_string();
    let letter = bytes(&arguments.letter).map_err(|error| not_read(&shown, &error, report))?;
    let letter = letter::read(&letter).map_err(|error| {
        report.failure(&locale.format(key(error), &[("file", (&shown).into())]));
        Outcome::WrongUse
    })?;
    let draft = draft::read(&letter);
    if draft.tasks.is_empty() {
        report.failure(&locale.format("draft-no-task", &[("file", (&shown).into())]));
        return Err(Outcome::ContentErrors);
    }
    let review = review::markdown(&draft, &shown, locale);
    let review_path = review_path(&arguments.output);
    if !arguments.dry_run {
        lay_down(&arguments.output, &review_path, &draft, &review, report)?;
    }
    match arguments.format {
        Format::Json => {
            report.json(&answer::Answer::new(&draft, &arguments.output, !arguments.dry_run));
        }
        Format::Text => {
            report.text(&review);
            let args = [
                ("folder", arguments.output.display().to_string().into()),
                ("review", review_path.display().to_string().into()),
                ("priorities", draft.priorities.len().into()),
                ("tasks", draft.tasks.len().into()),
                ("agencies", draft.agencies.agencies.len().into()),
                ("documents", draft.documents.len().into()),
            ];
            let key = if arguments.dry_run { "draft-dry" } else { "draft-done" };
            report.text(&locale.format(key, &args));
        }
    }
    if !arguments.dry_run {
        check(&arguments.output, report)?;
    }
    Ok(Outcome::Fine)
}

/// Checks the new folder, and prints what the letter lacks.
fn check(folder: &Path, report: &Report) -> Result<(), Outcome> {
    let loaded = pipeline::load(folder).map_err(|error| unreadable(&error, report))?;
    let errors = loaded.diagnostics.count(Severity::Error);
    if errors > 0 {
        report.print_diagnostics(&loaded.diagnostics, &loaded.sources);
        let args = [("count", errors.into())];
        report.aside(&report.locale().format("draft-check-errors", &args));
    }
    Ok(())
}

/// Returns the key of the message for a file that cannot be read.
fn key(error: LetterError) -> &'static str {
    match error {
        LetterError::TooLarge => "draft-file-large",
        LetterError::OldWord => "draft-file-doc",
        LetterError::Password => "draft-file-password",
        LetterError::Pdf => "draft-file-pdf",
        LetterError::OpenDocument => "draft-file-odt",
        LetterError::OtherText => "draft-file-other",
        LetterError::Scan => "draft-file-scan",
        LetterError::Encoding => "draft-file-encoding",
        LetterError::NoLetter => "draft-file-none",
        LetterError::Damaged => "draft-file-damaged",
        LetterError::Empty => "draft-file-empty",
    }
}

/// Returns the bytes of a file or of standard input, up to a limit.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(MAX_FILE + 1).read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    File::open(path)?.take(MAX_FILE + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Returns the path of the review, beside the folder: inside, it would be no record.
fn review_path(folder: &Path) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_else(|| "content".as_ref()).to_owned();
    name.push(".review.md");
    folder.with_file_name(name)
}

/// Writes the folder and the review. The folder is written beside its place and moved in one step,
/// so that a failure leaves nothing half done.
fn lay_down(
    folder: &Path,
    review_path: &Path,
    draft: &Draft,
    review: &str,
    report: &Report,
) -> Result<(), Outcome> {
    let locale = report.locale();
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| not_created(&path, &error, report)
    };
    if fs::symlink_metadata(review_path).is_ok() {
        let args = [("file", review_path.display().to_string().into())];
        report.failure(&locale.format("draft-review-exists", &args));
        return Err(Outcome::WrongUse);
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    let _hold = interrupt::hold();
    fs::create_dir_all(parent).map_err(failed(parent))?;
    let is_there = match fs::read_dir(folder).map(Iterator::count) {
        Ok(1..) => {
            let args = [("folder", folder.display().to_string().into())];
            report.failure(&locale.format("draft-not-empty", &args));
            return Err(Outcome::WrongUse);
        }
        Ok(_) => true,
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(failed(folder)(error)),
    };
    let staging = tempfile::Builder::new().prefix(".tiendo-").tempdir_in(parent);
    let staging = staging.map_err(failed(parent))?;
    let staged = staging.path().join("content");
    for (name, text) in draft::files(draft) {
        let path = staged.join(name);
        let parent = path.parent().unwrap_or(&staged);
        fs::create_dir_all(parent).and_then(|()| fs::write(&path, text)).map_err(failed(&path))?;
    }
    for empty in ["notes", "attachments"] {
        let path = staged.join(empty);
        fs::create_dir_all(&path).map_err(failed(&path))?;
    }
    create(review_path, review.as_bytes()).map_err(|error| not_written(&error, report))?;
    if is_there {
        fs::remove_dir(folder).map_err(failed(folder))?;
    }
    fs::rename(&staged, folder).map_err(failed(folder))
}
